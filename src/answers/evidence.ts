import { sectionAt } from '../corpus/document.js';
import type { Span } from '../text/span.js';
import { answerSpans } from './answer-spans.js';
import type { Candidate } from './candidates.js';
import { type ClaimHere, claimsIn, fieldsAsked } from './claims.js';
import { matchUnit } from './matching.js';
import { isNarrow } from './narrow.js';
import { isOfOtherEdition } from './other-edition.js';
import type { Question, Unit } from './question.js';
import { type Lack, lackAmong, lackOfAnswer } from './refuse.js';
import type { SentenceView } from './sentence-view.js';
import type { AnswerSpan } from './spans.js';
import { shareAround } from './surroundings.js';
import { tuning } from './tuning.js';
import type { UnitRead, WeighedUnit } from './weighing.js';

/** A sentence read against a question: what speaks for it, and what it lacks to answer, or null. */
export interface SentenceRead {
	readonly view: SentenceView;
	readonly units: readonly UnitRead[];
	/** Words of the kind asked for; null when the question asks for none in particular. */
	readonly answers: readonly AnswerSpan[] | null;
	readonly features: Readonly<Record<string, number>>;
	readonly score: number;
	readonly lack: Lack | null;
}

/** What is the same for every sentence that a question is held against. */
export interface Inquiry {
	readonly question: Question;
	readonly units: readonly WeighedUnit[];
	readonly claims: ReadonlyMap<string, readonly ClaimHere[]>;
	/** Ids of the countries that the question names; null where it asks for countries, so that any may stand beside them. */
	readonly countries: ReadonlySet<string> | null;
	/** Ids of the exercises that it names. */
	readonly exercises: ReadonlySet<string>;
}

const { context } = tuning;
const weighed = Object.entries(tuning.weights);

/** Reads a sentence against a question. One that does not speak of what the question names is not searched for an answer. */
export function readSentence(inquiry: Inquiry, { view, rank }: Candidate): SentenceRead {
	const { question, exercises, claims } = inquiry;
	const told = exercises.size === 0 ? [] : claimsIn(view, claims);
	const own = told.filter(({ exercise }) => exercises.has(exercise));
	const focus = focusOf(question, own, told);
	const byItself = readUnits(inquiry, view, focus);
	const elsewhere = lackAmong(question, byItself);
	const answers = elsewhere ? [] : answerSpans({ question, view, repeated: repeatedIn(byItself) });
	const isTold = answers !== null && answers.length > 0 && !isNarrow(question);
	const units = isTold ? byItself.map((read) => (read.unit.head ? { ...read, share: 1, direct: 1 } : read)) : byItself;
	const asked = fieldsAsked(question);
	const features: SentenceRead['features'] & { readonly answer: number; readonly coverage: number; readonly words: number } = {
		coverage: weightedShare(units, 'share', isAny),
		direct: weightedShare(units, 'direct', isNoExercise),
		words: weightedShare(units, 'direct', isPlainWord),
		answer: answers === null ? 0.5 : strongest(answers),
		claim: Number(own.some(({ field }) => asked.includes(field))),
		many: asksForMany(question) ? Math.min(1, (answers?.length ?? 0) / 4) : 0,
		lead: leadOf(view),
		near: nearness(answers, units),
		kind: tuning.kinds[/\?$/.test(view.text) ? 'question' : view.kind] ?? 0,
		search: rank,
		length: Math.min(1, 60 / Math.max(60, view.text.length)),
		pair: Number(view.pair),
	};
	let score = 0;
	for (const [name, weight] of weighed) score += weight * (features[name] ?? 0);
	return { view, units, answers, features, score, lack: elsewhere ?? lackOfAnswer(question, units, answers, features) };
}

/** Whether the catalogue has read a sentence as one on the exercise asked about, or on another that has a name. */
type Focus = 'own' | 'another' | 'unknown';

function focusOf({ units }: Question, own: readonly ClaimHere[], told: readonly ClaimHere[]): Focus {
	if (own.length > 0) return 'own';
	const isOther = ({ line }: ClaimHere) => line !== null && !units.some(({ exercise }) => exercise?.line === line);
	return told.length > 0 && told.every(isOther) ? 'another' : 'unknown';
}

function readUnits({ question, units, countries }: Inquiry, view: SentenceView, focus: Focus): UnitRead[] {
	return units.map(({ unit, weight, unheard }): UnitRead => {
		const { share: direct, spans } = matchUnit(unit, view);
		const share = direct === 1 ? 1 : Math.max(direct, around(unit, view, countries, focus));
		const apart = unit.kind === 'exercise' && focus !== 'own' && isOfOtherEdition(question, unit, view);
		return { unit, weight, unheard, spans, direct, share: apart ? share * context.otherYear : share };
	});
}

function around(unit: Unit, view: SentenceView, countries: ReadonlySet<string> | null, focus: Focus): number {
	const share = shareAround(unit, view, countries);
	if (unit.kind !== 'exercise') return share;
	return focus === 'own' ? Math.max(share, context.claim) : share * (focus === 'another' ? context.otherExercise : 1);
}

/** Where a sentence says again what the question names; paraphrases of its words may be the answer. */
function repeatedIn(units: readonly UnitRead[]): Span[] {
	return units.flatMap(({ unit, direct, spans }) =>
		!unit.head && ((unit.kind !== 'word' && unit.kind !== 'edition') || direct === 1) ? spans : [],
	);
}

const isAny = () => true;
const isNoExercise = ({ kind }: Unit) => kind !== 'exercise';
const isPlainWord = ({ kind, light }: Unit) => kind === 'word' && !light;

/** A weighted mean over the units that count; 1 over none. */
function weightedShare(reads: readonly UnitRead[], share: 'share' | 'direct', counts: (unit: Unit) => boolean): number {
	let sum = 0;
	let total = 0;
	for (const read of reads) {
		if (!counts(read.unit)) continue;
		total += read.weight;
		sum += read.weight * read[share];
	}
	return total === 0 ? 1 : sum / total;
}

function strongest(answers: readonly AnswerSpan[]): number {
	return answers.reduce((most, { strength }) => Math.max(most, strength), 0);
}

/** Who, where and plurals ask for all there are. */
function asksForMany({ kind, plural }: Question): boolean {
	return plural || kind === 'who' || kind === 'where';
}

/** How near the head of its article a sentence stands: news tells the main things first. */
function leadOf(view: SentenceView): number {
	const from = sectionAt(view.document, view.start)?.start ?? 0;
	return 1 / (1 + (view.start - from) / 1000);
}

/** How near the answering words stand to the question's own, 1 beside them, 0 from 150 characters on. */
function nearness(answers: readonly Span[] | null, units: readonly UnitRead[]): number {
	if (!answers || answers.length === 0) return 0;
	const matched = units.flatMap(({ spans }) => spans);
	if (matched.length === 0) return tuning.nearNothing;
	let best = 0;
	for (const answer of answers) {
		let sum = 0;
		for (const span of matched) sum += Math.max(0, 1 - Math.max(span.start - answer.end, answer.start - span.end, 0) / 150);
		best = Math.max(best, sum / matched.length);
	}
	return best;
}
