import { type Quote, quoteKey } from '../../corpus/quote.js';
import type { Exercise, PlaceClaim } from '../../exercises/exercise.js';
import type { PlaceFinding } from './exercises-at.js';

/** Quotes on a place that speak of the same exercises, by the catalogue. */
export interface PlaceQuotes {
	/** Empty for passages that only name the place. */
	readonly exercises: readonly Exercise[];
	/** Whether one of them is at the place; else the quotes only name it. */
	readonly areThere: boolean;
	/** What puts them there. */
	readonly claims: readonly PlaceClaim[];
	readonly quotes: readonly Quote[];
}

interface Told {
	readonly quote: Quote;
	readonly exercises: Exercise[];
	readonly claims: PlaceClaim[];
}

/**
 * What is found of a place, each quote once, under all the exercises that it speaks of: first those at the place, in
 * their order, each alone before it is with others; then those that are elsewhere; then what speaks of none.
 */
export function quotesAt({ exercises, passages }: PlaceFinding): PlaceQuotes[] {
	const places = new Map(exercises.map(({ exercise }, index) => [exercise.id, index] as const));
	const told = new Map<string, Told>();
	for (const { exercise, claims } of exercises) {
		for (const claim of claims) {
			const { quote } = claim;
			const known = told.get(quoteKey(quote)) ?? { quote, exercises: [], claims: [] };
			if (!known.exercises.includes(exercise)) known.exercises.push(exercise);
			known.claims.push(claim);
			told.set(quoteKey(quote), known);
		}
	}
	for (const { quote, exercises: of } of passages) told.set(quoteKey(quote), { quote, exercises: [...of], claims: [] });
	const groups = new Map<string, Told[]>();
	for (const one of told.values()) {
		const key = one.exercises.map(({ id }) => id).join('\n');
		groups.set(key, [...(groups.get(key) ?? []), one]);
	}
	const rank = (group: PlaceQuotes): number =>
		group.exercises.length === 0
			? Number.POSITIVE_INFINITY
			: Math.min(...group.exercises.map(({ id }) => places.get(id) ?? places.size));
	return [...groups.values()]
		.map((group): PlaceQuotes => {
			const of = group[0]?.exercises ?? [];
			const claims = group.flatMap((one) => one.claims);
			return {
				exercises: of,
				areThere: of.some(({ id }) => places.has(id)),
				claims,
				quotes: group.map(({ quote }) => quote),
			};
		})
		.sort((a, b) => byNumber(rank(a), rank(b)) || a.exercises.length - b.exercises.length);
}

/** Infinities are equal. */
function byNumber(one: number, other: number): number {
	return one === other ? 0 : one - other;
}
