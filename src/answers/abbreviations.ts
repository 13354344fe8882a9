import { z } from 'zod';
import { readData } from '../data.js';
import { termsOf } from '../text/analyse.js';

const forms = z.array(z.string().regex(/^[A-Za-z]+(?:[ ,-]+[A-Za-z]+)*$/)).min(1);
/** Abbreviations that are general in the field, with what they stand for and what else is said for it. */
const abbreviations = readData('answers/data/abbreviations.json', z.array(z.strictObject({ short: forms, long: forms })));

const expansions = new Map<string, (readonly string[])[]>();
for (const { short, long } of abbreviations) {
	const inTerms = new Map([...short, ...long].map(termsOf).map((terms) => [terms.join(' '), terms] as const));
	for (const [key, [term = '', ...further]] of inTerms) {
		if (further.length > 0) continue;
		const others = [...inTerms].filter(([other]) => other !== key).map(([, terms]) => terms);
		expansions.set(term, [...(expansions.get(term) ?? []), ...others]);
	}
}

const none: readonly (readonly string[])[] = [];

/** Other forms of a term, each as the terms it is made of: "asw" is "anti-submarine warfare" in evidence, "drone" a "UAV". */
export function expansionsOf(term: string): readonly (readonly string[])[] {
	return expansions.get(term) ?? none;
}
