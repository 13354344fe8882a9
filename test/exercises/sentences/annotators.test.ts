import { describe, expect, test } from 'vitest';
import { findActivities } from '../../../src/exercises/claims/activities.js';
import { findAims } from '../../../src/exercises/claims/aims.js';
import { findNumbers, findOrdinals } from '../../../src/exercises/claims/number-mentions.js';
import { findExercisePhrases } from '../../../src/exercises/sentences/exercise-phrases.js';
import { findForces } from '../../../src/exercises/sentences/force-mentions.js';
import { tenseOf } from '../../../src/exercises/sentences/tense.js';
import type { Span } from '../../../src/text/span.js';
import { count, ordinal } from '../../../src/values/number-words.js';

function words(text: string, find: (text: string, span: Span) => readonly Span[]): string[] {
	return find(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));
}

describe('forces', () => {
	test.each([
		[
			'Two Chinese H-6 bombers met two Russian Tu-142 Maritime Patrol Aircraft.',
			['Two Chinese H-6 bombers', 'two Russian Tu-142 Maritime Patrol Aircraft'],
		],
		[
			'The fleet oiler CNS Kekexilihu (903) sailed with HMAS Stuart and Arunta.',
			['fleet oiler CNS Kekexilihu (903)', 'HMAS Stuart and Arunta'],
		],
		["The drills will involve both countries' naval and air forces.", ['naval and air forces']],
		[
			'They sent 13,000 People’s Liberation Army (PLA) troops and more than 100 planes and helicopters.',
			['13,000 People’s Liberation Army (PLA) troops', 'more than 100 planes and helicopters'],
		],
		['The F-15K, KF-16 and F-35A will fly.', ['F-15K, KF-16 and F-35A']],
		['About 500 soldiers of the 3rd Battalion jumped.', ['About 500 soldiers', '3rd Battalion']],
		['The frigate Admiral Gorshkov arrived.', ['frigate Admiral Gorshkov']],
	])('%s', (text, expected) => {
		expect(words(text, findForces)).toEqual(expected);
	});

	test.each([
		'The navy chief spoke.',
		'Military cooperation deepens.',
		'Ships sailed past.',
		'They force the issue.',
	])('none in: %s', (text) => {
		expect(words(text, findForces)).toEqual([]);
	});
});

describe('numbers', () => {
	test.each([
		[
			'An eight-ship fleet of more than 1500 sailors sailed.',
			[
				['eight-ship fleet', 8],
				['more than 1500 sailors', 1500],
			],
		],
		[
			'With 14 nations, 16 ships, two submarines and over 95 aircraft.',
			[
				['14 nations', 14],
				['16 ships', 16],
				['two submarines', 2],
				['over 95 aircraft', 95],
			],
		],
		['Thousands of Ukrainian troops joined.', [['Thousands of Ukrainian troops', 1000]]],
		['Some 25 thousand personnel came.', [['Some 25 thousand personnel', 25000]]],
	])('%s', (text, expected) => {
		const found = findNumbers(text, { start: 0, end: text.length });
		expect(found.map(({ start, end, value }) => [text.slice(start, end), value])).toEqual(expected);
	});

	test.each([
		'Observation is required for exercises with 13,000 or more personnel.',
		'It stayed below the threshold of 9,000 troops.',
		'Soldiers of 16 Air Assault Brigade jumped.',
		'The two countries agreed.',
		'It cost 3 million dollars.',
		'Several Challenger 2 tanks rolled by.',
	])('none in: %s', (text) => {
		expect(findNumbers(text, { start: 0, end: text.length })).toEqual([]);
	});

	test.each([
		['It was their sixth such exercise since 2019.', 'their sixth such exercise since 2019', 6],
		['This marks the fifth such instance of naval cooperation.', 'the fifth such instance of naval cooperation', 5],
		['The 21st edition of the exercise begins.', 'The 21st edition of the exercise', 21],
		['They flew their twenty-first joint patrol.', 'their twenty-first joint patrol', 21],
	])('%s', (text, phrase, value) => {
		expect(findOrdinals(text, { start: 0, end: text.length }).map((found) => [text.slice(found.start, found.end), found.value])).toEqual([
			[phrase, value],
		]);
	});

	test('words of numbers', () => {
		expect(['13,000', 'twelve', 'forty-two', 'dozen', 'none'].map(count)).toEqual([13000, 12, 42, 12, undefined]);
		expect(['3rd', 'sixth', 'twenty-first', 'last'].map(ordinal)).toEqual([3, 6, 21, undefined]);
	});
});

describe('aims', () => {
	test.each([
		['The drills aim to build trust between the crews, the ministry said.', ['aim to build trust between the crews']],
		['The exercise is aimed at enhancing cooperation at sea.', ['aimed at enhancing cooperation at sea']],
		[
			'The primary aim of this exercise is to increase interoperability.',
			['The primary aim of this exercise is to increase interoperability'],
		],
		['They will train together in an effort to deter aggression.', ['in an effort to deter aggression']],
		['The drills will focus on protecting sea lanes.', ['focus on protecting sea lanes']],
		['“The exercise is designed to test readiness,” it says in a statement.', ['designed to test readiness']],
	])('%s', (text, expected) => {
		expect(words(text, findAims)).toEqual(expected);
	});

	test.each([
		'Their relationship poses a threat.',
		'The drills will focus on air defence.',
		'The ships sailed at dawn.',
	])('none in: %s', (text) => {
		expect(words(text, findAims)).toEqual([]);
	});
});

describe('activities', () => {
	test.each([
		['The exercise involved live-fire drills and air escorts.', ['live-fire drills and air escorts']],
		[
			'The fleet practised surface warfare, boarding and joint manoeuvres in the waters off Guam.',
			['surface warfare, boarding and joint manoeuvres'],
		],
		['The sea phase will include gunnery and replenishment at sea.', ['gunnery and replenishment at sea']],
	])('%s', (text, expected) => {
		expect(words(text, findActivities)).toEqual(expected);
	});

	test.each([
		'The exercise involved 13,000 troops.',
		'The drills include both countries’ air forces.',
		'They featured prominently.',
	])('none in: %s', (text) => {
		expect(words(text, findActivities)).toEqual([]);
	});
});

describe('phrases for exercises', () => {
	test.each([
		['They held a two-day joint strategic air patrol.', 'a two-day joint strategic air patrol', 'patrol', 'indefinite', false],
		['The drills begin.', 'The drills', 'exercise', 'definite', false],
		['This latest round of joint exercises ended.', 'This latest round of joint exercises', 'exercise', 'demonstrative', false],
		["Russia's strategic exercises ended.", "Russia's strategic exercises", 'exercise', 'possessive', false],
		['They hold regular drills.', 'regular drills', 'exercise', 'bare', true],
		[
			'Parallel Collective Security Treaty Organisation (CSTO) drills began.',
			'Parallel Collective Security Treaty Organisation (CSTO) drills',
			'exercise',
			'bare',
			false,
		],
	] as const)('%s', (text, phrase, kind, reference, generic) => {
		const [found] = findExercisePhrases(text, { start: 0, end: text.length });
		expect(
			found && { phrase: text.slice(found.start, found.end), kind: found.kind, reference: found.reference, generic: found.generic },
		).toEqual({
			phrase,
			kind,
			reference,
			generic,
		});
	});

	test.each([
		'They exercise restraint.',
		'A maritime patrol aircraft flew.',
		'The exercise area was closed.',
		'A police patrol passed.',
	])('none in: %s', (text) => {
		expect(words(text, findExercisePhrases)).toEqual([]);
	});
});

test.each([
	['The drills will take place in May.', 'future'],
	['They are set to hold a drill.', 'future'],
	['The exercise was held in May.', 'past'],
	['Troops took part.', 'past'],
	['Exercises matter.', 'present'],
] as const)('tense: %s', (text, tense) => {
	expect(tenseOf(text, { start: 0, end: text.length })).toBe(tense);
});
