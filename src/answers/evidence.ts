import { type Span, sectionAt } from '../corpus/document.js';
import { answerSpans } from './answer-spans.js';
import type { Candidate } from './candidates.js';
import { type ClaimHere, claimsIn, fieldsAsked } from './claims.js';
import { matchArticle, matchUnit } from './matching.js';
import { isNarrow } from './narrow.js';
import type { Question } from './question.js';
import { type SentenceView, sentencesBefore, titleView } from './sentence-view.js';
import type { AnswerSpan } from './spans.js';
import { tuning } from './tuning.js';
import type { WeighedUnit } from './weighing.js';

/** How far a sentence speaks of a unit of the question. */
export interface UnitRead {
	readonly unit: WeighedUnit;
	/** With what the text around it adds. */
	readonly share: number;
	/** By itself. */
	readonly direct: number;
	readonly spans: readonly Span[];
}

/** A candidate read against a question. */
export interface SentenceRead {
	readonly view: SentenceView;
	readonly units: readonly UnitRead[];
	/** Words of the kind asked for; null when the question asks for none in particular. */
	readonly answers: readonly AnswerSpan[] | null;
	readonly features: Readonly<Record<string, number>>;
	readonly score: number;
}

const { context, weights } = tuning;
const bothSides = /\b(?:both|the two|two) (?:countries|nations|sides|militaries|states|partners|armies|navies)\b/i;

/** What is the same for every sentence that a question is held against. */
export interface Inquiry {
	readonly question: Question;
	readonly units: readonly WeighedUnit[];
	readonly claims: ReadonlyMap<string, readonly ClaimHere[]>;
	/** Ids of the exercises that the question names. */
	readonly exercises: ReadonlySet<string>;
}

export function readSentence({ question, units, claims, exercises }: Inquiry, { view, rank }: Candidate): SentenceRead {
	const around = surroundings(view);
	const own = exercises.size === 0 ? [] : claimsIn(view, claims).filter(({ exercise }) => exercises.has(exercise));
	const countries = new Set(units.filter(({ kind }) => kind === 'country').flatMap(({ ids }) => ids));
	const byItself = units.map((unit): UnitRead => {
		const { share, spans } = matchUnit(unit, view);
		if (share === 1) return { unit, direct: share, spans, share };
		const claimed = unit.kind === 'exercise' && own.length > 0 ? context.claim : 0;
		return { unit, direct: share, spans, share: Math.max(share, claimed, shareAround(unit, view, around, countries)) };
	});
	const repeated = byItself
		.filter(({ unit, direct }) => !unit.head && (unit.kind !== 'word' || direct === 1))
		.flatMap(({ spans }) => spans);
	const answers = answerSpans({ question, view, repeated });
	const told = answers !== null && answers.length > 0 && !isNarrow(question);
	const read = byItself.map((each) => (each.unit.head && told ? { ...each, share: 1, direct: 1 } : each));
	const asked = fieldsAsked(question);
	const features = {
		coverage: weightedShare(read, ({ share }) => share),
		direct: weightedShare(
			read.filter(({ unit }) => unit.kind !== 'exercise'),
			({ direct }) => direct,
		),
		words: weightedShare(
			read.filter(({ unit }) => unit.kind === 'word' && !unit.light),
			({ direct }) => direct,
		),
		answer: answers === null ? 0.5 : Math.max(0, ...answers.map(({ strength }) => strength)),
		claim: Number(own.some(({ field }) => asked.includes(field))),
		many: asksForMany(question) ? Math.min(1, (answers?.length ?? 0) / 4) : 0,
		lead: leadOf(view),
		near: nearness(
			answers,
			read.flatMap(({ spans }) => spans),
		),
		kind: tuning.kinds[view.kind] ?? 0,
		search: rank,
		length: Math.min(1, 60 / Math.max(60, view.text.length)),
		pair: Number(view.pair),
	};
	const score = Object.entries(features).reduce((sum, [name, value]) => sum + value * (weights[name] ?? 0), 0);
	return { view, units: read, answers, features, score };
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

interface Surroundings {
	readonly before: readonly SentenceView[];
	readonly title: SentenceView | undefined;
}

function surroundings(view: SentenceView): Surroundings {
	const title = titleView(view);
	return { before: sentencesBefore(view, 2), title: title === view ? undefined : title };
}

/** How far the text around a sentence speaks of a unit for it. */
function shareAround(unit: WeighedUnit, view: SentenceView, { before, title }: Surroundings, asked: ReadonlySet<string>): number {
	const inTitle = title ? matchUnit(unit, title).share : 0;
	const shares = before.map(
		(other, at) =>
			matchUnit(unit, other).share *
			(view.leaning ? context.leaning : context.before) *
			(unit.kind === 'date' ? context.date : 1) *
			(at === 0 ? 1 : 0.8),
	);
	const share = Math.max(0, ...shares, inTitle * context.title, matchArticle(unit, view) * context.article);
	// A sentence that names a country beside those asked about does not mean this one, unless it speaks of both.
	if (unit.kind !== 'country' || [...view.countries].every((id) => asked.has(id))) return share;
	return bothSides.test(view.text) && Math.max(inTitle, ...before.map((other) => matchUnit(unit, other).share)) > 0 ? context.both : 0;
}

/** A weighted mean over units; 1 over none. */
function weightedShare(read: readonly UnitRead[], share: (unit: UnitRead) => number): number {
	const total = read.reduce((sum, { unit }) => sum + unit.weight, 0);
	return total === 0 ? 1 : read.reduce((sum, each) => sum + each.unit.weight * share(each), 0) / total;
}

/** How near the answering words stand to the question's own, 1 beside them, 0 from 150 characters on. */
function nearness(answers: readonly Span[] | null, matched: readonly Span[]): number {
	if (!answers || answers.length === 0 || matched.length === 0) return 0;
	let best = 0;
	for (const answer of answers) {
		let sum = 0;
		for (const span of matched) sum += Math.max(0, 1 - Math.max(span.start - answer.end, answer.start - span.end, 0) / 150);
		best = Math.max(best, sum / matched.length);
	}
	return best;
}
