import { Quote } from '../corpus/quote.js';
import type { Exercise } from '../exercises/exercise.js';
import type { Library } from '../library.js';
import { termOf } from '../text/analyse.js';
import type { Answer } from './answer.js';
import { candidatesFor, withExercises } from './candidates.js';
import { claimsAsked, claimsByDocument, claimsIn, disputesAsked } from './claims.js';
import { readSentence, type SentenceRead } from './evidence.js';
import { exercisesNamed, lastNamed, type NamedExercise } from './exercise-focus.js';
import { inFull, leansOnContext, type QuestionContext } from './follow-up.js';
import { highlightsOf } from './highlight.js';
import { mended, plainQuestion, type Question, readQuestion } from './question.js';
import { correctFieldWords } from './question-words.js';
import { reasonFor } from './reasons.js';
import { type Chosen, chooseQuotes, type Dispute } from './selection.js';
import { tuning } from './tuning.js';
import { isSaid, weighUnits } from './weighing.js';

/** How a question was read and its sentences judged, the ones that may answer first. */
export interface Explanation {
	readonly question: Question;
	readonly sentences: readonly SentenceRead[];
	/** Ids of the exercises that the question names. */
	readonly exercises: ReadonlySet<string>;
	/** What the documents contradict each other on, of what is asked. */
	readonly disputes: readonly Dispute[];
}

/** Reads a question and judges every sentence that the search finds for it: what `answerQuestion` decides on. */
export async function explainQuestion(library: Library, typed: string, context: QuestionContext = {}): Promise<Explanation> {
	const text = plainQuestion(typed);
	const alone = await inquire(library, text, null);
	const followsUp = (context.exercise !== undefined || context.previous !== undefined) && leansOnContext(alone.question);
	if (!followsUp) return alone;
	const full = await inFull(library, text, context);
	return inquire(library, full.text, full.exercise);
}

async function inquire(library: Library, asTyped: string, inFocus: NamedExercise | null): Promise<Explanation> {
	const found = await candidatesFor(library, asTyped);
	const text = correctFieldWords(asTyped, (word) => isSaid(termOf(word), found.candidates));
	const named = [...(inFocus ? [inFocus] : []), ...exercisesNamed(text, found.documents)];
	const typed = readQuestion(text, named);
	const exercises = await exercisesOf(library, typed);
	const candidates = named.length === 0 ? found.candidates : await withExercises(library, found, named, claimsAsked(typed, exercises));
	const units = weighUnits(typed, candidates);
	const question = mended(
		typed,
		units.map(({ unit }) => unit),
	);
	const inquiry = {
		question,
		units,
		countries: asksForParties(question) ? null : new Set(question.units.flatMap(({ kind, ids }) => (kind === 'country' ? ids : []))),
		claims: claimsByDocument(await library.exercises()),
		exercises: new Set(exercises.map(({ id }) => id)),
	};
	const sentences = candidates
		.map((candidate) => readSentence(inquiry, candidate))
		.sort((a, b) => Number(a.lack !== null) - Number(b.lack !== null) || b.score - a.score);
	return { question, sentences, exercises: inquiry.exercises, disputes: disputesAsked(question, exercises) };
}

/** Who, and which countries. */
function asksForParties({ kind, sort }: Question): boolean {
	return kind === 'who' || sort === 'country';
}

/**
 * Answers a question with one to three quotes, best first, or says why the documents do not answer it.
 * @param typed as a member typed it; what stands beyond `longestQuestion` is not read
 */
export async function answerQuestion(library: Library, typed: string, context: QuestionContext = {}): Promise<Answer> {
	const { question, sentences, exercises, disputes } = await explainQuestion(library, typed, context);
	const eligible = sentences.filter(({ lack }) => lack === null);
	const chosen = chooseQuotes(question, eligible, disputes);
	const [best] = chosen;
	if (!best) {
		const nearest = chooseQuotes(
			question,
			sentences.filter(({ features }) => (features['coverage'] ?? 0) >= tuning.nearby),
		);
		return {
			question: question.text,
			answered: false,
			confidence: 0,
			answer: null,
			evidence: nearest.map((one) => ({ ...shown(question, one), highlights: [] })),
			exercise: onlyOne(exercises),
			reason: await reasonFor(library, question, sentences),
		};
	}
	const evidence = chosen.map((one) => shown(question, one));
	const { middle, slope } = tuning.confidence;
	return {
		question: question.text,
		answered: true,
		confidence: 1 / (1 + Math.exp(-slope * (best.read.score - middle))),
		answer: answeringWords(chosen, evidence),
		evidence,
		exercise: onlyOne(exercises) ?? (await toldOf(library, best.read)),
		reason: null,
	};
}

function shown(question: Question, { read, side }: Chosen): Answer['evidence'][number] {
	const { document, kind } = read.view;
	return { quote: Quote.of(document, read.view), highlights: highlightsOf(question, read), kind, ...(side === undefined ? {} : { side }) };
}

/** The marked words of the first quote that has any. */
function answeringWords(chosen: readonly Chosen[], evidence: Answer['evidence']): string | null {
	const at = evidence.findIndex(({ highlights }) => highlights.length > 0);
	const text = chosen[at]?.read.view.document.text ?? '';
	const words = evidence[at]?.highlights.map(({ start, end }) => text.slice(start, end)) ?? [];
	return words.length > 0 ? words.join('; ').replace(/\s+/g, ' ') : null;
}

/** The exercises that a question names. */
async function exercisesOf(library: Library, question: Question): Promise<Exercise[]> {
	const exercises: Exercise[] = [];
	for (const { kind, text } of question.units) {
		if (kind !== 'exercise') continue;
		const { exercise } = await library.resolve(text);
		if (exercise) exercises.push(exercise);
	}
	return exercises;
}

/** The one exercise that a sentence speaks of, by the catalogue or by the name it leans on, so that the next question may lean on it. */
async function toldOf(library: Library, { view }: SentenceRead): Promise<string | null> {
	const claims = claimsIn(view, claimsByDocument(await library.exercises()));
	if (claims.length > 0) return onlyOne(new Set(claims.map(({ exercise }) => exercise)));
	const [name] = view.names.length > 0 ? view.names : view.leaning ? [lastNamed(view.document, view)] : [];
	if (!name || view.names.some((other) => other.key !== name.key)) return null;
	const { exercise } = await library.resolve(view.document.text.slice(name.start, name.end));
	return exercise?.id ?? null;
}

function onlyOne(ids: ReadonlySet<string>): string | null {
	const [id] = ids;
	return ids.size === 1 && id !== undefined ? id : null;
}
