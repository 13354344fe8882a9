import type { Library } from '../../library.js';
import type { Reason } from '../answer.js';

/** Two exercises to be compared, by their ids. */
export async function comparisonOf(library: Library, ids: readonly [string, string]): Promise<Reason> {
	const exercises = await Promise.all(ids.map((id) => library.exercise(id)));
	return { why: 'a comparison', exercises: ids, names: exercises.flatMap((exercise) => exercise?.name ?? []) };
}
