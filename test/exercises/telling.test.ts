import { describe, expect, test } from 'vitest';
import { catalogueOf, values } from './corpus.js';

const named = (name: string, ...texts: readonly string[]) => {
	const exercise = catalogueOf(...texts).find((one) => one.names.some(({ value }) => value.includes(name)));
	if (!exercise) throw new Error(`${name} was not found`);
	return exercise;
};

describe('which exercise a sentence speaks of', () => {
	test('training that has its days counted, and the event, are exercises that may be gone back to', () => {
		const heron = named(
			'Iron Heron',
			'Poland and Latvia open a ten-day winter training in Masuria. The training, called Exercise Iron Heron 2031, began on 3 February 2031. The event is hosted by Poland.',
		);
		expect(values(heron.participants).toSorted()).toEqual(['Latvia', 'Poland']);
		expect(values(heron.organiser)).toContain('Poland');
	});

	test('any word may describe an exercise, but a training area is none', () => {
		const [drill, ...others] = catalogueOf(
			'The Finnish navy held a two-day minelaying drill near Hanko on 4 May 2031. The training area was closed to fishing boats.',
		);
		expect(drill?.name).toContain('two-day minelaying drill');
		expect(others).toEqual([]);
	});

	test('a new paragraph is of the headline’s exercise again, not of what the paragraph before told in passing', () => {
		const heron = named(
			'Iron Heron',
			[
				'Iron Heron 2031 opens in Gdynia',
				'',
				'Exercise Iron Heron 2031 began off Gdynia on 5 May 2031. Ships of Poland and Latvia take part.',
				'',
				'The Swedish navy last month held Exercise Blue Otter 2031 near Karlskrona. It was a small affair.',
				'',
				'The exercise ends in Hel on 16 May 2031.',
			].join('\n'),
		);
		expect(heron.dates.map(({ to }) => to)).toContain('2031-05-16');
	});

	test('what “it” is stays apart from the sister exercise of the same sentence, and so does what follows', () => {
		const exercises = catalogueOf(
			'Exercise Iron Heron 2031 is the third of its kind. It is led by the Polish Navy, while its sister exercise, Exercise Blue Otter 2031, is held near Karlskrona. Latvia, Estonia and Denmark are contributing forces.',
		);
		const [heron, otter] = ['Iron Heron', 'Blue Otter'].map((name) => exercises.find((one) => one.name.includes(name)));
		expect(values(heron?.organiser ?? [])).toEqual(['Polish Navy']);
		expect(values(heron?.participants ?? []).toSorted()).toEqual(['Denmark', 'Estonia', 'Latvia', 'Poland']);
		expect(values(otter?.participants ?? [])).toEqual([]);
	});

	test('a lead tells of the exercise that the next sentence names', () => {
		const heron = named(
			'Iron Heron',
			'Some 900 soldiers from Ghana, Togo and Benin have trained side by side near Tamale. Exercise Iron Heron 2031, as it is called, ended on Friday.',
		);
		expect(values(heron.participants).toSorted()).toEqual(['Benin', 'Ghana', 'Togo']);
	});
});
