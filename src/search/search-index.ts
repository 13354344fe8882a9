import { setImmediate } from 'node:timers/promises';
import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import type { Document } from '../corpus/document.js';
import { type Passage, passagesOf } from '../corpus/passages.js';
import { termsOf } from '../text/analyse.js';
import { askedTerms, titleWeight, weightedTerms } from './question-terms.js';
import { type Vocabulary, vocabularyOf } from './vocabulary.js';

/** A passage and how well it fits: comparable within one search only. */
export interface Hit {
	readonly passage: Passage;
	readonly score: number;
}

/** Passages of a corpus, ready to be searched. */
export interface SearchIndex {
	readonly mini: MiniSearch<Entry>;
	readonly passages: ReadonlyMap<string, Passage>;
	readonly vocabulary: Vocabulary;
}

interface Changing extends SearchIndex {
	readonly passages: Map<string, Passage>;
}

interface Entry {
	readonly id: string;
	readonly title: string;
	readonly text: string;
}

/**
 * How everything is indexed and loaded: one set for both, since an index loaded with other options finds nothing and says nothing.
 * The analyser has done its work before: texts come in as terms with a space between.
 */
export const indexOptions = {
	fields: ['title', 'text'],
	tokenize: (text: string) => text.split(' '),
	processTerm: (term: string) => term,
} satisfies Options<Entry>;

/** Indexes every passage of the documents. */
export function buildSearchIndex(documents: readonly Document[], onDocument?: (done: number) => void): SearchIndex {
	const index = emptyIndex();
	for (const [position, document] of documents.entries()) {
		add(index, document);
		onDocument?.(position + 1);
	}
	return index;
}

/** An index saved by `toJSON`, over the passages of the same documents. */
export function loadSearchIndex(documents: readonly Document[], saved: AsPlainObject): SearchIndex {
	const passages = new Map(documents.flatMap(passagesOf).map((passage) => [passage.id, passage] as const));
	return { mini: MiniSearch.loadJS(saved, indexOptions), passages, vocabulary: vocabularyOf(termsIn(saved)) };
}

export function emptyIndex(): Changing {
	return { mini: new MiniSearch<Entry>(indexOptions), passages: new Map(), vocabulary: vocabularyOf(new Map()) };
}

/** Documents between two pauses in which others are served. */
const atOnce = 4;

/**
 * An index without some documents and with others, serving others in between. It takes the given one over: of what has changed, that one
 * finds nothing any more, and all else still.
 */
export async function changedIndex(
	{ mini, passages, vocabulary }: SearchIndex,
	{ gone, come }: { readonly gone: readonly Document[]; readonly come: readonly Document[] },
	onDocument?: (done: number) => void,
): Promise<SearchIndex> {
	const changed = { mini, passages: new Map(passages), vocabulary };
	for (const [position, document] of gone.entries()) {
		remove(changed, document);
		if (position % atOnce === 0) await setImmediate();
	}
	for (const [position, document] of come.entries()) {
		add(changed, document);
		onDocument?.(position + 1);
		if (position % atOnce === 0) await setImmediate();
	}
	return changed;
}

function entriesOf(document: Document): { readonly passage: Passage; readonly entry: Entry }[] {
	const title = termsOf(document.title).join(' ');
	return passagesOf(document).map((passage) => ({
		passage,
		entry: { id: passage.id, title, text: termsOf(document.text.slice(passage.start, passage.end)).join(' ') },
	}));
}

function add({ mini, passages, vocabulary }: Changing, document: Document): void {
	for (const { passage, entry } of entriesOf(document)) {
		passages.set(passage.id, passage);
		mini.add(entry);
		for (const term of termsOfEntry(entry)) vocabulary.count(term, 1);
	}
}

function remove({ mini, passages, vocabulary }: Changing, document: Document): void {
	for (const { passage, entry } of entriesOf(document)) {
		passages.delete(passage.id);
		mini.remove(entry);
		for (const term of termsOfEntry(entry)) vocabulary.count(term, -1);
	}
}

function termsOfEntry({ title, text }: Entry): Set<string> {
	return new Set(`${title} ${text}`.split(' ').filter((term) => term !== ''));
}

/** The terms of a saved index, each with the number of passages that it stands in. */
function termsIn(saved: AsPlainObject): Map<string, number> {
	return new Map(
		saved.index.map(([term, fields]) => {
			const passages = new Set(Object.values(fields).flatMap((counts) => Object.keys(counts)));
			return [term, passages.size] as const;
		}),
	);
}

/**
 * Passages for a question, best first: BM25+ (Lv & Zhai 2011, as MiniSearch computes it) over terms, near terms at a small share,
 * and the nearest known word for a misspelt one.
 */
export function search(index: SearchIndex, question: string, limit: number): Hit[] {
	const weighted = weightedTerms(index.vocabulary, askedTerms(question));
	if (weighted.size === 0) return [];
	const results = index.mini.search([...weighted.keys()].join(' '), {
		boost: { title: titleWeight },
		boostTerm: (term) => weighted.get(term) ?? 0,
	});
	const hits: Hit[] = [];
	for (const result of results) {
		const passage = index.passages.get(String(result.id));
		// MiniSearch multiplies by the number of terms matched, which favours long passages: that is taken out again.
		if (passage) hits.push({ passage, score: rounded(result.score / Math.max(1, result.queryTerms.length)) });
	}
	return hits.sort(bestFirst).slice(0, limit);
}

/** What is added up in another order differs in the last digits, and is the same score all the same. */
export function rounded(score: number): number {
	return Number(score.toPrecision(9));
}

export function bestFirst(one: Hit, other: Hit): number {
	return other.score - one.score || (one.passage.id < other.passage.id ? -1 : 1);
}
