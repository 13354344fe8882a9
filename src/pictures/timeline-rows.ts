import { type Box, grow } from './boxes.js';
import type { TimelineEntry } from './inputs.js';
import { drawable } from './measure.js';
import { CAPTION, COLOURS } from './style.js';
import { heightOf, setLine, setLines, shorten, type TextLine, type TextStyle, widthOf } from './text.js';
import { momentsOf, type TimeScale } from './timeline-scale.js';

/** One way to set entries: roomy with the name under the bar, or dense with the name beside it. */
export interface RowDesign {
	name: TextStyle;
	note?: TextStyle;
	label: 'under' | 'beside';
	bar: number;
	/** Height of a row. */
	row: number;
}

const NAME: TextStyle = { size: CAPTION, weight: 600, fill: '#f3f6fd' };

/** From the roomiest to the densest. */
export const ROW_DESIGNS: readonly RowDesign[] = [
	{ name: NAME, note: { size: CAPTION, fill: COLOURS.muted }, label: 'under', bar: 13, row: 84 },
	{ name: NAME, label: 'under', bar: 13, row: 56 },
	{ name: NAME, label: 'beside', bar: 13, row: 34 },
	{ name: NAME, label: 'beside', bar: 11, row: 29 },
];

/** An entry with its place from left to right, before it has a row. */
export interface SetEntry {
	entry: TimelineEntry;
	name: string;
	note: string;
	bar: { left: number; right: number };
	/** Where the texts start, and whether they lie on the bar. */
	textLeft: number;
	inside: boolean;
	/** From the leftmost to the rightmost pixel, with some air. */
	span: { left: number; right: number };
}

export interface PlacedEntry {
	entry: TimelineEntry;
	bar: Box;
	lines: TextLine[];
}

export const ARROW_WIDTH = 34;
const NARROWEST_BAR = 15;
const WIDEST_NAME = 400;
const AIR = 9;

/** Packs entries into as few rows as a simple rule gives: in order of their beginning, each into the first row with room. */
export function packRows(
	entries: readonly TimelineEntry[],
	design: RowDesign,
	scale: TimeScale,
	left: number,
	right: number,
): SetEntry[][] {
	const rows: SetEntry[][] = [];
	const inOrder = [...entries].sort((a, b) => a.from.localeCompare(b.from) || b.to.localeCompare(a.to));
	for (const entry of inOrder) {
		const set = setEntry(entry, design, scale, left, right);
		const row = rows.find((others) => others.every(({ span }) => set.span.right <= span.left || set.span.left >= span.right));
		if (row) row.push(set);
		else rows.push([set]);
	}
	return rows;
}

/** From the first day to the last. Where only the year is known, a mark in the middle of it: a bar would say that it took the whole year. */
function barOf(entry: TimelineEntry, scale: TimeScale, right: number): { left: number; right: number } {
	const { from, to } = momentsOf(entry);
	const [first, last] = [scale.x(from), scale.x(to)];
	if (entry.precision === 'year') {
		const start = Math.min((first + last - NARROWEST_BAR) / 2, right - NARROWEST_BAR);
		return { left: start, right: start + NARROWEST_BAR };
	}
	const start = Math.min(first, right - NARROWEST_BAR);
	return { left: start, right: Math.max(last, start + NARROWEST_BAR) };
}

function setEntry(entry: TimelineEntry, design: RowDesign, scale: TimeScale, left: number, right: number): SetEntry {
	const bar = barOf(entry, scale, right);
	const end = bar.right + (entry.ongoing ? ARROW_WIDTH : 0);
	const name = shorten(drawable(entry.name), design.name, WIDEST_NAME);
	const note = design.note ? shorten(drawable(entry.note ?? ''), design.note, WIDEST_NAME) : '';
	const width = Math.max(widthOf(name, design.name), design.note ? widthOf(note, design.note) : 0);
	const placed = (textLeft: number, inside: boolean, text = name): SetEntry => {
		const span = { left: Math.min(bar.left, textLeft) - AIR, right: Math.max(end, textLeft + width) + AIR };
		return { entry, name: text, note, bar, textLeft, inside, span };
	};
	if (design.label === 'under') return placed(Math.max(left, Math.min(bar.left, right - width)), false);
	const barWidth = bar.right - bar.left;
	if (barWidth >= width + 28) return placed(bar.left + 14, true);
	if (end + 8 + width <= right) return placed(end + 8, false);
	if (bar.left - 8 - width >= left) return placed(bar.left - 8 - width, false);
	const room = barWidth - 28;
	const cut = shorten(name, design.name, Math.max(room, 0));
	// Even the ellipsis alone is wider than a bar of a few days.
	return { ...placed(bar.left + 14, true, widthOf(cut, design.name) <= room ? cut : ''), span: { left: bar.left - AIR, right: end + AIR } };
}

/** Puts an entry down in a row of the given upper edge and height. */
export function placeEntry(set: SetEntry, design: RowDesign, top: number, height: number): PlacedEntry {
	const { entry, bar, inside } = set;
	const under = design.label === 'under';
	const nameHeight = heightOf(1, design.name);
	const noteHeight = design.note && set.note ? heightOf(1, design.note) : 0;
	const barHeight = inside ? nameHeight + 5 : design.bar;
	const contentHeight = under ? barHeight + 5 + nameHeight + noteHeight : barHeight;
	const barTop = top + (height - contentHeight) / 2;
	const box = { left: bar.left + 1, right: bar.right - 1, top: barTop, bottom: barTop + barHeight };
	const textTop = under ? box.bottom + 5 : top + (height - nameHeight) / 2;
	const lines = set.name ? setLines([set.name], set.textLeft, textTop, design.name) : [];
	if (design.note && set.note) lines.push(setLine(set.note, set.textLeft, textTop + nameHeight + design.note.size * 0.82, design.note));
	return { entry, bar: box, lines };
}

/** Everything an entry covers. */
export function coverOf({ entry, bar, lines }: PlacedEntry): Box[] {
	return [{ ...bar, right: bar.right + (entry.ongoing ? ARROW_WIDTH : 0) }, ...lines.map((line) => grow(line.box, 2))];
}
