import type { Document } from '../../corpus/document.js';
import { Quote } from '../../corpus/quote.js';
import type { Exercise, PlaceClaim } from '../../exercises/exercise.js';
import { contains, type Place } from '../../gazetteer/gazetteer.js';
import { findPlaces } from '../../gazetteer/place-mentions.js';
import type { Library } from '../../library.js';
import type { Span } from '../../text/span.js';
import { speaksOf } from '../guards/exercise.js';

/** What the documents say of a place. */
export interface PlaceFinding {
	readonly place: Place;
	/** It was asked for all that lies in it, and not only for what is said to be there. */
	readonly widely: boolean;
	/** The exercises there, each with the claims that put it there; those at the place itself before those in a part of it. */
	readonly exercises: readonly { readonly exercise: Exercise; readonly claims: readonly PlaceClaim[] }[];
	/** Sentences of articles that name the place and put no exercise there, each with those that it speaks of by the catalogue. */
	readonly passages: readonly { readonly quote: Quote; readonly exercises: readonly Exercise[] }[];
}

/** How a question asks for all that lies in an ocean or a continent, and not only for what is said to be in it. */
const widely = /^(?:anywhere in|all (?:of|over)|(?:the )?(?:wider|whole|entire|greater))\s+/i;
const passagesSearched = 30;
const passagesShown = 5;

/**
 * The exercises at a typed place; undefined when it is no place that the gazetteer knows.
 * A sea holds its gulfs and ports; an ocean or a continent holds its seas and countries only when asked widely ("anywhere in the Pacific").
 */
export async function exercisesAt(library: Library, typed: string): Promise<PlaceFinding | undefined> {
	const wide = widely.test(typed);
	const place = await library.place(typed.replace(widely, '').replace(/^the\s+/i, ''));
	if (!place) return undefined;
	const spokenOf = (await library.places()).map((summary) => summary.place);
	const there = spokenOf.filter((other) => other.id === place.id || contains(place, other, { widely: wide }));
	const places = new Set(there.map(({ id }) => id));
	const isThere = ({ placeId }: PlaceClaim) => placeId !== null && places.has(placeId);
	const exercises = (await library.exercises({ places }))
		.map((exercise) => ({ exercise, claims: exercise.locations.filter(isThere) }))
		.filter(({ claims }) => claims.length > 0)
		.sort((a, b) => directness(b.claims, place) - directness(a.claims, place) || (b.exercise.year ?? 0) - (a.exercise.year ?? 0));
	const claims = exercises.flatMap((there) => there.claims);
	return { place, widely: wide, exercises, passages: await withExercises(library, await passagesNaming(library, place, claims)) };
}

function directness(claims: readonly PlaceClaim[], place: Place): number {
	return claims.filter(({ placeId }) => placeId === place.id).length > 0 ? 1 : 0;
}

/** Prose sentences that name the place and hold none of the claims. */
async function passagesNaming(library: Library, place: Place, claims: readonly PlaceClaim[]): Promise<Quote[]> {
	const quotes = new Map<string, Quote>();
	for (const { passage } of await library.search([place.name, ...place.aliases].join(' '), passagesSearched)) {
		const document = await library.document(passage.documentId);
		for (const sentence of document ? sentencesNaming(document, passage, place) : []) {
			const claimed = claims.some(
				({ quote, span }) => quote.documentId === document?.id && span.start >= sentence.start && span.end <= sentence.end,
			);
			if (document && !claimed) quotes.set(`${document.id} ${sentence.start}`, Quote.of(document, sentence));
		}
		if (quotes.size >= passagesShown) break;
	}
	return [...quotes.values()].slice(0, passagesShown);
}

async function withExercises(library: Library, quotes: readonly Quote[]): Promise<PlaceFinding['passages']> {
	if (quotes.length === 0) return [];
	const catalogue = await library.exercises({ documents: [...new Set(quotes.map(({ document }) => document))] });
	return quotes.map((quote) => ({ quote, exercises: catalogue.filter((exercise) => speaksOf(exercise, quote)) }));
}

/** Sentences of an article, inside a span of it, that name a place. */
export function sentencesNaming(document: Document, { start, end }: Span, place: Place): Span[] {
	const sentences = document.paragraphs
		.filter((paragraph) => paragraph.start < end && paragraph.end > start)
		.flatMap((paragraph) => paragraph.sentences);
	return sentences.filter(
		(sentence) =>
			sentence.kind === 'prose' &&
			sentence.start >= start &&
			sentence.end <= end &&
			findPlaces(document.text, sentence).some((mention) => mention.place.id === place.id && mention.how === 'name'),
	);
}
