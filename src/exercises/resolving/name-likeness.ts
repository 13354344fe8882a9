import { distance } from 'fastest-levenshtein';
import { LEADING, MODIFIERS } from '../../gazetteer/name-cues.js';

/** A name as it is compared: without year, case, marks and exercise words. */
export interface Label {
	readonly key: string;
	readonly words: readonly string[];
	/** Those with a digit. */
	readonly numbers: readonly string[];
	/** The words without spaces: "north joint" and "northjoint" are one. */
	readonly joined: string;
	readonly initials: string;
	/** One bit a letter: tells most names apart without counting edits. */
	readonly letters: number;
}

/** How a typed name is like a label: `same` words, the same but for `typos`, `part` of its words, its `initials`, or more words `around` it. */
export interface Likeness {
	readonly how: 'same' | 'typos' | 'part' | 'initials' | 'around';
	/** 0 to 1. */
	readonly score: number;
}

export function labelOf(key: string): Label {
	const words = key.split(' ').filter(Boolean);
	const joined = words.join('');
	const numbers = words.filter((word) => /\d/.test(word));
	return { key, words, numbers, joined, initials: words.map((word) => word.charAt(0)).join(''), letters: lettersOf(joined) };
}

function lettersOf(word: string): number {
	let letters = 0;
	for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
	return letters;
}

/** How many kinds of letters stand in one set and not in the other. */
function lettersMissing(from: number, of: number): number {
	let missing = of & ~from;
	let count = 0;
	for (; missing !== 0; missing &= missing - 1) count++;
	return count;
}

const TYPO_COST = 0.75;
const PART = { least: 0.6, span: 0.25 };
const AROUND = { least: 0.55, span: 0.3, smallest: 0.3 };
const INITIALS = 0.7;
const INEXACT_WORD = 0.03;
const SHORTEST_PART = 3;

const MOST_TYPOS = 3;

/** Edits that a name of so many letters may hold and still be meant. */
function typosAllowed(letters: number): number {
	if (letters < 4) return 0;
	if (letters < 7) return 1;
	return letters < 12 ? 2 : MOST_TYPOS;
}

/** How like a typed name is to a label; undefined when it is not. */
export function likeness(typed: Label, label: Label): Likeness | undefined {
	if (!typed.joined || !label.joined) return undefined;
	if (typed.joined === label.joined) return { how: 'same', score: 1 };
	if (typed.numbers.some((word) => !label.words.includes(word))) return undefined;
	// Neither can stand in the other, typos and all: most labels end here.
	const isFar = lettersMissing(label.letters, typed.letters) > MOST_TYPOS && lettersMissing(typed.letters, label.letters) > MOST_TYPOS;
	if (isFar) return initialsOf(typed, label);
	return typosIn(typed, label) ?? partOf(typed, label) ?? initialsOf(typed, label) ?? around(typed, label);
}

function typosIn(typed: Label, label: Label): Likeness | undefined {
	const { joined } = typed;
	const letters = Math.max(joined.length, label.joined.length);
	const allowed = typosAllowed(Math.min(joined.length, label.joined.length));
	if (Math.abs(joined.length - label.joined.length) > allowed || lettersMissing(label.letters, typed.letters) > allowed) return undefined;
	const edits = editsBetween(joined, label.joined);
	return edits <= allowed ? { how: 'typos', score: 1 - TYPO_COST * (edits / letters) - 0.01 } : undefined;
}

/** Levenshtein's distance, with two neighbours that changed places counted once. */
function editsBetween(one: string, other: string): number {
	const edits = distance(one, other);
	if (edits < 2 || one.length !== other.length) return edits;
	const at = [...one].findIndex((letter, index) => letter !== other[index]);
	const swapped = one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2);
	return Math.min(edits, 1 + distance(swapped, other));
}

/** "interaction" or "north inter" for "North/Interaction"; never by words alone that many names have ("joint"). */
function partOf(typed: Label, label: Label): Likeness | undefined {
	if (typed.joined.length < SHORTEST_PART || typed.joined.length > label.joined.length) return undefined;
	if (lettersMissing(label.letters, typed.letters) > typosAllowed(typed.joined.length)) return undefined;
	const coverage = typed.joined.length / label.joined.length;
	const score = PART.least + PART.span * coverage;
	if (typed.words.every(isCommon)) return undefined;
	if (label.joined.startsWith(typed.joined)) return { how: 'part', score };
	const left = [...label.words];
	let inexact = 0;
	for (const word of typed.words) {
		const at = left.findIndex((other) => other === word || (word.length >= 2 && other.startsWith(word)) || isTypo(word, other));
		if (at < 0) return undefined;
		if (left[at] !== word) inexact++;
		left.splice(at, 1);
	}
	return { how: 'part', score: score - INEXACT_WORD * inexact };
}

const isCommon = (word: string): boolean => MODIFIERS.has(word) || LEADING.has(word);

const isTypo = (word: string, other: string): boolean =>
	word.length >= 5 && Math.abs(word.length - other.length) <= 2 && editsBetween(word, other) <= typosAllowed(word.length);

/** "ni" for Northern/Interaction. */
function initialsOf(typed: Label, label: Label): Likeness | undefined {
	const fits = label.words.length > 1 && typed.words.length === 1 && typed.joined === label.initials;
	return fits ? { how: 'initials', score: INITIALS } : undefined;
}

/** "who hosted vostok": the whole label stands among what was typed. */
function around(typed: Label, label: Label): Likeness | undefined {
	const share = label.joined.length / typed.joined.length;
	if (share > 1 || share < AROUND.smallest || lettersMissing(typed.letters, label.letters) > typosAllowed(label.joined.length))
		return undefined;
	if (label.words.every(isCommon)) return undefined;
	const from = typed.words.findIndex((_, at) => label.words.every((word, index) => isSame(typed.words[at + index] ?? '', word)));
	return from < 0 ? undefined : { how: 'around', score: AROUND.least + AROUND.span * share };
}

const isSame = (word: string, other: string): boolean => word === other || isTypo(word, other);
