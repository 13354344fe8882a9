import { HEADS, LEADING, NEVER } from '../../gazetteer/name-cues.js';
import { NameIndex } from '../../gazetteer/name-index.js';
import { parseName } from '../../gazetteer/names.js';
import { SHIP_PREFIXES } from '../../gazetteer/ship-prefixes.js';
import { isCapitalised } from '../../text/name-words.js';
import type { Span } from '../../text/span.js';
import { isMonth } from '../../values/date-words.js';
import type { Candidate, FoundNames } from './candidates.js';
import { possibleNames } from './capitalised-runs.js';
import { isOtherThing } from './counter-evidence.js';
import { gapBefore, isFree, isShouted, type NameReading, nounAfter, nounLengthAt, suffixOf } from './name-reading.js';

const LONGEST_TRANSLATION = 6;
const SHORTEST_LONE_NAME = 5;
const SMALL_WORDS = /^(?:of|the|de|and|du|for|e|i|и)$/;

/** Another name of the name that begins at the word `sameAs`. */
export interface Translation extends Candidate {
	readonly sameAs: number;
}

/** Other names behind a name: "Union Shield (Shchit Soyuza)", "RIMPAC 2010, the Rim of the Pacific Exercise". */
export function translations(reading: NameReading, found: FoundNames): Translation[] {
	return found.all.flatMap((name) => {
		const end = reading.words[name.to - 1]?.end ?? 0;
		const behind = reading.text.slice(end, end + 100);
		const match = IN_BRACKETS.exec(behind) ?? IN_COMMAS.exec(behind) ?? IN_QUOTES.exec(behind);
		const inside = match?.[1];
		if (!match || !inside || /[:;,]|\d{3}-/.test(inside)) return [];
		const start = end + match[0].indexOf(inside);
		let from = name.to;
		while ((reading.words[from]?.start ?? Infinity) < start) from++;
		let to = from;
		while (reading.words[to] && (reading.words[to]?.end ?? 0) <= start + inside.length) to++;
		return isTranslation(reading, from, to, name)
			? [{ from, to, form: 'translation' as const, sameAs: name.from }]
			: [];
	});
}

const IN_BRACKETS = /^[”"’'»]?\s?\((?:or |also |the |in \p{Lu}\p{L}+:? )?["“«‘']?([^()]{2,60}?)["”»’']?\)/iu;
/** "the Kamandag “Cooperation of Warriors of the Sea” exercise". */
const IN_QUOTES = /^ [“«"]([^“”«»"]{2,60})[”»"]/u;
const IN_COMMAS =
	/^[”"’'»]?,? (?:or|also known as|the|otherwise known as) ["“«‘']?((?:\p{Lu}[\p{L}-]+(?: of the | of | and | )?)+(?:Exercise|EXERCISE))["”»’']?[,.)]/u;

function isTranslation(reading: NameReading, from: number, to: number, name: Candidate): boolean {
	const words = reading.words.slice(from, to);
	const [first] = words;
	if (!first || words.length > LONGEST_TRANSLATION + (/\p{Lo}/u.test(first.text) ? LONGEST_TRANSLATION : 0))
		return false;
	if (!words.every((word) => isCapitalised(word) || SMALL_WORDS.test(word.folded) || /^\d/.test(word.text)))
		return false;
	const letters = words.filter(({ text }) => !/^\d/.test(text));
	// "(17.–28. Juni 2024)"
	if (letters.every(({ text }) => isMonth(text))) return false;
	const own = letters.filter((word, at) => !reading.known[from + at] && !NEVER.has(word.folded));
	if (own.length === 0 || HEADS.has(letters.at(-1)?.folded ?? '') || SHIP_PREFIXES.has(first.text)) return false;
	if (own.length < letters.length && own.every((word) => LEADING.has(word.folded))) return false;
	return words.length > 1 || !isShouted(first) || isShortFor(first.folded, reading, name);
}

/**
 * "REP" for "Robotic Experimentation and Prototyping", "STDE24" for "Steadfast Defender 2024": its letters stand in the
 * name in that order.
 */
function isShortFor(short: string, { words }: NameReading, { from, to }: Candidate): boolean {
	const name = words
		.slice(from, to)
		.map(({ folded }) => folded)
		.join('');
	let at = -1;
	return [...short.replace(/\d+$/, '')].every((letter, index) => {
		at = name.indexOf(letter, at + 1);
		return index === 0 ? at === 0 : at > 0;
	});
}

/**
 * "Iron Wolf-2021 and Sea Guardian-2022", "Exercises Iron Wolf and Sea Guardian": a run that "and" or a comma joins to
 * a name of its kind.
 */
export function coordinatedNames(reading: NameReading, found: FoundNames): Candidate[] {
	return possibleNames(reading, found).flatMap(({ from, nameTo, suffix }) => {
		if (reading.inTitle[from] || isOtherThing(reading, from, suffix.to)) return [];
		const before = [from - 1, from - 2]
			.map((at) => found.at(at))
			.find((name) => name && joinedTo(reading, name.to) === from);
		const next = joinedTo(reading, suffix.to);
		const after = found.at(next)?.from === next ? found.at(next) : undefined;
		const plural =
			(before && isPlural(reading, before.from - 1)) || (after && isPlural(reading, nounAfter(reading, after.to)));
		const fits = suffix.is !== null ? before || after : plural && nameTo - from > 1;
		return fits ? [{ from, to: suffix.to, form: 'coordinated' as const }] : [];
	});
}

const isPlural = (reading: NameReading, at: number): boolean =>
	nounLengthAt(reading, at) > 0 && /s$/.test(reading.words[at + nounLengthAt(reading, at) - 1]?.folded ?? '');

/** The index of the word behind "and" or a comma. */
function joinedTo(reading: NameReading, to: number): number {
	if (reading.words[to]?.folded === 'and' && /^[”"’»]?,? $/.test(gapBefore(reading, to))) return to + 1;
	return /^[”"’»]?, ["“‘«]?$/.test(gapBefore(reading, to)) ? to : -1;
}

/** Where names that the document has made plain stand again, without anything beside them. */
export function repeatedNames(reading: NameReading, found: FoundNames, span: Span): Candidate[] {
	const index = new NameIndex<Candidate>();
	let empty = true;
	for (const name of found.all) {
		if (name.form === 'listed') continue;
		const { key } = parseName(reading.text.slice(reading.words[name.from]?.start, reading.words[name.to - 1]?.end));
		const own = key.split(' ');
		if (own.length === 1 && !isDistinct(reading, name, key)) continue;
		index.add(own.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' '), name);
		empty = false;
	}
	if (empty) return [];
	const indexOf = new Map(reading.words.map((word, at) => [word.start, at]));
	return index.find(reading.text, span).matches.flatMap((match) => {
		const from = indexOf.get(match.start);
		const [first] = match.named;
		if (from === undefined || !first) return [];
		const suffix = suffixOf(reading, from + match.to - match.from);
		const repeat: Candidate = { from, to: suffix.to, form: 'repeat', operation: first.operation ?? false };
		return isOtherThing(reading, from, suffix.to) || found.isTaken(repeat) ? [] : [repeat];
	});
}

/** A name of one word is told again only when the word is nothing else. */
function isDistinct(reading: NameReading, { from, to, form }: Candidate, key: string): boolean {
	if (key.length < SHORTEST_LONE_NAME || form === 'translation') return false;
	return reading.words.slice(from, to).some((_, at) => isFree(reading, from + at));
}
