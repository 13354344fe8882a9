import { geoContains } from 'd3-geo';
import { z } from 'zod';
import { readData } from '../data.js';
import { type Atlas, type Country, numericCode } from './atlas.js';
import { around, type Box, grow, type Space, unite } from './boxes.js';
import { FRAME, type MapView, projectPoint } from './map-view.js';
import { capsTouch, type LonLat } from './sphere.js';
import { CAPTION } from './style.js';
import { boxOf, setLine, setLines, type TextLine, type TextStyle } from './text.js';

const point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
/** 1 is named even on a map of the world, 3 only in a close view. */
const rank = z.union([z.literal(1), z.literal(2), z.literal(3)]);

/** Where names of countries, seas and cities stand well; the first place that is free is taken. Disputed seas have both names. */
export const contextLabelsSchema = z.object({
	countries: z.array(z.object({ code: z.string().length(3), name: z.string(), rank, at: z.array(point).min(1) })),
	seas: z.array(z.object({ names: z.array(z.string()).min(1), rank, at: z.array(point).min(1) })),
	cities: z.array(z.object({ name: z.string(), rank, at: point })),
});

const labels = readData('pictures/data/context-labels.json', contextLabelsSchema);

export interface ContextLabel {
	lines: TextLine[];
	/** A city's dot. */
	dot?: { x: number; y: number };
}

type ListedCountry = z.output<typeof contextLabelsSchema>['countries'][number];

interface Candidate {
	label: ContextLabel;
	box: Box;
}

const LARGE_COUNTRY: TextStyle = { size: CAPTION, weight: 600, fill: '#8da4cf', spacing: 4 };
const COUNTRY: TextStyle = { size: CAPTION, weight: 600, fill: '#8096bd', spacing: 1 };
const HIGHLIGHTED = { fill: '#c9d8f5', halo: true };
const SEA: TextStyle = { size: CAPTION, fill: '#6f97d6', italic: true, spacing: 0.4 };
const CITY: TextStyle = { size: CAPTION, fill: '#a9badb', halo: true };
/** How densely the frame is looked through for land. */
const STEP = 48;
/** From here on, degrees from the middle to the edge, small countries and cities are left out. */
const REGION = 22;
const CONTINENT = 40;

/** Names the lands, seas and cities in view where there is room left, and takes that room. Names already on the map are not repeated. */
export function setContextLabels(
	view: MapView,
	atlas: Atlas,
	highlighted: ReadonlySet<string>,
	named: readonly string[],
	space: Space,
): ContextLabel[] {
	const taken = new Set(named.map(fold));
	const lowest = view.nearness > CONTINENT ? 1 : view.nearness > REGION ? 2 : 3;
	const placed: ContextLabel[] = [];
	const place = (names: readonly string[], candidates: Iterable<Candidate>) => {
		// "North Pacific Ocean" beside "Pacific Ocean" would say it twice.
		if (names.map(fold).some((name) => [...taken].some((other) => name === other || name.endsWith(` ${other}`)))) return;
		for (const { label, box } of candidates) {
			if (!space.isFree(box)) continue;
			space.take(box);
			placed.push(label);
			return;
		}
	};
	// Who takes part comes first, wherever in the frame a part of the country is seen.
	for (const country of atlas.countries) {
		if (country.code === undefined || !highlighted.has(country.code)) continue;
		const listed = labels.countries.find(({ code }) => numericCode(code) === country.code);
		place([listed?.name ?? country.name], litCandidates(view, country, listed));
	}
	for (const sea of labels.seas) if (sea.rank <= lowest) place(sea.names, seaCandidates(view, sea.names, sea.at));
	for (const country of labels.countries) {
		if (country.rank > lowest || highlighted.has(numericCode(country.code))) continue;
		place([country.name], countryCandidates(view, country.name, country.at, country.rank === 1, false));
	}
	for (const city of labels.cities) if (city.rank <= lowest) place([city.name], cityCandidates(view, city.name, city.at));
	return placed;
}

function fold(name: string): string {
	return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function* seaCandidates(view: MapView, names: readonly string[], at: readonly LonLat[]): Generator<Candidate> {
	const stacked = names.length > 1 ? names : (names[0] ?? '').split(/ (?=\S+$)/);
	for (const { x, y } of inView(view, at)) {
		if (!view.world) yield candidate([setLine(names.join(' / '), x, y, SEA, 'middle')]);
		yield candidate(setLines(stacked, x, y - SEA.size, SEA, 'middle'));
	}
}

function* countryCandidates(view: MapView, name: string, at: readonly LonLat[], large: boolean, lit: boolean): Generator<Candidate> {
	const style = large && view.nearness < CONTINENT ? LARGE_COUNTRY : COUNTRY;
	for (const { x, y } of inView(view, at))
		yield candidate([setLine(name.toUpperCase(), x, y, lit ? { ...style, ...HIGHLIGHTED, spacing: 1 } : style, 'middle')]);
}

function* cityCandidates(view: MapView, name: string, at: LonLat): Generator<Candidate> {
	for (const { x, y } of inView(view, [at])) {
		const dot = around(x, y, 4);
		for (const line of [setLine(name, x + 8, y + 5, CITY), setLine(name, x - 8, y + 5, CITY, 'end')]) {
			yield { label: { lines: [line], dot: { x, y } }, box: unite([line.box, dot]) };
		}
	}
}

/** Where its name stands well, and where that is out of the frame or taken, on whatever of its land is seen: found out only then, for it takes time. */
function* litCandidates(view: MapView, country: Country, listed: ListedCountry | undefined): Generator<Candidate> {
	const { name, at, rank } = listed ?? { name: country.name, at: [], rank: 3 };
	yield* countryCandidates(view, name, at, rank === 1, true);
	yield* countryCandidates(view, name, landInFrame(view, country), rank === 1, true);
}

/** Spots of a country's land that the frame shows, those in the middle of it first; for the smallest lands their own middle. */
function landInFrame(view: MapView, country: Country): LonLat[] {
	const pieces = country.polygons.filter(({ cap }) => capsTouch(cap, view.cap));
	if (pieces.length === 0) return [];
	const isLand = (center: LonLat) =>
		pieces.some(({ cap, geometry }) => capsTouch({ center, radius: 0 }, cap) && geoContains(geometry, center));
	const spots: { at: LonLat; x: number; y: number }[] = [];
	for (let x = FRAME.left + STEP; x < FRAME.right; x += STEP) {
		for (let y = FRAME.top + STEP / 2; y < FRAME.bottom; y += STEP / 2) {
			const at = view.projection.invert?.([x, y]);
			if (at && isLand(at)) spots.push({ at, x, y });
		}
	}
	const middle = { x: mean(spots.map(({ x }) => x)), y: mean(spots.map(({ y }) => y)) };
	const away = ({ x, y }: { x: number; y: number }) => Math.hypot(x - middle.x, y - middle.y);
	return [...spots.sort((a, b) => away(a) - away(b)).map(({ at }) => at), country.middle()];
}

function mean(numbers: readonly number[]): number {
	return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}

function candidate(lines: TextLine[]): Candidate {
	return { label: { lines }, box: grow(boxOf(lines), 3) };
}

function inView(view: MapView, at: readonly LonLat[]): { x: number; y: number }[] {
	return at.filter((center) => capsTouch({ center, radius: 0 }, view.cap)).flatMap((position) => projectPoint(view.projection, position));
}
