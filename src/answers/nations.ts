import { gazetteer } from '../gazetteer/gazetteer.js';
import type { Span } from '../text/span.js';
import type { Question } from './question.js';
import type { SentenceView } from './sentence-view.js';
import type { AnswerSpan } from './spans.js';
import { tuning } from './tuning.js';

const { ofOthers, ofAnother, ofNone } = tuning.nation;

/** Answering words held against the country whose they are: "how many Dutch ships" is not answered by the Danish ones of the same sentence. */
export function withNation(question: Question, view: SentenceView, answers: readonly AnswerSpan[]): AnswerSpan[] {
	const asked = nationsAsked(question);
	if (asked.size === 0) return [...answers];
	// A number beside no nation is all of them, unless the sentence goes on about the one before.
	const unsaid = question.kind !== 'number' || view.leaning ? ofNone : ofOthers;
	if (view.nations.length === 0) return answers.map((span) => ({ ...span, strength: span.strength * unsaid }));
	const isAsked = (ids: readonly string[]) => ids.some((id) => asked.has(id));
	if (!view.nations.some(({ ids }) => isAsked(ids))) return answers.map((span) => ({ ...span, strength: span.strength * ofOthers }));
	return answers.map((span) => {
		const nearest = view.nations.reduce((near, other) => (gap(view, span, other) < gap(view, span, near) ? other : near));
		if (isAsked(nearest.ids)) return span;
		// "INS Shankul" tells itself whose it is.
		const own = nearest.start < span.end && span.start < nearest.end;
		return { ...span, strength: span.strength * (own ? ofOthers : ofAnother) };
	});
}

function nationsAsked({ units }: Question): ReadonlySet<string> {
	return new Set(
		units.flatMap(({ kind, ids }) => {
			if (kind === 'country') return ids;
			return kind === 'actor' ? ids.flatMap((id) => gazetteer.actor(id)?.countries ?? []) : [];
		}),
	);
}

/** What stands between two things of different clauses parts them as much as so many characters. */
const newClause = 40;

/** Characters between two spans, and more where another clause begins between them. */
function gap({ document }: SentenceView, span: Span, other: Span): number {
	const [first, second] = span.start < other.start ? [span, other] : [other, span];
	const between = document.text.slice(first.end, Math.max(first.end, second.start));
	return between.length + (/[;,]|\b(?:and|while|but|whereas)\b/.test(between) ? newClause : 0);
}
