import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDates } from '../../src/values/date-mentions.js';
import { type Anchor, resolveDate } from '../../src/values/dates.js';
import {
	anyDay,
	type Day,
	daysOfMonth,
	daysOfTwoMonths,
	dotted,
	iso,
	later,
	layouts,
	monthOf,
	months,
	rangesOfMonth,
	rangesOfTwoMonths,
	shortMonth,
	th,
	two,
	weekdayOf,
	weekdays,
} from './printed-dates.js';

const seed = 20260514;
/** The least share of variations that must be read right. */
const aim = 0.98;

interface Variation {
	readonly text: string;
	readonly expected: readonly string[];
}

const anchor: Anchor = { publishedOn: null, tense: 'past', editionYear: null, printedYear: null };

function days(text: string, publishedOn?: string): string[] {
	const dated = publishedOn ? { ...anchor, publishedOn: { on: publishedOn, precision: 'day' as const, span: null } } : anchor;
	return findDates(text, { start: 0, end: text.length }).map(({ says }) => {
		const { from, to } = resolveDate(says, dated);
		return `${from}/${to}`;
	});
}

/** Reads every variation back, prints how many came out right, and shows some that did not. */
function measure(kind: string, variations: readonly Variation[], publishedOn?: string): void {
	const missed = variations.filter(({ text, expected }) => JSON.stringify(days(text, publishedOn)) !== JSON.stringify(expected));
	const rate = 1 - missed.length / variations.length;
	console.log(`${kind}: ${variations.length} variations, ${(100 * rate).toFixed(1)} % read right`);
	const shown = missed.slice(0, 12).map(({ text, expected }) => `${JSON.stringify(text)}: ${days(text, publishedOn)} and not ${expected}`);
	expect(variations.length).toBeGreaterThanOrEqual(200);
	expect(rate, shown.join('\n')).toBeGreaterThanOrEqual(aim);
}

const frames: readonly ((date: string) => string)[] = [
	(date) => `The exercise was held from ${date} in the strait`,
	(date) => `Held ${date}, the drill drew 14 ships`,
	(date) => `Dates: ${date}.`,
	(date) => `The navies of both countries trained together (${date}) with 2,300 troops`,
];

/** Every form in every frame, some days each. */
function inForms(forms: Readonly<Record<string, (from: Day, to: Day) => string>>, pairs: fc.Arbitrary<readonly [Day, Day]>, each: number) {
	return Object.values(forms).flatMap((form, index) =>
		fc.sample(pairs, { numRuns: each, seed: seed + index }).map(([from, to], run): Variation => {
			const frame = frames[run % frames.length];
			return { text: frame ? frame(form(from, to)) : '', expected: [`${iso(from)}/${iso(to)}`] };
		}),
	);
}

describe('ranges', () => {
	test('in every form', () => {
		measure('Ranges in one month', inForms(rangesOfMonth, daysOfMonth, 12));
		measure('Ranges over two months', inForms(rangesOfTwoMonths, daysOfTwoMonths, 30));
	});

	test.each(Object.entries(layouts))('laid out: %s', (name, layout) => {
		const variations = [...inForms(rangesOfMonth, daysOfMonth, 4), ...inForms(rangesOfTwoMonths, daysOfTwoMonths, 4)];
		measure(
			`Ranges, ${name}`,
			variations.map(({ text, expected }) => ({ text: layout(text), expected })),
		);
	});

	test('between two days', () => {
		const forms: readonly ((a: Day, b: Day) => string)[] = [
			(a, b) => `between ${a.day} and ${b.day} ${monthOf(a)} ${a.year}`,
			(a, b) => `between the ${th(a)} and the ${th(b)} of ${monthOf(a)} ${a.year}`,
			(a, b) => `between ${monthOf(a)} ${a.day} and ${b.day}, ${a.year}`,
			(a, b) => `between ${weekdayOf(a)} ${a.day} and ${weekdayOf(b)} ${b.day} ${monthOf(a)} ${a.year}`,
		];
		const samples = fc.sample(daysOfMonth, { numRuns: 60, seed });
		measure(
			'Between two days',
			forms.flatMap((form) => samples.map(([a, b]) => ({ text: `held ${form(a, b)} at sea`, expected: [`${iso(a)}/${iso(b)}`] }))),
		);
	});

	test('lists of days that follow each other are ranges; of others nothing is computed', () => {
		const forms: readonly ((days: readonly Day[], day: Day) => string)[] = [
			(list, last) => `${list.map(({ day }) => day).join(', ')} and ${last.day} ${monthOf(last)} ${last.year}`,
			(list, last) => `${list.map(({ day }) => day).join(', ')} & ${last.day} ${monthOf(last)} ${last.year}`,
			(list, last) => `${list.map(th).join(', ')}, and ${th(last)} of ${monthOf(last)} ${last.year}`,
			(list, last) => `${monthOf(last)} ${list.map(({ day }) => day).join(', ')} and ${last.day}, ${last.year}`,
			(list, last) => `${dotted(last)} ${list.map(({ day }) => day).join(', ')} & ${last.day}, ${last.year}`,
		];
		const samples = fc.sample(
			fc.tuple(
				anyDay.filter(({ day }) => day < 22),
				fc.integer({ min: 1, max: 3 }),
				fc.boolean(),
			),
			{ numRuns: 60, seed },
		);
		measure(
			'Lists of days',
			forms.flatMap((form) =>
				samples.map(([first, count, follow]) => {
					const last = later(first, follow ? count : count + 2);
					const list = Array.from({ length: count }, (_, index) => later(first, index));
					return { text: `held on ${form(list, last)} at sea`, expected: [follow ? `${iso(first)}/${iso(last)}` : 'null/null'] };
				}),
			),
		);
	});
});

describe('single days', () => {
	test('a weekday beside its date is no second day', () => {
		const forms: readonly ((day: Day) => string)[] = [
			(day) => `${weekdayOf(day)}, the ${th(day)} of ${monthOf(day)} ${day.year}`,
			(day) => `${weekdayOf(day)} ${day.day} ${monthOf(day)} ${day.year}`,
			(day) => `${weekdayOf(day)} the ${th(day)} of ${monthOf(day)}, ${day.year}`,
			(day) => `${weekdayOf(day)}, ${monthOf(day)} ${day.day}, ${day.year}`,
			(day) => `${weekdayOf(day).slice(0, 3)}. ${day.day} ${shortMonth(day)} ${day.year}`,
			(day) => `${weekdayOf(day).slice(0, 3)}, ${dotted(day)} ${day.day}, ${day.year}`,
			(day) => `${day.day} ${monthOf(day)} ${day.year} (${weekdayOf(day)})`,
			(day) => `${weekdayOf(day)} (${day.day} ${monthOf(day)} ${day.year})`,
			(day) => `${monthOf(day)} ${day.day}, ${day.year}, a ${weekdayOf(day)}`,
			(day) => `${day.day} ${monthOf(day)} ${day.year}, a ${weekdayOf(day)}`,
			(day) => `${weekdayOf(day)}, ${two(day.day)}.${two(day.month)}.${day.year}`,
			(day) => `${weekdayOf(day)}, ${iso(day)}`,
			(day) => `${weekdayOf(day).toUpperCase()} ${day.day} ${monthOf(day).toUpperCase()} ${day.year}`,
			(day) => `${weekdayOf(day)} morning, ${monthOf(day)} ${th(day)}, ${day.year}`,
		];
		const samples = fc.sample(anyDay, { numRuns: 24, seed });
		measure(
			'A weekday beside its date',
			forms.flatMap((form) =>
				samples.map((day) => ({ text: `It was held on ${form(day)}, in the bay`, expected: [`${iso(day)}/${iso(day)}`] })),
			),
			'2027-12-30',
		);
	});

	test('days that come again, and days with a name, are kept as printed', () => {
		const names = ['Good Friday', 'Black Friday', 'Ash Wednesday', 'Palm Sunday', 'Easter Monday', 'Bloody Sunday', 'Cyber Monday'];
		const phrases = [
			...weekdays.flatMap((day) =>
				months.map((month) => `every ${day} in ${month} 2024`).concat([`on ${day}s`, `each ${day}`, `every ${day} of the month`]),
			),
			...names.flatMap((name) => [`on ${name}`, `on ${name} 2024`, `since ${name}, when`]),
			...weekdays.map((day, index) => `on ${day} or ${weekdays[(index + 1) % 7]}`),
			...months.flatMap((month) => [`the first week of ${month} 2024`, `the third Tuesday of ${month} 2024`, `14 or 15 ${month} 2024`]),
			...['03-02-2025', '3/2/2025', '03-02-25', '24-06-12', '12/06/24', '03-02-2025 to 05-02-2025'].map((day) => `on ${day}`),
			...months.flatMap((month) => [`the week of 9 ${month} 2024`, `on or about 9 ${month} 2024`, `14 and 21 ${month} 2024`]),
		];
		measure(
			'Kept as printed',
			phrases.map((phrase) => ({ text: `It was held ${phrase} by the navy`, expected: ['null/null'] })),
			'2024-10-03',
		);
	});

	test('in capitals, in lower case and in the military forms', () => {
		const forms: readonly ((day: Day) => string)[] = [
			(day) => `${day.day} ${shortMonth(day).toUpperCase()} ${day.year}`,
			(day) => `${two(day.day)} ${shortMonth(day).toUpperCase()} ${two(day.year % 100)}`,
			(day) => `${two(day.day)}${shortMonth(day).toUpperCase()}${day.year}`,
			(day) => `${two(day.day)}-${shortMonth(day).toUpperCase()}-${day.year}`,
			(day) => `${two(day.day)}-${shortMonth(day)}-${two(day.year % 100)}`,
			(day) => `${two(day.day)}1200Z${shortMonth(day).toUpperCase()}${two(day.year % 100)}`,
			(day) => `${two(day.day)}0630B ${shortMonth(day).toUpperCase()} ${two(day.year % 100)}`,
			(day) => `${two(day.day)}1200${shortMonth(day).toUpperCase()}${day.year}`,
			(day) => `${day.day} ${monthOf(day).toLowerCase()} ${day.year}`,
			(day) => `${monthOf(day).toLowerCase()} ${day.day}, ${day.year}`,
			(day) => `${monthOf(day).toUpperCase()} ${day.day}, ${day.year}`,
			(day) => `${th(day).toUpperCase()} ${monthOf(day).toUpperCase()} ${day.year}`,
			(day) => `${day.year} ${shortMonth(day)} ${day.day}`,
		];
		const samples = fc.sample(anyDay, { numRuns: 24, seed });
		measure(
			'Capitals, lower case, military forms',
			forms.flatMap((form) =>
				samples.map((day) => ({ text: `The drill was held on ${form(day)} in the bay`, expected: [`${iso(day)}/${iso(day)}`] })),
			),
		);
	});
});

test('quarters, years and months keep their year', () => {
	const lastDay = (year: number, month: number) =>
		iso(later({ year: month === 12 ? year + 1 : year, month: (month % 12) + 1, day: 1 }, -1));
	const ordinals = ['first', 'second', 'third', 'fourth'];
	const years = [2019, 2021, 2024, 2026];
	const variations = years.flatMap((year): Variation[] => [
		...ordinals.flatMap((ordinal, index) => {
			const expected = [`${year}-${two(index * 3 + 1)}-01/${lastDay(year, index * 3 + 3)}`];
			const printed = [
				`in Q${index + 1} ${year}`,
				`in the ${ordinal} quarter of ${year}`,
				`in Q${index + 1} of ${year}`,
				`in ${year} Q${index + 1}`,
			];
			return printed.map((phrase) => ({ text: `It will be held ${phrase} in the bay`, expected }));
		}),
		...months.flatMap((month, index) => {
			const expected = [`${year}-${two(index + 1)}-01/${lastDay(year, index + 1)}`];
			const short = month.slice(0, 3);
			const printed = [
				`in ${month} ${year}`,
				`in ${month}, ${year}`,
				`in ${short} ${year}`,
				`in ${year} ${short}`,
				`IN ${month.toUpperCase()} ${year}`,
			];
			return [...printed, `in ${month.toLowerCase()} ${year}`].map((phrase) => ({ text: `It was held ${phrase} in the bay`, expected }));
		}),
		...[
			`in fiscal year ${year}`,
			`in FY${year}`,
			`in FY ${year}`,
			`in FY${year % 100}`,
			`in fiscal ${year}`,
			`in the third quarter of fiscal year ${year}`,
		].map((phrase) => ({ text: `It will be held ${phrase} in the bay`, expected: ['null/null'] })),
		{ text: `It was held in ${year}-${(year + 1) % 100}, at sea`, expected: [`${year}-01-01/${year + 1}-12-31`] },
		{ text: `It was held from ${year} to ${year + 3} at sea`, expected: [`${year}-01-01/${year + 3}-12-31`] },
		{ text: `It was held in the winter of ${year}-${(year + 1) % 100}`, expected: [`${year}-12-01/${lastDay(year + 1, 2)}`] },
	]);
	measure('Quarters, fiscal years, months and years', variations);
});

test('of a move the new date alone is read', () => {
	const verbs = ['postponed', 'moved', 'moved up', 'brought forward', 'rescheduled', 'pushed back', 'shifted', 'delayed', 'moved forward'];
	const single: readonly ((old: Day, to: Day, verb: string) => string)[] = [
		(old, to, verb) => `was ${verb} from ${old.day} ${monthOf(old)} to ${to.day} ${monthOf(to)} ${to.year}`,
		(old, to, verb) => `was ${verb} from ${old.day} ${monthOf(old)} ${old.year} to ${to.day} ${monthOf(to)} ${to.year}`,
		(old, to, verb) => `has been ${verb} from the ${th(old)} of ${monthOf(old)} to the ${th(to)} of ${monthOf(to)}, ${to.year}`,
		(old, to, verb) => `was ${verb} from ${monthOf(old)} ${old.day} to ${monthOf(to)} ${to.day}, ${to.year}`,
		(old, to, verb) => `was ${verb} to ${to.day} ${monthOf(to)} ${to.year} from ${old.day} ${monthOf(old)} ${old.year}`,
		(old, to) => `was originally planned for ${old.day} ${monthOf(old)} ${old.year} but was held on ${to.day} ${monthOf(to)} ${to.year}`,
		(old, to) => `was held on ${to.day} ${monthOf(to)} ${to.year} instead of ${old.day} ${monthOf(old)} ${old.year}`,
	];
	const samples = fc.sample(daysOfTwoMonths, { numRuns: 5, seed });
	const variations = verbs.flatMap((verb) =>
		single.flatMap((form) =>
			samples.map(
				([old, to]): Variation => ({ text: `The exercise ${form(old, to, verb)} in the bay`, expected: [`${iso(to)}/${iso(to)}`] }),
			),
		),
	);
	const ranges = verbs.flatMap((verb) =>
		samples.map(([old, to]): Variation => {
			const end = later(to, 3);
			const text = `The exercise was ${verb} from ${old.day}–${old.day + 1} ${monthOf(old)} to ${to.day} ${monthOf(to)} to ${end.day} ${monthOf(end)} ${end.year}`;
			return { text, expected: [`${iso(to)}/${iso(end)}`] };
		}),
	);
	const days = verbs.flatMap((verb) =>
		fc.sample(daysOfMonth, { numRuns: 5, seed }).map(([old, to]): Variation => {
			const text = `The exercise was ${verb} from ${old.day} to ${to.day} ${monthOf(to)} ${to.year} in the bay`;
			return { text, expected: [`${iso(to)}/${iso(to)}`] };
		}),
	);
	measure('Moves', [...variations, ...ranges, ...days]);
});
