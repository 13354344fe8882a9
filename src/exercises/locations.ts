import { z } from 'zod';
import type { Span } from '../corpus/document.js';
import { readData } from '../data.js';
import { contains, type Place } from './gazetteer.js';
import type { PlaceMention } from './place-mentions.js';

const nouns = z.array(z.string()).transform((list) =>
	list
		.toSorted((a, b) => b.length - a.length)
		.join('|')
		.replaceAll(' ', '\\s'),
);
const words = readData(
	'exercises/data/location-words.json',
	z.strictObject({
		/** What parts a preposition from its place: "waters and airspace around", "port city of". */
		areas: nouns,
		adjectives: nouns,
		/** After these, "in the Pacific" says where something other than the exercise is. */
		otherMatters: nouns,
		/** Nouns that make a proper name a place the gazetteer need not know: "Ternivsky training area". */
		sites: nouns,
	}),
);

/** A place where an exercise is held, as printed. */
export interface LocationMention extends Span {
	/** Null for a proper name that the gazetteer lacks, and for what lies beside a country ("waters near Japan"). */
	readonly place: Place | null;
	/** The gazetteer's name, or the phrase as printed. */
	readonly name: string;
}

const near =
	'(?:in\\sand\\saround|near|off|around|close\\sto|closer\\sto|next\\sto|outside|(?:north|south|east|west|northeast|northwest|southeast|southwest)\\sof)';
const prepositions = `(?:in|at|out\\sof|between|run\\sfrom|on|over|across|into|within|along|throughout|inside|onto|through|above|aboard|amid|${near})`;
const fill = `(?:(?:the|a|an|its|their|both|[A-Z][\\p{L}]+['’]s|[A-Z]\\p{L}+(?:an|ese|ish|ch|qi|ni)|of|and|in|on|at|over|around|near|off|above|surrounding|along|deeper|${words.areas}|${words.adjectives})\\s)*`;
const lead = new RegExp(`(?<!\\p{L})(?<preposition>${prepositions})\\s(?<fill>${fill})[“"]?$`, 'iu');
const covering = new RegExp(
	`\\b(?:cover|covers|covered|covering|patrol|patrolled|cross(?:ed)?|transit(?:ed|ing)?|sail(?:ed|ing)?)\\s[“"]?(?<fill>${fill})$`,
	'iu',
);
const sending = /\b(?:deploy|dispatch|send|sail|head|move|sent|deployed|dispatched|sailed|relocated)\w*\s[^.;]{0,50}?\bto\s(?:the\s)?$/i;
const flight = /\b(?:fl(?:y|ies|ew|own|ying)|sail(?:s|ed|ing)?|transit(?:s|ed|ing)?|cross(?:ed|es|ing)?)\s[^.;]{0,40}?\bfrom\s(?:the\s)?$/i;
/** "Where: Norway and Poland", "four host countries: Ghana and Togo", and a line of a list: "Iron Wolf 24 – Poland, 3 to 14 May". */
const heading =
	/(?:^|\n)[•*·–-]?\s?(?:where|locations?|venues?|places?|areas?)\s?:\s(?:the\s)?$|\bhost\s(?:countries|nations):\s$|^[“"]?\p{Lu}[^,.;:–—]{2,60}\d\p{Lu}?\s[–—]\s(?:the\s)?$/iu;
/** "The main ranges were A, B and C", "Training areas are …". */
const sitesAre =
	/\b(?:ranges|areas|sites|grounds|locations|venues|places|bases|phases)\s(?:are|were|will\sbe|include|included|includes)\s(?:the\s)?$/i;
/** One more of a list of three or more proper names: ", Tiznit", ", and Kenitra". */
const oneMore = /^(?<joint>,\s|,?\sand\s)(?<name>\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2})(?=,\s\p{Lu}|,?\sand\s\p{Lu}|[.;,]|$)/u;
/** "sent ships to Cartagena this week for the exercise". */
const forExercise = /^(?:,\s\p{Lu}\p{L}+,?)?[^.;,]{0,30}\sfor\s/u;
/** "There has been no activity in …", "It was not held in …". */
const negated = /\bno\s(?:[\w-]+\s){1,4}$|\bnot\s(?:take\splace|held|conducted|operate|taken\splace)\s$/i;
/** "with the port city of Chabahar as its hub". */
const asHub = new RegExp(`\\bwith\\s(?<fill>${fill})$`, 'iu');
const hub = /^\sas\s(?:its|their|the|a)\s(?:main\s)?(?:hub|base|venue|host|centre|center)\b/;
/** A port of call: "arrived in Cape Town". */
const called = /\b(?:arrived|docked|moored|berthed|anchored)\s$/i;
/** "Palawan Island", "Fujian Province": the word that says what kind of place. */
const kindBehind = /^\s(?:Islands?|Province|Peninsula|Region|County|Prefecture)\b/;
const elsewhere = new RegExp(`\\b(?:${words.otherMatters})\\s$`, 'i');
const listed = /^[”"]?\s*(?:,|,?\s+(?:and|or|including|as\swell\sas)|\/)\s*(?:the\s|also\sknown\sas\s|or\s)*$/;
/** "Zhanjiang, a city in Guangdong Province in southern China": where the place itself lies. */
const inner = /^(?:,\s|(?:,\sa[^,;.]{0,40})?\s(?:in|of)\s)(?:the\s|\p{Ll}+ern\s|\p{Lu}[\p{L}\s]+['’]s\s)*$/u;
/** What tells of the place and not of the exercise: "Guam, a US territory in Micronesia". */
const aboutPlace = /^,\san?\s[^,;.]*$/;
const keptWithPreposition = new RegExp(`^${near}$`, 'i');

/**
 * Where the exercise is held, in a stretch of text about it: places after a preposition of place, with the words that say which part.
 * @param masks stretches that speak of something else: aims, and what the exercise is a part of
 */
export function findLocations(text: string, span: Span, places: readonly PlaceMention[], masks: readonly Span[]): LocationMention[] {
	const found: LocationMention[] = [];
	const inside = places.filter(
		(mention) =>
			mention.how === 'name' &&
			mention.start >= span.start &&
			mention.end <= span.end &&
			!masks.some((mask) => mask.start <= mention.start && mention.end <= mask.end),
	);
	for (const mention of inside) {
		const before = text.slice(span.start, mention.start);
		const last = found.at(-1);
		if (last && (mention.start < last.end || /^['’]s?\s/.test(text.slice(mention.end)))) continue;
		if (last?.place && !isWater(mention.place) && inner.test(text.slice(last.end, mention.start)) && contains(mention.place, last.place)) {
			found[found.length - 1] = { ...last, end: mention.end };
			continue;
		}
		if (last && aboutPlace.test(text.slice(last.end, mention.start))) continue;
		if (last && listed.test(text.slice(last.end, mention.start))) {
			found.push({ start: mention.start, end: mention.end, place: mention.place, name: mention.place.name });
			continue;
		}
		if (/[:–—]\s(?:the\s)?$/.test(before) && heading.test(before) && !/^['’]s\b/.test(text.slice(mention.end))) {
			found.push({ start: mention.start, end: mention.end, place: mention.place, name: mention.place.name });
			continue;
		}
		const behind = text.slice(mention.end, span.end);
		if (sitesAre.test(before)) {
			found.push({ start: mention.start, end: mention.end, place: mention.place, name: mention.place.name });
			continue;
		}
		const led = lead.exec(before) ?? covering.exec(before) ?? (hub.test(behind) ? asHub.exec(before) : null);
		if (led) {
			if (
				isElsewhere(before.slice(0, led.index), led.groups?.['preposition'], mention.place) ||
				/^\s?(?:['’]s\b|-based|-led)/.test(text.slice(mention.end))
			)
				continue;
			found.push(locationOf(text, mention, span.start + led.index, led.groups ?? {}));
		} else if (sending.test(before) && forExercise.test(behind)) {
			found.push({ start: mention.start, end: mention.end, place: mention.place, name: mention.place.name });
		} else if (
			sending.test(before) ||
			(flight.test(before) && isWater(mention.place) && /^\s(?:(?:in)?to|towards?)\b/.test(text.slice(mention.end)))
		) {
			if (isWater(mention.place)) found.push({ start: mention.start, end: mention.end, place: mention.place, name: mention.place.name });
		}
	}
	const all = [...found, ...namedSites(text, span, places, found, masks)];
	return [...all, ...all.flatMap((location) => furtherNames(text, span, location, places, all))].sort((a, b) => a.start - b.start);
}

/** Proper names that the gazetteer lacks and that stand in a list after a place: "Agadir, Tan-Tan, Tiznit and Kenitra". */
function furtherNames(text: string, span: Span, { end }: Span, places: readonly PlaceMention[], found: readonly Span[]): LocationMention[] {
	const names: LocationMention[] = [];
	let at = end;
	let closed = false;
	for (let more = oneMore.exec(text.slice(at, span.end)); more; more = oneMore.exec(text.slice(at, span.end))) {
		const name = more.groups?.['name'] ?? '';
		const start = at + (more.groups?.['joint'] ?? '').length;
		at = start + name.length;
		closed ||= /and/.test(more.groups?.['joint'] ?? '');
		const known = [...places, ...found].some((other) => other.start < at && other.end > start);
		if (!known) names.push({ start, end: at, place: null, name });
		else if (!found.some((other) => other.start < at && other.end > start)) return [];
	}
	return closed && names.length > 1 ? names : [];
}

/** "its influence in the Pacific", "a conflict over Taiwan": something else is there. */
function isElsewhere(before: string, preposition: string | undefined, place: Place): boolean {
	const above = /\b(?:fl[ey]\w*|flights?|airspace|skies|patrol\w*|held|conducted)\s$/i;
	if (preposition === 'between' && place.kind === 'country') return true;
	return (
		elsewhere.test(before) ||
		negated.test(before) ||
		called.test(before) ||
		(preposition === 'over' && !isWater(place) && !above.test(before))
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
	const offset = kept ? 0 : text.slice(start, mention.start).indexOf(groups['fill'] ?? '');
	const from = start + Math.max(0, kept ? 0 : preposition ? preposition.length + 1 : offset);
	const lead = /^[“"]?(?:the\s|a\s|an\s|in\s|its\s)*/i.exec(text.slice(from, mention.start))?.[0].length ?? 0;
	const kind = kindBehind.exec(text.slice(mention.end))?.[0].length ?? 0;
	const shore = kept ? (/^\s(?:coast|coastline|shores?|mainland)\b/.exec(text.slice(mention.end))?.[0].length ?? 0) : 0;
	const span = { start: kept ? from : from + lead, end: mention.end + Math.max(shore, kind) };
	const beside = mention.place.kind === 'country' && (kept || new RegExp(`\\b${near}\\s`, 'i').test(text.slice(span.start, mention.start)));
	return beside
		? { ...span, place: null, name: text.slice(span.start, span.end).replace(/\s+/g, ' ') }
		: { ...span, place: mention.place, name: mention.place.name };
}

function isWater({ kind }: Place): boolean {
	return kind === 'sea' || kind === 'ocean' || kind === 'strait' || kind === 'gulf' || kind === 'bay' || kind === 'channel';
}

const titled = words.sites.replace(/(?<=^|[|s])\p{Ll}/gu, (letter) => letter.toUpperCase());
const site = new RegExp(
	`(?<!\\p{L})(?:in|at|on|over|into|near)\\s(?:the\\s)?(?<name>(?:\\p{Lu}[\\p{L}’'-]+\\s){1,4}(?:${words.sites}|${titled}))(?!\\p{L})`,
	'gu',
);
const coast =
	/\boff\s(?:the\s)?(?<name>(?:\p{Lu}\p{L}+\s){1,3}(?:coast|shores?|waters|mainland))\b|\b(?:in|on|within)\s(?:the\s)?(?<own>(?:\p{Lu}[\p{L}’']+\s){1,3}(?:ranges|waters|airspace|territory|soil|territorial\swaters|exclusive\seconomic\szone|EEZ))\b/gu;

/** "near Ventspils", "stormed ashore at Sorreisa": a proper name that can only be a place. */
const unlisted =
	/\b(?:near|outside|ashore\sat|off(?<!\b(?:kick\w*|call\w*|put|took|take|set|hold|held|round\w*|wrap\w*)\soff))\s(?<name>(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Exercise|Operation|The\b)\p{Lu}\p{Ll}{2,}(?:[\s-]\p{Lu}\p{Ll}+)?)(?![\p{L}’'])/gu;

/** "on Chinese ranges" is in China; "Russian waters" are beside Russia. */
const onLand = /\b(?:ranges|territory|soil)$/;

/** Training areas and coasts that are known by their words alone. */
function namedSites(
	text: string,
	span: Span,
	places: readonly PlaceMention[],
	found: readonly Span[],
	masks: readonly Span[],
): LocationMention[] {
	const sites: LocationMention[] = [];
	for (const pattern of [site, coast, unlisted]) {
		for (const match of text.slice(span.start, span.end).matchAll(pattern)) {
			const name = match.groups?.['name'] ?? match.groups?.['own'] ?? '';
			const end = span.start + match.index + match[0].length;
			const start = pattern === coast && match.groups?.['name'] ? span.start + match.index : end - name.length;
			if (elsewhere.test(text.slice(span.start, span.start + match.index))) continue;
			if (pattern === unlisted && [...places, ...sites].some((other) => other.start < end && start < other.end)) continue;
			if (found.some((other) => other.start < end && start < other.end) || masks.some((mask) => mask.start < end && start < mask.end))
				continue;
			const nation = places.find((mention) => mention.start === start && mention.how === 'demonym' && onLand.test(name));
			sites.push({ start, end, place: nation?.place ?? null, name: nation?.place.name ?? text.slice(start, end).replace(/\s+/g, ' ') });
		}
	}
	return sites;
}
