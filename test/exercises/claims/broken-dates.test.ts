import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extract } from '../../../src/exercises/extract.js';
import { drawing, tell } from '../../corpus/generate.js';
import { daysOfMonth, daysOfTwoMonths, iso, rangesOfMonth, rangesOfTwoMonths, wrapped } from '../../values/printed-dates.js';
import { documentOf } from '../corpus.js';

const seed = 20261201;
const frames: readonly ((date: string) => string)[] = [
	(date) => `Exercise Sea Breeze was held from ${date} in the Black Sea, and Bulgaria sent two frigates. The ministry was pleased.`,
	(date) => `In Exercise Sea Breeze, held ${date} off the port of Constanta, both navies trained together with ships of their allies.`,
	(date) => `Exercise Sea Breeze, which the two navies hold every year with nine ships or more, ran from ${date}.`,
];

/** Each line as long as it happens to be. */
function ragged(text: string, run: number): string {
	const draw = drawing(run);
	const lines = [''];
	let width = 20;
	for (const word of text.split(' ')) {
		const line = lines.at(-1) ?? '';
		if (line !== '' && line.length + word.length >= width) {
			lines.push(word);
			width = draw([12, 18, 25, 33, 42, 55, 70]);
		} else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
	}
	return lines.join('\n');
}

/** One line end, inside the date or beside it. */
function brokenOnce(text: string, run: number): string {
	const date = text.search(/\d/);
	const blanks = [...text.matchAll(/ /g)].map(({ index }) => index).filter((at) => at > date - 7 && at < date + 30);
	const at = drawing(run)(blanks);
	return `${text.slice(0, at)}\n${text.slice(at + 1)}`;
}

const layouts: readonly ((text: string, run: number) => string)[] = [
	(text) => wrapped(text, 14),
	(text) => wrapped(text, 28),
	(text) => wrapped(text, 45),
	(text) => wrapped(text, 64),
	ragged,
	brokenOnce,
	(text, run) => ragged(text, run).replaceAll('\n', ' \r\n'),
	(text, run) => `> ${ragged(text, run).replaceAll('\n', '\n> ')}`,
	(text, run) =>
		ragged(text, run)
			.replace(/(\d)([-–—])(\d)/, '$1$2\n$3')
			.replace(/\b([A-Z][a-z]{2,4})((?:tem|em)?ber|uary)\b/g, '$1-\n$2'),
];

test('a date that stands on two lines is read whole, wherever the lines end', () => {
	const misses: string[] = [];
	const wrong: string[] = [];
	let tried = 0;
	const kinds = [
		[rangesOfMonth, daysOfMonth],
		[rangesOfTwoMonths, daysOfTwoMonths],
	] as const;
	for (const [forms, pairs] of kinds)
		for (const [index, form] of Object.values(forms).entries())
			for (const layout of layouts.filter((_, at) => (at + index) % 2 === 0)) {
				tried++;
				const [[from, to] = []] = fc.sample(pairs, { numRuns: 1, seed: seed + tried });
				if (!from || !to) continue;
				const sentence = layout(frames[tried % frames.length]?.(form(from, to)) ?? '', seed + tried);
				const { drafts } = extract(documentOf(`Notes on two navies\n\nPublished 3 October 2030\n\n${sentence}\n`));
				const days = drafts.flatMap(({ claims }) => claims.dates.map((date) => `${date.from}/${date.to}`));
				const told = `${JSON.stringify(sentence)} gave ${days}`;
				if (!days.includes(`${iso(from)}/${iso(to)}`)) misses.push(told);
				if (days.some((day) => day !== `${iso(from)}/${iso(to)}` && day !== 'null/null')) wrong.push(told);
			}
	expect(tried).toBeGreaterThanOrEqual(300);
	expect(tell('dates over line ends', tried, misses)).toBeGreaterThanOrEqual(0.98);
	expect(wrong).toEqual([]);
});

test.each([
	['a heading above its date', 'Fleet week from May 25 to 31, 2016\nMay 23, 2016\nThe fleet came.', 3],
	['a programme of days', 'Events in May\n3 May: Poland\n4 May: Latvia\n5 May: Estonia', 4],
	['a heading that names an edition', 'Saildrone joins RIMPAC 2026\nJuly 2026\nThe vessel came.', 3],
])('%s stays lines of their own', (_, text, lines) => {
	expect(documentOf(text).paragraphs).toHaveLength(lines);
});
