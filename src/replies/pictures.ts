import type { TimelineEntry } from '../answers/from-catalogue/timeline.js';
import type { Exercise, PlaceClaim } from '../exercises/exercise.js';
import type { Place } from '../gazetteer/gazetteer.js';
import type { MapPicture, MapPlace, PlaceKind, TimelinePicture } from '../pictures/inputs.js';
import { cutEnd } from './cut.js';
import { oneLine } from './markdown.js';
import { otherNames, type PlaceContent, WIDE } from './place.js';
import { lanesByCountry } from './timeline-lanes.js';
import type { Words } from './words.js';

const NAME = 80;

/** Gazetteer places by id: what a claim does not say of its place (radius, other names, country codes). */
export type Places = ReadonlyMap<string, Place>;

/** Where an exercise takes place, and where its related ones do. */
export function mapOf(exercise: Exercise, related: readonly Exercise[], places: Places, words: Words): MapPicture | null {
	const main = mapPlaces(exercise.locations, places, kindOf(exercise));
	const seen = new Set(main.map(({ name }) => name));
	const others = related.flatMap((other) =>
		mapPlaces(other.locations, places, other.kind === 'patrol' ? 'patrol' : 'related').map((place) => ({
			...place,
			note: short(other.name),
		})),
	);
	if (main.length === 0) return null;
	return {
		title: short(exercise.name),
		places: [...main, ...others.filter(({ name }) => !seen.has(name))],
		countries: countriesOf([exercise], places),
		words: words.picture,
	};
}

/** The exercises at a place and in it. */
export function placeMapOf({ found, places }: PlaceContent, words: Words): MapPicture | null {
	const { place, exercises: there } = found;
	const shown = there.flatMap(({ exercise, claims }) =>
		mapPlaces(claims, places, kindOf(exercise)).map((spot) => ({ ...spot, note: short(exercise.name) })),
	);
	if (shown.length === 0) return null;
	const exercises = there.map(({ exercise }) => exercise);
	return {
		title: short(place.name),
		places: together(shown),
		countries: countriesOf(exercises, places),
		words: words.picture,
	};
}

/** Exercises on a line of time, a lane for the countries that take part; headed by what it is narrowed to, else by its years. */
export function timelinePictureOf(entries: readonly TimelineEntry[], scope: readonly string[], words: Words): TimelinePicture | null {
	const dated = entries.flatMap((entry) => (entry.from === null ? [] : [{ ...entry, from: entry.from }]));
	if (dated.length === 0) return null;
	const { lanes, laneOf } = lanesByCountry(
		dated.map(({ exercise }) => exercise),
		words,
	);
	return {
		title: scope.join(' · ') || yearsOf(dated),
		lanes,
		entries: dated.map(({ exercise, from, to, precision, basis }) => ({
			name: short(exercise.name),
			...(exercise.locations[0] ? { note: short(exercise.locations[0].value) } : {}),
			lane: laneOf(exercise),
			from,
			to: to ?? from,
			precision: precision === 'day' || precision === 'part' || precision === 'month' ? precision : ('year' as const),
			yearGuessed: basis === 'inferred',
		})),
		undated: entries.flatMap(({ exercise, from }) => (from ? [] : [short(exercise.name)])),
		words: words.picture,
	};
}

function yearsOf(entries: readonly { readonly from: string; readonly to: string | null }[]): string {
	const first = entries.map(({ from }) => from.slice(0, 4)).sort()[0] ?? '';
	const last =
		entries
			.map(({ from, to }) => (to ?? from).slice(0, 4))
			.sort()
			.at(-1) ?? '';
	return first === last ? first : `${first}–${last}`;
}

function mapPlaces(claims: readonly PlaceClaim[], places: Places, kind: PlaceKind): MapPlace[] {
	const byPlace = new Map<string, MapPlace>();
	for (const { placeId, value, lat, lon } of claims) {
		if (lat === null || lon === null || byPlace.has(placeId ?? value)) continue;
		const place = placeId ? places.get(placeId) : undefined;
		byPlace.set(placeId ?? value, {
			name: short(value),
			otherNames: place ? otherNames(place, claims) : [],
			lat,
			lon,
			radiusKm: place?.radiusKm ?? 0,
			kind,
			isWide: place !== undefined && WIDE.has(place.kind),
		});
	}
	return [...byPlace.values()];
}

/** One spot a place, with the notes of all that happens there. */
function together(spots: readonly MapPlace[]): MapPlace[] {
	const byName = new Map<string, MapPlace>();
	for (const spot of spots) {
		const known = byName.get(spot.name);
		byName.set(spot.name, known ? { ...known, note: short([known.note, spot.note].filter(Boolean).join(', ')) } : spot);
	}
	return [...byName.values()];
}

function kindOf({ kind }: Exercise): PlaceKind {
	return kind === 'patrol' ? 'patrol' : 'main';
}

function countriesOf(exercises: readonly Exercise[], places: Places): string[] {
	const names = new Set(exercises.flatMap(({ participants }) => participants.map(({ value }) => value)));
	return [...places.values()].flatMap(({ iso, name }) => (iso && names.has(name) ? [iso] : []));
}

function short(text: string): string {
	return cutEnd(oneLine(text), NAME);
}
