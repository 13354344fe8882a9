import { describe, expect, it } from 'vitest';
import { count, countPattern } from '../../src/values/number-words.js';

const whole = new RegExp(`^${countPattern}$`, 'i');

describe('numbers', () => {
	it.each([
		['13,000', 13_000],
		['twenty-one', 21],
		['a dozen', 12],
		['a hundred and fifty', 150],
		['two thousand eight hundred', 2_800],
		['three hundred thousand', 300_000],
		['Twelve hundred', 1_200],
		['a thousand', 1_000],
	])('%s', (printed, number) => {
		expect(whole.test(printed)).toBe(true);
		expect(count(printed)).toBe(number);
	});

	it.each(['hundreds', 'several', 'and'])('%s is none', (printed) => {
		expect(whole.test(printed)).toBe(false);
	});
});

const numbersIn = (text: string) => (text.match(new RegExp(`\\b${countPattern}\\b`, 'gi')) ?? []).map((printed) => count(printed));

it('numbers in words are read whole', () => {
	expect(numbersIn('two thousand, eight hundred and fifty-six men')).toEqual([2856]);
	expect(numbersIn('three hundred and two thousand rounds')).toEqual([302_000]);
	expect(numbersIn('a thousand and one men, a dozen boats and a ship')).toEqual([1001, 12]);
});

it('numbers that only stand beside each other are two', () => {
	expect(numbersIn('between one hundred and two hundred jets')).toEqual([100, 200]);
	expect(numbersIn('two hundred, three of them new')).toEqual([200, 3]);
});
