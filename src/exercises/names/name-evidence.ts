import {
	COMPETITION_NOUNS,
	EDITIONS,
	EVENTS,
	HELD,
	MODIFIERS,
	NAMED_EVENTS,
	NAMING,
	OTHER_THINGS,
	SERIES_NOUNS,
} from '../../gazetteer/name-cues.js';
import { isCapitalised } from '../../text/name-words.js';
import { gapBefore, isSpace, type NameReading, nounAfter } from './name-reading.js';

const foldedAt = ({ words }: NameReading, at: number): string => words[at]?.folded ?? '';

/** Index of the exercise noun directly before a name, over an opening quotation mark or bracket: -1 for none. */
export function nounBefore(reading: NameReading, from: number): number {
	if (!/^(?: |:? ?(?:[“"'‘«„「《(]|« )| \(["“]?)$/u.test(gapBefore(reading, from)) && !isSpace(reading, from))
		return -1;
	return [from - 2, from - 1].find((at) => at >= 0 && at + (reading.noun[at] ?? 0) === from) ?? -1;
}

/**
 * "a drill dubbed X", "Known as X, the exercise …", "the training, called X"; `dated`, "what they call X-24" too: but
 * not "a missile named X".
 */
export function isNamed(reading: NameReading, from: number, dated = false): boolean {
	const phrase = namingBefore(reading, from);
	const sentence = reading.sentence[from];
	if (phrase < 0 || sentence === undefined) return false;
	if (!reading.aboutExercises.has(sentence))
		return reading.aboutExercises.size > 0 && (dated || NAMED_EVENTS.has(foldedAt(reading, phrase - 1)));
	for (let at = phrase - 1; at >= 0 && reading.sentence[at] === sentence; at--) {
		if (reading.noun[at]) return true;
		const word = reading.words[at];
		if (word && !isCapitalised(word) && OTHER_THINGS.has(word.folded)) return false;
	}
	return true;
}

/** Index where "dubbed", "under the name of" and the like begins, directly before a name: -1 for none. */
function namingBefore(reading: NameReading, from: number): number {
	if (!/^(?:[ :,]*["“'‘«„「《]?|\s)$/u.test(gapBefore(reading, from))) return -1;
	const before =
		['the', 'as'].includes(foldedAt(reading, from - 1)) && !NAMING.has(phraseOf(reading, from - 2, from))
			? from - 1
			: from;
	return (
		[4, 3, 2, 1].map((length) => before - length).find((at) => at >= 0 && NAMING.has(phraseOf(reading, at, before))) ??
		-1
	);
}

const phraseOf = (reading: NameReading, from: number, to: number): string =>
	reading.words
		.slice(Math.max(from, 0), to)
		.map(({ folded }) => folded)
		.join(' ');

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the', 'its', 'their', 'one', 'this', 'another']);
const COPULAS: ReadonlySet<string> = new Set(['is', 'was', 'are', 'were', 'remains', 'became']);
const CLAUSE_WORDS: ReadonlySet<string> = new Set([
	'for',
	'to',
	'in',
	'on',
	'at',
	'with',
	'by',
	'after',
	'before',
	'during',
	'that',
	'which',
	'who',
	'from',
	'between',
	'against',
	'and',
]);
/** Words before "of" in a description of an exercise. */
const PARTS: ReadonlySet<string> = new Set([
	'one',
	'largest',
	'biggest',
	'series',
	'set',
	'round',
	'pair',
	'edition',
	'iteration',
	'version',
	'part',
	'some',
	'kind',
	'type',
	'phase',
	'number',
]);
const LONGEST_DESCRIPTION = 11;
const LONGEST_COMPOUND = 4;

/** "X, an annual naval exercise"; "X is one of the world's largest drills"; "X (the joint exercise)". */
export function isApposed(reading: NameReading, to: number): boolean {
	let at = to;
	const apposed = /^(?:[”"’')]?,[”"’']? |\)? ?[–—-] | \()$/u.test(gapBefore(reading, at));
	if (!apposed) {
		if (!(isSpace(reading, at) || gapBefore(reading, at) === ') ') || !COPULAS.has(foldedAt(reading, at))) return false;
		at++;
	}
	const bracket = / \($/.test(gapBefore(reading, to)) && MODIFIERS.has(foldedAt(reading, at));
	if (!bracket && !ARTICLES.has(foldedAt(reading, at))) return false;
	for (let end = at + LONGEST_DESCRIPTION; at < end; at++) {
		if (reading.noun[at + 1]) return !isPossessor(reading, at + 1 + (reading.noun[at + 1] ?? 0));
		if (!describes(reading, at + 1)) return false;
	}
	return false;
}

/** "a multilateral naval exercise, X, …". */
export function isApposedTo(reading: NameReading, from: number, to: number): boolean {
	if (!/^, ["“‘«]?$/u.test(gapBefore(reading, from)) || !/^["”’»]?[,.;)\n]/u.test(gapBefore(reading, to))) return false;
	return [from - 1, from - 2].some((at) => at + (reading.noun[at] ?? 0) === from && (reading.noun[at] ?? 0) > 0);
}

/**
 * True for a word inside "one of the world's largest, most complex naval and air …": no preposition but a part's, no
 * comma or "and" but between adjectives.
 */
function describes(reading: NameReading, at: number): boolean {
	const word = foldedAt(reading, at);
	if (word === 'and') return MODIFIERS.has(foldedAt(reading, at - 1)) && MODIFIERS.has(foldedAt(reading, at + 1));
	if (!word || CLAUSE_WORDS.has(word) || (word === 'of' && !PARTS.has(foldedAt(reading, at - 1)))) return false;
	const gap = gapBefore(reading, at);
	return /^(?:[ -]|['’])$/.test(gap) || isSpace(reading, at) || (gap === ', ' && MODIFIERS.has(word));
}

/** "the exercise's director", "the drill control group commander": the noun is not what is spoken of. */
function isPossessor(reading: NameReading, at: number): boolean {
	for (let end = at; end < at + LONGEST_COMPOUND && gapBefore(reading, end).length === 1; end++) {
		const word = foldedAt(reading, end);
		if (CLAUSE_WORDS.has(word)) return false;
		if (
			/^(?:directors?|commanders?|spokes(?:man|woman|person)|planners?|chief|head|coordinator|areas?|zone|s)$/.test(
				word,
			)
		)
			return true;
	}
	return false;
}

/** "the 21st edition of X". */
export function isEditionOf(reading: NameReading, from: number): boolean {
	const at = foldedAt(reading, from - 1) === 'the' ? from - 1 : from;
	return foldedAt(reading, at - 1) === 'of' && EDITIONS.has(foldedAt(reading, at - 2));
}

/**
 * "X was held", "X has been held", "X will be staged", "X takes place", over a description between commas too: "X, the
 * largest of these, was held".
 */
export function isHeld(reading: NameReading, to: number): boolean {
	let at = to;
	if (/^[”"’»]?,[”"’»]? $/u.test(gapBefore(reading, at))) {
		if (HELD.has(foldedAt(reading, at))) return true;
		const end = at + LONGEST_DESCRIPTION;
		do at++;
		while (at < end && !gapBefore(reading, at).startsWith(','));
	}
	const auxiliaries = at;
	while (at < auxiliaries + 4 && AUXILIARIES.has(foldedAt(reading, at))) at++;
	const passive = reading.words
		.slice(auxiliaries, at)
		.some(({ folded }) => /^(?:is|are|was|were|be|been|being)$/.test(folded));
	if (passive && HELD.has(foldedAt(reading, at))) return true;
	return /^(?:take|takes|took|taken)$/.test(foldedAt(reading, at)) && foldedAt(reading, at + 1) === 'place';
}

const AUXILIARIES: ReadonlySet<string> = new Set(
	'is are was were has have had will would may might be been being to last first usually also likely due expected set'.split(
		' ',
	),
);

/** "the ninth X", "the 12th X": one of a series. */
export const isCounted = (reading: NameReading, from: number): boolean =>
	isSpace(reading, from) &&
	/^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d+(?:st|nd|rd|th))$/.test(
		foldedAt(reading, from - 1),
	);

/** "Army-2024 International Forum", "the Davos 2024 summit". */
export function isEventBehind(reading: NameReading, to: number): boolean {
	for (let at = to; at < to + 4 && isSpace(reading, at); at++) {
		if (reading.noun[at]) return false;
		if (EVENTS.has(foldedAt(reading, at))) return true;
	}
	return false;
}

/** True for "Operation X". */
export const isOperation = (reading: NameReading, from: number): boolean =>
	/^(?:Operations?|OPERATION|Opération|Operación|Operação)$/.test(reading.words[from - 1]?.text ?? '') &&
	isSpace(reading, from);

/** True when the words around a name say that it is an exercise's. */
export function isBesideCue(reading: NameReading, from: number, to: number): boolean {
	return (
		nounBefore(reading, from) >= 0 ||
		nounAfter(reading, to) >= 0 ||
		(COMPETITION_NOUNS.has(foldedAt(reading, to)) && /^["”’»]? $/.test(gapBefore(reading, to))) ||
		(SERIES_NOUNS.has(foldedAt(reading, to)) && isSpace(reading, to)) ||
		isNamed(reading, from) ||
		isApposed(reading, to) ||
		isApposedTo(reading, from, to) ||
		isEditionOf(reading, from)
	);
}
