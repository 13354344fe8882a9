import { z } from 'zod';
import { readData } from '../data.js';
import { termOf } from '../text/analyse.js';

const phrases = z.array(z.string().min(1));
const cues = readData(
	'answers/data/cues.json',
	z.strictObject({
		purpose: phrases,
		motive: phrases,
		naming: phrases,
		speech: phrases,
		rank: phrases,
		frequency: phrases,
		leaning: phrases,
		threshold: phrases,
		light: phrases,
		denial: phrases,
		personal: phrases,
		hosting: phrases,
		watching: phrases,
		past: phrases,
	}),
);
const classes = readData('answers/data/answer-classes.json', z.record(z.string(), phrases));

const wordStart = '(?<![\\p{L}\\p{N}])';
const wordEnd = '(?![\\p{L}\\p{N}])';
/** Any of the phrases as whole words, in any case, the longest first. */
function anyOf(list: readonly string[], flags = 'giu'): RegExp {
	return new RegExp(`${wordStart}(?:${[...list].sort((a, b) => b.length - a.length).join('|')})${wordEnd}`, flags);
}

/** Words that begin a statement of purpose or reason. */
export const purposeCue = anyOf(cues.purpose);
/** Weaker ones: they may say why, or only with what. */
export const motiveCue = anyOf(cues.motive);
export const namingCue = anyOf(cues.naming);
export const speechCue = anyOf(cues.speech);
export const rankCue = anyOf(cues.rank);
export const frequencyCue = anyOf(cues.frequency);
export const denialCue = anyOf(cues.denial);
export const thresholdCue = anyOf(cues.threshold);
/** Verbs that persons alone do. */
export const personalCue = anyOf(cues.personal, 'iu');
/** Verbs of those who hold an exercise, and of those who only look on. */
export const hostingCue = anyOf(cues.hosting, 'iu');
export const watchingCue = anyOf(cues.watching, 'iu');
/** Beginnings of a sentence on an earlier edition, and words that ask for one. */
export const openingPast = new RegExp(`^["“'‘]?(?:(?:and|but|yet),?\\s)?(?:${cues.past.join('|')})${wordEnd}`, 'giu');
const pastAsked = anyOf(cues.past, 'iu');
export const asksPast = (question: string): boolean =>
	pastAsked.test(question) || /\b(?:ever|before|history|used to|back then|formerly|originally)\b/i.test(question);
export const lightWords: readonly string[] = cues.light;
const light = new Set(cues.light.map((word) => termOf(word)));
/** True for a word that says little of what is asked ("take part", "hold", "drill"): evidence may do without it. */
export const isLight = (word: string): boolean => light.has(termOf(word.toLowerCase()));
/** Beginnings of a sentence that speak of what the one before has named. */
export const leaningStart = new RegExp(`^["“'‘]?(?:${cues.leaning.join('|')})${wordEnd}`, 'iu');

/** Words anywhere in a sentence that speak of an exercise named before. */
export const leaningWords =
	/\b(?:the|this|these|those|such|both)\s(?:[\w-]+\s){0,2}(?:exercises?|drills?|man(?:o|oe)uvers?|manoeuvres?|war\sgames?)\b/i;

/** The words among the cues. */
export const cueWords: readonly string[] = Object.values(cues)
	.flat()
	.filter((cue) => /^[a-z]+$/.test(cue));

/** The nouns of all classes, singular. */
export const classNouns: readonly string[] = Object.values(classes).flat();

const sorts = new Map(Object.entries(classes).flatMap(([sort, nouns]) => nouns.map((noun) => [noun, sort] as const)));

/** What an asked noun is one of ("frigates" → `ship`), or null. */
export function sortOfWord(word: string): string | null {
	for (const form of [word, word.replace(/ies$/, 'y'), word.replace(/s$/, ''), word.replace(/es$/, '')]) {
		const sort = sorts.get(form);
		if (sort) return sort;
	}
	return null;
}

/** The nouns of a class, singular. */
export function nounsOf(sort: string): readonly string[] {
	return classes[sort] ?? [];
}
