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

/** The noun stands once, and whose a figure is may stand behind it. */
const attributed = [
	'{n} troops took part in Exercise Blue Wave by {a’s} own count, but {m} by {b’s}.',
	'In Exercise Blue Wave {n} troops took part, according to {a}, and {m}, according to {b}.',
	'According to {a}, {n} troops joined Exercise Blue Wave; according to {b}, {m} did.',
	'By {a’s} estimate {n} soldiers took part in Exercise Blue Wave, and {m} by {b’s} count.',
	'Exercise Blue Wave involved {n} troops according to {a}, and {m} according to {b}.',
	'Exercise Blue Wave involved {n} troops by {a’s} reckoning and, in {b’s} estimate, {m}.',
	'Exercise Blue Wave involved {n}, according to {a}, or {m}, according to {b}.',
	'Exercise Blue Wave drew {n} according to {a} and {m} according to {b}.',
	'Exercise Blue Wave involved {n} (according to {a}) or {m} (according to {b}).',
	'Exercise Blue Wave brought together {n}, {a} said, or {m}, {b} said.',
] as const;
/** The first figure is the article's own. */
const halfAttributed = [
	'Exercise Blue Wave drew {n}, or {m} by {b’s} count, troops to the border.',
	'{n} soldiers took part in Exercise Blue Wave, or {m} by {b’s} estimate.',
	'Exercise Blue Wave brought together {n} troops ({m}, according to {b}).',
	'{n} troops took part in Exercise Blue Wave, though {b} puts the figure at {m}.',
	'Exercise Blue Wave numbered {n} troops officially and, in {b’s} estimate, {m}.',
] as const;

interface Figures {
	readonly sentence: string;
	/** Each figure and whose word it is. */
	readonly told: readonly (readonly [string, string | null])[];
}

const ownOf = (who: string) => (who.endsWith('s') ? `${who}’` : `${who}’s`);

const inFrames = (frames: readonly string[], isHalf: boolean): Figures[] =>
	frames.flatMap((frame) =>
		sides.flatMap(([a, b]) =>
			figures.map(([n, m]): Figures => {
				const sentence = frame
					.replace('{a’s}', ownOf(a))
					.replace('{b’s}', ownOf(b))
					.replace('{a}', a)
					.replace('{b}', b)
					.replace('{n}', n)
					.replace('{m}', m);
				return {
					sentence: sentence.charAt(0).toUpperCase() + sentence.slice(1),
					told: [
						[n, isHalf ? null : a],
						[m, b],
					],
				};
			}),
		),
	);

test('a figure is whose it is called, and of no other', () => {
	const cases = [...inFrames(attributed, false), ...inFrames(halfAttributed, true)];
	const misses = cases.flatMap(({ sentence, told }) => {
		const claims = catalogueOf(`Notes on two navies\n\nPublished 3 October 2024\n\n${sentence}\n`).flatMap(({ scale }) => scale);
		const isTold = told.every(([figure, who]) =>
			claims.some((claim) => claim.text.toLowerCase().startsWith(figure) && saidByOf([claim]) === who),
		);
		return isTold ? [] : [`${sentence} gave ${claims.map((claim) => `${claim.value} (${saidByOf([claim])})`).join('; ')}`];
	});
	expect(cases.length).toBeGreaterThanOrEqual(200);
	expect(tell('figures and whose they are', cases.length, misses)).toBeGreaterThanOrEqual(0.95);
});

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
