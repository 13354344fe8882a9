import { z } from 'zod';
import { readData } from '../../data.js';
import type { ExerciseEntry } from '../../exercises/exercise-entry.js';
import { findActors } from '../../gazetteer/actor-mentions.js';
import { findPlaces } from '../../gazetteer/place-mentions.js';
import { exercisesNamed } from './named-exercises.js';
import { speaksOfDrills } from './question.js';

export const smallTalkKinds = ['greeting', 'thanks', 'farewell', 'time', 'wellbeing', 'wrong'] as const;

/** Words that greet, thank or ask about the bot itself, and ask nothing of the documents. */
export interface SmallTalk {
	/** As the labels of replies name it. */
	readonly language: string;
	readonly kind: (typeof smallTalkKinds)[number];
}

const phrases = z.array(z.string().min(1)).min(1);
const data = readData(
	'answers/data/small-talk.json',
	z.strictObject({
		/** By language, then kind. */
		phrases: z.record(z.string(), z.record(z.enum(smallTalkKinds), phrases)),
		/** Who is spoken to, behind a phrase: "hello there". */
		addressed: phrases,
		/** Words that tell the bot that it is not right. */
		disagreeing: phrases,
	}),
);

/** A phrase, and its kind where it has one: whom "hello there" speaks to has none. */
type Phrase = readonly [phrase: string, kind: SmallTalk['kind'] | null];

const languages: readonly (readonly [language: string, phrases: readonly Phrase[]])[] = Object.entries(
	data.phrases,
).map(([language, byKind]) => {
	const known = smallTalkKinds.flatMap((kind) => byKind[kind].map((phrase): Phrase => [folded(phrase), kind]));
	const addressed = language === 'en' ? data.addressed.map((phrase): Phrase => [phrase, null]) : [];
	return [language, [...known, ...addressed].toSorted(([one], [other]) => other.length - one.length)];
});

/**
 * Null for anything but small talk. Of several kinds ("hello, how are you") it is of the first that is more than a
 * greeting.
 */
export function smallTalkIn(typed: string): SmallTalk | null {
	const said = folded(typed);
	if (said === '' || data.addressed.includes(said)) return null;
	for (const [language, known] of languages) {
		const kinds = kindsOf(said, known);
		if (kinds) return { language, kind: kinds.find((kind) => kind !== 'greeting') ?? 'greeting' };
	}
	return null;
}

const toTheBot = /\b(?:you|your|yours|yourself|u|ur)\b/i;

/** What is said or asked of the bot itself, and names nothing that documents may tell of. */
export function talkToTheBot(question: string, entries: readonly ExerciseEntry[]): SmallTalk | null {
	if (!toTheBot.test(question) || speaksOfDrills(question)) return null;
	const named = [
		...exercisesNamed(question, entries),
		...findPlaces(question, undefined, { anyCase: true }),
		...findActors(question),
	];
	if (named.length > 0) return null;
	const disagrees = folded(question)
		.split(' ')
		.some((word) => data.disagreeing.includes(word));
	return { language: 'en', kind: disagrees ? 'wrong' : 'greeting' };
}

/** The kinds of the phrases that a text is made of: "hello, thank you" is two. Null where it says anything else. */
function kindsOf(said: string, known: readonly Phrase[]): SmallTalk['kind'][] | null {
	if (said === '') return [];
	for (const [phrase, kind] of known) {
		if (said !== phrase && !said.startsWith(`${phrase} `)) continue;
		const rest = kindsOf(said.slice(phrase.length).trim(), known);
		if (rest) return kind === null ? rest : [kind, ...rest];
	}
	return null;
}

function folded(text: string): string {
	return (
		text
			.slice(0, 80)
			.toLowerCase()
			.replace(/[‘’ʼ]/g, "'")
			// As people type it who leave the marks of their letters out: "gracias", "tschuss".
			.normalize('NFD')
			.replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
			.normalize('NFC')
			.replace(/[^\p{L}\p{M}\p{N}'-]+/gu, ' ')
			.trim()
	);
}
