import { type Document, paragraphAt, type Section, type Sentence, titleOf } from '../../corpus/document.js';
import type { Exercise } from '../../exercises/exercise.js';
import type { Library } from '../../library.js';
import { openReader } from '../../reader/reader.js';
import type { Answering } from '../../reader/reading.js';
import { termsOf } from '../../text/analyse.js';
import type { Span } from '../../text/span.js';
import { focusOn } from '../guards/exercise.js';
import type { NamedExercise } from '../question/named-exercises.js';
import { kindAsked } from '../question/question.js';
import { type Features, focusShare, holdsKind, probabilityOf, questionTerms, scoreOf, shareSaid } from './features.js';
import { type Story, wordsKey } from './same-story.js';
import { type DocumentStretch, stretchesFor } from './stretches.js';

/** A sentence that may answer. */
export interface Judged {
	readonly document: Document;
	readonly sentence: Sentence;
	/** The sentences that it was read among. */
	readonly stretch: readonly Sentence[];
	/** Where other documents print the same story. */
	readonly story?: Story | undefined;
	/** What the reader takes for the answering words, in the document. */
	readonly words: Span & { readonly sureness: number };
	readonly features: Features;
	/** What orders the sentences of one question. */
	readonly score: number;
	/** That it answers. */
	readonly probability: number;
}

/** Stretches read for a question: more find no more (4 are as good as 8, see MODEL.md). */
const stretchesRead = 5;
/** So many at first, and the others only where none of their sentences is so probable an answer: a seventh less is read, and the answers are as good. */
const readFirst = 3;
const sure = 0.9;

/** The sentences that the search finds for a question, those that guards forbid left out, likeliest first. */
export async function judgeSentences(
	library: Library,
	question: string,
	asked: readonly NamedExercise[],
): Promise<Judged[]> {
	const { stretches, catalogue } = await stretchesFor(library, question, asked, stretchesRead);
	const inquiry = { question, asked, catalogue };
	const first = await judgeStretches(inquiry, stretches.slice(0, readFirst));
	const isFound = first.some(({ probability }) => probability >= sure);
	const others = isFound ? [] : await judgeStretches(inquiry, stretches.slice(readFirst));
	return eachOnce([...first, ...others].sort((a, b) => b.score - a.score));
}

async function judgeStretches(inquiry: Inquiry, stretches: readonly DocumentStretch[]): Promise<Judged[]> {
	const reader = await openReader();
	const read = await reader.answer(
		stretches.map(({ document, section, sentences }) => ({
			query: inquiry.question,
			title: titleOf(document, section),
			...publishedOn(section),
			sentences: sentences.map(({ start, end }) => document.text.slice(start, end)),
		})),
	);
	return stretches.flatMap((stretch, index) => judgeStretch(inquiry, stretch, read[index] ?? []));
}

/** Of sentences of one story with the same words one, that of the document shown for it where it is among them. */
function eachOnce(judged: readonly Judged[]): Judged[] {
	const keyOf = ({ story, document, sentence }: Judged) => `${story?.shown.id} ${wordsKey(document, sentence)}`;
	const told = judged.filter(({ story }) => story !== undefined);
	const shown = new Set(told.filter(({ story, document }) => story?.shown === document).map(keyOf));
	const seen = new Set<string>();
	return judged.filter((one) => {
		if (one.story === undefined || one.story.shown === one.document) return true;
		const key = keyOf(one);
		const isNew = !shown.has(key) && !seen.has(key);
		seen.add(key);
		return isNew;
	});
}

const dayInWords = new Intl.DateTimeFormat('en-GB', {
	day: 'numeric',
	month: 'long',
	year: 'numeric',
	timeZone: 'UTC',
});

/** The day of publication as the reader was trained to see it; nothing where the document states none. */
function publishedOn({ publishedOn: publication }: Section): { published?: string } {
	return publication?.precision === 'day' ? { published: dayInWords.format(new Date(publication.on)) } : {};
}

interface Inquiry {
	readonly question: string;
	readonly asked: readonly NamedExercise[];
	readonly catalogue: readonly Exercise[];
}

function judgeStretch(
	{ question, asked, catalogue }: Inquiry,
	stretch: DocumentStretch,
	answering: Answering,
): Judged[] {
	const { document, section, sentences, rank, story } = stretch;
	const terms = questionTerms(question);
	const kind = kindAsked(question);
	const around = new Set(
		termsOf(`${document.title} ${sentences.map(({ start, end }) => document.text.slice(start, end)).join(' ')}`),
	);
	return answering.flatMap(({ number, words }, at): Judged[] => {
		const sentence = sentences[at];
		if (!sentence || isSignature(document, sentence, question)) return [];
		const focus = focusOn(asked, catalogue, document, section, sentence);
		if (focus === null) return [];
		const span = { start: sentence.start + words.start, end: sentence.start + words.end, sureness: words.sureness };
		const sought = kind !== null && kind !== 'yes-no' ? kind : null;
		const features: Features = {
			number: clipped(number, 12) / 10,
			sure: words.sureness,
			said: shareSaid(terms, new Set(termsOf(document.text.slice(sentence.start, sentence.end)))),
			near: shareSaid(terms, around),
			kind: sought === null ? 0.5 : Number(holdsKind(document.text, span, sought)),
			kindless: sought === null ? 0 : Number(!holdsKind(document.text, sentence, sought)),
			exercise: focusShare[focus],
			another: Number(focus === 'another'),
			aside: Number(sentence.kind !== 'prose' && sentence.kind !== 'title' && sentence.kind !== 'heading'),
			rank,
		};
		return [
			{
				document,
				story,
				sentence,
				stretch: sentences,
				words: span,
				features,
				score: scoreOf(features),
				probability: probabilityOf(features),
			},
		];
	});
}

const asksForPublication =
	/\b(?:publi(?:sh|cation)|print|writ(?:e|ten)|wrote|post|tweet|article|report|announc|said|say|state)/i;

/** What only signs or dates a text or a post: its day is not the day of what it tells of. */
function isSignature(document: Document, sentence: Sentence, question: string): boolean {
	if (sentence.kind === 'byline') return true;
	if (asksForPublication.test(question) || kindAsked(question) !== 'time') return false;
	const signed = paragraphAt(document, sentence.start)?.attribution;
	return (
		sentence.kind === 'dateline' ||
		(signed !== undefined && sentence.start >= signed.start && sentence.end <= signed.end)
	);
}

function clipped(value: number, most: number): number {
	return Math.max(-most, Math.min(most, value));
}
