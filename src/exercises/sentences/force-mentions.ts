import { z } from 'zod';
import { readData } from '../../data.js';
import { SHIP_PREFIXES } from '../../gazetteer/ship-prefixes.js';
import { balanced } from '../../text/brackets.js';
import type { Span } from '../../text/span.js';
import { oneOf } from '../../text/word-pattern.js';
import { type Word, wordsOf } from '../../text/words.js';
import { countPattern } from '../../values/number-words.js';
import { quantitiesIn } from '../../values/quantities.js';

const nouns = z.array(z.string().min(1));

/** The nouns of forces by kind, and the words that may stand before them. */
export const forceWords = readData(
	'exercises/data/forces.json',
	z.strictObject({
		people: nouns,
		ships: nouns,
		aircraft: nouns,
		vehicles: nouns,
		formations: nouns,
		services: nouns,
		parties: nouns,
		events: nouns,
		modifiers: nouns,
		aircraftPrefixes: nouns,
	}),
);

/** A noun phrase for those who or which take part: units, ships, aircraft, services. */
export interface ForceMention extends Span {
	/** True for materiel and units ("two Tu-95 bombers"), false for whole services ("naval and air forces"). */
	readonly materiel: boolean;
}

const materielHeads = new Set([
	...forceWords.people,
	...forceWords.ships,
	...forceWords.aircraft,
	...forceWords.vehicles,
	...forceWords.formations,
]);
const serviceHeads = new Set(forceWords.services);
/** "air" of "air forces". */
const pairBeginnings = new Set([...materielHeads, ...serviceHeads].flatMap((head) => (head.includes(' ') ? [head.split(' ')[0]] : [])));
const modifiers = new Set(forceWords.modifiers);
const designator = new RegExp(`^${oneOf(forceWords.aircraftPrefixes)}-?\\d{1,3}[A-Z]{0,3}s?$`);
const counted = new RegExp(`^${countPattern}$`, 'i');
const hull = /^\s?\((?:[A-Z]{0,4}[-\s]?\d{1,4})\)/;
const lead =
	/(?:\b(?:more|fewer|less)\sthan|\b(?:at\sleast|up\sto|as\smany\sas|an\sestimated|about|around|over|nearly|almost|some|approximately))\s$/i;

/** Words that never belong to a force's name although they may be capitalised at a sentence's start. */
export const functionWords = new Set(
	(
		'a an the this that these those its their his her our both all any each in on at by for from with of to as and or but nor so if while when where ' +
		'during after before since until under over into through between among against amid also additionally moreover meanwhile however ' +
		'is are was were be been will would has have had it they he she we i not no more some said says according including'
	).split(' '),
);

/** Forces named in a span of text, in order, as printed. */
export function findForces(text: string, span: Span): ForceMention[] {
	const words = wordsOf(text, span);
	const found: ForceMention[] = [];
	for (let index = 0; index < words.length; index++) {
		const reach = headAt(words, index) ?? shipAt(words, index) ?? designatorAt(words, index);
		if (!reach) continue;
		const first = extendLeft(text, words, index);
		const last = extendRight(text, words, reach);
		const start = words[first]?.start ?? span.start;
		const mention = {
			start: start - (lead.exec(text.slice(Math.max(span.start, start - 20), start))?.[0].length ?? 0),
			end: closeHull(text, words[last]?.end ?? span.end),
			materiel: reach.materiel,
		};
		index = last;
		if (first === reach.last && last === reach.last && !reach.named) continue;
		const before = found.at(-1);
		if (before && (before.end > mention.start || listed(text, words, before, mention))) {
			found[found.length - 1] = { ...mention, start: before.start, materiel: before.materiel || mention.materiel };
		} else {
			found.push(mention);
		}
	}
	const quantities = found.length > 0 ? quantitiesIn(text, span) : [];
	return found.map((mention) => ({ ...mention, ...balanced(text, { start: wholeStart(mention, quantities), end: mention.end }) }));
}

/** Where the number before a force begins, with its limit and what it is a part of: never within it. */
function wholeStart({ start, end }: Span, quantities: readonly Span[]): number {
	const own = quantities.find((quantity) => quantity.start < start && quantity.end >= start - 1 && quantity.end < end);
	return own?.start ?? start;
}

interface Reach {
	readonly last: number;
	readonly materiel: boolean;
	/** True for a proper name, which stands alone; a bare "ships" is no force. */
	readonly named: boolean;
}

function headAt(words: readonly Word[], index: number): Reach | undefined {
	const word = words[index];
	const next = words[index + 1];
	if (!word) return undefined;
	if (next?.joined && pairBeginnings.has(word.lower)) {
		const pair = `${word.lower} ${next.lower}`;
		if (materielHeads.has(pair)) return { last: index + 1, materiel: true, named: false };
		if (serviceHeads.has(pair) && !modifiesNoun(words, index + 1)) return { last: index + 1, materiel: false, named: false };
	}
	const materiel = materielHeads.has(word.lower);
	if (!(materiel || serviceHeads.has(word.lower)) || modifiesNoun(words, index)) return undefined;
	return { last: index, materiel, named: false };
}

const nounsAfter =
	/^(?:exercises?|drills?|games?|patrols?|man(?:o|oe)uv\w+|cooperation|collaboration|ties|relations|leaders?|leadership|officials?|officers?|chiefs?|commanders?|ministers?|ministry|spokes\w+|experts?|analysts?|power|capabilit\w+|assets|activit\w+|operations?|bases?|action|presence|training|strategy|doctrine|budget|involvement|assistance|aid|rehearsal|mobilisation|mobilization|developments?|forces?|units?|personnel|flights?|instructor|science|posts?|parade|deployments?|missions?)$/;

/** "naval forces" ends in its head; in "the navy chief" and "military cooperation" the word only describes another. */
function modifiesNoun(words: readonly Word[], index: number): boolean {
	const next = words[index + 1];
	if (!next?.joined) return false;
	return nounsAfter.test(next.lower) || materielHeads.has(next.lower) || modifiers.has(next.lower);
}

function shipAt(words: readonly Word[], index: number): Reach | undefined {
	const word = words[index];
	const next = words[index + 1];
	if (!word || !SHIP_PREFIXES.has(word.text) || !next?.joined || !/^\p{Lu}/u.test(next.text)) return undefined;
	return { last: index + 1, materiel: true, named: true };
}

function designatorAt(words: readonly Word[], index: number): Reach | undefined {
	const word = words[index];
	return word && isCapital(word.text.charCodeAt(0)) && designator.test(word.text)
		? { last: index, materiel: true, named: true }
		: undefined;
}

/** Whether a letter's code is that of A to Z. */
const isCapital = (code: number): boolean => code >= 65 && code <= 90;

function extendLeft(text: string, words: readonly Word[], index: number): number {
	let first = index;
	let open = 0;
	while (first > 0) {
		const word = words[first - 1];
		const current = words[first];
		if (!word || !current) break;
		const gap = text.slice(word.end, current.start);
		if (!/^[\s()“"‘]*$/.test(gap)) break;
		open += (gap.includes(')') ? 1 : 0) - (gap.includes('(') ? 1 : 0);
		if (open < 0 || (open > 0 && !text.slice(Math.max(0, word.start - 8), word.start).includes('('))) break;
		if (word.lower === 'and' && first > 1) {
			const other = words[first - 2];
			if (!other || counted.test(current.text) || !describes(other) || !word.joined) break;
			first -= 2;
		} else if (describes(word)) {
			first -= 1;
		} else break;
	}
	return first;
}

function describes(word: Word): boolean {
	if (functionWords.has(word.lower)) return false;
	if (counted.test(word.text) || /^\d+(?:st|nd|rd|th)$/.test(word.text) || /-(?:class|based|led|ship|capable|powered)$/.test(word.lower))
		return true;
	return modifiers.has(word.lower.replace(/['’]s$/, '')) || /^\p{Lu}/u.test(word.text) || serviceHeads.has(word.lower);
}

/** Names after the noun: "destroyers Chungmugong Yi Sunsin and Seoae Ryu Seong-ryong", "Tu-142 Maritime Patrol Aircraft". */
function extendRight(text: string, words: readonly Word[], { last: index, materiel, named }: Reach): number {
	let last = index;
	if (!materiel) return last;
	for (;;) {
		const current = words[last];
		const next = words[last + 1];
		if (!current || !next) return last;
		const closed = closeHull(text, current.end);
		if (closed >= next.end) {
			last += 1;
			continue;
		}
		const gap = text.slice(closed, next.start);
		const capital = /^\p{Lu}/u.test(next.text) && !functionWords.has(next.lower);
		const head = materielHeads.has(next.lower) || (modifiers.has(next.lower) && materielHeads.has(words[last + 2]?.lower ?? ''));
		if (/^\s*$/.test(gap) && (capital || head)) last += 1;
		else if (
			/^\s$/.test(gap) &&
			next.lower === 'and' &&
			(namesOnly(words, named ? index - 1 : index, last, last + 2) || bareHead(words, last + 2))
		)
			last += 2;
		else return last;
	}
}

function namesOnly(words: readonly Word[], head: number, last: number, next: number): boolean {
	const other = words[next];
	return (
		last > head &&
		other?.joined === true &&
		/^\p{Lu}/u.test(other.text) &&
		!SHIP_PREFIXES.has(other.text) &&
		!functionWords.has(other.lower)
	);
}

/** "planes and helicopters": the second noun has no words of its own. */
function bareHead(words: readonly Word[], index: number): boolean {
	const word = words[index];
	return word?.joined === true && materielHeads.has(word.lower) && !words[index + 1]?.joined;
}

function closeHull(text: string, end: number): number {
	if (text[end] === ')' && text.slice(Math.max(0, end - 10), end).includes('(')) return end + 1;
	return end + (hull.exec(text.slice(end, end + 12))?.[0].length ?? 0);
}

/** "F-15K, KF-16 and F-35A" is one list of types; "navy and air forces" one phrase of services. */
function listed(text: string, words: readonly Word[], before: ForceMention, mention: ForceMention): boolean {
	const gap = text.slice(before.end, mention.start);
	if (!/^(?:,\s|\sand\s|,\sand\s)$/.test(gap)) return false;
	const firstWord = words.find((word) => word.start >= mention.start);
	return designator.test(firstWord?.text ?? '') || (!before.materiel && !mention.materiel && gap === ' and ');
}
