import type { Span } from '../text/span.js';
import { monthPattern, type PrintedDate, printedDates } from './calendar.js';
import type { Publication } from './document.js';
import { otherDays } from './publication-words.js';

const clock = String.raw`(?:,?\s*(?:at\s+)?\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AaPp]\.?[Mm]\.?)?(?:\s*(?:GMT|UTC|BST|EST|EDT|CET|JST|KST|MSK|IST)(?:[+-]\d+)?)?)`;
const weekday = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const label = '(?:date|dated|published|posted|updated|issued|released|last (?:updated|modified))(?: (?:on|at))?';

const labelledDate = new RegExp(String.raw`^\W*${label}\s*:?\s*(?:${weekday},?\s+)?$`, 'i');
const beforeDate = new RegExp(String.raw`^\W*(?:${weekday},?\s+)?$`, 'i');
const clocked = new RegExp(String.raw`^(?:T\d{2}:\d{2}\S*|${clock})\s*$`, 'i');
const startsWithClock = new RegExp(String.raw`^(?:T\d{2}:\d{2}\S*|${clock})(?=\s)`, 'i');
const timeAfter = new RegExp(String.raw`^(?:T\d{2}:\d{2}\S*|${clock})?`, 'i');
const leadIn = new RegExp(String.raw`(?:\s[|·•]\s*)?(?:${weekday},?\s+)?$`, 'i');

/** First line of a saved page, run together: "date 2024-09-09 HEADLINE Monday, September 9, 2024 10:00:55 AM". */
export interface HeadedLine {
	readonly date: PrintedDate;
	readonly before: Span | null;
	readonly headline: Span;
	readonly after: Span | null;
}

/**
 * Splits a line that begins or ends with a date of publishing and holds a headline of three words or more between:
 * the date is labelled, has a clock time, stands behind a bar, or stands at both ends. Any other may be a date of what the headline tells.
 */
export function headedLine(line: string, context: string): HeadedLine | undefined {
	const dates = printedDates(line, context);
	const [first] = dates;
	const last = dates.at(-1);
	if (!first || !last) return undefined;
	const { leading, closing } = endsOf(line, first, last);
	const date = leading ?? closing;
	if (!date) return undefined;
	const start = leading ? leading.end + (timeAfter.exec(line.slice(leading.end))?.[0].length ?? 0) : 0;
	const end = closing ? (leadIn.exec(line.slice(0, closing.start))?.index ?? closing.start) : line.length;
	const headline = line.slice(start, end);
	const words = headline.match(/\p{L}+/gu) ?? [];
	if (words.length < 3 || /[.!?]["”’]?\s*$/.test(headline) || /^[\s]*[,)]/.test(headline)) return undefined;
	return {
		date,
		before: leading ? { start: 0, end: start } : null,
		headline: { start, end },
		after: closing ? { start: end, end: line.length } : null,
	};
}

/** Which of the dates at the ends of a line is one of publishing. */
function endsOf(
	line: string,
	first: PrintedDate,
	last: PrintedDate,
): { leading: PrintedDate | undefined; closing: PrintedDate | undefined } {
	const begins = [labelledDate, beforeDate].some((pattern) => pattern.test(line.slice(0, first.start)));
	const behind = line.slice(last.end);
	const ends = /^\s*$/.test(behind) || clocked.test(behind);
	const twice = begins && ends && first !== last && first.on === last.on;
	const says = twice || labelledDate.test(line.slice(0, first.start));
	const leading = begins && (says || startsWithClock.test(line.slice(first.end))) ? first : undefined;
	const barred = /\s[|·•]\s*$/.test(line.slice(0, last.start).replace(new RegExp(`${weekday},?\\s+$`, 'i'), ''));
	const closing = ends && last !== leading && (twice || clocked.test(behind) || barred) ? last : undefined;
	return { leading, closing };
}

const place = String.raw`\p{Lu}[\p{Lu}'’.-]+(?:[\s/]+\p{Lu}[\p{Lu}'’.-]*)*`;
const country = String.raw`(?:,\s(?!${monthPattern}\b)\p{Lu}[\p{L}'’.]*(?:\s\p{Lu}[\p{L}'’.]*){0,3})?`;
const anyMonth = `(?:${monthPattern}|${monthPattern.toUpperCase()})`;
const dayOfMonth = String.raw`(?:,?\s+(?:${anyMonth}\s\d{1,2}|\d{1,2}\s${anyMonth})(?:,?\s(?:19|20)\d\d)?)`;
const agency = String.raw`\s*(?:\([^)]{2,40}\)|/[^/]{2,40}/)`;
const dash = String.raw`\s*(?:[-–—]{2}|[–—])`;

/** "SEOUL, Sept. 15 (Yonhap) --", "RABAT, Morocco (AP) -", "MANILA –", "MOSCOW, August 5. /TASS/.", "MOSCOW, August 1, 2025." */
const agencyDateline = new RegExp(
	String.raw`^${place}${country}(?:${dayOfMonth}?(?:${agency}\s*[-–—]{1,2}|${dash}|\.?${agency}\.)|${dayOfMonth}\.)(?:\s+|(?<=—))(?=["“‘'(]?[\p{Lu}\d])`,
	'u',
);
const placeInLetters =
	/^\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]+){0,3}(?:,\s\p{Lu}[\p{L}'’.]+(?:\s\p{Lu}[\p{L}'’.]+){0,2})?(?:,\s\(?|:?\s?\()(?:\p{L}{3,12},?\s)?$/u;
const dashBehind = /^\)?\s*(?:\([^)]{2,40}\))?\s*(?:[–—]|-{1,2}|:)\s+(?=["“‘'(]?\p{Lu})/u;
/** "Oslo, 4 March 2024. The first …", "Muscat (30 September 2025) The first …": a dateline at the head of a text alone. */
const stopBehind = /^(?:\)|\.)\s+(?=["“‘'(]?\p{Lu})/u;

const betweenDays = new RegExp(String.raw`^\s?(?:\p{Pd}|to|until)+\s(?:${weekday},?\s)?$`, 'iu');

/** Where a prose line's sentences begin behind its place, date and agency, or behind "date 2018-05-08"; the date where it states a whole one. */
export function agencyDatelineOf(
	line: string,
	context: string,
): { end: number; date: PrintedDate | undefined; says: 'agency' | 'placed' } | undefined {
	const [first, second] = printedDates(line.slice(0, 80), context);
	// "Saturday, May 1, 2010 – Friday, September 12, 2014"
	if (first && second && betweenDays.test(line.slice(first.end, second.start))) return undefined;
	if (first && labelledDate.test(line.slice(0, first.start))) {
		const timed = first.end + (timeAfter.exec(line.slice(first.end))?.[0].length ?? 0);
		const end = timed + (/^[\s|:.–—-]*/.exec(line.slice(timed))?.[0].length ?? 0);
		return /^["“‘'(]?[\p{Lu}\p{Lo}\d]/u.test(line.slice(end)) ? { end, date: first, says: 'agency' } : undefined;
	}
	const match = agencyDateline.exec(line.slice(0, 140));
	if (match) return { end: match[0].length, date: printedDates(match[0], context)[0], says: 'agency' };
	if (!first || !placeInLetters.test(line.slice(0, first.start)) || saysAnother(line.slice(0, first.start))) return undefined;
	const dashed = dashBehind.exec(line.slice(first.end));
	const behind = dashed ?? stopBehind.exec(line.slice(first.end));
	return behind ? { end: first.end + behind[0].length, date: first, says: dashed ? 'agency' : 'placed' } : undefined;
}

function saysAnother(words: string): boolean {
	return (words.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []).some((word) => otherDays.has(word));
}

/** A printed date as a publication date of a document whose text it stands in at `offset`. */
export function publicationAt(date: PrintedDate, offset: number): Publication {
	return { on: date.on, precision: date.precision, span: { start: offset + date.start, end: offset + date.end } };
}
