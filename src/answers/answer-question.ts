import type { Claim, Exercise } from '../exercises/exercise.js';
import type { Library } from '../library.js';
import type { Answer, Evidence, Reason } from './answer.js';
import { documentsSaying } from './documents-saying.js';
import { answeringWords, chosenFrom, evidenceOf, withoutVerb, wordsMarked } from './evidence.js';
import { type Explanation, explainQuestion } from './explain-question.js';
import { oneOrTwo } from './from-catalogue/one-or-two.js';
import { numbersOf, plainAnswer } from './from-catalogue/plain-answer.js';
import { exerciseMeant, statedIn, toldByRecord, wordsOf } from './from-catalogue/record.js';
import { canAnswer } from './guards/clear-words.js';
import { exercisesToldIn, toldIn } from './guards/exercise.js';
import { mayAnswer } from './guards/may-answer.js';
import { type WordAsked, wordAsked } from './guards/who-says.js';
import { areOwnWords } from './guards/whose-words.js';
import { fieldSayingOtherwise } from './guards/yes-no.js';
import { focusShare, thresholds } from './judging/features.js';
import type { Judged } from './judging/judge.js';
import { namesIn, namesSeveral } from './judging/named-editions.js';
import { type AskedField, asksInGeneral, plainField } from './question/asked-field.js';
import { pointsAtAnother, type QuestionContext } from './question/follow-up.js';
import { isOfAnotherLanguage } from './question/language.js';
import { exercisesNamed, isPrinted } from './question/named-exercises.js';
import { asksForDocuments, kindAsked, partsOf, plainQuestion } from './question/question.js';
import { smallTalkIn, talkToTheBot } from './question/small-talk.js';
import { catalogueReason } from './unanswered/lists.js';
import { nearTo, reasonFor } from './unanswered/reasons.js';

/**
 * Answers a question with one to three quotes, best first, or says why the documents do not answer it. Of two or three
 * questions in one, all are answered, in order; where one of them is not, the reason says which.
 * @param typed as a member typed it; what stands beyond `longestQuestion` is not read
 */
export async function answerQuestion(library: Library, typed: string, context: QuestionContext = {}): Promise<Answer> {
	const plain = plainQuestion(typed);
	const talk = smallTalkIn(typed) ?? smallTalkIn(plain) ?? talkToTheBot(plain, await library.entries());
	if (talk) return unanswered(typed, { why: 'small talk', ...talk });
	if (!/[\p{L}\p{N}]/u.test(plain)) return unanswered(typed, { why: 'empty' });
	if (pointsAtAnother(plain)) return unanswered(typed, { why: 'which exercise' });
	const answers: Answer[] = [];
	for (const part of partsOf(plain)) {
		const before = answers.at(-1);
		const exercise = before?.exercise ?? context.exercise;
		const spoken = before ? { previous: before.question, ...(exercise ? { exercise } : {}) } : context;
		answers.push(await answerOne(library, part, spoken));
	}
	const [only, other] = answers;
	return only && !other ? { ...only, question: typed } : joined(typed, answers);
}

/** Several answers as one: of each its best quotes, so that all have their turn. */
function joined(question: string, answers: readonly Answer[]): Answer {
	const given = answers.filter(({ answered }) => answered);
	const [first] = given;
	if (!first) return { ...(answers[0] ?? unanswered(question, { why: 'empty' })), question };
	const share = Math.max(1, Math.ceil(mostQuotes / given.length));
	const evidence: Evidence[] = [];
	for (const one of [
		...given.flatMap((answer) => answer.evidence.slice(0, share)),
		...given.flatMap((answer) => answer.evidence),
	]) {
		if (evidence.length < mostQuotes && !evidence.some((shown) => isSameQuote(shown, one))) evidence.push(one);
	}
	const missed = answers.filter(({ answered }) => !answered).map((answer) => answer.question);
	const exercises = new Set(given.flatMap(({ exercise }) => exercise ?? []));
	return {
		question,
		answered: true,
		confidence: Math.min(...given.map(({ confidence }) => confidence)),
		answer: given.flatMap(({ answer }) => answer ?? []).join('; ') || null,
		evidence,
		exercise: onlyOne(exercises),
		reason: missed.length > 0 ? { why: 'in part', asked: missed.join('; ') } : null,
	};
}

const mostQuotes = 3;

function isSameQuote({ quote: one }: Evidence, { quote: other }: Evidence): boolean {
	return one.documentId === other.documentId && one.start === other.start;
}

function unanswered(
	question: string,
	reason: Reason,
	exercise: string | null = null,
	evidence: Answer['evidence'] = [],
): Answer {
	return { question, answered: false, confidence: 0, answer: null, evidence, exercise, reason };
}

async function answerOne(library: Library, typed: string, context: QuestionContext): Promise<Answer> {
	if (await isOfAnotherLanguage(library, typed)) return inAnotherLanguage(library, typed);
	const explained = await explainQuestion(library, typed, context);
	const { question, asked } = explained;
	const named = onlyOne(new Set(asked.flatMap(({ ids }) => [...ids])));
	if (asksForDocuments(question)) {
		const evidence = await documentsSaying(library, question, asked);
		if (evidence.length > 0) return answeredBy(typed, evidence, thresholds.answered, named);
	}
	const other = (await asOneOrTwo(library, typed, explained)) ?? (await catalogueReason(library, explained, context));
	if (other) return 'why' in other ? unanswered(typed, other) : other;
	const exercise = await exerciseMeant(library, asked);
	const word = wordAsked(question, asked);
	const answering = mayAnswer(explained, exercise, word);
	const [best] = answering;
	const denied = exercise ? await saidOtherwise(library, typed, explained, exercise, best) : null;
	if (denied) return denied;
	const isSure = word !== null || isAboutIt(explained, exercise, best);
	if (best && (isSure || best.probability >= thresholds.answered))
		return byTheReader(library, { typed, explained, named, exercise, word }, answering, best);
	// What no sentence surely answers the reader may have read into the record.
	const isKnown = exercise && asked.every((one) => isPrinted(question, one, exercise));
	const { told, near } = isKnown ? await plainAnswer(library, exercise, question, asked) : { told: [], near: [] };
	if (told.length > 0) return answeredBy(typed, told, thresholds.answered, named, answeringWords(told));
	const found = nearTo(question, asked, explained.judged).map((one) => evidenceOf(question, asked, { judged: one }));
	const nearest = [...near, ...found.filter((one) => !near.some((known) => isSameQuote(known, one)))].slice(
		0,
		mostQuotes,
	);
	return unanswered(typed, await reasonFor(library, question, asked, explained.judged), named, nearest.map(unmarked));
}

/** For "was it hosted by China" of what another country hosts: what the record says. Null where it says nothing else. */
async function saidOtherwise(
	library: Library,
	typed: string,
	{ question, asked }: Explanation,
	exercise: Exercise,
	best: Judged | undefined,
): Promise<Answer | null> {
	const field = kindAsked(question) === 'yes-no' ? fieldSayingOtherwise(question, asked, exercise) : null;
	if (field === null) return null;
	// Of a country that stays away, or only watches, a sentence may tell what no record of those that take part holds.
	const naming = field === 'participants' && best?.features.exercise === focusShare.named ? best : null;
	if (naming && naming.probability >= thresholds.answered) return null;
	const first = naming ? [evidenceOf(question, asked, { judged: naming })] : [];
	const known = await toldByRecord(library, exercise, field);
	const evidence = [...first, ...known.filter((one) => !first.some((shown) => isSameQuote(shown, one)))];
	return unanswered(typed, { why: 'neither said' }, exercise.id, evidence.slice(0, mostQuotes).map(unmarked));
}

/** What the catalogue says to whether two names are one, in quotes where they are. */
async function asOneOrTwo(library: Library, typed: string, explained: Explanation): Promise<Answer | Reason | null> {
	const known = await oneOrTwo(library, explained);
	if (!known?.exercise || known.evidence.length === 0) return known?.reason ?? null;
	return { ...answeredBy(typed, known.evidence, thresholds.answered, known.exercise.id), reason: known.reason };
}

/** Where nothing in particular is asked of an exercise: whether a sentence names it. */
function isAboutIt({ question, asked }: Explanation, exercise?: Exercise, best?: Judged): boolean {
	return exercise !== undefined && best?.features.exercise === 1 && asksInGeneral(question, asked);
}

/** A question as it was read, with the one exercise that it is about, where there is one. */
interface Understood {
	readonly typed: string;
	readonly explained: Explanation;
	readonly named: string | null;
	readonly exercise: Exercise | undefined;
	/** Whose word it asks for. */
	readonly word: WordAsked | null;
}

async function byTheReader(
	library: Library,
	{ typed, explained: { question, asked, named: looking, judged }, named, exercise: meant, word }: Understood,
	answering: readonly Judged[],
	best: Judged,
): Promise<Answer> {
	const catalogue = await exercisesToldIn(
		library,
		answering.map(({ document }) => document),
	);
	const field = plainField(question, asked);
	const values = meant ? valuesAsked(meant, field, question, asked) : [];
	const shown = await Promise.all(
		chosenFrom(question, answering, catalogue, word ? judged : []).map(async (one) => {
			const clear = clearOnly(evidenceOf(question, asked, one), question, one.judged, meant);
			if (asksInGeneral(question, asked)) return unmarked(clear);
			// Of several that take part all are the answer, and of several numbers one: the reader marks but one stretch of words.
			const { document, sentence } = one.judged;
			const all = namesSeveral(document, sentence) ? [] : wordsOf(values, clear.quote);
			if (all.length > 0)
				return {
					...clear,
					highlights: kindAsked(question) === 'party' ? all.map((words) => withoutVerb(document.text, words)) : all,
				};
			const isOwn = clear.highlights.length === 0 || (await areOwnWords(one.judged, question, looking));
			return isOwn ? clear : unmarked(clear);
		}),
	);
	const chosen = field === 'participants' ? fullestFirst(shown) : shown;
	// What the first does not say clearly no other says in its stead.
	const evidence = chosen[0]?.highlights.length === 0 ? chosen.map(unmarked) : chosen;
	const exercise = named ?? (await toldOf(library, catalogue, best));
	return answeredBy(typed, evidence, best.probability, exercise, answeringWords(evidence));
}

/** Of those that take part one alone is half an answer: the quote that marks most of them goes before a clear first one; sides stay. */
function fullestFirst(shown: readonly Evidence[]): readonly Evidence[] {
	const [first] = shown;
	if (!first || first.highlights.length === 0 || shown.some(({ side }) => side !== undefined)) return shown;
	const parties = (one: Evidence): number => new Set(wordsMarked(one)).size;
	return shown.toSorted((a, b) => parties(b) - parties(a));
}

/** What the record knows to be the answering words, wherever they stand. */
function valuesAsked(
	exercise: Exercise,
	field: AskedField | null,
	question: string,
	asked: Explanation['asked'],
): readonly Claim[] {
	return field === 'participants' || field === 'organiser' || field === 'observers'
		? statedIn(exercise, field)
		: numbersOf(exercise, question, asked);
}

function answeredBy(
	question: string,
	evidence: readonly Evidence[],
	confidence: number,
	exercise: string | null,
	answer: string | null = null,
): Answer {
	return { question, answered: true, confidence, answer, evidence, exercise, reason: null };
}

/** Without marks on a sentence that would answer nothing if it stood alone, and on words that cannot be the answer. */
function clearOnly(shown: Evidence, question: string, judged: Judged, exercise?: Exercise): Evidence {
	const { document, sentence, probability } = judged;
	const isClear = shown.highlights.every((words) => canAnswer(question, document, sentence, words, exercise));
	return isClear && probability >= thresholds.answered ? shown : unmarked(shown);
}

function unmarked(evidence: Evidence): Evidence {
	return { ...evidence, highlights: [] };
}

/** Offers the exercises that are named all the same: names are known in many languages. */
async function inAnotherLanguage(library: Library, typed: string): Promise<Answer> {
	const named = exercisesNamed(plainQuestion(typed), await library.entries());
	const ids = new Set(named.flatMap((one) => [...one.ids]));
	return unanswered(typed, { why: 'another language', exercises: [...ids] }, onlyOne(ids));
}

/** The one exercise that a sentence speaks of, so that the next question may lean on it. */
async function toldOf(
	library: Library,
	catalogue: readonly Exercise[],
	{ document, sentence }: Judged,
): Promise<string | null> {
	const told = new Set(toldIn(catalogue, document, sentence));
	if (told.size > 0) return onlyOne(told);
	const [name, other] = namesIn(document, sentence);
	if (!name || other) return null;
	return (await library.resolve(document.text.slice(name.start, name.end))).exercise?.id ?? null;
}

function onlyOne(ids: ReadonlySet<string>): string | null {
	const [id] = ids;
	return ids.size === 1 && id !== undefined ? id : null;
}
