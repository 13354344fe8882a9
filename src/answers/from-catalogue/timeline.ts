import { monthOfEdition } from '../../exercises/catalogue/short-names.js';
import type { DateClaim, Exercise } from '../../exercises/exercise.js';
import type { Library } from '../../library.js';
import type { Basis } from '../../values/basis.js';

/** One exercise on the time line, with the claim that its days were read from. */
export interface TimelineEntry {
	readonly exercise: Exercise;
	/** ISO days, inclusive; both null when the documents do not date it. */
	readonly from: string | null;
	readonly to: string | null;
	readonly precision: DateClaim['precision'];
	readonly basis: Basis;
	readonly claim: DateClaim | Exercise['names'][number] | null;
}

export interface TimelineFilter {
	/** Canonical country name. */
	readonly country?: string;
	/** Ids of the places that count. */
	readonly placeIds?: ReadonlySet<string>;
	readonly fromYear?: number;
	readonly toYear?: number;
}

/** How near a date's precision comes to days: the most precise claim places an exercise. */
const finest: readonly DateClaim['precision'][] = ['day', 'part', 'month', 'season', 'year'];

/** Exercises by date, the undated last; a series is not an event and is left out. */
export async function timelineOf(library: Library, filter: TimelineFilter = {}): Promise<TimelineEntry[]> {
	const exercises = await library.exercises({
		...(filter.country ? { country: filter.country } : {}),
		...(filter.placeIds ? { places: filter.placeIds } : {}),
	});
	return exercises
		.filter(({ kind }) => kind !== 'series')
		.map(entryOf)
		.filter((entry) => isWithin(entry, filter))
		.sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to) || (a.exercise.name < b.exercise.name ? -1 : 1));
}

function entryOf(exercise: Exercise): TimelineEntry {
	const dated = exercise.dates.filter((claim) => claim.from !== null && finest.includes(claim.precision));
	const [claim] = dated.toSorted((a, b) => finest.indexOf(a.precision) - finest.indexOf(b.precision));
	if (claim) return { exercise, from: claim.from, to: claim.to ?? claim.from, precision: claim.precision, basis: claim.basis, claim };
	const { year } = exercise;
	const [inMonth] = exercise.dates.flatMap((claimed) => {
		const month = monthOfEdition(claimed, exercise);
		return month ? [{ claim: claimed, ...daysOf(month) }] : [];
	});
	if (inMonth) return { exercise, precision: 'month', basis: 'from the name', ...inMonth };
	if (year === null) return { exercise, from: null, to: null, precision: 'unknown', basis: 'stated', claim: exercise.dates[0] ?? null };
	const basis = exercise.yearBasis ?? 'from the name';
	return { exercise, from: `${year}-01-01`, to: `${year}-12-31`, precision: 'year', basis, claim: exercise.names[0] ?? null };
}

/** The days of "2022-09". */
function daysOf(month: string): { readonly from: string; readonly to: string } {
	const [year, number] = month.split('-').map(Number);
	const last = new Date(Date.UTC(year ?? 0, number ?? 0, 0)).getUTCDate();
	return { from: `${month}-01`, to: `${month}-${last}` };
}

function isWithin({ from, to }: TimelineEntry, { fromYear, toYear }: TimelineFilter): boolean {
	if (fromYear === undefined && toYear === undefined) return true;
	if (from === null) return false;
	return Number((to ?? from).slice(0, 4)) >= (fromYear ?? 0) && Number(from.slice(0, 4)) <= (toYear ?? 9999);
}

function compare(a: string | null, b: string | null): number {
	if (a === b) return 0;
	if (a === null) return 1;
	if (b === null) return -1;
	return a < b ? -1 : 1;
}
