import type { Span } from '../text/span.js';
import type { SentenceRead } from './evidence.js';
import { overlapsAny } from './overlap.js';
import type { Question } from './question.js';

const listed = /^(?:,\s*(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+|\s*)(?:the\s+)?$/;
/** Characters between a verb and who did it, with "by the" between. */
const nearVerb = 8;
const clauseEnd = /[.;!?]|,\s(?:which|who|while|as|but|although|according)\b/;

/** The answering words of a sentence, in order, none overlapping; neighbours in a list are one. */
export function highlightsOf(question: Question, read: SentenceRead): Span[] {
	const spans = read.answers ?? [];
	const best = Math.max(0, ...spans.map(({ strength }) => strength));
	const strong = spans.filter(({ strength }) => strength >= best * 0.8);
	if (question.kind === 'why')
		return merged(
			read,
			strong.slice(0, 2).map((span) => toClauseEnd(read, span)),
		);
	if (question.kind === 'statement')
		return merged(
			read,
			strong.slice(0, 1).map((span) => toClauseEnd(read, span)),
		);
	if (question.kind === 'who' && strong.length > 0) return besideVerb(read, merged(read, strong));
	if (strong.length > 0) return merged(read, strong);
	if (question.kind === 'yes-no' || question.kind === 'documents') return merged(read, repeatedWords(read));
	return question.kind === 'about' ? [] : merged(read, restOf(read));
}

/** Who did what was asked: those that stand beside its word ("Russian-hosted", "hosted by Ukraine"), else all. */
function besideVerb({ units }: SentenceRead, people: readonly Span[]): Span[] {
	const verbs = units.filter(({ unit }) => unit.kind === 'word' && !unit.light).flatMap(({ spans }) => spans);
	const beside = people.filter((person) =>
		verbs.some((verb) => Math.max(verb.start - person.end, person.start - verb.end) <= nearVerb && !overlapsAny(person, [verb])),
	);
	return beside.length > 0 ? beside : [...people];
}

/** From a cue ("aims") to where its clause ends. */
function toClauseEnd({ view }: SentenceRead, { start, end }: Span): Span {
	const stop = view.document.text.slice(end, view.end).search(clauseEnd);
	return { start, end: stop < 0 ? view.end : end + stop };
}

/** The words that decide a yes or a no, or show what a document speaks of: those that the question says too. */
function repeatedWords({ units }: SentenceRead): Span[] {
	const plain = units.filter(({ unit }) => !unit.light);
	const words = plain.filter(({ unit }) => unit.kind === 'word');
	return (words.length > 0 ? words : plain).flatMap(({ spans }) => spans);
}

/** Where nothing tells the answer by its kind: the longest stretch that says more than the question, within one clause. */
function restOf({ view, units }: SentenceRead): Span[] {
	const matched = units.flatMap(({ spans }) => spans);
	const said = view.tokens.filter((token) => !overlapsAny(token, matched));
	const runs: Span[] = [];
	for (const token of said) {
		const last = runs.at(-1);
		const between = last ? view.document.text.slice(last.end, token.start) : '';
		if (last && !/[.;:,]/.test(between) && !overlapsAny({ start: last.end, end: token.start }, matched))
			runs[runs.length - 1] = { start: last.start, end: token.end };
		else runs.push({ start: token.start, end: token.end });
	}
	const from = Math.min(view.end, ...matched.map(({ end }) => end));
	const longestFirst = runs
		.filter(({ start }) => start >= from || matched.length === 0)
		.sort((a, b) => b.end - b.start - (a.end - a.start));
	return longestFirst.slice(0, 1);
}

function merged({ view }: SentenceRead, spans: readonly Span[]): Span[] {
	const result: Span[] = [];
	for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
		const last = result.at(-1);
		if (last && (span.start <= last.end || listed.test(view.document.text.slice(last.end, span.start)))) {
			result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
		} else result.push({ start: span.start, end: span.end });
	}
	return result;
}
