import { isWithin } from '../../text/span.js';
import type { DateMention } from '../../values/date-mentions.js';
import { isFounding, isOtherDate } from '../claims/other-dates.js';
import { type Focus, untracked } from './focus.js';
import { datesIn, type Link } from './link.js';
import { type Referent, yearOf } from './referents.js';

/**
 * A stretch that tells of another edition of an exercise by its year alone ("In 2017 it drew 9,000 troops", "the 2009
 * edition") is of that edition and not of the one told of.
 */
export function ofItsEdition(text: string, link: Link, focus: Focus): Link {
	const { referent, reading } = link;
	if (link.loose || referent.seriesKey === null || referent.kind === 'operation') return link;
	if (referent.editionOf || reading.sentence.kind === 'title') return link;
	if (reading.names.some((name) => name.year !== null && isWithin(name, link))) return link;
	const year = yearTold(text, link, focus);
	const own = yearOf(referent) ?? referent.toldYear ?? focus.publishedYear;
	const isFirst = own === null && !referent.inProse;
	if (year === null) return link;
	if (isFirst || year === own || (referent.names.length === 1 && !referent.inProse && yearOf(referent) === null)) {
		referent.toldYear ??= year;
		return link;
	}
	return { ...link, referent: editionOfYear(referent, year, focus) };
}

/** The edition of a year that an exercise is one of the others of. */
export function editionOfYear(told: Referent, year: number, { editions }: Focus): Referent {
	const of = told.editionOf ?? told;
	const known = editions.find((edition) => edition.seriesKey === of.seriesKey && edition.toldYear === year);
	if (known) return known;
	const edition = { ...untracked(null), seriesKey: of.seriesKey, kind: of.kind, toldYear: year, editionOf: of };
	editions.push(edition);
	return edition;
}

/** The one year that a stretch tells its exercise's time by. */
function yearTold(text: string, link: Link, { publishedYear }: Focus): number | null {
	const { reading } = link;
	const years = new Set(
		datesIn(link)
			.filter((date) => !isFounding(text, date))
			.filter((date) => !isOtherDate(text, reading.sentence, date, link.mention ?? date))
			.flatMap((date) => yearOfDate(date, publishedYear)),
	);
	const [year = null, another] = years;
	return another === undefined ? year : null;
}

function yearOfDate(date: DateMention, publishedYear: number | null): number[] {
	const { says } = date;
	const printed = says.kind === 'calendar' ? says.to.year : says.kind === 'season' ? says.year : null;
	if (printed !== null) return [printed];
	const shift = yearShift(date);
	return shift && publishedYear !== null ? [publishedYear + shift] : [];
}

/**
 * By how many years a date without one is moved from the year of its article: none for "in May" or "this week", -1 for
 * "last year". Null where nothing tells: "last March" may be of this year or the last.
 */
export function yearShift({ says, phrase }: DateMention): number | null {
	const counted = (years: number | null) => (!years || /\byears?\b/i.test(phrase) ? (years ?? 0) : null);
	switch (says.kind) {
		case 'calendar':
			return says.to.year === null ? counted(says.years) : null;
		case 'season':
			return says.year === null ? counted(says.years) : null;
		case 'relative':
			return says.unit === 'year' ? says.shift : 0;
		case 'weekday':
			return 0;
		default:
			return null;
	}
}
