import { nearTerms, termsOf } from '../text/analyse.js';
import type { KnownTerms } from './vocabulary.js';

/** How a question is weighed; the shares are of a printed term's own weight. */
export const titleWeight = 0.8;
const weights = { correction: 0.8, near: 0.15 };
/** A question's first terms count; a page pasted into it must not hold up everybody else. */
const mostTerms = 48;
export const mostCorrections = 8;
/** The terms of a question, each once. */
export function askedTerms(question: string): string[] {
	return [...new Set(termsOf(question))].slice(0, mostTerms);
}

/** The terms to look for, each with its weight: the question's own before near ones, rare ones before common ones. */
export function weightedTerms(vocabulary: KnownTerms, asked: readonly string[]): Map<string, number> {
	const own = ownTerms(vocabulary, asked);
	const near = new Map<string, number>();
	for (const term of own.keys())
		for (const other of nearTerms(term)) if (!own.has(other) && vocabulary.has(other)) near.set(other, weights.near);
	const rareFirst = (terms: Map<string, number>) => [...terms].sort(([a], [b]) => vocabulary.passages(a) - vocabulary.passages(b));
	return new Map([...rareFirst(own), ...rareFirst(near)]);
}

/** A question's own terms, misspelt ones corrected. */
function ownTerms(vocabulary: KnownTerms, asked: readonly string[]): Map<string, number> {
	const own = new Map<string, number>();
	let corrections = 0;
	for (const term of asked) {
		if (vocabulary.has(term)) own.set(term, 1);
		else if (corrections < mostCorrections) {
			const corrected = vocabulary.nearest(term);
			corrections += 1;
			if (corrected && !own.has(corrected)) own.set(corrected, weights.correction);
		}
	}
	return own;
}
