import { z } from 'zod';
import { readData } from '../data.js';
import { termOf } from '../search/analyse.js';

const words = z.array(z.string().regex(/^[a-z]+$/));
const groups = readData('answers/data/paraphrases.json', z.array(words));

/** All words of the groups, as written. */
export const paraphrasedWords: readonly string[] = [...new Set(groups.flat())];

const alike = new Map<string, Set<string>>();
for (const group of groups) {
	// "ties" and "tie" have stems of their own.
	const terms = [...new Set(group.flatMap((word) => [termOf(word), termOf(`${word}s`)]))];
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
