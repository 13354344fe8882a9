import { expect, test } from 'vitest';
import { gazetteer } from '../../../src/gazetteer/gazetteer.js';
import { tell } from '../../corpus/generate.js';
import { catalogueOf } from '../corpus.js';

const countryOf = (id: string) => {
	const place = gazetteer.place(id);
	return place && [...gazetteer.around(place)].find(({ kind }) => kind === 'country')?.id;
};
/** Towns of the list, each with a country that it does not lie in and a place there. */
const towns = gazetteer.places
	.filter(({ kind, name, id }) => kind === 'city' && /^\p{Lu}\p{Ll}{4,}$/u.test(name) && countryOf(id))
	.slice(0, 60);
const told = [
	['Lyuban', 'Belarus', 'belarus'],
	['Kursk', 'Russia', 'russia'],
	['Zarnovo', 'Chile', 'chile'],
	['Dublin', 'Ireland', 'ireland'],
] as const;
const frames = [
	'Exercise Blue Wave was held at {t} near {y}, {c}, in May 2024.',
	'Exercise Blue Wave opened at {t} close to {y} in {c} on 3 May 2024.',
	'In Exercise Blue Wave, tanks fired at {t} next to {y}, {c}.',
];

test('a town is not put where its phrase says that it does not lie', () => {
	const cases = frames.flatMap((frame, row) =>
		towns.flatMap(({ name, id }, at) => {
			const [near, country, countryId] = told[(at + row) % told.length] ?? told[0];
			if (countryOf(id) === countryId) return [];
			const sentence = frame.replace('{t}', name).replace('{y}', near).replace('{c}', country);
			return [{ id, sentence }];
		}),
	);
	const more = towns.slice(0, 40).map(({ name, id }) => ({ id, sentence: `Exercise Blue Wave was held at ${name} near Qarrib, Oman.` }));
	const all = [...cases, ...more.filter(({ id }) => countryOf(id) !== 'oman')];
	const misses = all.flatMap(({ id, sentence }) => {
		const places = catalogueOf(`Notes on two navies\n\nPublished 3 October 2024\n\n${sentence}\n`).flatMap(({ locations }) => locations);
		return places.some(({ placeId }) => placeId === id) ? [`${sentence} gave ${places.map(({ placeId }) => placeId).join(', ')}`] : [];
	});
	expect(all.length).toBeGreaterThanOrEqual(200);
	expect(tell('towns told to lie elsewhere', all.length, misses)).toBeGreaterThanOrEqual(0.95);
});

test.each([
	['Exercise Blue Wave was held in Gdynia near Gdansk, Poland.', 'gdynia'],
	['Exercise Blue Wave was held in Odesa and near Kursk, Russia.', 'odesa'],
])('a town that its phrase does not part from its country stays: %s', (sentence, id) => {
	const places = catalogueOf(`Notes\n\nPublished 3 October 2024\n\n${sentence}\n`).flatMap(({ locations }) => locations);
	expect(places.map(({ placeId }) => placeId)).toContain(id);
});
