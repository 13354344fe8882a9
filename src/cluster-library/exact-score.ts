import { lengthFactor, rarityOf, rounded, worthOf } from '../search/bm25.js';
import { titleWeight } from '../search/question-terms.js';
import type { PassageRecord } from './passage-records.js';

/** What a score needs to know of all passages. */
export interface Statistics {
	readonly passages: number;
	/** Passages with a term in their title, or their text. */
	readonly counts: ReadonlyMap<string, { readonly title: number; readonly text: number }>;
	/** Different terms of a field, on average. */
	readonly average: { readonly title: number; readonly text: number };
}

/**
 * The score that MiniSearch gives a passage, BM25+ (Lv & Zhai 2011), which the cluster's own comes near and does not
 * meet.
 */
export function exactScore(
	{ title, text, titleLength, textLength }: PassageRecord,
	weighted: ReadonlyMap<string, number>,
	{ passages, counts, average }: Statistics,
): number {
	const fields = [
		{ name: 'title', weight: titleWeight, length: titleLength, terms: title.split(' ') },
		{ name: 'text', weight: 1, length: textLength, terms: text.split(' ') },
	] as const;
	let score = 0;
	for (const [term, weight] of weighted) {
		for (const { name, weight: fieldWeight, length, terms } of fields) {
			const times = terms.filter((other) => other === term).length;
			if (times === 0) continue;
			const rarity = rarityOf(counts.get(term)?.[name] ?? 0, passages);
			score += weight * fieldWeight * rarity * worthOf(times, lengthFactor(length, average[name]));
		}
	}
	return rounded(score);
}
