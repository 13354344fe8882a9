import { plainLetters } from './plain-letters.js';
import type { Span } from './span.js';

/** One word of a text, as names are compared: an initialism ("U.S."), a run of cased letters and digits, or one character of a script without case. */
export interface NameWord extends Span {
	/** As printed. */
	readonly text: string;
	/** Lower case, no diacritics, no full stops, one spelling: "defense" for "defence", "st" for "saint". */
	readonly folded: string;
}

/** Words that names are printed with in two spellings. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
	['saint', 'st'],
	['mount', 'mt'],
	['fort', 'ft'],
	['defence', 'defense'],
	['theatre', 'theater'],
	['centre', 'center'],
	['harbour', 'harbor'],
	['organisation', 'organization'],
]);

const WORD = /\p{Lu}(?:\.\p{Lu}(?![\p{L}\p{M}]))+\.?|[\p{Lu}\p{Ll}\p{Lt}\p{Lm}\p{M}\p{N}]+|\p{Lo}/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII begins with them
const BEYOND_ASCII = /[^\x00-\x7f]/;

/** "Gdańsk" → "gdansk", "U.S." → "us", "Чёрное" → "черное". */
export function foldWord(word: string): string {
	const lower = word.includes('.') ? word.replaceAll('.', '').toLowerCase() : word.toLowerCase();
	if (!BEYOND_ASCII.test(lower)) return SPELLINGS.get(lower) ?? lower;
	return plainLetters(lower.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC'));
}

/** The words of a text, or of a span of it, with offsets into the whole text. */
export function nameWords(text: string, span: Span = { start: 0, end: text.length }): NameWord[] {
	const words: NameWord[] = [];
	WORD.lastIndex = span.start;
	for (let found = WORD.exec(text); found && found.index < span.end; found = WORD.exec(text)) {
		const [printed] = found;
		words.push({ start: found.index, end: found.index + printed.length, text: printed, folded: foldWord(printed) });
	}
	return words;
}

/** The words alone, folded and joined: two spellings of one name have the same key. */
export function nameKey(name: string): string {
	return nameWords(name)
		.map((word) => word.folded)
		.join(' ');
}

/** True for a word that begins with a capital, and for one of a script without case. */
export function isCapitalised(word: NameWord): boolean {
	const [first = ''] = word.text;
	return first !== first.toLowerCase() || first === first.toUpperCase();
}

/** True for a word in capitals throughout, two letters or more. */
export function isAllCapitals(word: NameWord): boolean {
	return word.text.length > 1 && word.text === word.text.toUpperCase() && word.text !== word.text.toLowerCase();
}
