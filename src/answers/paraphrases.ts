import { z } from 'zod';
import { readData } from '../data.js';
import { termOf } from '../text/analyse.js';

const group = z.array(z.string().regex(/^[a-z]+$/)).min(2);
/** By topic, for whoever adds to them: a word of several senses stands in several small groups, which are not joined. */
const topics = readData('answers/data/paraphrases.json', z.record(z.string(), z.array(group)));
const groups = Object.values(topics).flat();

/** All words of the groups, as written. */
export const paraphrasedWords: readonly string[] = [...new Set(groups.flat())];

const alike = new Map<string, Set<string>>();
for (const words of groups) {
	const terms = words.map(termOf);
	for (const term of terms) {
		const others = alike.get(term) ?? new Set<string>();
		for (const other of terms) if (other !== term) others.add(other);
		alike.set(term, others);
	}
}

const none: ReadonlySet<string> = new Set();

/** Terms that may say the same as a term in another's words: wider than those the search looks for. */
export function paraphrasesOf(term: string): ReadonlySet<string> {
	return alike.get(term) ?? none;
}
