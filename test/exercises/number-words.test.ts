import { describe, expect, it } from 'vitest';
import { count, countPattern } from '../../src/exercises/number-words.js';

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
