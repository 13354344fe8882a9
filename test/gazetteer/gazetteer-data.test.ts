import { describe, expect, test } from 'vitest';
import { type Actor, gazetteer, type Place } from '../../src/gazetteer/gazetteer.js';
import { roles } from '../../src/gazetteer/make-gazetteer.js';
import { nameKey } from '../../src/text/name-words.js';

const { places, actors } = gazetteer;

/** Names that several entries claim, with their ids. */
function claimedTwice<Item extends { readonly id: string }>(items: readonly Item[], names: (item: Item) => readonly string[]): string[] {
	const owners = new Map<string, Set<string>>();
	for (const item of items) {
		for (const name of names(item)) owners.set(nameKey(name), (owners.get(nameKey(name)) ?? new Set()).add(item.id));
	}
	return [...owners].filter(([, ids]) => ids.size > 1).map(([name, ids]) => `${name}: ${[...ids].join(', ')}`);
}

describe('the places', () => {
	// createGazetteer refuses an id given twice, an unknown partOf and a place within itself: gazetteer-more.test.ts
	test('hold every name once, but for those marked as ambiguous', () => {
		const named = (place: Place) => [place.name, ...place.aliases];
		expect(
			claimedTwice(
				places.filter((place) => !place.ambiguous),
				named,
			),
		).toEqual([]);
	});

	test('hold every demonym and every seat of government once', () => {
		expect(claimedTwice(places, (place) => place.demonyms)).toEqual([]);
		expect(claimedTwice(places, (place) => place.governments)).toEqual([]);
	});

	test('have no name that is nothing but white space and marks', () => {
		const empty = places.flatMap((place) => [place.name, ...place.aliases, ...place.demonyms]).filter((name) => nameKey(name) === '');
		expect(empty).toEqual([]);
	});

	test('give every country its ISO code once, a continent or an area, and a way to speak of its people', () => {
		const countries = places.filter((place) => place.kind === 'country');
		expect(countries.length).toBeGreaterThan(190);
		expect(new Set(countries.map((country) => country.iso)).size).toBe(countries.length);
		expect(countries.filter((country) => country.partOf.length === 0).map(({ id }) => id)).toEqual([]);
		expect(places.filter((place) => place.kind !== 'country' && place.iso).map(({ id }) => id)).toEqual([]);
	});

	test('put every town, base and range into a country or a wider place', () => {
		const landed = places.filter((place) => ['city', 'port', 'base', 'range', 'cape'].includes(place.kind));
		expect(landed.filter((place) => place.partOf.length === 0).map(({ id }) => id)).toEqual([]);
	});

	test('lie near the places that hold them', () => {
		const far = places.flatMap((place) =>
			place.partOf.flatMap((id) => {
				const outer = gazetteer.place(id);
				if (!outer || ['continent', 'area', 'ocean'].includes(outer.kind)) return [];
				// Radii are rough and countries are no circles: what this catches is a swapped sign or a wrong decimal
				const allowed = 3.2 * outer.radiusKm + place.radiusKm + 450;
				const away = kilometres(place, outer);
				return away > allowed && !OVERSEAS.has(place.id) ? [`${place.id} in ${id}: ${Math.round(away)} km`] : [];
			}),
		);
		expect(far).toEqual([]);
	});

	test('tell every capital apart from the government that it speaks for', () => {
		const china = gazetteer.place('china');
		expect(china?.governments).toContain('Beijing');
		expect(gazetteer.place('beijing')).toMatchObject({ kind: 'city', name: 'Beijing', partOf: ['china'] });
	});
});

/** Territories far from the middle of their countries. */
const OVERSEAS: ReadonlySet<string> = new Set([
	...[
		'american-samoa',
		'puerto-williams',
		'easter-island',
		'kiritimati',
		'guam',
		'northern-mariana-islands',
		'wake-island',
		'midway-atoll',
		'new-caledonia',
		'french-polynesia',
		'french-guiana',
	],
	...[
		'reunion',
		'mayotte',
		'wallis-and-futuna',
		'martinique',
		'guadeloupe',
		'falkland-islands',
		'ascension-island',
		'bermuda',
		'curacao',
		'aruba',
	],
	...[
		'greenland',
		'canary-islands',
		'azores',
		'madeira',
		'porto-santo',
		'gibraltar',
		'svalbard',
		'jan-mayen',
		'puerto-rico',
		'us-virgin-islands',
	],
	...[
		'cape-horn',
		'yap',
		'galapagos-islands',
		'hawaii',
		'alaska',
		'faroe-islands',
		'aleutian-islands',
		'attu',
		'iwo-jima',
		'minamitorishima',
		'ogasawara-islands',
	],
]);

function kilometres(one: Place, other: Place): number {
	const radians = Math.PI / 180;
	const [a, b] = [one.lat * radians, other.lat * radians];
	const cosine = Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos((one.lon - other.lon) * radians);
	return 6371 * Math.acos(Math.min(1, cosine));
}

describe('the actors', () => {
	test('share a name only where a country tells them apart', () => {
		const named = (actor: Actor) => [actor.name, ...actor.aliases].map((name) => `${name} ${actor.countries.join(' ')}`);
		expect(claimedTwice(actors, named)).toEqual([]);
	});

	test('have roles that exist, one actor a country', () => {
		const inRole = actors.filter((actor) => actor.role);
		const known = new Set(roles.map((role) => role.id));
		expect(inRole.filter((actor) => !known.has(actor.role ?? '')).map(({ id }) => id)).toEqual([]);
		expect(claimedTwice(inRole, (actor) => actor.countries.map((country) => `${country} ${actor.role}`))).toEqual([]);
	});

	test('take no name from a place', () => {
		const placeNames = new Set(places.filter((place) => !place.ambiguous).flatMap((place) => [place.name, ...place.aliases].map(nameKey)));
		const taken = actors.filter((actor) => [actor.name, ...actor.aliases].some((name) => placeNames.has(nameKey(name))));
		expect(taken.map(({ id }) => id)).toEqual([]);
	});
});
