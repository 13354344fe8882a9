import type { Document } from '../../src/corpus/document.js';
import { readDocument } from '../../src/corpus/read.js';
import { mergeExtracts } from '../../src/exercises/catalogue/catalogue.js';
import type { Exercise } from '../../src/exercises/exercise.js';
import { extract } from '../../src/exercises/extract.js';

/** A document made of text, for tests. */
export function documentOf(text: string, file = 'article.txt'): Document {
	return readDocument(file, new TextEncoder().encode(text));
}

/** What the rules alone propose for some articles, merged. */
export function catalogueOf(...texts: readonly string[]): readonly Exercise[] {
	const documents = texts.map((text, index) => documentOf(text, `article-${index + 1}.txt`));
	return mergeExtracts(documents.map(extract));
}

/** The values of a field, without those said twice. */
export function values(claims: readonly { readonly value: string }[]): string[] {
	return [...new Set(claims.map(({ value }) => value))];
}
