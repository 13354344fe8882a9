import { expect, test } from 'vitest';
import { readDocument } from '../../../src/corpus/read.js';
import { extract } from '../../../src/exercises/extract.js';
import { distinctNames } from '../../../src/exercises/resolving/distinct-names.js';
import { createResolver } from '../../../src/exercises/resolving/resolve.js';
import { tell } from '../../corpus/generate.js';

/** The names that a short article has, each with its year and edition. */
function namesIn(sentence: string, published = 2024): string[] {
	const text = `Notes on two navies\n\nPublished 3 October ${published}\n\n${sentence}\n`;
	return extract(readDocument('a.txt', new TextEncoder().encode(text))).drafts.flatMap(({ seriesKey, claims, year, edition }) =>
		seriesKey === null ? [] : claims.names.slice(0, 1).map(({ value }) => `${value}: ${year}, ${edition}`),
	);
}

const settings = [
	'Troops took part in Exercise {x} at sea.',
	'{x} is a naval exercise of many nations.',
	'The navies of many nations gathered for the exercise {x}.',
	'“{x}”, an annual exercise, brought together many ships.',
];

test('two digits behind a name are a year where they can be, and else the number of an edition', () => {
	const misses: string[] = [];
	let tried = 0;
	const names: readonly (readonly [name: string, year: number | null, edition: string | null])[] = [
		...['Balikatan', 'Malabar', 'Talisman Sabre', 'Iron Lantern'].flatMap((name) =>
			[28, 31, 37, 41].map((number): [string, null, string] => [`${name} ${number}`, null, String(number)]),
		),
		...['BALTOPS', 'Cobra Gold', 'RIMPAC', 'Silver Kestrel'].flatMap((name) =>
			[44, 53, 55].map((number): [string, null, string] => [`${name} ${number}`, null, String(number)]),
		),
		...['BALTOPS', 'Cobra Gold', 'Balikatan', 'Sea Breeze', 'Iron Lantern'].flatMap((name) =>
			[17, 22, 24, 25].map((number): [string, number, null] => [`${name} ${number}`, 2000 + number, null]),
		),
		['Zapad-81', 1981, null],
		['REFORGER 83', 1983, null],
		['Team Spirit 76', 1976, null],
		['Able Archer 83', 1983, null],
		['UNITAS 65', null, '65'],
		['Balikatan 38-23', 2023, '38'],
	];
	for (const [name, year, edition] of names) {
		for (const setting of settings) {
			tried++;
			const found = namesIn(setting.replace('{x}', name));
			if (found.join() !== `${name}: ${year}, ${edition}`) misses.push(`${setting.replace('{x}', name)} gave ${found.join(' | ')}`);
		}
	}
	expect(tried).toBeGreaterThanOrEqual(200);
	expect(tell('numbers behind names', tried, misses)).toBeGreaterThanOrEqual(0.95);
});

test('a name that is an ordinary word or another thing’s counts beside a word of drills, a year or quotation marks alone', () => {
	const misses: string[] = [];
	let tried = 0;
	const words = ['Vostok', 'Malabar', 'Kavkaz', 'Milan', 'Aurora', 'Sea Breeze', 'Bright Star', 'Red Flag', 'Orion', 'Northern Edge'];
	const others = [
		'The newspaper {x} reported that two frigates had left port.',
		'Two frigates were seen from the hotel {x} on Tuesday.',
		'A ship named {x} ran aground near the harbour.',
		'The troops were shown the {x} museum before they left.',
		'{x} Street was closed while soldiers marched past.',
		'The frigate {x} left port on Tuesday.',
		'Soldiers guarded the {x} station on Tuesday.',
		'The novel {x} tells of two soldiers.',
		'{x} Hill was closed during the naval exercise.',
		'The restaurant {x} served the sailors of the exercise.',
		'The band {x} played for the sailors of the exercise.',
	];
	const drills = [
		'Exercise {x} was held at sea.',
		'{x} 2024 was held at sea.',
		'The exercise “{x}” was held at sea.',
		'The {x} naval exercise was held at sea.',
		'{x}, an annual naval exercise, was held at sea.',
		'Ships took part in {x}-2024, a naval exercise.',
		'The ninth {x} exercise was held at sea.',
		'Ships came for the exercise {x} 2024.',
		'The naval drills, dubbed {x}, were held at sea.',
		'{x} 2023 will be held at sea.',
	];
	for (const [frames, named] of [[others, false] as const, [drills, true] as const]) {
		for (const frame of frames) {
			for (const word of words) {
				tried++;
				const sentence = frame.replace('{x}', word);
				const found = namesIn(sentence);
				if (found.some((name) => name.startsWith(word)) !== named) misses.push(`${sentence} gave ${found.join(' | ') || 'nothing'}`);
			}
		}
	}
	for (const sentence of ['Центр города был закрыт для учений.', 'Колонна прошла через центр города.', 'Ураган прошёл через Кавказ.']) {
		tried++;
		if (namesIn(sentence).length > 0) misses.push(sentence);
	}
	expect(tried).toBeGreaterThanOrEqual(200);
	expect(tell('ordinary names', tried, misses)).toBeGreaterThanOrEqual(0.95);
});

test('no two records have the same label in a menu, and a number of an edition finds its record', () => {
	const record = (id: string, name: string, year: number | null, file: string) => ({
		id,
		name,
		names: [{ text: name }],
		series: 'balikatan',
		year,
		documents: [file],
	});
	const long = 'joint naval drills in the waters of a sea far away '.repeat(4);
	const records = [
		record('a', 'Balikatan', null, 'one.md'),
		record('b', 'Balikatan', null, 'two.md'),
		record('c', 'Balikatan', null, 'two.md'),
		record('d', 'Balikatan', 2023, 'three.md'),
		record('e', long, null, 'one.md'),
		record('f', long, null, 'two.md'),
		record('g', 'Balikatan 37', null, 'two.md'),
	];
	const labels = [...distinctNames(records).values()];
	expect(new Set(labels).size).toBe(records.length);
	expect(Math.max(...labels.map(({ length }) => length))).toBeLessThanOrEqual(100);
	const resolver = createResolver(records);
	const suggested = resolver.suggest('balikatan').map(({ name }) => name);
	expect(new Set(suggested).size).toBe(suggested.length);
	expect(resolver.resolve('Balikatan 37').exercise?.id).toBe('g');
	expect(resolver.resolve('Balikatan 23').exercise?.id).toBe('d');
	expect(resolver.resolve('Balikatan 2037').exercise).toBeNull();
});
