import type { Span } from '../text/span.js';
import type { AnswerScores, RecordScores } from './networks.js';
import type { EncodedStretch } from './stretch.js';
import type { Piece } from './word-pieces.js';

/** Words of a sentence that the reader marks, as offsets into the sentence, and how sure it is, 0 to 1. */
export interface Marked extends Span {
	readonly sureness: number;
}

/** How a stretch answers a question: one entry for each sentence that fitted. */
export type Answering = readonly {
	/** Comparable over the stretches of one question: a log-odds against "nothing answers", which is 0. */
	readonly number: number;
	/** The words of the sentence that would answer. */
	readonly words: Marked;
}[];

/** What the reader marks of an exercise. The order of the network for exercises. */
export const fields = ['participant', 'observer', 'place', 'date', 'organiser', 'force', 'aim', 'name'] as const;
export type Field = (typeof fields)[number];

/** What a stretch says of an exercise: one entry for each sentence that fitted. */
export type RecordRead = readonly {
	/** Whether the sentence speaks of the exercise, 0 to 1. */
	readonly about: number;
	readonly marks: readonly (Marked & { readonly field: Exclude<Field, 'name'> })[];
}[];

/** The words of each sentence that name exercises. */
export type NamesRead = readonly (readonly Marked[])[];

/** An answer has at most so many pieces of words. */
const longestAnswer = 25;
/** Weaker marks are not told. */
const faintest = 0.2;

export function answeringOf({ sentences }: EncodedStretch, { answer, words }: AnswerScores): Answering {
	return sentences.map(({ first, pieces }, index) => ({
		number: answer[index] ?? Number.NEGATIVE_INFINITY,
		words: likeliestWords(pieces, (at, which) => words[(first + at) * 2 + which] ?? Number.NEGATIVE_INFINITY),
	}));
}

function likeliestWords(pieces: readonly Piece[], score: (at: number, which: 0 | 1) => number): Marked {
	let best = { from: 0, to: 0, score: Number.NEGATIVE_INFINITY };
	let [begins, ends] = [0, 0];
	for (let from = 0; from < pieces.length; from++) {
		begins += Math.exp(score(from, 0));
		ends += Math.exp(score(from, 1));
		for (let to = from; to < Math.min(pieces.length, from + longestAnswer); to++) {
			const both = score(from, 0) + score(to, 1);
			if (both > best.score) best = { from, to, score: both };
		}
	}
	const sureness = pieces.length === 0 ? 0 : Math.exp(best.score) / (begins * ends);
	return { start: pieces[best.from]?.start ?? 0, end: pieces[best.to]?.end ?? 0, sureness };
}

export function recordOf({ sentences }: EncodedStretch, { about, fields: scores }: RecordScores): RecordRead {
	return sentences.map(({ first, pieces }, index) => ({
		about: sigmoid(about[index] ?? Number.NEGATIVE_INFINITY),
		marks: fields.flatMap((field, at) => {
			if (field === 'name') return [];
			return runs(pieces, (piece) => sigmoid(scores[(first + piece) * fields.length + at] ?? Number.NEGATIVE_INFINITY)).map((mark) => ({
				...mark,
				field,
			}));
		}),
	}));
}

export function namesOf({ sentences }: EncodedStretch, { fields: scores }: RecordScores): NamesRead {
	const at = fields.indexOf('name');
	return sentences.map(({ first, pieces }) =>
		runs(pieces, (piece) => sigmoid(scores[(first + piece) * fields.length + at] ?? Number.NEGATIVE_INFINITY)),
	);
}

/** Runs of pieces above half, and fainter ones by themselves; a run is as sure as its mean. */
function runs(pieces: readonly Piece[], sureness: (at: number) => number): Marked[] {
	const found: { start: number; end: number; sum: number; count: number; strong: boolean }[] = [];
	let open: (typeof found)[number] | undefined;
	for (const [at, { start, end }] of pieces.entries()) {
		const sure = sureness(at);
		if (sure < faintest) open = undefined;
		else if (open && open.strong === sure > 0.5) {
			open.end = end;
			open.sum += sure;
			open.count++;
		} else {
			open = { start, end, sum: sure, count: 1, strong: sure > 0.5 };
			found.push(open);
		}
	}
	return found.map(({ start, end, sum, count }) => ({ start, end, sureness: sum / count }));
}

function sigmoid(score: number): number {
	return 1 / (1 + Math.exp(-score));
}
