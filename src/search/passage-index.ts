import { lengthFactor, rarityOf, rounded, worthOf } from './bm25.js';
import { type Entry, type Field, fields, SavableIndex } from './savable-index.js';

export interface Scored {
	readonly id: string;
	readonly score: number;
}

/** Where a term stands in one field: passages by their number in the index, and what it is worth in each before its rarity is counted. */
interface Postings {
	readonly field: Field;
	readonly passages: Uint32Array;
	readonly worth: Float64Array;
}

/**
 * A MiniSearch index whose best passages are worked out over its own postings: the same BM25+, but over arrays of numbers instead of an object
 * for every passage that holds a term, of which a common term has tens of thousands.
 */
export class PassageIndex extends SavableIndex {
	/** Of every passage, by its number and field, what its length does to a term's count; worked out anew after a change, as the next. */
	private lengths: Readonly<Record<Field, Float64Array>> | undefined;
	/** Of the terms that were asked for. */
	private readonly postings = new Map<string, readonly Postings[]>();
	/** Scores of one search, by the number of the passage. */
	private scores = new Float64Array(0);

	override add(entry: Entry): void {
		super.add(entry);
		this.forget();
	}

	override remove(entry: Entry): void {
		super.remove(entry);
		this.forget();
	}

	/**
	 * The best passages for weighted terms, best first; equals in the order of their ids.
	 * @param titleWeight what a term in the title weighs beside one in the text
	 */
	best(terms: ReadonlyMap<string, number>, titleWeight: number, limit: number): Scored[] {
		const scores = this.cleared();
		for (const [term, weight] of terms) {
			for (const { field, passages, worth } of this.postingsOf(term)) {
				const rarity = rarityOf(passages.length, this._documentCount);
				const factor = weight * rarity * (field === 'title' ? titleWeight : 1);
				for (let at = 0; at < passages.length; at += 1) {
					const passage = passages[at] ?? 0;
					scores[passage] = (scores[passage] ?? 0) + factor * (worth[at] ?? 0);
				}
			}
		}
		return this.highest(scores, limit);
	}

	private cleared(): Float64Array {
		if (this.scores.length < this._nextId) this.scores = new Float64Array(this._nextId);
		return this.scores.fill(0);
	}

	private forget(): void {
		this.lengths = undefined;
		this.postings.clear();
	}

	private postingsOf(term: string): readonly Postings[] {
		const known = this.postings.get(term) ?? this.arraysOf(term);
		this.postings.set(term, known);
		return known;
	}

	private arraysOf(term: string): readonly Postings[] {
		this.lengths ??= { title: this.lengthsOf('title'), text: this.lengthsOf('text') };
		this.unpackTerm(term);
		const data = this._index.get(term);
		return fields.flatMap((field) => {
			const counts = data?.get(this._fieldIds[field] ?? -1);
			if (!counts) return [];
			const passages = new Uint32Array(counts.size);
			const worth = new Float64Array(counts.size);
			const lengthsThere = this.lengths?.[field];
			let at = 0;
			counts.forEach((count, passage) => {
				passages[at] = passage;
				worth[at] = worthOf(count, lengthsThere?.[passage] ?? 0);
				at += 1;
			});
			return [{ field, passages, worth }];
		});
	}

	private lengthsOf(field: Field): Float64Array {
		const id = this._fieldIds[field] ?? 0;
		const average = this._avgFieldLength[id] ?? 1;
		const lengths = new Float64Array(this._nextId);
		for (const [passage, all] of this._fieldLength) lengths[passage] = lengthFactor(all[id] ?? 0, average);
		return lengths;
	}

	/** The highest scores, kept in order while all are looked through. */
	private highest(scores: Float64Array, limit: number): Scored[] {
		const best: Scored[] = [];
		let least = Number.MIN_VALUE;
		let almost = least;
		for (let passage = 0; passage < scores.length; passage += 1) {
			const exact = scores[passage] ?? 0;
			if (exact < almost) continue;
			const score = rounded(exact);
			if (score < least) continue;
			const scored = { id: String(this._documentIds.get(passage)), score };
			best.splice(placeOf(scored, best), 0, scored);
			if (best.length > limit) best.pop();
			if (best.length === limit) {
				least = best.at(-1)?.score ?? Number.MAX_VALUE;
				almost = least * (1 - 1e-8);
			}
		}
		return best;
	}
}

/** Where in an order of the best first this one belongs: equals stand in the order of their ids. */
function placeOf({ id, score }: Scored, best: readonly Scored[]): number {
	let [from, to] = [0, best.length];
	while (from < to) {
		const middle = (from + to) >> 1;
		const other = best[middle];
		if (other && (score > other.score || (score === other.score && id < other.id))) to = middle;
		else from = middle + 1;
	}
	return from;
}
