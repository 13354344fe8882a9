import { z } from 'zod';
import { readData } from '../../data.js';
import type { Place } from '../../gazetteer/gazetteer.js';
import { movedFrom } from '../../gazetteer/towns.js';

interface Point {
	readonly lat: number;
	readonly lon: number;
}

const point = z.tuple([z.number(), z.number()]).transform(([lat, lon]): Point => ({ lat, lon }));
/** Points at sea by the place whose coast it is: `any` where it has one alone, else by its side. */
const coasts = readData('exercises/data/coasts.json', z.record(z.string(), z.record(z.string(), point)));

/** A place whose middle is about as good a point as any on its coast. */
const smallKm = 150;
/** One of which a side can be told from its middle and its size. */
const roundKm = 250;
const offshoreKm = 100;

const side =
	/\b(?<side>(?:north|south)(?:[-\s]?(?:east|west))?|east|west|central)(?:ern)?\s(?:\p{Ll}+\s)?(?:coasts?|coastline|shores?|seaboard|waters|side|part|end|tip)\b|\b(?<of>(?:north|south)(?:[-\s]?(?:east|west))?|east|west)\sof\b|\b(?<ern>(?:north|south)(?:[-\s]?(?:east|west))?|east|west|central)(?:ern)?\s\p{Lu}/iu;

/** The point that a phrase beside a place means: "off the west coast of India", "waters east of Taiwan"; undefined where that is not known. */
export function adjacentPoint(phrase: string, place: Place): Point | undefined {
	const { side: coast, of, ern } = side.exec(phrase)?.groups ?? {};
	const said = (coast ?? of ?? ern)?.toLowerCase().replace(/[-\s]/g, '');
	const own = coasts[place.id];
	const known = said === undefined ? own?.['any'] : (own?.[said] ?? (of ? undefined : own?.['any']));
	if (known) return of && said && !own?.[said] ? undefined : known;
	if (place.radiusKm > roundKm) return undefined;
	const bearing = said === undefined ? undefined : bearingOf(said);
	if (bearing !== undefined) return movedFrom(place, place.radiusKm + (of ? offshoreKm : 0), bearing);
	return place.radiusKm <= smallKm ? { lat: place.lat, lon: place.lon } : undefined;
}

/** The point on the way from one place to another that lies as near to each as its size makes it. */
export function pointBetween(one: Place, other: Place): Point {
	const share = one.radiusKm + other.radiusKm === 0 ? 0.5 : one.radiusKm / (one.radiusKm + other.radiusKm);
	const turn = ((other.lon - one.lon + 540) % 360) - 180;
	const lon = ((one.lon + turn * share + 540) % 360) - 180;
	return { lat: Math.round((one.lat + (other.lat - one.lat) * share) * 1000) / 1000, lon: Math.round(lon * 1000) / 1000 };
}

const bearings: Readonly<Record<string, number>> = {
	north: 0,
	northeast: 45,
	east: 90,
	southeast: 135,
	south: 180,
	southwest: 225,
	west: 270,
	northwest: 315,
};

/** Degrees from north over east of "south-west", "South West"; undefined for other words. */
export function bearingOf(direction: string): number | undefined {
	return bearings[direction.toLowerCase().replace(/[-\s]/g, '')];
}
