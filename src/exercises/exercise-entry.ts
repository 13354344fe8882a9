import type { Exercise } from './exercise.js';

/**
 * What of every exercise is at hand at once: what it is called, who takes part, and where. An `Exercise` has it.
 */
export interface ExerciseEntry
	extends Pick<Exercise, 'id' | 'name' | 'named' | 'series' | 'year' | 'kind' | 'documents'> {
	/** Every printed form. */
	readonly names: readonly { readonly text: string }[];
	readonly participants: readonly { readonly value: string }[];
	readonly locations: readonly { readonly placeId: string | null }[];
}

/** Which exercises are meant: those that fit all that is given. */
export interface ExerciseFilter {
	/** Files, of which one or more tell of it. */
	readonly documents?: readonly string[];
	readonly series?: string;
	/** A country that takes part. */
	readonly country?: string;
	/** Ids of places: at one of them. */
	readonly places?: ReadonlySet<string>;
}

export function fitting<Entry extends ExerciseEntry>(
	entries: readonly Entry[],
	filter: ExerciseFilter,
): readonly Entry[] {
	const { documents, series, country, places } = filter;
	if (!documents && series === undefined && country === undefined && !places) return entries;
	const files = documents && new Set(documents);
	return entries.filter(
		(entry) =>
			(series === undefined || entry.series === series) &&
			(!files || entry.documents.some((file) => files.has(file))) &&
			(country === undefined || entry.participants.some(({ value }) => value === country)) &&
			(!places || entry.locations.some(({ placeId }) => placeId !== null && places.has(placeId))),
	);
}
