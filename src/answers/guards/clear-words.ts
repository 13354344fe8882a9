import { z } from 'zod';
import type { Document, Sentence } from '../../corpus/document.js';
import { readData } from '../../data.js';
import type { Exercise } from '../../exercises/exercise.js';
import { termsOf } from '../../text/analyse.js';
import { overlaps, type Span, withoutSpans } from '../../text/span.js';
import { oneOf } from '../../text/word-pattern.js';
import { countPattern, ordinalPattern } from '../../values/number-words.js';
import type { Judged } from '../judging/judge.js';
import { namesIn } from '../judging/named-editions.js';
import { plainField } from '../question/asked-field.js';
import { asksWhy, kindAsked } from '../question/question.js';
import { wasCalledOff } from './fate.js';

const words = z.array(z.string().min(1)).min(1);
const data = readData(
	'answers/data/clear-words.json',
	z.strictObject({
		/** What tells how often. */
		often: words,
		/** What tells how long. */
		lasting: words,
		/** What tells how many, beside numbers. */
		amounts: words,
		/** What is the most of its kind, words for the same together. */
		best: z.array(words),
		/** What may stand between a name and what it is. */
		joining: words,
		/** What asks for the day of an announcement. */
		announcing: words,
		/** What asks when something begins, and when it ends. */
		beginning: words,
		ending: words,
		/** What says nothing alone: "he", "have not yet". */
		empty: words,
	}),
);

const anyOf = (list: readonly string[]): RegExp =>
	new RegExp(`(?<![\\p{L}\\p{N}])${oneOf(list)}(?![\\p{L}\\p{N}])`, 'iu');
const often = anyOf(data.often);
const lasting = anyOf(data.lasting);
const announcing = anyOf(data.announcing);
const beginning = anyOf(data.beginning);
const ending = anyOf(data.ending);
const best = data.best.map(anyOf);
const empty = new Set(data.empty);
const amount = new RegExp(
	`${anyOf(data.amounts).source}|(?<!\\p{L})(?:${countPattern}|${ordinalPattern})(?!\\p{L})`,
	'iu',
);
const joined = new RegExp(`^[^\\p{L}\\p{N}]*(?:${oneOf(data.joining)}(?:[^\\p{L}\\p{N}]+|$))*$`, 'iu');
const asksWhatItIs = /^(?:who|what)(?:'?s|\s(?:is|are|was|were))\s(?:(?:an?|the)\s)?(.+)$/i;

/**
 * Whether some words of a sentence can be what a question asks for: what it is when its name was asked, an amount, a
 * duration or how often where one was asked for, and nothing that the question says itself, nor when or where what was
 * called off was to be. What cannot is not in bold, however sure the reader is of it.
 * @param exercise the one that the question is about
 */
export function canAnswer(
	question: string,
	document: Document,
	sentence: Sentence,
	span: Span,
	exercise?: Exercise,
): boolean {
	const { text } = document;
	const said = text.slice(span.start, span.end);
	const names = namesIn(document, sentence);
	if (asksNothing(question) || repeats(question, said) || saysNothing(said)) return false;
	if (/\bhow (?:often|frequently)\b/i.test(question)) return often.test(said);
	if (/\bhow long\b/i.test(question)) return tellsHowLong(said);
	const kind = kindAsked(question);
	if (kind === 'number') return amount.test(outside(text, span, names));
	if (kind !== 'party' && isSpeaker(text, sentence, span)) return false;
	if (kind === 'party' && names.some((name) => overlaps(name, span))) return false;
	const dates = exercise?.dates.filter((date) => isAt(document.id, span, date)) ?? [];
	if (kind === 'time' && announcing.test(question) && dates.length > 0) return false;
	if (kind === 'time' && dates.length > 0 && dates.every((date) => isOtherEnd(question, date))) return false;
	const inSentence = text.slice(sentence.start, sentence.end);
	if ((kind === 'time' || kind === 'place') && wasCalledOff(inSentence) && !wasCalledOff(question)) return false;
	return best.every((one) => !one.test(question) || one.test(inSentence)) && isWhatItIs(question, text, sentence, span);
}

/** A pronoun or an auxiliary. */
function saysNothing(said: string): boolean {
	return (said.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => empty.has(word));
}

/** Whether some words tell how long something takes. */
export function tellsHowLong(text: string): boolean {
	return lasting.test(text);
}

/** The day on which it ends is none on which it begins, nor the other way round. */
function isOtherEnd(question: string, { from, to }: Exercise['dates'][number]): boolean {
	const [asksBeginning, asksEnd] = [beginning.test(question), ending.test(question)];
	if (asksBeginning === asksEnd) return false;
	return asksBeginning ? from === null && to !== null : from !== null && to === null;
}

/** Whose words an interview prints: "Smith: The name …". */
function isSpeaker(text: string, sentence: Span, span: Span): boolean {
	return span.start === sentence.start && text.charAt(span.end) === ':';
}

/** "pelosi", "what about the pacific": nothing is asked of what is named. */
function asksNothing(question: string): boolean {
	if (kindAsked(question) !== null) return false;
	if (/^(?:what|how) about\b/i.test(question)) return plainField(question, []) === null;
	return !/\b(?:what|which|why|how)\b/i.test(question) && termsOf(question).length <= 1;
}

/** What a question says itself is no answer to it; a reason that goes in a circle is none. */
function repeats(question: string, said: string): boolean {
	if (/\bor\b/i.test(question)) return false;
	const asked = new Set(termsOf(question));
	const terms = termsOf(said);
	const again = terms.filter((term) => asked.has(term)).length;
	const most = /^why\b/i.test(question) ? 2 / 3 : 1;
	return terms.length > 0 && again / terms.length >= most;
}

/** Whether a sentence gives for a reason what was asked: "why did X visit Y" is not answered by "because of the visit". */
export function goesInACircle(question: string, { document: { text }, words }: Judged): boolean {
	return asksWhy(question) && repeats(question, text.slice(words.start, words.end));
}

/** Some words without what of them belongs to names. */
function outside(text: string, span: Span, names: readonly Span[]): string {
	const inside = names
		.filter((name) => overlaps(name, span))
		.map(({ start, end }) => ({ start: Math.max(0, start - span.start), end: end - span.start }));
	return withoutSpans(text.slice(span.start, span.end), inside);
}

function isAt(documentId: string, words: Span, { quote, span }: Exercise['dates'][number]): boolean {
	return quote.documentId === documentId && overlaps(span, words);
}

/**
 * For "who is X", "what is X" of an X that the sentence has in these words: whether the marked words stand beside it,
 * as "a former minister" does in "X, a former minister".
 */
function isWhatItIs(question: string, text: string, sentence: Span, span: Span): boolean {
	const asked = asksWhatItIs.exec(question)?.[1];
	if (asked === undefined) return true;
	const inSentence = text.slice(sentence.start, sentence.end).toLowerCase();
	const mentions: Span[] = [];
	for (let at = inSentence.indexOf(asked.toLowerCase()); at >= 0; at = inSentence.indexOf(asked.toLowerCase(), at + 1))
		mentions.push({ start: sentence.start + at, end: sentence.start + at + asked.length });
	return mentions.length === 0 || mentions.some((mention) => isBeside(text, mention, span));
}

function isBeside(text: string, one: Span, other: Span): boolean {
	if (overlaps(one, other)) return false;
	const [first, second] = one.start < other.start ? [one, other] : [other, one];
	return joined.test(text.slice(first.end, second.start));
}
