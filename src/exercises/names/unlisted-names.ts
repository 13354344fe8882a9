import { COMPETITION_NOUNS, FOLLOWERS, TAKING_PART, TITLES } from '../../gazetteer/name-cues.js';
import type { Candidate, FoundNames, NameForm } from './candidates.js';
import { isHeaded, isTied, possibleNames, type Run } from './capitalised-runs.js';
import { isOtherThing } from './counter-evidence.js';
import {
	isApposed,
	isApposedTo,
	isEditionOf,
	isEventBehind,
	isNamed,
	isOperation,
	nounBefore,
} from './name-evidence.js';
import { gapBefore, isFree, isShouted, isSpace, type NameReading, nounAfter, overBracket } from './name-reading.js';

const SHORTEST_LONE_NAME = 5;
/** Sentences on exercises, from which on an article is taken to be on them. */
const MANY = 3;

/** Names that no list knows, by what stands around them. */
export function newNames(reading: NameReading, found: FoundNames): Candidate[] {
	return possibleNames(reading, found).flatMap((run) => {
		const form = isOtherThing(reading, run.from, run.suffix.to) ? undefined : formOf(reading, run);
		if (!form) return [];
		const operation = isOperation(reading, run.from);
		return [{ from: operation ? run.from - 1 : run.from, to: run.suffix.to, form, operation }];
	});
}

function formOf(reading: NameReading, run: Run): NameForm | undefined {
	const { from, suffix } = run;
	const before = nounBefore(reading, from);
	if (reading.inTitle[from]) {
		if (before >= 0 && suffix.is === 'four') return 'prefix';
		return isDatedInTitle(reading, run) ? 'year' : undefined;
	}
	if (isOperation(reading, from)) return 'prefix';
	if (isNamed(reading, from, suffix.is !== null)) return 'naming';
	if (isHeaded(reading, run)) return formOfHeaded(reading, run, before);
	if (before >= 0 ? isPrefixed(reading, before, run) : isAbbreviated(reading, run)) return 'prefix';
	if (isDated(reading, run)) return 'year';
	if (isBeforeNoun(reading, run)) return 'noun';
	if (
		isApposed(reading, overBracket(reading, suffix.to)) &&
		isLongEnough(reading, run) &&
		!isSpeaker(reading, from) &&
		isUnquoted(reading, run)
	)
		return 'apposition';
	if (isApposedTo(reading, from, suffix.to) && isNoPerson(reading, run)) return 'apposition';
	const about =
		reading.aboutExercises.has(reading.sentence[from] ?? -1) ||
		(reading.aboutExercises.size > 0 && isShouted(reading.words[from]));
	return isEditionOf(reading, from) && about ? 'noun' : undefined;
}

/** "Exercise Ice Bridge", "Sea Guard-2024", "Sea Guard, a cyber exercise that …"; not "Navy Day 2024". */
function formOfHeaded(reading: NameReading, run: Run, before: number): NameForm | undefined {
	const { from, nameTo, suffix } = run;
	if (nameTo - from < 2) return undefined;
	if (/^E(?:xercise|XERCISE)$/.test(reading.words[before]?.text ?? '')) return 'prefix';
	if (suffix.is === 'four' && suffix.tied && isDated(reading, run)) return 'year';
	const one = /^(?:an?|one)$/.test(reading.words[suffix.to]?.folded ?? '');
	return one && isApposed(reading, suffix.to) && !isSpeaker(reading, from) ? 'apposition' : undefined;
}

/** "Exercise Iron Wolf"; "the exercise Iron Wolf in …"; not "the exercises Vladimir Putin ordered". */
function isPrefixed(reading: NameReading, noun: number, { from, nameTo, suffix }: Run): boolean {
	const word = reading.words[noun]?.text ?? '';
	if (suffix.is || /^(?:Exercises?|EXERCISES?|Wargame|Exercice|Ejercicio)$/.test(word)) return true;
	if (/s$/.test(word) && word !== 'exercises') return false;
	if (nameTo - from < 2 && !isShouted(reading.words[from])) return false;
	const after = reading.words[nameTo];
	const gap = gapBefore(reading, nameTo);
	if (/^(?:exercice|ejercicio|esercitazione)$/.test(word)) return true;
	if (!after || /^\s?[,.;:)(”"’—–]/.test(gap)) return true;
	return gap === ' ' && FOLLOWERS.has(after.folded) && !DONE_BY_PERSONS.has(after.folded);
}

const DONE_BY_PERSONS: ReadonlySet<string> = new Set(
	'has had have held conducted hosted set would will began started took could should may'.split(' '),
);

/** "Ex Iron Wolf 2024". */
const isAbbreviated = (reading: NameReading, { from, suffix }: Run): boolean =>
	/^E[xX]$/.test(reading.words[from - 1]?.text ?? '') && isSpace(reading, from) && suffix.is !== null;

/**
 * A year behind (behind capitals a number too), and the sentence speaks of exercises or of taking part; behind a
 * hyphen, or behind capitals, the document need only speak of them, and behind two words, speak of them often.
 */
function isDated(reading: NameReading, { from, nameTo, suffix }: Run): boolean {
	if (suffix.is === null || isEventBehind(reading, suffix.to)) return false;
	const sentence = reading.sentence[from] ?? -1;
	if (suffix.is === 'number') return isShouted(reading.words[from]) && reading.aboutExercises.has(sentence);
	const whole = suffix.is === 'four';
	if (reading.aboutExercises.has(sentence) && (whole || suffix.tied)) return true;
	const takingPart = [1, 2, 3].some(
		(back) => TAKING_PART.has(reading.words[from - back]?.folded ?? '') && reading.sentence[from - back] === sentence,
	);
	if (reading.aboutExercises.size === 0)
		return takingPart && whole && /^(?:in|the)$/.test(reading.words[from - 1]?.folded ?? '');
	if (whole && (suffix.tied || takingPart || isShouted(reading.words[from]))) return true;
	return nameTo - from > 1 && (takingPart || (whole && reading.aboutExercises.size >= MANY));
}

/** In a title the words tied to each other or to the year are the name. */
function isDatedInTitle(reading: NameReading, { nameTo, suffix }: Run): boolean {
	if (suffix.is !== 'four' || isEventBehind(reading, suffix.to)) return false;
	const about = suffix.tied ? reading.aboutExercises.size > 0 : nounAfter(reading, suffix.to) >= 0;
	return about && (suffix.tied || isTied(reading, nameTo - 1));
}

/** "Iron Wolf naval exercises"; a single word only with a number, in capitals or with a translation behind it. */
function isBeforeNoun(reading: NameReading, { from, nameTo, suffix }: Run): boolean {
	const over = overBracket(reading, suffix.to);
	if (nounAfter(reading, over) < 0) return false;
	if (suffix.is) return true;
	const heads = reading.sentence[from - 1] !== reading.sentence[from];
	if (nameTo - from < 2 && (heads || !(isShouted(reading.words[from]) || over !== suffix.to))) return false;
	if (TITLES.has(reading.words[from - 1]?.folded ?? '')) return false;
	for (let at = from; at < nameTo; at++) if (/^[’']/.test(gapBefore(reading, at + 1))) return false;
	return isFree(reading, nameTo - 1) || COMPETITION_NOUNS.has(reading.words[nameTo - 1]?.folded ?? '');
}

const isLongEnough = (reading: NameReading, { from, nameTo }: Run): boolean =>
	nameTo - from > 1 || ((reading.words[from]?.text.length ?? 0) >= SHORTEST_LONE_NAME && !isAdverb(reading, from));

/** "Notably, the air exercise …" */
const isAdverb = ({ words, sentence }: NameReading, at: number): boolean =>
	sentence[at - 1] !== sentence[at] && /ly$/.test(words[at]?.folded ?? '');

/** "According to Lapshin, the drills …", "said Marsh, the exercise …", "according to the Daily Post, the drill …". */
const isSpeaker = ({ words }: NameReading, from: number): boolean => {
	const article = words[from - 1]?.folded === 'the' ? 1 : 0;
	const to = words[from - 1 - article]?.folded === 'to' ? 1 : 0;
	return /^(?:according|said|says|told|added|by)$/.test(words[from - 1 - article - to]?.folded ?? '');
};

/** The last words of a quotation are no name by themselves. */
const isUnquoted = (reading: NameReading, { from, suffix }: Run): boolean =>
	!/^["”’»]/.test(gapBefore(reading, suffix.to)) || /["“‘«„]$/.test(gapBefore(reading, from));

/**
 * "the annual naval exercise, Iron Wolf, …", never "after the exercise, Vladimir Putin, …" or "…, Li Wei, a captain".
 */
function isNoPerson(reading: NameReading, { from, nameTo, suffix }: Run): boolean {
	if (suffix.is !== null || isShouted(reading.words[from])) return true;
	const described = reading.words[from - 2]?.folded ?? 'the';
	const behind = reading.words[nameTo]?.folded ?? '';
	return (
		nameTo - from > 1 &&
		!/^(?:the|this|that|of)$/.test(described) &&
		!/^(?:an?|the|who|said|his|her|told)$/.test(behind)
	);
}
