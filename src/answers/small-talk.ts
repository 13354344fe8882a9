import { z } from 'zod';
import { readData } from '../data.js';

const phrases = z.array(z.string().min(1)).min(1);
const data = readData(
	'answers/data/small-talk.json',
	z.strictObject({
		/** By language, as the labels of replies name it. */
		phrases: z.record(z.string(), phrases),
		/** Who is spoken to, behind a phrase: "hello there". */
		addressed: phrases,
	}),
);

const languages: readonly (readonly [language: string, phrases: readonly string[]])[] = Object.entries(data.phrases).map(
	([language, list]) => [language, [...list.map(folded), ...(language === 'en' ? data.addressed : [])].toSorted(longestFirst)],
);

/** The language of words that greet, thank or ask about the bot itself, and ask nothing of the documents; null for anything else. */
export function smallTalkIn(typed: string): string | null {
	const said = folded(typed);
	if (said === '' || data.addressed.includes(said)) return null;
	return languages.find(([, known]) => isMadeOf(said, known))?.[0] ?? null;
}

/** "hello, thank you" is two phrases. */
function isMadeOf(said: string, known: readonly string[]): boolean {
	if (said === '') return true;
	return known.some((phrase) => (said === phrase || said.startsWith(`${phrase} `)) && isMadeOf(said.slice(phrase.length).trim(), known));
}

function folded(text: string): string {
	return text
		.slice(0, 80)
		.toLowerCase()
		.replace(/[‘’ʼ]/g, "'")
		.replace(/[^\p{L}\p{M}\p{N}'-]+/gu, ' ')
		.trim();
}

function longestFirst(one: string, other: string): number {
	return other.length - one.length;
}
