import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysOfMonth, iso, later, monthOf, th, weekdays } from '../../values/printed-dates.js';
import { catalogueOf } from '../corpus.js';

const seed = 20260515;
const aim = 0.98;

interface Variation {
	readonly text: string;
	readonly expected: readonly string[];
}

function measure(kind: string, variations: readonly Variation[]): void {
	const read = ({ text }: Variation) =>
		catalogueOf(text)
			.filter(({ name }) => name.startsWith('Sea Breeze'))
			.flatMap(({ dates }) => dates.filter(({ precision }) => precision !== 'duration').map(({ from, to }) => `${from}/${to}`));
	const missed = variations
		.map((variation) => ({ ...variation, read: read(variation) }))
		.filter(({ expected, read: found }) => JSON.stringify(found) !== JSON.stringify(expected));
	const rate = 1 - missed.length / variations.length;
	console.log(`${kind}: ${variations.length} variations, ${(100 * rate).toFixed(1)} % read right`);
	const shown = missed.slice(0, 12).map(({ text, expected, read: found }) => `${JSON.stringify(text)}: ${found} and not ${expected}`);
	expect(variations.length).toBeGreaterThanOrEqual(200);
	expect(rate, shown.join('\n')).toBeGreaterThanOrEqual(aim);
}

const head = 'Notes on two navies\n\nPublished 30 December 2027\n\n';

test('days of history and of the law are not those of the exercise', () => {
	const held = (a: string, b: string) => `held from ${a} to ${b} in the Black Sea`;
	const things = ['battle', 'siege', 'treaty', 'decree', 'resolution', 'armistice', 'agreement', 'earthquake', 'landing', 'law'];
	const frames: readonly ((thing: string, day: string, a: string, b: string) => string)[] = [
		(thing, day, a, b) => `Exercise Sea Breeze, marking the ${thing} of ${day}, was ${held(a, b)}.`,
		(thing, day, a, b) => `Exercise Sea Breeze was ${held(a, b)}, as a ${thing} of ${day} had allowed.`,
		(thing, day, a, b) => `Under the ${thing} of ${day}, Exercise Sea Breeze was ${held(a, b)}.`,
		(thing, day, a, b) => `Exercise Sea Breeze was ${held(a, b)} in memory of the ${thing} of ${day}.`,
		(thing, day, a, b) => `Exercise Sea Breeze recalls the ${day} ${thing} and was ${held(a, b)}.`,
	];
	const old = ['8 July 1770', '12 May 1999', 'March 3, 1944', 'the 5th of October 2003'];
	const samples = fc.sample(daysOfMonth, { numRuns: old.length, seed });
	measure(
		'Days of history and of the law',
		things.flatMap((thing) =>
			frames.flatMap((frame) =>
				old.flatMap((day, index): Variation[] => {
					const [from, to] = samples[index] ?? [];
					if (!from || !to) return [];
					const text = frame(thing, day, `${from.day}`, `${to.day} ${monthOf(to)} ${to.year}`);
					return [{ text: head + text, expected: [`${iso(from)}/${iso(to)}`] }];
				}),
			),
		),
	);
});

test('what starts on a weekday starts on the next', () => {
	const published = { year: 2024, month: 10, day: 3 };
	const frames: readonly ((day: string) => string)[] = [
		(day) => `Exercise Sea Breeze 2024 starts on ${day} in the Black Sea.`,
		(day) => `Exercise Sea Breeze 2024 begins ${day} in the Black Sea.`,
		(day) => `Exercise Sea Breeze 2024 opens in the Black Sea on ${day}.`,
		(day) => `Exercise Sea Breeze 2024 kicks off on ${day} in the Black Sea.`,
		(day) => `Exercise Sea Breeze 2024 gets under way on ${day} in the Black Sea.`,
		(day) => `Exercise Sea Breeze 2024 will start on ${day} in the Black Sea.`,
		(day) => `Exercise Sea Breeze 2024 is due to begin on ${day} in the Black Sea.`,
		(day) => `Exercise Sea Breeze 2024 is to start on ${day} in the Black Sea.`,
		(day) => `On ${day}, Exercise Sea Breeze 2024 begins in the Black Sea.`,
		(day) => `Exercise Sea Breeze 2024, which begins on ${day}, takes place in the Black Sea.`,
	];
	const variations = [0, 1, 2, 3, 4].flatMap((ahead) => {
		const day = later(published, ahead);
		const today = new Date(`${iso(day)}T00:00:00Z`).getUTCDay();
		return weekdays
			.filter((_, weekday) => weekday !== today)
			.flatMap((name) => {
				const first = later(day, (weekdays.indexOf(name) - today + 7) % 7);
				return frames.map(
					(frame): Variation => ({
						text: `Notes on two navies\n\nPublished ${day.day} ${monthOf(day)} ${day.year}\n\n${frame(name)}\n`,
						expected: [`${iso(first)}/null`],
					}),
				);
			});
	});
	measure('Starts on a weekday', variations);
});

test('so many days that began on a day ended on the last of them', () => {
	const words = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen'];
	const samples = fc.sample(daysOfMonth, { numRuns: 8, seed });
	measure(
		'Days counted from the first',
		words.flatMap((word, index) =>
			samples.flatMap(([from]) =>
				[word, `${index + 2}`].map(
					(length): Variation => ({
						text: `${head}The ${length}-day Exercise Sea Breeze began on the ${th(from)} of ${monthOf(from)} ${from.year} in the Black Sea.`,
						expected: [`${iso(from)}/${iso(later(from, index + 1))}`],
					}),
				),
			),
		),
	);
});

test('an end told before its start, and a day of planning before both', () => {
	const told: readonly ((a: string, b: string) => string)[] = [
		(a, b) => `Exercise Sea Breeze ended on ${b}, having begun on ${a}.`,
		(a, b) => `Exercise Sea Breeze was to finish on ${b}, having begun on ${a}.`,
		(a, b) => `Planning began on 2 January 2022 for Exercise Sea Breeze, which ran from ${a} to ${b}.`,
		(a, b) => `Exercise Sea Breeze lasted from ${a} to ${b} in the Black Sea.`,
		(a, b) => `Exercise Sea Breeze lasted from the morning of ${a} until ${b}.`,
		(a, b) => `Preparations started on 2 January 2022. Exercise Sea Breeze was held from ${a} to ${b}.`,
	];
	const samples = fc.sample(daysOfMonth, { numRuns: 40, seed });
	measure(
		'Ends before starts, and days of planning',
		told.flatMap((frame, index) =>
			samples.map(([from, to]): Variation => {
				const text = head + frame(`${from.day} ${monthOf(from)} ${from.year}`, `${to.day} ${monthOf(to)} ${to.year}`);
				const range = `${iso(from)}/${iso(to)}`;
				return { text, expected: index < 2 ? [`null/${iso(to)}`, range] : [range] };
			}),
		),
	);
});

test('of weeks no last day is computed, and days in brackets are no name', () => {
	const samples = fc.sample(daysOfMonth, { numRuns: 36, seed });
	const german = ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'];
	const weeks: readonly ((day: string) => string)[] = [
		(day) => `The two-week Exercise Sea Breeze began on ${day}.`,
		(day) => `The three-week-long Exercise Sea Breeze opened on ${day} in the Black Sea.`,
		(day) => `Exercise Sea Breeze ran for three weeks beginning on ${day} at sea.`,
		(day) => `The week-long Exercise Sea Breeze started on ${day}.`,
	];
	measure('Weeks, and days in brackets', [
		...weeks.flatMap((frame) =>
			samples.map(([day]): Variation => {
				const text = head + frame(`${day.day} ${monthOf(day)} ${day.year}`);
				return { text, expected: [`${iso(day)}/null`] };
			}),
		),
		...samples.flatMap(([from, to]): Variation[] => {
			const expected = [`${iso(from)}/${iso(to)}`];
			const month = german[from.month - 1] ?? '';
			return [
				{
					text: `${head}Exercise Sea Breeze (${from.day}.–${to.day}. ${month} ${from.year}) was the largest drill of the brigade.`,
					expected,
				},
				{
					text: `${head}Exercise Sea Breeze (${from.day}–${to.day} ${monthOf(from)} ${from.year}) was the largest drill of the brigade.`,
					expected,
				},
			];
		}),
	]);
});
