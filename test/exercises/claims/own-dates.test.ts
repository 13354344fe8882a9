import { expect, test } from 'vitest';
import { readDocument } from '../../../src/corpus/read.js';
import { extract } from '../../../src/exercises/extract.js';
import { tell } from '../../corpus/generate.js';

function rangesIn(told: string): string {
	const text = `Notes on two navies\n\nPublished 3 October 2024\n\n${told}\n`;
	const dates = extract(readDocument('a.txt', new TextEncoder().encode(text))).drafts.flatMap(({ claims }) => claims.dates);
	return [...new Set(dates.flatMap(({ from, to }) => (from || to ? [`${from}..${to}`] : [])))].join(' ');
}

const two = (number: number): string => String(number).padStart(2, '0');
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'];

type Case = readonly [told: string, range: string];

function casesOf(at: number, month: string): Case[] {
	const [day, last, number] = [3 + (at % 5), 14 + at, at + 1];
	const iso = (on: number) => `2024-${two(number)}-${two(on)}`;
	const name = 'Exercise Sea Breeze';
	const range = `${iso(day)}..${iso(last)}`;
	const numbers = ['/', '-'].flatMap((sign) =>
		[' - ', ' to ', ' – '].flatMap((to): Case[] => {
			const dayFirst = (on: number) => `${two(on)}${sign}${two(number)}${sign}2024`;
			const monthFirst = (on: number) => `${two(number)}${sign}${two(on)}${sign}2024`;
			return [
				[`${name} was held ${dayFirst(day)}${to}${dayFirst(last)} in the Black Sea.`, range],
				[`${name} was held ${monthFirst(day)}${to}${monthFirst(last)} in the Black Sea.`, range],
			];
		}),
	);
	const words = ['in the Black Sea', 'off Constanta'].flatMap((where): Case[] => [
		[`${name} was held on the weekend of ${day}-${day + 1} ${month} 2024 ${where}.`, `${iso(day)}..${iso(day + 1)}`],
		[`${name} was held on ${month === 'February' ? 30 : 31} ${month} 2024 ${where}.`, has31(number) ? `${iso(31)}..${iso(31)}` : ''],
		[`${name} began ${where} on ${day} ${month} 2024. It will run until ${last} ${month}.`, `${range} null..${iso(last)}`],
		...['Planning', 'Preparations', 'Registration', 'Work'].map((what): Case => {
			const held = `it was held from ${day} to ${last} ${month} 2024 ${where}`;
			return [`${what} for ${name} began on 3 January 2024; ${held}.`, range];
		}),
	]);
	return [...numbers, ...words];
}

test('days that the words around them tell more of', { timeout: 180_000 }, () => {
	const cases = months.flatMap((month, at) => casesOf(at, month));
	const misses = cases.flatMap(([told, range]) => {
		const read = rangesIn(told);
		return read === range ? [] : [`${told} gave ${read || 'nothing'}, not ${range || 'nothing'}`];
	});
	expect(cases.length).toBeGreaterThanOrEqual(200);
	expect(tell('days by the words around them', cases.length, misses)).toBeGreaterThanOrEqual(0.98);
});

const has31 = (month: number): boolean => ![2, 4, 6, 9, 11].includes(month);
