import type { Span } from '../text/span.js';
import { monthPattern, type PrintedDate, printedDates } from './calendar.js';
import type { Publication } from './document.js';

const clock = String.raw`(?:,?\s*(?:at\s+)?\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AaPp]\.?[Mm]\.?)?(?:\s*(?:GMT|UTC|BST|EST|EDT|CET|JST|KST|MSK|IST)(?:[+-]\d+)?)?)`;
const weekday = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const label = '(?:date|dated|published|posted|updated|issued|released|last (?:updated|modified))(?: (?:on|at))?';

const beforeDate = new RegExp(String.raw`^(?:${label}\s*:?\s*)?(?:${weekday},?\s+)?$`, 'i');
const trailing = new RegExp(String.raw`^T?${clock}?\s*$`, 'i');
const timeAfter = new RegExp(String.raw`^(?:T\d{2}:\d{2}\S*|${clock})?`, 'i');
const weekdayBefore = new RegExp(String.raw`${weekday},?\s+$`, 'i');

/** People or an outlet beside a date: "by Jane Doe", "Jane Doe, John Roe, et al. |", "| Agency". */
const signed = /^[\s|·•,–—-]*(?:by\s+)?(?:\p{Lu}[\p{L}.'’&-]*|and|et al\.|of|the|,|\s|[|·•–—-])*$/u;

/** A line that is nothing but a publication date, perhaps with who signed it. */
export function datelineOf(line: string, context: string): PrintedDate | undefined {
	if (line.length > 160) return undefined;
	const [date, second] = printedDates(line, context);
	if (!date || (second && !/updated|modified/i.test(line))) return undefined;
	const before = line
		.slice(0, date.start)
		.replace(new RegExp(`${label}\\s*:?`, 'i'), '')
		.replace(weekdayBefore, '');
	const after = line
		.slice(date.end)
		.replace(timeAfter, '')
		.replace(/[|,]?\s*(?:updated|last (?:updated|modified)).*$/i, '');
	return signed.test(before) && signed.test(after) ? date : undefined;
}

/** First line of a saved page, run together: "date 2024-09-09 HEADLINE Monday, September 9, 2024 10:00:55 AM". */
export interface HeadedLine {
	readonly date: PrintedDate;
	readonly before: Span | null;
	readonly headline: Span;
	readonly after: Span | null;
}

/** Splits a line that begins or ends with a date and holds a headline of three words or more between. */
export function headedLine(line: string, context: string): HeadedLine | undefined {
	const dates = printedDates(line, context);
	const leading = dates.find((date) => beforeDate.test(line.slice(0, date.start)));
	const closing = dates.findLast((date) => date !== leading && trailing.test(line.slice(date.end)));
	const date = leading ?? closing;
	if (!date) return undefined;
	const start = leading ? leading.end + (timeAfter.exec(line.slice(leading.end))?.[0].length ?? 0) : 0;
	const end = closing ? closing.start - (weekdayBefore.exec(line.slice(0, closing.start))?.[0].length ?? 0) : line.length;
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

const place = String.raw`\p{Lu}[\p{Lu}'’.-]+(?:[\s/]+\p{Lu}[\p{Lu}'’.-]*)*`;
const country = String.raw`(?:,\s(?!${monthPattern}\b)\p{Lu}[\p{L}'’.]*(?:\s\p{Lu}[\p{L}'’.]*){0,3})?`;
const dayOfMonth = String.raw`(?:,?\s+(?:${monthPattern}\s\d{1,2}|\d{1,2}\s${monthPattern})(?:,?\s(?:19|20)\d\d)?)`;
const agency = String.raw`\s*(?:\([^)]{2,40}\)|/[^/]{2,40}/)`;
const dash = String.raw`\s*(?:[-–—]{2}|[–—])`;

/** "SEOUL, Sept. 15 (Yonhap) --", "RABAT, Morocco (AP) -", "MANILA –", "MOSCOW, August 5. /TASS/.", "MOSCOW, August 1, 2025." */
const agencyDateline = new RegExp(
	String.raw`^${place}${country}(?:${dayOfMonth}?(?:${agency}\s*[-–—]{1,2}|${dash}|\.?${agency}\.)|${dayOfMonth}\.)\s+(?=["“‘'(]?[\p{Lu}\d])`,
	'u',
);
const labelledDate = new RegExp(`^${label}\\s*:?\\s*(?:${weekday},?\\s+)?$`, 'i');

/** Where a prose line's sentences begin behind its place, date and agency, or behind "date 2018-05-08"; the date where it states a whole one. */
export function agencyDatelineOf(line: string, context: string): { end: number; date: PrintedDate | undefined } | undefined {
	const [first] = printedDates(line.slice(0, 60), context);
	if (first && labelledDate.test(line.slice(0, first.start))) {
		const end = first.end + (timeAfter.exec(line.slice(first.end))?.[0].length ?? 0);
		return { end: end + (/^[\s|:.–—-]*/.exec(line.slice(end))?.[0].length ?? 0), date: first };
	}
	const match = agencyDateline.exec(line.slice(0, 140));
	return match ? { end: match[0].length, date: printedDates(match[0], context)[0] } : undefined;
}

/** A printed date as a publication date of a document whose text it stands in at `offset`. */
export function publicationAt(date: PrintedDate, offset: number): Publication {
	return { on: date.on, precision: date.precision, span: { start: offset + date.start, end: offset + date.end } };
}
