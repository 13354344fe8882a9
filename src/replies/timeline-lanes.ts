import type { Exercise } from '../exercises/exercise.js';
import type { TimelineLane } from '../pictures/inputs.js';
import { drawnWords } from '../pictures/words.js';
import type { Words } from './words.js';

/** Lanes of one or two countries by name; those with the fewest exercises share the last one. */
const MOST_NAMED = 5;

/** A lane for each country or pair of countries that takes part, one for three or more, one for those that name none. */
export function lanesByCountry(
	exercises: readonly Exercise[],
	{ picture }: Words,
): { readonly lanes: TimelineLane[]; laneOf(exercise: Exercise): string } {
	const say = drawnWords(picture);
	const many = say('manyCountries');
	const unsaid = say('countriesUnsaid');
	const laneFor = ({ participants }: Exercise): string => {
		const countries = [...new Set(participants.map(({ value }) => value))].sort();
		if (countries.length === 0) return unsaid;
		return countries.length > 2 ? many : countries.join(' + ');
	};
	const sizes = new Map<string, number>();
	for (const exercise of exercises) sizes.set(laneFor(exercise), (sizes.get(laneFor(exercise)) ?? 0) + 1);
	const named = [...sizes].filter(([label]) => label !== many && label !== unsaid).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
	const own = new Set(named.slice(0, MOST_NAMED).map(([label]) => label));
	const others = say('otherCountries');
	const labels = [...own, many, ...(named.length > MOST_NAMED ? [others] : []), unsaid];
	return {
		lanes: labels.map((label) => ({ key: label, label })),
		laneOf(exercise) {
			const label = laneFor(exercise);
			return own.has(label) || label === many || label === unsaid ? label : others;
		},
	};
}
