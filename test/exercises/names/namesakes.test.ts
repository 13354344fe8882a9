import { expect, test } from 'vitest';
import { readDocument } from '../../../src/corpus/read.js';
import type { PlaceClaim } from '../../../src/exercises/exercise.js';
import { extract } from '../../../src/exercises/extract.js';
import { contains, gazetteer } from '../../../src/gazetteer/gazetteer.js';
import { distance } from '../../../src/gazetteer/towns.js';
import { tell } from '../../corpus/generate.js';

function locationsIn(sentence: string): readonly PlaceClaim[] {
	const text = `Notes on two navies\n\nPublished 3 October 2024\n\n${sentence}\n`;
	return extract(readDocument('a.txt', new TextEncoder().encode(text))).drafts.flatMap(({ claims }) => claims.locations);
}
const shown = (locations: readonly PlaceClaim[]) =>
	locations.map(({ value, placeId, lat, lon }) => `${value} (${placeId}, ${lat}, ${lon})`).join('; ') || 'nothing';

/** Towns beside their wider place, with where it lies; each has a better known namesake elsewhere, or stands in no list of places. */
const towns: readonly (readonly [town: string, wider: string, lat: number, lon: number])[] = [
	['Tripoli', 'Lebanon', 34.4, 35.8],
	['Moscow', 'Idaho', 46.7, -117],
	['Paris', 'Texas', 33.7, -95.6],
	['Birmingham', 'Alabama', 33.5, -86.8],
	['Valencia', 'Venezuela', 10.2, -68],
	['St. Petersburg', 'Florida', 27.8, -82.7],
	['Melbourne', 'Florida', 28.1, -80.6],
	['Alexandria', 'Virginia', 38.8, -77],
	['Odessa', 'Texas', 31.8, -102.4],
	['Cambridge', 'Massachusetts', 42.4, -71.1],
	['Cartagena', 'Spain', 37.6, -1],
	['Barcelona', 'Venezuela', 10.1, -64.7],
	['Athens', 'Georgia', 33.9, -83.4],
	['Manchester', 'New Hampshire', 43, -71.5],
	['Mérida', 'Venezuela', 8.6, -71.1],
	['Santiago', 'Cuba', 20, -75.8],
	['Hamilton', 'Canada', 43.3, -79.9],
	['Naples', 'Florida', 26.1, -81.8],
	['Rome', 'Georgia', 34.3, -85.2],
	['Warsaw', 'Indiana', 41.2, -85.9],
];
const frames = [
	'Exercise Blue Wave 2023 was held in {p} in May 2023.',
	'Exercise Blue Wave 2023 was held near {p}.',
	'Exercise Blue Wave 2023 took place off {p}, in May.',
	'Exercise Blue Wave 2023 will be held at {p}.',
	'Ships gathered off {p} for Exercise Blue Wave 2023.',
	'Exercise Blue Wave 2023 opened in {p} on 5 May 2023.',
];

test('a town beside its wider place lies inside it or is not placed', () => {
	const misses: string[] = [];
	let tried = 0;
	for (const [town, wider, lat, lon] of towns) {
		for (const frame of frames) {
			for (const place of [`${town}, ${wider}`, `${town} (${wider})`]) {
				tried++;
				const sentence = frame.replace('{p}', place);
				const locations = locationsIn(sentence);
				const [first] = locations;
				const right = first?.lat != null && first.lon != null && distance({ lat, lon }, { lat: first.lat, lon: first.lon }) < 60;
				if (!right) misses.push(`${sentence} gave ${shown(locations)}`);
				const outside = locations.filter(
					(claim) =>
						claim.lat !== null &&
						claim.lon !== null &&
						distance({ lat, lon }, { lat: claim.lat, lon: claim.lon }) > 2000 &&
						claim.value === town,
				);
				expect(outside, `${sentence} gave ${shown(locations)}`).toEqual([]);
			}
		}
	}
	expect(tried).toBeGreaterThanOrEqual(200);
	expect(tell('towns beside their wider places', tried, misses)).toBeGreaterThanOrEqual(0.95);
});

test('a phrase of several places is read whole, the smallest first, and within 800 km of it', () => {
	const misses: string[] = [];
	let tried = 0;
	const phrases: readonly ((sea: string, city: string, country: string) => string)[] = [
		(sea, city) => `in the ${sea} off ${city}`,
		(sea, city, country) => `in the ${sea}, off ${city}, ${country}`,
		(sea, city, country) => `in the ${sea} near ${city}, ${country}`,
		(_, city, country) => `in waters off the coast of ${city}, ${country}`,
		(_, city) => `120 nautical miles south-west of ${city}`,
		(_, city) => `about 200 km to the east of ${city}`,
	];
	const ports = gazetteer.places.filter(
		({ kind, ambiguous, name, governments }) =>
			/^(?:city|port)$/.test(kind) && !ambiguous && governments.length === 0 && /^[A-Z][a-z]{4,}$/.test(name),
	);
	const pairs = ports.flatMap((port) => {
		const around = [...gazetteer.around(port)];
		const [sea, country] = ['sea', 'country'].map((kind) => around.find((place) => place.kind === kind && contains(place, port)));
		return sea && country ? [{ sea, port, country }] : [];
	});
	const every = Math.max(1, Math.floor(pairs.length / 45));
	for (const { sea, port, country } of pairs.filter((_, at) => at % every === 0)) {
		for (const phrase of phrases) {
			tried++;
			const printed = phrase(sea.name.replace(/^the /i, ''), port.name, country.name);
			const locations = locationsIn(`Exercise Blue Wave 2023 was held ${printed} in May 2023.`);
			const [first] = locations;
			const near = first?.lat != null && first.lon != null && distance(port, { lat: first.lat, lon: first.lon }) < 400;
			if (!near || !first.text.includes(port.name)) misses.push(`${printed} gave ${shown(locations)}`);
		}
	}
	expect(tried).toBeGreaterThanOrEqual(200);
	expect(tell('phrases of several places', tried, misses)).toBeGreaterThanOrEqual(0.95);
});
