import type { Box } from './boxes.js';
import type { TimelinePicture } from './inputs.js';
import { COLOURS, MARGIN, SCALE, WIDTH } from './style.js';
import { type Drawing, element, group, radialGradient, svgDocument } from './svg.js';
import { drawLine } from './text.js';
import { type BarLook, LANES_LEFT, LANES_RIGHT, type Lane, layoutTimeline, looksOf, type TimelineLayout } from './timeline-layout.js';
import { ARROW_WIDTH, type PlacedEntry } from './timeline-rows.js';

const GRID = '#9db7ea';

/** Draws exercises over the years in lanes, as high as the entries need. Values in, SVG out. */
export function drawTimeline(picture: TimelinePicture): Drawing {
	const layout = layoutTimeline(picture);
	const parts = [
		...drawBackground(layout.height),
		...layout.lanes.map(drawLane),
		...drawGrid(layout),
		...layout.yearLabels.map(drawLine),
		...layout.quiet.map(drawLine),
		...layout.lanes.flatMap((lane) => lane.entries.map((entry) => drawEntry(entry, lane.colour))),
		...layout.notes.map(drawLine),
		...layout.legend.map(({ symbol, x, line }) => group({}, [drawLegendSymbol(symbol, x, line.y - 8), drawLine(line)])),
	];
	return svgDocument(WIDTH, layout.height, parts, SCALE);
}

function drawBackground(height: number): string[] {
	const [bright, middle, dark] = COLOURS.background;
	return [
		radialGradient('night', { cx: '70%', cy: '30%', r: '95%' }, [
			[0, bright, 1],
			[0.55, middle, 1],
			[1, dark, 1],
		]),
		element(
			'defs',
			{},
			element(
				'filter',
				{ id: 'glow', x: '-40%', y: '-60%', width: '180%', height: '220%' },
				element('feGaussianBlur', { stdDeviation: 7 }),
			),
		),
		element('rect', { width: WIDTH, height, fill: 'url(#night)' }),
	];
}

function drawLane({ colour, top, bottom, label }: Lane, index: number): string {
	const height = bottom - top - 6;
	return group({}, [
		element('rect', {
			x: MARGIN,
			y: top + 3,
			width: LANES_RIGHT + 6 - MARGIN,
			height,
			rx: 12,
			fill: '#fff',
			'fill-opacity': index % 2 === 0 ? 0.04 : 0.02,
		}),
		element('rect', { x: MARGIN, y: top + 3, width: 5, height, rx: 2.5, fill: colour }),
		...label.map(drawLine),
	]);
}

function drawGrid({ years, lanes, quarters }: TimelineLayout): string[] {
	const top = lanes[0]?.top ?? 0;
	const bottom = lanes.at(-1)?.bottom ?? 0;
	const line = (x: number, opacity: number, dashes?: string) =>
		element('line', { x1: x, x2: x, y1: top - 4, y2: bottom, stroke: GRID, 'stroke-opacity': opacity, 'stroke-dasharray': dashes });
	const shades = years
		.filter((year) => year.busy)
		.map(({ left, right }) =>
			element('rect', { x: left, y: top, width: right - left, height: bottom - top, fill: '#6ea0ff', 'fill-opacity': 0.04 }),
		);
	return [
		...shades,
		...years.map(({ left, busy }) => (left === LANES_LEFT ? '' : line(left, busy ? 0.2 : 0.09))),
		...quarters.map(({ x, label }) => line(x, 0.08, '2 4') + drawLine(label)),
	];
}

function drawEntry({ entry, bar, lines }: PlacedEntry, colour: string): string {
	const [look = 'daysStated'] = looksOf(entry);
	return group({}, [
		entry.highlight ? drawGlow(bar, colour) : '',
		drawBar(bar, look, colour, entry.highlight === true),
		entry.ongoing ? drawArrow(bar.right + 7, (bar.top + bar.bottom) / 2, colour) : '',
		...lines.map(drawLine),
	]);
}

function drawGlow({ left, top, right, bottom }: Box, colour: string): string {
	const size = { x: left - 3, y: top - 3, width: right - left + 6, height: bottom - top + 6 };
	return element('rect', { ...size, rx: 9, fill: colour, 'fill-opacity': 0.8, filter: 'url(#glow)' });
}

/** Full for what is stated, hollow for an inferred year, hollow and dashed where only the year is known. */
function drawBar({ left, top, right, bottom }: Box, look: BarLook, colour: string, bright: boolean): string {
	const size = { x: left, y: top, width: right - left, height: bottom - top, rx: Math.min(bottom - top, right - left) / 2 };
	if (look === 'daysStated') return element('rect', { ...size, fill: colour });
	const dashes = look === 'yearOnly' ? '3 3.5' : undefined;
	return element('rect', { ...size, fill: COLOURS.hollow, stroke: colour, 'stroke-width': bright ? 2.6 : 1.8, 'stroke-dasharray': dashes });
}

function drawArrow(x: number, y: number, colour: string): string {
	const length = ARROW_WIDTH - 12;
	const d = `M${x.toFixed(1)} ${y.toFixed(1)}h${length}m-6 -5 6 5-6 5`;
	return element('path', { d, fill: 'none', stroke: colour, 'stroke-width': 2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' });
}

function drawLegendSymbol({ look, colour }: { look: BarLook; colour: string }, x: number, y: number): string {
	if (look === 'ongoing') return drawArrow(x + 2, y, colour);
	const left = look === 'yearOnly' ? x + 17 : x;
	return drawBar({ left, right: x + 32, top: y - 6.5, bottom: y + 6.5 }, look, colour, false);
}
