import type { Document } from '../corpus/document.js';
import type { Library } from '../library.js';
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
