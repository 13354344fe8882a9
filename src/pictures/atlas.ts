import { createRequire } from 'node:module';
import { geoArea, geoCentroid } from 'd3-geo';
import type { LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { z } from 'zod';
import { readData } from '../data.js';
import { type Cap, capsTouch, enclosingCap, type LonLat } from './sphere.js';

const require = createRequire(import.meta.url);

/** A piece of the map with the cap it lies in, so that pieces out of view are skipped unprojected. */
export interface Piece<Geometry> {
	geometry: Geometry;
	cap: Cap;
}

export interface Country {
	/** ISO 3166-1 numeric; a few disputed lands have none. */
	code?: string;
	name: string;
	polygons: Piece<Polygon>[];
	/** Where its name may stand if nothing better is known: in the middle of its largest part. */
	middle(): LonLat;
}

/** Natural Earth's countries (public domain), from the package world-atlas. */
export interface Atlas {
	countries: Country[];
	coasts: Piece<LineString>[];
	borders: Piece<LineString>[];
}

/** The scale it was made for: 1:50 million for close views, 1:110 million for wide ones. */
export type Detail = '50m' | '110m';

interface CountryProperties {
	name: string;
}
type CountriesTopology = Topology<{ countries: GeometryCollection<CountryProperties> }>;

const LINE_POINTS = 48;
const loaded = new Map<Detail, Atlas>();

/** Reads a detail of the atlas on first use (about 0.1 s), afterwards at once. */
export function loadAtlas(detail: Detail): Atlas {
	const known = loaded.get(detail);
	if (known) return known;
	const topology: CountriesTopology = require(`world-atlas/countries-${detail}.json`);
	const { countries } = topology.objects;
	const atlas: Atlas = {
		countries: feature(topology, countries).features.flatMap(({ id, geometry, properties }) =>
			geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? [countryOf(id, properties.name, geometry)] : [],
		),
		coasts: linePieces(mesh(topology, countries, (a, b) => a === b)),
		borders: linePieces(mesh(topology, countries, (a, b) => a !== b)),
	};
	loaded.set(detail, atlas);
	return atlas;
}

/** The geometries of those pieces that reach into a view. */
export function visible<Geometry>(pieces: readonly Piece<Geometry>[], view: Cap): Geometry[] {
	return pieces.filter((piece) => capsTouch(piece.cap, view)).map((piece) => piece.geometry);
}

const numericCodes = readData('pictures/data/iso-3166.json', z.record(z.string().length(3), z.string().length(3)));

/** ISO 3166-1 numeric of a country given by its alpha-3 ("CHN") or numeric ("156") code. Unknown codes stay as they are. */
export function numericCode(code: string): string {
	return numericCodes[code.toUpperCase()] ?? code.padStart(3, '0');
}

function countryOf(id: string | number | undefined, name: string, geometry: Polygon | MultiPolygon): Country {
	const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
	const polygons = parts.map(
		(coordinates): Piece<Polygon> => ({ geometry: { type: 'Polygon', coordinates }, cap: capOf(coordinates.flat()) }),
	);
	const country = { name, polygons, middle: () => middleOf(polygons) };
	return id === undefined ? country : { ...country, code: String(id) };
}

function middleOf(polygons: readonly Piece<Polygon>[]): LonLat {
	const [largest] = polygons.map(({ geometry }) => ({ geometry, area: geoArea(geometry) })).sort((a, b) => b.area - a.area);
	return largest ? geoCentroid(largest.geometry) : [0, 0];
}

/** Long lines are cut into short pieces: one coast runs around all of Eurasia. */
function linePieces(lines: MultiLineString): Piece<LineString>[] {
	const pieces: Piece<LineString>[] = [];
	for (const line of lines.coordinates) {
		for (let start = 0; start < line.length - 1; start += LINE_POINTS) {
			const coordinates = line.slice(start, start + LINE_POINTS + 1);
			pieces.push({ geometry: { type: 'LineString', coordinates }, cap: capOf(coordinates) });
		}
	}
	return pieces;
}

function capOf(positions: readonly Position[]): Cap {
	return enclosingCap(
		positions.map(([longitude = 0, latitude = 0]): LonLat => [longitude, latitude]),
		0,
	);
}
