import { drawable } from './measure.js';
import { COLOURS, MARGIN } from './style.js';
import { setLine, shorten, type TextLine, type TextStyle, widthOf } from './text.js';

export interface LegendItem<Symbol> {
	symbol: Symbol;
	/** Left edge of the symbol. */
	x: number;
	line: TextLine;
}

const LEGEND: TextStyle = { size: 17, fill: COLOURS.soft };
const FOOTER: TextStyle = { size: 15, fill: COLOURS.dim };

/** The lowest line of a picture: what the symbols mean on the left, the footer on the right, cut where they would meet. */
export function setLegend<Symbol>(
	items: readonly { symbol: Symbol; width: number; text: string }[],
	footer: string,
	y: number,
	right: number,
): { items: LegendItem<Symbol>[]; footer: TextLine[] } {
	const set: LegendItem<Symbol>[] = [];
	let x = MARGIN;
	for (const { symbol, width, text } of items) {
		const line = setLine(shorten(text, LEGEND, right - x - width - 10), x + width + 10, y, LEGEND);
		set.push({ symbol, x, line });
		x = line.box.right + 26;
	}
	const text = shorten(drawable(footer), FOOTER, Math.max(0, right - x));
	return { items: set, footer: widthOf(text, FOOTER) > right - x ? [] : [setLine(text, right, y, FOOTER, 'end')] };
}
