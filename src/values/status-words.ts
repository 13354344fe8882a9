import { z } from 'zod';
import { readData } from '../data.js';

const list = z.array(z.string().min(1));
const particles = z.record(z.string(), list);

const lists = readData(
	'values/data/status-words.json',
	z.strictObject({
		cancelled: list,
		postponed: list,
		/** Verbs that their object may part from their particle: "called the drill off". */
		splitVerbs: z.strictObject({ cancelled: particles, postponed: particles }),
		nouns: z.strictObject({ cancelled: list, postponed: list }),
		/** What an event did. */
		happened: list,
		/** What one does or not. */
		happen: list,
		/** "did not begin on Monday" does not say that it never did. */
		begin: list,
		/** What is done with one, behind "was". */
		done: list,
		/** What somebody does or does not do with one. */
		do: list,
		negations: list,
		possibly: list,
		/** Words that may stand in a group of verbs. */
		auxiliaries: list,
		/** Who does this does not say that anything is so. */
		wished: list,
		/** Of these a drill itself may be the object: "are considering a drill"; one that is considered a threat is held. */
		proposed: list,
		demanded: list,
		/** Who does this does say so. */
		decided: list,
		inDoubt: list,
		/** Before the exercise's own words. */
		possibleBefore: list,
		/** What of an exercise is the exercise itself: "the start of". */
		eventHeads: list,
		/** What begins a clause that tells of something else, or of an earlier time. */
		subordinators: list,
		/** What begins one that goes on about the same. */
		continuers: list,
	}),
);

/** Phrases by their first word, the longest first. */
export interface Phrases {
	/** How many words of a list, from an index on, are a phrase of these; 0 for none. */
	lengthAt(words: readonly string[], at: number): number;
}

function phrases(all: readonly string[]): Phrases {
	const byFirst = new Map<string, string[][]>();
	for (const phrase of all.toSorted((a, b) => b.length - a.length)) {
		const words = phrase.split(' ');
		const [first = ''] = words;
		byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
	}
	return {
		lengthAt: (words, at) =>
			byFirst.get(words[at] ?? '')?.find((phrase) => phrase.every((word, index) => words[at + index] === word))?.length ?? 0,
	};
}

const set = (words: readonly string[]): ReadonlySet<string> => new Set(words);
const split = (of: Readonly<Record<string, readonly string[]>>) =>
	Object.entries(of).map(([particle, verbs]) => ({ particle: phrases([particle]), verbs: set(verbs) }));

export const statusWords = {
	cancelled: phrases(lists.cancelled),
	postponed: phrases(lists.postponed),
	splitVerbs: { cancelled: split(lists.splitVerbs.cancelled), postponed: split(lists.splitVerbs.postponed) },
	nouns: { cancelled: set(lists.nouns.cancelled), postponed: set(lists.nouns.postponed) },
	happened: phrases(lists.happened),
	happen: phrases(lists.happen),
	begin: phrases(lists.begin),
	done: phrases(lists.done),
	do: phrases(lists.do),
	negations: set(lists.negations),
	negation: phrases(lists.negations),
	possibly: set(lists.possibly),
	auxiliaries: set(lists.auxiliaries),
	wished: set(lists.wished),
	proposed: set(lists.proposed),
	demanded: set(lists.demanded),
	decided: set(lists.decided),
	inDoubt: phrases(lists.inDoubt),
	possibleBefore: set(lists.possibleBefore),
	eventHeads: set(lists.eventHeads),
	subordinators: phrases(lists.subordinators),
	continuers: set(lists.continuers),
} as const;
