import { nameKey } from '../text/name-words.js';
import type { Span } from '../text/span.js';
import type { Gazetteer, Place } from './gazetteer.js';
import type { PlaceMention } from './place-mention.js';

/** "Tripoli, Lebanon", "Moscow (Idaho)", "Tripoli in northern Lebanon": what stands between a town and its wider place. */
const joint = /^(?:,\s*|\s*\(\s*|\sin\s(?:the\s)?(?:(?:north|south|east|west|central)\w*\s)?)$/;
/** More of a list: ", Lebanon and Cyprus", ", Lebanon, Cyprus and …". */
const listGoesOn = /^(?:,?\s+(?:and|or)|,)\s+(?:the\s)?\p{Lu}/u;
const listBefore = /^(?:,\s*|,?\s+(?:and|or)\s+)(?:the\s)?$/;
/** A proper name before a wider place: "Batroun, ". */
const nameBefore =
	/(?:\p{Lu}[\p{L}’'-]*|(?:de|del|la|el|al|of|es|as|do|da|dos|du|di|sur|upon)(?=\s\p{Lu}))(?:[\s-](?:\p{Lu}[\p{L}’'-]*|(?:de|del|la|el|al|of|es|as|do|da|dos|du|di|sur|upon)(?=\s\p{Lu}))){0,3}(?=,\s$|\s\($)/u;
const longestName = 60;

/**
 * Mentions with the towns that stand beside their wider place put inside it: another town of the name, one that the list of places lacks,
 * or none at all, but no namesake in another country.
 */
export function withTowns(text: string, mentions: readonly PlaceMention[], all: Gazetteer): PlaceMention[] {
	const read: PlaceMention[] = [];
	for (const [at, mention] of mentions.entries()) {
		const last = read.at(-1);
		if (!isWider(mention)) {
			read.push(mention);
			continue;
		}
		dropElsewhere(text, read, mention, all);
		const namesake = last && namesakeBefore(text, last, mention, all);
		if (namesake && !isList(text, mentions, at)) {
			read.splice(-1, 1, ...namesake);
			continue;
		}
		if (last && isTown(last) && joint.test(text.slice(last.end, mention.start)) && !isWithin(last.place, mention.place, all)) {
			const inside = townBefore(text, last, mention, all);
			if (inside || !isList(text, mentions, at)) read.pop();
			read.push(...(inside ?? [mention]));
			continue;
		}
		read.push(...(unlistedTown(text, mention, last, all) ?? [mention]));
	}
	return read;
}

/** "Babina near Lyuban, Belarus": what stands between a place and the country that it is told to lie in, another name among it. */
const overOther =
	/^(?:\s(?!(?:and|or|to|from|with|as|by|before|after|while|for)\s)\p{Ll}[\p{L}-]*){0,3}?\s(?:near|outside|around|at|close\sto|next\sto)\s(?:the\s)?(?:\p{Lu}[\p{L}’'-]+\s?){1,3}(?:(?<=\S),\s|(?<=\s)in\s)(?:the\s)?$/u;

/** Takes out what lies elsewhere than its phrase says, of the two mentions before the wider place. */
function dropElsewhere(text: string, read: PlaceMention[], wider: PlaceMention, all: Gazetteer): void {
	for (const back of [-1, -2]) {
		const inner = read.at(back);
		if (inner && isElsewhere(text, inner, wider, all)) read.splice(back, 1);
	}
}

/** A town or a base of the list that lies in another country than its phrase says. */
function isElsewhere(text: string, inner: PlaceMention, { start, place }: PlaceMention, all: Gazetteer): boolean {
	const isSmall = inner.how === 'name' && /^(?:city|port|base|range)$/.test(inner.place.kind);
	if (!isSmall || !overOther.test(text.slice(inner.end, start))) return false;
	const countries = (of: Place) => [of, ...all.around(of)].filter(({ kind }) => kind === 'country').map(({ id }) => id);
	const [own, told] = [countries(inner.place), countries(place)];
	return own.length > 0 && told.length > 0 && !own.some((id) => told.includes(id));
}

/** A town and its wider place, which may be a less known one of its name: "Athens, Georgia". */
function townBefore(text: string, town: Span, wider: PlaceMention, all: Gazetteer): PlaceMention[] | undefined {
	const namesakes = all.placeKeys.get(nameKey(text.slice(wider.start, wider.end))) ?? [];
	for (const outer of [wider.place, ...namesakes.filter(({ kind, id }) => id !== wider.place.id && widerKinds.test(kind))]) {
		const place = all.townIn(text.slice(town.start, town.end), outer);
		if (place)
			return [
				{ start: town.start, end: town.end, place, how: 'name' },
				{ ...wider, place: outer },
			];
	}
	return undefined;
}

/** "Victoria, British Columbia", "Lebanon, Ohio": a town with the name of a country or a region, where the wider place has one. */
function namesakeBefore(text: string, last: PlaceMention, wider: PlaceMention, all: Gazetteer): PlaceMention[] | undefined {
	const { kind } = last.place;
	if (last.how !== 'name' || !widerKinds.test(kind) || !joint.test(text.slice(last.end, wider.start))) return undefined;
	if ((kind === 'country' && wider.place.kind === 'country') || isWithin(last.place, wider.place, all)) return undefined;
	return townBefore(text, last, wider, all);
}

const widerKinds = /^(?:country|region|island|area)$/;
const isTown = ({ place, how }: PlaceMention): boolean =>
	how === 'government' || (how === 'name' && /^(?:city|port|base)$/.test(place.kind));
const isWider = ({ place, how }: PlaceMention): boolean => how === 'name' && widerKinds.test(place.kind);

function isWithin(inner: Place, outer: Place, all: Gazetteer): boolean {
	return inner.id === outer.id || all.around(inner).has(outer);
}

function isList(text: string, mentions: readonly PlaceMention[], at: number): boolean {
	const [before, town, wider] = [mentions[at - 2], mentions[at - 1], mentions[at]];
	if (!town || !wider) return false;
	return listGoesOn.test(text.slice(wider.end)) || (before !== undefined && listBefore.test(text.slice(before.end, town.start)));
}

/** A town that only the list of towns knows, directly before its wider place, and that place. */
function unlistedTown(text: string, wider: PlaceMention, last: PlaceMention | undefined, all: Gazetteer): PlaceMention[] | undefined {
	const from = Math.max(last?.end ?? 0, wider.start - longestName);
	const printed = nameBefore.exec(text.slice(from, wider.start));
	if (!printed) return undefined;
	const words = printed[0].split(' ');
	const end = from + printed.index + printed[0].length;
	for (let skipped = 0; skipped < words.length; skipped++) {
		const read = townBefore(text, { start: end - words.slice(skipped).join(' ').length, end }, wider, all);
		if (read) return read;
	}
	return undefined;
}
