import { claimsIn, type Exercise } from '../exercises/exercise.js';
import { namesOf } from '../exercises/name-mentions.js';
import type { Library } from '../library.js';
import type { Answer, Reason } from './answer.js';
import { keywordsAsQuestion } from './company.js';
import { documentsSaying } from './documents-saying.js';
import { answeringWords, chosenFrom, evidenceOf } from './evidence.js';
import { questionTerms, thresholds } from './features.js';
import { inFull, leansOnContext, type QuestionContext } from './follow-up.js';
import { exercisesToldIn } from './guards/exercise.js';
import { areOwnWords } from './guards/whose-words.js';
import { type Judged, judgeSentences } from './judge.js';
import { isOfAnotherLanguage } from './language.js';
import { exercisesNamed, type NamedExercise } from './named-exercises.js';
import { asksForDocuments, partsOf, plainQuestion } from './question.js';
import { nearTo, reasonFor } from './reasons.js';
import { lineOfMention, namesIn } from './sentence-facts.js';
import { smallTalkIn } from './small-talk.js';

/** How a question was read, and the sentences that may answer it, likeliest first. */
export interface Explanation {
	readonly question: string;
	readonly asked: readonly NamedExercise[];
	/** And what only looks like the name of one. */
	readonly named: readonly NamedExercise[];
	readonly judged: readonly Judged[];
}

/** Reads a question and judges the sentences that the search finds for it: what `answerQuestion` decides on. */
export async function explainQuestion(library: Library, typed: string, context: QuestionContext = {}): Promise<Explanation> {
	const entries = await library.entries();
	let question = plainQuestion(typed);
	const hasContext = context.exercise !== undefined || context.previous !== undefined;
	if (hasContext && leansOnContext(question, exercisesNamed(question, entries))) question = await inFull(library, question, context);
	question = keywordsAsQuestion(question);
	const named = exercisesNamed(question, entries);
	const asked = await knownOrNowhere(library, question, named);
	const isEmpty = questionTerms(question).length === 0;
	return { question, asked, named, judged: isEmpty ? [] : await judgeSentences(library, question, asked) };
}

/** Without what only looks like the name of an exercise: the documents say the words, and take them for no exercise. */
async function knownOrNowhere(library: Library, question: string, named: readonly NamedExercise[]): Promise<NamedExercise[]> {
	const kept: NamedExercise[] = [];
	for (const one of named) {
		if (one.lineIds.size > 0 || !(await isOnlySaid(library, question.slice(one.start, one.end), one.line))) kept.push(one);
	}
	return kept;
}

async function isOnlySaid(library: Library, name: string, line: string): Promise<boolean> {
	const hits = await library.search(name, 5);
	const found = await Promise.all(hits.map(({ passage }) => library.document(passage.documentId)));
	const saying = found.filter((document) => document?.text.toLowerCase().includes(name.toLowerCase()));
	const names = saying.flatMap((document) => (document ? namesOf(document) : []));
	return saying.length > 0 && !names.some((mention) => lineOfMention(mention) === line);
}

/**
 * Answers a question with one to three quotes, best first, or says why the documents do not answer it. Of two questions in one, both are
 * answered, in order; where one of them is not, the reason says which.
 * @param typed as a member typed it; what stands beyond `longestQuestion` is not read
 */
export async function answerQuestion(library: Library, typed: string, context: QuestionContext = {}): Promise<Answer> {
	const language = smallTalkIn(typed);
	if (language !== null) return unanswered(typed, { why: 'small talk', language });
	const [first = '', second] = partsOf(plainQuestion(typed));
	const answer = await answerOne(library, first, context);
	if (second === undefined) return answer;
	const exercise = answer.exercise ?? context.exercise;
	const next = await answerOne(library, second, { previous: first, ...(exercise ? { exercise } : {}) });
	return joined(plainQuestion(typed), answer, next);
}

/** Two answers as one. */
function joined(question: string, one: Answer, other: Answer): Answer {
	if (!one.answered && !other.answered) return { ...one, question };
	if (!one.answered) return { ...other, question, reason: { why: 'in part', asked: one.question } };
	if (!other.answered) return { ...one, question, reason: { why: 'in part', asked: other.question } };
	const isNew = ({ quote }: Answer['evidence'][number]) =>
		!one.evidence.some((shown) => shown.quote.start === quote.start && shown.quote.documentId === quote.documentId);
	return {
		...one,
		question,
		confidence: Math.min(one.confidence, other.confidence),
		answer: [one.answer, other.answer].filter((words) => words !== null).join('; ') || null,
		evidence: [...one.evidence.slice(0, 2), ...other.evidence.filter(isNew)].slice(0, 3),
		exercise: one.exercise ?? other.exercise,
	};
}

function unanswered(question: string, reason: Reason, exercise: string | null = null, evidence: Answer['evidence'] = []): Answer {
	return { question, answered: false, confidence: 0, answer: null, evidence, exercise, reason };
}

async function answerOne(library: Library, typed: string, context: QuestionContext): Promise<Answer> {
	if (await isOfAnotherLanguage(library, plainQuestion(typed))) return inAnotherLanguage(library, typed);
	const { question, asked, named: looking, judged } = await explainQuestion(library, typed, context);
	const named = onlyOne(new Set(asked.flatMap(({ ids }) => [...ids])));
	if (asksForDocuments(question)) {
		const evidence = await documentsSaying(library, question, asked);
		if (evidence.length > 0)
			return { question: typed, answered: true, confidence: thresholds.answered, answer: null, evidence, exercise: named, reason: null };
	}
	const [best] = judged;
	if (!best || best.probability < thresholds.answered) {
		const nearest = nearTo(question, asked, judged).slice(0, 3);
		return unanswered(
			typed,
			await reasonFor(library, question, asked, judged),
			named,
			nearest.map((one) => ({ ...evidenceOf(question, asked, { judged: one }), highlights: [] })),
		);
	}
	const catalogue = await exercisesToldIn(
		library,
		judged.map(({ document }) => document),
	);
	const chosen = chosenFrom(judged, catalogue);
	const evidence = await Promise.all(
		chosen.map(async (one) => {
			const shown = evidenceOf(question, asked, one);
			return shown.highlights.length === 0 || (await areOwnWords(one.judged, question, looking)) ? shown : { ...shown, highlights: [] };
		}),
	);
	return {
		question: typed,
		answered: true,
		confidence: best.probability,
		answer: answeringWords(evidence),
		evidence,
		exercise: named ?? (await toldOf(library, catalogue, best)),
		reason: null,
	};
}

/** Offers the exercises that are named all the same: names are known in many languages. */
async function inAnotherLanguage(library: Library, typed: string): Promise<Answer> {
	const named = exercisesNamed(plainQuestion(typed), await library.entries());
	const ids = new Set(named.flatMap((one) => [...one.ids]));
	return unanswered(typed, { why: 'another language', exercises: [...ids] }, onlyOne(ids));
}

/** The one exercise that a sentence speaks of, so that the next question may lean on it. */
async function toldOf(library: Library, catalogue: readonly Exercise[], { document, sentence }: Judged): Promise<string | null> {
	const inside = ({ quote, span }: Exercise['names'][number]) =>
		quote.documentId === document.id && span.start >= sentence.start && span.end <= sentence.end;
	const claimed = catalogue.filter((exercise) => claimsIn(exercise).some(inside));
	if (claimed.length > 0) return onlyOne(new Set(claimed.map(({ id }) => id)));
	const [name, other] = namesIn(document, sentence);
	if (!name || other) return null;
	return (await library.resolve(document.text.slice(name.start, name.end))).exercise?.id ?? null;
}

function onlyOne(ids: ReadonlySet<string>): string | null {
	const [id] = ids;
	return ids.size === 1 && id !== undefined ? id : null;
}
