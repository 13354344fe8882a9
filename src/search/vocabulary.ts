import { distance } from 'fastest-levenshtein';

/** The terms of an index, asked whether they are known and which known one a misspelt one is nearest to. */
export interface Vocabulary {
	has(term: string): boolean;
	/** Number of passages that a term stands in. */
	passages(term: string): number;
	/** The nearest known term within one edit of a five-letter word, two of an eight-letter one; undefined when none is. */
	nearest(term: string): string | undefined;
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
		has: (term) => known.has(term),
		passages: (term) => known.get(term) ?? 0,
		nearest(term) {
			// A number that is one digit off is another number.
			if (term.length < shortestCorrected || !/^\p{L}+$/u.test(term)) return undefined;
			let best: string | undefined;
			let fewest = (term.length >= 8 ? 2 : 1) + 1;
			for (let length = term.length - 2; length <= term.length + 2; length += 1) {
				for (const candidate of groups.get(groupKey(term, length)) ?? []) {
					const edits = editsBetween(term, candidate);
					if (edits < fewest) [best, fewest] = [candidate, edits];
				}
			}
			return best;
		},
	};
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
