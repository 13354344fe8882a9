import { type Document, type Sentence, type Span, sectionAt } from '../corpus/document.js';
import { type ActorMention, findActors } from '../exercises/actor-mentions.js';
import { type DateMention, findDates } from '../exercises/date-mentions.js';
import { findPlaces, type PlaceMention } from '../exercises/place-mentions.js';
import { analyse, type Token } from '../search/analyse.js';

/** A sentence of a document with what is found in it: made once, kept as long as its document. */
export interface SentenceView extends Span {
	readonly document: Document;
	readonly sentence: Sentence;
	/** Among the document's sentences. */
	readonly index: number;
	readonly text: string;
	readonly tokens: readonly Token[];
	/** Places of each term among the tokens. */
	readonly terms: ReadonlyMap<string, readonly number[]>;
	readonly places: readonly PlaceMention[];
	readonly actors: readonly ActorMention[];
	readonly dates: readonly DateMention[];
	/** Ids of the countries named, by name, nation, government or service. */
	readonly countries: ReadonlySet<string>;
}

interface Views {
	readonly sentences: readonly Sentence[];
	readonly made: (SentenceView | undefined)[];
}

const known = new WeakMap<Document, Views>();

/** The views of the sentences that a span touches, in order. */
export function viewsIn(document: Document, span: Span): SentenceView[] {
	const { sentences } = viewsOf(document);
	let index = firstEndingAfter(sentences, span.start);
	const views: SentenceView[] = [];
	for (; index < sentences.length && (sentences[index]?.start ?? span.end) < span.end; index++) {
		const view = viewAt(document, index);
		if (view) views.push(view);
	}
	return views;
}

/** The view of a document's sentence by its number, or undefined. */
export function viewAt(document: Document, index: number): SentenceView | undefined {
	const views = viewsOf(document);
	const sentence = views.sentences[index];
	if (!sentence) return undefined;
	const view = views.made[index] ?? makeView(document, sentence, index);
	views.made[index] = view;
	return view;
}

/** The title of the article that a sentence stands in, where the document prints one. */
export function titleView(view: SentenceView): SentenceView | undefined {
	const title = sectionAt(view.document, view.start)?.title;
	return title ? viewsIn(view.document, title)[0] : undefined;
}

/** The sentences of the article's own text just before this one, nearest first. */
export function sentencesBefore(view: SentenceView, atMost: number): SentenceView[] {
	const before: SentenceView[] = [];
	const from = sectionAt(view.document, view.start)?.start ?? 0;
	for (let index = view.index - 1; index >= 0 && before.length < atMost; index--) {
		const other = viewAt(view.document, index);
		if (!other || other.start < from) break;
		if (other.sentence.kind === 'prose' || other.sentence.kind === 'title') before.push(other);
	}
	return before;
}

function viewsOf(document: Document): Views {
	const views = known.get(document);
	if (views) return views;
	const made: Views = { sentences: document.paragraphs.flatMap(({ sentences }) => sentences), made: [] };
	known.set(document, made);
	return made;
}

function firstEndingAfter(sentences: readonly Sentence[], offset: number): number {
	let low = 0;
	let high = sentences.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sentences[middle]?.end ?? offset) <= offset) low = middle + 1;
		else high = middle;
	}
	return low;
}

function makeView(document: Document, sentence: Sentence, index: number): SentenceView {
	const { start, end } = sentence;
	const text = document.text.slice(start, end);
	const tokens = analyse(text).map((token) => ({ term: token.term, start: start + token.start, end: start + token.end }));
	const terms = new Map<string, number[]>();
	for (const [at, { term }] of tokens.entries()) {
		const places = terms.get(term);
		if (places) places.push(at);
		else terms.set(term, [at]);
	}
	const places = findPlaces(document.text, sentence);
	const actors = findActors(document.text, sentence);
	const countries = new Set([
		...places.filter(({ place }) => place.kind === 'country').map(({ place }) => place.id),
		...actors.flatMap((actor) => actor.countries.map(({ id }) => id)),
	]);
	return {
		document,
		sentence,
		index,
		start,
		end,
		text,
		tokens,
		terms,
		places,
		actors,
		dates: findDates(document.text, sentence),
		countries,
	};
}
