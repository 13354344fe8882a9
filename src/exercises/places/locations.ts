import { contains, type Place } from '../../gazetteer/gazetteer.js';
import type { PlaceMention } from '../../gazetteer/place-mention.js';
import type { Span } from '../../text/span.js';
import { adjacentPlace, adjacentPlaces } from './adjacent-places.js';
import { adjacentPoint } from './coasts.js';
import type { LocationMention } from './location-mention.js';
import { near, locationWords as words } from './location-words.js';
import { offsetPlace, smallestFirst } from './relative-places.js';
import { type Stretch, unlistedPlaces } from './unlisted-places.js';
import { isOtherVenue } from './venue-evidence.js';

const prepositions = `(?:in|at|out\\sof|between|run\\sfrom|on|over|across|into|within|along|throughout|inside|onto|through|above|aboard|amid|${near})`;
const fill = `(?:(?:the|a|an|its|their|both|[A-Z][\\p{L}]+['’]s|(?!(?:which|each|such)\\s)[A-Z]\\p{L}+(?:an|ese|ish|ch|qi|ni)|of|and|in|on|at|over|around|near|off|above|surrounding|along|deeper|\\d+|${words.areas}|${words.adjectives})\\s)*`;
const lead = new RegExp(`\\b(?<!\\p{L})(?<preposition>${prepositions})\\s(?<fill>${fill})[“"]?$`, 'iu');
const covering = new RegExp(
	`\\b(?:cover|covers|covered|covering|patrol|patrolled|cross(?:ed)?|transit(?:ed|ing)?|sail(?:ed|ing)?|use[sd]?)\\s[“"]?(?<fill>${fill})$`,
	'iu',
);
const forces =
	'(?:\\d[\\d,]*|hundreds|thousands|dozens|troops|soldiers|sailors|marines|airmen|personnel|forces|ships|warships|vessels|navies|armies|aircraft|jets|servicemen|teams|participants|nations|countries|them|together)';
/**
 * The exercise brings forces somewhere, or goes there itself: "brought 2,400 troops to", "the next edition goes to",
 * "was limited to".
 */
const bringing = new RegExp(
	`\\b(?:(?:br(?:ing|ings|ought)|mov(?:e|es|ed|ing)|tak(?:e|es|ing)|took|dr[ae]w\\w*|attract\\w*|put)\\s(?:[^.;:]{0,60}\\s)?${forces}\\b[^.;:]{0,60}?|(?:limited|confined|moved|shifted|relocated|transferred|spread)|(?:edition|iteration|exercises?|drills?|event|training|manoeuvres|maneuvers|it)\\s(?:came|comes|goes|went|moves|returns|returned)(?:\\sback)?)\\s(?:on\\s)?to\\s(?<fill>${fill})$`,
	'iu',
);
const sending =
	/\b(?:deploy|dispatch|send|sail|head|move|sent|deployed|dispatched|sailed|relocated|flown)\w*\s[^.;]{0,50}?\bto\s(?:the\s)?$/i;
/**
 * "Where: Norway and Poland", "four host countries: Ghana and Togo", "at five sites: A, B and C", and a line of a list:
 * "Iron Wolf 24 – Poland, 3 to 14 May".
 */
const heading =
	/(?:^|\n)[•*·–-]?\s?(?:where|locations?|venues?|places?|areas?)\s?:\s(?:the\s)?$|\b(?:host\s(?:countries|nations)|(?:sites|locations|places|ranges|areas|bases|venues|airfields|ports)):\s(?:the\s)?$|^[“"]?\p{Lu}[^,.;:–—]{2,60}\d\p{Lu}?\s[–—]\s(?:the\s)?$/iu;
/** "The main ranges were A, B and C", "Training areas are …", "The main stage this year is …". */
const sitesAre =
	/\b(?:(?:ranges|areas|sites|grounds|locations|venues|places|bases|phases)|(?:main|central|principal)\s(?:stage|venue|site|setting|base|focus|location|scene)(?:\s(?:this|of)\s[\p{L}’']{3,12})?)\s(?:are|is|was|were|will\sbe|include|included|includes)\s(?:the\s)?$/iu;
/** "sent ships to Cartagena this week for the exercise". */
const forExercise = /^(?:,\s\p{Lu}\p{L}+,?)?[^.;,]{0,30}\sfor\s/u;
/** "There has been no activity in …", "It was not held in …". */
const negated = /\bno\s(?:[\w-]+\s){1,4}$|\bnot\s(?:take\splace|held|conducted|operate|taken\splace)\s$/i;
/** A port of call: "arrived in Cape Town". */
const called = /\b(?:arrived|docked|moored|berthed|anchored)\s$/i;
/** "Palawan Island", "Fujian Province": the word that says what kind of place. */
const kindBehind = /^\s(?:Islands?|Province|Peninsula|Region|County|Prefecture)\b/;
const elsewhere = new RegExp(`\\b(?:${words.unrelated})\\s$`, 'i');
/** "the Northern Command in Yellowknife": where its seat is. */
const headquartered =
	/\b\p{Lu}[\p{L}.]*\s(?:Command|Headquarters|Ministry|Embassy|University|Institute|Academy|Department|Secretariat|Council|Task\sForce|Force(?:\s\p{Lu}\p{L}+)?)\s$/u;
const inhabited = new RegExp(`\\b(?:${words.inhabitants})\\s$`, 'i');
const listed =
	/^[”"]?\s*(?:(?:\sand\s\p{Ll}+)?,|,?\s+(?:and|or|including|as\swell\sas|among\sthem|notably)(?:,\s[^,.;]{4,30},)?|\/)\s*(?:the\s|also\sknown\sas\s|or\s)*$/u;
/** "Zhanjiang, a city in Guangdong Province in southern China": where the place itself lies. */
const inner = /^(?:,\s|(?:,\sa[^,;.]{0,40})?\s(?:in|of)\s)(?:the\s|\p{Ll}+ern\s|\p{Lu}[\p{L}\s]+['’]s\s)*$/u;
/**
 * What tells of the place and not of the exercise: "Guam, a US territory in Micronesia", "Mulino, 300 kilometres east
 * of Moscow".
 */
const aboutPlace =
	/^,\san?\s[^,;.]*$|^,\s(?:(?:some|about|around|roughly|just|nearly|over)\s)*(?:[\w.,]+\s(?:km|kilomet\w+|miles|nautical\smiles)\s)?(?:to\sthe\s)?(?:north|south|east|west|northeast|northwest|southeast|southwest)\sof\s(?:the\s)?$/;
const keptWithPreposition = new RegExp(`^${near}$`, 'i');
/** "In the South China Sea, the U.S. frigate …": another's, no further place. */
const attributive =
	/^(?:[-–]|\s(?!(?:and|or|in|on|at|from|for|with|this|last|next|to|as|during|by|where|while|until|between|after|before)\b)\p{Ll})/u;
/**
 * Where the exercise is held, in a stretch of text about it: places after a preposition of place, with the words that
 * say which part.
 * @param masks stretches that speak of something else: aims, and what the exercise is a part of
 */
export function findLocations(
	text: string,
	span: Stretch,
	places: readonly PlaceMention[],
	masks: readonly Span[],
): LocationMention[] {
	const beside = adjacentPlaces(text, span, places, masks);
	const found: LocationMention[] = [];
	const inside = places.filter(
		(mention) =>
			mention.how === 'name' &&
			mention.start >= span.start &&
			mention.end <= span.end &&
			!isOtherVenue(text, span, mention, mention.place) &&
			![...masks, ...beside].some((mask) => mask.start <= mention.start && mention.end <= mask.end),
	);
	for (const mention of inside) {
		const own = found.at(-1);
		const last = beside.findLast(({ start }) => start < mention.start && start > (own?.start ?? -1)) ?? own;
		if (last && (mention.start < last.end || /^['’]s?\s/.test(text.slice(mention.end)))) continue;
		if (
			last?.place &&
			!isWater(mention.place) &&
			inner.test(text.slice(last.end, mention.start)) &&
			contains(mention.place, last.place)
		) {
			found[found.length - 1] = { ...last, end: mention.end };
			continue;
		}
		if (last && aboutPlace.test(text.slice(last.end, mention.start))) continue;
		const moved = offsetPlace(text, span, mention);
		if (moved) {
			found.push(moved);
			continue;
		}
		const location = locationAt(text, span, mention, last);
		if (location) found.push(location);
	}
	const known = [...found, ...beside];
	const all = [...known, ...unlistedPlaces(text, span, places, known, masks, isElsewhere)];
	return smallestFirst(
		text,
		all.sort((a, b) => a.start - b.start),
	);
}

/** What a place in the stretch is to the exercise: where it is held, or nothing. */
function locationAt(
	text: string,
	span: Stretch,
	mention: PlaceMention,
	last: LocationMention | undefined,
): LocationMention | undefined {
	const { start, end, place } = mention;
	const whole: LocationMention = { start, end, place, name: place.name };
	const before = text.slice(span.start, start);
	const behind = text.slice(end, span.end);
	const joint = last ? text.slice(last.end, start) : '';
	if (listed.test(joint))
		return place.kind === 'country' && /^,\s(?:the\s)?$/.test(joint) && attributive.test(behind) ? undefined : whole;
	if (/[:–—|]\s(?:the\s)?$/.test(before) && heading.test(before) && !/^['’]s\b/.test(behind)) return whole;
	if (sitesAre.test(before)) return whole;
	const led = lead.exec(before) ?? covering.exec(before);
	if (led) {
		const nearest = /.*\b(in|at|on|near|off)\s/i.exec(led.groups?.['fill'] ?? '')?.[1]?.toLowerCase();
		if (
			isElsewhere(before.slice(0, led.index), nearest ?? led.groups?.['preposition'], place) ||
			/^\s?(?:['’]s\b|-based|-led|[-–]\p{Lu})/u.test(behind)
		)
			return undefined;
		return locationOf(text, mention, span.start + led.index, led.groups ?? {});
	}
	if (isBesideDate(before, span) && !/^['’]s\b|^[-–]|^\s\p{Lu}/u.test(behind)) return whole;
	const brought = bringing.exec(before);
	if (brought) return locationOf(text, mention, start - (brought.groups?.['fill'] ?? '').length, brought.groups ?? {});
	return sending.test(before) && (isWater(place) || isGround(place) || forExercise.test(behind)) ? whole : undefined;
}

/** "3–7 May 2024 (Constanta), Romania": in brackets behind a date, and behind those. */
const inBrackets = /\s\((?:at\s|in\s|near\s|the\s)*(?:[^()]{0,60}\)(?:,|,?\sin)\s(?:the\s)?)?$/;

function isBesideDate(before: string, { start, reading }: Stretch): boolean {
	const bracket = inBrackets.exec(before);
	return bracket !== null && reading.dates.some(({ end }) => end === start + bracket.index);
}

/** "its influence in the Pacific", "a conflict over Taiwan": something else is there. */
function isElsewhere(before: string, preposition: string | undefined, place?: Place): boolean {
	const above = /\b(?:fl[ey]\w*|flights?|airspace|skies|patrol\w*|held|conducted)\s$/i;
	if (preposition === 'between' && place?.kind === 'country') return true;
	if (inhabited.test(before)) return preposition !== 'on' && preposition !== 'off';
	return (
		elsewhere.test(before) ||
		(preposition === 'in' && (place?.kind ?? 'city') === 'city' && headquartered.test(before)) ||
		negated.test(before) ||
		called.test(before) ||
		(preposition === 'over' && place !== undefined && !isWater(place) && !above.test(before))
	);
}

function locationOf(
	text: string,
	mention: PlaceMention,
	start: number,
	groups: Readonly<Record<string, string | undefined>>,
): LocationMention {
	const preposition = groups['preposition'] ?? '';
	const kept = keptWithPreposition.test(preposition);
	const quote = /[“"]$/.test(text.slice(start, mention.start)) ? 1 : 0;
	const own = (groups['fill'] ?? '').replace(/^.*\b(?:in|at)\s/i, '');
	const from = kept ? start : mention.start - own.length - quote;
	const lead = /^[“"]?(?:the\s|a\s|an\s|in\s|its\s)*/i.exec(text.slice(from, mention.start))?.[0].length ?? 0;
	const kind = kindBehind.exec(text.slice(mention.end))?.[0].length ?? 0;
	const shore = kept ? (/^\s(?:coast|coastline|shores?|mainland)\b/.exec(text.slice(mention.end))?.[0].length ?? 0) : 0;
	const span = { start: kept ? from : from + lead, end: mention.end + Math.max(shore, kind) };
	const beside =
		mention.place.kind === 'country' &&
		(kept || new RegExp(`\\b${near}\\s`, 'i').test(text.slice(span.start, mention.start)));
	if (beside) return adjacentPlace(text, span, mention.place);
	// "off Western Australia": its middle lies far inland.
	const at =
		kept && mention.place.kind === 'region'
			? adjacentPoint(text.slice(span.start, span.end), mention.place)
			: undefined;
	return { ...span, place: mention.place, name: mention.place.name, ...(at ? { at } : {}) };
}

function isWater({ kind }: Place): boolean {
	return (
		kind === 'sea' || kind === 'ocean' || kind === 'strait' || kind === 'gulf' || kind === 'bay' || kind === 'channel'
	);
}

/** Where forces are sent to train, and hardly for anything else. */
function isGround({ kind }: Place): boolean {
	return kind === 'range' || kind === 'island';
}
