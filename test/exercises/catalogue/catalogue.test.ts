import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogueOf, values } from '../corpus.js';

test('a named exercise with its place, time, countries and aim', () => {
	const [exercise, ...others] = catalogueOf(
		'India and France will hold the Varuna 2031 naval exercise in the Arabian Sea from 10 to 17 July 2031. The exercise aims to improve interoperability between the two navies.',
	);
	expect(others).toEqual([]);
	expect(exercise).toMatchObject({ named: true, year: 2031, yearBasis: 'from the name', kind: 'exercise' });
	expect(values(exercise?.participants ?? [])).toEqual(['India', 'France']);
	expect(exercise?.locations.map(({ placeId }) => placeId)).toEqual(['arabian-sea']);
	expect(exercise?.dates.map(({ from, to }) => [from, to])).toEqual([['2031-07-10', '2031-07-17']]);
	expect(values(exercise?.aims ?? [])).toEqual(['The exercise aims to improve interoperability between the two navies']);
	expect(values(exercise?.status ?? [])).toEqual(['announced']);
});

test('an unnamed exercise gets the short name that a person would give, and is marked', () => {
	const [exercise, ...others] = catalogueOf('Brazil and Argentina conducted joint naval drills in the South Atlantic in May 2019.');
	expect(others).toEqual([]);
	expect(exercise).toMatchObject({
		named: false,
		name: 'Joint naval drills, South Atlantic, May 2019',
		year: 2019,
		yearBasis: 'stated',
	});
});

test('talk of exercises in general makes no record', () => {
	expect(
		catalogueOf(
			'Joint exercises are growing in number. Both navies hold regular drills, and China could conduct more joint exercises with Russia.',
		),
	).toEqual([]);
});

test('an overlong sentence is read in pieces, and quoted whole: a quote does not begin inside a sentence', () => {
	const clause = 'China and Russia held a joint exercise in the Sea of Japan with 200 ships';
	const exercises = catalogueOf(`${Array(60).fill(clause).join(', and ')}.`);
	expect(exercises.length).toBeGreaterThan(0);
	for (const { quote } of exercises.flatMap(({ locations }) => locations)) expect(quote.text).toMatch(/^China and .*ships\.$/s);
});

test('no text breaks it', () => {
	const scraps = fc.array(
		fc.constantFrom(
			'exercise',
			'Exercise',
			'China',
			'“Vostok',
			'2022”',
			'in',
			'the',
			'Sea of Japan',
			',',
			'.',
			'(',
			')',
			"'s",
			'-',
			'\n\n',
			'held',
			'will',
			'10',
			'to',
			'July',
			'patrol',
			'joint',
			'USS',
			'…',
			'演习',
		),
		{
			maxLength: 60,
		},
	);
	fc.assert(
		fc.property(
			fc.oneof(
				scraps.map((words) => words.join(' ')),
				fc.string({ maxLength: 200 }),
			),
			(text) => {
				fc.pre(text.trim() !== '');
				catalogueOf(`x ${text}`);
			},
		),
		{ numRuns: 300, seed: 7 },
	);
});
