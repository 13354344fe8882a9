import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { paraphrasesOf } from '../../src/answers/paraphrases.js';
import { readData } from '../../src/data.js';
import { isStopWord, termOf } from '../../src/text/analyse.js';

const groups = Object.values(readData('answers/data/paraphrases.json', z.record(z.string(), z.array(z.array(z.string()))))).flat();

const mayMean = (asked: string, told: string) => paraphrasesOf(termOf(asked)).has(termOf(told));

describe('words that may say the same', () => {
	it.each([
		['hurt', 'injured'],
		['paid', 'funded'],
		['tailed', 'shadowing'],
		['pretend', 'fictional'],
		['scrapped', 'cancelled'],
		['choppers', 'helicopters'],
		['kit', 'equipment'],
		['ties', 'relations'],
		['skies', 'airspace'],
	])('%s and %s, either way round', (one, other) => {
		expect(mayMean(one, other)).toBe(true);
		expect(mayMean(other, one)).toBe(true);
	});

	it.each([
		['postpone', 'axe', 'cut'],
		['helicopter', 'plane', 'bomber'],
		['exercise', 'rehearse', 'mock'],
	])('does not join the groups that %s, %s and %s stand in', (one, _between, other) => {
		expect(mayMean(one, other)).toBe(false);
	});

	it.each([
		['emergency', 'appear'],
		['objective', 'complain'],
		['department', 'ministry'],
		['response', 'command'],
		['advanced', 'march'],
	])('keeps %s from the words that its stem has in another sense: %s', (one, other) => {
		expect(mayMean(one, other)).toBe(false);
	});

	it('holds in each group words that are terms of the index, each its own', () => {
		for (const group of groups) {
			expect(group.filter(isStopWord)).toEqual([]);
			expect(new Set(group.map(termOf)).size, group.join(' ')).toBe(group.length);
		}
	});
});
