import type { Span } from '../../text/span.js';
import type { ExercisePhrase } from '../sentences/exercise-phrases.js';
import type { SentenceReading } from '../sentences/sentence-reading.js';
import type { Circumstances, Referent } from './referents.js';

/** What a section has told of so far. */
export interface Focus {
	readonly referents: Referent[];
	/** Editions told of by their year alone: no later "the drills" means one. */
	readonly editions: Referent[];
	/** The exercise that the headline tells of. */
	subject: Referent | null;
	/** The exercise that the section is telling of. */
	current: Referent | null;
	/** What the sentence before spoke of. */
	last: Referent | null;
	/** Sentences since one that spoke of an exercise. */
	since: number;
	/** Of the section, where it states one. */
	readonly publishedYear: number | null;
}

/** The sentence that a mention stands in. */
export interface MentionContext {
	readonly text: string;
	readonly reading: SentenceReading;
	readonly said: Circumstances;
	/** It begins with "Additionally", "Meanwhile" or the like. */
	readonly aside: boolean;
}

/** Words that bring in another exercise. */
export const alsoNew = /\b(?:also|another|separate(?:ly)?|in\saddition)\b/i;
/** Modifiers of an exercise that is another one beside those told of. */
export const apart = /^(?:separate|parallel|simultaneous|concurrent)$/;

/** Whether a phrase goes back to an exercise told of before: "the drills", "this exercise". */
export function isAnaphor(phrase: ExercisePhrase): boolean {
	return (
		(phrase.reference === 'demonstrative' || phrase.reference === 'definite') &&
		!phrase.modifiers.some((modifier) => modifier === 'first' || modifier === 'last')
	);
}

/** Takes a new exercise among those that the section tells of. */
export function openReferent(
	focus: Focus,
	{ phrase, kind, aside }: Pick<Referent, 'phrase' | 'kind' | 'aside'>,
): Referent {
	const referent: Referent = { ...untracked(phrase), kind, aside };
	focus.referents.push(referent);
	return referent;
}

/**
 * An edition spoken of in passing: nothing that is said of it is said of the one told of, and no record is made of it.
 */
export function untracked(phrase: ExercisePhrase | null): Referent {
	return {
		seriesKey: null,
		names: [],
		phrase,
		kind: 'exercise',
		tense: null,
		places: [],
		times: [],
		years: [],
		paragraphs: [],
		inProse: false,
		aside: true,
		toldYear: null,
		editionOf: null,
	};
}

/** The words of the sentence before a mention. */
export function before({ text, reading }: MentionContext, { start }: Span): string {
	return text.slice(reading.sentence.start, start);
}
