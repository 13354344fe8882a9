import type { Span } from '../corpus/document.js';
import { COMPETITION_NOUNS, FOLLOWERS, HEADS, LEADING, MODIFIERS, NEVER, SHIPS, TAKING_PART, TITLES } from './name-cues.js';
import {
	type Candidate,
	isApposed,
	isEditionOf,
	isNamed,
	isOperation,
	isOtherThing,
	type NameForm,
	nounBefore,
	overlap,
} from './name-evidence.js';
import { NameIndex } from './name-index.js';
import { belongTogether, gapBefore, isFree, isShouted, type NameReading, nounAfter, type Suffix, suffixOf } from './name-reading.js';
import { isCapitalised } from './name-words.js';
import { parseName } from './names.js';

/** Words with capitals, side by side, that may be a name; `suffix` holds the year behind them. */
interface Run {
	readonly from: number;
	readonly nameTo: number;
	readonly suffix: Suffix;
}

const SHORTEST_DESIGNATION = 4;
const SHORTEST_LONE_NAME = 5;

/** Names that no list knows, by what stands around them. */
export function newNames(reading: NameReading, found: readonly Candidate[]): Candidate[] {
	const taken = new Set(found.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)));
	return runsOf(reading, taken).flatMap((run) => {
		const trimmed = trim(reading, run);
		if (!trimmed || isOtherThing(reading, trimmed.from, trimmed.suffix.to) || !isPossibleName(reading, trimmed)) return [];
		const form = formOf(reading, trimmed);
		if (!form) return [];
		const operation = isOperation(reading, trimmed.from);
		return [{ from: operation ? trimmed.from - 1 : trimmed.from, to: trimmed.suffix.to, form, operation }];
	});
}

function runsOf(reading: NameReading, taken: ReadonlySet<number>): Run[] {
	const runs: Run[] = [];
	const { words } = reading;
	for (let from = 0; from < words.length; ) {
		if (!startsRun(reading, from, taken)) {
			from++;
			continue;
		}
		let nameTo = from + 1;
		while (startsRun(reading, nameTo, taken) && belongTogether(reading, nameTo) && reading.words[nameTo]?.text !== 'Operation') nameTo++;
		const suffix = suffixOf(reading, nameTo);
		runs.push({ from, nameTo, suffix: taken.has(suffix.to - 1) ? { to: nameTo, is: null, tied: false } : suffix });
		from = Math.max(nameTo, suffix.to);
	}
	return runs;
}

const NO_PART_OF_RUNS: ReadonlySet<string> = new Set([
	'Operation',
	'Ex',
	'The',
	'And',
	'Of',
	'In',
	'To',
	'For',
	'With',
	'On',
	'At',
	'By',
	'From',
	'As',
	'During',
]);

function startsRun(reading: NameReading, at: number, taken: ReadonlySet<number>): boolean {
	const word = reading.words[at];
	if (!word || taken.has(at) || reading.noun[at] || NO_PART_OF_RUNS.has(word.text)) return false;
	if (reading.words[at - 1] && reading.noun[at - 1] === 2) return false;
	return /^\p{Lu}/u.test(word.text) && !/^\p{Lu}\d|^[IVXLC]{2,}$/u.test(word.text);
}

/** Takes off what stands before a name in capitals too: the head of a sentence, "Russian", "NATO's". */
function trim(reading: NameReading, { from, nameTo, suffix }: Run): Run | undefined {
	let start = from;
	let end = nameTo;
	if (nounBefore(reading, from) < 0 && !isOperation(reading, from)) {
		while (start < end - 1 && isLeading(reading, start)) start++;
		if (reading.inTitle[start]) {
			while (start < end - 1 && !/^[-–/]$/.test(gapBefore(reading, end - 1))) start++;
		}
	}
	if (suffix.is === null)
		while (end - start > 1 && nounAfter(reading, end) >= 0 && MODIFIERS.has(reading.words[end - 1]?.folded ?? '')) end--;
	if (end <= start) return undefined;
	return { from: start, nameTo: end, suffix: end === nameTo ? suffix : { to: end, is: null, tied: false } };
}

/** The first word of a run that is none of a name's: always when it heads a sentence, else only a nation's or an alliance's. */
function isLeading(reading: NameReading, at: number): boolean {
	const word = reading.words[at];
	const nation = reading.nation[at] ?? false;
	if (!word || (!nation && /^[-–/]$/.test(gapBefore(reading, at + 1)))) return false;
	const heads = reading.sentence[at - 1] !== reading.sentence[at];
	return nation || (heads && LEADING.has(word.folded)) || TITLES.has(word.folded);
}

function isPossibleName(reading: NameReading, { from, nameTo, suffix }: Run): boolean {
	const { words } = reading;
	const name = words.slice(from, nameTo);
	if (name.some(({ folded }) => NEVER.has(folded))) return false;
	const last = name.at(-1);
	if (!last || HEADS.has(last.folded) || TITLES.has(last.folded) || SHIPS.has(words[from]?.text ?? '')) return false;
	if (suffix.is && suffix.is !== 'four' && name.length === 1 && last.text.length < SHORTEST_DESIGNATION) return false;
	return name.some((_, at) => isFree(reading, from + at));
}

function formOf(reading: NameReading, run: Run): NameForm | undefined {
	const { from, nameTo, suffix } = run;
	const sentence = reading.sentence[from] ?? -1;
	const inTitle = reading.inTitle[from] ?? false;
	const several = nameTo - from > 1;
	const year = suffix.is === 'four' || (suffix.is === 'two' && suffix.tied);
	if (isOperation(reading, from) && !inTitle) return 'prefix';
	if (isNamed(reading, from) && !inTitle) return 'naming';
	const before = nounBefore(reading, from);
	if (before >= 0 && !inTitle && isPrefixed(reading, before, run)) return 'prefix';
	if (year && reading.aboutExercises.has(sentence) && (!inTitle || suffix.tied)) return 'year';
	if (inTitle) return undefined;
	if (
		year &&
		(TAKING_PART.has(reading.words[from - 1]?.folded ?? '') || TAKING_PART.has(reading.words[from - 2]?.folded ?? '')) &&
		suffix.tied
	)
		return 'year';
	const heads = reading.sentence[from - 1] !== reading.sentence[from];
	const distinct = several || isShouted(reading.words[from]);
	if (nounAfter(reading, suffix.to) >= 0 && (suffix.is || (distinct && !(heads && !several) && ownName(reading, run)))) return 'noun';
	if (isApposed(reading, suffix.to) && (several || (reading.words[from]?.text.length ?? 0) >= SHORTEST_LONE_NAME)) return 'apposition';
	if (isEditionOf(reading, from) && reading.aboutExercises.has(sentence)) return 'noun';
	return undefined;
}

/** "Exercise Iron Wolf"; "the exercise Iron Wolf in …"; not "the exercises Vladimir Putin ordered". */
function isPrefixed(reading: NameReading, noun: number, { from, nameTo, suffix }: Run): boolean {
	const word = reading.words[noun]?.text ?? '';
	if (suffix.is) return true;
	if (/^(?:Exercise|EXERCISE|Exercises|Ex|Wargame|Exercice|Ejercicio)$/.test(word)) return true;
	if (/s$/.test(word) && word !== 'exercises') return false;
	if (nameTo - from < 2 && !isShouted(reading.words[from])) return false;
	const after = reading.words[nameTo];
	const gap = gapBefore(reading, nameTo);
	return (
		!after ||
		(gap === ' '
			? FOLLOWERS.has(after.folded) &&
				!/^(?:has|had|have|held|conducted|hosted|set|would|will|began|began|started|took)$/.test(after.folded)
			: /^\s?[,.;:)(”"’—–]/.test(gap))
	);
}

/** For a name with only "exercises" behind it: no generic word stands last, and no name of a person or place beside it. */
function ownName(reading: NameReading, { from, nameTo }: Run): boolean {
	const before = reading.words[from - 1];
	if (before && TITLES.has(before.folded)) return false;
	for (let at = from; at < nameTo; at++) if (/^[’']/.test(gapBefore(reading, at + 1))) return false;
	return isFree(reading, nameTo - 1) || COMPETITION_NOUNS.has(reading.words[nameTo - 1]?.folded ?? '');
}

/** "Union Shield (Shchit Soyuza)", "Zapad (West)": a name in brackets behind a name. */
export function translations(reading: NameReading, found: readonly Candidate[]): Candidate[] {
	return found.flatMap((name) => {
		const end = reading.words[name.to - 1]?.end ?? 0;
		const bracket = /^[”"’'»]?\s?\((?:or |also |in \p{Lu}\p{L}+:? )?["“«‘']?([^()]{2,60}?)["”»’']?\)/u.exec(
			reading.text.slice(end, end + 90),
		);
		const inside = bracket?.[1];
		if (!inside || /[:;,]|\d{3}-/.test(inside)) return [];
		const from = reading.words.findIndex(({ start }) => start >= end);
		let to = from;
		while (reading.words[to] && (reading.words[to]?.end ?? 0) <= end + bracket[0].length) to++;
		const words = reading.words.slice(from, to);
		const own = words.filter((word, at) => !/\d/.test(word.text) && !reading.known[from + at] && !NEVER.has(word.folded));
		const capitals = words.every((word) => isCapitalised(word) || /^(?:of|the|de|and|du|i|и)$/.test(word.folded));
		if (own.length === 0 || words.length > 6 || !capitals || HEADS.has(words.at(-1)?.folded ?? '') || SHIPS.has(words[0]?.text ?? ''))
			return [];
		if (own.length < words.filter((word) => !/\d/.test(word.text)).length && own.every((word) => LEADING.has(word.folded))) return [];
		if (words.length === 1 && isShouted(words[0]) && !isInitialsOf(words[0]?.folded ?? '', reading, name)) return [];
		return [{ from, to, form: 'translation' as const, sameAs: name.from }];
	});
}

/** "REP" for "Robotic Experimentation and Prototyping". */
function isInitialsOf(short: string, { words }: NameReading, { from, to }: Candidate): boolean {
	const initials = words.slice(from, to).map(({ folded }) => folded.charAt(0));
	return short === initials.join('') || [...short].filter((letter) => initials.includes(letter)).length === short.length;
}

/** "Iron Wolf and Sea Guardian exercises": a run joined to a name by "and" or a comma, when both have a year or both several words. */
export function namesAlongside(reading: NameReading, found: readonly Candidate[]): Candidate[] {
	const taken = new Set(found.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)));
	const starts = new Set(found.map(({ from }) => from));
	const ends = new Set(found.map(({ to }) => to));
	return runsOf(reading, taken).flatMap((run) => {
		const trimmed = trim(reading, run);
		if (!trimmed || reading.inTitle[trimmed.from] || !isPossibleName(reading, trimmed)) return [];
		const { from, nameTo, suffix } = trimmed;
		if (suffix.is === null && nameTo - from < 2) return [];
		const next = joinsOver(reading, suffix.to);
		const joined = starts.has(next) || [...ends].some((end) => joinsOver(reading, end) === from);
		return joined && suffix.is !== null ? [{ from, to: suffix.to, form: 'beside' as const }] : [];
	});
}

/** The index of the word behind "and" or a comma. */
function joinsOver(reading: NameReading, to: number): number {
	if (/^[”"’»]?, ["“‘«]?$/.test(gapBefore(reading, to)) && reading.words[to]?.folded !== 'and') return to;
	return reading.words[to]?.folded === 'and' ? to + 1 : -1;
}

/** Where names that the document has made plain stand again, without anything beside them. */
export function repeatedNames(reading: NameReading, found: readonly Candidate[], span: Span): Candidate[] {
	const index = new NameIndex<Candidate>();
	for (const name of found) {
		const words = reading.words.slice(name.from, name.to);
		const { key } = parseName(reading.text.slice(words[0]?.start, words.at(-1)?.end));
		const own = key.split(' ');
		const single = own.length === 1;
		if (single && (key.length < SHORTEST_LONE_NAME || !words.some((_, at) => isFree(reading, name.from + at)))) continue;
		if (single && name.form !== 'listed' && words.every((word) => !isShouted(word)) && name.form === 'translation') continue;
		if (name.form !== 'listed' && own.length > 0) index.add(capitalised(own), name);
	}
	const indexOf = new Map(reading.words.map((word, at) => [word.start, at]));
	const repeats: Candidate[] = [];
	for (const match of index.find(reading.text, span).matches) {
		const from = indexOf.get(match.start);
		const [first] = match.named;
		if (from === undefined || !first) continue;
		const suffix = suffixOf(reading, from + match.to - match.from);
		const candidate: Candidate = { from, to: suffix.to, form: 'repeat', operation: first.operation ?? false };
		if (!isOtherThing(reading, from, suffix.to) && !found.some((other) => overlap(other, candidate))) repeats.push(candidate);
	}
	return repeats;
}

const capitalised = (words: readonly string[]): string => words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
