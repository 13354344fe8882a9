import { z } from 'zod';
import { readData } from '../../data.js';
import { oneOf } from '../../text/word-pattern.js';

const list = z.array(z.string().min(1));
const lists = readData(
	'exercises/data/verbs.json',
	z.strictObject({
		/** Whoever does this to an exercise takes part in it: "hold", "kick off", "participate in". */
		hold: list,
		/** What an exercise itself does: "take place", "be held". */
		happen: list,
		/** What forces do in one: "sail", "deploy". */
		act: list,
		/** What is said of one. */
		report: list,
		/** What those do who do not take part. */
		watch: list,
		/** What makes an exercise a wish. */
		hypothetical: list,
	}),
);

export type VerbGroup = keyof typeof lists;

/** Source of a pattern that matches any verb of the groups. */
export function verbPattern(...groups: readonly VerbGroup[]): string {
	return oneOf(groups.flatMap((group) => lists[group]));
}

const all: ReadonlySet<string> = new Set(Object.values(lists).flat());

/** Whether a word, in lower case, is a verb of any group. */
export function isAnyVerb(word: string): boolean {
	return all.has(word);
}
