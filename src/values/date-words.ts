import { z } from 'zod';
import { romanMonths } from '../corpus/months.js';
import { readData } from '../data.js';
import { oneOf } from '../text/word-pattern.js';

const list = z.array(z.string().min(1));
const twelve = z.array(list).length(12);
const seven = z.array(list).length(7);

/** The words that dates are made of, in lower case. */
export const dateWords = readData(
	'values/data/date-words.json',
	z.strictObject({
		/** English, January first, the whole name before its short forms. */
		months: twelve,
		/** Of other languages: they count only beside a number. */
		otherMonths: twelve,
		/** Sunday first. */
		weekdays: z.array(z.string().min(1)).length(7),
		shortWeekdays: seven,
		otherWeekdays: seven,
		/** "Good Friday": a day of its own, and not the Friday nearest. */
		namedDays: list,
		/** "the Sunday Times" */
		newspapers: list,
		range: list,
		and: list,
		from: list,
		between: list,
		/** What may stand between the parts of a date and says nothing. */
		of: list,
		year: list,
		inclusive: list,
		every: list,
		or: list,
		times: list,
		/** "in 2000 troops": a number and no year. */
		counted: list,
	}),
);

/** What kind of word a word is, by a letter that the forms of dates are written with, and what it means. */
export interface DateWord {
	readonly sort: string;
	readonly value: number;
}

const words = new Map<string, DateWord>();

function teach(sort: string, forms: readonly string[], value = 0): void {
	for (const form of forms) if (!words.has(form)) words.set(form, { sort, value });
}

for (const [index, forms] of dateWords.months.entries()) teach('M', forms, index + 1);
for (const [index, form] of dateWords.weekdays.entries()) {
	teach('W', [form], index);
	teach('V', [`${form}s`], index);
}
for (const [index, forms] of dateWords.shortWeekdays.entries()) teach('a', forms, index);
for (const [index, forms] of dateWords.otherWeekdays.entries()) teach('a', forms, index);
for (const [index, forms] of dateWords.otherMonths.entries()) teach('m', forms, index + 1);
teach('1', ['a']);
teach('t', dateWords.range);
teach('&', dateWords.and);
teach('f', dateWords.from);
teach('b', dateWords.between);
teach('o', dateWords.of);
teach('g', dateWords.year);
teach('i', dateWords.inclusive);
teach('E', dateWords.every);
teach('|', dateWords.or);
teach('e', dateWords.times);
teach('n', ['in', 'during', 'by', 'within']);
teach('N', ['for', 'throughout']);
teach('s', ['last'], -1);
teach('s', ['this'], 0);
teach('s', ['next'], 1);
teach('u', ['week'], 0);
for (const [index, numeral] of romanMonths.entries()) teach('r', [numeral.toLowerCase()], index + 1);
teach('z', ['spring', 'summer', 'autumn', 'fall', 'winter']);

/** The word that dates know a word as. */
export function dateWord(printed: string): DateWord | undefined {
	return words.get(printed.toLowerCase().normalize('NFC'));
}

/** Whether a word is the name of a month, in any language that is known. */
export function isMonth(printed: string): boolean {
	return /^m$/i.test(dateWord(printed)?.sort ?? '');
}

/** Source of a pattern that matches an English month, whole or shortened, without a full stop. */
export const englishMonth = oneOf(dateWords.months.flat());
/** Source of a pattern that matches any month that is known, or any weekday. */
export const anyMonth = oneOf([...dateWords.months.flat(), ...dateWords.otherMonths.flat()].map((form) => form.replace('?', '')));
export const weekdayName = oneOf(dateWords.weekdays);
