import { expect, test } from 'vitest';
import { seriesList } from '../../../src/gazetteer/series.js';
import { tell } from '../../corpus/generate.js';
import { catalogueOf } from '../corpus.js';

const article = (text: string) => `Notes on two navies\n\nPublished 3 October 2024\n\n${text}\n`;
const capitalised = /^\p{Lu}\p{Ll}{3,}$/u;

const firsts = ['Granite', 'Tamarack', 'Silent', 'Crimson', 'Northgate'];
const seconds = ['Heron', 'Pike', 'Lantern', 'Meadow', 'Otter'];
const thirds = ['Gold', 'Dawn', 'Rising', 'Bravo'];
const introductions = [
	'Exercise {x} opened in Poland on 2 September 2024.',
	'Poland is holding the naval drill {x}, an annual event, with 900 sailors.',
];
const laters = [
	'{s} ended a week later, the ministry said.',
	'Ships of three navies joined {s} off Gdynia.',
	'During {s}, engineers built a bridge.',
];

const listed = seriesList.all
	.filter(({ name, kind }) => kind === 'exercise' && capitalised.test(name))
	.map(({ name }) => name)
	.filter((name) => !seriesList.seriesOf(`${name} Lantern`));

/** A text that tells of one exercise: its name, and what else it is called there. */
interface Told {
	readonly text: string;
	readonly name: string;
	readonly also?: string;
	readonly series?: string | null;
}

const later = (at: number, short: string) => (laters[at % laters.length] ?? '').replace('{s}', short);
const introduced = (at: number, full: string) => (introductions[at % introductions.length] ?? '').replace('{x}', full);

function measure(kind: string, cases: readonly Told[]): void {
	const misses = cases.flatMap(({ text, name, also, series = null }) => {
		const found = catalogueOf(article(text));
		const [one] = found;
		const isRight =
			found.length === 1 &&
			one?.name === name &&
			one.series === series &&
			(also === undefined || one.names.some(({ value }) => value === also));
		return isRight ? [] : [`${text} gave ${found.map(({ name }) => name).join('; ') || 'nothing'}`];
	});
	expect(cases.length).toBeGreaterThanOrEqual(200);
	expect(tell(kind, cases.length, misses)).toBeGreaterThanOrEqual(0.95);
}

test('a name printed in full and later by its first words is one exercise', () => {
	const inTwoWords = firsts.flatMap((first) =>
		seconds.flatMap((second, row) =>
			thirds.map((third, at): Told => {
				const also = `${first} ${second}`;
				const name = `${also} ${third}`;
				return { text: `${introduced(at, name)}\n\n${later(at + row, also)}`, name, also };
			}),
		),
	);
	const inOne = ['Tamarack', 'Larkspur', 'Wolverhorn', 'Quillback'].flatMap((also) =>
		seconds.flatMap((second) =>
			laters.map((_, at): Told => {
				const name = `${also} ${second}`;
				return { text: `${introduced(0, name)}\n\n${later(at, also)}`, name, also };
			}),
		),
	);
	const behindListed = listed.slice(0, 20).flatMap((word) =>
		[0, 1].map((at): Told => {
			const also = `${word} Lantern`;
			return { text: `${introduced(0, `${also} Gold`)}\n\n${later(at, also)}`, name: `${also} Gold`, also };
		}),
	);
	measure('names by their first words', [...inTwoWords, ...inOne, ...behindListed]);
}, 60_000);

test('a name that begins with the word of a listed series is not that series', () => {
	const frames = [
		'Some 2,000 troops took part in Exercise {x} in Poland.',
		'Exercise {x} was not called off, and ended on 20 September.',
		'Poland is holding drills dubbed {x} on its coast.',
		'In Poland the third edition of {x}, a naval exercise, has begun.',
	];
	const longer = listed.slice(0, 70).flatMap((word, at) =>
		['Kestrel', 'Anvil', 'Lantern']
			.map((second) => `${word} ${second}`)
			.filter((name) => !seriesList.seriesOf(name))
			.map((name): Told => ({ text: (frames[at % frames.length] ?? '').replace('{x}', name), name })),
	);
	const asListed = listed.slice(0, 12).flatMap((word) =>
		['-2024', ' 2024', ' Poland', ' in Poland'].map((behind): Told => {
			const text = `Some 2,000 troops took part in Exercise ${word}${behind}, the ministry said.`;
			const name = behind.includes('2024') ? `${word}${behind}` : word;
			return { text, name, series: seriesList.seriesOf(word)?.id ?? null };
		}),
	);
	measure('names longer than a listed one', [...longer, ...asListed]);
}, 60_000);

test.each([
	['Exercise Silver Otter North was held in Finland, Exercise Silver Otter South in Greece. Silver Otter ended.', 2],
	['Poland held Exercise Iron Pike Bravo and Exercise Iron Pike in May 2024.', 2],
	['Exercise Iron Pike ended on Monday. A month later Exercise Iron Pike Bravo will begin.', 2],
	['Exercise Brave Lynx opened in Poland. Brave men led the parade, and Brave said so.', 1],
	['Exercise Kowalik Shield opened in Poland. Marek Kowalik said so. Kowalik was pleased.', 1],
])('%s: %i exercises', (text, count) => {
	expect(catalogueOf(article(text))).toHaveLength(count);
});
