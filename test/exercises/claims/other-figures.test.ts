import { expect, test } from 'vitest';
import { readDocument } from '../../../src/corpus/read.js';
import { extract } from '../../../src/exercises/extract.js';
import { tell } from '../../corpus/generate.js';

/** `{n}` is the exercise's own figure, `{o}` one that is not; `whole` is shown as it stands. */
const frames: readonly (readonly [sentence: string, shows: readonly string[]])[] = [
	['{x} involved more than {n} troops, up from {o} troops in 2023.', ['more than {n} troops']],
	['{x} involved {n} soldiers, compared with {o} soldiers last year.', ['{n} soldiers']],
	['{x} involved {n} troops instead of {o} troops.', ['{n} troops']],
	['The army has {o} troops; {x} involved {n} soldiers.', ['{n} soldiers']],
	['The navy numbers about {o} sailors, and {x} involved {n} sailors.', ['{n} sailors']],
	['{x} involved {n} troops and was held without the {o} troops of Poland.', ['{n} troops']],
	["{x} involved half of the army's {o} troops.", ["half of the army's {o} troops"]],
	['{x} involved {n} of the planned {o} troops.', ['{n} of the planned {o} troops']],
	['{x} involved not {o} troops but {n} soldiers.', ['{n} soldiers']],
	['{x} involved twice as many troops as the {o} soldiers of last year.', []],
];
const figures: readonly (readonly [own: string, other: string])[] = [
	['2,100', '3,500'],
	['6,000', '20,000'],
	['900', '1,200'],
	['12 thousand', '30 thousand'],
	['4,000', '5,000'],
];
const names = ['Exercise Iron Spear 2024', 'Exercise Sea Breeze 2024', 'the exercise “Red Heron 2024”', 'BALTOPS 2024'];

test('a figure that the exercise is set against is none of its own', { timeout: 180_000 }, () => {
	const misses: string[] = [];
	let tried = 0;
	for (const [frame, shows] of frames) {
		for (const [own, other] of figures) {
			for (const name of names) {
				const filled = (words: string) => words.replace('{x}', name).replace('{n}', own).replace('{o}', other);
				const sentence = filled(frame).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
				const text = `Notes on two navies\n\nPublished 3 October 2024\n\n${sentence}\n`;
				const scale = extract(readDocument('a.txt', new TextEncoder().encode(text))).drafts.flatMap(({ claims }) => claims.scale);
				tried++;
				const read = scale.map(({ text: words }) => words).join('; ');
				if (read !== shows.map(filled).join('; ')) misses.push(`${sentence} gave ${read || 'nothing'}`);
			}
		}
	}
	expect(tried).toBeGreaterThanOrEqual(200);
	expect(tell('figures of something else', tried, misses)).toBeGreaterThanOrEqual(0.95);
});
