import type { Span } from '../text/span.js';

/** A piece of a word: its number in the vocabulary and where it stands in the text. */
export interface Piece extends Span {
	readonly id: number;
}

/** The vocabulary of a BERT encoder: word pieces to their numbers. */
export type Vocabulary = ReadonlyMap<string, number>;

const longestWord = 100;
const unknown = '[UNK]';
const blank = /[\s\p{Zs}]/u;
/** Punctuation as BERT counts it: Unicode's, and every ASCII sign that is no letter or digit. */
const mark = /[\p{P}!-/:-@[-`{-~]/u;
const ideograph = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{2fa1f}]/u;
const unseen = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\ufffd]/u;

/** One letter of a word, folded, and the span of the text that it was made of. */
interface Letter extends Span {
	readonly folded: string;
}

/**
 * Cuts a text into word pieces, lower case and without accents, as the uncased BERT tokenizer does (Devlin et al. 2019), with offsets into
 * the text as it stands.
 */
export function wordPieces(text: string, vocabulary: Vocabulary): Piece[] {
	return wordsOf(text).flatMap((word) => piecesOf(word, vocabulary));
}

/** Words as runs of letters, each mark and each ideograph by itself. */
function wordsOf(text: string): Letter[][] {
	const words: Letter[][] = [];
	let word: Letter[] = [];
	const close = () => {
		if (word.length > 0) words.push(word);
		word = [];
	};
	let start = 0;
	for (const letter of text) {
		const end = start + letter.length;
		if (blank.test(letter)) close();
		else if (!unseen.test(letter)) {
			const folded = letter
				.toLowerCase()
				.normalize('NFD')
				.replace(/\p{Mn}/gu, '');
			const alone = mark.test(letter) || ideograph.test(letter);
			if (alone) close();
			for (const one of folded) word.push({ folded: one, start, end });
			if (alone) close();
		}
		start = end;
	}
	close();
	return words;
}

/** The longest known piece first, then the longest that goes on from there; a word that cannot be made of pieces is unknown as a whole. */
function piecesOf(word: readonly Letter[], vocabulary: Vocabulary): Piece[] {
	const [first] = word;
	const last = word.at(-1);
	if (!first || !last) return [];
	const whole: Piece[] = [{ id: vocabulary.get(unknown) ?? 0, start: first.start, end: last.end }];
	if (word.length > longestWord) return whole;
	const pieces: Piece[] = [];
	let from = 0;
	while (from < word.length) {
		const found = longestFrom(word, from, vocabulary);
		if (!found) return whole;
		pieces.push({ id: found.id, start: word[from]?.start ?? first.start, end: word[found.to - 1]?.end ?? last.end });
		from = found.to;
	}
	return pieces;
}

function longestFrom(word: readonly Letter[], from: number, vocabulary: Vocabulary): { id: number; to: number } | null {
	for (let to = word.length; to > from; to--) {
		const piece = word
			.slice(from, to)
			.map(({ folded }) => folded)
			.join('');
		const id = vocabulary.get(from > 0 ? `##${piece}` : piece);
		if (id !== undefined) return { id, to };
	}
	return null;
}
