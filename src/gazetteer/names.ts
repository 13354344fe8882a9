import { nameWords } from '../text/name-words.js';
import { EXERCISE_NOUNS, MODIFIERS } from './name-cues.js';

/** A name taken apart: what it is called, and which time it was held. */
export interface ParsedName {
	/** Folded words without year, edition and exercise words: "Exercise MALABAR-17" → `malabar`. */
	readonly key: string;
	readonly year: number | null;
	/** What parts editions beside the year: "UNITAS LXV" → `65`, "Joint Sword-2024A" → `a`, "Red Flag 24-1" → `1`. */
	readonly edition: string | null;
	/** Its numbers of one or two digits, as printed: the year's last digits or an edition. */
	readonly numbers: readonly string[];
	/** A year that the text cut short, as printed: "War Game 202" → `202`. */
	readonly cutYear: string | null;
}

const YEAR_AND_LETTER = /^((?:19[4-9]|20[0-4])\d)([a-c])?$/;
/** "26/22": the edition and its year. */
const EDITION_OF_YEAR = /\b(\d{1,2})\/(\d{2})\b/;
const TWO_DIGITS = /^\d\d$/;
/** "Zolfaqar 1403": of the Solar Hijri calendar, which begins in March and so names no year of ours. */
const IRANIAN_YEAR = /^1[34]\d\d$/;
const CUT_YEAR = /^(?:19|20)\d$/;
const ROMAN = /^(?:x{0,3}(?:ix|iv|v?i{0,3})|[xlc]+(?:ix|iv|v?i{0,3}))$/;
const GLUED = /^(\D+?)((?:19[4-9]\d|20[0-4]\d|\d\d)[a-c]?)$/;
const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an']);
const PREFIXES: ReadonlySet<string> = new Set(['ex']);

/** Years after this are counts of editions: "Han Kuang 41". */
const LAST_YEAR = 2039;

/** "17" → 2017, "81" → 1981. */
export function fullYear(twoDigits: string): number {
	const year = Number(twoDigits);
	return year < 50 ? 2000 + year : 1900 + year;
}

/** Takes a name apart. Nothing is lost that tells two exercises apart. */
export function parseName(name: string): ParsedName {
	const words = nameWords(name.replace(/[’'‘]s\b/gu, '').replace(EDITION_OF_YEAR, '$2-$1')).flatMap(({ folded }) => unglued(folded));
	let year: number | null = null;
	let edition: string | null = null;
	const numbers: string[] = [];
	let cutYear: string | null = null;
	const kept: string[] = [];
	for (const [at, word] of words.entries()) {
		if (at > 0 && /^\d{1,2}$/.test(word)) numbers.push(word);
		const dated = YEAR_AND_LETTER.exec(word);
		if (dated && year === null) {
			year = Number(dated[1]);
			edition = dated[2] ?? edition;
		} else if (at > 0 && isYearOfTwo(word) && year === null && !words.slice(at + 1).some((later) => YEAR_AND_LETTER.test(later))) {
			year = fullYear(word);
		} else if (at > 0 && CUT_YEAR.test(word) && at === words.length - 1) cutYear = word;
		else if (
			at > 0 &&
			(/^\d{1,2}$/.test(word) || IRANIAN_YEAR.test(word) || (word.length > 1 && ROMAN.test(word)) || isLoneLetter(words, at))
		)
			edition = editionOf(word);
		else kept.push(word);
	}
	return { key: withoutExerciseWords(kept).join(' '), year, edition, numbers, cutYear };
}

function isYearOfTwo(word: string): boolean {
	return TWO_DIGITS.test(word) && fullYear(word) <= LAST_YEAR;
}

/** The name as a series reads it that counts its editions: "Great Prophet 17" is the 17th, "KAMANDAG 08-24" the 8th in 2024. */
export function asNumbered(name: ParsedName): ParsedName {
	const [first, second] = name.numbers;
	if (first === undefined) return name;
	const wholeYear = name.year !== null && !name.numbers.some((number) => number.length === 2 && fullYear(number) === name.year);
	return { ...name, year: wholeYear ? name.year : second === undefined ? null : fullYear(second), edition: editionOf(first) };
}

/** "rimpac2024" → "rimpac", "2024"; "ni23" → "ni", "23". */
function unglued(word: string): string[] {
	const parts = GLUED.exec(word);
	return parts?.[1] && parts[2] ? [parts[1], parts[2]] : [word];
}

const ROMAN_VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** "lxv" → "65", "07" → "7"; a letter after a year as it is. */
function editionOf(word: string): string {
	if (/^\d/.test(word)) return String(Number(word));
	if (/^[a-c]$/.test(word)) return word;
	const values = [...word].map((letter) => ROMAN_VALUES[letter] ?? 0);
	return String(values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0));
}

/** "Joint Sword-2024-B", "Mosi I": a letter alone after a year, or a Roman one at the end. */
function isLoneLetter(words: readonly string[], at: number): boolean {
	const word = words[at] ?? '';
	if (at !== words.length - 1) return false;
	return /^[a-c]$/.test(word) ? /\d/.test(words[at - 1] ?? '') : /^[ivx]$/.test(word);
}

/** Drops what only says that it is an exercise, from both ends. */
function withoutExerciseWords(words: readonly string[]): readonly string[] {
	let start = 0;
	let end = words.length;
	while (start < end && ARTICLES.has(words[start] ?? '')) start++;
	if (EXERCISE_NOUNS.has(words[start] ?? '') || (end - start > 1 && PREFIXES.has(words[start] ?? ''))) start++;
	const noun = [2, 1].find((length) => EXERCISE_NOUNS.has(words.slice(end - length, end).join(' ')));
	if (noun && end - noun >= start) {
		end -= noun;
		while (end - start > 2 && MODIFIERS.has(words[end - 1] ?? '') && words[end - 1] !== 'joint') end--;
	}
	return words.slice(start, end);
}

/** Two spellings of one name have the same key: case, marks, separators, exercise words and the year folded away. */
export function exerciseKey(name: string): string {
	return parseName(name).key;
}

/** The year that a name carries, of four digits or two; null when it has none. */
export function yearOf(name: string): number | null {
	return parseName(name).year;
}
