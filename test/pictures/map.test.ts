import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { around, contains } from '../../src/pictures/boxes.js';
import { drawMap } from '../../src/pictures/map.js';
import { hasArea, layoutMap, type MapLayout } from '../../src/pictures/map-layout.js';
import { FRAME, MAP_HEIGHT } from '../../src/pictures/map-view.js';
import { CAPTION, WIDTH } from '../../src/pictures/style.js';
import type { TextLine } from '../../src/pictures/text.js';
import { runs } from '../runs.js';
import { expectTidy, type NamedBox } from './boxes.js';
import { mapOf, mapPicture, place } from './inputs.js';

function boxesOf(layout: MapLayout): NamedBox[] {
	const text = (what: string, lines: readonly TextLine[]) => lines.map((line) => ({ what: `${what} "${line.text}"`, box: line.box }));
	return [
		...layout.chips.map(({ box, name }) => ({ what: `chip "${name.text}"`, box })),
		...text('label', layout.labels),
		...layout.context.flatMap(({ lines }) => text('context', lines)),
		...layout.legend.flatMap(({ line }) => text('legend', [line])),
		...text('footer', layout.footer),
	];
}

const labelsOf = (layout: MapLayout) => layout.labels.map((line) => line.text);
const contextOf = (layout: MapLayout) => layout.context.map(({ lines }) => lines.map((line) => line.text).join(' '));

describe('map layout', () => {
	it('never lets texts and chips touch or leave the picture', () => {
		fc.assert(
			fc.property(mapPicture, (picture) => expectTidy(boxesOf(layoutMap(picture)), WIDTH, MAP_HEIGHT)),
			runs(150),
		);
	});

	it('keeps everything that stands on the map inside its frame', () => {
		fc.assert(
			fc.property(mapPicture, (picture) => {
				const { markers, chips, labels, context } = layoutMap(picture);
				for (const { x, y } of markers) expect(contains(FRAME, around(x, y, 0))).toBe(true);
				for (const { box } of [...chips, ...labels, ...context.flatMap(({ lines }) => lines)]) expect(contains(FRAME, box)).toBe(true);
			}),
			runs(100),
		);
	});

	it('names every place, points to it, or counts it', () => {
		const places = Array.from({ length: 60 }, (_, index) => place(`Place ${index}`, 30 + (index % 8) * 3, 120 + index / 2));
		const layout = layoutMap(mapOf(places));
		const named = places.filter(({ name }) => labelsOf(layout).includes(name)).length;
		expect(named).toBeGreaterThan(4);
		expect(layout.footer.map(({ text }) => text).join()).toContain(`+${60 - named} more`);
	});

	it('draws 1, 5 and 60 places, the main ones always on the map', () => {
		for (const count of [1, 5, 60]) {
			const places = Array.from({ length: count }, (_, index) => place(`Place ${index}`, 30 + (index % 8) * 3, 120 + index / 2));
			expect(layoutMap(mapOf(places)).markers).toHaveLength(count);
		}
	});

	it('writes nothing smaller than can be read on a phone', () => {
		fc.assert(
			fc.property(mapPicture, (picture) => {
				const { labels, chips, context, legend, footer } = layoutMap(picture);
				const lines = [
					...labels,
					...chips.map(({ name }) => name),
					...context.flatMap((label) => label.lines),
					...legend.map(({ line }) => line),
					...footer,
				];
				for (const { size } of lines) expect(size).toBeGreaterThanOrEqual(CAPTION);
			}),
			runs(60),
		);
	});

	it('is framed to the sea that an ocean is named beside, and points to the ocean', () => {
		const sea = place('Sea of Japan', 40, 134.6, { radiusKm: 500 });
		const ocean = place('Pacific Ocean', 0, -160, { radiusKm: 7000, isWide: true });
		const layout = layoutMap(mapOf([sea, ocean]));
		expect(layout.view.world).toBe(false);
		expect(layout.view.nearness).toBeLessThan(15);
		expect(layout.markers.map((marker) => marker.place.name)).toEqual(['Sea of Japan']);
		expect(layout.chips.map((chip) => chip.name.text)).toEqual(['Pacific Ocean']);
	});

	it('draws no circle for an ocean, even alone', () => {
		const layout = layoutMap(mapOf([place('Pacific Ocean', 0, -160, { radiusKm: 7000, isWide: true })]));
		expect(labelsOf(layout)).toEqual(['Pacific Ocean']);
		expect(layout.markers.filter(hasArea)).toEqual([]);
	});

	it('names every country that takes part and is seen in the frame', () => {
		const places = [place('Sea of Japan', 40, 134.6, { radiusKm: 500 })];
		const names = contextOf(layoutMap(mapOf(places, { countries: ['RUS', 'CHN', 'JPN', 'KOR'] })));
		expect(names).toEqual(expect.arrayContaining(['RUSSIA', 'CHINA', 'JAPAN', 'SOUTH KOREA']));
	});

	it('shows all names of a place', () => {
		const layout = layoutMap(mapOf([place('Sea of Japan', 40, 134.6, { otherNames: ['East Sea', '日本海'] })]));
		expect(labelsOf(layout).join(' ')).toBe('Sea of Japan / East Sea');
	});

	it('names a sea in dispute by both names, and not twice', () => {
		expect(contextOf(layoutMap(mapOf([place('Vladivostok', 43.1, 131.9)])))).toContain('Sea of Japan / East Sea');
		expect(contextOf(layoutMap(mapOf([place('East Sea', 40, 134)]))).join()).not.toContain('Sea of Japan');
		expect(contextOf(layoutMap(mapOf([place('Muscat', 24.5, 55)]))).join()).toContain('Persian Gulf / Arabian Gulf');
	});

	it('points to places beyond the edge with a chip', () => {
		const layout = layoutMap(mapOf([place('Sea of Japan', 40, 134.6), place('Durban', -29.9, 31, { kind: 'related' })]));
		expect(layout.markers.map((marker) => marker.place.name)).toEqual(['Sea of Japan']);
		expect(layout.chips.map((chip) => chip.name.text)).toEqual(['Durban']);
		expect(layout.chips[0]?.arrow.degrees).toSatisfy((degrees: number) => Math.abs(degrees) > 90);
	});

	it('keeps neighbours across the date line together', () => {
		for (const [west, east] of [
			[place('Chukotka', 66, 178), place('Alaska', 64, -166)],
			[place('Fiji', -17.8, 178), place('Tonga', -21.1, -175.2)],
		] as const) {
			const layout = layoutMap(mapOf([west, east]));
			const [left, right] = layout.markers;
			expect(layout.view.world).toBe(false);
			expect(left?.x).toBeLessThan(right?.x ?? 0);
		}
	});

	it('shows places on both sides of the pole', () => {
		const layout = layoutMap(mapOf([place('Svalbard', 78, 15), place('Ellesmere', 82, -70), place('North Pole', 90, 0)]));
		expect(layout.markers).toHaveLength(3);
		expect(layout.view.world).toBe(false);
	});

	it('shows the whole world for places far apart, on the side that joins them', () => {
		const layout = layoutMap(mapOf([place('Hawaii', 21, -157), place('Baltic Sea', 57, 19), place('Darwin', -12, 131)]));
		expect(layout.view.world).toBe(true);
		expect(layout.markers).toHaveLength(3);
	});

	it('draws no glyph the font lacks', () => {
		const layout = layoutMap(mapOf([place('日本海', 40, 134.6), place('بحر', 38, 132), place('北部·联合-2023 😀', 42, 131)]));
		expect(labelsOf(layout)).toEqual(['2023']);
	});

	it('highlights countries by alpha-3 and numeric code alike', () => {
		const places = [place('Vientiane', 18, 102.6)];
		expect(drawMap(mapOf(places, { countries: ['lao'] })).svg).toBe(drawMap(mapOf(places, { countries: ['418'] })).svg);
		expect(drawMap(mapOf(places, { countries: ['LAO'] })).svg).not.toBe(drawMap(mapOf(places, { countries: [] })).svg);
	});
});
