import { sentencesNaming } from '../answers/from-catalogue/exercises-at.js';
import { type Document, sentenceAt, type TextKind } from '../corpus/document.js';
import { Quote } from '../corpus/quote.js';
import type { Claim, Exercise } from '../exercises/exercise.js';
import { contains, type Place } from '../gazetteer/gazetteer.js';
import type { Library } from '../library.js';
import type { Span } from '../text/span.js';
import type { Topic } from './topic.js';

/** Where a document speaks of a topic. */
export interface Spoken {
	readonly document: Document;
	readonly quote: Quote;
	/** The words that name it, or put the exercise there. */
	readonly highlight: Span;
	readonly kind: TextKind;
	readonly exercise: string | null;
}

/**
 * Of each of some documents the sentence that speaks of a topic, where one does: the earliest, in the article's own
 * words where they do.
 */
export async function spokenIn(library: Library, topic: Topic, documents: readonly Document[]): Promise<Spoken[]> {
	const byDocument = new Map<string, Spoken[]>();
	const known = new Map(documents.map((document) => [document.id, document] as const));
	for (const { exercise, claims } of await claimsOn(library, topic, documents)) {
		for (const { quote, span } of claims) {
			const document = known.get(quote.documentId);
			if (!document) continue;
			const kind = sentenceAt(document, span.start)?.kind ?? 'prose';
			const spoken = { document, quote, highlight: span, kind, exercise: exercise.id };
			byDocument.set(document.id, [...(byDocument.get(document.id) ?? []), spoken]);
		}
	}
	const place = topic.kind === 'place' ? await library.place(topic.id) : undefined;
	return documents.flatMap((document) => {
		const [first] = (byDocument.get(document.id) ?? naming(document, place)).toSorted(earliestProse);
		return first ? [first] : [];
	});
}

/** The exercises that a topic means, and some documents tell of, each with the claims that say so, those of one field before the next. */
async function claimsOn(
	library: Library,
	topic: Topic,
	documents: readonly Document[],
): Promise<{ exercise: Exercise; claims: readonly Claim[] }[]> {
	if (topic.kind === 'exercise') {
		const resolved = await library.resolve(topic.name);
		const exercise = (await library.exercise(topic.id)) ?? (resolved.match === 'fuzzy' ? null : resolved.exercise);
		return exercise ? [{ exercise, claims: tellingOf(exercise) }] : [];
	}
	const told = { documents: documents.map(({ file }) => file) };
	if (topic.kind === 'series') {
		return (await library.exercises({ ...told, series: topic.id })).map((exercise) => ({ exercise, claims: tellingOf(exercise) }));
	}
	const place = await library.place(topic.id);
	if (!place) return [];
	const there = new Set([place.id, ...(await placesAt(library, place))]);
	const exercises = await library.exercises(told);
	return exercises.map((exercise) => ({ exercise, claims: claimsAt(exercise, place, there) })).filter(({ claims }) => claims.length > 0);
}

/** Its names; for one that no document names, what says when and where it is. */
function tellingOf({ names, status, dates, locations }: Exercise): readonly Claim[] {
	return names.length > 0 ? names : [...status, ...dates, ...locations];
}

async function placesAt(library: Library, place: Place): Promise<string[]> {
	const places = await library.places();
	return places.filter((summary) => contains(place, summary.place, { widely: false })).map((summary) => summary.place.id);
}

/** An exercise is at a place, or it is a country's where that takes part, watches or organises. */
function claimsAt({ locations, participants, observers, organiser }: Exercise, place: Place, there: ReadonlySet<string>): Claim[] {
	const at = locations.filter(({ placeId }) => placeId !== null && there.has(placeId));
	if (place.kind !== 'country') return at;
	return [...participants, ...organiser, ...observers].filter(({ value }) => value === place.name).concat(at);
}

/** Sentences that name a sea, strait or port; a country is named in passing too often. */
function naming(document: Document, place: Place | undefined): Spoken[] {
	if (!place || place.kind === 'country') return [];
	return sentencesNaming(document, { start: 0, end: document.text.length }, place).map((sentence) => {
		const quote = Quote.of(document, sentence);
		return { document, quote, highlight: { start: sentence.start, end: sentence.start }, kind: 'prose' as const, exercise: null };
	});
}

function earliestProse(one: Spoken, other: Spoken): number {
	const [a, b] = [one.kind === 'prose' ? 0 : 1, other.kind === 'prose' ? 0 : 1];
	return a - b || one.highlight.start - other.highlight.start;
}
