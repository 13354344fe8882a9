import type { Document } from '../../src/corpus/document.js';
import { readDocument } from '../../src/corpus/read.js';
import { mergeExtracts } from '../../src/exercises/catalogue/catalogue.js';
import type { Exercise } from '../../src/exercises/exercise.js';
import { extract, readExercises } from '../../src/exercises/extract.js';
import { openReader } from '../../src/reader/reader.js';

/** A document made of text, for tests. */
export function documentOf(text: string, file = 'article.txt'): Document {
	return readDocument(file, new TextEncoder().encode(text));
}

/** What the rules alone propose for some articles, merged. */
export function catalogueOf(...texts: readonly string[]): readonly Exercise[] {
	const documents = texts.map((text, index) => documentOf(text, `article-${index + 1}.txt`));
	return mergeExtracts(documents.map(extract));
}

/** What the rules and the reader together say of some articles, merged. */
export async function recordsOf(...texts: readonly string[]): Promise<readonly Exercise[]> {
	const reader = await openReader();
	const documents = texts.map((text, index) => documentOf(text, `article-${index + 1}.txt`));
	return mergeExtracts(await Promise.all(documents.map((document) => readExercises(document, reader))));
}

/** The values of a field, without those said twice. */
export function values(claims: readonly { readonly value: string }[]): string[] {
	return [...new Set(claims.map(({ value }) => value))];
}
