import { z } from 'zod';
import { readData } from '../../data.js';
import { type Span, withoutSpans } from '../../text/span.js';
import { oneOf } from '../../text/word-pattern.js';
import type { Judged } from '../judging/judge.js';
import { kindAsked } from '../question/question.js';

const words = z.array(z.string().min(1)).min(1);
const data = readData(
	'answers/data/roles.json',
	z.array(
		z.strictObject({
			role: z.string().min(1),
			/** Words that ask who has the role. */
			asks: words,
			/** A sentence that tells it has one of these words, or one that begins so. */
			says: words,
			begins: words,
			/** Whether it is told too where it is asked how many have it. */
			isCounted: z.boolean().default(false),
		}),
	),
);
const wordOf = (list: readonly string[]): string => `${oneOf(list)}(?![\\p{L}\\p{N}])`;
const roles = data.map(({ asks, says, begins, isCounted }) => ({
	isCounted,
	asks: new RegExp(`(?<![\\p{L}\\p{N}])${wordOf(asks)}`, 'iu'),
	tells: new RegExp(`(?<![\\p{L}\\p{N}])(?:${wordOf(says)}|${oneOf(begins)})`, 'giu'),
}));

/**
 * Whether a sentence tells of the role that a question asks who has, or whether or how many have it: who takes part or is
 * the host neither watches, commands nor wins. True where no such role is asked for.
 * @param names the names of exercises in the question
 */
export function tellsRole(question: string, names: readonly Span[], judged: Judged): boolean {
	return saysRole(question, names, wordsRead(judged));
}

/** The same of some words. */
export function saysRole(question: string, names: readonly Span[], words: string): boolean {
	const kind = kindAsked(question);
	if (kind !== 'party' && kind !== 'yes-no' && kind !== 'number') return true;
	const ofKind = kind === 'number' ? roles.filter(({ isCounted }) => isCounted) : roles;
	const asking = withoutSpans(question, names);
	const said = words.replace(/\s+/g, ' ');
	const isTold = ({ index }: RegExpExecArray): boolean => kind !== 'party' || !isDenied(said.slice(0, index));
	return ofKind.every(({ asks, tells }) => !asks.test(asking) || [...said.matchAll(tells)].some(isTold));
}

/** "Not even as an observer", "nobody watched": who has the role is not told by saying who has it not. */
function isDenied(before: string): boolean {
	return /(?<!\p{L})(?:not|no|nobody|none|never|without|neither|nor|\p{L}+n['’]t)(?:\s[\p{L}\p{N}'’-]+){0,4}\s$/iu.test(
		before,
	);
}

/** Fewer words are read with the sentence before: "And who hosts it? Nigeria." */
const fewestWords = 10;

function wordsRead({ document: { text }, sentence, stretch }: Judged): string {
	const said = text.slice(sentence.start, sentence.end);
	const before = stretch[stretch.indexOf(sentence) - 1];
	return before && said.split(/\s+/).length < fewestWords ? `${text.slice(before.start, before.end)} ${said}` : said;
}
