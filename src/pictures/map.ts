import { geoCircle } from 'd3-geo';
import { loadAtlas, numericCode } from './atlas.js';
import type { MapPicture, MapPlace } from './inputs.js';
import { drawGround } from './map-ground.js';
import { type Chip, DOT_RADIUS, hasArea, KIND_COLOURS, layoutMap, type Marker } from './map-layout.js';
import { MAP_HEIGHT, type MapView, pointOf } from './map-view.js';
import { createOutliner } from './outline.js';
import { degreesOf } from './sphere.js';
import { COLOURS, SCALE, WIDTH } from './style.js';
import { type Drawing, element, group, linearGradient, radialGradient, svgDocument } from './svg.js';
import { drawLine } from './text.js';

const SHADE = COLOURS.background[2];
const DISC_FILL = '#0a1322';

/** Draws a map of places, each named where it lies. Values in, SVG out. */
export function drawMap(picture: MapPicture): Drawing {
	const layout = layoutMap(picture);
	const highlighted = new Set(picture.countries.map(numericCode));
	const { view } = layout;
	const parts = [
		...drawGround(view, loadAtlas(view.detail), highlighted),
		...drawAreas(view, layout.markers),
		...drawShade(),
		...layout.context.flatMap(({ dot, lines }) => [
			dot ? element('circle', { cx: dot.x, cy: dot.y, r: 2.6, fill: '#c4d3ee' }) : '',
			...lines.map(drawLine),
		]),
		...layout.markers.map(drawPoint),
		...layout.labels.map(drawLine),
		...layout.chips.map(drawChip),
		...layout.legend.map(({ symbol, x, line }) => group({}, [drawLegendDisc(symbol, x + 7, line.y - 6), drawLine(line)])),
		...layout.footer.map(drawLine),
	];
	return svgDocument(WIDTH, MAP_HEIGHT, parts, SCALE);
}

/** An area is a circle with a soft fill and a dotted edge: it says "about here". */
function drawAreas(view: MapView, markers: readonly Marker[]): string[] {
	const outline = createOutliner(view.projection);
	const areas = markers.filter(hasArea).map(({ place }) => place);
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

/** Darkens the map under the legend. */
function drawShade(): string[] {
	return [
		linearGradient('shade-legend', { x1: 0, x2: 0, y1: 0, y2: 1 }, [
			[0, SHADE, 0],
			[0.5, SHADE, 0.9],
			[1, SHADE, 0.97],
		]),
		element('rect', { y: MAP_HEIGHT - 52, width: WIDTH, height: 52, fill: 'url(#shade-legend)' }),
	];
}

/** The place itself. */
function drawPoint({ x, y, place }: Marker): string {
	return element('circle', { cx: x, cy: y, r: DOT_RADIUS - 1, fill: KIND_COLOURS[place.kind], stroke: DISC_FILL, 'stroke-width': 2 });
}

function drawChip({ place, box, arrow, name }: Chip): string {
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
		drawLine(name),
	]);
}

function drawLegendDisc(kind: MapPlace['kind'], x: number, y: number): string {
	const colour = KIND_COLOURS[kind];
	return element('circle', { cx: x, cy: y, r: 6, fill: colour, 'fill-opacity': 0.25, stroke: colour, 'stroke-width': 1.8 });
}
