import { z } from 'zod';
import { readData } from '../data.js';
import { nameKey } from '../text/name-words.js';
import { GENERIC_WORDS, NOT_PLACES } from './mention-words.js';
import { NameIndex } from './name-index.js';
import { type Actor, type Place, type Role, roleSchema } from './place-schema.js';
import { createTowns } from './towns.js';

export const roles: readonly Role[] = readData('gazetteer/data/actor-roles.json', z.array(roleSchema));

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
	/** The town of a name inside a wider place, also one that is not among `places`; undefined where none is known. */
	townIn(name: string, wider: Place): Place | undefined;
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
	const aroundAll = (place: Place): ReadonlySet<Place> => around.get(place) ?? aroundTown(place, placesById, around) ?? none;
	const towns = createTowns({ places, around: aroundAll, place: (id) => placesById.get(id) });
	return {
		places,
		actors,
		names: nameIndex(places, actors),
		placeKeys: keys,
		shortKeys: shortKeys(keys),
		place: (id) => placesById.get(id) ?? towns.town(id),
		actor: (id) => actorsById.get(id),
		actorInRole: (country, role) => inRole.get(`${country.id} ${role.id}`) ?? actorByRule(country, role),
		around: aroundAll,
		townIn: (name, wider) => listedIn(keys.get(nameKey(name)) ?? [], wider, aroundAll) ?? towns.townIn(name, wider),
	};
}

const listedIn = (named: readonly Place[], wider: Place, around: (place: Place) => ReadonlySet<Place>): Place | undefined =>
	named.find((place) => /^(?:city|port|base)$/.test(place.kind) && around(place).has(wider));

/** What a town lies in that is not among the places itself. */
function aroundTown(
	{ partOf }: Place,
	byId: ReadonlyMap<string, Place>,
	around: ReadonlyMap<Place, ReadonlySet<Place>>,
): ReadonlySet<Place> | undefined {
	const outer = partOf.flatMap((id) => byId.get(id) ?? []);
	return outer.length === 0 ? undefined : new Set(outer.flatMap((place) => [place, ...(around.get(place) ?? [])]));
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
