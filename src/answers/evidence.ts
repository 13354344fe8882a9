import type { Span } from '../corpus/document.js';
import { answerSpans } from './answer-spans.js';
import type { Candidate } from './candidates.js';
import { matchArticle, matchUnit } from './matching.js';
import type { Question } from './question.js';
import { type SentenceView, sentencesBefore, titleView } from './sentence-view.js';
import type { AnswerSpan } from './spans.js';
import { tuning } from './tuning.js';
import type { WeighedUnit } from './weighing.js';

/** A candidate read against a question. */
export interface Evidence {
	readonly view: SentenceView;
	/** Each unit, how far the sentence or its surroundings speak of it, and how far the sentence does alone. */
	readonly units: readonly {
		readonly unit: WeighedUnit;
		readonly share: number;
		readonly direct: number;
		readonly spans: readonly Span[];
	}[];
	/** Words of the kind asked for; null when the question asks for none in particular. */
	readonly answers: readonly AnswerSpan[] | null;
	readonly features: Readonly<Record<string, number>>;
	readonly score: number;
}

const { context, weights } = tuning;

export function readEvidence(question: Question, units: readonly WeighedUnit[], { view, rank }: Candidate): Evidence {
	const { leaning } = view;
	const before = sentencesBefore(view, 2);
	const title = titleView(view);
	const read = units.map((unit) => {
		const own = matchUnit(unit, view);
		let share = own.share;
		if (share < 1) {
			const near = leaning ? context.leaning : context.before;
			for (const [at, other] of before.entries()) share = Math.max(share, matchUnit(unit, other).share * (at === 0 ? near : near * 0.7));
			if (title && title !== view) share = Math.max(share, matchUnit(unit, title).share * context.title);
			share = Math.max(share, matchArticle(unit, view) * context.article);
		}
		return { unit, share, direct: own.share, spans: own.spans };
	});
	const repeated = read.filter(({ unit, direct }) => !unit.head && (unit.kind !== 'word' || direct === 1)).flatMap(({ spans }) => spans);
	const answers = answerSpans({ question, view, repeated });
	const total = units.reduce((sum, { weight }) => sum + weight, 0) || 1;
	const features = {
		coverage: read.reduce((sum, { unit, share }) => sum + unit.weight * share, 0) / total,
		direct: read.reduce((sum, { unit, direct }) => sum + unit.weight * direct, 0) / total,
		answer: answers === null ? 0.5 : Math.max(0, ...answers.map(({ strength }) => strength)),
		pair: Number(view.pair),
		near: nearness(
			answers,
			read.flatMap(({ spans }) => spans),
		),
		kind: tuning.kinds[view.kind] ?? 0,
		search: rank,
		length: Math.min(1, 60 / Math.max(60, view.text.length)),
	};
	const score = Object.entries(features).reduce((sum, [name, value]) => sum + value * (weights[name] ?? 0), 0);
	return { view, units: read, answers, features, score };
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
