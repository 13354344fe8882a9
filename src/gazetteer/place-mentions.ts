import { isAllCapitals, isCapitalised, type NameWord, nameKey } from '../text/name-words.js';
import type { Span } from '../text/span.js';
import { type Actor, contains, type Gazetteer, gazetteer, type Named, type Place } from './gazetteer.js';
import {
	CITY_NOUNS_AFTER,
	HEADS_AFTER,
	HEADS_BEFORE,
	LOCATIVE,
	MOTION,
	PERSON_NAMES,
	PLACE_BEFORE,
	PLACE_NOUNS,
	SHARED_HEADS,
	SHIP_KINDS,
} from './mention-words.js';
import { isOrdinaryWord, type NameMatch, type NamesFound } from './name-index.js';
import type { PlaceMention } from './place-mention.js';
import { sharedHeads } from './shared-heads.js';
import { SHIP_PREFIXES } from './ship-prefixes.js';
import { withTowns } from './town-mentions.js';

export interface MentionOptions {
	/** For what people type: names in lower case count too. */
	readonly anyCase?: boolean;
	readonly in?: Gazetteer;
}

/**
 * The places of a text or of a span of it, in order, never overlapping; the longest name wins ("South China Sea", never "China").
 * Offsets point into the whole text.
 */
export function findPlaces(text: string, span?: Span, options: MentionOptions = {}): PlaceMention[] {
	const all = options.in ?? gazetteer;
	return placesAmong(all.names.find(text, span, options.anyCase), all);
}

/** The places among the names found in a text. */
export function placesAmong(found: NamesFound<Named>, all: Gazetteer): PlaceMention[] {
	const shared = sharedHeads(found, all.names);
	const single = found.matches.filter((match) => !shared.some((other) => match.start < other.end && other.start < match.end));
	const matches = [...single, ...shared].sort((one, other) => one.start - other.start);
	const mentions: PlaceMention[] = [];
	for (const match of matches) {
		const place = readPlace({ found, match, before: mentions.at(-1), all });
		if (place) mentions.push({ start: match.start, end: match.end, ...place });
		else mentions.push(...countriesInActor(match, found, all));
	}
	return withTowns(found.text, mentions, all);
}

interface Reading {
	readonly found: NamesFound<Named>;
	readonly match: NameMatch<Named>;
	/** The mention before it, to carry "in" over "in Beijing and Moscow". */
	readonly before: PlaceMention | undefined;
	readonly all: Gazetteer;
}

type PlaceRead = Pick<PlaceMention, 'place' | 'how'>;

function readPlace(reading: Reading): PlaceRead | undefined {
	const { found, match, all } = reading;
	const candidates = match.named.filter((named) => named.is === 'place');
	if (candidates.length < match.named.length || candidates.length === 0 || isCutShort(reading)) return undefined;
	if (isShip(reading) || isOthersPart(reading)) return undefined;
	const named = candidates.filter(({ how }) => how !== 'government').map(({ place, how }) => ({ place, how }));
	const government = candidates.find(({ how }) => how === 'government');
	const within = named.find(({ place }) => followedByContainer(place, reading)) ?? named.find(({ place }) => followsPart(place, reading));
	if (within) return within;
	if (isOrdinaryWord(found.words.slice(match.from, match.to)) && !isPlaceByContext(reading)) return undefined;
	if (isPersonByContext(reading)) return undefined;
	const chosen = named.find(({ place }) => !place.ambiguous) ?? (isAfter(PLACE_BEFORE, reading) ? named[0] : undefined);
	if (!government) return chosen;
	if (chosen && chosen.place.kind !== 'country' && isCityByContext(reading, all)) return chosen;
	return { place: government.place, how: 'government' };
}

/** "USS Boston", "the Los Angeles-class submarine", "the Shandong aircraft carrier": named after a place, and none. */
function isShip(reading: Reading): boolean {
	const { found, match } = reading;
	const previous = found.words[match.from - 1];
	if (previous && (SHIP_KINDS.has(previous.folded) || SHIP_PREFIXES.has(previous.text)) && /^ [*_]{0,2}$/.test(gapBefore(reading)))
		return true;
	const country = match.named.some((named) => named.is === 'place' && named.place.kind === 'country');
	return !country && /^(?:[-–‑ ]class\b| (?:aircraft )?carrier\b)/.test(found.text.slice(match.end, match.end + 20));
}

/** "Cape Tokmak", "Luga River", "Manila Times": only a part of another name. Countries keep theirs ("Russia Times"). */
function isOthersPart({ found: { text, words }, match }: Reading): boolean {
	if (match.named.some((named) => named.is === 'place' && named.place.kind === 'country')) return false;
	const [before, after] = [words[match.from - 1], words[match.to]];
	return (
		(before !== undefined && HEADS_BEFORE.has(before.folded) && isCapitalised(before) && text.slice(before.end, match.start) === ' ') ||
		(after !== undefined && HEADS_AFTER.has(after.folded) && isCapitalised(after) && text.slice(match.end, after.start) === ' ')
	);
}

/** "the Gulf" of "the Gulf of Somewhere" is no name of its own. */
function isCutShort({ found: { words }, match }: Reading): boolean {
	const [last, of, next] = words.slice(match.to - 1, match.to + 2);
	return last !== undefined && SHARED_HEADS.has(last.folded) && of?.folded === 'of' && next !== undefined && isCapitalised(next);
}

/** "Portsmouth, Virginia"; "Vladivostok (Russia)". */
function followedByContainer(place: Place, { found: { text, words, matches }, match, all }: Reading): boolean {
	if (!words[match.to] || !/^(?:,\s*|\s*\(\s*)$/.test(text.slice(match.end, words[match.to]?.start))) return false;
	const next = matches.find((other) => other.from === match.to);
	return next?.named.some((named) => named.is === 'place' && named.how === 'name' && contains(named.place, place, { in: all })) ?? false;
}

/** "Fort Stewart, Georgia". */
function followsPart(place: Place, { found: { text }, match, before, all }: Reading): boolean {
	return before !== undefined && /^,\s*$/.test(text.slice(before.end, match.start)) && contains(place, before.place, { in: all });
}

function isAfter(words: ReadonlySet<string>, { found, match }: Reading): boolean {
	const before = wordBefore(found.words, match.from);
	return before !== undefined && words.has(before.folded) && isNear(found.text, before.end, match.start);
}

const isNear = (text: string, from: number, to: number): boolean => /^[\s"“‘']*(?:the\s+)?$/i.test(text.slice(from, to));

/** The word before, over an article. */
function wordBefore(words: readonly NameWord[], at: number): NameWord | undefined {
	return words[at - 1]?.folded === 'the' ? words[at - 2] : words[at - 1];
}

/** For names in lower case that are ordinary words: "the us", "in turkey", "us navy". */
function isPlaceByContext(reading: Reading): boolean {
	const { found, match } = reading;
	if (found.words[match.from - 1]?.folded === 'the' || isAfter(LOCATIVE, reading)) return true;
	return found.matches.some((other) => other.from === match.to && other.named.some((named) => named.is === 'role'));
}

const gapBefore = ({ found: { text, words }, match }: Reading): string => text.slice(words[match.from - 1]?.end ?? 0, match.start);

/** "Lloyd Austin", "Jordan Peterson": a place that is a person's name too, directly beside another capitalised word that is no name of the gazetteer. */
function isPersonByContext(reading: Reading): boolean {
	const { found, match } = reading;
	const word = found.words[match.from];
	if (!word || match.to - match.from > 1 || !PERSON_NAMES.has(word.folded) || isAllCapitals(word)) return false;
	const beside = (other: NameWord | undefined, gap: string, known: boolean): boolean =>
		other !== undefined && gap === ' ' && !known && isCapitalised(other) && !/\d/.test(other.text) && !PLACE_BEFORE.has(other.folded);
	const before = found.words[match.from - 1];
	const after = found.words[match.to];
	return (
		beside(
			before,
			gapBefore(reading),
			found.matches.some((other) => other.to === match.from),
		) ||
		beside(
			after,
			found.text.slice(match.end, after?.start),
			found.matches.some((other) => other.from === match.to),
		)
	);
}

/** A capital is the city after a word of place, before "-based", a noun of the town or in a dateline; else it speaks for its country. */
function isCityByContext(reading: Reading, all: Gazetteer): boolean {
	const { found, match, before } = reading;
	const { text, words } = found;
	if (/^[-–‑](?:based|born|area)/.test(text.slice(match.end))) return true;
	const after = words[match.to];
	if (after && CITY_NOUNS_AFTER.has(after.folded) && text.slice(match.end, after.start) === ' ') return true;
	if (isDateline(reading)) return true;
	if (/^['’]s?\b/.test(text.slice(match.end))) return false;
	if (isAfter(LOCATIVE, reading)) return true;
	const [preposition, noun] = [words[match.from - 1], words[match.from - 2]];
	if (
		preposition &&
		noun &&
		/^(?:of|to|from)$/.test(preposition.folded) &&
		(preposition.folded === 'of' ? PLACE_NOUNS : MOTION).has(noun.folded)
	)
		return true;
	const list = before && /^(?:,|,?\s*(?:and|or|&))\s*$/.test(text.slice(before.end, match.start));
	return Boolean(list && before.how === 'name' && isCapital(before.place, all));
}

/** "BEIJING, Sept. 9 (Xinhua)", "TOKYO (Kyodo) —": capitals at the head of a line. */
function isDateline({ found: { text, words }, match }: Reading): boolean {
	return (
		words.slice(match.from, match.to).every(isAllCapitals) &&
		/(?:^|\n)\s*$/.test(text.slice(Math.max(0, match.start - 3), match.start)) &&
		/^\s*(?:\(|[-–—]+\s|,)/.test(text.slice(match.end, match.end + 4))
	);
}

const isCapital = (place: Place, all: Gazetteer): boolean =>
	all.names.lookUp(nameKey(place.name).split(' ')).some((named) => named.is === 'place' && named.how === 'government');

/** "U.S." in "U.S. Pacific Fleet" still names a country; "Pacific" there, and every name in a newspaper's or an institute's, names no place. */
function countriesInActor(match: NameMatch<Named>, { words }: NamesFound<Named>, all: Gazetteer): PlaceMention[] {
	const countries = match.named.flatMap((named) => (named.is === 'actor' && !isWriter(named.actor) ? named.actor.countries : []));
	const mentions: PlaceMention[] = [];
	if (countries.length === 0) return mentions;
	for (let from = match.from; from < match.to; from++) {
		for (let to = match.to; to > from; to--) {
			const run = words.slice(from, to);
			const [first, last] = [run[0], run.at(-1)];
			const named = all.names
				.lookUp(run.map((word) => word.folded))
				.find((other) => other.is === 'place' && countries.includes(other.place.id));
			if (!first || !last || named?.is !== 'place') continue;
			mentions.push({ start: first.start, end: last.end, place: named.place, how: named.how });
			from = to - 1;
		}
	}
	return mentions;
}

const isWriter = (actor: Actor): boolean => actor.kind === 'outlet' || actor.kind === 'institute';
