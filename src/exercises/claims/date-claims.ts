import { isWithin } from '../../text/span.js';
import type { DateMention } from '../../values/date-mentions.js';
import { datesIn, type Link } from '../coreference/link.js';
import { type DateClaim, NOT_DISCLOSED } from '../exercise.js';
import { daysToLast, eventRange, withEnds } from './event-dates.js';
import { isMasked, type LinkReading } from './link-reading.js';
import { type ClaimContext, claim, distinct } from './make-claim.js';
import { isFounding, isOtherDate } from './other-dates.js';

/** When an exercise is held, by some of its links. */
export function dateClaims(context: ClaimContext, readings: readonly LinkReading[]): DateClaim[] {
	const { text } = context.document;
	const lengths: number[] = [];
	const claims = readings.flatMap((reading) => {
		const { link } = reading;
		if (link.wholeSeries) return [];
		const dates = datesIn(reading.link).filter((date) => date.says.kind !== 'since' && !isMasked(date, reading.masks));
		return dates
			.filter((date) => isOwnDate(context, link, date))
			.map((date, index): DateClaim => {
				const range = eventRange(text, link, date, dates[index + 1], {
					publishedOn: context.section.publishedOn,
					editionYear: context.editionYear,
				});
				const days = date.says.kind === 'duration' ? daysToLast(date.says) : null;
				if (days !== null) lengths.push(days);
				const value = date.says.kind === 'undisclosed' ? NOT_DISCLOSED : date.phrase;
				return {
					...claim(context, reading, date, value, range.basis),
					from: range.from,
					to: range.to,
					precision: date.precision,
				};
			});
	});
	return withoutWider(withEnds(withoutHistory(withoutBareYears(distinct(claims))), lengths));
}

function isOwnDate({ document: { text }, ownYear }: ClaimContext, link: Link, date: DateMention): boolean {
	if (isOtherYear(date, ownYear) || isThisYear(date) || isFounding(text, date) || isDifference(text, date))
		return false;
	return (
		['vague', 'undisclosed', 'duration'].includes(date.says.kind) ||
		!isOtherDate(text, link.reading.sentence, date, link.mention ?? date)
	);
}

/** Beside the days of an exercise, a year alone is that of another edition: "suspended in 1995". */
function withoutBareYears(claims: readonly DateClaim[]): DateClaim[] {
	const days = claims.some(({ precision }) => precision === 'day');
	return claims.filter(({ precision, text }) => !days || !(precision === 'year' || /^last\syear$/i.test(text)));
}

const history = 10;

/** Beside days of its own year, one of long before is of what the exercise recalls. */
function withoutHistory(claims: readonly DateClaim[]): DateClaim[] {
	const years = claims.flatMap(({ precision, from, to }) =>
		precision === 'day' && (from ?? to) ? [Number((from ?? to)?.slice(0, 4))] : [],
	);
	const latest = Math.max(...years);
	return claims.filter(
		({ from, to }) =>
			years.length === 0 || (from ?? to) === null || latest - Number((to ?? from)?.slice(0, 4)) < history,
	);
}

/** "next week" and "later this month" say less than the days that lie in them. */
function withoutWider(claims: readonly DateClaim[]): DateClaim[] {
	const days = claims.flatMap(({ precision, from, to }) =>
		precision === 'day' && from !== null && to !== null ? [{ from, to }] : [],
	);
	return claims.filter(
		({ precision, basis, from, to }) =>
			precision === 'day' ||
			basis === 'stated' ||
			from === null ||
			to === null ||
			!days.some((day) => from <= day.from && day.from <= to),
	);
}

/**
 * "In March 2024, 20 ships took part in the exercise", told of the edition of 2025: nothing there is of this one
 * (invariant 3 of the README).
 */
export function isOfOtherYear(
	{ document, ownYear }: Pick<ClaimContext, 'document' | 'ownYear'>,
	{ link }: LinkReading,
): boolean {
	if (link.reading.names.some((name) => name.year !== null && isWithin(name, link))) return false;
	if (ownYear !== null && isOfEarlierEdition(document.text, link, ownYear)) return true;
	return datesIn(link).some(
		(date) =>
			isOtherYear(date, ownYear) && !isOtherDate(document.text, link.reading.sentence, date, link.mention ?? date),
	);
}

const firstHeld = /(?<!,\s)\bfirst\s(?:\w+\s)?(?:held|conducted|staged|launched|started|began|organi[sz]ed|hosted)\b/i;
const earlierEdition =
	/^(?:the\s|its\s)?(?:inaugural|maiden|first|previous)\s(?:edition|iteration|instal?lment|one)\b/i;

/** "It was first held in 2003 between …", "The inaugural edition saw …", told of the edition of 2024. */
function isOfEarlierEdition(text: string, link: Link, ownYear: number): boolean {
	const [first] = link.mentions;
	if (first && earlierEdition.test(text.slice(first.start, first.end))) return true;
	const slice = text.slice(link.start, link.end);
	return firstHeld.test(slice) && !slice.includes(String(ownYear)) && /\b(?:19|20)\d\d\b/.test(slice);
}

/** "Put off by six weeks", "cut short by a day": by how much, and not how long it lasts. */
function isDifference(text: string, { start, says }: DateMention): boolean {
	return says.kind === 'duration' && /\bby\s(?:\p{Ll}+\s){0,2}$/u.test(text.slice(Math.max(0, start - 30), start));
}

function isNewYear(month: number | null): boolean {
	return month === 12 || month === 1;
}

/** "hosted this year by …" tells no time of the year. */
function isThisYear({ says }: DateMention): boolean {
	return says.kind === 'relative' && says.unit === 'year' && says.shift === 0 && says.side === null;
}

/** "as in 2021" is not of the edition of 2023; one over New Year's Eve is of two years. */
function isOtherYear({ says, phrase }: DateMention, editionYear: number | null): boolean {
	if (editionYear === null) return false;
	if (says.kind === 'printed') return /\b(?:19|20)\d\d\b/.test(phrase) && !phrase.includes(String(editionYear));
	if (says.kind !== 'calendar' || says.from.year === null) return false;
	const spans = says.to.year !== null && says.from.year <= editionYear && editionYear <= says.to.year;
	return !spans && Math.abs(says.from.year - editionYear) > (isNewYear(says.from.month) ? 1 : 0);
}
