import { loadAtlas, numericCode } from './atlas.js';
import { around, type Box, contains, createSpace, grow, overlaps, type Space } from './boxes.js';
import { type ContextLabel, setContextLabels } from './context-labels.js';
import type { MapPicture, MapPlace } from './inputs.js';
import { type LegendItem, setLegend } from './legend.js';
import { FRAME, MAP_HEIGHT, type MapView, pointOf, projectPoint, viewOf } from './map-view.js';
import { drawable } from './measure.js';
import { degreesOf } from './sphere.js';
import { CAPTION, COLOURS, MARGIN, WIDTH } from './style.js';
import { heightOf, setLine, setLines, shorten, type TextLine, type TextStyle, widthOf, wrap } from './text.js';
import { drawnWords } from './words.js';

export interface Dot {
	x: number;
	y: number;
}

/** A place on the map. */
export interface Marker extends Dot {
	place: MapPlace;
}

/** A place beyond the map's edge, or an ocean beside nearer places: an arrow towards it at the edge. */
export interface Chip {
	place: MapPlace;
	box: Box;
	arrow: Dot & { degrees: number };
	name: TextLine;
}

export interface MapLayout {
	view: MapView;
	markers: Marker[];
	chips: Chip[];
	/** Names of places, with what takes place there. */
	labels: TextLine[];
	context: ContextLabel[];
	legend: LegendItem<MapPlace['kind']>[];
	footer: TextLine[];
}

export const KIND_COLOURS = { main: COLOURS.accent, related: '#ffc24b', patrol: '#43d3c6' } as const;
export const DOT_RADIUS = 6;
const CHIP_HEIGHT = 34;
const MOST_CHIPS = 4;

/** Finds a place for everything on the map so that no two texts touch and none leaves the picture. */
export function layoutMap(picture: MapPicture): MapLayout {
	const words = drawnWords(picture.words);
	const { places } = picture;
	const view = viewOf(places);
	const points = places.flatMap((place) => projectPoint(view.projection, pointOf(place)).map((point) => ({ ...point, place })));
	// An ocean's middle says nothing on a map of a sea: it is pointed to.
	const isNear = ({ x, y, place }: Marker) =>
		contains(FRAME, around(x, y, DOT_RADIUS)) && !(place.isWide && places.some((other) => !other.isWide));
	const markers = points.filter(isNear);
	const space = createSpace(FRAME);
	for (const { x, y } of markers) space.take(around(x, y, DOT_RADIUS));
	const areas = markers.map((marker) => areaBox(view, marker));
	const beyond = points.filter((point) => !isNear(point));
	// What is itself asked for is pointed to before what is only related.
	const chips = [...beyond.filter(({ place }) => place.kind !== 'related'), ...beyond.filter(({ place }) => place.kind === 'related')]
		.slice(0, MOST_CHIPS)
		.flatMap((point) => placeChip(point, areas, space));
	const labelled = markers.map((marker) => placeLabel(marker, space));
	const highlighted = new Set(picture.countries.map(numericCode));
	const named = places.flatMap((place) => [place.name, ...(place.otherNames ?? [])]);
	const context = setContextLabels(view, loadAtlas(view.detail), highlighted, named, space);
	const kinds = (['main', 'patrol', 'related'] as const).filter((kind) => places.some((place) => place.kind === kind));
	const unnamed = labelled.filter((lines) => lines.length === 0).length + beyond.length - chips.length;
	const more = unnamed > 0 ? words('more', unnamed) : '';
	const indicative = markers.some(hasArea) ? words('areasIndicative') : '';
	const { items, footer: footerLines } = setLegend(
		kinds.length > 1 ? kinds.map((kind) => ({ symbol: kind, width: 14, text: words(kind) })) : [],
		[[more, indicative].filter(Boolean).join(' '), more],
		MAP_HEIGHT - 11,
		WIDTH - MARGIN,
	);
	return { view, markers, chips, labels: labelled.flat(), context, legend: items, footer: footerLines };
}

/** Whether a circle says where a place about is: an ocean has none that would. */
export function hasArea({ place }: Marker): boolean {
	return place.radiusKm > 0 && !place.isWide;
}

const NAME: TextStyle = { size: CAPTION + 2, weight: 600, fill: COLOURS.text, halo: true };
const NOTE: TextStyle = { size: CAPTION, fill: COLOURS.soft, halo: true };
const LABEL_WIDTH = 250;

/** The place's name and note beside its dot: whole if there is room on any side, else the name alone, else nothing. */
function placeLabel({ x, y, place }: Marker, space: Space): TextLine[] {
	const name = wrap(nameOf(place), NAME, LABEL_WIDTH, 2);
	const note = wrap(place.note ?? '', NOTE, LABEL_WIDTH, 1);
	if (name.length === 0) return [];
	for (const notes of note.length > 0 ? [note, []] : [[]]) {
		for (const lines of labelSpots({ x, y }, DOT_RADIUS + 5, name, notes)) {
			const boxes = lines.map((line) => line.box);
			if (!boxes.every((box) => space.isFree(box))) continue;
			for (const box of boxes) space.take(grow(box, 2));
			return lines;
		}
	}
	return [];
}

function* labelSpots({ x, y }: Dot, gap: number, name: readonly string[], note: readonly string[]): Generator<TextLine[]> {
	const nameHeight = heightOf(name.length, NAME);
	const height = nameHeight + heightOf(note.length, NOTE);
	const spots = [
		[x + gap, y - height / 2, 'start'],
		[x - gap, y - height / 2, 'end'],
		[x, y - gap - height, 'middle'],
		[x, y + gap, 'middle'],
		[x + gap * 0.8, y - height - 6, 'start'],
		[x + gap * 0.8, y + 8, 'start'],
		[x - gap * 0.8, y - height - 6, 'end'],
		[x - gap * 0.8, y + 8, 'end'],
	] as const;
	for (const [left, top, anchor] of spots) {
		yield [...setLines(name, left, top, NAME, anchor), ...setLines(note, left, top + nameHeight, NOTE, anchor)];
	}
}

/** A square about the middle of an area. */
function areaBox(view: MapView, { x, y, place }: Marker): Box {
	const [edge = { x, y }] = projectPoint(view.projection, [place.lon, place.lat - degreesOf(place.radiusKm) * (place.lat < 0 ? -1 : 1)]);
	return around(x, y, Math.hypot(edge.x - x, edge.y - y) * 0.9);
}

const CHIP_NAME: TextStyle = { size: CAPTION, weight: 600, fill: COLOURS.text };
const CHIP_TEXT_LEFT = 38;

function placeChip({ x, y, place }: Marker, areas: readonly Box[], space: Space): Chip[] {
	const name = shorten(nameOf(place) || drawable(place.note ?? ''), CHIP_NAME, 220);
	const width = CHIP_TEXT_LEFT + widthOf(name, CHIP_NAME) + 14;
	const middle = { x: (FRAME.left + FRAME.right) / 2, y: (FRAME.top + FRAME.bottom) / 2 };
	const spots = chipSpots(middle, { x, y }, width).filter((box) => space.isFree(grow(box, 3)));
	const spot = spots.find((box) => !areas.some((area) => overlaps(area, box))) ?? spots[0];
	if (!spot) return [];
	space.take(grow(spot, 3));
	return [
		{
			place,
			box: spot,
			arrow: { x: spot.left + 20, y: spot.top + CHIP_HEIGHT / 2, degrees: (Math.atan2(y - middle.y, x - middle.x) * 180) / Math.PI },
			name: setLine(name, spot.left + CHIP_TEXT_LEFT, spot.top + CHIP_HEIGHT / 2 + CHIP_NAME.size * 0.36, CHIP_NAME),
		},
	];
}

/** Boxes at the frame's edge: first where the line to the place leaves the frame, then farther along the edges. */
function chipSpots(from: Dot, to: Dot, width: number): Box[] {
	const inner = {
		left: FRAME.left + width / 2 + 4,
		right: FRAME.right - width / 2 - 4,
		top: FRAME.top + CHIP_HEIGHT / 2 + 4,
		bottom: FRAME.bottom - CHIP_HEIGHT / 2 - 4,
	};
	const direction = { x: to.x - from.x || 1, y: to.y - from.y };
	const reachX = ((direction.x > 0 ? inner.right : inner.left) - from.x) / direction.x;
	const reachY = direction.y === 0 ? reachX : ((direction.y > 0 ? inner.bottom : inner.top) - from.y) / direction.y;
	const reach = Math.min(reachX, reachY);
	const exit = { x: from.x + direction.x * reach, y: from.y + direction.y * reach };
	const onSide = reachX <= reachY;
	const spots: Box[] = [];
	for (let step = 0; step <= 14; step++) {
		for (const sign of step === 0 ? [1] : [1, -1]) {
			const x = onSide ? exit.x : Math.max(inner.left, Math.min(inner.right, exit.x + sign * step * 40));
			const y = onSide ? Math.max(inner.top, Math.min(inner.bottom, exit.y + sign * step * 40)) : exit.y;
			spots.push(around(x, y, width / 2, CHIP_HEIGHT / 2));
		}
	}
	return spots;
}

/** All the names of a place that can be drawn, each once: "Sea of Japan / East Sea". May be empty. */
function nameOf(place: MapPlace): string {
	const names = [place.name, ...(place.otherNames ?? [])].map(drawable).filter(Boolean);
	return [...new Set(names)].join(' / ');
}
