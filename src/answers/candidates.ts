import type { Document, Section } from '../corpus/document.js';
import type { Claim } from '../exercises/exercise.js';
import type { Library } from '../library.js';
import { editionShare, mainExercise, type NamedExercise } from './exercise-focus.js';
import { type SentenceView, viewsIn } from './sentence-view.js';

/** A sentence that may answer, and how well the search liked its passage, 0 to 1. */
export interface Candidate {
	readonly view: SentenceView;
	readonly rank: number;
}

const passagesRead = 50;

/** What the search finds for a question: its sentences and their documents. */
export interface Found {
	readonly candidates: readonly Candidate[];
	readonly documents: ReadonlySet<Document>;
}

/** The sentences of the passages that the search finds for a question. */
export async function candidatesFor(library: Library, text: string): Promise<Found> {
	const hits = await library.search(text, passagesRead);
	const top = hits[0]?.score ?? 1;
	const ranks = new Map<SentenceView, number>();
	const documents = new Set<Document>();
	for (const { passage, score } of hits) {
		const document = await library.document(passage.documentId);
		if (!document) continue;
		documents.add(document);
		for (const view of viewsIn(document, passage)) ranks.set(view, Math.max(ranks.get(view) ?? 0, score / top));
	}
	return { candidates: [...ranks].map(([view, rank]) => ({ view, rank })), documents };
}

const articlesRead = 4;
const sentencesRead = 40;

/**
 * Those candidates, and the sentences that tell of an exercise without naming it: the articles that are mainly about one the question names,
 * and what the catalogue has read of it for what is asked.
 */
export async function withExercises(
	library: Library,
	found: Found,
	exercises: readonly NamedExercise[],
	claims: readonly Claim[],
): Promise<Candidate[]> {
	const ranks = new Map(found.candidates.map(({ view, rank }) => [view, rank] as const));
	const add = (views: readonly SentenceView[]) => {
		for (const view of views) if (!ranks.has(view)) ranks.set(view, 0);
	};
	const about = [...found.documents].flatMap((document) =>
		document.sections
			.filter((section) => exercises.some((exercise) => isMainly(document, section, exercise)))
			.map((section) => ({ document, section })),
	);
	for (const { document, section } of about.slice(0, articlesRead)) add(viewsIn(document, section).slice(0, sentencesRead));
	for (const { quote } of claims.slice(0, sentencesRead)) {
		const document = await library.document(quote.documentId);
		if (document) add(viewsIn(document, quote));
	}
	return [...ranks].map(([view, rank]) => ({ view, rank }));
}

function isMainly(document: Document, section: Section, exercise: NamedExercise): boolean {
	const main = mainExercise(document, section);
	return main?.mentions.some((mention) => editionShare({ ...exercise, year: null }, mention, document) > 0) ?? false;
}
