import type { DateToken } from './date-tokens.js';
import type { CalendarPoint, Saying } from './saying.js';

/** From one point to another, each taking from the other what it does not say; null where that is no time that can be. */
export function spanning(from: CalendarPoint, to: CalendarPoint, years: number | null): Extract<Saying, { kind: 'calendar' }> | null {
	const month = to.month ?? from.month;
	const first = { ...from, month: from.month ?? month };
	const overNewYear = (first.month ?? 0) > (month ?? 0);
	const year = to.year ?? (from.year === null ? null : from.year + (overNewYear ? 1 : 0));
	const last = { year, month, day: to.day };
	if (isBefore(last, first, overNewYear)) return null;
	return isDay(first) && isDay(last) ? { kind: 'calendar', from: first, to: last, part: 'whole', years } : null;
}

/** Whether a point lies before the one that it should follow; `overNewYear` tells of points without a year that lie in two. */
function isBefore(last: CalendarPoint, first: CalendarPoint, overNewYear: boolean): boolean {
	if (first.year !== null && last.year !== null && first.year !== last.year) return last.year < first.year;
	const sameYear = first.year === null ? !overNewYear : first.year === last.year;
	if (!sameYear) return false;
	return (first.month ?? 0) > (last.month ?? 0) || (first.month === last.month && (first.day ?? 0) > (last.day ?? 99));
}

const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay({ month, day }: CalendarPoint): boolean {
	return (month === null || (month >= 1 && month <= 12)) && (day ?? 1) <= (longestMonths[(month ?? 1) - 1] ?? 0);
}

/** The days of a list, each of the month and year that are printed nearest: "3, 4 and 5 May", "May 3, 4 and 5, 2024". */
export function datedPoints(tokens: readonly DateToken[]): CalendarPoint[] {
	const year = tokens.find(({ sort }) => sort === 'Y')?.value ?? null;
	const days = tokens.flatMap((token, index) => (token.sort === 'D' ? [{ day: token.value, index }] : []));
	const months = tokens.flatMap((token, index) => (/[Mm]/.test(token.sort) ? [{ month: token.value, index }] : []));
	const monthFirst = (months[0]?.index ?? 0) < (days[0]?.index ?? 0);
	return days.map(({ day, index }) => {
		const own = monthFirst ? months.findLast((month) => month.index < index) : months.find((month) => month.index > index);
		return { year, month: own?.month ?? null, day };
	});
}

/** Each the day after the one before. */
export function isConsecutive(points: readonly CalendarPoint[]): boolean {
	return points.every((point, index) => {
		const before = points[index - 1];
		if (!before) return true;
		const next = new Date(Date.UTC(before.year ?? 2024, (before.month ?? 1) - 1, (before.day ?? 0) + 1));
		return next.getUTCMonth() + 1 === point.month && next.getUTCDate() === point.day;
	});
}
