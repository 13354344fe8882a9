import { z } from 'zod';
import type { Suggestion } from '../exercises/exercise.js';
import { parseName } from '../gazetteer/names.js';
import { seriesList } from '../gazetteer/series.js';
import type { Library } from '../library.js';

/**
 * What a channel wants to be told of. Its `name` is shown, and finds an exercise whose id has changed or is not there
 * yet.
 */
export const topicSchema = z.strictObject({
	kind: z.enum(['exercise', 'series', 'place']),
	id: z.string().min(1),
	/** At most what a choice may show. */
	name: z.string().min(1).max(100),
});
export type Topic = z.output<typeof topicSchema>;

/** What a typed topic means. */
export type TopicFound =
	/** `isKnown` is false for an edition of which no document speaks yet. */
	{ readonly topic: Topic; readonly isKnown: boolean } | { readonly topic: null; readonly near: readonly Suggestion[] };

const separator = ':';

/** A topic as the value of a choice. */
export function topicKey({ kind, id }: Topic): string {
	return `${kind}${separator}${id}`;
}

/**
 * The topic of a choice's value or of a typed name: an edition where its year is typed, else the series, else a place
 * or country.
 */
export async function topicOf(library: Library, typed: string): Promise<TopicFound> {
	const chosen = await chosenTopic(library, typed);
	if (chosen) return { topic: chosen, isKnown: true };
	const { year } = parseName(typed);
	const series = year === null ? seriesList.seriesOf(typed) : null;
	if (series) return { topic: { kind: 'series', id: series.id, name: series.name }, isKnown: true };
	const { match, exercise, suggestions } = await library.resolve(typed);
	if (exercise && match !== 'fuzzy') return { topic: exerciseTopic(exercise), isKnown: true };
	const place = await library.place(typed);
	if (place) return { topic: { kind: 'place', id: place.id, name: place.name }, isKnown: true };
	const name = typed.replace(/\s+/g, ' ').trim();
	if (year !== null && name.length <= 100) return { topic: { kind: 'exercise', id: name, name }, isKnown: false };
	return { topic: null, near: exercise ? [exercise] : suggestions };
}

async function chosenTopic(library: Library, value: string): Promise<Topic | undefined> {
	const [kind, ...rest] = value.split(separator);
	const id = rest.join(separator);
	if (kind === 'exercise') {
		const exercise = await library.exercise(id);
		return exercise && exerciseTopic(exercise);
	}
	const named = kind === 'series' ? seriesList.series(id) : kind === 'place' ? await library.place(id) : undefined;
	return named && { kind: kind === 'series' ? 'series' : 'place', id: named.id, name: named.name.slice(0, 100) };
}

function exerciseTopic({ id, name }: Suggestion): Topic {
	return { kind: 'exercise', id, name: name.slice(0, 100) };
}

/** Topics for what is being typed: exercises of the documents with their series, then places. */
export async function suggestTopics(library: Library, typed: string, limit: number): Promise<Topic[]> {
	const exercises = (await library.suggest(typed, limit)).map(exerciseTopic);
	const found = await Promise.all(exercises.map(({ id }) => library.exercise(id)));
	const ids = new Set(found.flatMap((exercise) => exercise?.series ?? []));
	const series = [...ids].flatMap((id) => seriesList.series(id) ?? []).map(({ id, name }): Topic => ({ kind: 'series', id, name }));
	const places = (await library.places(typed, limit)).map(({ place }): Topic => ({ kind: 'place', id: place.id, name: place.name }));
	const share = Math.ceil(limit / 3);
	return [...series.slice(0, share), ...exercises.slice(0, share), ...places].slice(0, limit);
}
