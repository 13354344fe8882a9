import { BLOCS, EXERCISE_HEADS, FOLLOWERS, HEADS, NEVER, TAKING_PART, TITLES } from '../../gazetteer/name-cues.js';
import type { SeriesList } from '../../gazetteer/series.js';
import { isCapitalised } from '../../text/name-words.js';
import type { Candidate, FoundNames } from './candidates.js';
import { endsOther, isOtherThing, isPartOfOther, isProper } from './counter-evidence.js';
import {
	isBesideCue,
	isCounted,
	isEditionOf,
	isEventBehind,
	isHeld,
	isNamed,
	isOperation,
	nounBefore,
} from './name-evidence.js';
import { gapBefore, isShouted, isSpace, type NameReading, type Suffix, suffixOf } from './name-reading.js';

/** A name of the series list in a text. */
export interface ListedName extends Candidate {
	/**
	 * False for an ordinary word with nothing beside it that makes it a name: counts only when the document makes it one
	 * elsewhere.
	 */
	readonly sure: boolean;
	/** An ordinary word: "East" for Vostok. */
	readonly ordinary: boolean;
}

/** Names of the series list, in order. */
export function listedNames(reading: NameReading, list: SeriesList, anyCase = false): ListedName[] {
	const names = gluedNames(reading, list);
	const { matches } = list.names.findAmong(reading.text, reading.words, anyCase);
	const pairOf = (at: number): string => `${reading.words[at]?.folded} ${reading.words[at + 1]?.folded}`;
	const longer = new Set(
		matches.filter(({ from, to }) => to - from === 1 && isLonger(reading, from)).map(({ from }) => pairOf(from)),
	);
	for (const { named, from, to: nameTo } of matches) {
		const [name] = named;
		if (!name || (longer.has(pairOf(from)) && nameTo - from === 1)) continue;
		const suffix = suffixOf(reading, nameTo);
		if (isOtherThing(reading, from, suffix.to) || isInsideWord(reading, from, nameTo, suffix)) continue;
		const sure = isSure(reading, from, nameTo, suffix, name.ordinary);
		names.push({
			from,
			to: suffix.to,
			form: 'listed',
			series: name.series,
			sure,
			ordinary: name.ordinary,
			operation: isOperation(reading, from),
		});
	}
	return names;
}

/**
 * "Exercise Ocean Kestrel": the first word of another name, which the text calls an exercise outright. Where capitals
 * say nothing, in a title, nothing is known.
 */
function isLonger(reading: NameReading, from: number): boolean {
	const at = from + 1;
	const word = reading.words[at];
	if (!word || reading.inTitle[from] || !isSpace(reading, at)) return false;
	if (nounBefore(reading, from) < 0 && !isNamed(reading, from) && !isEditionOf(reading, from)) return false;
	const { folded } = word;
	const isOther = TITLES.has(folded) || FOLLOWERS.has(folded) || NEVER.has(folded);
	if (isOther || (HEADS.has(folded) && !EXERCISE_HEADS.has(folded))) return false;
	if (!isInSmallLetters(reading, from)) return false;
	if (isProper(reading, at)) return true;
	const isName = isCapitalised(word) && /^\p{L}{4,}$/u.test(word.text) && !reading.known[at] && !reading.noun[at];
	return isName && suffixOf(reading, at + 1).is === 'four';
}

/** The sentence has words in small letters, so that capitals say something. */
const isInSmallLetters = (reading: NameReading, at: number): boolean =>
	reading.words.some(
		({ text }, other) =>
			reading.sentence[other] === reading.sentence[at] && /^\p{Ll}{4,}$/u.test(text) && reading.noun[other] === 0,
	);

/** "#RIMPAC2024", "CobraGold24". */
function gluedNames(reading: NameReading, list: SeriesList): ListedName[] {
	return reading.words.flatMap((word, at) => {
		if (
			!isDigit(word.text.charCodeAt(word.text.length - 1)) ||
			!/^\p{Lu}\p{L}{3,}(?:(?:19|20)\d\d|\d\d)$/u.test(word.text)
		)
			return [];
		const series = list.seriesOf(word.text);
		return series ? [{ from: at, to: at + 1, form: 'listed' as const, series, sure: true, ordinary: false }] : [];
	});
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/**
 * The second half of a joined name ("Trans-Pacific Partnership"). Scripts without case or spaces: only between
 * quotation marks, brackets or spaces, or with a year behind.
 */
function isInsideWord(reading: NameReading, from: number, nameTo: number, suffix: Suffix): boolean {
	if (suffix.is === null && gapBefore(reading, from) === '-' && /^\p{Lu}/u.test(reading.words[from - 1]?.text ?? ''))
		return true;
	if (!/^\p{Lo}/u.test(reading.words[from]?.text ?? '') || suffix.is === 'four') return false;
	const touches = (at: number) =>
		gapBefore(reading, at) === '' &&
		/^\p{Lo}/u.test(reading.words[at]?.text ?? '') &&
		reading.words[at - 1] !== undefined;
	return nameTo - from < 4 && (touches(from) || touches(nameTo));
}

function isSure(reading: NameReading, from: number, nameTo: number, suffix: Suffix, ordinary: boolean): boolean {
	if (ordinary && (endsOther(reading, from) || (suffix.is === null && isInsidePlace(reading, from)))) return false;
	if (isBesideCue(reading, from, suffix.to) || isEntry(reading, from, suffix)) return true;
	const dated = suffix.is === 'four' || suffix.is === 'two';
	const about = reading.aboutExercises.size > 0;
	if (ordinary && dated)
		return (
			(about && isYearOf(reading, nameTo, suffix)) ||
			(suffix.is === 'four' && (suffix.tied || isHeld(reading, suffix.to)))
		);
	if (ordinary) return about && (isHeld(reading, suffix.to) || isCounted(reading, from));
	if (dated || nameTo - from > 2) return true;
	return (
		!isPartOfOther(reading, from, suffix.to) &&
		(nameTo - from > 1 || isShouted(reading.words[from]) || isAmongDrills(reading, from, suffix))
	);
}

/**
 * A lone word may be a hill, a newspaper or a station as well: its sentence speaks of exercises, or of holding one or
 * taking part.
 */
function isAmongDrills(reading: NameReading, from: number, { to }: Suffix): boolean {
	const sentence = reading.sentence[from] ?? -1;
	if (reading.aboutExercises.has(sentence) || isHeld(reading, to) || isCounted(reading, from)) return true;
	return [1, 2, 3].some(
		(back) => TAKING_PART.has(reading.words[from - back]?.folded ?? '') && reading.sentence[from - back] === sentence,
	);
}

/** "Aurora 23", never "the Ocean 10/07" of a table, or "Orion 2024 Conference". */
const isYearOf = (reading: NameReading, nameTo: number, suffix: Suffix): boolean =>
	(suffix.is === 'four' || suffix.tied || (suffix.to === nameTo + 1 && gapBefore(reading, nameTo) === ' ')) &&
	!isEventBehind(reading, suffix.to);

/** A line of a list: "Dragon 24 – Poland, 25 February to 14 March". */
const isEntry = (reading: NameReading, from: number, suffix: Suffix): boolean =>
	suffix.is !== null &&
	reading.aboutExercises.size > 0 &&
	/(?:^|\n)[\s•*–-]*$/.test(gapBefore(reading, from)) &&
	/^(?: [–—-] |: )/.test(gapBefore(reading, suffix.to));

/** "Pacific Ocean": the ordinary word ends a place's name. */
const isInsidePlace = (reading: NameReading, from: number): boolean =>
	isSpace(reading, from) &&
	reading.known[from - 1] === true &&
	(reading.known[from] === true || BLOCS.has(reading.words[from - 1]?.folded ?? ''));

/** True for a listed name that the document makes a name elsewhere: two words or more, or in capitals as there. */
export function isToldAgain(reading: NameReading, name: ListedName, found: FoundNames): boolean {
	if (!found.all.some(({ series }) => series && series === name.series)) return false;
	if (isPartOfOther(reading, name.from, name.to) || isInsidePlace(reading, name.from)) return false;
	return name.to - name.from > 1 || isShouted(reading.words[name.from]) || !name.ordinary;
}
