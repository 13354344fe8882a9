import type { Document } from '../corpus/document.js';
import { type Passage, passagesOf } from '../corpus/passages.js';
import { atOnce, inTurns, type Pieces, takingTurns } from '../taking-turns.js';
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
		atOnce(adding(index, document));
		onDocument?.(position + 1);
	}
	return index;
}

export function emptyIndex(): Changing {
	return { mini: new PassageIndex(), passages: new Map(), vocabulary: vocabularyOf(new Map()) };
}

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
	const pause = takingTurns();
	for (const document of gone) await inTurns(removing(changed, document), pause);
	for (const [position, document] of come.entries()) {
		await inTurns(adding(changed, document), pause);
		onDocument?.(position + 1);
	}
	return changed;
}

function* entriesOf(document: Document): Generator<{ readonly passage: Passage; readonly entry: Entry }> {
	const title = termsOf(document.title).join(' ');
	for (const passage of passagesOf(document)) {
		yield { passage, entry: { id: passage.id, title, text: termsOf(document.text.slice(passage.start, passage.end)).join(' ') } };
	}
}

function* adding({ mini, passages, vocabulary }: Changing, document: Document): Pieces<void> {
	for (const { passage, entry } of entriesOf(document)) {
		passages.set(passage.id, passage);
		mini.add(entry);
		for (const term of termsOfEntry(entry)) vocabulary.count(term, 1);
		yield;
	}
}

function* removing({ mini, passages, vocabulary }: Changing, document: Document): Pieces<void> {
	for (const { passage, entry } of entriesOf(document)) {
		passages.delete(passage.id);
		mini.remove(entry);
		for (const term of termsOfEntry(entry)) vocabulary.count(term, -1);
		yield;
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
