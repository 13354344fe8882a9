import { type GeoProjection, geoAzimuthalEqualArea, geoCircle, geoEqualEarth } from 'd3-geo';
import type { MultiPoint } from 'geojson';
import type { Detail } from './atlas.js';
import { type Box, grow } from './boxes.js';
import type { MapPlace } from './inputs.js';
import { type Cap, degreesOf, distance, enclosingCap, type LonLat } from './sphere.js';
import { WIDTH } from './style.js';

export const MAP_HEIGHT = 400;
/** What stands on the map must lie in here: above the legend, off the edges. */
export const FRAME: Box = { left: 8, top: 8, right: WIDTH - 8, bottom: MAP_HEIGHT - 36 };
/** The places should fall in here, with room around them for their labels. */
const PLACES: Box = { left: FRAME.left + 30, top: FRAME.top + 24, right: FRAME.right - 30, bottom: FRAME.bottom - 24 };
/** The land is drawn in here. */
const CANVAS: Box = { left: -24, top: -24, right: WIDTH + 24, bottom: MAP_HEIGHT + 24 };

/** What part of the world a map shows, and how. */
export interface MapView {
	projection: GeoProjection;
	/** What the picture shows at most; for the whole world, everything. */
	cap: Cap;
	/** Degrees of arc from the middle to the upper or lower edge: how near the view is. */
	nearness: number;
	detail: Detail;
	world: boolean;
}

/** Places farther than this from their common middle are shown on a map of the whole world. */
const WIDEST_REGION = 48;
/** A single point is shown with this much around it, in degrees. */
const NEAREST = 7;
const MARGIN_DEGREES = 2.5;
/** From here on, degrees from the middle to the edge, the coarse coasts look as good. */
const COARSE_FROM = 34;
/** Chooses the view that shows the places. Related places count only when there are no others, and so do oceans and continents. */
export function viewOf(places: readonly MapPlace[]): MapView {
	const firstOf = (...choices: (readonly MapPlace[])[]) => choices.find(({ length }) => length > 0) ?? [];
	const near = places.filter((place) => !place.isWide);
	const isChief = (place: MapPlace) => place.kind !== 'related';
	const shown = firstOf(near.filter(isChief), near, places.filter(isChief), places);
	const [first] = shown;
	if (!first) return worldView([0]);
	const cap = enclosingCap(shown.map(pointOf));
	const reach = Math.max(...shown.map((place) => distance(cap.center, pointOf(place)) + degreesOf(place.radiusKm)));
	if (reach > WIDEST_REGION) {
		const longitudes = shown.map((place) => place.lon);
		return worldView(longitudes);
	}
	return regionView(cap.center, shown);
}

export function pointOf(place: MapPlace): LonLat {
	return [place.lon, place.lat];
}

/** A point of the globe on the picture, in pixels; nothing if the projection cannot show it. */
export function projectPoint(projection: GeoProjection, position: LonLat): { x: number; y: number }[] {
	const projected = projection(position);
	return projected ? [{ x: projected[0], y: projected[1] }] : [];
}

function regionView(center: LonLat, places: readonly MapPlace[]): MapView {
	const surroundings = [
		...ring(center, NEAREST),
		...places.flatMap((place) => ring(pointOf(place), degreesOf(place.radiusKm) + MARGIN_DEGREES)),
	];
	const projection = geoAzimuthalEqualArea()
		.rotate([-center[0], -center[1]])
		.fitExtent(extentOf(PLACES), { type: 'MultiPoint', coordinates: surroundings } satisfies MultiPoint)
		.clipExtent(extentOf(CANVAS));
	const [x, y] = projection.translate();
	const corner = Math.hypot(Math.max(x - CANVAS.left, CANVAS.right - x), Math.max(y - CANVAS.top, CANVAS.bottom - y));
	const nearness = arcOf((FRAME.bottom - FRAME.top) / 2, projection.scale());
	const detail = nearness > COARSE_FROM ? '110m' : '50m';
	if (detail === '50m') {
		// What a close view shows lies far from the map's antipode, and its lines are short: neither d3's cut around
		// the antipode nor its bending of long lines is needed, and they take most of the time.
		projection.preclip((stream) => stream).precision(0);
	}
	return {
		projection,
		cap: { center, radius: arcOf(corner, projection.scale()) },
		nearness,
		detail,
		world: false,
	};
}

function worldView(longitudes: readonly number[]): MapView {
	const middle = middleLongitude(longitudes);
	const projection = geoEqualEarth()
		.rotate([-middle, 0])
		.precision(0.5)
		.fitExtent(extentOf(grow(FRAME, -6)), { type: 'Sphere' });
	return { projection, cap: { center: [middle, 0], radius: 180 }, nearness: 90, detail: '110m', world: true };
}

/** The longitude opposite the widest gap between the given ones. */
function middleLongitude(longitudes: readonly number[]): number {
	const sorted = longitudes.map((longitude) => ((longitude % 360) + 360) % 360).sort((a, b) => a - b);
	let widest = 0;
	let middle = 0;
	for (const [index, longitude] of sorted.entries()) {
		const next = sorted[index + 1] ?? (sorted[0] ?? 0) + 360;
		if (next - longitude <= widest) continue;
		widest = next - longitude;
		middle = (longitude + next) / 2 + 180;
	}
	return ((middle + 180) % 360) - 180;
}

/** The arc, in degrees, that spans a length on a map of Lambert's azimuthal equal-area projection, measured from its middle. */
function arcOf(length: number, scale: number): number {
	return (2 * Math.asin(Math.min(1, length / (2 * scale))) * 180) / Math.PI;
}

function ring(center: LonLat, radius: number): LonLat[] {
	const [coordinates = []] = geoCircle().center(center).radius(radius).precision(30)().coordinates;
	return coordinates.map(([longitude = 0, latitude = 0]) => [longitude, latitude]);
}

function extentOf(frame: Box): [[number, number], [number, number]] {
	return [
		[frame.left, frame.top],
		[frame.right, frame.bottom],
	];
}
