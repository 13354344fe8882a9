import { type Box, createSpace, overlaps } from './boxes.js';
import type { TimelineEntry, TimelineLane, TimelinePicture } from './inputs.js';
import { type LegendItem, setLegendRows } from './legend.js';
import { drawable } from './measure.js';
import { CAPTION, COLOURS, MARGIN, WIDTH } from './style.js';
import { heightOf, setLine, setLines, shorten, type TextLine, type TextStyle, wrap } from './text.js';
import { coverOf, type PlacedEntry, packRows, placeEntry, ROW_DESIGNS, type RowDesign, type SetEntry } from './timeline-rows.js';
import { createScale, type TimeScale, type YearColumn } from './timeline-scale.js';
import { drawnWords, type Words } from './words.js';

/** How a bar looks, and what the legend says of it. */
export type BarLook = 'daysStated' | 'yearOnly' | 'yearGuessed' | 'ongoing';

export interface Lane {
	colour: string;
	top: number;
	bottom: number;
	label: TextLine[];
	entries: PlacedEntry[];
}

export interface TimelineLayout {
	height: number;
	lanes: Lane[];
	years: YearColumn[];
	yearLabels: TextLine[];
	/** Beginnings of quarters, in years wide enough. */
	quarters: { x: number; label: TextLine }[];
	/** Where nothing happens for long. */
	quiet: TextLine[];
	/** Undated exercises, and how many entries found no room. */
	notes: TextLine[];
	/** Each look in the colour of a bar that has it. */
	legend: LegendItem<{ look: BarLook; colour: string }>[];
}

const LEAST_HEIGHT = 220;
/** Few lanes spread until the picture is this high. */
const USUAL_HEIGHT = 360;
const MOST_HEIGHT = 1350;
export const LANES_LEFT = MARGIN + 16;
export const LANES_RIGHT = WIDTH - MARGIN - 6;
const LANE_COLOURS = [COLOURS.accent, '#ffc24b', '#43d3c6', '#7aa2ff', '#c58bff', '#8fd16a'] as const;
const LANE_LABEL: TextStyle = { size: CAPTION, weight: 600, fill: COLOURS.text };
const LANE_PADDING = 12;
const TALLEST_ROW = 1.3;
const YEAR: TextStyle = { size: CAPTION + 2, weight: 600, fill: COLOURS.text };
const QUIET_YEAR: TextStyle = { size: CAPTION, weight: 600, fill: COLOURS.dim };
const QUARTER: TextStyle = { size: CAPTION, fill: COLOURS.dim };
const QUIET: TextStyle = { size: CAPTION, fill: COLOURS.dim };
const NOTE: TextStyle = { size: CAPTION, fill: COLOURS.soft };
const YEARS_HEIGHT = 42;
const QUARTERS_HEIGHT = 34;
const LOOKS: readonly BarLook[] = ['daysStated', 'yearOnly', 'yearGuessed', 'ongoing'];
const WIDEST_QUARTERLESS = 230;

export function looksOf(entry: TimelineEntry): BarLook[] {
	const look = entry.yearGuessed ? 'yearGuessed' : entry.precision === 'year' ? 'yearOnly' : 'daysStated';
	return entry.ongoing ? [look, 'ongoing'] : [look];
}

/** Sets lanes, years and names so that no two texts touch; the picture grows with its entries, up to {@link MOST_HEIGHT}. */
export function layoutTimeline(picture: TimelinePicture): TimelineLayout {
	const words = drawnWords(picture.words);
	const { entries } = picture;
	const scale = createScale(entries, LANES_LEFT, LANES_RIGHT);
	const lanesTop = YEARS_HEIGHT;
	const undated = setUndated(picture.undated, words);
	const looks = LOOKS.filter((look) => entries.some((entry) => looksOf(entry).includes(look)));
	const legendOf = (top: number, colourOf: (look: BarLook) => string) =>
		setLegendRows(
			looks.map((look) => ({ symbol: { look, colour: colourOf(look) }, width: 34, text: words(look) })),
			top,
			WIDTH - MARGIN,
		);
	const legendHeight = legendOf(0, () => '').height + 12;
	const below = QUARTERS_HEIGHT + legendHeight + heightOf(undated.length, NOTE) + heightOf(1, NOTE) + 12;
	const stack = packLanes(picture, scale, MOST_HEIGHT - below - lanesTop);
	const lanes = placeLanes(stack, lanesTop, USUAL_HEIGHT - below - lanesTop);
	const lanesBottom = lanes.at(-1)?.bottom ?? LEAST_HEIGHT - below;
	const height = Math.max(LEAST_HEIGHT, Math.ceil(lanesBottom + below));
	const shown = lanes.flatMap((lane) => lane.entries);
	const more = entries.length - shown.length;
	const noteTexts = [...undated, ...(more > 0 ? [words('more', more)] : [])];
	const colourOf = (look: BarLook) =>
		lanes.find((lane) => lane.entries.some(({ entry }) => looksOf(entry).includes(look)))?.colour ?? COLOURS.soft;
	return {
		height,
		lanes,
		years: scale.years,
		yearLabels: setYearLabels(scale.years, lanesTop),
		quarters: setQuarters(scale.years, lanesBottom, picture.locale),
		quiet: setQuiet(scale.years, lanes, words),
		notes: setLines(noteTexts, MARGIN, height - legendHeight - heightOf(noteTexts.length, NOTE) - 6, NOTE),
		legend: legendOf(height - legendHeight, colourOf).items,
	};
}

interface PackedLane {
	lane: TimelineLane;
	colour: string;
	label: string[];
	rows: SetEntry[][];
}

interface LaneStack {
	design: RowDesign;
	lanes: PackedLane[];
}

/** Packs the lanes in the roomiest design that stays within a height; if none does, leaves out rows of the densest. */
function packLanes(picture: TimelinePicture, scale: TimeScale, room: number): LaneStack {
	let stack: LaneStack = { design: { name: NOTE, label: 'beside', bar: 0, row: 0 }, lanes: [] };
	for (const design of ROW_DESIGNS) {
		stack = { design, lanes: lanesOf(picture).map((lane, index) => packLane(lane, index, picture.entries, design, scale)) };
		if (heightOfLanes(stack) <= room) return stack;
	}
	while (heightOfLanes(stack) > room && stack.lanes.length > 0) dropRow(stack);
	return stack;
}

/** The lanes given that have entries, and one for each key that was not. */
function lanesOf({ lanes, entries }: TimelinePicture): TimelineLane[] {
	const given = new Set(lanes.map((lane) => lane.key));
	const others = new Set(entries.map((entry) => entry.lane).filter((key) => !given.has(key)));
	const used = new Set(entries.map((entry) => entry.lane));
	return [...lanes.filter((lane) => used.has(lane.key)), ...[...others].map((key) => ({ key, label: key }))];
}

function packLane(
	{ key, label }: TimelineLane,
	index: number,
	entries: readonly TimelineEntry[],
	design: RowDesign,
	scale: TimeScale,
): PackedLane {
	const own = entries.filter((entry) => entry.lane === key);
	return {
		lane: { key, label },
		colour: LANE_COLOURS[index % LANE_COLOURS.length] ?? COLOURS.accent,
		label: wrap(label, LANE_LABEL, LANES_RIGHT - LANES_LEFT, 1),
		rows: packRows(own, design, scale, LANES_LEFT, LANES_RIGHT),
	};
}

/** Leaves out the last row of the longest lane, but never the row of a highlighted entry while there is another. */
function dropRow(stack: LaneStack): void {
	const [longest] = [...stack.lanes].sort((a, b) => b.rows.length - a.rows.length);
	if (!longest || longest.rows.length <= 1) {
		stack.lanes.pop();
		return;
	}
	const spare = longest.rows.findLastIndex((row) => !row.some(({ entry }) => entry.highlight));
	longest.rows.splice(spare, 1);
}

function heightOfLane({ rows, label }: PackedLane, rowHeight: number): number {
	return rows.length * rowHeight + heightOf(label.length, LANE_LABEL) + LANE_PADDING;
}

function heightOfLanes({ lanes, design }: LaneStack, rowHeight = design.row): number {
	return lanes.reduce((sum, lane) => sum + heightOfLane(lane, rowHeight), 0);
}

/** Sets the lanes one under the other; few of them spread over the room of a picture of the usual height. */
function placeLanes(stack: LaneStack, top: number, room: number): Lane[] {
	const { design } = stack;
	const stretch = Math.max(1, Math.min(TALLEST_ROW, room / Math.max(heightOfLanes(stack), 1)));
	const rowHeight = design.row * stretch;
	let y = top;
	return stack.lanes.map((lane) => {
		const height = heightOfLane(lane, rowHeight);
		const rowsTop = y + LANE_PADDING / 2 + 2 + heightOf(lane.label.length, LANE_LABEL);
		const placed: Lane = {
			colour: lane.colour,
			top: y,
			bottom: y + height,
			label: setLines(lane.label, LANES_LEFT, y + LANE_PADDING / 2, LANE_LABEL),
			entries: lane.rows.flatMap((row, index) => row.map((set) => placeEntry(set, design, rowsTop + index * rowHeight, rowHeight))),
		};
		y += height;
		return placed;
	});
}

/** Busy years first, then every fifth quiet one where there is still room. */
function setYearLabels(years: readonly YearColumn[], lanesTop: number): TextLine[] {
	const space = createSpace({ left: 0, right: WIDTH, top: 0, bottom: lanesTop });
	const y = lanesTop - 14;
	const labels: TextLine[] = [];
	for (const { busy, year, left, right } of [...years].sort((a, b) => Number(b.busy) - Number(a.busy) || b.year - a.year)) {
		if (!busy && year % 5 !== 0) continue;
		const line = setLine(String(year), (left + right) / 2, y, busy ? YEAR : QUIET_YEAR, 'middle');
		const box = { ...line.box, left: line.box.left - 7, right: line.box.right + 7 };
		if (!space.isFree(box)) continue;
		space.take(box);
		labels.push(line);
	}
	return labels;
}

function setQuarters(years: readonly YearColumn[], lanesBottom: number, locale = 'en'): { x: number; label: TextLine }[] {
	const names = [monthNames(locale), monthNames('en')].find((set) => set.every((name) => drawable(name) === name)) ?? [];
	return years
		.filter(({ left, right }) => right - left > WIDEST_QUARTERLESS)
		.flatMap(({ left, right }) =>
			names.map((name, index) => {
				const x = left + ((right - left) * (index + 1)) / 4;
				return { x, label: setLine(name, x, lanesBottom + 24, QUARTER, 'middle') };
			}),
		);
}

/** April, July and October, short. An unknown locale gives the names of the machine's. */
function monthNames(locale: string): string[] {
	const format = new Intl.DateTimeFormat(Intl.DateTimeFormat.supportedLocalesOf(locale), { month: 'short', timeZone: 'UTC' });
	return [3, 6, 9].map((month) => format.format(Date.UTC(2000, month, 1)));
}

/** Says in the widest gap between busy years that nothing is known, where there is room to say it. */
function setQuiet(years: readonly YearColumn[], lanes: readonly Lane[], words: Words): TextLine[] {
	if (years.length === 0) return [setLine(words('noExercise'), (LANES_LEFT + LANES_RIGHT) / 2, LEAST_HEIGHT / 2, QUIET, 'middle')];
	const gaps = gapsOf(years).sort((a, b) => b.right - b.left - (a.right - a.left));
	const covers = lanes.flatMap((lane) => [...lane.label.map(({ box }) => box), ...lane.entries.flatMap(coverOf)]);
	for (const { left, right } of gaps) {
		const texts = wrap(words('noExercise'), QUIET, right - left - 16, 4);
		if (texts.some((text) => text.endsWith('…'))) continue;
		for (const { top, bottom } of lanes) {
			const y = (top + bottom - heightOf(texts.length, QUIET)) / 2;
			const lines = setLines(texts, (left + right) / 2, y, QUIET, 'middle');
			const fits = y >= top + 4 && !lines.some((line) => covers.some((cover) => overlaps(cover, line.box)));
			if (fits) return lines;
		}
	}
	return [];
}

function gapsOf(years: readonly YearColumn[]): Pick<Box, 'left' | 'right'>[] {
	const gaps: Pick<Box, 'left' | 'right'>[] = [];
	let wasBusy = true;
	for (const { busy, left, right } of years) {
		const last = gaps.at(-1);
		if (!busy && !wasBusy && last) last.right = right;
		else if (!busy) gaps.push({ left, right });
		wasBusy = busy;
	}
	return gaps;
}

const UNDATED_LINES = 3;

/** "Undated: A · B · +3 more", in at most three lines. */
function setUndated(names: readonly string[], words: Words): string[] {
	const drawn = names.map(drawable).filter(Boolean);
	if (drawn.length === 0) return [];
	const width = WIDTH - 2 * MARGIN;
	const most = drawn.map((name) => shorten(name, NOTE, width / 2));
	const listing = (count: number) => {
		const rest = names.length - count;
		const items = rest > 0 ? [...most.slice(0, count), words('more', rest)] : most.slice(0, count);
		return wrap(`${words('undated')}: ${items.join(' · ')}`, NOTE, width, UNDATED_LINES);
	};
	let lines = listing(1);
	for (let count = 2; count <= most.length; count++) {
		const longer = listing(count);
		if (longer.at(-1)?.endsWith('…')) break;
		lines = longer;
	}
	return lines;
}
