import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readData } from '../../src/data.js';
import { altOfMap, altOfTimeline } from '../../src/pictures/alt.js';
import { loadAtlas, numericCode } from '../../src/pictures/atlas.js';
import { contextLabelsSchema } from '../../src/pictures/context-labels.js';
import { createPictures } from '../../src/pictures/pictures.js';
import { drawnWords, toldWords } from '../../src/pictures/words.js';
import { runs } from '../runs.js';
import { entry, mapOf, mapPicture, place, timelineOf, timelinePicture } from './inputs.js';
import { decodePng } from './png.js';

const pictures = createPictures();
afterAll(() => pictures.close());

describe('pictures', () => {
	it('draws a map as PNG with its alt text', async () => {
		const { png, alt, width, height } = await pictures.map(
			mapOf([place('Sea of Japan', 40, 134.6, { otherNames: ['East Sea'], radiusKm: 400 })]),
		);
		const pixels = await decodePng(png);
		expect([pixels.width, pixels.height]).toEqual([width, height]);
		expect([width, height]).toEqual([1152, 800]);
		expect(alt).toBe('Map: Vostok 2022. Sea of Japan / East Sea (Exercise area). Areas are indicative.');
	});

	it('draws a timeline as PNG with its alt text', async () => {
		const { png, alt, width, height } = await pictures.timeline(
			timelineOf(
				[
					entry('Vostok 2022', '2022-09-01', '2022-09-07'),
					entry('Ocean', '2024-01-01', '2024-12-31', { precision: 'year', yearGuessed: true }),
				],
				{ undated: ['海上联合'] },
			),
		);
		const pixels = await decodePng(png);
		expect([pixels.width, pixels.height]).toEqual([width, height]);
		expect(alt).toBe('Timeline: Exercises. Vostok 2022 (2022-09-01 – 2022-09-07), Ocean (2024, Year inferred), 海上联合 (Undated).');
	});

	it('draws the same picture once', async () => {
		const asked = () => pictures.map(mapOf([place('Fiji', -17.8, 178)]));
		const [one, two] = await Promise.all([asked(), asked()]);
		expect(two).toBe(one);
		expect(await asked()).toBe(one);
		expect(await pictures.map(mapOf([place('Fiji', -17.8, 178)], { title: 'Another' }))).not.toBe(one);
	});

	it('draws whatever names and places it is given', async () => {
		await fc.assert(
			fc.asyncProperty(mapPicture, timelinePicture, async (map, timeline) => {
				expect((await pictures.map(map)).png.length).toBeGreaterThan(10_000);
				expect((await pictures.timeline(timeline)).png.length).toBeGreaterThan(10_000);
			}),
			runs(12),
		);
	});
});

describe('alt text', () => {
	it('stays within the limit of Discord and counts what it leaves out', () => {
		fc.assert(fc.property(mapPicture, (picture) => altOfMap(picture).length <= 1024));
		fc.assert(fc.property(timelinePicture, (picture) => altOfTimeline(picture).length <= 1024));
		const many = mapOf(Array.from({ length: 60 }, (_, index) => place(`A place with quite a long name ${index}`, 0, index)));
		expect(altOfMap(many)).toMatch(/, \+\d+ more\.$/);
	});

	it('is told in the words given', () => {
		expect(altOfMap(mapOf([place('日本海', 40, 134)], { words: { map: '地図', main: '演習海域' } }))).toContain(
			'地図: Vostok 2022. 日本海 (演習海域)',
		);
	});
});

describe('words', () => {
	it('are drawn in English where the font lacks the letters, but told as given', () => {
		const words = { main: '演習海域', related: 'Связанное учение' };
		expect(drawnWords(words)('main')).toBe('Exercise area');
		expect(drawnWords(words)('related')).toBe('Связанное учение');
		expect(toldWords(words)('main')).toBe('演習海域');
		expect(drawnWords()('more', 12)).toBe('+12 more');
	});
});

describe('context labels', () => {
	const { countries, seas, cities } = readData('pictures/data/context-labels.json', contextLabelsSchema);

	it('name each thing once, with codes the atlas knows', () => {
		const names = [...countries.map((country) => country.name), ...seas.flatMap((sea) => sea.names)];
		expect(new Set(names).size).toBe(names.length);
		expect(new Set(cities.map((city) => city.name)).size).toBe(cities.length);
		const known = new Set(loadAtlas('50m').countries.map((country) => country.code));
		expect(countries.map((country) => numericCode(country.code)).filter((code) => !known.has(code))).toEqual([]);
	});
});
