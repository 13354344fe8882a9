import MiniSearch, { type Options, type Query, type SearchOptions, type SearchResult } from 'minisearch';
import { Packer, type Unpacker } from './packed.js';
import { packPostings, unpackPostings } from './postings.js';

/** What is indexed of a passage: terms with a space between, since the analyser has done its work before. */
export interface Entry {
	readonly id: string;
	readonly title: string;
	readonly text: string;
}

export const fields = ['title', 'text'] as const;
export type Field = (typeof fields)[number];

/** One set of options for every index: one that is asked with others finds nothing, and says nothing. */
const indexOptions = {
	fields: [...fields],
	tokenize: (text: string) => text.split(' '),
	processTerm: (term: string) => term,
} satisfies Options<Entry>;

/**
 * A MiniSearch index that is saved and opened in small pieces, passage by passage and term by term. Of one that was opened, where a term
 * stands is unpacked when somebody asks for it: most words of a large folder are never asked about.
 */
export class SavableIndex extends MiniSearch<Entry> {
	private readonly packed = new Map<string, Buffer>();

	constructor() {
		super(indexOptions);
	}

	override add(entry: Entry): void {
		this.unpackTerms(entry.title);
		this.unpackTerms(entry.text);
		super.add(entry);
	}

	override remove(entry: Entry): void {
		this.unpackTerms(entry.title);
		this.unpackTerms(entry.text);
		super.remove(entry);
	}

	override search(query: Query, options?: SearchOptions): SearchResult[] {
		if (typeof query === 'string') this.unpackTerms(query);
		return super.search(query, options);
	}

	/** To be called before `_index` is asked for a term. */
	protected unpackTerm(term: string): void {
		const bytes = this.packed.get(term);
		if (!bytes) return;
		this.packed.delete(term);
		this._index.set(term, unpackPostings(bytes));
	}

	private unpackTerms(terms: string): void {
		if (this.packed.size > 0) for (const term of terms.split(' ')) this.unpackTerm(term);
	}

	/** @param terms the number of terms */
	packHead(packer: Packer, terms: number): void {
		packer.number(this._nextId).number(terms);
		for (const field of fields) packer.fraction(this._avgFieldLength[this._fieldIds[field] ?? -1] ?? 0);
	}

	/** Of a passage its number in the index, and how long each of its fields is. */
	packPassage(packer: Packer, id: string): void {
		const number = this._idToShortId.get(id);
		const lengths = this._fieldLength.get(number ?? -1);
		if (number === undefined || !lengths) throw new RangeError(`${id} is not in the index`);
		packer.number(number);
		for (const field of fields) packer.number(lengths[this._fieldIds[field] ?? -1] ?? 0);
	}

	/**
	 * Terms with where each stands. Meanwhile the index may be searched, not changed.
	 * @param terms all that it holds: to list them itself it would have to go through all of them at once
	 */
	*packedTerms(terms: readonly string[]): Generator<readonly [string, Uint8Array]> {
		const packer = new Packer();
		for (const term of terms) {
			const postings = this._index.get(term);
			yield [term, this.packed.get(term) ?? packPostings(packer, postings ?? new Map())];
		}
	}

	/** Into an index that is empty. @returns the number of terms that follow */
	unpackHead(unpacker: Unpacker): number {
		this._nextId = unpacker.number();
		const terms = unpacker.number();
		for (const field of fields) this._avgFieldLength[this._fieldIds[field] ?? 0] = unpacker.fraction();
		return terms;
	}

	unpackPassage(unpacker: Unpacker, id: string): void {
		const number = unpacker.number();
		const lengths: number[] = [];
		for (const field of fields) lengths[this._fieldIds[field] ?? 0] = unpacker.number();
		this._documentIds.set(number, id);
		this._idToShortId.set(id, number);
		this._fieldLength.set(number, lengths);
		this._documentCount += 1;
	}

	addPackedTerm(term: string, postings: Buffer): void {
		this.packed.set(term, postings);
	}
}
