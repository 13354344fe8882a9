import { beforeAll, describe, expect, test } from 'vitest';
import type { Document } from '../../src/corpus/document.js';
import { loadCorpus } from '../../src/corpus/load.js';
import { exercisesIn } from '../../src/exercises/catalogue/catalogue.js';
import type { Exercise } from '../../src/exercises/exercise.js';
import { unprovenClaims } from '../eval/provenance.js';
import { catalogueOf, values } from './corpus.js';

/** Articles made for the tests, in the manner of ministries, agencies, alliances, blogs and think tanks. */
const folder = new URL('../fixtures/articles', import.meta.url).pathname;
let documents: readonly Document[] = [];
let exercises: readonly Exercise[] = [];

beforeAll(async () => {
	({ documents } = await loadCorpus(folder));
	exercises = await exercisesIn(documents);
});

function told(file: string): readonly Exercise[] {
	return exercises.filter(({ documents }) => documents.includes(file));
}

function only(file: string, name: string): Exercise {
	const found = told(file).filter((exercise) => exercise.names.some(({ value }) => value === name));
	const [exercise, another] = found;
	if (!exercise || another)
		throw new Error(
			`${found.length} exercises named ${name} among ${told(file)
				.map((one) => one.name)
				.join(', ')}`,
		);
	return exercise;
}

const days = ({ dates }: Exercise) => dates.filter(({ from, to }) => from ?? to).map(({ from, to }) => `${from ?? ''}/${to ?? ''}`);
const places = ({ locations }: Exercise) => [...new Set(locations.map(({ placeId, value }) => placeId ?? value))];

test('a ministry’s release: phases, ships by navy, the edition before', () => {
	expect(
		told('ministry-release.txt')
			.map(({ id }) => id)
			.toSorted(),
	).toEqual(['slinex-2022', 'slinex-2023']);
	const exercise = only('ministry-release.txt', 'SLINEX-23');
	expect(days(exercise)).toEqual(['2023-04-03/2023-04-08', '2023-04-03/2023-04-05', '2023-04-06/2023-04-08']);
	expect(places(exercise)).toEqual(['colombo']);
	expect(values(exercise.participants).toSorted()).toEqual(['India', 'Sri Lanka']);
	expect(values(exercise.status)).toEqual(['announced']);
	expect(days(only('ministry-release.txt', 'SLINEX-22'))).toEqual(['2022-03-07/2022-03-12']);
});

test('a wire brief: announced on Monday, observers and critics left out', () => {
	const [exercise, another] = told('wire-brief.txt');
	expect(another).toBeUndefined();
	expect(exercise).toMatchObject({ id: 'ulchi-freedom-shield-2024', year: 2024, yearBasis: 'from the publication date' });
	expect(exercise && days(exercise)).toEqual(['2024-08-19/2024-08-29']);
	expect(values(exercise?.participants ?? []).toSorted()).toEqual(['South Korea', 'United States']);
	expect(values(exercise?.scale ?? [])).toContain('About 19,000 South Korean troops');
});

test('an alliance’s release: a list of nations, the wider exercise, a former name, who watches', () => {
	const exercise = only('nato-release.md', 'Nordic Response 2024');
	expect(values(exercise.names)).toContain('Cold Response');
	expect(exercise.participants).toHaveLength(12);
	expect(values(exercise.observers)).toEqual(['Russia']);
	expect(values(exercise.organiser)).toEqual(['Norway']);
	expect(places(exercise)).toEqual(['northern-norway', 'sweden', 'finland']);
	expect(exercise.related.map(({ relation, id }) => [relation, id])).toEqual([['part of', 'steadfast-defender-2024']]);
});

test('Latin America: editions in Roman numerals, the year from the date line', () => {
	const exercise = only('latin-america.txt', 'UNITAS LXV');
	expect(exercise).toMatchObject({ year: 2024, yearBasis: 'from the publication date' });
	expect(values(exercise.participants).toSorted()).toEqual([
		'Argentina',
		'Brazil',
		'Chile',
		'Colombia',
		'Ecuador',
		'Mexico',
		'Peru',
		'United States',
	]);
	expect(values(exercise.organiser)).toEqual(['Chile']);
	expect(only('latin-america.txt', 'UNITAS LXIV').year).toBe(2023);
	const [drills] = told('latin-america.txt').filter(({ named }) => !named);
	expect(values(drills?.participants ?? []).toSorted()).toEqual(['Argentina', 'Brazil']);
});

test('a blog: begins and ends, observers attend, a ship shadows', () => {
	const exercise = only('blog.txt', 'Talisman Sabre 2023');
	expect(days(exercise)).toContain('2023-07-22/2023-08-04');
	expect(values(exercise.observers).toSorted()).toEqual(['China', 'Philippines', 'Singapore', 'Thailand']);
	expect(exercise.dates.some(({ from }) => from?.startsWith('2021'))).toBe(false);
});

test('drills around Taiwan: three editions stay apart', () => {
	expect(
		told('taiwan-drill.txt')
			.map(({ id }) => id)
			.toSorted(),
	).toEqual(['joint-sword-2024-a', 'joint-sword-2024-b', 'strait-thunder-2025-a']);
	const exercise = only('taiwan-drill.txt', 'Strait Thunder-2025A');
	expect(places(exercise)).toEqual(expect.arrayContaining(['east-china-sea', 'taiwan-strait']));
	expect(values(exercise.participants)).toEqual(['China']);
});

test('a name and its translation in brackets are one exercise; another one it follows', () => {
	const exercise = only('central-asia.txt', 'Union Shield 2023');
	expect(values(exercise.names)).toContain('Shchit Soyuza 2023');
	expect(places(exercise)[0]).toBe('mulino');
	expect(days(exercise)).toEqual(['2023-09-22/2023-09-26', '/2023-09-26']);
	expect(days(only('central-asia.txt', 'Combat Brotherhood 2023'))).toEqual(['2023-09-01/2023-09-06']);
});

test('last year’s numbers are not this year’s', () => {
	const exercise = only('gulf.txt', 'Maritime Security Belt 2025');
	expect(values(exercise.participants).toSorted()).toEqual(['China', 'Iran', 'Russia']);
	expect(exercise.observers).toHaveLength(9);
	expect(values(exercise.scale)).not.toContain('more than 20 ships');
	expect(places(exercise)).toEqual(['chabahar', 'gulf-of-oman']);
});

test('a patrol that was called off beside an exercise that goes ahead', () => {
	const [sail] = told('cancelled.txt').filter(({ named }) => !named);
	expect(values(sail?.status ?? [])).toEqual(['cancelled']);
	expect(days(only('cancelled.txt', 'Kasangga 24-2'))).toEqual(['2024-11-11/']);
	expect(only('cancelled.txt', 'Balikatan')).toMatchObject({ year: 2025, yearBasis: 'from the publication date' });
});

test('talk of exercises in general makes no record', () => {
	expect(told('general-talk.txt')).toEqual([]);
});

describe('over two documents', () => {
	test('two names that the series list equates are one record, which says so', () => {
		const exercise = only('joint-sea-a.txt', 'Joint Sea-2024');
		expect(exercise.documents).toEqual(['joint-sea-a.txt', 'joint-sea-b.txt']);
		expect(exercise.names.map(({ value, basis }) => [value, basis])).toEqual([
			['Joint Sea-2024', 'stated'],
			['Maritime Interaction 2024', 'from the series list'],
		]);
		expect(places(exercise)).not.toContain('pacific-ocean');
	});

	test('the patrol beside it is another record', () => {
		const [patrol] = told('joint-sea-a.txt').filter(({ kind }) => kind === 'patrol');
		expect(values(patrol?.ordinal ?? [])).toEqual(['their fourth joint maritime patrol']);
	});
});

test('the first edition’s place and year are not the second’s', () => {
	const exercise = only('africa.txt', 'Mosi II');
	expect(exercise.year).toBe(2023);
	expect(places(exercise)).not.toContain('cape-town');
	expect(values(exercise.forces)).toEqual(expect.arrayContaining(['frigate Admiral Gorshkov', 'destroyer Huainan']));
	expect(only('africa.txt', 'Mosi')).toMatchObject({ year: 2019, yearBasis: 'stated' });
});

test('a think tank’s numbers belong to the exercise, not to the one it is compared with', () => {
	const exercise = only('think-tank.txt', 'Vostok-2018');
	expect(values(exercise.scale)).toContain('300,000 troops');
	expect(values(exercise.participants).toSorted()).toEqual(['China', 'Mongolia', 'Russia']);
	expect(only('think-tank.txt', 'Zapad-81').scale).toEqual([]);
});

test('local news and an exercise without a battlefield', () => {
	const storm = only('local-news.txt', 'Wessex Storm');
	expect(days(storm)).toEqual(['2022-03-14/2022-03-25']);
	expect(places(storm)).toEqual(['salisbury-plain']);
	const shields = only('cyber.txt', 'Locked Shields 2025');
	expect(days(shields)).toEqual(['2025-05-06/2025-05-09']);
	expect(values(shields.organiser)).toEqual(['NATO Cooperative Cyber Defence Centre of Excellence']);
});

test('politics, treaties, ships that come home: no exercise', () => {
	expect(told('politics.txt')).toEqual([]);
});

test('the day and the dead of an accident are not the exercise’s', () => {
	const exercise = only('accident.txt', 'Predators Run 2023');
	expect(days(exercise)).toEqual(['2023-08-07/']);
	expect(values(exercise.scale)).toEqual(['2,500 personnel']);
	expect(values(exercise.participants).toSorted()).toEqual(['Australia', 'Indonesia', 'Philippines', 'Timor-Leste', 'United States']);
	expect(days(only('accident.txt', 'Talisman Sabre 2023'))).not.toContain('2023-07-01/2023-07-31');
});

test('an interview: question and answer', () => {
	const exercise = only('interview.txt', 'Joint Viking 2025');
	expect(days(exercise)).toEqual(['2025-03-03/2025-03-14']);
	expect(values(exercise.participants).toSorted()).toEqual(['Germany', 'Norway', 'United Kingdom', 'United States']);
	expect(values(exercise.organiser)).toEqual(['Norway']);
});

test('four navies sail together; the fifth sails alone', () => {
	const [activity] = told('quad.txt').filter(({ kind }) => kind === 'exercise');
	expect(values(activity?.participants ?? []).toSorted()).toEqual(['Australia', 'Japan', 'Philippines', 'United States']);
	expect(activity && days(activity)).toEqual(['2024-04-07/2024-04-07']);
	const [patrol] = told('quad.txt').filter(({ kind }) => kind === 'patrol');
	expect(values(patrol?.participants ?? [])).toEqual(['China']);
});

test('every value stands beside its quote, or is derived by the rule that its basis names', () => {
	expect(unprovenClaims(documents, exercises)).toEqual([]);
});

describe('dates that several sentences tell', () => {
	const dated = (text: string) => catalogueOf(text).flatMap(days);

	test('an opening runs to the end that a later sentence tells', () => {
		const text =
			'Published: 2031-05-06\n\nKenya began Exercise Iron Lantern near Nanyuki on Monday. Uganda has sent ships. The exercise runs through May 16.';
		expect(dated(text)).toEqual(['2031-05-05/2031-05-16', '/2031-05-16']);
	});

	test('phases have dates of their own', () => {
		const text =
			'Published: 2031-04-06\n\nExercise Iron Lantern 2031 will be held in Kenya from 5 to 9 May 2031. It has two phases. The Harbour Phase, from 5 to 6 May, comprises talks.';
		expect(dated(text)).toEqual(['2031-05-05/2031-05-09', '2031-05-05/2031-05-06']);
	});

	test.each([
		['of a press conference', 'At a press conference on 28 April 2031 he spoke of Exercise Iron Lantern 2031 in Kenya.'],
		['of a relative clause', 'Chad, which cut its ties with Kenya in April 2031, has not joined Exercise Iron Lantern 2031.'],
		['of a denunciation', 'Chad denounced Exercise Iron Lantern 2031 in Kenya on 28 April 2031.'],
	])('a day %s is not the exercise’s', (_, text) => {
		expect(dated(text)).toEqual([]);
	});
});

describe('places that articles tell', () => {
	const told = (text: string) => catalogueOf(text).map(({ locations }) => values(locations).toSorted());

	test.each([
		['four host countries: Kenya, Uganda and Rwanda', 'Exercise Iron Lantern was spread over host countries: Kenya, Uganda and Rwanda.'],
		['after a label', 'Exercise Iron Lantern began in 2031.\n\nWhere: Kenya, Uganda and Rwanda'],
	])('%s', (_, text) => {
		expect(told(text)).toEqual([['Kenya', 'Rwanda', 'Uganda']]);
	});

	test.each([
		['a port that the gazetteer lacks', 'Troops came ashore near Vendsholm during Exercise Iron Lantern.', ['Vendsholm']],
		['where a ship calls', 'A frigate arrived in Cape Town on Monday after Exercise Iron Lantern off Mombasa.', ['Mombasa']],
		['what did not take place', 'There was no Iron Lantern exercise activity in Kenya.', []],
		['the seat of who speaks', 'Exercise Iron Lantern was held off Mombasa, said an official in Nairobi.', ['Mombasa']],
		['a biennial’s', 'Kenya opened Exercise Iron Lantern on Sunday. The biennial runs until May 4, with activity in Uganda.', ['Uganda']],
	])('%s', (_, text, expected) => {
		expect(told(text)).toEqual([expected]);
	});

	test('another edition’s are that edition’s', () => {
		const text = 'Exercise Iron Lantern 2031 will be held in Kenya; the 2029 edition was held in Uganda.';
		expect(catalogueOf(text).map(({ year, locations }) => [year, ...values(locations)])).toEqual([
			[2029, 'Uganda'],
			[2031, 'Kenya'],
		]);
	});
});

test('the edition before, without a year, keeps its dates and places to itself', () => {
	const [exercise, another] = catalogueOf(
		'Kenya began its third Iron Lantern exercise off Mombasa on Monday. The previous Iron Lantern took place off Lamu in November.',
	);
	expect(another).toBeUndefined();
	expect(exercise?.dates.map(({ text }) => text)).toEqual(['Monday']);
});

test('a month of the name’s year is dated by the name, and a question tells nothing', () => {
	const [exercise, another] = catalogueOf(
		'Published: 2031-06-12\n\nThe Iron Lantern-2031 exercise with Kenya is planned for September. Will there be an Iron Lantern in 2033? Nobody knows.',
	);
	expect(another).toBeUndefined();
	expect(exercise?.dates).toMatchObject([{ from: '2031-09-01', to: '2031-09-30', basis: 'from the name' }]);
});
