import { stemmer } from 'stemmer';
import { z } from 'zod';
import { readData } from '../data.js';
import { matchesOf } from './matches.js';
import { plainLetters } from './plain-letters.js';

/** One index term and the words as printed that it was made of. */
export interface Token {
	readonly term: string;
	readonly start: number;
	readonly end: number;
}

const words = z.array(z.string().regex(/^[a-z]+$/));
const stopWords = new Set(readData('text/data/stop-words.json', words));
const synonyms = readData('text/data/synonyms.json', z.strictObject({ same: z.array(words), near: z.array(words) }));

/** An initialism with its full stops, or letters and digits with the marks and invisible characters inside them. */
const word = /(?:\p{L}\.){2,}\p{L}?|[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]*/gu;
const invisible = /[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/gu;
const han = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u;
/** What may stand between a name and its number. */
const joins = /^[\s./–-]?$/;
const pluralMark = /^\p{Lu}*s$/u;
const lettersOrDigits = /\p{N}+|[^\p{N}]+/gu;

/** "same" words are one term, in documents and questions alike. */
const canonical = new Map(synonyms.same.flatMap(([first = '', ...others]) => others.map((other) => [stem(other), stem(first)] as const)));
const near = new Map<string, string[]>();
for (const group of synonyms.near) {
	const terms = group.map(termOf);
	for (const term of terms)
		near.set(
			term,
			[...new Set([...(near.get(term) ?? []), ...terms])].filter((other) => other !== term),
		);
}

/**
 * The one analyser, for documents and questions alike: words without case, marks and endings; stop words left out;
 * numbers without separators; a letter part beside a number also joined to it ("Su-30", "su30" → `su30`; "Vostok 2022" → `vostok2022`);
 * Han and kana in pairs of characters. Offsets are those of the original text.
 */
export function analyse(text: string): Token[] {
	const tokens: Token[] = [];
	let previous: Token | undefined;
	for (const part of partsOf(text)) {
		if (han.test(part.term)) {
			tokens.push(...pairsOf(part));
			previous = undefined;
			continue;
		}
		const number = isNumber(part);
		const last = tokens.at(-1);
		if (number && last && isNumber(last) && part.term.length === 3 && text.slice(last.end, part.start) === ',') {
			tokens[tokens.length - 1] = { term: last.term + part.term, start: last.start, end: part.end };
			continue;
		}
		if (number && previous && !isNumber(previous) && !stopWords.has(previous.term) && joins.test(text.slice(previous.end, part.start))) {
			tokens.push({ term: previous.term + part.term, start: previous.start, end: part.end });
		}
		previous = part;
		if (!stopWords.has(part.term) && !isPossessive(text, part)) tokens.push({ ...part, term: termOf(part.term) });
	}
	return tokens;
}

/** Terms of a text, in order. */
export function termsOf(text: string): string[] {
	return analyse(text).map(({ term }) => term);
}

/** Whether a term, or one near it, is among others. */
export function isSaid(term: string, said: ReadonlySet<string>): boolean {
	return said.has(term) || nearTerms(term).some((other) => said.has(other));
}

/** The index term of one folded word. */
function termOf(folded: string): string {
	const root = stem(folded);
	// "used" has the stem "us", which is a country's name.
	return root === 'us' && folded !== 'us' ? 'use' : (canonical.get(root) ?? root);
}

/** Terms that mean nearly the same: looked for beside a question's own, and weighing less. */
export function nearTerms(term: string): readonly string[] {
	return near.get(term) ?? [];
}

/** A word without case, diacritics and invisible characters: for comparing, never for offsets. */
export function fold(text: string): string {
	return plainLetters(text.normalize('NFKD').replace(invisible, '').toLowerCase());
}

/** True for a word that carries no content of its own ("the", "what"). */
export function isStopWord(folded: string): boolean {
	return stopWords.has(folded);
}

function stem(folded: string): string {
	return /^[a-z]{3,}$/.test(folded) ? stemmer(folded) : folded;
}

const plainWord = /^[A-Za-z]+$/;

/** Words split where letters meet digits ("su30" → "su", "30"); ordinals ("23rd") and initialisms ("U.S.") stay whole. */
function partsOf(text: string): Token[] {
	const parts: Token[] = [];
	for (const { 0: printed, index } of matchesOf(text, word)) {
		const end = index + printed.length;
		// Most words by far, and nothing to fold in them.
		if (plainWord.test(printed)) parts.push({ term: printed.toLowerCase(), start: index, end });
		else if (/^\d+(?:st|nd|rd|th)$/i.test(printed) || printed.includes('.'))
			parts.push({ term: fold(printed).replaceAll('.', ''), start: index, end });
		else parts.push(...lettersAndDigits(printed, index));
	}
	return parts;
}

function lettersAndDigits(printed: string, at: number): Token[] {
	return matchesOf(printed, lettersOrDigits).flatMap(({ 0: part, index: offset }) => {
		// "ATR-72s" and "A400Ms" are several of one.
		const letters = offset > 0 && pluralMark.test(part) ? part.slice(0, -1) : part;
		return letters ? [{ term: fold(letters), start: at + offset, end: at + offset + part.length }] : [];
	});
}

function isNumber({ term }: Token): boolean {
	return /^\p{N}+$/u.test(term);
}

/** The "s" of "China's". */
function isPossessive(text: string, part: Token): boolean {
	return part.term === 's' && /['’ʼ]/.test(text.charAt(part.start - 1));
}

function pairsOf(part: Token): Token[] {
	const characters = [...part.term];
	if (characters.length < 2) return [part];
	return characters.slice(1).map((character, index) => ({ ...part, term: (characters[index] ?? '') + character }));
}
