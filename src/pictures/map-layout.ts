import { loadAtlas, numericCode } from './atlas.js';
import { around, type Box, contains, createSpace, grow, overlaps, type Space } from './boxes.js';
import { type ContextLabel, setContextLabels } from './context-labels.js';
import type { MapPicture, MapPlace } from './inputs.js';
import { type LegendItem, setLegend } from './legend.js';
import { FOOTER_TOP, FRAME, MAP_HEIGHT, type MapView, PANEL_WIDTH, pointOf, projectPoint, viewOf } from './map-view.js';
import { drawable } from './measure.js';
import { type Heading, nameOf, type PlaceList, setHeading, setPlaceList } from './panel.js';
import { degreesOf } from './sphere.js';
import { COLOURS, MARGIN, WIDTH } from './style.js';
import { boxOf, heightOf, setLine, setLines, shorten, type TextLine, type TextStyle, widthOf, wrap } from './text.js';
import { drawnWords } from './words.js';

const LIST_WIDTH = PANEL_WIDTH - MARGIN - 20;

export interface Dot {
	x: number;
	y: number;
}

/** A place on the map. Where discs would cover one another, a disc stands aside and a line leads from it to the place. */
export interface Marker extends Dot {
	place: MapPlace;
	/** The numbered disc; places without a row in the list are dots without a number. */
	disc?: Dot & { number: TextLine };
}

/** A place beyond the map's edge: an arrow towards it at the edge. */
export interface Chip {
	place: MapPlace;
	box: Box;
	arrow: Dot & { degrees: number };
	number: TextLine;
	name: TextLine;
}

export interface MapLayout {
	view: MapView;
	heading: Heading;
	list: PlaceList;
	markers: Marker[];
	chips: Chip[];
	labels: TextLine[];
	context: ContextLabel[];
	/** Middle of the small globe, where there is room for it. */
	globe?: Dot;
	legend: LegendItem<MapPlace['kind']>[];
	footer: TextLine[];
}

export const KIND_COLOURS = { main: COLOURS.accent, related: '#ffc24b', patrol: '#43d3c6' } as const;
export const DISC_RADIUS = 15;
export const GLOBE_RADIUS = 70;
const DOT_RADIUS = 5;
const CHIP_HEIGHT = 36;
const MOST_CHIPS = 6;
const NUMBER: TextStyle = { size: 17, weight: 700, fill: COLOURS.text };

/** Finds a place for everything on the map so that no two texts touch and none leaves the picture. */
export function layoutMap(picture: MapPicture): MapLayout {
	const words = drawnWords(picture.words);
	const { places } = picture;
	const heading = setHeading(picture, LIST_WIDTH);
	const list = setPlaceList(places, heading.bottom + 26, FOOTER_TOP - 8, LIST_WIDTH, words);
	const view = viewOf(places);
	const points = places.flatMap((place, index) =>
		projectPoint(view.projection, pointOf(place)).map((point) => ({ ...point, place, number: index + 1 })),
	);
	const inside = points.filter(({ x, y }) => contains(FRAME, around(x, y, DISC_RADIUS)));
	const outside = points.filter((point) => !inside.includes(point));
	const space = createSpace(FRAME);
	const globe = view.world ? undefined : placeGlobe(inside);
	if (globe) space.take(around(globe.x, globe.y, GLOBE_RADIUS + 10));
	const markers = inside.map((point) => placeMarker(point, point.number <= list.rows.length, space));
	const areas = inside.map((point) => areaBox(view, point.place, point));
	const chips = outside.slice(0, MOST_CHIPS).flatMap((point) => placeChip(point, areas, space));
	// Places that the list has no row for come first: the map is the only place that can name them.
	const byNeed = [...markers].sort((a, b) => Number(a.disc !== undefined) - Number(b.disc !== undefined));
	const labels = byNeed.flatMap((marker) => placeLabel(marker, labelDesign(places.length), space));
	const highlighted = new Set(picture.countries.map(numericCode));
	const named = places.flatMap((place) => [place.name, ...(place.otherNames ?? [])]);
	const context = setContextLabels(view, loadAtlas(view.detail), highlighted, named, space);
	const kinds = (['main', 'patrol', 'related'] as const).filter((kind) => places.some((place) => place.kind === kind));
	const hasAreas = places.some((place) => place.radiusKm > 0);
	const footer = [hasAreas ? words('areasIndicative') : '', picture.footer, words('mapCredit')].filter(Boolean).join(' ');
	const { items, footer: footerLines } = setLegend(
		kinds.map((kind) => ({ symbol: kind, width: 14, text: words(kind) })),
		footer,
		MAP_HEIGHT - 22,
		WIDTH - MARGIN,
	);
	return { view, heading, list, markers, chips, labels, context, ...(globe && { globe }), legend: items, footer: footerLines };
}

function placeGlobe(points: readonly Dot[]): Dot | undefined {
	const reach = GLOBE_RADIUS + 18;
	const corners = [
		{ x: FRAME.right - reach, y: FRAME.bottom - reach },
		{ x: FRAME.right - reach, y: FRAME.top + reach },
		{ x: FRAME.left + reach, y: FRAME.bottom - reach },
	];
	return corners.find((corner) => !points.some(({ x, y }) => overlaps(around(x, y, DISC_RADIUS), around(corner.x, corner.y, reach))));
}

function placeMarker({ x, y, place, number }: Dot & { place: MapPlace; number: number }, listed: boolean, space: Space): Marker {
	const at = listed ? discSpots(x, y).find((spot) => space.isFree(around(spot.x, spot.y, DISC_RADIUS + 2))) : undefined;
	if (!at) {
		space.take(around(x, y, DOT_RADIUS));
		return { x, y, place };
	}
	space.take(around(at.x, at.y, DISC_RADIUS + 2));
	const style = { ...NUMBER, fill: KIND_COLOURS[place.kind], size: number > 99 ? 13 : NUMBER.size };
	return { x, y, place, disc: { ...at, number: setLine(String(number), at.x, at.y + style.size * 0.36, style, 'middle') } };
}

/** The place itself, then spots around it, ever farther out. */
function* discSpotsAround(x: number, y: number): Generator<Dot> {
	yield { x, y };
	for (let radius = 36; radius <= 180; radius += 24) {
		const spots = Math.round(radius / 6);
		for (let spot = 0; spot < spots; spot++) {
			const angle = (spot / spots) * 2 * Math.PI - Math.PI / 4;
			yield { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
		}
	}
}

function discSpots(x: number, y: number): Dot[] {
	return [...discSpotsAround(x, y)];
}

interface LabelDesign {
	name: TextStyle;
	note?: TextStyle;
}

function labelDesign(count: number): LabelDesign {
	const name = (size: number): TextStyle => ({ size, weight: 600, fill: COLOURS.text, halo: true });
	const note = (size: number): TextStyle => ({ size, fill: COLOURS.soft, halo: true });
	if (count <= 8) return { name: name(22), note: note(17) };
	return count <= 20 ? { name: name(19), note: note(16) } : { name: name(17) };
}

const LABEL_WIDTH = 270;

/** The place's name and note beside its disc: whole if there is room on any side, else the name alone, else nothing. */
function placeLabel({ x, y, place, disc }: Marker, design: LabelDesign, space: Space): TextLine[] {
	const at = disc ?? { x, y };
	const gap = (disc ? DISC_RADIUS : DOT_RADIUS) + 6;
	const name = wrap(nameOf(place), design.name, LABEL_WIDTH, 2);
	const note = design.note ? wrap(place.note ?? '', design.note, LABEL_WIDTH, 1) : [];
	if (name.length === 0) return [];
	const attempts = note.length > 0 ? [note, []] : [[]];
	for (const notes of attempts) {
		for (const lines of labelSpots(at, gap, name, notes, design)) {
			const box = grow(boxOf(lines), 3);
			if (!space.isFree(box)) continue;
			space.take(box);
			return lines;
		}
	}
	return [];
}

function* labelSpots(
	{ x, y }: Dot,
	gap: number,
	name: readonly string[],
	note: readonly string[],
	design: LabelDesign,
): Generator<TextLine[]> {
	const nameHeight = heightOf(name.length, design.name);
	const height = nameHeight + (design.note ? heightOf(note.length, design.note) : 0);
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
		const lines = setLines(name, left, top, design.name, anchor);
		yield design.note ? [...lines, ...setLines(note, left, top + nameHeight, design.note, anchor)] : lines;
	}
}

/** A square about the middle of an area. */
function areaBox(view: MapView, place: MapPlace, { x, y }: Dot): Box {
	const [edge = { x, y }] = projectPoint(view.projection, [place.lon, place.lat - degreesOf(place.radiusKm) * (place.lat < 0 ? -1 : 1)]);
	return around(x, y, Math.hypot(edge.x - x, edge.y - y) * 0.9);
}

const CHIP_NAME: TextStyle = { size: 18, weight: 600, fill: COLOURS.text };
const CHIP_TEXT_LEFT = 40;

function placeChip({ x, y, place, number }: Dot & { place: MapPlace; number: number }, areas: readonly Box[], space: Space): Chip[] {
	const style = { ...NUMBER, fill: KIND_COLOURS[place.kind] };
	const numberWidth = widthOf(String(number), style) + 10;
	const name = shorten(nameOf(place) || drawable(place.note ?? ''), CHIP_NAME, 230);
	const width = CHIP_TEXT_LEFT + numberWidth + widthOf(name, CHIP_NAME) + 18;
	const middle = { x: (FRAME.left + FRAME.right) / 2, y: (FRAME.top + FRAME.bottom) / 2 };
	const spots = chipSpots(middle, { x, y }, width).filter((box) => space.isFree(grow(box, 4)));
	const spot = spots.find((box) => !areas.some((area) => overlaps(area, box))) ?? spots[0];
	if (!spot) return [];
	space.take(grow(spot, 4));
	const baseline = spot.top + CHIP_HEIGHT / 2 + 6.5;
	return [
		{
			place,
			box: spot,
			arrow: { x: spot.left + 22, y: spot.top + CHIP_HEIGHT / 2, degrees: (Math.atan2(y - middle.y, x - middle.x) * 180) / Math.PI },
			number: setLine(String(number), spot.left + CHIP_TEXT_LEFT, baseline, style),
			name: setLine(name, spot.left + CHIP_TEXT_LEFT + numberWidth, baseline, CHIP_NAME),
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
	const direction = { x: to.x - from.x, y: to.y - from.y };
	const reachX = ((direction.x > 0 ? inner.right : inner.left) - from.x) / direction.x;
	const reachY = ((direction.y > 0 ? inner.bottom : inner.top) - from.y) / direction.y;
	const reach = Math.min(direction.x === 0 ? reachY : reachX, direction.y === 0 ? reachX : reachY);
	const exit = { x: from.x + direction.x * reach, y: from.y + direction.y * reach };
	const onSide = direction.x !== 0 && reachX <= reachY;
	const spots: Box[] = [];
	for (let step = 0; step <= 14; step++) {
		for (const sign of step === 0 ? [1] : [1, -1]) {
			const x = onSide ? exit.x : Math.max(inner.left, Math.min(inner.right, exit.x + sign * step * 50));
			const y = onSide ? Math.max(inner.top, Math.min(inner.bottom, exit.y + sign * step * 45)) : exit.y;
			spots.push(around(x, y, width / 2, CHIP_HEIGHT / 2));
		}
	}
	return spots;
}
