import { matchesOf } from '../text/matches.js';
import type { Span } from '../text/span.js';
import { anyOf, monthNamed, monthsByName, romanMonths } from './months.js';

/** English month names by their first three letters, 1 to 12. */
const monthNumbers: Readonly<Record<string, number>> = {
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

const alone = String.raw`(?<![\p{L}\p{N}])`;
const month = anyOf(monthsByName.keys());
const day = String.raw`(?<day>[0-3]?\d)(?:\s?(?:st|nd|rd|th|er|re|-?го|\.|º|ª|°)(?![\p{L}]))?`;
const year = String.raw`(?<year>(?:19|20)\d\d)(?!\d)`;
/** Of this century, and no number of a version: all in two digits. */
const shortYear = String.raw`(?<short>[0-3]\d)(?![./]?\d)`;
const gap = String.raw`(?:[\s\-–/.]+|(?<=\.))`;
const of = String.raw`(?:(?:of|de|del|di|den)\s+|d['’])?`;
const patterns = [
	String.raw`(?<![\d.])${year.replace('(?!\\d)', '')}(?:-(?<month>[01]?\d)-|\/(?<month2>[01]?\d)\/|\.\s?(?<month3>[01]?\d)\.\s?)(?<day>[0-3]?\d)(?!\d)`,
	String.raw`${alone}(?<name>${month})\.?[\s\-]+(?:the\s+)?${day}(?:,|\s|-|\.)+(?:of\s+)?${year}`,
	String.raw`${alone}${day}${gap}${of}(?<name>${month})\.?,?[\s\-–/]+(?:(?:de|del|of)\s+)?${year}`,
	String.raw`${alone}${year}(?:\.|,)?[\s\-]+(?<name>${month})\.?[\s\-]+(?<day>[0-3]?\d)(?:st|nd|rd|th)?(?![\p{L}\p{N}])`,
	String.raw`(?<![\d.])(?<day>[0-3]?\d)\.\s?(?<month>[01]?\d)\.\s?${year}`,
	String.raw`(?<![\d.])(?<day>[0-3]\d)\.(?<month>[01]\d)\.${shortYear}`,
	String.raw`${alone}${day}${gap}(?<roman>${anyOf(romanMonths)})[\s.\-]+${year}`,
	String.raw`(?<![\d/-])(?<first>[0-3]\d)\/(?<second>[0-3]\d)\/${shortYear}`,
	String.raw`${alone}(?<day>[0-3]?\d)\s+tháng\s+(?<month>1?\d),?\s+(?:năm\s+)?${year}`,
	String.raw`${year}\s*[年년]\s*(?<month>1?\d)\s*[月월]\s*(?<day>[1-3]?\d)\s*[日일号號]`,
	String.raw`(?<![\d/-])(?<first>[0-3]?\d)(?:\/(?<second>[0-3]?\d)\/|-(?<second2>[0-3]?\d)-)${year}(?![/-]\d)`,
].map((source) => new RegExp(source, 'giu'));

/** Not behind a number: "32 October 2024" names no month either. */
const monthsAlone = [
	String.raw`(?<!\d(?:st|nd|rd|th)?[\s.,-]{0,2})${alone}(?<name>${month})\.?,?\s+(?:(?:de|del|of)\s+)?${year}`,
	String.raw`${year}\s*[年년]\s*(?<month>1?\d)\s*[月월]`,
].map((source) => new RegExp(source, 'giu'));
const someYear = /(?:19|20)\d\d/;
/** What a text without a date lacks. */
export const datable = new RegExp(String.raw`${someYear.source}|\d([./])\d\d\1\d\d(?!\d)`);

/**
 * Calendar dates with a day, month and year in a text, in order.
 * `9/10/2024` may be either day first: it is dated to the month that `text` names elsewhere, else only to its year.
 */
export function printedDates(text: string, context = text): PrintedDate[] {
	const found: PrintedDate[] = [];
	if (!datable.test(text)) return found;
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
	const year = Number(groups['year'] ?? `20${groups['short']}`);
	const second = groups['second'] ?? groups['second2'];
	if (groups['first'] && second) return slashedDate(year, Number(groups['first']), Number(second), context);
	const month = monthOf(groups);
	return month ? isoDay(year, month, Number(groups['day'])) : undefined;
}

function monthOf(groups: Record<string, string | undefined>): number | undefined {
	if (groups['name']) return monthNamed(groups['name']);
	if (groups['roman']) return romanMonths.indexOf(groups['roman']) + 1;
	return Number(groups['month'] ?? groups['month2'] ?? groups['month3']);
}

/** The first month with its year, where a text prints no whole date: "October 2024". */
export function printedMonth(text: string): PrintedDate | undefined {
	if (!someYear.test(text)) return undefined;
	const [match] = monthsAlone.flatMap((pattern) => matchesOf(text, pattern));
	const month = match && monthOf(match.groups ?? {});
	if (!match || !month || month > 12) return undefined;
	const year = match[0].match(someYear)?.[0] ?? '';
	const on = `${year}-${String(month).padStart(2, '0')}`;
	return { start: match.index, end: match.index + match[0].length, on, precision: 'month' };
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
