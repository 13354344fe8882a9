import { z } from 'zod';
import { readData } from '../../data.js';
import type { ExerciseEntry } from '../../exercises/exercise-entry.js';
import { findActors } from '../../gazetteer/actor-mentions.js';
import { findPlaces } from '../../gazetteer/place-mentions.js';
import { exercisesNamed } from './named-exercises.js';
import { speaksOfDrills } from './question.js';

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

const toTheBot = /\b(?:you|your|yours|yourself|u|ur)\b/i;

/** Whether a question is put to the bot about itself, and names nothing that documents may tell of. */
export function isAboutTheBot(question: string, entries: readonly ExerciseEntry[]): boolean {
	if (!toTheBot.test(question) || speaksOfDrills(question)) return false;
	const named = [...exercisesNamed(question, entries), ...findPlaces(question, undefined, { anyCase: true }), ...findActors(question)];
	return named.length === 0;
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
