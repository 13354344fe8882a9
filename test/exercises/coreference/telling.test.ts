import { describe, expect, test } from 'vitest';
import { catalogueOf, values } from '../corpus.js';

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
		expect(drill?.name).toBe('Minelaying drill, Hanko, May 2031');
		expect(drill?.names[0]?.text).toContain('two-day minelaying drill');
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

	test('each clause of a lead may tell of another thing', () => {
		const heron = named(
			'Iron Heron',
			[
				'Navy on patrol',
				'Oslo, 7 May 2031',
				'',
				'The Chinese navy carried out a routine patrol near Skagen, as Norway and Denmark pressed ahead with a noisy drill.',
				'',
				'The drill, dubbed Exercise Iron Heron 2031, began near Bergen on 5 May.',
			].join('\n'),
		);
		expect(values(heron.participants)).not.toContain('China');
		expect(values(heron.locations)).not.toContain('Skagen');
	});

	test('what has no name is told of in its own paragraph', () => {
		const exercises = catalogueOf(
			[
				'Exercise Iron Heron 2031 began in the Skagerrak on 5 May 2031.',
				'',
				'Two Russian corvettes held a gunnery drill in the Sea of Okhotsk on 6 May 2031. Some 600 sailors took part.',
				'',
				'Near Palawan, a US frigate sailed with a Philippine corvette on Monday.',
			].join('\n'),
		);
		const drill = exercises.find(({ named: isNamed }) => !isNamed);
		expect(values(drill?.participants ?? [])).not.toContain('Philippines');
		expect(values(drill?.scale ?? [])).toContain('Some 600 sailors');
	});

	test('series that are named in one breath make no records, those that somebody takes part in do', () => {
		expect(catalogueOf('For years Vostok, Tsentr, Kavkaz and Zapad followed one another.')).toEqual([]);
		expect(catalogueOf('The frigate will take part in RIMPAC, Malabar and Kakadu next year.')).not.toEqual([]);
	});

	test('a lead tells of the exercise that the next sentence names', () => {
		const heron = named(
			'Iron Heron',
			'Some 900 soldiers from Ghana, Togo and Benin have trained side by side near Tamale. Exercise Iron Heron 2031, as it is called, ended on Friday.',
		);
		expect(values(heron.participants).toSorted()).toEqual(['Benin', 'Ghana', 'Togo']);
	});
});

describe('sentences that do not name the exercise', () => {
	const opening = 'Exercise Iron Heron 2031 began in the Skagerrak on 5 May 2031.';

	test.each([
		['forces alone tie a sentence to it', 'A Danish frigate with two helicopters guards the minehunters off Skagen.', ['Denmark']],
		['a host told with an apposition', 'Norway, which built the new pier, acts as host.', ['Norway']],
		['forces of the edition before are not of this one', 'A Danish frigate had been damaged during the previous edition.', []],
		[
			'who protests has other forces than those of the exercise',
			'Russia has condemned the gathering. Two Russian destroyers passed the island of Anholt.',
			[],
		],
		[
			'who is there without more ado',
			'The cooks have arrived. Latvia, Estonia and Finland are also present.',
			['Latvia', 'Estonia', 'Finland'],
		],
		['ships some sentences on', 'The pier was full. Schools were closed. The Polish frigate Kosciuszko had engine trouble.', ['Poland']],
		['who trails the ships', 'A Russian spy ship has trailed the formation since Tuesday.', []],
		['who sends observers', 'Chile, Peru and Ecuador will send observers.', []],
		['who made the weapons', 'The crews fired Swedish-made torpedoes.', []],
		['ships that come in another month', 'A Chinese hospital ship is due in the port next month.', []],
		['a treaty has a date of its own', 'Oslo is sending 40 divers under a treaty that entered into force in 2019.', ['Norway']],
	])('%s', (_, sentences, expected) => {
		expect(values(named('Iron Heron', `${opening} ${sentences}`).participants)).toEqual(expected);
	});

	test('the drills that an exercise includes are its parts', () => {
		const exercises = catalogueOf(
			'Exercise Stone Lynx 2031 began in Benin on 5 May 2031. The activities include a command post exercise in Cotonou and a field exercise. Togo contributes a mechanised company.',
		);
		expect(exercises).toHaveLength(1);
		expect(values(exercises[0]?.participants ?? [])).toContain('Togo');
	});

	test('a wider series of drills that it is a part of for one night does not give it its name', () => {
		const found = catalogueOf(
			[
				'Estonia’s biggest winter exercise starts in Narva on Monday',
				'',
				'The exercise gathers reservists of all counties.',
				'',
				'The exercise ends with a parade.',
				'',
				'Paratroopers will jump on 13 May as part of Swift Response, a series of airborne drills run by the U.S. Army.',
			].join('\n'),
		);
		expect(found.map(({ named: isNamed }) => isNamed).toSorted()).toEqual([false, true]);
	});

	test('“the two” are never those that only watch', () => {
		const otter = named(
			'Blue Otter',
			'Ghana and Togo are friends. French and Spanish officers have been invited to watch. The two countries will hold Exercise Blue Otter 2031 in Lomé in May 2031.',
		);
		expect(values(otter.participants).toSorted()).toEqual(['Ghana', 'Togo']);
	});

	test('the exercise of a paragraph is the one that the paragraph has named', () => {
		const otter = named(
			'Blue Otter',
			'Exercise Stone Lynx 2031 began in Benin on 5 May 2031.\n\nThe navies of Ghana and Togo held Exercise Blue Otter 2029 off Lomé in June 2029. The event was hosted by Togo.\n\nSchools stay closed.',
		);
		expect(values(otter.organiser)).toEqual(['Togo']);
	});

	test('hosted by somebody, it opens', () => {
		const lynx = named(
			'Stone Lynx',
			'Exercise Stone Lynx 2031 brings together Benin and Togo. Hosted by the Benin Army, it ends on 7 June 2031.',
		);
		expect(values(lynx.organiser)).toEqual(['Benin Army']);
		expect(lynx.dates.map(({ to }) => to)).toEqual(['2031-06-07']);
	});

	test('the year of a beginning is not that of the edition', () => {
		const lynx = named(
			'Stone Lynx',
			'Exercise Stone Lynx returns to Parakou next week with 900 soldiers. It is the drill that began in 2009 as a course for cooks.',
		);
		expect(lynx.year).toBeNull();
	});

	test('a maiden edition and the name behind it are one exercise', () => {
		const exercises = catalogueOf(
			'The maiden edition of the regional disaster relief exercise, Exercise Stone Lynx 2031, was opened in Cotonou on 1 June 2031. Benin, Togo and Ghana take part.',
		);
		expect(exercises).toHaveLength(1);
		expect(values(exercises[0]?.participants ?? []).toSorted()).toEqual(['Benin', 'Ghana', 'Togo']);
	});
});

describe('when it takes place', () => {
	const head = 'Oslo, 7 May 2031';
	const days = (text: string) => {
		const { dates } = named('Iron Heron', `Ships gather for an exercise\n${head}\n\n${text}`);
		return dates.flatMap(({ from, to }) => (from || to ? [`${from ?? ''}/${to ?? ''}`] : []));
	};

	test.each([
		[
			'from a day, with its length in another sentence',
			'Exercise Iron Heron 2031 will be held off Bergen from 12 May. The exercise will last five days.',
			['2031-05-12/2031-05-16'],
		],
		['from a day, with no end told', 'Exercise Iron Heron 2031 will be held off Bergen from 12 May.', ['2031-05-12/']],
		[
			'begun, though its end is still to come',
			'Exercise Iron Heron 2031 kicked off near Bergen on Monday and is scheduled to end soon.',
			['2031-05-05/'],
		],
		['the day of a dateline', 'BERGEN, 7 May - Ships of Norway take part in Exercise Iron Heron 2031 until 16 May.', ['/2031-05-16']],
		[
			'what its forces began to do',
			'Ships of Norway began landing on 7 May 2031 near Bergen as part of Exercise Iron Heron 2031.',
			['2031-05-07/'],
		],
		[
			'its phases',
			'Exercise Iron Heron 2031 is under way near Bergen. The ships join the sea phase from 9 to 12 May.',
			['2031-05-09/2031-05-12'],
		],
	])('%s', (_, text, expected) => {
		expect(days(text)).toEqual(expected);
	});

	test('a year alone beside its days is of another edition', () => {
		const text = 'Exercise Iron Heron opens near Bergen on 12 May 2031. Iron Heron was suspended in 2004.';
		expect(catalogueOf(text).map(({ year, dates }) => [year, ...dates.map(({ from }) => from)])).toEqual([
			[2004, '2004-01-01'],
			[2031, '2031-05-12'],
		]);
	});
});

describe('who leads it', () => {
	test.each([
		['The Northern Command is running the exercise jointly with an air wing.', 'Northern Command'],
		['The General Staff of the Norwegian Armed Forces directed the drills.', 'General Staff of the Norwegian Armed Forces'],
		['The exercise is held under the direction of Commander Submarines NATO.', 'Commander Submarines NATO'],
		['The exercise was conducted by Naval Forces Africa.', 'Naval Forces Africa'],
		['Iron Heron 2031 is a command post exercise that the Joint Staff directs.', 'Joint Staff'],
		['The exercise was praised by the Western Army, which is organizing it.', 'Western Army'],
	])('%s', (sentence, body) => {
		const { organiser } = named('Iron Heron', `Exercise Iron Heron 2031 began in the Skagerrak on 5 May 2031. ${sentence}`);
		expect(organiser.map(({ value }) => value)).toContain(body);
	});

	test.each([
		'The Danish contingent was headed by Major-General Ole Sand.',
		'The exercise is directed by Captain Ane Dahl.',
	])('nobody in: %s', (sentence) => {
		expect(named('Iron Heron', `Exercise Iron Heron 2031 began in the Skagerrak on 5 May 2031. ${sentence}`).organiser).toEqual([]);
	});
});

describe('where it is not', () => {
	const where = (sentence: string) =>
		named('Iron Heron', `Exercise Iron Heron 2031 began in the Skagerrak on 5 May 2031. ${sentence}`)
			.locations.map(({ value }) => value)
			.filter((value) => value !== 'Skagerrak');

	test.each([
		['In Moscow, a spokeswoman of the ministry called the exercise a provocation.', []],
		['China sent the destroyer Nanning, which had been on escort duty in the Gulf of Aden.', []],
		['The exercise is one of the largest in Europe.', []],
		['With half of the army tied down in Ukraine, the exercise was small.', []],
		['In Bergen, the exercise opened with a parade, officials said.', ['Bergen']],
		['Crews then rehearsed a landing at Kristiansand.', ['Kristiansand']],
		['"We have a berth in Kristiansand," he said.', []],
	])('%s', (sentence, expected) => {
		expect(where(sentence)).toEqual(expected);
	});
});
