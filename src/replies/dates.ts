import type { Publication } from '../corpus/document.js';
import type { DateClaim } from '../exercises/exercise.js';
import type { Words } from './words.js';

/** A day as Discord writes it in the reader's own way. Noon in UTC is the same day nearly everywhere. */
function timestamp(day: string): string | null {
	const seconds = Date.parse(`${day}T12:00:00Z`) / 1000;
	return Number.isFinite(seconds) ? `<t:${seconds}:D>` : null;
}

/** `2024`, `2024-09` or `2024-09-09` for the reader: a timestamp where the day is known, else month and year in the reader's language. */
function isoDate(iso: string, { locale }: Words): string {
	if (/^\d{4}-\d{2}-\d{2}$/.test(iso)) return timestamp(iso) ?? iso;
	const [, year, month] = /^(\d{4})-(\d{2})$/.exec(iso) ?? [];
	if (!year || !month) return iso;
	return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
		Date.UTC(Number(year), Number(month) - 1),
	);
}

export function publicationDate(publishedOn: Publication | null, words: Words): string {
	return publishedOn ? isoDate(publishedOn.on, words) : words.say.undated;
}

/** The span of days that a date claim was computed to, or null where there is none to show beside the printed words. */
export function computedDate({ from, to, precision }: DateClaim, words: Words): string | null {
	if (!from || !to) return null;
	if (precision === 'month') return isoDate(from.slice(0, 7), words);
	if (precision === 'year') return from.slice(0, 4);
	const [first, last] = [isoDate(from, words), isoDate(to, words)];
	return first === last ? first : `${first} – ${last}`;
}
