import type { Span } from './span.js';

const inWord = /[\p{L}\p{M}\p{N}]/u;

/** A span widened to the edges of the words that it cuts, no further than `limits`. */
export function toWholeWords(text: string, { start, end }: Span, limits: Span = { start: 0, end: text.length }): Span {
	let [from, to] = [start, end];
	while (from > limits.start && inWord.test(text.charAt(from)) && inWord.test(text.charAt(from - 1))) from--;
	while (to < limits.end && inWord.test(text.charAt(to - 1)) && inWord.test(text.charAt(to))) to++;
	return { start: from, end: to };
}
