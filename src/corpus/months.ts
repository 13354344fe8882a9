import { literal } from '../text/word-pattern.js';

/** Languages whose month names are read. Left out: those in which a name means another month than in the rest (Croatian "listopad"). */
const languages = 'en de fr es it pt nl pl cs sk sl ru uk be bg sv nb da fi et lt lv tr az ro hu el ka he ar hi id ms'.split(' ');

/** Shortened names that are in use beside those of the locale data. */
const further: Readonly<Record<string, number>> = {
	sept: 9,
	sep: 9,
	jun: 6,
	jul: 7,
	mrt: 3,
	märz: 3,
	ene: 1,
	août: 8,
	aout: 8,
	dez: 12,
	окт: 10,
	сен: 9,
};

/** Months as Polish, Russian and Hungarian texts number them: "14 VI 2023". */
export const romanMonths: readonly string[] = 'I II III IV V VI VII VIII IX X XI XII'.split(' ');

const plain = (name: string): string => name.toLowerCase().normalize('NFC').replace(/\.$/, '');

/** Names of the months, whole, inflected and shortened, in lower case and without a full stop: 1 to 12. */
export const monthsByName: ReadonlyMap<string, number> = namesOfMonths();

function namesOfMonths(): Map<string, number> {
	const names = new Map(Object.entries(further));
	const doubtful = new Set<string>();
	const forms: Intl.DateTimeFormatOptions[] = [{ month: 'long' }, { month: 'long', day: 'numeric' }, { month: 'short', day: 'numeric' }];
	for (const { language, form } of languages.flatMap((language) => forms.map((form) => ({ language, form })))) {
		const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { ...form, timeZone: 'UTC' });
		for (let month = 1; month <= 12; month++) {
			const part = format.formatToParts(new Date(Date.UTC(2024, month - 1, 5))).find(({ type }) => type === 'month');
			const name = plain(part?.value ?? '');
			if (!/^\p{L}[\p{L}\p{M}]{2,}$/u.test(name)) continue;
			if ((names.get(name) ?? month) !== month) doubtful.add(name);
			names.set(name, month);
		}
	}
	for (const name of doubtful) names.delete(name);
	return names;
}

/** The number of a month by its printed name, in any of the languages. */
export function monthNamed(name: string): number | undefined {
	return monthsByName.get(plain(name));
}

/** Names of the days of the week, whole and shortened, in lower case; of two Latin letters none, for many are words as well ("to", "so"). */
export const weekdays: ReadonlySet<string> = new Set([...namesOfDays(), 'tues', 'weds', 'thur', 'thurs']);

function namesOfDays(): string[] {
	const forms = ['long', 'short'] as const;
	return languages.flatMap((language) =>
		forms.flatMap((weekday) => {
			const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
			return Array.from({ length: 7 }, (_, day) => plain(format.format(new Date(Date.UTC(2024, 0, 1 + day))))).filter(
				(name) => name.length > 2 || !/^[a-zà-ž]{2}$/.test(name),
			);
		}),
	);
}

/** Source of a pattern that matches one of the words, longest first. */
export function anyOf(words: Iterable<string>): string {
	const sorted = [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
	return `(?:${sorted.map((word) => literal(word).replace(/ /g, '\\s+')).join('|')})`;
}
