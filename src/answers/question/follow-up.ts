import { findActors } from '../../gazetteer/actor-mentions.js';
import { findPlaces } from '../../gazetteer/place-mentions.js';
import type { Library } from '../../library.js';
import { questionTerms } from '../judging/features.js';
import { plainField } from './asked-field.js';
import type { NamedExercise } from './named-exercises.js';

/** What a question may lean on: the exercise in focus, and the question before it. */
export interface QuestionContext {
	/** Id. */
	readonly exercise?: string;
	readonly previous?: string;
}

const leaning =
	/^(?:and|but|so|what about|how about)\b|\b(?:it|its|they|them|their|there|he|she|that|this|those|these)\b/i;

/** True for a question that does not say itself what it is about: "and when?", "who took part in it". */
export function leansOnContext(question: string, asked: readonly NamedExercise[]): boolean {
	const names =
		asked.length > 0 ||
		findPlaces(question, undefined, { anyCase: true }).some(({ place }) => place.kind !== 'country');
	if (names || findActors(question).some(({ actor }) => actor.kind !== 'service')) return false;
	return isLeaning(question);
}

const another =
	/^(?:(?:and|but|so|no|what|how|about|on|of|the|ok|tell me)[\s,]+)*(?:other|second|2nd|third|3rd|previous|former|latter)s?(?:\s(?:one|exercise|drill|edition)s?)?$/i;

/** "The other one", "and the second?": one of several that nobody can tell which. */
export function pointsAtAnother(question: string): boolean {
	return another.test(question.replace(/[?!.\s]+$/, ''));
}

/** Too short or too general to be of anything but what was spoken of: "and when?", "who takes part in it". */
function isLeaning(question: string): boolean {
	return questionTerms(question).length <= 1 || leaning.test(question) || plainField(question, []) !== null;
}

/** A question put in full: with the name of the exercise in focus, else with the question before. */
export async function inFull(
	library: Library,
	question: string,
	{ exercise: id, previous }: QuestionContext,
): Promise<string> {
	const exercise = id === undefined ? undefined : await library.exercise(id);
	if (exercise) return `${question} ${exercise.names[0]?.text ?? exercise.name}`;
	return previous ? `${question} ${previous}` : question;
}
