import type { Library } from '../../library.js';
import type { Reason } from '../answer.js';

/** Two exercises to be compared, by their ids. */
export async function comparisonOf(library: Library, ids: readonly [string, string]): Promise<Reason> {
	const entries = await library.entries();
	const names = ids.flatMap((id) => entries.find((entry) => entry.id === id)?.name ?? []);
	return { why: 'a comparison', exercises: ids, names };
}
