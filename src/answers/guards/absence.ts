import { z } from 'zod';
import { readData } from '../../data.js';
import { oneOf } from '../../text/word-pattern.js';
import type { Judged } from '../judging/judge.js';
import { kindAsked } from '../question/question.js';

const words = z.array(z.string().min(1)).min(1);
const data = readData(
	'answers/data/absence.json',
	z.strictObject({
		/** What makes a question ask for those of whom something is not so. */
		asks: words,
		/** A sentence that says that something is not so has one of these words, or one that begins so. */
		says: words,
		begins: words,
	}),
);
const no = "n['’]t";
const asks = new RegExp(`(?<!\\p{L})${oneOf(data.asks)}(?!\\p{L})|${no}(?!\\p{L})`, 'iu');
const says = new RegExp(
	`(?<![\\p{L}\\p{N}])(?:${oneOf(data.says)}(?![\\p{L}\\p{N}])|${oneOf(data.begins)})|${no}(?!\\p{L})`,
	'iu',
);

/**
 * Whether a sentence can answer "who did not take part", "where was it not held": only one that says of something that
 * it is not so. True for any other question; why something is not so any sentence may say.
 */
export function tellsAbsence(question: string, { document: { text }, sentence }: Judged): boolean {
	const kind = kindAsked(question);
	if (kind === null || kind === 'yes-no' || /\bwhy\b/i.test(question) || !asks.test(question)) return true;
	return says.test(text.slice(sentence.start, sentence.end));
}
