import type { ExerciseEntry } from './exercises/exercise-entry.js';
import { gazetteer } from './gazetteer/gazetteer.js';
import { suggestPlaces } from './gazetteer/place-search.js';
import type { PlaceSummary } from './library.js';
import { nameKey } from './text/name-words.js';

/** The places of exercises, those with the most exercises first. */
export function placesIn(entries: readonly ExerciseEntry[]): PlaceSummary[] {
	const exercisesAt = new Map<string, Set<string>>();
	for (const { id, locations } of entries) {
		for (const { placeId } of locations) if (placeId) exercisesAt.set(placeId, (exercisesAt.get(placeId) ?? new Set()).add(id));
	}
	return [...exercisesAt]
		.flatMap(([id, exercises]) => {
			const place = gazetteer.place(id);
			return place ? [{ place, exercises: [...exercises] }] : [];
		})
		.sort((a, b) => b.exercises.length - a.exercises.length || (a.place.name < b.place.name ? -1 : 1));
}

/** Those that a typed name means or begins, best first; all when nothing is typed. */
export function matchingPlaces(places: readonly PlaceSummary[], typed: string): PlaceSummary[] {
	if (typed.trim() === '') return [...places];
	const order = suggestPlaces(typed, Number.POSITIVE_INFINITY).map(({ id }) => id);
	const rank = new Map(order.map((id, index) => [id, index] as const));
	const begun = nameKey(typed);
	const rankOf = ({ place }: PlaceSummary) => rank.get(place.id) ?? (nameKey(place.name).startsWith(begun) ? rank.size : undefined);
	return places.filter((summary) => rankOf(summary) !== undefined).sort((a, b) => (rankOf(a) ?? 0) - (rankOf(b) ?? 0));
}
