import type { DateClaim, Exercise } from './exercise.js';

/**
 * What of every exercise is at hand at once, so that lists of them need no more: what it is called, who takes part, where and when it
 * is, and how it stands. An `Exercise` has it.
 */
export interface ExerciseEntry
	extends Pick<Exercise, 'id' | 'name' | 'named' | 'series' | 'year' | 'kind' | 'documents'> {
	/** Every printed form. */
	readonly names: readonly { readonly text: string }[];
	readonly participants: readonly { readonly value: string }[];
	readonly organiser: readonly { readonly value: string }[];
	readonly locations: readonly { readonly placeId: string | null }[];
	readonly dates: readonly Pick<DateClaim, 'from' | 'to' | 'precision'>[];
	/** `Status`es. */
	readonly status: readonly { readonly value: string }[];
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
