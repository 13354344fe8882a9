import type { Publication } from './document.js';
import { isLabelled, isTableRow } from './fields.js';
import type { Statement } from './publication-lines.js';
import type { Block } from './structure.js';

const byWord: readonly Statement['says'][] = ['original', 'published'];
const byPlace: ReadonlySet<Statement['says']> = new Set(['dated', 'bare', 'signed', 'placed', 'agency']);

/** Longest introduction that may stand between a title and the date below it, in words. */
const longestStandfirst = 45;

/**
 * The publication date that an article states. A word of publishing counts wherever it stands, but not under another story's heading;
 * a dateline and a date alone count at the head, or as the last line; the day of an update counts where there is no other.
 */
export function publicationOf(text: string, blocks: readonly Block[]): Publication | null {
	const head = headOf(text, blocks);
	const stated = blocks.flatMap((block, index) =>
		block.states && !isOfOtherStory(blocks, index, head) ? [{ states: block.states, index }] : [],
	);
	for (const word of byWord) {
		const found = stated.find(({ states }) => states.says === word);
		if (found) return plain(found.states);
	}
	const isAtEnd = (index: number) => index === blocks.length - 1;
	const alone = stated.filter(
		({ states, index }) => states.says === 'agency' || (byPlace.has(states.says) && (index < head || isAtEnd(index))),
	);
	const [first] = alone;
	if (first && !isDiary(blocks, first.states)) return plain(first.states);
	const updated = stated.find(({ states }) => states.says === 'updated');
	return updated ? plain(updated.states) : null;
}

function plain({ on, precision, span }: Statement): Publication {
	return { on, precision, span };
}

/** How many of the first blocks stand before the article's own sentences; one short paragraph between the title and a date may introduce it. */
function headOf(text: string, blocks: readonly Block[]): number {
	const isProse = (block: Block) => block.kind === 'prose' && !isField(text, block);
	const first = blocks.findIndex(isProse);
	if (first < 0) return blocks.length;
	const block = blocks[first];
	const introduces = block && first > 0 && first <= 3 && text.slice(block.start, block.end).split(/\s+/).length <= longestStandfirst;
	if (!introduces || block.states) return first + 1;
	const next = blocks.findIndex((other, index) => index > first && isProse(other));
	return next < 0 ? blocks.length : next + 1;
}

function isField(text: string, { start, end }: Block): boolean {
	const line = text.slice(start, end);
	return isTableRow(line) || isLabelled(line);
}

function isOfOtherStory(blocks: readonly Block[], index: number, head: number): boolean {
	return index >= head && blocks[index - 1]?.kind === 'heading';
}

/** Further days in lines of their own among the paragraphs: a chronicle of events, whose first day is one of them. */
function isDiary(blocks: readonly Block[], first: Statement): boolean {
	if (first.says === 'agency') return false;
	return blocks.some(
		({ states }, index) =>
			states !== undefined &&
			(states.says === 'bare' || states.says === 'placed') &&
			states.on !== first.on &&
			states.precision === 'day' &&
			blocks[index - 1]?.kind === 'prose',
	);
}
