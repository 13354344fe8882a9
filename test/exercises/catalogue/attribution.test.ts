import { expect, test } from 'vitest';
import { saidByOf } from '../../../src/exercises/catalogue/attribution.js';
import { catalogueOf } from '../corpus.js';

test.each([
	['Ties were strained, with Tokyo saying five missiles landed in its zone.', 'five missiles', 'Tokyo'],
	['Oslo claimed that 12 ships had entered the range.', '12 ships', 'Oslo'],
	['Some 12 ships entered the range, the Norwegian navy said.', '12 ships', 'the Norwegian navy'],
	['According to Oslo, 12 ships entered the range.', '12 ships', 'Oslo'],
	['Some 12 ships entered the range, Oslo denied that.', '12 ships', null],
	['Some 12 ships entered the range.', '12 ships', null],
])('%s', (text, words, who) => {
	const [at, end] = [text.indexOf(words), text.indexOf(words) + words.length];
	const quote = { document: 'a.txt', documentId: 'a', paragraph: 1, start: 0, end: text.length, text };
	expect(saidByOf([{ quote, span: { start: at, end } }])).toBe(who);
});

test('a name is never the same for two exercises', () => {
	const exercises = catalogueOf(
		'Brazil and Argentina conducted joint naval drills in the South Atlantic in May 2019.',
		'Chile and Peru conducted joint naval drills in the South Atlantic in May 2019.',
	);
	expect(exercises.map(({ name }) => name)).toEqual([
		'Joint naval drills, South Atlantic, May 2019, Argentina–Brazil',
		'Joint naval drills, South Atlantic, May 2019, Chile–Peru',
	]);
});
