import type { Answer } from '../answers/answer.js';
import type { Document } from '../corpus/document.js';
import type { Exercise, Resolution } from '../exercises/exercise.js';
import type { Place } from '../gazetteer/gazetteer.js';
import type { Library } from '../library.js';
import type { AnswerContent } from './answer.js';
import type { CardContent } from './card.js';
import { citedDocuments } from './citations.js';
import { quotesOf } from './claims.js';
import { exerciseKey, isHashed } from './custom-id.js';

/** The exercise that a button or a menu entry stands for, by its id or the key of a long one. */
export async function exerciseByKey(library: Library, key: string): Promise<Exercise | undefined> {
	if (!isHashed(key)) return library.exercise(key);
	const entry = (await library.entries()).find(({ id }) => exerciseKey(id) === key);
	return entry && library.exercise(entry.id);
}

/**
 * What a name means that somebody typed, or an id that autocomplete or a button gave. An exercise that no document names is offered, not
 * taken, for a name that is only like the words that describe it.
 */
export async function findExercise(library: Library, nameOrKey: string): Promise<Resolution> {
	const chosen = await exerciseByKey(library, nameOrKey);
	if (chosen) return { match: 'exact', exercise: chosen, suggestions: [], absentYear: null };
	const resolved = await library.resolve(nameOrKey);
	const { match, exercise } = resolved;
	return match === 'fuzzy' && exercise && !exercise.named
		? { match: 'none', exercise: null, suggestions: [exercise], absentYear: null }
		: resolved;
}

/** What a card shows beside its exercise: the documents, the related exercises, the other editions of its series. */
export async function cardContent(library: Library, exercise: Exercise): Promise<CardContent> {
	const editions = exercise.series === null ? [] : await library.exercises({ series: exercise.series });
	const related = await Promise.all(exercise.related.map(({ id }) => library.exercise(id)));
	const others = [...related, ...editions].flatMap((other) => (other && other.id !== exercise.id ? [[other.id, other] as const] : []));
	return { exercise, documents: await citedDocuments(library, quotesOf(exercise)), others: new Map(others) };
}

/** What an answer shows beside its quotes. */
export async function answerContent(library: Library, answer: Answer): Promise<AnswerContent> {
	const quotes = answer.evidence.map(({ quote }) => quote);
	return {
		answer,
		documents: await citedDocuments(library, quotes),
		exercise: answer.exercise ? await library.exercise(answer.exercise) : undefined,
		offered: await offeredExercises(library, answer),
	};
}

/** As many as a menu holds. */
const mostOffered = 25;

/** The exercises that a reason speaks of: the editions that there are, or those of the nearest names. */
async function offeredExercises(library: Library, { reason }: Answer): Promise<Exercise[]> {
	if (reason && 'exercises' in reason) return exercisesOf(library, reason.exercises);
	if (reason?.why === 'which exercise') {
		const some = await library.suggest('', mostOffered);
		return exercisesOf(
			library,
			some.map(({ id }) => id),
		);
	}
	if (reason?.why !== 'absent year' && reason?.why !== 'unknown exercise') return [];
	const names = reason.why === 'absent year' ? reason.editions : [reason.name];
	const resolved = await Promise.all(names.map((name) => library.resolve(name)));
	const ids = resolved.flatMap(({ exercise, suggestions }) => (exercise ? [exercise.id] : suggestions.map(({ id }) => id)));
	return exercisesOf(library, [...new Set(ids)]);
}

async function exercisesOf(library: Library, ids: readonly string[]): Promise<Exercise[]> {
	const found = await Promise.all(ids.map((id) => library.exercise(id)));
	return found.filter((exercise) => exercise !== undefined);
}

/** The exercises that a document speaks of. */
export async function exercisesIn(library: Library, { file }: Document): Promise<Exercise[]> {
	return [...(await library.exercises({ documents: [file] }))];
}

/** The gazetteer's entries of the places and countries that exercises speak of, by id: for maps. */
export async function placesOf(library: Library, exercises: readonly Exercise[]): Promise<Map<string, Place>> {
	const names = new Set(exercises.flatMap(({ locations, participants }) => [...locations, ...participants].map(({ value }) => value)));
	const places = await Promise.all([...names].map((name) => library.place(name)));
	return new Map(places.flatMap((place) => (place ? [[place.id, place]] : [])));
}
