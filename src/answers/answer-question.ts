import { Quote } from '../corpus/quote.js';
import type { Library } from '../library.js';
import type { Answer } from './answer.js';
import { candidatesFor } from './candidates.js';
import { claimsByDocument } from './claims.js';
import { readSentence, type SentenceRead } from './evidence.js';
import { exercisesNamed } from './exercise-focus.js';
import { plainQuestion, type Question, readQuestion } from './question.js';
import { type Lack, lackOf } from './refuse.js';
import { tuning } from './tuning.js';
import { weighUnits } from './weighing.js';

/** What a question leans on: the exercise in focus and the question before. */
export interface QuestionContext {
	readonly exercise?: string;
	readonly previous?: string;
}

export interface Explained {
	readonly question: Question;
	readonly ranked: readonly { readonly evidence: SentenceRead; readonly lacks: Lack | null }[];
}

export async function explainQuestion(library: Library, typed: string): Promise<Explained> {
	const text = plainQuestion(typed);
	const { candidates, documents } = await candidatesFor(library, text);
	const question = readQuestion(text, exercisesNamed(text, documents));
	const catalogue = await library.exercises();
	const inquiry = {
		question,
		units: weighUnits(question, candidates),
		claims: claimsByDocument(catalogue),
		exercises: await exercisesOf(library, question),
	};
	const ranked = candidates
		.map((candidate) => readSentence(inquiry, candidate))
		.map((evidence) => ({ evidence, lacks: lackOf(question, evidence) }))
		.sort((a, b) => Number(a.lacks !== null) - Number(b.lacks !== null) || b.evidence.score - a.evidence.score);
	return { question, ranked };
}

/** Ids of the exercises that a question names. */
async function exercisesOf(library: Library, question: Question): Promise<ReadonlySet<string>> {
	const ids = new Set<string>();
	for (const { kind, text } of question.units) {
		if (kind !== 'exercise') continue;
		const { exercise } = await library.resolve(text);
		if (exercise) ids.add(exercise.id);
	}
	return ids;
}

export async function answerQuestion(library: Library, typed: string, _context: QuestionContext = {}): Promise<Answer> {
	const { question, ranked } = await explainQuestion(library, typed);
	const good = ranked.filter(({ lacks }) => lacks === null);
	const chosen = (good.length > 0 ? good : ranked).slice(0, 3);
	const best = good[0];
	const confidence = best ? 1 / (1 + Math.exp(-tuning.confidence.slope * (best.evidence.score - tuning.confidence.middle))) : 0;
	return {
		question: question.text,
		answered: good.length > 0,
		confidence,
		answer: null,
		evidence: chosen.map(({ evidence }) => ({
			quote: Quote.of(evidence.view.document, evidence.view),
			highlights: evidence.answers ?? [],
			kind: evidence.view.kind,
		})),
		exercise: null,
		reason: good.length > 0 ? null : { why: 'nothing' },
	};
}
