import { type Document, type Paragraph, type Sentence, sectionAt, type TextKind } from '../corpus/document.js';
import { type NameMention, namesOf } from '../exercises/name-mentions.js';
import { type ActorMention, actorsAmong } from '../gazetteer/actor-mentions.js';
import { gazetteer } from '../gazetteer/gazetteer.js';
import { type PlaceMention, placesAmong } from '../gazetteer/place-mentions.js';
import { prefixedShips } from '../gazetteer/ship-nations.js';
import { analyse, type Token } from '../text/analyse.js';
import type { Span } from '../text/span.js';
import { type DateMention, findDates } from '../values/date-mentions.js';
import { leaningStart, leaningWords } from './cues.js';
import { overlapsAny } from './overlap.js';

/** A sentence of a document, or two that stand together, with what is found in it: made once, kept as long as its document. */
export interface SentenceView extends Span {
	readonly document: Document;
	readonly kind: TextKind;
	readonly paragraph: number;
	/** Number of its last sentence among the document's. */
	readonly index: number;
	/** True for two sentences. */
	readonly pair: boolean;
	readonly text: string;
	readonly tokens: readonly Token[];
	/** Places of each term among the tokens. */
	readonly terms: ReadonlyMap<string, readonly number[]>;
	readonly places: readonly PlaceMention[];
	readonly actors: readonly ActorMention[];
	/** Without those that lie in an exercise's name. */
	readonly dates: readonly DateMention[];
	readonly names: readonly NameMention[];
	/** Countries, by name, people, government, service or the prefix of a ship. */
	readonly nations: readonly NationMention[];
	/** Their ids. */
	readonly countries: ReadonlySet<string>;
	/** Terms long enough to be compared by their beginnings. */
	readonly longTerms: readonly string[];
	/** The years that it prints, in a name or by themselves. */
	readonly years: readonly number[];
	/** True when it speaks of what the text before has named: "These drills …". */
	readonly leaning: boolean;
}

interface NationMention extends Span {
	/** Of countries. */
	readonly ids: readonly string[];
}

type Mentions = Pick<SentenceView, 'places' | 'actors' | 'nations' | 'countries'>;

interface Views {
	readonly sentences: readonly Sentence[];
	readonly single: (SentenceView | undefined)[];
	readonly pairs: (SentenceView | undefined)[];
}

const known = new WeakMap<Document, Views>();

/** The views of the sentences that a span touches, in order; a sentence that leans on the one before also together with it. */
export function viewsIn(document: Document, span: Span): SentenceView[] {
	const { sentences } = viewsOf(document);
	const views: SentenceView[] = [];
	for (let index = firstEndingAfter(sentences, span.start); (sentences[index]?.start ?? span.end) < span.end; index++) {
		const view = viewAt(document, index);
		if (!view) continue;
		views.push(view);
		// A quotation that goes on may have its speaker in the sentence before.
		const pair = view.leaning || /^["“]/.test(view.text) ? pairAt(document, index) : undefined;
		if (pair) views.push(pair);
	}
	return views;
}

/** The title of the article that a sentence stands in, where the document prints one. */
export function titleView(view: SentenceView): SentenceView | undefined {
	const title = sectionAt(view.document, view.start)?.title;
	if (!title) return undefined;
	const index = firstEndingAfter(viewsOf(view.document).sentences, title.start);
	return viewAt(view.document, index);
}

/** The heading that a sentence stands under, within its article. */
export function headingView(view: SentenceView): SentenceView | undefined {
	const from = sectionAt(view.document, view.start)?.start ?? 0;
	const heading = view.document.paragraphs.findLast(({ kind, start, end }) => kind === 'heading' && start >= from && end <= view.start);
	return heading && viewAt(view.document, firstEndingAfter(viewsOf(view.document).sentences, heading.start));
}

/** The first sentences of the article's own text: news tell there what they are about. */
export function openingSentences(view: SentenceView, atMost: number): SentenceView[] {
	const opening: SentenceView[] = [];
	const section = sectionAt(view.document, view.start);
	if (!section) return opening;
	const { sentences } = viewsOf(view.document);
	for (let index = firstEndingAfter(sentences, section.start); opening.length < atMost; index++) {
		const other = viewAt(view.document, index);
		if (!other || other.start >= view.start) break;
		if (other.kind === 'prose') opening.push(other);
	}
	return opening;
}

/** The sentences of the article's own text just before this one, nearest first. */
export function sentencesBefore(view: SentenceView, atMost: number): SentenceView[] {
	const before: SentenceView[] = [];
	const from = sectionAt(view.document, view.start)?.start ?? 0;
	for (let index = view.index - (view.pair ? 2 : 1); index >= 0 && before.length < atMost; index--) {
		const other = viewAt(view.document, index);
		if (!other || other.start < from) break;
		if (other.kind === 'prose' || other.kind === 'title') before.push(other);
	}
	return before;
}

function viewAt(document: Document, index: number): SentenceView | undefined {
	const { sentences, single } = viewsOf(document);
	const sentence = sentences[index];
	if (!sentence) return undefined;
	const view = single[index] ?? new ReadSentence(document, sentence, index, tokensOf(document, sentence));
	single[index] = view;
	return view;
}

function pairAt(document: Document, index: number): SentenceView | undefined {
	const { sentences, pairs } = viewsOf(document);
	const already = pairs[index];
	if (already) return already;
	const sentence = sentences[index];
	const before = sentences[index - 1];
	if (!sentence || before?.paragraph !== sentence.paragraph || before.kind !== 'prose') return undefined;
	const tokens = [viewAt(document, index - 1), viewAt(document, index)].flatMap((view) => view?.tokens ?? []);
	const view = new ReadSentence(document, { ...sentence, start: before.start }, index, tokens, true);
	pairs[index] = view;
	return view;
}

function viewsOf(document: Document): Views {
	const views = known.get(document) ?? { sentences: sentencesOf(document.paragraphs), single: [], pairs: [] };
	known.set(document, views);
	return views;
}

/** All sentences; a post is one with the line that says whose it is, since it proves nothing without. */
function sentencesOf(paragraphs: readonly Paragraph[]): Sentence[] {
	const sentences: Sentence[] = [];
	for (const { kind, attribution, sentences: own, number } of paragraphs) {
		const last = sentences.at(-1);
		if (kind !== 'post' || !attribution) sentences.push(...own);
		else if (last?.kind !== 'post' || last.end < attribution.end)
			sentences.push({ start: own[0]?.start ?? attribution.start, end: attribution.end, kind, paragraph: number });
	}
	return sentences;
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

function tokensOf({ text }: Document, { start, end }: Span): Token[] {
	return analyse(text.slice(start, end)).map((token) => ({ term: token.term, start: start + token.start, end: start + token.end }));
}

/** True after a question in the same paragraph: "Is it aimed at anyone? No." */
function answersBefore({ text }: Document, { start }: Span): boolean {
	return /\?["”’']?[ \t]+$/.test(text.slice(Math.max(0, start - 6), start));
}

/** Reads a sentence as far as it is asked about: most candidates are dismissed before their places and dates are looked for. */
class ReadSentence implements SentenceView {
	readonly kind: TextKind;
	readonly paragraph: number;
	readonly start: number;
	readonly end: number;
	readonly text: string;
	readonly terms: ReadonlyMap<string, readonly number[]>;
	readonly longTerms: readonly string[];
	readonly names: readonly NameMention[];
	readonly leaning: boolean;
	readonly years: readonly number[];
	#found: Mentions | undefined;
	#dates: readonly DateMention[] | undefined;

	constructor(
		readonly document: Document,
		sentence: Sentence,
		readonly index: number,
		readonly tokens: readonly Token[],
		readonly pair = false,
	) {
		const { start, end, kind, paragraph } = sentence;
		const text = document.text.slice(start, end);
		const terms = new Map<string, number[]>();
		for (const [at, { term }] of this.tokens.entries()) {
			const places = terms.get(term);
			if (places) places.push(at);
			else terms.set(term, [at]);
		}
		this.kind = kind;
		this.paragraph = paragraph;
		this.start = start;
		this.end = end;
		this.text = text;
		this.terms = terms;
		this.longTerms = [...terms.keys()].filter((term) => term.length >= 5 && !/\d/.test(term));
		this.names = namesOf(document).filter((name) => name.start >= start && name.end <= end);
		this.leaning = this.names.length === 0 && (leaningStart.test(text) || leaningWords.test(text) || answersBefore(document, sentence));
		this.years = (text.match(/\b(?:19|20)\d\d\b/g) ?? []).map(Number);
	}

	get places(): readonly PlaceMention[] {
		return this.#mentions().places;
	}

	get actors(): readonly ActorMention[] {
		return this.#mentions().actors;
	}

	get nations(): readonly NationMention[] {
		return this.#mentions().nations;
	}

	get countries(): ReadonlySet<string> {
		return this.#mentions().countries;
	}

	get dates(): readonly DateMention[] {
		this.#dates ??= findDates(this.document.text, this).filter((span) => !overlapsAny(span, this.names));
		return this.#dates;
	}

	#mentions(): Mentions {
		this.#found ??= this.#findMentions();
		return this.#found;
	}

	#findMentions(): Mentions {
		const found = gazetteer.names.find(this.document.text, this);
		const all = placesAmong(found, gazetteer);
		const outsideNames = (span: Span) => !overlapsAny(span, this.names);
		const places = all.filter(outsideNames);
		const actors = actorsAmong(found, all, gazetteer).filter(outsideNames);
		const nations = [
			...places.filter(({ place }) => place.kind === 'country').map(({ start, end, place }) => ({ start, end, ids: [place.id] })),
			...actors.map(({ start, end, countries }) => ({ start, end, ids: countries.map(({ id }) => id) })),
			...prefixedShips(this.document.text, this).map(({ start, end, country }) => ({ start, end, ids: [country.id] })),
		].filter(({ ids }) => ids.length > 0);
		return { places, actors, nations, countries: new Set(nations.flatMap(({ ids }) => ids)) };
	}
}
