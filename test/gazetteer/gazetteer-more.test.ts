import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contains, countryOf, gazetteer, type Place, placesWithin } from '../../src/gazetteer/gazetteer.js';
import { extendGazetteer, withMorePlaces } from '../../src/gazetteer/more-places.js';
import { findPlaces } from '../../src/gazetteer/place-mentions.js';
import { placeNamed, suggestPlaces } from '../../src/gazetteer/place-search.js';

function known(id: string): Place {
	const place = gazetteer.place(id);
	if (!place) throw new Error(`No place ${id}`);
	return place;
}

describe('containment', () => {
	test('goes over any number of steps', () => {
		expect(contains(known('sea-of-japan'), known('peter-the-great-gulf'))).toBe(true);
		expect(contains(known('pacific-ocean'), known('peter-the-great-gulf'))).toBe(true);
		expect(contains(known('china'), known('zhanjiang'))).toBe(true);
		expect(contains(known('south-china-sea'), known('zhanjiang'))).toBe(true);
		expect(contains(known('latin-america'), known('venezuela'))).toBe(true);
		expect(contains(known('peter-the-great-gulf'), known('sea-of-japan'))).toBe(false);
		expect(contains(known('sea-of-japan'), known('sea-of-japan'))).toBe(false);
		expect(contains(known('south-china-sea'), known('east-china-sea'))).toBe(false);
	});

	test('closely, an ocean holds its own parts alone and a sea holds all of its own', () => {
		expect(contains(known('pacific-ocean'), known('sea-of-japan'), { widely: false })).toBe(false);
		expect(contains(known('pacific-ocean'), known('western-pacific'), { widely: false })).toBe(true);
		expect(contains(known('sea-of-japan'), known('peter-the-great-gulf'), { widely: false })).toBe(true);
		expect(contains(known('europe'), known('poland'), { widely: false })).toBe(false);
		expect(contains(known('poland'), known('drawsko-pomorskie'), { widely: false })).toBe(true);
	});

	test('lists what lies within', () => {
		const wide = placesWithin(known('pacific-ocean')).map(({ id }) => id);
		const close = placesWithin(known('pacific-ocean'), { widely: false }).map(({ id }) => id);
		expect(wide).toEqual(expect.arrayContaining(['sea-of-japan', 'peter-the-great-gulf', 'guam', 'western-pacific']));
		expect(close).toEqual(expect.arrayContaining(['western-pacific', 'north-pacific']));
		expect(close).not.toContain('sea-of-japan');
	});

	test('tells the one country of a place', () => {
		expect(countryOf(known('vladivostok'))?.id).toBe('russia');
		expect(countryOf(known('japan'))?.id).toBe('japan');
		expect(countryOf(known('sea-of-japan'))).toBeUndefined();
		expect(countryOf(known('suwalki-gap'))).toBeUndefined();
	});
});

describe('a typed name', () => {
	test.each([
		['sea of okhotsk', 'sea-of-okhotsk'],
		['Sea of Okhotks', 'sea-of-okhotsk'],
		['Okhotsk', 'sea-of-okhotsk'],
		['Okhotsk Sea', 'sea-of-okhotsk'],
		['オホーツク海', 'sea-of-okhotsk'],
		['East Sea', 'sea-of-japan'],
		['日本海', 'sea-of-japan'],
		['동해', 'sea-of-japan'],
		['Японское море', 'sea-of-japan'],
		['La Perouse Strait', 'soya-strait'],
		['la pérouse strait', 'soya-strait'],
		['Arabian Gulf', 'persian-gulf'],
		['straits of hormuz', 'strait-of-hormuz'],
		['hormuz', 'strait-of-hormuz'],
		['waters off Guam', 'guam'],
		['in the Gulf of Peter the Great', 'peter-the-great-gulf'],
		['vladivostock', 'vladivostok'],
		['Grafenwohr', 'grafenwohr'],
		['Kaliningrd', 'kaliningrad'],
		['GIUK', 'giuk-gap'],
		['usa', 'united-states'],
		['us', 'united-states'],
		['DPRK', 'north-korea'],
		['Holland', 'netherlands'],
		['chinese', 'china'],
		['Turkiye', 'turkey'],
	])('%s is %s', (typed, id) => {
		expect(placeNamed(typed)?.id).toBe(id);
	});

	test.each(['', '   ', 'xyzzy', 'Lemuria', 'Atlantis', 'zhejang river crossing', 'Chin', 'the', '...'])('%j is no place', (typed) => {
		expect(placeNamed(typed)).toBeUndefined();
	});

	test('suggests what begins with it first, then what holds it, then what a typo means', () => {
		expect(suggestPlaces('sea of', 3).map(({ id }) => id)).toEqual(['sea-of-japan', 'sea-of-okhotsk', 'gulf-of-california']);
		expect(suggestPlaces('japan', 50).map(({ id }) => id)).toEqual(expect.arrayContaining(['japan', 'sea-of-japan']));
		expect(suggestPlaces('japan', 50)[0]?.id).toBe('japan');
		expect(suggestPlaces('vladivostock', 5).map(({ id }) => id)).toEqual(['vladivostok']);
		expect(suggestPlaces('qqqq', 5)).toEqual([]);
		expect(suggestPlaces('', 7)).toHaveLength(7);
	});
});

describe("a user's own file", () => {
	const cove = {
		id: 'my-cove',
		kind: 'bay',
		name: 'Zyxwv Cove',
		aliases: ['Zyx Bay'],
		lat: 43,
		lon: 131,
		radiusKm: 3,
		partOf: ['sea-of-japan'],
	};

	test('adds places that are found, named and contained like the rest', () => {
		const more = extendGazetteer(gazetteer, JSON.stringify({ places: [cove] }), 'mine.json');
		const text = 'Ships met in Zyxwv Cove and the Sea of Japan.';
		expect(findPlaces(text, undefined, { in: more }).map(({ place }) => place.id)).toEqual(['my-cove', 'sea-of-japan']);
		expect(findPlaces(text).map(({ place }) => place.id)).toEqual(['sea-of-japan']);
		const added = placeNamed('zyx bay', more);
		expect(added?.id).toBe('my-cove');
		expect(added && contains(known('pacific-ocean'), added, { in: more })).toBe(true);
	});

	test('replaces an entry of the same id', () => {
		const guam = { ...known('guam'), aliases: ['Zyxwv Island'] };
		const more = extendGazetteer(gazetteer, JSON.stringify({ places: [guam] }), 'mine.json');
		expect(placeNamed('Zyxwv Island', more)?.id).toBe('guam');
		expect(more.places).toHaveLength(gazetteer.places.length);
	});

	test.each([
		['{', /^mine\.json: it is no JSON: /],
		['[]', /^mine\.json: it must be \{"places": \[…\], "actors": \[…\]\}/],
		[JSON.stringify({ places: [cove, { ...cove, id: 'no lat' }] }), /^mine\.json: places, entry 2 \("no lat"\): id: /],
		[JSON.stringify({ places: [{ ...cove, lat: 91 }] }), /^mine\.json: places, entry 1 \("my-cove"\): lat: /],
		[JSON.stringify({ places: [cove, cove] }), /^mine\.json: "my-cove": this id is given twice$/],
		[JSON.stringify({ places: [{ ...cove, partOf: ['nowhere'] }] }), /^mine\.json: "my-cove": partOf names no place: "nowhere"$/],
		[JSON.stringify({ places: [{ ...cove, partOf: ['my-cove'] }] }), /^mine\.json: "my-cove": lies within itself/],
		[
			JSON.stringify({ actors: [{ id: 'a', kind: 'fleet', name: 'A Fleet', countries: ['nowhere'] }] }),
			/^mine\.json: "a": "nowhere" is no country/,
		],
	])('refuses %s in one line', (json, message) => {
		expect(() => extendGazetteer(gazetteer, json, 'mine.json')).toThrow(message);
		try {
			extendGazetteer(gazetteer, json, 'mine.json');
		} catch (error) {
			expect(String(error)).not.toContain('\n');
		}
	});

	test('is read from disk, and a missing one is named', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'places-'));
		try {
			const file = join(folder, 'mine.json');
			expect(() => withMorePlaces(file, gazetteer)).toThrow(`${file}: there is no such file`);
			await writeFile(file, JSON.stringify({ places: [cove] }));
			expect(withMorePlaces(file, gazetteer).place('my-cove')?.name).toBe('Zyxwv Cove');
		} finally {
			await rm(folder, { recursive: true });
		}
	});
});
