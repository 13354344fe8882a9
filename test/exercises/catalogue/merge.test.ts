import { describe, expect, test } from 'vitest';
import { catalogueOf, values } from '../corpus.js';

describe('named exercises', () => {
	test('the same name of two years is two exercises of one series', () => {
		const [one, other, ...more] = catalogueOf(
			'India and France held the Varuna 2031 exercise in the Arabian Sea.',
			'India and France will hold the Varuna 2032 exercise in the Arabian Sea.',
		);
		expect(more).toEqual([]);
		expect([one?.year, other?.year]).toEqual([2031, 2032]);
		expect(one?.related.map(({ id, relation, basis }) => [id, relation, basis])).toEqual([
			[other?.id, 'same series', 'from the series list'],
		]);
	});

	test('two documents on one edition are one record with both their quotes', () => {
		const [exercise, ...more] = catalogueOf(
			'The Varuna 2029 exercise will be held in the Arabian Sea.',
			'Exercise Varuna-29 was held in the Bay of Bengal.',
		);
		expect(more).toEqual([]);
		expect(exercise?.documents).toEqual(['article-1.txt', 'article-2.txt']);
		expect(exercise?.disagreements.map(({ field, value, against }) => [field, value, against.map((side) => side.value)])).toEqual([
			['status', 'announced', ['held']],
			['locations', 'Arabian Sea', ['Bay of Bengal']],
		]);
	});

	test('is called as the documents call it most, and that name comes first', () => {
		const [exercise, ...more] = catalogueOf(
			'Kevadtorm, known as Spring Storm, will be held in Estonia. Spring Storm brings together 15,000 soldiers. Estonia hosts Spring Storm every year.',
		);
		expect(more).toEqual([]);
		expect(exercise?.name).toBe('Spring Storm');
		expect(values(exercise?.names ?? [])).toEqual(['Spring Storm', 'Kevadtorm']);
		const [titled] = catalogueOf(
			'Spring Storm begins\n\nThe exercise Kevadtorm was held in Estonia.\n\nEstonia says that Spring Storm ended the exercise Kevadtorm.',
		);
		expect(titled?.name).toBe('Spring Storm');
	});

	test('a name without any year is one document’s alone: nothing shows that another means the same edition', () => {
		const exercises = catalogueOf('Exercise Iron Wolf took place in Norway.', 'Exercise Iron Wolf took place in Finland.');
		expect(exercises.map(({ year }) => year)).toEqual([null, null]);
		expect(new Set(exercises.map(({ id }) => id)).size).toBe(2);
	});
});

describe('unnamed exercises', () => {
	const first = 'China and Russia conducted joint naval drills off Zhanjiang in July 2031.';

	test('the same countries, place and month are one exercise', () => {
		const [exercise, ...more] = catalogueOf(
			first,
			'In mid-July 2031, Russia and China held joint exercises in the waters around Zhanjiang.',
		);
		expect(more).toEqual([]);
		expect(exercise?.documents).toHaveLength(2);
	});

	test.each([
		['another year', 'China and Russia conducted joint naval drills off Zhanjiang in July 2032.'],
		['another month', 'China and Russia conducted joint naval drills off Zhanjiang in May 2031.'],
		['another place', 'China and Russia conducted joint naval drills in the Baltic Sea in July 2031.'],
		['other countries', 'China and Pakistan conducted joint naval drills off Zhanjiang in July 2031.'],
		['no time at all', 'China and Russia conducted joint naval drills off Zhanjiang.'],
	])('%s: kept apart', (_, second) => {
		expect(catalogueOf(first, second)).toHaveLength(2);
	});
});

test('nothing is linked over the border of two articles of a feed', () => {
	const exercises = catalogueOf(
		`News feed

Japan and India to hold Malabar 2031
July 6, 2031

Japan and India will hold the Malabar 2031 exercise off Guam on Monday.

Ships gather near Crete
July 9, 2031

The exercise begins on Friday. Greek and Egyptian ships will take part in the drills near Crete.
`,
	);
	const malabar = exercises.find(({ series }) => series === 'malabar');
	expect(values(malabar?.participants ?? []).toSorted()).toEqual(['India', 'Japan']);
	expect(malabar?.dates.map(({ text, from }) => [text, from])).toEqual([['Monday', '2031-07-07']]);
});

test('an original edition with a date of its own is not the lettered one told of before', () => {
	const exercises = catalogueOf(
		'Joint Sword-2024B, on October 14, 2024, was a drill around Taiwan. The original Joint Sword, from April 8 to 10, 2023, was longer.',
	);
	expect(exercises.map(({ year }) => year).toSorted()).toEqual([2023, 2024]);
});

test('a headline that has named its exercise opens no second one, nor does a caption', () => {
	const exercises = catalogueOf(
		`Iron Lantern opens: Kenya and Uganda hold nine-day drill
May 3, 2031

Kenya and Uganda began Exercise Iron Lantern near Nanyuki on Monday.

Photo: A soldier runs during a live-fire drill near Isiolo
`,
	);
	expect(exercises.map(({ names }) => values(names))).toEqual([['Iron Lantern']]);
});

test('what an exercise was formerly known as is another name of it', () => {
	const [exercise, another] = catalogueOf(
		'Norway hosted Nordic Response 24 in March. Formerly known as Cold Response, it was renamed when others joined.',
	);
	expect(another).toBeUndefined();
	expect(values(exercise?.names ?? [])).toEqual(['Nordic Response 24', 'Cold Response']);
});
