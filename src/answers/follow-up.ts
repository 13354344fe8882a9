import { exerciseKey } from '../gazetteer/names.js';
import type { Library } from '../library.js';
import type { NamedExercise } from './exercise-focus.js';
import type { Question } from './question.js';

/** What a question may lean on: the exercise in focus, and the question before it. */
export interface QuestionContext {
	/** Id. */
	readonly exercise?: string;
	readonly previous?: string;
}

const leaning = /^(?:and|but|so|what about|how about)\b|\b(?:it|its|they|them|their|there|he|she|that|this|those|these)\b/i;

/** True for a question that does not say itself what it is about: "and when?", "who took part in it". */
export function leansOnContext({ text, units }: Question): boolean {
	const named = units.some(({ kind }) => kind === 'exercise' || kind === 'name' || kind === 'place');
	const plain = units.filter(({ light }) => !light);
	return !named && (plain.length === 0 || leaning.test(text));
}

/** A question put in full: with the name of the exercise in focus, else with the question before. */
export async function inFull(
	library: Library,
	text: string,
	context: QuestionContext,
): Promise<{ readonly text: string; readonly exercise: NamedExercise | null }> {
	const exercise = context.exercise === undefined ? undefined : await library.exercise(context.exercise);
	if (!exercise) return { text: context.previous ? `${text} ${context.previous}` : text, exercise: null };
	const name = exercise.names[0]?.text ?? exercise.name;
	const start = text.length + 1;
	const key = exerciseKey(name);
	return {
		text: `${text} ${name}`,
		exercise: exercise.named ? { line: exercise.series ?? key, key, year: exercise.year, start, end: start + name.length } : null,
	};
}
