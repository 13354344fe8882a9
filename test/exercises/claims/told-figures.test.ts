import { expect, test } from 'vitest';
import { saidByOf } from '../../../src/exercises/catalogue/attribution.js';
import { tell } from '../../corpus/generate.js';
import { catalogueOf } from '../corpus.js';

const sides = [
	['Moscow', 'NATO'],
	['Minsk', 'Vilnius'],
	['Tehran', 'Western officials'],
	['Pyongyang', 'the South Korean army'],
] as const;
const figures = [
	['12,700', 'up to 60,000'],
	['13,000', 'about 75,000'],
	['300,000', 'fewer than 80,000'],
	['2 300', 'more than 4 000'],
	['20,000', '60,000'],
] as const;
/** `{a}` and `{b}` are who says so, `{n}` and `{m}` how many. */
const frames = [
	'{A} put the number of troops in Exercise Blue Wave at {n}; {b} counted {m}.',
	'{A} said that {n} troops took part in Exercise Blue Wave; {b} estimated {m}.',
	'{A} claimed that {n} troops took part in Exercise Blue Wave, but {b} counted {m}.',
	'{A} said that {n} soldiers took part in Exercise Blue Wave, while {b} put the figure at {m}.',
	'In Exercise Blue Wave, {A} said, {n} troops took part; {b} counted {m}.',
	'{A} put the total of soldiers in Exercise Blue Wave at {n}; {b} estimated {m}.',
	'{A} said {n} personnel took part in Exercise Blue Wave; {b} believed the real number was {m}.',
	'{n} troops took part in Exercise Blue Wave, {A} said; {b} counted {m}.',
	'{A} reported that {n} troops took part in Exercise Blue Wave; {b} put it at {m}.',
	'{A} said {n} troops were in Exercise Blue Wave, though {b} assessed {m}.',
];

test('claimed and counted figures stand beside each other, with who says so', () => {
	const misses: string[] = [];
	let tried = 0;
	for (const frame of frames)
		for (const [a, b] of sides)
			for (const [n, m] of figures) {
				tried++;
				const capital = frame.startsWith('{A}') ? a.charAt(0).toUpperCase() + a.slice(1) : a;
				const sentence = frame.replace('{A}', capital).replace('{b}', b).replace('{n}', n).replace('{m}', m);
				const claims = catalogueOf(`Notes on two navies\n\nPublished 3 October 2024\n\n${sentence}\n`).flatMap(({ scale }) => scale);
				const said = (figure: string, who: string) => claims.some((claim) => claim.text.startsWith(figure) && saidByOf([claim]) === who);
				if (!said(n, a) || !said(m, b))
					misses.push(`${sentence} gave ${claims.map((claim) => `${claim.value} (${saidByOf([claim])})`).join('; ') || 'nothing'}`);
			}
	expect(tried).toBeGreaterThanOrEqual(200);
	expect(tell('claimed and counted figures', tried, misses)).toBeGreaterThanOrEqual(0.95);
});

test.each([
	'The minister said 40 troops took part in Exercise Blue Wave; the general counted on 3 ships to follow.',
	'In Exercise Blue Wave 900 troops took part, and the mayor said it was 12.',
	'The army put the number of soldiers in Exercise Blue Wave at 900 on 12 May.',
])('what is no second figure is none: %s', (sentence) => {
	const claims = catalogueOf(`Notes on two navies\n\nPublished 3 October 2024\n\n${sentence}\n`).flatMap(({ scale }) => scale);
	expect(claims.map(({ text }) => text).filter((text) => /^(?:12|3)\b(?! ships)/.test(text))).toEqual([]);
});
