import fc from 'fast-check';
import type { MapPicture, MapPlace, TimelineEntry, TimelinePicture } from '../../src/pictures/inputs.js';

export function place(name: string, lat: number, lon: number, more: Partial<MapPlace> = {}): MapPlace {
	return { name, lat, lon, radiusKm: 0, kind: 'main', ...more };
}

export function mapOf(places: readonly MapPlace[], more: Partial<MapPicture> = {}): MapPicture {
	return { title: 'Vostok 2022', places, countries: ['RUS'], ...more };
}

export function entry(name: string, from: string, to: string, more: Partial<TimelineEntry> = {}): TimelineEntry {
	return { name, lane: 'all', from, to, precision: 'day', yearGuessed: false, ...more };
}

export function timelineOf(entries: readonly TimelineEntry[], more: Partial<TimelinePicture> = {}): TimelinePicture {
	const lanes = [{ key: 'all', label: 'All exercises' }];
	return { title: 'Exercises', lanes, entries, undated: [], ...more };
}

/** Names as documents have them: long, of many scripts, with markup and with nothing to draw. */
export const name = fc.oneof(
	fc.constantFrom(
		'Sea of Japan',
		'Петропавловск',
		'Đà Nẵng',
		'北部·联合-2023',
		'بحر اليابان',
		'<b>&"\'',
		'',
		'x'.repeat(80),
		'two words '.repeat(8),
	),
	fc.string({ unit: 'grapheme', maxLength: 80 }),
	fc.string({ minLength: 3, maxLength: 24 }),
);

const area = { radiusKm: fc.constantFrom(0, 0, 50, 400, 1500), kind: fc.constantFrom('main', 'related', 'patrol') };
const text = { name, otherNames: fc.array(name, { maxLength: 2 }), note: name, isWide: fc.constantFrom(false, false, true) };
const anywhere = fc.record({
	...text,
	...area,
	lat: fc.double({ min: -90, max: 90, noNaN: true }),
	lon: fc.double({ min: -180, max: 180, noNaN: true }),
});
const eastAsia = fc.record({
	...text,
	...area,
	lat: fc.double({ min: 30, max: 50, noNaN: true }),
	lon: fc.double({ min: 120, max: 150, noNaN: true }),
});
const oneTown = fc.record({ ...text, ...area, lat: fc.constant(54.7), lon: fc.constantFrom(20.4, 20.5) });

export const mapPicture: fc.Arbitrary<MapPicture> = fc.record({
	title: name,
	countries: fc.subarray(['RUS', '156', 'JPN', 'FJI', 'XXX', 'LUX']),
	places: fc.oneof(
		...[anywhere, eastAsia, oneTown].map((one) => fc.array(one, { maxLength: 6 })),
		...[anywhere, eastAsia, oneTown].map((one) => fc.array(one, { minLength: 40, maxLength: 60 })),
	),
});

const timelineEntry = (firstYear: number, lastYear: number): fc.Arbitrary<TimelineEntry> =>
	fc
		.record({
			name,
			note: name,
			lane: fc.constantFrom('a', 'a', 'b', 'c', 'not given'),
			start: fc.date({ min: new Date(Date.UTC(firstYear, 0, 1)), max: new Date(Date.UTC(lastYear, 11, 31)), noInvalidDate: true }),
			days: fc.constantFrom(0, 6, 29, 364, 1000),
			precision: fc.constantFrom('day', 'part', 'month', 'year'),
			yearGuessed: fc.boolean(),
			ongoing: fc.boolean(),
			highlight: fc.boolean(),
		})
		.map(({ start, days, ...rest }) => {
			const end = new Date(start.getTime() + days * 86_400_000);
			return { ...rest, from: start.toISOString().slice(0, 10), to: end.toISOString().slice(0, 10) };
		});

export const timelinePicture: fc.Arbitrary<TimelinePicture> = fc.record({
	title: name,
	lanes: fc.tuple(name, name, name).map(([a, b, c]) => [
		{ key: 'a', label: a },
		{ key: 'b', label: b },
		{ key: 'c', label: c },
	]),
	entries: fc.oneof(
		fc.array(timelineEntry(2020, 2024), { maxLength: 6 }),
		fc.array(timelineEntry(1950, 2025), { maxLength: 60 }),
		fc.array(timelineEntry(2023, 2023), { minLength: 40, maxLength: 60 }),
	),
	undated: fc.array(name, { maxLength: 60 }),
	locale: fc.constantFrom('en', 'de', 'ja', 'ru', 'ar'),
});
