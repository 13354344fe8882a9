import { findDates } from '../../values/date-mentions.js';
import type { DateClaim, Exercise, PlaceClaim } from '../exercise.js';
import { mergedClaims } from './merged-claims.js';

/** What an exercise without a name is called by. */
type Described = Pick<Exercise, 'dates' | 'locations' | 'participants' | 'year'>;

/** What is told apart. */
interface Named extends Pick<Exercise, 'id' | 'name' | 'named'> {
	readonly participants: readonly { readonly value: string }[];
}

const months = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
/** What stands before the kind of exercise and says nothing of it: how many there are, and for how long. */
const counting =
	/^(?:(?:an?|the|new|another|series|number|round)\s(?:of\s)?)*(?:(?:\p{L}+|\d+)(?:\s|-)(?:days?|weeks?|months?)(?:-?long)?\s)?/iu;
/** Where the words on the kind end, and those on the place or the time begin. */
const tail = /\s(?:in|on|over|around|off|near|at|between|with|from|to|for|by|of|during|under|along|across|held|conducted)\s.*$/iu;
const mostWords = 5;

/**
 * The name that a person would give an exercise that no document names, built from its own claims: the words for its kind as printed, its
 * place, its month: "Joint exercises, Zhanjiang, July 2024".
 */
export function shortName(description: string, exercise: Described): string {
	const kind = kindWords(description);
	// "PLA drills" say already whose they are.
	const place = placeOf(exercise.locations) ?? (/\p{Lu}/u.test(kind) ? null : partiesOf(exercise));
	const isSaid = place === null || ` ${kind} `.toLowerCase().includes(` ${place.toLowerCase()} `);
	// "Zhanjiang drills": a word alone takes its place before it.
	const where = isSaid ? kind : kind.includes(' ') ? `${capitalised(kind)}, ${place}` : `${place} ${kind}`;
	return [capitalised(where), monthOf(exercise)].filter(Boolean).join(', ');
}

/** Each name once: what two exercises share is told apart by who takes part, and at last by a number, in the order of their ids. */
export function withNamesApart<Item extends Named>(exercises: readonly Item[]): Item[] {
	const byParties = apart(exercises, (exercise) => partiesOf(exercise));
	return apart(byParties, (_, index) => (index === 0 ? null : `no. ${index + 1}`));
}

function apart<Item extends Named>(exercises: readonly Item[], differenceOf: (exercise: Item, index: number) => string | null): Item[] {
	const idsOf = new Map<string, string[]>();
	const key = ({ name }: Named): string => name.toLowerCase();
	for (const exercise of exercises) {
		const ids = idsOf.get(key(exercise));
		if (ids) ids.push(exercise.id);
		else idsOf.set(key(exercise), [exercise.id]);
	}
	return exercises.map((exercise) => {
		const ids = idsOf.get(key(exercise)) ?? [];
		if (exercise.named || ids.length < 2) return exercise;
		const index = ids.toSorted().indexOf(exercise.id);
		const difference = differenceOf(exercise, index);
		const isSaid = difference === null || exercise.name.includes(difference);
		return isSaid ? exercise : { ...exercise, name: `${exercise.name}, ${difference}` };
	});
}

function kindWords(description: string): string {
	const words = description.replace(counting, '').replace(tail, '').trim() || description;
	return words.split(' ').slice(-mostWords).join(' ');
}

/** The place that most claims tell; of several, the first. */
function placeOf(locations: readonly PlaceClaim[]): string | null {
	const [most] = mergedClaims(locations.filter(({ placeId }) => placeId !== null)).toSorted((a, b) => b.length - a.length);
	return most?.[0].value ?? null;
}

function partiesOf({ participants }: Pick<Named, 'participants'>): string | null {
	const countries = [...new Set(participants.map(({ value }) => value))].toSorted();
	if (countries.length === 0) return null;
	return countries.length > 3 ? `${countries.length} countries` : countries.join('–');
}

/** "July 2024", by its days; else the month that is printed, or the year. */
function monthOf({ dates, year }: Described): string {
	const dated = dates.find(({ from, precision }) => from !== null && ['day', 'part', 'month'].includes(precision));
	if (dated?.from && dated.from.slice(0, 7) === (dated.to ?? dated.from).slice(0, 7)) return monthAndYear(dated.from.slice(0, 7));
	const printed = dates.map(monthPrinted).find((month) => month !== null);
	if (printed && year !== null) return monthAndYear(`${year}-${String(printed).padStart(2, '0')}`);
	return printed ? months.format(Date.UTC(2000, printed - 1)) : `${year ?? ''}`;
}

function monthAndYear(month: string): string {
	return `${months.format(Date.parse(`${month}-01T00:00:00Z`))} ${month.slice(0, 4)}`;
}

/** The month that a claim prints without its year, 1 to 12; null for anything else. */
function monthPrinted({ from, precision, text }: DateClaim): number | null {
	if (from !== null || precision !== 'month') return null;
	const [mention] = findDates(text, { start: 0, end: text.length });
	if (mention?.says.kind !== 'calendar' || mention.says.years !== null || mention.says.from.month !== mention.says.to.month) return null;
	return mention.says.from.month;
}

/** "2022-09": the month that a claim prints beside the year of an edition; null where it is not that. */
export function monthOfEdition(claim: DateClaim, { year, yearBasis }: Pick<Exercise, 'year' | 'yearBasis'>): string | null {
	const month = year === null || yearBasis !== 'from the name' ? null : monthPrinted(claim);
	return month === null ? null : `${year}-${String(month).padStart(2, '0')}`;
}

function capitalised(words: string): string {
	return words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
