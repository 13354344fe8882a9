import { type Piece, type Vocabulary, wordPieces } from './word-pieces.js';

/** A stretch of a document, held against a query. */
export interface Stretch {
	/** A question, the name of an exercise, or `namesQuery`. */
	readonly query: string;
	/** Of the article; its first words tell the network what the stretch is about. */
	readonly title: string;
	/** The article's day of publication in English words, "20 June 2022": a question may name a month that no sentence says. */
	readonly published?: string;
	readonly sentences: readonly string[];
	/** For the name of an exercise: indices of the sentences that are known to name it. */
	readonly anchors?: ReadonlySet<number>;
}

/** The query that asks for names of exercises. */
export const namesQuery = 'which exercises are named';

/** A stretch as the network takes it: its pieces' numbers in one row, and which of them are of which sentence. */
export interface EncodedStretch {
	readonly ids: readonly number[];
	/** 0 for the query, 1 for the stretch. */
	readonly types: readonly number[];
	/** Pieces of the query, from the second on. */
	readonly queryLength: number;
	/** One for each sentence that was not cut off: where its pieces begin in the row, and their places in the sentence. */
	readonly sentences: readonly { readonly first: number; readonly pieces: readonly Piece[] }[];
}

const longestRow = 320;
const longestQuery = 96;
const titleWords = 14;

/** Lays a stretch out as `[CLS] query [SEP] title (published) : [mark] sentence [mark] sentence … [SEP]`, cut at the end where it is too long. */
export function encodeStretch({ query, title, published, sentences, anchors }: Stretch, vocabulary: Vocabulary): EncodedStretch {
	const special = (name: string): number => vocabulary.get(name) ?? 0;
	const idsOf = (text: string): number[] => wordPieces(text, vocabulary).map(({ id }) => id);
	const queryIds = idsOf(query).slice(0, longestQuery);
	const head = [special('[CLS]'), ...queryIds, special('[SEP]')];
	const row = [...head];
	const room = longestRow - 1;
	const firstWords = title.split(/\s+/).filter(Boolean).slice(0, titleWords);
	const heading = [...firstWords, ...(published ? [`(${published})`] : [])].join(' ');
	if (heading !== '') row.push(...idsOf(`${heading} :`));
	row.length = Math.min(row.length, room);
	const laid: EncodedStretch['sentences'][number][] = [];
	for (const [index, sentence] of sentences.entries()) {
		if (row.length >= room) break;
		row.push(special(anchors?.has(index) ? '[unused2]' : '[unused1]'));
		const pieces = wordPieces(sentence, vocabulary).slice(0, room - row.length);
		laid.push({ first: row.length, pieces });
		row.push(...pieces.map(({ id }) => id));
	}
	row.push(special('[SEP]'));
	return { ids: row, types: row.map((_, at) => (at < head.length ? 0 : 1)), queryLength: queryIds.length, sentences: laid };
}
