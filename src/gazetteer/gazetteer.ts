import { z } from 'zod';
import { readData } from '../data.js';
import { createGazetteer, type Gazetteer } from './make-gazetteer.js';
import { withMorePlaces } from './more-places.js';
import { actorSchema, type Place, placeSchema } from './place-schema.js';

export type { Gazetteer, Named } from './make-gazetteer.js';
export type { Actor, Place, Role } from './place-schema.js';

let opened: Gazetteer | undefined;

/** Takes up the places and actors of the data files and of a file of the user's own. @throws Error in one line naming the file and the entry. */
export function openPlaces(ownFile?: string): void {
	opened = ownFile ? withMorePlaces(ownFile, listedPlaces()) : listedPlaces();
}

const listedPlaces = (): Gazetteer =>
	createGazetteer(
		readData('gazetteer/data/places.json', z.array(placeSchema)),
		readData('gazetteer/data/actors.json', z.array(actorSchema)),
	);

const current = (): Gazetteer => {
	opened ??= listedPlaces();
	return opened;
};

/** The gazetteer that `openPlaces` took up last; where nobody did, that of the data files, read when it is first asked. */
export const gazetteer: Gazetteer = {
	get places() {
		return current().places;
	},
	get actors() {
		return current().actors;
	},
	get names() {
		return current().names;
	},
	get placeKeys() {
		return current().placeKeys;
	},
	get shortKeys() {
		return current().shortKeys;
	},
	place: (id) => current().place(id),
	actor: (id) => current().actor(id),
	actorInRole: (country, role) => current().actorInRole(country, role),
	around: (place) => current().around(place),
	townIn: (name, wider) => current().townIn(name, wider),
};

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
