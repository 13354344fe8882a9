import { slips } from './spelling.js';

const questionWords = ['what', 'when', 'where', 'which', 'whose'];
const afterHow = ['many', 'much', 'long', 'often'];

/**
 * Mends a misspelt question word among the first few ("wher", "how mny"): everything else that a question says hangs on it.
 * Other words are compared with the documents' own.
 */
export function correctQuestionWords(text: string): string {
	const words = text.split(/(\s+)/);
	if (!words.slice(0, 8).some((word) => questionWords.includes(word.toLowerCase()))) {
		const index = words.slice(0, 3).findIndex((word) => /^wh|^hw|^w\w?h|^hw/i.test(word) && word.length > 2);
		const mended = index >= 0 ? nearest(words[index] ?? '', questionWords) : undefined;
		if (mended && !/^who(?:m|'?s)?$/i.test(words[index] ?? '')) words[index] = mended;
	}
	for (let index = 0; index + 2 < words.length; index++) {
		if (words[index]?.toLowerCase() !== 'how') continue;
		const mended = nearest(words[index + 2] ?? '', afterHow);
		if (mended) words[index + 2] = mended;
	}
	return words.join('');
}

/** The one of these words that is one slip away; undefined for a word of them, or none near. */
function nearest(word: string, known: readonly string[]): string | undefined {
	const lower = word.toLowerCase();
	if (known.includes(lower) || lower.length < 3) return undefined;
	const near = known.filter((other) => slips(lower, other) === 1);
	return near.find((other) => other.startsWith(lower)) ?? near[0];
}
