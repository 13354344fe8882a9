import { BLOCS, HEADS, LEADING, NOT_AFTER, OTHER_THINGS, TITLES } from '../../gazetteer/name-cues.js';
import { SHIP_PREFIXES } from '../../gazetteer/ship-prefixes.js';
import { isCapitalised } from '../../text/name-words.js';
import { gapBefore, isSpace, type NameReading } from './name-reading.js';

/**
 * "USS Vostok", "Vostok battlegroup", "Group of Forces Zapad", "Malabar Coast", "Admiral Grom", "ocean-going": another
 * thing's name.
 */
export function isOtherThing(reading: NameReading, from: number, to: number): boolean {
	return isOthersBefore(reading, from, to) || isOthersBehind(reading, to);
}

function isOthersBefore(reading: NameReading, from: number, to: number): boolean {
	const before = reading.words[from - 1];
	if (!before || reading.noun[from - 1]) return false;
	const spaced = isSpace(reading, from);
	if (spaced && SHIP_PREFIXES.has(before.text)) return true;
	if ((spaced || gapBefore(reading, from) === '. ') && TITLES.has(before.folded)) return true;
	const dated = /^\d/.test(reading.words[to - 1]?.text ?? '');
	const thing =
		NOT_AFTER.has(before.folded) ||
		(!isCapitalised(before) && OTHER_THINGS.has(before.folded) && !reading.known[from - 1]);
	return !dated && thing && (spaced || /^ ["“«„]$/u.test(gapBefore(reading, from)));
}

function isOthersBehind(reading: NameReading, to: number): boolean {
	const after = reading.words[to];
	if (!after || reading.noun[to]) return false;
	const gap = gapBefore(reading, to);
	if (gap === '-' && !isCapitalised(after) && !/\d/.test(after.text)) return !PARTICIPLES.has(after.folded);
	if (!/^["”»]? $/u.test(gap)) return false;
	return (
		NOT_AFTER.has(after.folded) ||
		(gap === ' ' && isCapitalised(after) && HEADS.has(after.folded) && !reading.inTitle[to])
	);
}

/** What a hyphen may tie to a name that stays one: "Zapad-style drills". */
const PARTICIPLES: ReadonlySet<string> = new Set(['led', 'style', 'type', 'like', 'series', 'related']);

/**
 * True when capitals beside it make it a part of a longer name: "Black Sea Shield", "Red Flag Canadian Association".
 */
export function isPartOfOther(reading: NameReading, from: number, to: number): boolean {
	if (reading.inTitle[from]) return false;
	return endsOther(reading, from) || (isSpace(reading, to) && isProper(reading, to));
}

/** True when a word with a capital stands before it, which is more than the head of a sentence: "Black Sea Shield". */
export function endsOther(reading: NameReading, from: number): boolean {
	if (reading.inTitle[from] || !isSpace(reading, from) || reading.sentence[from - 1] !== reading.sentence[from])
		return false;
	return isProper(reading, from - 1) && reading.sentence[from - 2] === reading.sentence[from];
}

/** A word with a capital of its own that is no country, bloc or exercise word. */
export function isProper(reading: NameReading, at: number): boolean {
	const word = reading.words[at];
	if (!word || !isCapitalised(word) || /\d/.test(word.text) || /\p{Lo}/u.test(word.text)) return false;
	return (
		!reading.known[at] &&
		!reading.noun[at] &&
		!LEADING.has(word.folded) &&
		!BLOCS.has(word.folded) &&
		!/^(?:Operation|Ex)$/.test(word.text)
	);
}
