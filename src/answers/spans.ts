import { matchesOf } from '../text/matches.js';
import type { Span } from '../text/span.js';
import { overlapsAny } from './overlap.js';
import type { Question } from './question.js';
import type { SentenceView } from './sentence-view.js';

/** A sentence read for the answer to a question. */
export interface Asked {
	readonly question: Question;
	readonly view: SentenceView;
	/** Where the sentence repeats what the question names: no answer to it. */
	readonly repeated: readonly Span[];
}

/** Words that may answer, and how surely they are of the kind asked for, 0 to 1. */
export interface AnswerSpan extends Span {
	readonly strength: number;
}

const found = new WeakMap<RegExp, WeakMap<SentenceView, readonly Span[]>>();

/** Where a pattern stands in a sentence, as offsets into the document. Looked for once, kept as long as the two. */
export function matches(view: SentenceView, pattern: RegExp): readonly Span[] {
	const bySentence = found.get(pattern) ?? new WeakMap<SentenceView, readonly Span[]>();
	found.set(pattern, bySentence);
	const already = bySentence.get(view);
	if (already) return already;
	const spans = matchesOf(view.text, pattern).map(({ 0: printed, index }) => ({
		start: view.start + index,
		end: view.start + index + printed.length,
	}));
	bySentence.set(view, spans);
	return spans;
}

/** Those that say more than the question does. */
export function newOnes({ repeated, view }: Asked, spans: readonly Span[], strength = 1): AnswerSpan[] {
	return spans.filter((span) => !isRepeated(view, span, repeated)).map(({ start, end }) => ({ start, end, strength }));
}

/** True when no word of a span stands outside what is repeated. */
function isRepeated(view: SentenceView, { start, end }: Span, repeated: readonly Span[]): boolean {
	const words = view.tokens.filter((token) => token.start < end && start < token.end);
	return words.length > 0 ? words.every((word) => overlapsAny(word, repeated)) : overlapsAny({ start, end }, repeated);
}

/** Without those that lie inside another. */
export function longest(spans: readonly AnswerSpan[]): AnswerSpan[] {
	return spans.filter(
		(span, at) =>
			!spans.some(
				(other, index) =>
					index !== at &&
					other.start <= span.start &&
					span.end <= other.end &&
					(other.end - other.start > span.end - span.start || index < at),
			),
	);
}

export function printedAt({ document }: SentenceView, { start, end }: Span): string {
	return document.text.slice(start, end);
}
