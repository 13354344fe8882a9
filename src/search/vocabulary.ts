import { distance } from 'fastest-levenshtein';

/** What is known of terms of an index. */
export interface KnownTerms {
	has(term: string): boolean;
	/** Number of passages that a term stands in. */
	passages(term: string): number;
	/**
	 * The nearest known term within one edit of a five-letter word, two of an eight-letter one; of several the commonest, then the first by
	 * the alphabet. Undefined when none is.
	 */
	nearest(term: string): string | undefined;
}

/** The terms of an index, asked whether they are known and which known one a misspelt one is nearest to. */
export interface Vocabulary extends KnownTerms {
	/** All terms that stand in a passage. */
	terms(): string[];
	/** A term stands in so many passages more, or fewer. */
	count(term: string, more: number): void;
}

const shortestCorrected = 5;

/** The terms, each with its number of passages: grouped by first letter and length, so that a correction looks at few of them. */
export function vocabularyOf(terms: ReadonlyMap<string, number>): Vocabulary {
	const known = new Map<string, number>();
	const groups = new Map<string, Set<string>>();
	const count = (term: string, more: number) => {
		const passages = (known.get(term) ?? 0) + more;
		if (passages > 0) known.set(term, passages);
		else known.delete(term);
		if (!/^\p{L}+$/u.test(term)) return;
		const key = groupKey(term, term.length);
		const group = groups.get(key) ?? new Set();
		groups.set(key, group);
		if (passages > 0) group.add(term);
		else group.delete(term);
	};
	for (const [term, passages] of terms) count(term, passages);
	return {
		count,
		terms: () => [...known.keys()],
		has: (term) => known.has(term),
		passages: (term) => known.get(term) ?? 0,
		nearest(term) {
			if (!isCorrected(term)) return undefined;
			const candidates: string[] = [];
			for (let length = term.length - 2; length <= term.length + 2; length += 1)
				candidates.push(...(groups.get(groupKey(term, length)) ?? []));
			return nearestOf(
				term,
				candidates.map((candidate) => [candidate, known.get(candidate) ?? 0]),
			);
		},
	};
}

/** A number that is one digit off is another number, and a short word another word. */
export function isCorrected(term: string): boolean {
	return term.length >= shortestCorrected && /^\p{L}+$/u.test(term);
}

/** So many edits may lie between a word and what is taken for it. */
export function mostEdits(term: string): number {
	return term.length >= 8 ? 2 : 1;
}

/** Of known terms, each with its number of passages, the nearest to another. */
export function nearestOf(term: string, candidates: readonly (readonly [string, number])[]): string | undefined {
	let best: { readonly term: string; readonly edits: number; readonly passages: number } | undefined;
	for (const [candidate, passages] of candidates) {
		const edits = editsBetween(term, candidate);
		if (edits > (best?.edits ?? mostEdits(term))) continue;
		const isBetter = !best || edits < best.edits || passages > best.passages || (passages === best.passages && candidate < best.term);
		if (isBetter) best = { term: candidate, edits, passages };
	}
	return best?.term;
}

function groupKey(term: string, length: number): string {
	return `${term.charAt(0)}${length}`;
}

/** Levenshtein distance in which two neighbouring letters exchanged count once (Damerau 1964), where that is the only slip. */
function editsBetween(a: string, b: string): number {
	const edits = distance(a, b);
	if (edits !== 2 || a.length !== b.length) return edits;
	const first = [...a].findIndex((letter, index) => letter !== b.charAt(index));
	const swapped = a.slice(0, first) + a.charAt(first + 1) + a.charAt(first) + a.slice(first + 2);
	return swapped === b ? 1 : edits;
}
