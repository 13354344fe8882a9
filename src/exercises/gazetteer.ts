import { z } from 'zod';
import { readData } from '../data.js';
import { GENERIC_WORDS, NOT_PLACES } from './mention-words.js';
import { NameIndex } from './name-index.js';
import { nameKey } from './name-words.js';

export const placeSchema = z.strictObject({
	/** kebab-case, stable: `sea-of-japan`. */
	id: z.string().regex(/^[a-z0-9-]+$/),
	/** `area`: several countries or waters together, e.g. the Middle East. */
	kind: z.enum([
		'ocean',
		'sea',
		'gulf',
		'bay',
		'strait',
		'channel',
		'river',
		'lake',
		'country',
		'region',
		'island',
		'city',
		'port',
		'base',
		'range',
		'cape',
		'continent',
		'area',
	]),
	name: z.string().min(1),
	/** Other names in English and native ones: "East Sea", "日本海". Matched like the name. */
	aliases: z.array(z.string().min(1)).default([]),
	/** "Chinese"; "Russo-" for forms that stand before a hyphen only. */
	demonyms: z.array(z.string().min(1)).default([]),
	/** Countries only: the seats of government that speak for it, e.g. "Beijing", "Kremlin", "White House". */
	governments: z.array(z.string().min(1)).default([]),
	/** Countries only: ISO 3166-1 alpha-3. */
	iso: z.string().length(3).optional(),
	lat: z.number().min(-90).max(90),
	lon: z.number().min(-180).max(180),
	/** Rough radius for an indicative area; 0 for a point. */
	radiusKm: z.number().min(0),
	/** Ids of the places that contain it. */
	partOf: z.array(z.string()).default([]),
	/**
	 * True for a name that is an ordinary word too ("Reading", "Split") or better known as another place ("Georgia" in America):
	 * matched only after a place preposition or before the name of a place that contains it.
	 */
	ambiguous: z.boolean().default(false),
});
export type Place = z.output<typeof placeSchema>;

/** Those who act: ministries, commands, fleets, services, alliances, think tanks. */
export const actorSchema = z.strictObject({
	id: z.string().regex(/^[a-z0-9-]+$/),
	kind: z.enum(['ministry', 'service', 'command', 'fleet', 'formation', 'alliance', 'office', 'outlet', 'institute']),
	name: z.string().min(1),
	aliases: z.array(z.string().min(1)).default([]),
	/** Ids of the countries it belongs to; empty for an alliance. */
	countries: z.array(z.string()).default([]),
	/** Alliances only: ids of member countries. */
	members: z.array(z.string()).default([]),
	/** Id of the role that it has for its country, so that "the Chinese navy" is the PLA Navy. */
	role: z.string().optional(),
});
export type Actor = z.output<typeof actorSchema>;

/** What every country has, under names that need a nation's word beside them: "Defence Ministry", "navy", "troops". */
export const roleSchema = z.strictObject({
	id: z.string().regex(/^[a-z0-9-]+$/),
	kind: actorSchema.shape.kind,
	/** Follows a demonym: "Chinese" + "Ministry of Defence". */
	name: z.string().min(1),
	/** Words for it; in lower case: common nouns, found in any case. */
	words: z.array(z.string().min(1)),
	/** True when the words name somebody even with no nation beside them. */
	alone: z.boolean().default(false),
});
export type Role = z.output<typeof roleSchema>;

/** What a name of the gazetteer may name; `nothing` covers phrases that only hold a place's name. */
export type Named =
	| { readonly is: 'place'; readonly place: Place; readonly how: 'name' | 'demonym' | 'government' }
	| { readonly is: 'actor'; readonly actor: Actor }
	| { readonly is: 'role'; readonly role: Role }
	| { readonly is: 'nothing' };

/** Places and actors with their names, looked up by `findPlaces`, `findActors`, `placeNamed`. Made by `createGazetteer`. */
export interface Gazetteer {
	readonly places: readonly Place[];
	readonly actors: readonly Actor[];
	readonly names: NameIndex<Named>;
	/** Keys of the places' names (folded words), for search by what is typed. */
	readonly placeKeys: ReadonlyMap<string, readonly Place[]>;
	/** The same without the words that many names share: "hormuz" for the Strait of Hormuz. */
	readonly shortKeys: ReadonlyMap<string, readonly Place[]>;
	place(id: string): Place | undefined;
	actor(id: string): Actor | undefined;
	/** The service, ministry or office that a country has in a role: a listed one, or one named by the rule. */
	actorInRole(country: Place, role: Role): Actor;
	/** All places that contain a place, near and far. */
	around(place: Place): ReadonlySet<Place>;
}

/**
 * Builds the look-up structures.
 * @throws Error in one line naming the entry: an id twice, an unknown `partOf` or country, a place that contains itself.
 */
export function createGazetteer(places: readonly Place[], actors: readonly Actor[]): Gazetteer {
	const placesById = byId(places);
	const actorsById = byId(actors);
	const around = containers(places, placesById);
	for (const actor of actors) {
		for (const id of [...actor.countries, ...actor.members]) {
			if (placesById.get(id)?.kind !== 'country') throw new Error(`"${actor.id}": "${id}" is no country of the gazetteer`);
		}
	}
	const inRole = new Map<string, Actor>();
	for (const actor of actors) {
		for (const country of actor.role ? actor.countries : []) inRole.set(`${country} ${actor.role}`, actor);
	}
	const none: ReadonlySet<Place> = new Set();
	const keys = placeKeys(places);
	return {
		places,
		actors,
		names: nameIndex(places, actors),
		placeKeys: keys,
		shortKeys: shortKeys(keys),
		place: (id) => placesById.get(id),
		actor: (id) => actorsById.get(id),
		actorInRole: (country, role) => inRole.get(`${country.id} ${role.id}`) ?? actorByRule(country, role),
		around: (place) => around.get(place) ?? none,
	};
}

function actorByRule(country: Place, role: Role): Actor {
	const nation = country.demonyms.find((demonym) => !demonym.endsWith('-')) ?? country.name;
	return {
		id: `${country.id}-${role.id}`,
		kind: role.kind,
		name: `${nation} ${role.name}`,
		aliases: [],
		countries: [country.id],
		members: [],
		role: role.id,
	};
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
	const map = new Map<string, Item>();
	for (const item of items) {
		if (map.has(item.id)) throw new Error(`"${item.id}": this id is given twice`);
		map.set(item.id, item);
	}
	return map;
}

function containers(places: readonly Place[], byId: ReadonlyMap<string, Place>): ReadonlyMap<Place, ReadonlySet<Place>> {
	const known = new Map<Place, ReadonlySet<Place>>();
	const around = (place: Place, path: readonly Place[]): ReadonlySet<Place> => {
		const already = known.get(place);
		if (already) return already;
		if (path.includes(place)) throw new Error(`"${place.id}": lies within itself, by partOf`);
		const all = new Set<Place>();
		for (const id of place.partOf) {
			const outer = byId.get(id);
			if (!outer) throw new Error(`"${place.id}": partOf names no place: "${id}"`);
			for (const further of [outer, ...around(outer, [...path, place])]) all.add(further);
		}
		known.set(place, all);
		return all;
	};
	for (const place of places) around(place, []);
	return known;
}

function nameIndex(places: readonly Place[], actors: readonly Actor[]): NameIndex<Named> {
	const index = new NameIndex<Named>();
	for (const place of places) {
		for (const name of new Set([...placeNames(place), ...turnedNames(place)])) index.add(name, { is: 'place', place, how: 'name' });
		for (const demonym of new Set([...place.demonyms, ...place.demonyms.filter(isPlainDemonym).map((word) => `${word}s`)])) {
			index.add(demonym, { is: 'place', place, how: 'demonym' });
		}
		for (const government of place.governments) index.add(government, { is: 'place', place, how: 'government' });
	}
	for (const actor of actors) {
		for (const name of new Set([actor.name, ...actor.aliases])) index.add(name, { is: 'actor', actor });
	}
	for (const role of roles) {
		for (const words of role.words)
			index.add(words, { is: 'role', role }, words !== words.toUpperCase() && words.length > LONGEST_SHORT_FORM);
	}
	for (const phrase of NOT_PLACES) index.add(phrase, { is: 'nothing' });
	return index;
}

/** "MoD" needs its capitals; "Defence Ministry" is printed without them too. */
const LONGEST_SHORT_FORM = 3;

/** "American" has the plural "Americans"; "Chinese" and "French" have none. */
const isPlainDemonym = (demonym: string): boolean => /[nio]$/.test(demonym);

const placeNames = (place: Place): readonly string[] => [place.name, ...place.aliases];

/** Waters turn: "Gulf of Oman" is printed as "Oman Gulf" too, "Taiwan Strait" as "Strait of Taiwan" and "Taiwan Straits". */
function turnedNames(place: Place): string[] {
	return placeNames(place).flatMap((name) => {
		const [, head, rest] = /^(Sea|Gulf|Strait|Bay) of (?:the )?(.+)$/.exec(name) ?? [];
		const [, own, tail] = /^(\S+) (Sea|Gulf|Strait|Bay)$/.exec(name) ?? [];
		const turned = head ? [`${rest} ${head}`] : own ? [`${tail} of ${own}`] : [];
		return [name, ...turned]
			.map((form) => form.replace(/\bStrait\b/, 'Straits'))
			.concat(turned)
			.filter((form) => form !== name);
	});
}

function placeKeys(places: readonly Place[]): ReadonlyMap<string, readonly Place[]> {
	const keys = new Map<string, Place[]>();
	const add = (name: string, place: Place) => {
		const key = nameKey(name);
		const there = keys.get(key) ?? [];
		if (!there.includes(place)) keys.set(key, [...there, place]);
	};
	for (const place of places) for (const name of placeNames(place)) add(name, place);
	for (const place of places) for (const name of [...turnedNames(place), ...place.demonyms]) if (!keys.has(nameKey(name))) add(name, place);
	return keys;
}

function shortKeys(keys: ReadonlyMap<string, readonly Place[]>): ReadonlyMap<string, readonly Place[]> {
	const short = new Map<string, readonly Place[]>();
	for (const [key, places] of keys) {
		const own = key.split(' ').filter((word) => !GENERIC_WORDS.has(word));
		const shorter = own.join(' ');
		if (shorter !== '' && !keys.has(shorter) && !short.has(shorter)) short.set(shorter, places);
	}
	return short;
}

const WIDE: ReadonlySet<Place['kind']> = new Set(['ocean', 'continent', 'area']);

/**
 * True when `inner` lies in `outer`, over any number of steps. Closely (not `widely`), an ocean, a continent or an area of several countries
 * holds its own parts of those kinds alone: the Pacific holds the Western Pacific, and the Sea of Japan only when asked widely.
 */
export function contains(
	outer: Place,
	inner: Place,
	{ widely = true, in: all = gazetteer }: { widely?: boolean; in?: Gazetteer } = {},
): boolean {
	return all.around(inner).has(outer) && (widely || !WIDE.has(outer.kind) || WIDE.has(inner.kind));
}

/** The places that lie in a place, without itself: widely or closely, as `contains` says. */
export function placesWithin(outer: Place, { widely = true, in: all = gazetteer }: { widely?: boolean; in?: Gazetteer } = {}): Place[] {
	return all.places.filter((inner) => contains(outer, inner, { widely, in: all }));
}

/** The country that a place is or lies in; undefined for a sea, and for a place that lies in several. */
export function countryOf(place: Place, all: Gazetteer = gazetteer): Place | undefined {
	if (place.kind === 'country') return place;
	const [country, another] = [...all.around(place)].filter((outer) => outer.kind === 'country');
	return another ? undefined : country;
}

export const roles: readonly Role[] = readData('exercises/data/actor-roles.json', z.array(roleSchema));

/** The gazetteer of the data files. */
export const gazetteer: Gazetteer = createGazetteer(
	readData('exercises/data/places.json', z.array(placeSchema)),
	readData('exercises/data/actors.json', z.array(actorSchema)),
);
