import { matchesOf } from '../text/matches.js';
import type { Span } from '../text/span.js';

/** English month names by their first three letters, 1 to 12. */
export const monthNumbers: Readonly<Record<string, number>> = {
	jan: 1,
	feb: 2,
	mar: 3,
	apr: 4,
	may: 5,
	jun: 6,
	jul: 7,
	aug: 8,
	sep: 9,
	oct: 10,
	nov: 11,
	dec: 12,
};

/** Source of a pattern that matches an English month, whole or shortened. */
export const monthPattern =
	'(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';

/** A whole calendar date as printed. `on` is ISO, as precise as the text. */
export interface PrintedDate extends Span {
	readonly on: string;
	readonly precision: 'day' | 'month' | 'year';
}

const day = '(?<day>[0-3]?\\d)(?:st|nd|rd|th)?';
const patterns = [
	/(?<year>(?:19|20)\d\d)-(?<month>[01]\d)-(?<day>[0-3]\d)(?=T|\b)/g,
	new RegExp(`\\b(?<name>${monthPattern})\\s+${day},?\\s+(?<year>(?:19|20)\\d\\d)\\b`, 'gi'),
	new RegExp(`\\b${day}\\s+(?:of\\s+)?(?<name>${monthPattern}),?\\s+(?<year>(?:19|20)\\d\\d)\\b`, 'gi'),
	/\b(?<day>[0-3]?\d)\.(?<month>[01]?\d)\.(?<year>(?:19|20)\d\d)\b/g,
	/(?<year>(?:19|20)\d\d)\s*年\s*(?<month>1?\d)\s*月\s*(?<day>[1-3]?\d)\s*日/g,
	/\b(?<first>[0-3]?\d)\/(?<second>[0-3]?\d)\/(?<year>(?:19|20)\d\d)\b/g,
];

/**
 * Calendar dates with a day, month and year in a text, in order.
 * `9/10/2024` may be either day first: it is dated to the month that `text` names elsewhere, else only to its year.
 */
export function printedDates(text: string, context = text): PrintedDate[] {
	const found: PrintedDate[] = [];
	for (const pattern of patterns) {
		for (const match of matchesOf(text, pattern)) {
			const span = { start: match.index, end: match.index + match[0].length };
			if (found.some((other) => other.start < span.end && span.start < other.end)) continue;
			const date = dateOf(match.groups ?? {}, context);
			if (date) found.push({ ...span, ...date });
		}
	}
	return found.sort((a, b) => a.start - b.start);
}

type Dated = Pick<PrintedDate, 'on' | 'precision'>;

function dateOf(groups: Record<string, string | undefined>, context: string): Dated | undefined {
	const year = Number(groups['year']);
	if (groups['first'] && groups['second']) return slashedDate(year, Number(groups['first']), Number(groups['second']), context);
	const month = groups['name'] ? monthNumbers[groups['name'].slice(0, 3).toLowerCase()] : Number(groups['month']);
	return month ? isoDay(year, month, Number(groups['day'])) : undefined;
}

function slashedDate(year: number, first: number, second: number, context: string): Dated | undefined {
	if (first > 12) return isoDay(year, second, first);
	if (second > 12 || first === second) return isoDay(year, first, second);
	const named = [first, second].map((month) => namesMonth(context, month));
	if (named[0] && !named[1]) return isoDay(year, first, second);
	if (named[1] && !named[0]) return isoDay(year, second, first);
	return { on: String(year), precision: 'year' };
}

function namesMonth(text: string, month: number): boolean {
	const [prefix] = Object.entries(monthNumbers).find(([, number]) => number === month) ?? [];
	return new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?\\s+${prefix}[a-z]*\\b|\\b${prefix}[a-z]*\\.?\\s+\\d{1,2}\\b`, 'i').test(text);
}

function isoDay(year: number, month: number, day: number): Dated | undefined {
	const date = new Date(Date.UTC(year, month - 1, day));
	const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
	return exists ? { on: date.toISOString().slice(0, 10), precision: 'day' } : undefined;
}
