import { expect, test } from 'vitest';
import { readDocument } from '../../src/corpus/read.js';
import { extract } from '../../src/exercises/extract.js';
import { amountOf } from '../../src/values/quantities.js';
import { tell } from '../corpus/generate.js';

/** Forms of a number of troops, each to be read as a whole. */
const forms = [
	'2 300',
	'2\u00a0300',
	"2'300",
	'2’300',
	'2.300',
	'2,300',
	'20K',
	'20k',
	'20-25,000',
	'20–25,000',
	'20,000-25,000',
	'1,23,000',
	'12,34,000',
	'2.5 thousand',
	'12 thousand',
	'1.2 million',
	'5,000 to 6,000',
	'between 5,000 and 6,000',
	'from 5,000 to 6,000',
	'13,000+',
	'one and a half thousand',
	'fewer than 13,000',
	'less than 13,000',
	'no more than 13,000',
	'no fewer than 13,000',
	'not more than 13 000',
	'at most 13,000',
	'at least 13,000',
	'a maximum of 13,000',
	'well over 13,000',
	'just under 13,000',
	'close to 13 000',
	'~13,000',
	'>13,000',
	'up to 20K',
	'an estimated 13,000',
	'slightly more than 13,000',
	'6,000 of the planned 20,000',
	'6,000 out of 20,000',
	'half of the 20,000',
	'upwards of 13,000',
	'as few as 300',
	'at least 4,000 but fewer than 6,000',
	'closer to 13,000',
	'over a thousand',
	'nearly 2.5 lakh',
	'2 crore',
];
const frames = [
	'Exercise Blue Wave 2024 involved {n} troops.',
	'{N} troops took part in Exercise Blue Wave 2024 in Poland.',
	'Exercise Blue Wave 2024 brought together {n} soldiers in May 2024.',
	'Exercise Blue Wave 2024, with {n} troops and 30 ships, was held in Poland.',
	'In Exercise Blue Wave 2024 there were {n} personnel, the ministry said.',
];

test('a number is read as a whole, with its limit, or not at all', () => {
	const misses: string[] = [];
	const parts: string[] = [];
	let tried = 0;
	for (const form of forms) {
		for (const frame of frames) {
			tried++;
			const sentence = frame.replace('{n}', form).replace('{N}', form.charAt(0).toUpperCase() + form.slice(1));
			const text = `Notes on two navies\n\nPublished 3 October 2024\n\n${sentence}\n`;
			const claims = extract(readDocument('a.txt', new TextEncoder().encode(text))).drafts.flatMap((draft) => [
				...draft.claims.scale,
				...draft.claims.forces,
			]);
			const own = claims.filter(({ text: printed }) => /troops|soldiers|personnel/.test(printed));
			const whole = (printed: string) => printed.toLowerCase().startsWith(form.replace('\u00a0', ' ').toLowerCase());
			if (own.length === 0 || !own.every(({ text: printed }) => whole(printed)))
				misses.push(`${sentence} gave ${own.map(({ text: printed }) => printed).join('; ') || 'nothing'}`);
			parts.push(
				...own.filter(({ text: printed }) => /\d/.test(printed) && !whole(printed)).map(({ text: printed }) => `${form}: ${printed}`),
			);
		}
	}
	expect(tried).toBeGreaterThanOrEqual(200);
	expect(tell('numbers read whole', tried, misses)).toBeGreaterThanOrEqual(0.95);
	expect(parts).toEqual([]);
});

/** As other languages print a number of troops, the limit and the noun with it. */
const ofOtherLanguages: readonly (readonly [string, ...string[]])[] = [
	['L’exercice Héron Gris rassemble {n} en Bretagne.', 'quelque 3 400 militaires', 'plus de 900 soldats', 'près de 12 000 hommes'],
	[
		'An der Übung „Grauer Reiher“ nehmen {n} teil.',
		'rund 3.400 Soldaten',
		'bis zu 900 Soldaten',
		'mehr als 12.000 Soldatinnen und Soldaten',
	],
	['В учениях «Морской бриз» участвуют {n}.', 'около 3 400 военнослужащих', 'более 900 солдат', 'до 12 тыс. военнослужащих'],
];

test.each(ofOtherLanguages)('%s', (frame, ...numbers) => {
	for (const number of numbers) {
		const text = `Notes\n\nExercise Héron Gris 2024 was held.\n\n${frame.replace('{n}', number)}\n`;
		const { drafts } = extract(readDocument('a.txt', new TextEncoder().encode(text)));
		expect(drafts.flatMap(({ claims }) => claims.scale.map(({ text: printed }) => printed))).toContain(number);
	}
});

test('what was only planned, what is too long for a number and what is lost count for nothing', () => {
	for (const sentence of [
		'Of the 20,000 troops planned, 6,000 took part in Exercise Blue Wave 2024.',
		'Exercise Blue Wave 2024 involved 2,5000 troops.',
		'Exercise Blue Wave 2024 was held where 300 soldiers were killed.',
	]) {
		const text = `Notes on two navies\n\nPublished 3 October 2024\n\n${sentence}\n`;
		const scale = extract(readDocument('a.txt', new TextEncoder().encode(text))).drafts.flatMap(({ claims }) => claims.scale);
		expect(scale.map(({ text: printed }) => printed)).toEqual([]);
	}
});

test.each([
	['13,000', 13_000],
	['1,23,000', 123_000],
	["2'300", 2300],
	['2 300', 2300],
	['20K', 20_000],
	['2.5 thousand', 2500],
	['12,5 thousand', 12_500],
	['1.2 million', 1_200_000],
	['25 thousand', 25_000],
	['12 тыс.', 12_000],
	['1.2 lakh', 120_000],
	['2.300', undefined],
])('%s is %s', (printed, amount) => {
	expect(amountOf(printed)).toBe(amount);
});
