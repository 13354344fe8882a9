import type { ExerciseEntry } from '../../exercises/exercise-entry.js';
import { contains, gazetteer } from '../../gazetteer/gazetteer.js';
import type { Library } from '../../library.js';
import { withoutSpans } from '../../text/span.js';
import type { Reason } from '../answer.js';
import type { Explanation } from '../explain-question.js';
import { comparisonOf } from '../from-catalogue/comparison.js';
import { plainField } from '../question/asked-field.js';
import type { QuestionContext } from '../question/follow-up.js';
import { type ListAsked, listAsked } from '../question/list-question.js';
import type { NamedExercise } from '../question/named-exercises.js';
import { speaksOfDrills } from '../question/question.js';

const asksToCompare = /\b(?:compar(?:e|ed|ing|ison)|differences?|differ|vs|versus)\b/i;

/** What the catalogue is asked for rather than a sentence; null for a question that sentences may answer. */
export async function catalogueReason(
	library: Library,
	{ question, asked }: Explanation,
	context: QuestionContext,
): Promise<Reason | null> {
	const [one, other] = asked.flatMap(({ ids }) => [...ids].slice(0, 1));
	if (
		one !== undefined &&
		other !== undefined &&
		one !== other &&
		(asksToCompare.test(question) || namesOnly(question, asked))
	)
		return comparisonOf(library, [one, other]);
	const list = await listReason(library, question, asked);
	if (list) return list;
	const isAlone = context.exercise === undefined && context.previous === undefined && asked.length === 0;
	return isAlone && isOfNothing(question) ? { why: 'which exercise' } : null;
}

/** "A / B", "A and B": nothing is asked of two exercises but what they are, one beside the other. */
function namesOnly(question: string, asked: readonly NamedExercise[]): boolean {
	const beside =
		withoutSpans(question, asked)
			.toLowerCase()
			.match(/[\p{L}\p{N}]+/gu) ?? [];
	return beside.every((word) => /^(?:and|or|against|to|with|the|exercises?|drills?)$/.test(word));
}

/** The exercises that a question asks for, by what the catalogue knows of them; null where none is known. */
async function listReason(library: Library, question: string, asked: readonly NamedExercise[]): Promise<Reason | null> {
	const wanted = asked.length > 0 ? null : listAsked(question);
	if (!wanted) return null;
	const exercises = listed(wanted, await library.entries());
	return exercises.length > 0
		? { why: 'a list', exercises: exercises.map(({ id }) => id), names: exercises.map(({ name }) => name) }
		: null;
}

/** "and when?", "who was it hosted by": of something that was not named, and is no group of drills either. */
function isOfNothing(question: string): boolean {
	return plainField(question, []) !== null && !speaksOfDrills(question);
}

/** The exercises that fit what a question names, the latest first. */
function listed({ year, month, places, statuses }: ListAsked, catalogue: readonly ExerciseEntry[]): ExerciseEntry[] {
	return catalogue
		.filter((exercise) => year === null || exercise.year === year)
		.filter(({ dates }) => month === null || dates.some((date) => isInMonth(date, month)))
		.filter(({ status }) => statuses === null || status.some(({ value }) => statuses.some((one) => one === value)))
		.filter(({ participants, organiser, locations }) =>
			places.every((place) => {
				const takesPart = [...participants, ...organiser].some(({ value }) => value === place.name);
				return takesPart || locations.some(({ placeId }) => isAt(placeId, place.id));
			}),
		)
		.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0));
}

/** Of a date told to the month, or to the days. */
function isInMonth({ from, to, precision }: ExerciseEntry['dates'][number], month: number): boolean {
	if (from === null || precision === 'year' || precision === 'season') return false;
	const [first, last] = [from, to ?? from].map((day) => Number(day.slice(5, 7)));
	return first !== undefined && last !== undefined && first <= month && month <= last;
}

function isAt(placeId: string | null, at: string): boolean {
	const [place, outer] = [gazetteer.place(placeId ?? ''), gazetteer.place(at)];
	return place !== undefined && outer !== undefined && (place.id === outer.id || contains(outer, place));
}
