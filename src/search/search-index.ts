import { setImmediate } from 'node:timers/promises';
import type { Document } from '../corpus/document.js';
import { type Passage, passagesOf } from '../corpus/passages.js';
import { termsOf } from '../text/analyse.js';
import { PassageIndex } from './passage-index.js';
import { askedTerms, titleWeight, weightedTerms } from './question-terms.js';
import type { Entry } from './savable-index.js';
import { type Vocabulary, vocabularyOf } from './vocabulary.js';

/** A passage and how well it fits: comparable within one search only. */
export interface Hit {
	readonly passage: Passage;
	readonly score: number;
}

/** Passages of a corpus, ready to be searched. */
export interface SearchIndex {
	readonly mini: PassageIndex;
	readonly passages: ReadonlyMap<string, Passage>;
	readonly vocabulary: Vocabulary;
}

interface Changing extends SearchIndex {
	readonly passages: Map<string, Passage>;
}

/** Indexes every passage of the documents. */
export function buildSearchIndex(documents: readonly Document[], onDocument?: (done: number) => void): SearchIndex {
	const index = emptyIndex();
	for (const [position, document] of documents.entries()) {
		add(index, document);
		onDocument?.(position + 1);
	}
	return index;
}

export function emptyIndex(): Changing {
	return { mini: new PassageIndex(), passages: new Map(), vocabulary: vocabularyOf(new Map()) };
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

/**
 * Passages for a question, best first: BM25+ over its terms, near terms at a small share, and the nearest known word for a misspelt one.
 */
export function search({ mini, passages, vocabulary }: SearchIndex, question: string, limit: number): Hit[] {
	return mini.best(weightedTerms(vocabulary, askedTerms(question)), titleWeight, limit).flatMap(({ id, score }) => {
		const passage = passages.get(id);
		return passage ? [{ passage, score }] : [];
	});
}

export function bestFirst(one: Hit, other: Hit): number {
	return other.score - one.score || (one.passage.id < other.passage.id ? -1 : 1);
}
