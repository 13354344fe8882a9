import type { Section } from '../../corpus/document.js';
import { matchesOf } from '../../text/matches.js';
import type { Basis } from '../../values/basis.js';
import type { LinkReading } from '../claims/link-reading.js';
import { yearShift } from '../coreference/editions.js';
import { datesIn } from '../coreference/link.js';
import { nameWithYear, type Referent } from '../coreference/referents.js';
import type { DateClaim } from '../exercise.js';
import type { SentenceReading } from '../sentences/sentence-reading.js';

/** The year that a section is of, and how that is known. */
export interface SectionYear {
	readonly year: number;
	readonly basis: Extract<Basis, 'from the publication date' | 'inferred'>;
}

/** Exercises to come are told of so many years ahead. */
const ahead = 2;

/**
 * The year in which a section was published; where it does not say, the one that most names of its exercises print, if
 * hardly any later year is told.
 */
export function yearOfSection(
	text: string,
	section: Section,
	readings: readonly SentenceReading[],
): SectionYear | null {
	if (section.publishedOn)
		return { year: Number(section.publishedOn.on.slice(0, 4)), basis: 'from the publication date' };
	const counts = new Map<number, number>();
	for (const { year, yearBasis } of readings.flatMap(({ names }) => names))
		if (year !== null && yearBasis === 'from the name') counts.set(year, (counts.get(year) ?? 0) + 1);
	const [first, second] = [...counts].toSorted(([, a], [, b]) => b - a);
	if (!first || first[1] === second?.[1]) return null;
	const printed = matchesOf(text.slice(section.start, section.end), /(?<!\d)(?:19|20)\d\d(?!\d)/g);
	const latest = Math.max(...printed.map(([digits]) => Number(digits)));
	return latest - first[0] <= ahead ? { year: first[0], basis: 'inferred' } : null;
}

/** The year of an edition, and how that is known. */
export interface EditionYear {
	readonly year: number;
	readonly basis: Basis | null;
}

export function nameYear(referent: Referent): EditionYear | null {
	const named = nameWithYear(referent);
	return named ? { year: named.year, basis: named.yearBasis } : null;
}

export function yearByDates(dates: readonly DateClaim[]): EditionYear | null {
	const dated = dates.find(({ from, to }) => from !== null || to !== null);
	return dated ? { year: Number((dated.from ?? dated.to ?? '').slice(0, 4)), basis: dated.basis } : null;
}

/**
 * The year that an edition is told by, printed or reckoned from its section's ("last year's edition"); else that of the
 * section, where only its days are told.
 */
export function yearTold(
	text: string,
	{ toldYear: year, seriesKey }: Referent,
	own: readonly LinkReading[],
	section: SectionYear | null,
): EditionYear | null {
	if (year !== null) {
		const isPrinted = own.some(({ link }) => text.slice(link.start, link.end).includes(String(year)));
		return { year, basis: isPrinted || !section ? 'stated' : section.basis };
	}
	if (!section || seriesKey === null) return null;
	const byDays = yearByDays(own, section);
	return byDays === null ? null : { year: byDays, basis: section.basis };
}

const timeless = new Set(['duration', 'since', 'vague', 'undisclosed', 'printed']);

/** The year of an exercise of which only the days are told ("13 to 23 March", "in May", "this week"), by its section's. */
function yearByDays(own: readonly LinkReading[], { year }: SectionYear): number | null {
	const dates = own.flatMap(({ link }) => datesIn(link));
	const shifts = dates.filter(({ says }) => !timeless.has(says.kind)).map(yearShift);
	const [shift, another] = new Set(shifts);
	return shift === undefined || shift === null || another !== undefined ? null : year + shift;
}
