import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAPTION, WIDTH } from '../../src/pictures/style.js';
import type { TextLine } from '../../src/pictures/text.js';
import { layoutTimeline, looksOf, type TimelineLayout } from '../../src/pictures/timeline-layout.js';
import { coverOf } from '../../src/pictures/timeline-rows.js';
import { runs } from '../runs.js';
import { expectTidy, type NamedBox } from './boxes.js';
import { entry, timelineOf, timelinePicture } from './inputs.js';

function boxesOf(layout: TimelineLayout): NamedBox[] {
	const text = (what: string, lines: readonly TextLine[]) => lines.map((line) => ({ what: `${what} "${line.text}"`, box: line.box }));
	return [
		...text('year', layout.yearLabels),
		...text(
			'quarter',
			layout.quarters.map(({ label }) => label),
		),
		...text('quiet', layout.quiet),
		...layout.lanes.flatMap((lane) => [...text('lane', lane.label), ...lane.entries.flatMap(({ lines }) => text('entry', lines))]),
		...text('notes', layout.notes),
		...layout.legend.flatMap(({ line }) => text('legend', [line])),
	];
}

const entriesOf = (layout: TimelineLayout) => layout.lanes.flatMap((lane) => lane.entries);

describe('timeline layout', () => {
	it('never lets texts touch or leave the picture, and keeps to its height', () => {
		fc.assert(
			fc.property(timelinePicture, (picture) => {
				const layout = layoutTimeline(picture);
				expect(layout.height).toBeLessThanOrEqual(1350);
				expectTidy(boxesOf(layout), WIDTH, layout.height);
			}),
			runs(150),
		);
	});

	it('never lets an entry cover another', () => {
		fc.assert(
			fc.property(timelinePicture, (picture) => {
				const bars = entriesOf(layoutTimeline(picture)).map((placed, index) => ({ index, boxes: coverOf(placed).slice(0, 1) }));
				expectTidy(
					bars.flatMap(({ index, boxes }) => boxes.map((box) => ({ what: `bar ${index}`, box }))),
					WIDTH + 40,
					1350,
				);
			}),
			runs(100),
		);
	});

	it('shows every entry or counts it', () => {
		fc.assert(
			fc.property(timelinePicture, (picture) => {
				const layout = layoutTimeline(picture);
				const missing = picture.entries.length - entriesOf(layout).length;
				const counted = layout.notes.some((line) => line.text === `+${missing} more`);
				expect(counted).toBe(missing > 0);
			}),
			runs(100),
		);
	});

	it('shows 1, 5 and 60 entries', () => {
		for (const count of [1, 5, 60]) {
			const entries = Array.from({ length: count }, (_, index) =>
				entry(`Exercise ${index}`, `${2010 + (index % 12)}-05-01`, `${2010 + (index % 12)}-05-09`),
			);
			expect(entriesOf(layoutTimeline(timelineOf(entries)))).toHaveLength(count);
		}
	});

	it('narrows quiet years, and says that nothing is known of a long gap', () => {
		const layout = layoutTimeline(timelineOf([entry('Okean', '1970-04-01', '1970-04-30'), entry('Vostok', '2018-09-11', '2018-09-17')]));
		const width = (year: number) => layout.years.filter((column) => column.year === year).map(({ left, right }) => right - left)[0] ?? 0;
		expect(width(1990) * 10).toBeLessThan(width(2018));
		expect(layout.quiet.map((line) => line.text).join(' ')).toBe('No exercise in the documents');
	});

	it('draws no bar over a year of which no day is known', () => {
		const [placed] = entriesOf(layoutTimeline(timelineOf([entry('Ocean-2024', '2024-01-01', '2024-12-31', { precision: 'year' })])));
		expect((placed?.bar.right ?? WIDTH) - (placed?.bar.left ?? 0)).toBeLessThan(20);
	});

	it('explains each look in the colour of a bar that has it', () => {
		const entries = [
			entry('a', '2022-09-01', '2022-09-07', { lane: 'a' }),
			entry('b', '2023-01-01', '2023-12-31', { lane: 'b', precision: 'year' }),
		];
		const { lanes, legend } = layoutTimeline(timelineOf(entries));
		const colours = new Map(lanes.flatMap((lane) => lane.entries.map((placed) => [looksOf(placed.entry)[0], lane.colour])));
		expect(legend).toHaveLength(2);
		for (const { symbol } of legend) expect(symbol.colour).toBe(colours.get(symbol.look));
	});

	it('writes nothing smaller than can be read on a phone', () => {
		fc.assert(
			fc.property(timelinePicture, (picture) => {
				const layout = layoutTimeline(picture);
				const lines = [...layout.yearLabels, ...layout.quiet, ...layout.notes, ...layout.legend.map(({ line }) => line)];
				const inLanes = layout.lanes.flatMap((lane) => [...lane.label, ...lane.entries.flatMap((placed) => placed.lines)]);
				for (const { size } of [...lines, ...inLanes, ...layout.quarters.map(({ label }) => label)])
					expect(size).toBeGreaterThanOrEqual(CAPTION);
			}),
			runs(60),
		);
	});

	it('tells stated, yearly, guessed and ongoing apart', () => {
		const dates = ['2023-01-01', '2023-12-31'] as const;
		expect(looksOf(entry('a', ...dates, { precision: 'month' }))).toEqual(['daysStated']);
		expect(looksOf(entry('a', ...dates, { precision: 'year' }))).toEqual(['yearOnly']);
		expect(looksOf(entry('a', ...dates, { precision: 'month', yearGuessed: true, ongoing: true }))).toEqual(['yearGuessed', 'ongoing']);
	});

	it('keeps lanes in the order given and adds those that were not', () => {
		const lanes = [
			{ key: 'b', label: 'Second' },
			{ key: 'empty', label: 'Empty' },
			{ key: 'a', label: 'First' },
		];
		const entries = ['a', 'b', 'other'].map((lane) => entry('x', '2022-09-01', '2022-09-07', { lane }));
		const layout = layoutTimeline(timelineOf(entries, { lanes }));
		expect(layout.lanes.map((lane) => lane.label[0]?.text)).toEqual(['Second', 'First', 'other']);
	});

	it('lists undated exercises without placing them', () => {
		const undated = Array.from({ length: 80 }, (_, index) => `Undated exercise ${index + 1}`);
		const layout = layoutTimeline(timelineOf([entry('Vostok 2022', '2022-09-01', '2022-09-07')], { undated }));
		const notes = layout.notes.map((line) => line.text).join(' ');
		expect(notes).toMatch(/^Undated: Undated exercise 1 · .* \+\d+ more$/);
		expect(entriesOf(layout)).toHaveLength(1);
	});

	it('keeps the highlighted entry when there is no room for all', () => {
		const entries = Array.from({ length: 120 }, (_, index) =>
			entry(`Year-long exercise ${index}`, '2023-01-01', '2023-12-31', { precision: 'year', highlight: index === 119 }),
		);
		const shown = entriesOf(layoutTimeline(timelineOf(entries)));
		expect(shown.length).toBeLessThan(120);
		expect(shown.some((placed) => placed.entry.highlight)).toBe(true);
	});

	it('says so when there is nothing to show', () => {
		expect(layoutTimeline(timelineOf([])).quiet[0]?.text).toBe('No exercise in the documents');
	});

	it('names months in the locale where the font can', () => {
		const months = (locale: string) =>
			layoutTimeline(timelineOf([entry('x', '2022-09-01', '2022-09-07')], { locale })).quarters.map(({ label }) => label.text);
		expect(months('es')).toEqual(['abr', 'jul', 'oct']);
		expect(months('ja')).toEqual(['Apr', 'Jul', 'Oct']);
		expect(months('xx-unknown')).toHaveLength(3);
	});
});
