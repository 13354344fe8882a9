import { trimmed } from '../text/sentences.js';
import type { Span } from '../text/span.js';

const terminal = /[.!?:;"'”’»)\]]$/;

/**
 * Paragraphs of a text as spans: every line that is not blank, and a hard-wrapped block of lines as one.
 * (Articles saved from the web have a paragraph a line; plain-text e-mail and reports are wrapped at a column.)
 */
export function blocksOf(text: string): Span[] {
	const blocks: Span[] = [];
	let lines: Span[] = [];
	for (const line of linesOf(text)) {
		if (line.end > line.start) lines.push(line);
		else {
			blocks.push(...joinedIfWrapped(text, lines));
			lines = [];
		}
	}
	return blocks.concat(joinedIfWrapped(text, lines));
}

function* linesOf(text: string): Generator<Span> {
	let start = 0;
	while (start <= text.length) {
		const newline = text.indexOf('\n', start);
		const end = newline < 0 ? text.length : newline;
		yield trimmed(text, { start, end });
		start = end + 1;
	}
}

function joinedIfWrapped(text: string, lines: readonly Span[]): readonly Span[] {
	const first = lines[0];
	const last = lines.at(-1);
	return first && last && isWrapped(text, lines) ? [{ start: first.start, end: last.end }] : lines;
}

/** Lines of a like length near a page's width, most of which break off inside a sentence. */
function isWrapped(text: string, lines: readonly Span[]): boolean {
	const full = lines.slice(0, -1);
	if (full.length < 2) return false;
	const longest = Math.max(...lines.map(({ start, end }) => end - start));
	const brokenOff = full.filter(({ start, end }) => !terminal.test(text.slice(start, end)));
	const nearFull = full.filter(({ start, end }) => end - start >= longest * 0.7);
	return longest >= 50 && longest <= 100 && brokenOff.length > full.length / 2 && nearFull.length > full.length * 0.7;
}
