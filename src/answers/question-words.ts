import { gazetteer } from '../gazetteer/gazetteer.js';
import { isStopWord, termOf } from '../text/analyse.js';
import { slips } from '../text/spelling.js';
import { classNouns, cueWords } from './cues.js';
import { paraphrasedWords } from './paraphrases.js';
import { framingWords } from './question-kinds.js';

const questionWords = ['what', 'when', 'where', 'which', 'whose'];
/** "were does it take place" */
const wereForWhere = /^were(?=\s(?:do|does|did|is|are|was|will|has|have)\b)/i;
const afterHow = ['many', 'much', 'long', 'often'];

/** Mends a misspelt question word among the first few ("wher", "how mny"): everything else that a question says hangs on it. */
export function correctQuestionWords(text: string): string {
	const words = text.replace(wereForWhere, 'where').split(/(\s+)/);
	if (!words.slice(0, 8).some((word) => questionWords.includes(word.toLowerCase()))) {
		const index = words.slice(0, 3).findIndex((word) => /^wh|^hw|^w\w?[hc]/i.test(word) && word.length > 2);
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

const shortestMended = 5;
/** A pasted page has many words of no field. */
const mostCompared = 24;

const countries = gazetteer.places.filter(({ kind }) => kind === 'country');
const wordsOf = (names: readonly string[]): string[] =>
	names.flatMap((name) => name.toLowerCase().split(/[^\p{L}]+/u)).filter((word) => word.length >= shortestMended);
const countryWords = new Set(wordsOf(countries.map(({ name }) => name)));
const nationWords = [...countryWords, ...wordsOf(countries.flatMap(({ demonyms }) => demonyms))];
/** The words that questions on exercises are made of, with their endings, by first letter. */
const fieldWords = new Map<string, string[]>();
for (const word of new Set([...[...classNouns, ...cueWords, ...paraphrasedWords].flatMap(inflected), ...framingWords, ...nationWords])) {
	const alike = fieldWords.get(word.charAt(0));
	if (alike) alike.push(word);
	else fieldWords.set(word.charAt(0), [word]);
}
const fieldTerms = new Set([...fieldWords.values()].flat().map(termOf));

/**
 * Mends misspelt words of the field ("soliders", "submarin"), as a question is read by them.
 * @param isKnown whether the documents say a word, so that it is none of those
 */
export function correctFieldWords(text: string, isKnown: (word: string) => boolean): string {
	let compared = 0;
	return text.replace(/(?<![\p{L}\p{N}'])\p{L}+(?![\p{L}\p{N}'])/gu, (word) => {
		const lower = word.toLowerCase();
		const known = fieldWords.get(lower.charAt(0)) ?? [];
		// "norways" without its apostrophe.
		if (/s$/.test(lower) && countryWords.has(lower.slice(0, -1)) && !countryWords.has(lower)) return `${word.slice(0, -1)}'s`;
		if (word.length < shortestMended - 1 || known.includes(lower) || isStopWord(lower) || compared++ >= mostCompared) return word;
		const near = known.filter(
			(other) => other.length >= shortestMended && Math.abs(other.length - lower.length) <= 1 && slips(lower, other) === 1,
		);
		const longer = near.find((other) => other.startsWith(lower));
		const isLong = word.length >= shortestMended;
		const meant = longer ?? (isLong ? near[0] : undefined);
		// "submarin" is no word, though it is the stem of one.
		const isStem = isLong && longer !== undefined && termOf(lower) === lower;
		return !meant || (!isStem && (fieldTerms.has(termOf(lower)) || isKnown(lower))) ? word : meant;
	});
}

/** "run", "runs", "running"; irregular forms stand among the words. */
function inflected(word: string): string[] {
	const root = word.replace(/e$/, '');
	if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`, `${word}ing`];
	const stem = word.length < 5 && /[^aeiou][aeiou][bdglmnprt]$/.test(word) ? word + word.slice(-1) : root;
	return [word, `${word}s`, `${stem}ing`, `${stem}ed`];
}

/** The one of these words that is one slip away; undefined for a word of them, or none near. */
function nearest(word: string, known: readonly string[]): string | undefined {
	const lower = word.toLowerCase();
	if (known.includes(lower) || lower.length < 3) return undefined;
	const near = known.filter((other) => slips(lower, other) === 1);
	return near.find((other) => other.startsWith(lower)) ?? near[0];
}
