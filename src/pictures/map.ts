import { geoCircle } from 'd3-geo';
import { loadAtlas, numericCode } from './atlas.js';
import type { MapPicture, MapPlace } from './inputs.js';
import { drawGlobe, drawGround } from './map-ground.js';
import { type Chip, DISC_RADIUS, GLOBE_RADIUS, KIND_COLOURS, layoutMap, type Marker } from './map-layout.js';
import { FRAME, MAP_HEIGHT, type MapView, PANEL_WIDTH, pointOf } from './map-view.js';
import { createOutliner } from './outline.js';
import type { PanelRow } from './panel.js';
import { degreesOf } from './sphere.js';
import { COLOURS, MARGIN, WIDTH } from './style.js';
import { type Drawing, element, group, linearGradient, radialGradient, svgDocument } from './svg.js';
import { drawLine, setLine } from './text.js';

const SHADE = COLOURS.background[2];
const DISC_FILL = '#0a1322';

/** Draws a map of places beside a numbered list of them: 1200 by 675. Values in, SVG out. */
export function drawMap(picture: MapPicture): Drawing {
	const layout = layoutMap(picture);
	const highlighted = new Set(picture.countries.map(numericCode));
	const { view, globe } = layout;
	return svgDocument(WIDTH, MAP_HEIGHT, [
		...drawGround(view, loadAtlas(view.detail), highlighted),
		...drawAreas(view, picture.places),
		...drawShades(),
		globe ? drawGlobe(view, FRAME, globe.x, globe.y, GLOBE_RADIUS) : '',
		...layout.context.flatMap(({ dot, lines }) => [
			dot ? element('circle', { cx: dot.x, cy: dot.y, r: 2.6, fill: '#c4d3ee' }) : '',
			...lines.map(drawLine),
		]),
		...layout.markers.map(drawLeader),
		...layout.markers.map(drawPoint),
		...layout.markers.map(drawDisc),
		...layout.labels.map(drawLine),
		...layout.chips.map(drawChip),
		element('rect', { x: MARGIN, y: 37, width: 30, height: 3, rx: 1.5, fill: COLOURS.accent }),
		...layout.heading.lines.map(drawLine),
		...layout.list.rows.map(drawRow),
		layout.list.more ? drawLine(layout.list.more) : '',
		...layout.legend.map(({ symbol, x, line }) => group({}, [drawLegendDisc(symbol, x + 7, line.y - 6), drawLine(line)])),
		...layout.footer.map(drawLine),
	]);
}

/** An area is a circle with a soft fill and a dotted edge: it says "about here". */
function drawAreas(view: MapView, places: readonly MapPlace[]): string[] {
	const outline = createOutliner(view.projection);
	const areas = places.filter((place) => place.radiusKm > 0);
	// Many areas at once would drown the land.
	const strength = areas.length > 12 ? 0.4 : 1;
	const gradients = Object.entries(KIND_COLOURS).map(([kind, colour]) =>
		radialGradient(`area-${kind}`, {}, [
			[0, colour, 0.4 * strength],
			[0.65, colour, 0.13 * strength],
			[1, colour, 0.02],
		]),
	);
	const circles = areas.map((place) => {
		const circle = geoCircle().center(pointOf(place)).radius(degreesOf(place.radiusKm)).precision(4)();
		const colour = KIND_COLOURS[place.kind];
		const edge = {
			stroke: colour,
			'stroke-width': 1.6,
			'stroke-dasharray': '2 5',
			'stroke-linecap': 'round',
			'stroke-opacity': 0.3 + 0.6 * strength,
		};
		return element('path', { d: outline([circle]), fill: `url(#area-${place.kind})`, ...edge });
	});
	return [...gradients, ...circles];
}

/** Darkens the map under the list and under the legend. */
function drawShades(): string[] {
	return [
		linearGradient('shade-list', { x1: 0, x2: 1 }, [
			[0, SHADE, 1],
			[0.68, SHADE, 1],
			[1, SHADE, 0],
		]),
		linearGradient('shade-legend', { x1: 0, x2: 0, y1: 0, y2: 1 }, [
			[0, SHADE, 0],
			[0.6, SHADE, 0.92],
			[1, SHADE, 0.97],
		]),
		element('rect', { width: PANEL_WIDTH + 90, height: MAP_HEIGHT, fill: 'url(#shade-list)' }),
		element('rect', { y: MAP_HEIGHT - 92, width: WIDTH, height: 92, fill: 'url(#shade-legend)' }),
	];
}

function drawLeader(marker: Marker): string {
	const { x, y, place, disc } = marker;
	if (!disc || !isAside(marker)) return '';
	return element('line', {
		x1: x,
		y1: y,
		x2: disc.x,
		y2: disc.y,
		stroke: KIND_COLOURS[place.kind],
		'stroke-width': 1.6,
		'stroke-opacity': 0.8,
	});
}

function isAside({ x, y, disc }: Marker): boolean {
	return disc !== undefined && (disc.x !== x || disc.y !== y);
}

/** The place itself, where no disc stands on it. */
function drawPoint(marker: Marker): string {
	if (marker.disc && !isAside(marker)) return '';
	const { x, y, place, disc } = marker;
	return element('circle', { cx: x, cy: y, r: disc ? 3.5 : 5, fill: KIND_COLOURS[place.kind], stroke: DISC_FILL, 'stroke-width': 1.5 });
}

function drawDisc({ place, disc }: Marker): string {
	if (!disc) return '';
	const colour = KIND_COLOURS[place.kind];
	return group({}, [
		element('circle', { cx: disc.x, cy: disc.y, r: DISC_RADIUS + 3, fill: colour, 'fill-opacity': 0.16 }),
		element('circle', { cx: disc.x, cy: disc.y, r: DISC_RADIUS - 1, fill: DISC_FILL, stroke: colour, 'stroke-width': 2.4 }),
		drawLine(disc.number),
	]);
}

function drawChip({ place, box, arrow, number, name }: Chip): string {
	const colour = KIND_COLOURS[place.kind];
	const size = { x: box.left, y: box.top, width: box.right - box.left, height: box.bottom - box.top, rx: 18 };
	return group({}, [
		element('rect', { ...size, fill: DISC_FILL, 'fill-opacity': 0.92, stroke: colour, 'stroke-opacity': 0.75, 'stroke-width': 1.4 }),
		group({ transform: `translate(${arrow.x.toFixed(1)} ${arrow.y.toFixed(1)}) rotate(${arrow.degrees.toFixed(0)})` }, [
			element('path', {
				d: 'M-8 0H8M2-6 8 0 2 6',
				fill: 'none',
				stroke: colour,
				'stroke-width': 2.2,
				'stroke-linecap': 'round',
				'stroke-linejoin': 'round',
			}),
		]),
		drawLine(number),
		drawLine(name),
	]);
}

function drawRow({ number, kind, x, y, radius, lines }: PanelRow): string {
	const colour = KIND_COLOURS[kind];
	const size = radius + 2;
	return group({}, [
		element('circle', { cx: x, cy: y, r: radius, fill: colour, 'fill-opacity': 0.14, stroke: colour, 'stroke-width': 1.8 }),
		drawLine(setLine(String(number), x, y + size * 0.36, { size, weight: 700, fill: colour }, 'middle')),
		...lines.map(drawLine),
	]);
}

function drawLegendDisc(kind: MapPlace['kind'], x: number, y: number): string {
	const colour = KIND_COLOURS[kind];
	return element('circle', { cx: x, cy: y, r: 6, fill: colour, 'fill-opacity': 0.25, stroke: colour, 'stroke-width': 1.8 });
}
