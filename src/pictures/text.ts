import { type Box, unite } from './boxes.js';
import { type Face, familyOf, type Weight } from './fonts.js';
import { drawable, measure, runsOf } from './measure.js';
import { COLOURS } from './style.js';
import { element, escapeXml } from './svg.js';

export interface TextStyle {
	size: number;
	weight?: Weight;
	fill: string;
	/** Extra room after every letter, in pixels. */
	spacing?: number;
	italic?: boolean;
	/** A dark edge, for text that lies on the map. */
	halo?: boolean;
}

/** Where a text's `x` lies in it: at its left end, its middle or its right end. */
export type Anchor = 'start' | 'middle' | 'end';

/** One line of text at its place: it starts at the box's left edge, on the baseline `y`. */
export interface TextLine extends TextStyle {
	text: string;
	y: number;
	box: Box;
}

const ASCENT = 0.82;
const DESCENT = 0.24;
const LINE_HEIGHT = 1.24;

export function widthOf(text: string, style: TextStyle): number {
	return measure(text, style.size, faceOf(style), style.spacing);
}

function faceOf(style: TextStyle): Face {
	return style.italic ? { weight: 400, style: 'italic' } : { weight: style.weight ?? 400, style: 'normal' };
}

/** Sets one line of text that the font can draw (see {@link drawable}). */
export function setLine(text: string, x: number, y: number, style: TextStyle, anchor: Anchor = 'start'): TextLine {
	const width = widthOf(text, style);
	const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
	const box = { left, top: y - style.size * ASCENT, right: left + width, bottom: y + style.size * DESCENT };
	return { ...style, text, y, box };
}

/** Sets lines one under the other. `y` is the upper edge of the first. */
export function setLines(texts: readonly string[], x: number, y: number, style: TextStyle, anchor: Anchor = 'start'): TextLine[] {
	return texts.map((text, index) => setLine(text, x, y + style.size * (ASCENT + index * LINE_HEIGHT), style, anchor));
}

export function heightOf(lines: number, style: TextStyle): number {
	return lines === 0 ? 0 : style.size * (ASCENT + DESCENT + (lines - 1) * LINE_HEIGHT);
}

export function boxOf(lines: readonly TextLine[]): Box {
	return unite(lines.map((line) => line.box));
}

/** Breaks a text into lines no wider than `width`; what does not go into `most` lines ends in "…". An undrawable text gives no line. */
export function wrap(text: string, style: TextStyle, width: number, most: number): string[] {
	const words = drawable(text).split(' ').filter(Boolean);
	const lines: string[] = [];
	let line = '';
	for (const [index, word] of words.entries()) {
		const longer = line ? `${line} ${word}` : word;
		if (!line || widthOf(longer, style) <= width) {
			line = longer;
		} else if (lines.length === most - 1) {
			line = [line, ...words.slice(index)].join(' ');
			break;
		} else {
			lines.push(line);
			line = word;
		}
	}
	if (line) lines.push(line);
	return lines.map((text) => shorten(text, style, width));
}

/** Cuts a text's end so that it is no wider than `width`, and marks the cut with "…". */
export function shorten(text: string, style: TextStyle, width: number): string {
	if (widthOf(text, style) <= width) return text;
	const room = width - widthOf('…', style);
	let kept = '';
	let used = 0;
	for (const character of text) {
		used += widthOf(character, style);
		if (used > room) break;
		kept += character;
	}
	return `${kept.trimEnd()}…`;
}

export function drawLine(line: TextLine): string {
	const halo = line.halo
		? { 'paint-order': 'stroke', stroke: COLOURS.halo, 'stroke-width': line.size / 4, 'stroke-opacity': 0.85, 'stroke-linejoin': 'round' }
		: {};
	const attributes = {
		y: line.y,
		'font-size': line.size,
		'font-weight': line.weight,
		'font-style': line.italic ? 'italic' : undefined,
		'letter-spacing': line.spacing,
		fill: line.fill,
		...halo,
	};
	// One element a run: resvg drops a text element whose letters stand in three font files.
	let x = line.box.left;
	const runs: string[] = [];
	for (const run of runsOf(line.text, faceOf(line))) {
		runs.push(element('text', { x, 'font-family': familyOf(run.subset), ...attributes }, escapeXml(run.text)));
		x += widthOf(run.text, line);
	}
	return runs.join('');
}
