import { sectionAt } from '../corpus/document.js';
import { Quote } from '../corpus/quote.js';
import type { Library } from '../library.js';
import { termsOf } from '../text/analyse.js';
import type { Evidence } from './answer.js';
import { exercisesToldIn, focusOn } from './guards/exercise.js';
import { questionTerms } from './judging/features.js';
import type { NamedExercise } from './question/named-exercises.js';

const mostDocuments = 3;
const passagesSearched = 50;
/** Words that ask which documents speak of something, and say nothing of what. */
const asking = new Set(
	termsOf('document article source story file text report mention say speak talk cover describe discuss contain about name list any'),
);

/** One quote from each document that says all a question names: for "which documents mention …". */
export async function documentsSaying(library: Library, question: string, asked: readonly NamedExercise[]): Promise<Evidence[]> {
	const found = new Map<string, Evidence>();
	const terms = questionTerms(question).filter((term) => !asking.has(term));
	if (terms.length === 0) return [];
	const hits = await library.search(question, passagesSearched);
	const documents = await Promise.all(hits.map(({ passage }) => library.document(passage.documentId)));
	const catalogue = asked.length > 0 ? await exercisesToldIn(library, documents) : [];
	for (const [at, { passage }] of hits.entries()) {
		const document = documents[at];
		if (!document || found.has(document.id) || found.size === mostDocuments) continue;
		const sentences = document.paragraphs.filter(({ number }) => number === passage.paragraph).flatMap((paragraph) => paragraph.sentences);
		const saying = sentences.find((sentence) => {
			const section = sectionAt(document, sentence.start);
			if (asked.length > 0) return section !== undefined && focusOn(asked, catalogue, document, section, sentence) === 'named';
			const said = new Set(termsOf(document.text.slice(sentence.start, sentence.end)));
			return terms.every((term) => said.has(term));
		});
		if (saying) found.set(document.id, { quote: Quote.of(document, saying), highlights: [], kind: saying.kind });
	}
	return [...found.values()];
}
