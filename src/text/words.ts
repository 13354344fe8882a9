import { matchesOf } from './matches.js';
import type { Span } from './span.js';

/** A word of a text: letters, digits and the marks that hold a word together ("Tu-95", "People's", "U.S."). */
export interface Word extends Span {
	readonly text: string;
	readonly lower: string;
	/** True when only white space, or a mark of emphasis too, parts it from the word before. */
	readonly joined: boolean;
	/** Like `joined`, over a bracket too: "Organisation (CSTO) drills". */
	readonly near: boolean;
}

const wordPattern = /(?:U\.S\.|U\.K\.|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[-/&'’.](?=[\p{L}\p{N}])|,(?=\d{3}(?!\d)))*)/gu;

/** The words of a span of text, in order, with their places in the whole text. */
export function wordsOf(text: string, { start, end }: Span): Word[] {
	const words: Word[] = [];
	const slice = text.slice(start, end);
	let last = 0;
	for (const match of matchesOf(slice, wordPattern)) {
		const [printed] = match;
		const gap = slice.slice(last, match.index);
		words.push({
			text: printed,
			lower: printed.toLowerCase(),
			start: start + match.index,
			end: start + match.index + printed.length,
			joined: words.length > 0 && (gap === ' ' || /^[\s*]*$/.test(gap)),
			near: words.length > 0 && (gap === ' ' || /^(?:\s*|\s\(|\)\s)$/.test(gap)),
		});
		last = match.index + printed.length;
	}
	return words;
}
