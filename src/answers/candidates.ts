import type { Library } from '../library.js';
import type { Question } from './question.js';
import { type SentenceView, viewsIn } from './sentence-view.js';

/** A sentence that may answer, and how well the search liked its passage, 0 to 1. */
export interface Candidate {
	readonly view: SentenceView;
	readonly rank: number;
}

const passagesRead = 50;

/** The sentences of the passages that the search finds for a question. */
export async function candidatesFor(library: Library, question: Question): Promise<Candidate[]> {
	const hits = await library.search(question.text, passagesRead);
	const top = hits[0]?.score ?? 1;
	const candidates: Candidate[] = [];
	for (const { passage, score } of hits) {
		const document = await library.document(passage.documentId);
		if (!document) continue;
		for (const view of viewsIn(document, passage)) candidates.push({ view, rank: score / top });
	}
	return candidates;
}
