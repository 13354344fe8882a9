import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDates } from '../../src/values/date-mentions.js';
import { resolveDate } from '../../src/values/dates.js';
import { tell } from '../corpus/generate.js';
import { type Day, daysOfMonth, iso, layouts, monthOf, th } from './printed-dates.js';

const seed = 20261130;

type Pair = readonly [Day, Day];

function read(text: string): string[] {
	return findDates(text, { start: 0, end: text.length }).map(({ says }) => {
		const { from, to } = resolveDate(says, { publishedOn: null, tense: 'past', editionYear: null, printedYear: null });
		return `${from}/${to}`;
	});
}

function measure(kind: string, variations: readonly { readonly text: string; readonly expected: readonly string[] }[]): void {
	const misses = variations.flatMap(({ text, expected }) => {
		const days = read(text);
		return days.join() === expected.join() ? [] : [`${JSON.stringify(text)} gave ${days.join(', ')}`];
	});
	expect(variations.length).toBeGreaterThanOrEqual(200);
	expect(tell(kind, variations.length, misses)).toBeGreaterThanOrEqual(0.98);
}

/** Two periods of one year, the second in a later month. */
const twoMonths = fc
	.tuple(daysOfMonth, daysOfMonth)
	.map(([[a, b], [c, d]]): readonly [Pair, Pair] => [
		[a, b],
		[
			{ ...c, year: a.year },
			{ ...d, year: a.year },
		],
	])
	.filter(([[a], [c]]) => a.month < c.month);
/** Two periods of one month. */
const oneMonth = twoMonths
	.map(([[a, b], [c, d]]): readonly [Pair, Pair] => [
		[a, b],
		[
			{ ...c, month: a.month },
			{ ...d, month: a.month },
		],
	])
	.filter(([[, b], [c]]) => b.day < c.day);

const range = (sign: string) => (a: Day, b: Day) => `${a.day}${sign}${b.day}`;
const dash = range('–');
const to = range(' to ');
const inTwoMonths: readonly ((first: Pair, second: Pair) => string)[] = [
	([a, b], [c, d]) => `held from ${to(a, b)} ${monthOf(a)} and from ${to(c, d)} ${monthOf(c)} ${c.year} at sea`,
	([a, b], [c, d]) => `held from ${to(a, b)} ${monthOf(a)} ${a.year} and again from ${to(c, d)} ${monthOf(c)} ${c.year} at sea`,
	([a, b], [c, d]) => `held in two phases, ${dash(a, b)} ${monthOf(a)} and ${dash(c, d)} ${monthOf(c)} ${c.year}.`,
	([a, b], [c, d]) => `It ran ${monthOf(a)} ${dash(a, b)} and ${monthOf(c)} ${dash(c, d)}, ${c.year}, on the island`,
	([a, b], [c, d]) => `the ${th(a)} to the ${th(b)} of ${monthOf(a)} and the ${th(c)} to the ${th(d)} of ${monthOf(c)} ${c.year}`,
	([a, b], [c, d]) => `between ${a.day} and ${b.day} ${monthOf(a)} and between ${c.day} and ${d.day} ${monthOf(c)} ${c.year}`,
	([a, b], [c, d]) => `Dates: ${dash(a, b)} ${monthOf(a)} ${a.year}; ${dash(c, d)} ${monthOf(c)} ${c.year}.`,
];
/** A label, a phase or a place stands between the two, and the year behind the second alone. */
const labelled: typeof inTwoMonths = [
	([a, b], [c, d]) => `Dates: ${dash(a, b)} ${monthOf(a)} / ${dash(c, d)} ${monthOf(c)} ${c.year}`,
	([a, b], [c, d]) => `Phase 1: ${dash(a, b)} ${monthOf(a)}; Phase 2: ${dash(c, d)} ${monthOf(c)} ${c.year}.`,
	([a, b], [c, d]) => `in two phases: phase 1, ${dash(a, b)} ${monthOf(a)}, and phase 2, ${dash(c, d)} ${monthOf(c)} ${c.year}.`,
	([a, b], [c, d]) => `at sea ${dash(a, b)} ${monthOf(a)} and ashore ${dash(c, d)} ${monthOf(c)} ${c.year}`,
	([a, b], [c, d]) => `in Poland from ${to(a, b)} ${monthOf(a)} and in Latvia from ${to(c, d)} ${monthOf(c)} ${c.year}`,
	([a, b], [c, d]) => `from ${to(a, b)} ${monthOf(a)} (first phase) and from ${to(c, d)} ${monthOf(c)} ${c.year} (second phase)`,
	([a, b], [c, d]) => `from ${to(a, b)} ${monthOf(a)}, with a second phase from ${to(c, d)} ${monthOf(c)} ${c.year}`,
	([a, b], [c, d]) => `Stage I (${dash(a, b)} ${monthOf(a)}) and Stage II (${dash(c, d)} ${monthOf(c)} ${c.year})`,
];
const inOneMonth: readonly ((first: Pair, second: Pair) => string)[] = [
	([a, b], [c, d]) => `held from ${to(a, b)} and from ${to(c, d)} ${monthOf(c)} ${c.year} at sea`,
	([a, b], [c, d]) => `held on ${dash(a, b)} and ${dash(c, d)} ${monthOf(c)} ${c.year}.`,
	([a, b], [c, d]) => `It ran ${monthOf(a)} ${dash(a, b)} and ${dash(c, d)}, ${c.year}, on the island`,
];

const spanOf = ([from, last]: Pair) => `${iso(from)}/${iso(last)}`;

function variationsOf(forms: typeof inTwoMonths, pairs: fc.Arbitrary<readonly [Pair, Pair]>, each: number) {
	return forms.flatMap((form, index) =>
		fc.sample(pairs, { numRuns: each, seed: seed + index }).map(([first, second]) => ({
			text: form(first, second),
			expected: [spanOf(first), spanOf(second)],
		})),
	);
}

test('several periods of one sentence are read each by itself', () => {
	measure('several periods', [...variationsOf(inTwoMonths, twoMonths, 24), ...variationsOf(inOneMonth, oneMonth, 24)]);
	measure('several periods, labelled', variationsOf(labelled, twoMonths, 26));
});

test.each(Object.entries(layouts).filter(([name]) => name !== 'bold over all'))('several periods laid out: %s', (name, layout) => {
	const plain = [...variationsOf(inTwoMonths.slice(0, 6), twoMonths, 24), ...variationsOf(inOneMonth, oneMonth, 24)];
	measure(
		`several periods, ${name}`,
		plain.map(({ text, expected }) => ({ text: layout(text), expected })),
	);
});

const places = ['Gdynia', 'Constanta', 'Tapa', 'Adazi base', 'off Hel', 'Camp Beauregard, Louisiana'];

test('a place in brackets does not part a date', () => {
	const samples = fc.sample(daysOfMonth, { numRuns: 12, seed });
	const aside: readonly ((a: Day, b: Day, place: string) => string)[] = [
		(a, b, place) => `held from ${a.day} (${place}) to ${b.day} ${monthOf(b)} ${b.year} at sea`,
		(a, b, place) => `held from ${a.day} ${monthOf(a)} (${place}) to ${b.day} ${monthOf(b)} ${b.year} at sea`,
		(a, b, place) => `held ${a.day}–${b.day} ${monthOf(b)} (${place}) ${b.year}, with nine ships`,
		(a, b, place) => `held ${a.day}–${b.day} ${monthOf(b)} ${b.year} (${place}), Poland, with nine ships`,
	];
	measure(
		'a place in brackets',
		aside.flatMap((form) => places.flatMap((place) => samples.map(([a, b]) => ({ text: form(a, b, place), expected: [spanOf([a, b])] })))),
	);
});

test('of a move to a month the new month alone is read', () => {
	const samples = fc.sample(twoMonths, { numRuns: 40, seed }).map(([[a], [c]]): Pair => [a, c]);
	const moves: readonly ((old: Day, to: Day) => string)[] = [
		(a, c) => `The ministry will move the exercise from ${a.day} ${monthOf(a)} to ${monthOf(c)} ${c.year}.`,
		(a, c) => `The exercise, planned for ${a.day} ${monthOf(a)} ${a.year}, has been moved to ${monthOf(c)} ${c.year}.`,
		(_, c) => `Norway decided to move the exercise to ${monthOf(c)} ${c.year}.`,
		(a, c) => `The drill, which was due to start on ${a.day} ${monthOf(a)}, was put off until ${monthOf(c)} ${c.year}.`,
		(a, c) => `The navy rescheduled the drill from ${monthOf(a)} to ${monthOf(c)} ${c.year}.`,
		(a, c) => `In ${a.year} the drill set for ${a.day} ${monthOf(a)} was postponed to ${monthOf(c)} ${c.year}.`,
	];
	const wholeMonth = ({ year, month }: Day) => {
		const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
		return `${iso({ year, month, day: 1 })}/${iso({ year, month, day: last })}`;
	};
	measure(
		'moves to a month',
		moves.flatMap((form) =>
			samples.map(([a, c]) => {
				const text = form(a, c);
				return { text, expected: [...(text.startsWith('In ') ? [`${a.year}-01-01/${a.year}-12-31`] : []), wholeMonth(c)] };
			}),
		),
	);
});
