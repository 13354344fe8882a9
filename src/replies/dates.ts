import type { Publication } from '../corpus/document.js';
import type { DateClaim } from '../exercises/exercise.js';
import { memoised } from '../memoised.js';
import type { Words } from './words.js';

/**
 * A day as it is written in a language: "9 September 2024" in whichever way. Never as one of Discord's timestamps, which are moments: for
 * some readers a moment lies on the day before or after. A format takes longer to make than a hundred days to write.
 */
const days = memoised(({ locale }: Words) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }));
const months = memoised(({ locale }: Words) => new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }));

/** The beginning of an ISO day, or null for what is none. */
function dayOf(iso: string): Date | null {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
	const day = new Date(`${iso}T00:00:00Z`);
	return Number.isNaN(day.getTime()) ? null : day;
}

/** `2024`, `2024-09` or `2024-09-09` in the reader's language. */
export function isoDate(iso: string, words: Words): string {
	const day = dayOf(iso);
	if (day) return days(words).format(day);
	const [, year, month] = /^(\d{4})-(\d{2})$/.exec(iso) ?? [];
	if (!year || !month) return iso;
	return months(words).format(Date.UTC(Number(year), Number(month) - 1));
}

export function publicationDate(publishedOn: Publication | null, words: Words): string {
	return publishedOn ? isoDate(publishedOn.on, words) : words.say.undated;
}

/** The span of days that a date claim was computed to, or null where there is none to show beside the printed words. */
export function computedDate({ from, to, precision }: Pick<DateClaim, 'from' | 'to' | 'precision'>, words: Words): string | null {
	if (!from || !to) return null;
	if (precision === 'month') return isoDate(from.slice(0, 7), words);
	if (precision === 'year') return from.slice(0, 4);
	const [first, last] = [dayOf(from), dayOf(to)];
	return first && last && first <= last ? days(words).formatRange(first, last) : isoDate(from, words);
}
