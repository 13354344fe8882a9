import { HEADS, LEADING, NEVER, TITLES } from '../../gazetteer/name-cues.js';
import type { PlaceMention } from '../../gazetteer/place-mention.js';
import { SHIP_PREFIXES } from '../../gazetteer/ship-prefixes.js';
import { matchesOf } from '../../text/matches.js';
import { foldWord } from '../../text/name-words.js';
import { overlaps, type Span } from '../../text/span.js';
import type { SentenceReading } from '../sentences/sentence-reading.js';
import type { LocationMention } from './location-mention.js';
import { locationWords as words } from './location-words.js';

/** A stretch of a sentence, with the names of exercises and the actors in it. */
export interface Stretch extends Span {
	readonly reading: Pick<SentenceReading, 'names' | 'actors' | 'dates'>;
}

const name = "\\p{Lu}[\\p{L}’'-]*[\\p{L}](?:[\\s-]\\p{Lu}[\\p{L}’'-]*[\\p{L}]){0,2}";
const joint = '(?:,\\s|,?\\sand\\s)(?:the\\s)?';
const siteName = `(?:\\p{Lu}[\\p{L}’'-]+\\s){1,4}(?:(?:${words.siteAdjectives})\\s)?${words.sites}(?!\\p{L})(?!\\s\\p{Lu}|['’]s)`;

/** "the Ternivsky training area", after a preposition, or further in a list of places. */
const site = new RegExp(
	`\\b(?<!\\p{L})(?:in|at|on|over|into|near|across|around|off)\\s(?:the\\s)?(?<name>${siteName})`,
	'gu',
);
const oneMoreSite = new RegExp(`^[^.;:,]{0,30}?${joint}(?<name>${siteName}(?:\\sin\\s${name})?)`, 'u');
const coast =
	/\boff\s(?:the\s)?(?<name>(?:\p{Lu}\p{L}+\s){1,3}(?:coast|shores?|waters|mainland))\b|\b(?:in|on|within)\s(?:the\s)?(?<own>(?:\p{Lu}[\p{L}’']+\s){1,3}(?:ranges|waters|airspace|territory|soil|territorial\swaters|exclusive\seconomic\szone|EEZ))\b/gu;
/** "near the village of Tolmachevo", "in the villages of Kagoma and Buwenge". */
const settlement = new RegExp(
	`\\b(?:in|at|near|outside|around|off|to|on|over)\\s(?:the\\s)?(?:[\\p{Ll}-]+\\s){0,2}?(?:${words.settlements})\\sof\\s(?<name>${name}(?:(?:,\\s${name})*\\sand\\s${name})?)(?!['’]s\\b)`,
	'gu',
);
/** "in Tamale", "stormed ashore at Sorreisa": a proper name where only a place fits. */
const bare = new RegExp(
	`\\b(?<preposition>[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round|ashore\\s(?:at|on)|above|off(?<!\\b(?:kick\\w*|call\\w*|put|took|take|set|hold|held|round\\w*|wrap\\w*)\\soff))\\s(?<name>${name})(?![\\p{L}\\d]|[’']s?\\b|[-\\s]\\d|\\s\\p{Lu}|\\s\\(?[A-Z]{2})`,
	'gu',
);
const noPlace = new RegExp(`^(?:${words.notPlaces})(?!\\p{L})`, 'u');
/** "on Chinese ranges" is in China; "Russian waters" are beside Russia. */
const onLand = /\b(?:ranges|territory|soil)$/;

/** Training areas, coasts, towns that the gazetteer lacks and that their words or their prepositions make places. */
export function unlistedPlaces(
	text: string,
	span: Stretch,
	places: readonly PlaceMention[],
	found: readonly LocationMention[],
	masks: readonly Span[],
	isElsewhere: (before: string, preposition: string | undefined) => boolean,
): LocationMention[] {
	const sites: LocationMention[] = [];
	const isTaken = (other: Span) => [...found, ...masks, ...sites].some((taken) => overlaps(taken, other));
	const add = (start: number, end: number) => {
		const nation = places.find((mention) => mention.start === start && mention.how === 'demonym');
		const printed = text.slice(start, end);
		const place = nation && onLand.test(printed) ? nation.place : null;
		sites.push({ start, end, place, name: place?.name ?? printed.replace(/\s+/g, ' ') });
	};
	const addListed = (after: readonly Span[]) => {
		for (const { end } of after) {
			for (
				let at = end, more = oneMoreSite.exec(text.slice(at, span.end));
				more;
				more = oneMoreSite.exec(text.slice(at, span.end))
			) {
				const start = at + more[0].length - (more.groups?.['name'] ?? '').length;
				at += more[0].length;
				if (!isTaken({ start, end: at })) add(start, at);
			}
		}
	};
	const slice = text.slice(span.start, span.end);
	for (const pattern of [site, coast, settlement, bare]) {
		if (pattern === bare) addListed([...found, ...sites]);
		for (const match of matchesOf(slice, pattern)) {
			const { name: printed = match.groups?.['own'] ?? '', preposition } = match.groups ?? {};
			const end = span.start + match.index + match[0].length;
			const start = pattern === coast && match.groups?.['name'] ? span.start + match.index : end - printed.length;
			if (
				isTaken({ start, end }) ||
				isElsewhere(slice.slice(0, match.index), preposition ?? /^\p{L}+/u.exec(match[0])?.[0])
			)
				continue;
			if (pattern === bare && !isBarePlace(slice, span, { start, end }, places)) continue;
			if (pattern === settlement && places.some((mention) => overlaps(mention, { start, end }))) continue;
			add(start, end);
		}
	}
	return sites;
}

/** No exercise, actor, ship, month, title or short form; and not in a headline, where capitals say nothing. */
function isBarePlace(
	slice: string,
	{ start: from, reading }: Stretch,
	{ start, end }: Span,
	places: readonly PlaceMention[],
): boolean {
	const printed = slice.slice(start - from, end - from);
	if ([...places, ...reading.names, ...reading.actors].some((mention) => overlaps(mention, { start, end })))
		return false;
	if (!isPlaceLike(printed) || /\b\p{Lu}{2,}\b/u.test(printed) || isHeadline(slice)) return false;
	const own = printed.split(/[\s-]/);
	const [first = '', last = ''] = [own[0], own.at(-1)];
	if (SHIP_PREFIXES.has(first)) return false;
	return !HEADS.has(foldWord(last)) && !TITLES.has(foldWord(first)) && !LEADING.has(foldWord(first));
}

/** True for a proper name that is no month and nothing like "Parliament". */
export const isPlaceLike = (name: string): boolean =>
	!noPlace.test(name) && !name.split(/[\s-]/).some((word) => NEVER.has(foldWord(word)));

const HEADLINE_SHARE = 0.6;

function isHeadline(slice: string): boolean {
	const long = slice.match(/\p{L}{4,}/gu) ?? [];
	return long.filter((word) => /^\p{Lu}/u.test(word)).length > long.length * HEADLINE_SHARE;
}
