import { normalised } from './normalise.js';

const letter = /[\p{L}\p{N}]/gu;

/**
 * Where each page begins in the text that was made of all of them. Putting a text in order moves its line ends, hyphens and
 * marks, but keeps its letters: so a page begins where the letters of the pages before it end.
 */
export function pageStarts(text: string, pages: readonly string[]): number[] {
	const letters = Array.from(text.matchAll(letter), ({ index }) => index);
	let before = 0;
	return pages.map((page, index) => {
		const start = index === 0 ? 0 : (letters[before] ?? text.length);
		before += normalised(page, false).match(letter)?.length ?? 0;
		return start;
	});
}
