import { drawable } from './measure.js';
import { CAPTION, COLOURS, MARGIN } from './style.js';
import { setLine, shorten, type TextLine, type TextStyle, widthOf } from './text.js';

const ROW = 30;

export interface LegendItem<Symbol> {
	symbol: Symbol;
	/** Left edge of the symbol. */
	x: number;
	line: TextLine;
}

const LEGEND: TextStyle = { size: CAPTION, fill: COLOURS.soft };
const FOOTER: TextStyle = { size: CAPTION, fill: COLOURS.muted };

/** The lowest line of a picture: what the symbols mean on the left, on the right the first of the footers that there is room for. */
export function setLegend<Symbol>(
	items: readonly { symbol: Symbol; width: number; text: string }[],
	footers: readonly string[],
	y: number,
	right: number,
): { items: LegendItem<Symbol>[]; footer: TextLine[] } {
	const set: LegendItem<Symbol>[] = [];
	let x = MARGIN;
	for (const { symbol, width, text } of items) {
		const line = setLine(shorten(text, LEGEND, right - x - width - 7), x + width + 7, y, LEGEND);
		set.push({ symbol, x, line });
		x = line.box.right + 18;
	}
	const text = footers.map(drawable).find((footer) => footer !== '' && widthOf(footer, FOOTER) <= right - x);
	return { items: set, footer: text === undefined ? [] : [setLine(text, right, y, FOOTER, 'end')] };
}

/** What the symbols mean, on as many lines as it takes. `top` is the upper edge of the first. */
export function setLegendRows<Symbol>(
	items: readonly { symbol: Symbol; width: number; text: string }[],
	top: number,
	right: number,
): { items: LegendItem<Symbol>[]; height: number } {
	const set: LegendItem<Symbol>[] = [];
	let [x, rows] = [MARGIN, items.length > 0 ? 1 : 0];
	for (const { symbol, width, text } of items) {
		const shown = shorten(text, LEGEND, right - MARGIN - width - 7);
		if (x > MARGIN && x + width + 7 + widthOf(shown, LEGEND) > right) {
			x = MARGIN;
			rows++;
		}
		const line = setLine(shown, x + width + 7, top + rows * ROW - 8, LEGEND);
		set.push({ symbol, x, line });
		x = line.box.right + 18;
	}
	return { items: set, height: rows * ROW };
}
