import { withWordsWhole } from '../normalise.js';

/** A line as it stands on its page. */
export interface PrintedLine {
	readonly text: string;
	/** Height of its letters. */
	readonly size: number;
	/** Where its letters stand, from the page's foot. */
	readonly at: number;
	readonly left: number;
	readonly right: number;
}

type Page = readonly PrintedLine[];

/** A running head or foot stands on this many pages at least. */
const runsOver = 2;
const pageNumber = /^(?:page\s+|p\.\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|\/)\s*\d{1,4})?$/i;
const endsWhole = /[.!?…:]["'”’»)\]]*$/;

/** The text of each page, without running heads and feet and page numbers. A line end alone is the page's, not the author's. */
export function textsOfPages(pages: readonly Page[]): string[] {
	const running = runningLines(pages);
	return pages.map((lines) => textOf(lines.filter((line, index) => !isRunning(line, index, lines.length, running))));
}

/** The pages as one text: each paragraph on one line, words that a line's end cut whole, a sentence over two pages too. */
export function wholeText(pages: readonly string[]): string {
	let text = '';
	for (const page of pages.filter((one) => one !== '')) text += (text === '' ? '' : endsWhole.test(text) ? '\n\n' : '\n') + page;
	return withWordsWhole(text).replace(/(?<!\n)\n(?!\n)/g, ' ');
}

const keyOf = (text: string): string => text.replace(/\d+/g, '#').toLowerCase();

const isAtEdge = (index: number, count: number): boolean => index < 2 || index >= count - 2;

function runningLines(pages: readonly Page[]): ReadonlySet<string> {
	const counts = new Map<string, number>();
	for (const lines of pages) {
		const keys = new Set(lines.filter((_, index) => isAtEdge(index, lines.length)).map(({ text }) => keyOf(text)));
		for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return new Set([...counts].filter(([, count]) => count >= runsOver && count > pages.length / 3).map(([key]) => key));
}

function isRunning({ text }: PrintedLine, index: number, count: number, running: ReadonlySet<string>): boolean {
	if (!isAtEdge(index, count)) return false;
	return running.has(keyOf(text)) || (pageNumber.test(text) && (index === 0 || index === count - 1));
}

/** Lines that run on into each other with a line end between, all others with a blank line. */
function textOf(page: Page): string {
	const edges = rightEdges(page);
	return page.reduce((text, line, index) => {
		const before = page[index - 1];
		return before ? text + (runsOn(before, line, edges[index - 1] ?? 0) ? '\n' : '\n\n') + line.text : line.text;
	}, '');
}

/** How far to the right the lines reach that begin about where each line does: the edge of its column. */
function rightEdges(page: Page): number[] {
	return page.map(({ left }) => page.reduce((edge, line) => (Math.abs(line.left - left) < 40 ? Math.max(edge, line.right) : edge), 0));
}

/** Whether a line goes on in the one below it: of the same letters, close below, and its own was too full for the next word. */
function runsOn(before: PrintedLine, line: PrintedLine, edge: number): boolean {
	if (Math.abs(before.size - line.size) > Math.max(before.size, line.size) * 0.12) return false;
	const gap = before.at - line.at;
	// The next column begins higher up: there the sentence decides.
	if (gap <= 0) return !endsWhole.test(before.text);
	if (gap > line.size * 1.75 || line.left > before.left + line.size * 0.8) return false;
	const word = /^\S+/.exec(line.text)?.[0].length ?? 0;
	const letter = (line.right - line.left) / Math.max(1, line.text.length);
	return before.right + (word + 2) * letter * 1.1 > edge;
}
