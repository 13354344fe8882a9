import { z } from 'zod';
import { readData } from '../data.js';
import { nameKey } from '../text/name-words.js';
import type { Place } from './place-schema.js';

/** Towns of the world, which are only read beside the wider place that they lie in: too many share a name. */
export interface Towns {
	/** The town of a name inside a wider place; undefined where none is known, or several that lie apart. */
	townIn(name: string, wider: Place): Place | undefined;
	/** A town that `townIn` has given. */
	town(id: string): Place | undefined;
}

/** What the towns need of the gazetteer that they stand beside. */
interface Listed {
	readonly places: readonly Place[];
	around(place: Place): ReadonlySet<Place>;
	place(id: string): Place | undefined;
}

const lists = () =>
	readData(
		'gazetteer/data/towns.json',
		z.strictObject({
			/** Where they come from, and under which licence. */
			source: z.string(),
			/** By country and by its province or state: "Tripoli/34.43/35.84;Bcharré/34.25/36.01", the largest first. */
			towns: z.record(z.string(), z.record(z.string(), z.string())),
		}),
	).towns;

interface Entry {
	readonly name: string;
	readonly country: string;
	readonly province: string;
	readonly lat: number;
	readonly lon: number;
}

const apart = 60;
/** A region's circle is a rough one. */
const slack = 1.3;
/** Words that a province is called by beside its own name. */
const kindOfProvince =
	/\s*\b(?:province|governorate|oblast|region|state|county|prefecture|department|district|krai|voivodeship|territory|municipality)\b\s*/gi;

export function createTowns(listed: Listed): Towns {
	let byKey: ReadonlyMap<string, readonly Entry[]> | undefined;
	const made = new Map<string, Place>();
	const placeOf = (entry: Entry): Place => {
		const id = idOf(entry);
		const already = made.get(id);
		if (already) return already;
		const region = listed.places.find(
			(place) => place.kind === 'region' && place.partOf.includes(entry.country) && isNamed(place, entry.province),
		);
		const { name, lat, lon, country } = entry;
		const place: Place = {
			id,
			kind: 'city',
			name,
			aliases: [],
			demonyms: [],
			governments: [],
			lat,
			lon,
			radiusKm: 0,
			partOf: [region?.id ?? country],
			ambiguous: false,
		};
		made.set(id, place);
		return place;
	};
	return {
		townIn: (name, wider) => {
			byKey ??= indexed();
			const inside = (byKey.get(nameKey(name)) ?? []).filter((entry) => isInside(entry, wider, listed));
			const [first, ...others] = inside;
			return first && others.every((other) => distance(first, other) < apart) ? placeOf(first) : undefined;
		},
		town: (id) => {
			const [name] = id.split('--');
			if (made.has(id) || name === undefined || name === id) return made.get(id);
			byKey ??= indexed();
			const entry = (byKey.get(name.replaceAll('-', ' ')) ?? []).find((one) => idOf(one) === id);
			return entry && placeOf(entry);
		},
	};
}

function indexed(): ReadonlyMap<string, readonly Entry[]> {
	const byKey = new Map<string, Entry[]>();
	for (const [country, provinces] of Object.entries(lists())) {
		for (const [province, towns] of Object.entries(provinces)) {
			for (const town of towns.split(';')) {
				const [name = '', lat, lon] = town.split('/');
				const entry = { name, country, province, lat: Number(lat), lon: Number(lon) };
				const key = nameKey(name);
				// "Santiago de Cuba" is printed "Santiago, Cuba" too.
				for (const form of new Set([key, key.replace(` de ${country.replaceAll('-', ' ')}`, '')])) {
					const there = byKey.get(form);
					if (there) there.push(entry);
					else byKey.set(form, [entry]);
				}
			}
		}
	}
	return byKey;
}

const hyphened = (words: string): string => nameKey(words).replaceAll(' ', '-');
/** "tripoli--north-lebanon--lebanon". */
const idOf = ({ name, province, country }: Entry): string => `${hyphened(name)}--${hyphened(province)}--${country}`;

function isInside(entry: Entry, wider: Place, listed: Listed): boolean {
	if (wider.kind === 'country') return entry.country === wider.id;
	const around = listed.around(wider);
	const country = listed.place(entry.country);
	if (wider.kind === 'area' || wider.kind === 'continent') return country !== undefined && listed.around(country).has(wider);
	if (![...around].some(({ id }) => id === entry.country)) return false;
	return isNamed(wider, entry.province) || distance(entry, wider) <= wider.radiusKm * slack;
}

function isNamed({ name, aliases }: Place, province: string): boolean {
	const own = (words: string) => nameKey(words.replace(kindOfProvince, ' '));
	return province !== '' && [name, ...aliases].some((one) => own(one) === own(province));
}

type Point = Pick<Place, 'lat' | 'lon'>;
const earthRadius = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** In kilometres, over the globe. */
export function distance(one: Point, other: Point): number {
	const [a, b] = [radians(one.lat), radians(other.lat)];
	const half = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(radians(other.lon - one.lon) / 2) ** 2;
	return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** So many kilometres from a point, in a direction in degrees from north over east. */
export function movedFrom({ lat, lon }: Point, kilometres: number, bearing: number): Point {
	const [from, angle, turn] = [radians(lat), kilometres / earthRadius, radians(bearing)];
	const to = Math.asin(Math.sin(from) * Math.cos(angle) + Math.cos(from) * Math.sin(angle) * Math.cos(turn));
	const over = Math.atan2(Math.sin(turn) * Math.sin(angle) * Math.cos(from), Math.cos(angle) - Math.sin(from) * Math.sin(to));
	const degrees = (value: number) => Math.round((value * 180 * 1000) / Math.PI) / 1000;
	const turned = ((lon + degrees(over) + 540) % 360) - 180;
	return { lat: degrees(to), lon: Math.round(turned * 1000) / 1000 };
}
