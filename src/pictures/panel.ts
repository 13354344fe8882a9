import type { MapPlace, PlaceKind } from './inputs.js';
import { drawable } from './measure.js';
import { COLOURS, MARGIN } from './style.js';
import { heightOf, setLine, setLines, shorten, type TextLine, type TextStyle, wrap } from './text.js';
import type { Words } from './words.js';

const KICKER: TextStyle = { size: 15, weight: 600, fill: COLOURS.accent, spacing: 2.6 };
const SUBTITLE: TextStyle = { size: 19, fill: COLOURS.soft };
/** The sizes a title may have and the lines it may take then, best first. */
const TITLES = [
	{ size: 42, lines: 2 },
	{ size: 36, lines: 3 },
	{ size: 30, lines: 4 },
	{ size: 25, lines: 5 },
] as const;
const SUBTITLE_LINES = 4;
const TITLE_TOP = 58;

export interface Heading {
	lines: TextLine[];
	bottom: number;
}

/** Kicker, title and subtitle in the upper left corner. Long titles are set smaller, then cut. */
export function setHeading(texts: { kicker: string; title: string; subtitle: string }, width: number): Heading {
	const kicker = setLine(shorten(drawable(texts.kicker).toUpperCase(), KICKER, width - 40), MARGIN + 40, 44, KICKER);
	const title = fitTitle(texts.title, width);
	const titleBottom = TITLE_TOP + heightOf(title.lines.length, title.style);
	const subtitle = wrap(texts.subtitle, SUBTITLE, width, SUBTITLE_LINES);
	const subtitleTop = titleBottom + 8;
	return {
		lines: [kicker, ...setLines(title.lines, MARGIN, TITLE_TOP, title.style), ...setLines(subtitle, MARGIN, subtitleTop, SUBTITLE)],
		bottom: subtitleTop + heightOf(subtitle.length, SUBTITLE),
	};
}

interface Title {
	style: TextStyle;
	lines: string[];
}

/** The title in the first design that holds it whole, else cut in the last. */
function fitTitle(text: string, width: number): Title {
	const [first, ...smaller] = TITLES;
	let title = setTitle(text, first, width);
	for (const design of smaller) {
		if (!title.lines.at(-1)?.endsWith('…')) break;
		title = setTitle(text, design, width);
	}
	return title;
}

function setTitle(text: string, { size, lines }: (typeof TITLES)[number], width: number): Title {
	const style: TextStyle = { size, weight: 700, fill: COLOURS.title, spacing: -size / 60 };
	return { style, lines: wrap(text, style, width, lines) };
}

/** One place in the list beside the map. */
export interface PanelRow {
	number: number;
	kind: PlaceKind;
	/** Middle of its number disc. */
	x: number;
	y: number;
	radius: number;
	lines: TextLine[];
	bottom: number;
}

export interface PlaceList {
	rows: PanelRow[];
	/** "+12 more", when not all places have a row. */
	more?: TextLine;
}

interface RowDesign {
	name: TextStyle;
	nameLines: number;
	detail?: TextStyle;
	radius: number;
	gap: number;
}

const NAME: TextStyle = { size: 22, weight: 600, fill: COLOURS.text };
const ROOMY: RowDesign = { name: NAME, nameLines: 2, detail: { size: 17, fill: COLOURS.muted }, radius: 14, gap: 14 };
const PLAIN: RowDesign = { name: NAME, nameLines: 1, radius: 14, gap: 12 };
const TIGHT: RowDesign = { name: { ...NAME, size: 18 }, nameLines: 1, radius: 11, gap: 7 };
const MORE: TextStyle = { size: 18, fill: COLOURS.muted };

/** Lists places between two heights, in the roomiest design that has room for all; the tightest ends in "+N more". */
export function setPlaceList(places: readonly MapPlace[], top: number, bottom: number, width: number, words: Words): PlaceList {
	for (const design of [ROOMY, PLAIN, TIGHT]) {
		const rows = setRows(places, design, top, bottom, width);
		if (rows.length === places.length) return { rows };
	}
	const rows = setRows(places, TIGHT, top, bottom - heightOf(1, MORE) - TIGHT.gap, width);
	const moreTop = (rows.at(-1)?.bottom ?? top) + TIGHT.gap;
	const [more] = setLines([words('more', places.length - rows.length)], MARGIN + TIGHT.radius * 2 + 10, moreTop, MORE);
	return more ? { rows, more } : { rows };
}

function setRows(places: readonly MapPlace[], design: RowDesign, top: number, bottom: number, width: number): PanelRow[] {
	const rows: PanelRow[] = [];
	const left = MARGIN + design.radius * 2 + 10;
	const room = width - (left - MARGIN);
	let y = top;
	for (const [index, place] of places.entries()) {
		const name = wrap(nameOf(place), design.name, room, design.nameLines);
		const detail = design.detail ? wrap(place.detail ?? place.note ?? '', design.detail, room, 2) : [];
		const nameHeight = heightOf(Math.max(name.length, 1), design.name);
		const height = nameHeight + (design.detail && detail.length > 0 ? 1 + heightOf(detail.length, design.detail) : 0);
		if (y + height > bottom) break;
		const lines = setLines(name, left, y, design.name);
		if (design.detail) lines.push(...setLines(detail, left, y + nameHeight + 1, design.detail));
		rows.push({
			number: index + 1,
			kind: place.kind,
			x: MARGIN + design.radius,
			y: y + heightOf(1, design.name) / 2,
			radius: design.radius,
			lines,
			bottom: y + height,
		});
		y += height + design.gap;
	}
	return rows;
}

/** All the names of a place that can be drawn, each once: "Sea of Japan / East Sea". May be empty. */
export function nameOf(place: MapPlace): string {
	const names = [place.name, ...(place.otherNames ?? [])].map(drawable).filter(Boolean);
	return [...new Set(names)].join(' / ');
}
