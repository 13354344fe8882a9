import type { Place } from '../../gazetteer/gazetteer.js';
import type { PlaceMention } from '../../gazetteer/place-mention.js';
import { distance } from '../../gazetteer/towns.js';
import { matchesOf } from '../../text/matches.js';
import { overlaps, type Span } from '../../text/span.js';
import { adjacentPoint, pointBetween } from './coasts.js';
import type { LocationMention } from './location-mention.js';

const between =
	/\b(?:in|across|through|over|on)\s(?:the\s)?(?<name>(?:\p{Ll}+\s)?(?:waters|water|seas?|airspace|skies|stretch|strait|passage|corridor|gap|area)\sbetween\s(?:the\s)?\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2}\sand\s(?:the\s)?\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2})/gu;

/** What lies beside a place, with the point at sea where that is known. */
export function adjacentPlace(text: string, { start, end }: Span, place: Place): LocationMention {
	const name = text.slice(start, end).replace(/\s+/g, ' ');
	const at = adjacentPoint(name, place);
	return { start, end, place: null, name, ...(at ? { at } : {}) };
}

/** What lies between two places or beside one, and is told by their names together, in order. */
export function adjacentPlaces(text: string, span: Span, places: readonly PlaceMention[], masks: readonly Span[]): LocationMention[] {
	const found = [...spansBetween(text, span, places, masks), ...coastsAndBorders(text, span, places, masks)];
	return found.sort((one, other) => one.start - other.start);
}

/** "in the waters between Iceland and Norway". */
function spansBetween(text: string, span: Span, places: readonly PlaceMention[], masks: readonly Span[]): LocationMention[] {
	return matchesOf(text.slice(span.start, span.end), between).flatMap((match): LocationMention[] => {
		const name = match.groups?.['name'] ?? '';
		const end = span.start + match.index + match[0].length;
		const start = end - name.length;
		if (masks.some((mask) => overlaps(mask, { start, end }))) return [];
		const [one, other, third] = places.filter((mention) => mention.start >= start && mention.end <= end);
		const at = one && other && !third && distance(one.place, other.place) < farApart ? pointBetween(one.place, other.place) : undefined;
		return [{ start, end, place: null, name: name.replace(/\s+/g, ' '), ...(at ? { at } : {}) }];
	});
}

const farApart = 3000;
/** "India's east coast", "Fiji's waters", "the Crimean coast", "the Polish-Lithuanian border", "the border between Belarus and Poland". */
const ownCoast =
	/^(?:['’]s?)?\s(?:(?:territorial|coastal|own)\s)?(?:(?:(?:north|south)(?:[-\s]?(?:east|west))?|east|west|central)(?:ern)?\s)?(?:\p{Lu}\p{L}+\s)?(?:coasts?|coastline|shores?|seaboard|waters)\b/iu;
const ownBorder = /^(?:['’]s?)?\s(?:land\s)?(?:border|frontier)s?\b(?!\s(?:guards?|troops|police|forces|security))/i;
const atCoast = /\b(?:off|near|along|in|on|around|from)\s(?:the\s)?$/i;
const atBorder = /\b(?:near|along|on|at|around|close\sto|by|to)\s(?:the\s)?$/i;
const borderBetween =
	/\b(?:near|along|on|at|around|close\sto|by|to)\s(?:the\s)?(?<border>(?:\p{Ll}+\s)?(?:border|frontier)\s(?:between|of)\s(?:the\s)?)$/u;

/** Coasts that a nation's name stands before, and borders that two stand before or after. */
function coastsAndBorders(text: string, span: Span, places: readonly PlaceMention[], masks: readonly Span[]): LocationMention[] {
	const own = places.filter(
		(mention) =>
			mention.start >= span.start &&
			mention.end <= span.end &&
			mention.how !== 'government' &&
			!masks.some((mask) => overlaps(mask, mention)),
	);
	return own.flatMap((mention, at) => coastOf(text, span, mention) ?? borderOf(text, span, mention, own[at + 1]) ?? []);
}

function coastOf(text: string, span: Span, { start, end, place }: PlaceMention): LocationMention | undefined {
	const coast = ownCoast.exec(text.slice(end, span.end))?.[0];
	const lead = atCoast.exec(text.slice(span.start, start));
	if (coast === undefined || !lead) return undefined;
	const at = adjacentPoint(coast.replace(/^['’]s?\s/, ''), place);
	if (!at) return undefined;
	const beside = { start: /^(?:in|on|from)\b/i.test(lead[0]) ? start : span.start + lead.index, end: end + coast.length };
	return { ...beside, place: null, name: text.slice(beside.start, beside.end).replace(/\s+/g, ' '), at };
}

function borderOf(text: string, span: Span, one: PlaceMention, other: PlaceMention | undefined): LocationMention | undefined {
	if (one.place.kind !== 'country' || other?.place.kind !== 'country' || distance(one.place, other.place) > farApart) return undefined;
	const before = text.slice(span.start, one.start);
	const joint = text.slice(one.end, other.start);
	const between = borderBetween.exec(before)?.groups?.['border'];
	const tied = ownBorder.exec(text.slice(other.end, span.end))?.[0];
	const border =
		between !== undefined && /^,?\sand\s(?:the\s)?$/.test(joint)
			? { start: one.start - between.length, end: other.end }
			: tied !== undefined && /^[-–]$/.test(joint) && atBorder.test(before)
				? { start: one.start, end: other.end + tied.length }
				: undefined;
	if (!border) return undefined;
	const name = text.slice(border.start, border.end).replace(/\s+/g, ' ');
	return { ...border, place: null, name, at: pointBetween(one.place, other.place) };
}
