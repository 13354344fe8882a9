import type { Publication } from '../corpus/document.js';
import type { Basis } from './basis.js';
import type { CalendarPoint, Part, Saying, Unit } from './saying.js';

export type Tense = 'past' | 'present' | 'future';

/** What a phrase may be computed from: nothing, unless the document itself states its date of publication. */
export interface Anchor {
	readonly publishedOn: Publication | null;
	/** Of the sentence: "in March" was last March or will be next March. */
	readonly tense: Tense;
	/** The year that the edition's name states. */
	readonly editionYear: number | null;
	/** A year printed before it in its sentence ("in 2019: the first in July, the second in September"). */
	readonly printedYear: number | null;
}

/** ISO days, inclusive; null where nothing states them. */
export interface DateRange {
	readonly from: string | null;
	readonly to: string | null;
	readonly basis: Basis;
}

const unknown: DateRange = { from: null, to: null, basis: 'stated' };

/** The days that a date phrase means, as far as the document lets one compute them (invariant 4 of the README). */
export function resolveDate(says: Saying, anchor: Anchor): DateRange {
	const range = rangeOf(says, anchor);
	// What ends before it begins ("mid- early May") was not understood.
	return range.from !== null && range.to !== null && range.to < range.from ? unknown : range;
}

function rangeOf(says: Saying, anchor: Anchor): DateRange {
	switch (says.kind) {
		case 'calendar':
			return calendarRange(says, anchor);
		case 'season':
			return seasonRange(says, anchor);
		case 'relative':
			return relativeRange(says, anchor);
		case 'weekday':
			return weekdayRange(says, anchor);
		case 'since':
			return { from: `${says.year}-01-01`, to: null, basis: 'stated' };
		default:
			return unknown;
	}
}

/** An ISO day, so many days later. */
export function daysAfter(iso: string, days: number): string {
	const date = new Date(`${iso}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() + days);
	return date.toISOString().slice(0, 10);
}

function calendarRange(says: Extract<Saying, { kind: 'calendar' }>, anchor: Anchor): DateRange {
	const { year, basis } = yearOf(says.to.year, says.years, says.to.month, anchor);
	if (year === null) return unknown;
	const from = says.from.year === null && (says.from.month ?? 0) > (says.to.month ?? 0) ? year - 1 : (says.from.year ?? year);
	const start = firstDay({ ...says.from, year: from });
	const end = lastDay({ ...says.to, year });
	if (!start || !end || start > end) return unknown;
	const ofYear = says.to.month === null;
	if (says.toPart === undefined || says.toPart === says.part) return { ...partOf(start, end, says.part, ofYear), basis };
	const first = partOf(start, lastDay({ ...says.from, year: from }) ?? end, says.part, ofYear);
	const last = partOf(firstDay({ ...says.to, year }) ?? start, end, says.toPart, ofYear);
	return { from: first.from, to: last.to, basis };
}

function yearOf(printed: number | null, shift: number | null, month: number | null, anchor: Anchor): { year: number | null; basis: Basis } {
	if (printed !== null) return { year: printed, basis: 'stated' };
	if (anchor.printedYear !== null) return { year: anchor.printedYear, basis: 'stated' };
	const published = anchor.publishedOn;
	if (!published) return { year: null, basis: 'stated' };
	const publishedYear = Number(published.on.slice(0, 4));
	if (shift !== null && month === null) return { year: publishedYear + shift, basis: 'from the publication date' };
	if (anchor.editionYear !== null && shift === null) return { year: anchor.editionYear, basis: 'from the name' };
	if (published.precision === 'year' || month === null) return { year: null, basis: 'stated' };
	const basis: Basis = 'from the publication date';
	const publishedMonth = Number(published.on.slice(5, 7));
	if (shift !== null) return { year: publishedYear + shiftedYear(shift, month, publishedMonth), basis };
	const before = month > publishedMonth ? publishedYear - 1 : publishedYear;
	const after = month < publishedMonth ? publishedYear + 1 : publishedYear;
	if (anchor.tense === 'past') return { year: before, basis };
	if (anchor.tense === 'future') return { year: after, basis };
	const ahead = (month - publishedMonth + 12) % 12;
	if (ahead <= mostAhead) return { year: after, basis };
	return ahead >= 12 - mostBehind ? { year: before, basis } : { year: null, basis: 'stated' };
}

/**
 * Where no verb tells, "3 to 14 June" is of the June that is so many months ahead or behind at most; between them it may
 * be of either.
 */
const mostAhead = 5;
const mostBehind = 3;

/** "July of this year" is in the year; "last March" is the March before, "next March" the March after. */
function shiftedYear(shift: number, month: number, publishedMonth: number): number {
	if (shift < 0) return month < publishedMonth ? 0 : -1;
	return shift > 0 && month <= publishedMonth ? 1 : 0;
}

function partOf(start: string, end: string, part: Part, ofYear: boolean): { from: string | null; to: string } {
	const stem = start.slice(0, ofYear ? 4 : 7);
	const thirds = ofYear ? (['-04-30', '-05-01', '-08-31', '-09-01'] as const) : (['-10', '-11', '-20', '-21'] as const);
	const half = ofYear ? (['-06-30', '-07-01'] as const) : (['-15', '-16'] as const);
	switch (part) {
		case 'whole':
			return { from: start, to: end };
		case 'early':
			return { from: start, to: stem + thirds[0] };
		case 'mid':
			return { from: stem + thirds[1], to: stem + thirds[2] };
		case 'late':
			return { from: stem + thirds[3], to: end };
		case 'first half':
			return { from: start, to: stem + half[0] };
		case 'second half':
			return { from: stem + half[1], to: end };
		default:
			return { from: null, to: end };
	}
}

const seasonMonths: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };

function seasonRange(says: Extract<Saying, { kind: 'season' }>, anchor: Anchor): DateRange {
	const month = seasonMonths[says.season];
	const { year, basis } = yearOf(says.year, says.years, null, anchor);
	if (!month || year === null) return unknown;
	const end = month === 12 ? { year: year + 1, month: 2, day: null } : { year, month: month + 2, day: null };
	return { from: firstDay({ year, month, day: null }), to: lastDay(end), basis };
}

function relativeRange(says: Extract<Saying, { kind: 'relative' }>, anchor: Anchor): DateRange {
	const published = anchor.publishedOn;
	if (!published || !preciseEnough(published, says.unit)) return unknown;
	const [start, end] = unitAround(
		published.on,
		says.unit,
		says.unit === 'weekend' && says.shift === 0 && anchor.tense === 'past' ? 'before' : says.shift,
	);
	if (!start || !end) return unknown;
	const inside = published.precision === 'day' && says.shift === 0;
	return {
		from: inside && says.side === 'later' ? published.on : start,
		to: inside && says.side === 'earlier' ? published.on : end,
		basis: 'from the publication date',
	};
}

function preciseEnough(published: Publication, unit: Unit): boolean {
	return published.precision === 'day' || unit === 'year' || (unit === 'month' && published.precision === 'month');
}

function unitAround(on: string, unit: Unit, shift: number | 'before'): [string | null, string | null] {
	const year = Number(on.slice(0, 4));
	const month = Number(on.slice(5, 7));
	const moved = shift === 'before' ? 0 : shift;
	if (unit === 'year') return [`${year + moved}-01-01`, `${year + moved}-12-31`];
	if (unit === 'month') {
		const first = new Date(Date.UTC(year, month - 1 + moved, 1));
		const point = { year: first.getUTCFullYear(), month: first.getUTCMonth() + 1, day: null };
		return [firstDay(point), lastDay(point)];
	}
	if (unit === 'day') return [daysAfter(on, moved), daysAfter(on, moved)];
	const monday = daysAfter(on, 7 * moved - ((weekdayOf(on) + 6) % 7));
	if (unit === 'week') return [monday, daysAfter(monday, 6)];
	const saturday = daysAfter(monday, 5);
	if (shift === 'before' && saturday > on) return [daysAfter(saturday, -7), daysAfter(saturday, -6)];
	return [saturday, daysAfter(saturday, 1)];
}

function weekdayRange(says: Extract<Saying, { kind: 'weekday' }>, anchor: Anchor): DateRange {
	const published = anchor.publishedOn;
	if (published?.precision !== 'day') return unknown;
	const basis: Basis = 'from the publication date';
	if (says.week !== undefined) {
		const monday = daysAfter(published.on, 7 * says.week - ((weekdayOf(published.on) + 6) % 7));
		const day = daysAfter(monday, (says.weekday + 6) % 7);
		return { from: day, to: day, basis };
	}
	const length = says.to === undefined ? 0 : (says.to - says.weekday + 7) % 7;
	const past = says.shift === -1 || (says.shift === null && anchor.tense !== 'future');
	// What is over by the day of publication ended on it or before it.
	const day = past
		? daysAfter(weekdayBefore(published.on, says.to ?? says.weekday, says.shift !== null), -length)
		: weekdayFrom(published.on, says.weekday, says.shift !== null);
	return { from: day, to: daysAfter(day, length), basis };
}

function weekdayFrom(on: string, weekday: number, another: boolean): string {
	const ahead = (weekday - weekdayOf(on) + 7) % 7;
	return daysAfter(on, another && ahead === 0 ? 7 : ahead);
}

function weekdayBefore(on: string, weekday: number, another: boolean): string {
	const back = (weekdayOf(on) - weekday + 7) % 7;
	return daysAfter(on, another && back === 0 ? -7 : -back);
}

function weekdayOf(iso: string): number {
	return new Date(`${iso}T00:00:00Z`).getUTCDay();
}

function firstDay({ year, month, day }: CalendarPoint): string | null {
	return isoDay(year, month ?? 1, day ?? 1);
}

function lastDay({ year, month, day }: CalendarPoint): string | null {
	if (year === null) return null;
	return isoDay(year, month ?? 12, day ?? new Date(Date.UTC(year, month ?? 12, 0)).getUTCDate());
}

function isoDay(year: number | null, month: number, day: number): string | null {
	if (year === null) return null;
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}
