import type { Document } from '../corpus/document.js';
import { Quote } from '../corpus/quote.js';
import type { Exercise } from '../exercises/exercise.js';
import { namesOf } from '../exercises/names/find-names.js';
import { type NameMention, seriesKeyOf } from '../exercises/names/name-mention.js';
import { matchesOf } from '../text/matches.js';
import { overlaps, type Span } from '../text/span.js';
import { toWholeWords } from '../text/whole-words.js';
import { countPattern } from '../values/number-words.js';
import type { Answer, Evidence } from './answer.js';
import { contradicted, denies, otherSide } from './guards/denial.js';
import { holdsKind, thresholds } from './judging/features.js';
import type { Judged } from './judging/judge.js';
import { twinOf } from './judging/same-story.js';
import type { NamedExercise } from './question/named-exercises.js';
import { type AskedKind, kindAsked } from './question/question.js';

const mostQuotes = 3;

/**
 * The sentences to show, best first: the best, its other side where there is one, then those nearly as likely.
 * @param around where the word of somebody is asked for, what others say of it
 */
export function chosenFrom(
	question: string,
	judged: readonly Judged[],
	exercises: readonly Exercise[],
	around: readonly Judged[] = [],
): { readonly judged: Judged; readonly side?: number }[] {
	const [best] = judged;
	if (!best) return [];
	const other = otherSide(kindAsked(question), best, judged, exercises) ?? contradicted(best, around);
	const chosen = other ? [best, other] : [best];
	for (const one of judged) {
		if (chosen.length === mostQuotes || best.score - one.score > thresholds.shown) break;
		if (!chosen.includes(one)) chosen.push(one);
	}
	return chosen.map((one, at) => (other && at < 2 ? { judged: one, side: at + 1 } : { judged: one }));
}

/** A sentence as it is shown, its answering words marked where they are sure. */
export function evidenceOf(
	question: string,
	asked: readonly NamedExercise[],
	{ judged, side }: { readonly judged: Judged; readonly side?: number },
): Evidence {
	const { document, sentence, words } = judged;
	const alsoIn = printingToo(judged);
	const kind = kindAsked(question);
	const isClear = kind !== 'yes-no' && words.sureness >= thresholds.bold && (side === undefined || !denies(judged));
	const whole = isClear ? bareWords(document.text, words, sentence) : null;
	const marked = whole && ownWords(document, whole, kind, asked);
	return {
		quote: Quote.of(document, sentence),
		highlights: marked ? [marked] : [],
		kind: sentence.kind,
		...(alsoIn.length > 0 ? { alsoIn } : {}),
		...(side === undefined ? {} : { side }),
	};
}

/** The other documents of the story that have the sentence word for word. */
function printingToo({ document, sentence, story }: Judged): Document[] {
	const others = story ? [story.shown, ...story.copies].filter((other) => other !== document) : [];
	return others.filter((other) => twinOf(document, sentence, other) !== undefined);
}

const inWord = /[\p{L}\p{M}\p{N}]/u;

/**
 * Words without the marks around them, and no word cut; null where nothing is left or the whole sentence would be
 * marked.
 */
function bareWords(text: string, words: Span, sentence: Span): Span | null {
	let { start: from, end: to } = toWholeNumber(text, toWholeWords(text, words, sentence), sentence);
	while (from < to && /[\s,;:.!?"“”()–—-]/.test(text.charAt(from))) from++;
	while (to > from && /[\s,;:!?"“”(–—-]/.test(text.charAt(to - 1))) to--;
	if (to > from && text.charAt(to - 1) === '.' && to === sentence.end) to--;
	return to > from && inWord.test(text.slice(from, to)) && to - from < sentence.end - sentence.start - 1
		? { start: from, end: to }
		: null;
}

const wholeNumber = new RegExp(
	`(?<![\\p{L}\\p{N}])(?:\\d+(?:[.,]\\d+)+|${countPattern})(?:\\s(?:hundred|thousand|million|billion|trillion|dozen))?(?![\\p{L}\\p{N}])`,
	'giu',
);

/** Words with the whole of a number that they cut: "thirty" alone is not what "thirty-two" says. */
function toWholeNumber(text: string, words: Span, sentence: Span): Span {
	const cut = matchesOf(text.slice(sentence.start, sentence.end), wholeNumber)
		.map(({ index, 0: { length } }) => ({ start: sentence.start + index, end: sentence.start + index + length }))
		.filter((number) => overlaps(number, words));
	return {
		start: Math.min(words.start, ...cut.map(({ start }) => start)),
		end: Math.max(words.end, ...cut.map(({ end }) => end)),
	};
}

/** A comma, and not of a list or a date: what follows goes on to say something else. */
const goesOn = /[;:]\s|,["”’]?\s(?!(?:and|or|as|including|the|an?)\b)(?=\p{Ll})/u;

/**
 * The words that say what is asked, and no more: of words that run on into another part of the sentence the one part
 * that has the kind of thing asked for. Null where that is not clear, or where they say again the name of what was
 * asked about.
 */
function ownWords(
	document: Document,
	span: Span,
	kind: AskedKind | null,
	asked: readonly NamedExercise[],
): Span | null {
	const isAsked = (name: NameMention): boolean => asked.some(({ line }) => line === seriesKeyOf(name));
	const named = namesOf(document).some((name) => name.start < span.end && span.start < name.end && isAsked(name));
	if (named && kind !== null) return null;
	if (kind === null) return span;
	const parts = partsOf(document.text, span);
	const [own, other] = parts.length === 1 ? parts : parts.filter((part) => holdsKind(document.text, part, kind));
	return own && !other ? (kind === 'party' ? whoIn(document.text, own) : own) : null;
}

const name = "(?:the\\s)?\\p{Lu}[\\p{L}\\p{M}'’-]*(?:\\s\\p{Lu}[\\p{L}\\p{M}'’-]*)*";
const restOfList = new RegExp(`^(?:(?:,\\s${name})+,?\\sand\\s${name}|\\sand\\s${name})`, 'u');
const lastOfList = new RegExp(`^,\\sand\\s${name}`, 'u');

/** Who of a list: all, never "China" alone of "China, Iran and Russia". */
function whoIn(text: string, { start, end }: Span): Span {
	const after = text.slice(end, end + longestList);
	const rest = restOfList.exec(after) ?? (text.slice(start, end).includes(', ') ? lastOfList.exec(after) : null);
	return withoutVerb(text, { start, end: end + (rest?.[0].length ?? 0) });
}

/** Who of "organised by the navy and run from the port": the navy. */
export function withoutVerb(text: string, { start, end }: Span): Span {
	const said = text.slice(start, end);
	const verb = /^\p{Ll}+(?:\s\p{Ll}+)?\sby\s(?=\S)/u.exec(said)?.[0] ?? '';
	const next = said.slice(verb.length).search(nextVerb);
	return { start: start + verb.length, end: next > 0 ? start + verb.length + next : end };
}

const nextVerb = /\s(?:and|but)\s(?:\p{Ll}+ed|held|led|run|sent)\s(?:at|by|from|in|near|off|on|out|to|under|with)\s/u;

const longestList = 200;

function partsOf(text: string, { start, end }: Span): Span[] {
	const slice = text.slice(start, end);
	const at = slice.search(goesOn);
	if (at <= 0) return [{ start, end }];
	const next = at + 1 + (/^\W*/.exec(slice.slice(at + 1))?.[0].length ?? 0);
	return [{ start, end: start + at }, ...(next < slice.length ? partsOf(text, { start: start + next, end }) : [])];
}

/** The marked words of the first quote; none where the documents do not agree on them. */
export function answeringWords([first]: Answer['evidence']): string | null {
	if (!first || first.highlights.length === 0 || first.side !== undefined) return null;
	return wordsMarked(first).join('; ').replace(/\s+/g, ' ');
}

/** The words that are marked in a quote, as printed. */
export function wordsMarked({ quote, highlights }: Evidence): string[] {
	return highlights.map(({ start, end }) => quote.text.slice(start - quote.start, end - quote.start));
}
