import { EXERCISE_HEADS, HEADS, LEADING, MODIFIERS, NEVER, TITLES } from '../../gazetteer/name-cues.js';
import { SHIP_PREFIXES } from '../../gazetteer/ship-prefixes.js';
import { isMonth } from '../../values/date-words.js';
import type { FoundNames } from './candidates.js';
import { isOperation, nounBefore } from './name-evidence.js';
import {
	belongTogether,
	gapBefore,
	isFree,
	type NameReading,
	nounAfter,
	type Suffix,
	suffixOf,
} from './name-reading.js';

/** Words with capitals, side by side, that may be a name; `suffix` holds the year behind them. */
export interface Run {
	readonly from: number;
	readonly nameTo: number;
	readonly suffix: Suffix;
}

const SHORTEST_DESIGNATION = 4;
/**
 * Words that begin no run in capitals and part two of them: small words of title case, and what stands before a name.
 */
const BETWEEN_RUNS: ReadonlySet<string> = new Set(
	'Operation Ex EX The And Of In To For With On At By From As During THE AND OF IN TO FOR WITH ON AT BY FROM AS DURING'.split(
		' ',
	),
);

/** The runs that may be names, outside those found already; without what stands before a name in capitals too. */
export function possibleNames(reading: NameReading, found: FoundNames): Run[] {
	const runs: Run[] = [];
	for (let from = 0; from < reading.words.length; ) {
		if (!isPart(reading, from, found)) {
			from++;
			continue;
		}
		let nameTo = from + 1;
		while (isPart(reading, nameTo, found) && belongTogether(reading, nameTo)) nameTo++;
		const suffix = suffixOf(reading, nameTo);
		const run = trim(reading, {
			from,
			nameTo,
			suffix: found.at(suffix.to - 1) ? { to: nameTo, is: null, tied: false } : suffix,
		});
		if (isPossible(reading, run)) runs.push(run);
		from = Math.max(nameTo, suffix.to);
	}
	return runs;
}

/** Most words are in small Latin letters: those need no look at Unicode's tables. */
function startsWithCapital(word: string): boolean {
	const first = word.charCodeAt(0);
	return first < 128 ? first >= 65 && first <= 90 : /^\p{Lu}/u.test(word);
}

function isPart(reading: NameReading, at: number, found: FoundNames): boolean {
	const word = reading.words[at];
	if (!word || !startsWithCapital(word.text) || found.at(at) || reading.noun[at] || reading.noun[at - 1] === 2)
		return false;
	const numeral = /^[IVXLC]+$/.test(word.text) && (word.text.length > 1 || gapBefore(reading, at) === '-');
	return !numeral && !/^.\d/u.test(word.text) && !BETWEEN_RUNS.has(word.text);
}

/**
 * Takes off the head of a sentence, "Russian", "General", all but "Iron-Wolf" in a title, and "Military" before
 * "Exercises".
 */
function trim(reading: NameReading, { from, nameTo, suffix }: Run): Run {
	let start = from;
	let end = nameTo;
	if (nounBefore(reading, from) < 0 && !isOperation(reading, from)) {
		while (start < end - 1 && isLeading(reading, start)) start++;
		if (reading.inTitle[start]) start = Math.max(start, compoundStart(reading, end));
	}
	if (suffix.is !== null) return { from: start, nameTo, suffix };
	while (end - start > 1 && nounAfter(reading, end) >= 0 && MODIFIERS.has(reading.words[end - 1]?.folded ?? '')) end--;
	return { from: start, nameTo: end, suffix: { to: end, is: null, tied: false } };
}

/**
 * The first word of a run that is none of a name's: a nation's or an alliance's, a title; at the head of a sentence an
 * article or adjective too.
 */
function isLeading(reading: NameReading, at: number): boolean {
	const word = reading.words[at];
	const nation = reading.nation[at] ?? false;
	if (!word || (!nation && isTied(reading, at + 1))) return false;
	const heads = reading.sentence[at - 1] !== reading.sentence[at];
	return nation || (heads && LEADING.has(word.folded)) || TITLES.has(word.folded);
}

/** Where the words begin that hyphens and slashes tie to the last one. */
function compoundStart(reading: NameReading, end: number): number {
	let start = end - 1;
	while (isTied(reading, start)) start--;
	return start;
}

export const isTied = (reading: NameReading, at: number): boolean => /^[-–/]$/.test(gapBefore(reading, at));

function isPossible(reading: NameReading, { from, nameTo, suffix }: Run): boolean {
	const name = reading.words.slice(from, nameTo);
	const last = name.at(-1);
	if (!last || name.some(({ folded }) => NEVER.has(folded))) return false;
	// "(17.–28. Juni 2024)"
	if (name.length === 1 && isMonth(last.text)) return false;
	// "Exercise Iron Harbour 2026": whatever it ends with.
	const isCalledSo = suffix.is === 'four' && name.length > 1 && nounBefore(reading, from) >= 0;
	if (!isCalledSo && ((HEADS.has(last.folded) && !EXERCISE_HEADS.has(last.folded)) || TITLES.has(last.folded)))
		return false;
	if (SHIP_PREFIXES.has(name[0]?.text ?? '')) return false;
	if (suffix.is && suffix.is !== 'four' && name.length === 1 && last.text.length < SHORTEST_DESIGNATION) return false;
	const compound =
		suffix.is === 'four' && isTied(reading, nameTo - 1) && name.some((_, at) => !reading.known[from + at]);
	return compound || isOperation(reading, from) || name.some((_, at) => isFree(reading, from + at));
}

/** Ends as names of other things do ("Ice Bridge", "Sea Guard"): an exercise's only where it is called one outright. */
export const isHeaded = (reading: NameReading, { nameTo }: Run): boolean =>
	HEADS.has(reading.words[nameTo - 1]?.folded ?? '');
