import { type Document, sectionAt, sentenceAt, titleOf } from '../../corpus/document.js';
import type { Reader } from '../../reader/reader.js';
import type { Marked } from '../../reader/reading.js';
import { isCommonWord } from '../../reader/vocabulary.js';
import { overlaps, type Span } from '../../text/span.js';
import { toWholeWords } from '../../text/whole-words.js';
import { namesInCells } from '../layout/tables.js';
import { saysDrills, windowsAt } from '../layout/windows.js';
import { withEditions } from './edition-numbers.js';
import { doubtfulNames, namesOf } from './find-names.js';
import { type NameMention, nameMentionAt } from './name-mention.js';
import { withShortNames } from './short-names.js';

const mostWindows = 24;

/**
 * Words that the reader takes for names of exercises, in the windows that hold a word of drills or what the rules take
 * for a name; the surest mark of each stretch.
 */
export async function readNames(reader: Reader, document: Document): Promise<readonly Marked[]> {
	const naming = new Set(namesOf(document).map(({ start }) => sentenceAt(document, start)));
	const windows = document.sections
		.flatMap((section) => windowsAt(document, section.start))
		.filter((window) => window.some((sentence) => naming.has(sentence) || saysDrills(document, sentence)))
		.slice(0, mostWindows);
	const read = await reader.names(
		windows.map((window) => ({
			query: '',
			title: titleOf(document, sectionAt(document, window[0]?.start ?? 0)),
			sentences: window.map(({ start, end }) => document.text.slice(start, end)),
		})),
	);
	return windows.flatMap((window, at) =>
		window.flatMap((sentence, index) =>
			(read[at]?.[index] ?? []).map(({ start, end, sureness }) => ({
				start: sentence.start + start,
				end: sentence.start + end,
				sureness,
			})),
		),
	);
}

/**
 * A name without a year that only the look of its words makes one, or a lone common word of the series list ("Search and
 * Rescue"), is none when the reader is less sure of it.
 */
const confirmed = 0.6;
/** Of a longer sentence the reader sees the beginning alone: it has no say on a name there. In UTF-16 code units. */
const longestRead = 900;
/** Words that no rule takes for a name are one when the reader is so sure of them. */
const surely = 0.9;

/**
 * The names of a document by the rules and the reader together: those of listed series, those that the reader confirms,
 * also where a listed one is an ordinary word, and those that it is sure of.
 */
export function namesConfirmed(document: Document, read: readonly Marked[]): NameMention[] {
	const byRules = namesOf(document);
	const sureness = (span: Span): number =>
		Math.max(0, ...read.filter((mark) => overlaps(mark, span)).map((mark) => mark.sureness));
	const sureOf = new Map<string, number>();
	for (const mention of byRules) sureOf.set(mention.key, Math.max(sureOf.get(mention.key) ?? 0, sureness(mention)));
	const isUnread = ({ start }: Span): boolean => {
		const sentence = sentenceAt(document, start);
		return sentence !== undefined && sentence.end - sentence.start > longestRead;
	};
	const cells = new Set(namesInCells(document).map(({ end }) => end));
	const isInCell = ({ end }: Span): boolean => cells.has(end);
	const kept = byRules.filter(
		(mention) =>
			mention.year !== null ||
			isInCell(mention) ||
			(mention.series !== null && !isCommonWord(mention.key)) ||
			(sureOf.get(mention.key) ?? 0) >= confirmed ||
			isUnread(mention) ||
			((mention.quoted || mention.form === 'prefix') && !isEnglish(document, mention)),
	);
	const isFree = (span: Span): boolean => !byRules.some((name) => overlaps(name, span));
	const trimmed = read.map((mark) => withoutEdges(document.text, mark));
	const sure = trimmed
		.filter((mark) => mark.sureness >= confirmed)
		.map((mark) => toWholeWords(document.text, mark))
		.filter(isFree);
	// Most documents have none that is not found yet: for those the list is not looked through again.
	const doubtful = (sure.length > 0 ? doubtfulNames(document) : []).filter(
		(mention) => isFree(mention) && sure.some((mark) => mention.start <= mark.start && mark.end <= mention.end),
	);
	const known = [...byRules, ...doubtful];
	const further = trimmed
		.filter((mark) => mark.sureness >= (isBehindNoun(document.text, mark) ? confirmed : surely))
		.filter((mark) => !known.some((mention) => overlaps(mark, mention)))
		.map((mark) => toWholeWords(document.text, mark))
		.filter((span) => looksLikeName(document.text.slice(span.start, span.end)))
		.flatMap((span) => repetitionsOf(document.text, span))
		.filter((span) => !known.some((mention) => overlaps(span, mention)));
	const seen = new Set<number>();
	const added = further
		.filter(({ start }) => !seen.has(start) && seen.add(start))
		.map((span) => nameMentionAt(document.text, span));
	const all = [...kept, ...withEditions(document, [...doubtful, ...added])].sort((a, b) => a.start - b.start);
	return withShortNames(document, all);
}

const english = /\b(?:the|of|and|was|were|will|has|have|had|with|from|for)\b/i;

/** The reader was trained on English: of a name beside another language's word it cannot tell. */
function isEnglish(document: Document, { start }: Span): boolean {
	const sentence = sentenceAt(document, start);
	return sentence === undefined || english.test(document.text.slice(sentence.start, sentence.end));
}

const nounBefore = /\b(?:exercise|drill|man(?:oeuvre|euver)|war\s?game)\s["“‘]?$/iu;

/** "exercise Copper Heron has been postponed": the reader need not be surer of it than of what the rules find. */
function isBehindNoun(text: string, { start }: Span): boolean {
	return nounBefore.test(text.slice(Math.max(0, start - 20), start));
}

/** Without "exercise" before a name, or "may" and "over" behind it. */
function withoutEdges(text: string, mark: Marked): Marked {
	const printed = text.slice(mark.start, mark.end);
	const before = /^(?:[^\p{Lu}]*\b(?:exercise|drill)\s)(?=\p{Lu})/u.exec(printed)?.[0].length ?? 0;
	const behind = /(?<=\p{Lu}[\p{L}’'-]*)(?:\s\p{Ll}+)+$/u.exec(printed)?.[0].length ?? 0;
	return { ...mark, start: mark.start + before, end: mark.end - behind };
}

/** Two words in capitals, or one beside a number, in digits or Roman. */
function looksLikeName(printed: string): boolean {
	const words = printed.split(/[\s/–-]+/u);
	const capitals = words.filter((word) => /^\p{Lu}\p{L}{2,}/u.test(word)).length;
	return capitals > 1 || (capitals === 1 && words.some((word) => /^(?:\d{2,4}|[IVXL]+)$/.test(word)));
}

/** Everywhere that the same words stand. */
function repetitionsOf(text: string, { start, end }: Span): Span[] {
	const printed = text.slice(start, end);
	const spans: Span[] = [];
	for (let at = text.indexOf(printed); at >= 0; at = text.indexOf(printed, at + printed.length)) {
		spans.push({ start: at, end: at + printed.length });
	}
	return spans;
}
