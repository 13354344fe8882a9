import { expect, test } from 'vitest';
import { tell } from '../../corpus/generate.js';
import { catalogueOf } from '../corpus.js';

const article = (text: string) => `Notes on two navies\n\nPublished 3 October 2024\n\n${text}\n`;
const words = [
	...['second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'ninth', 'tenth', 'twelfth', 'fifteenth', 'twentieth'],
	...['2nd', '3rd', '4th', '11th', '14th', '21st', '32nd', '53rd'],
];
const frames = [
	'The {o} edition of Exercise Blue Wave opened in Oman.',
	'The {o} edition of Blue Wave, a naval exercise, opened in Oman.',
	'Exercise Blue Wave’s {o} iteration opened in Oman.',
	'Exercise Blue Wave is being held for the {o} time in Oman.',
	'Nine ships met for the {o} iteration of Exercise Blue Wave.',
	'For the {o} time, Exercise Blue Wave opened in Oman.',
	'This is the {o} annual exercise of the kind, and Exercise Blue Wave will end on Friday.',
	'In Oman Exercise Blue Wave took place for the {o} consecutive time.',
	'Exercise Blue Wave opened, the {o} instalment of the series.',
	'Exercise Blue Wave, now in its {o} edition, opened in Oman.',
	'Exercise Blue Wave opened on Monday; it is the {o} such exercise since 2011.',
];

test('the number of an edition is read, and makes no exercise of its own', () => {
	const cases = frames.flatMap((frame) => words.map((word) => ({ word, sentence: frame.replace('{o}', word) })));
	const misses = cases.flatMap(({ word, sentence }) => {
		const found = catalogueOf(article(sentence));
		const [one, other] = found;
		const isRight = one && !other && one.name === 'Blue Wave' && one.ordinal.some(({ text }) => text.includes(word));
		const got = found.map(({ name, ordinal }) => `${name}: ${ordinal.map(({ text }) => text).join(', ')}`);
		return isRight && (one.year === null || one.year === 2024) ? [] : [`${sentence} gave ${got.join('; ') || 'nothing'}`];
	});
	expect(cases.length).toBeGreaterThanOrEqual(200);
	expect(tell('numbers of editions', cases.length, misses)).toBeGreaterThanOrEqual(0.95);
});

test.each([
	'Norway joined Exercise Blue Wave for the first time.',
	'For the second time in a week, ships of Exercise Blue Wave lost an anchor.',
	'Exercise Blue Wave was held, and Oman took part for the third time.',
])('no number of an edition: %s', (sentence) => {
	expect(catalogueOf(article(sentence)).flatMap(({ ordinal }) => ordinal.map(({ text }) => text))).toEqual([]);
});
