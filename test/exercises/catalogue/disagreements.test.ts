import { beforeAll, describe, expect, test } from 'vitest';
import type { Document } from '../../../src/corpus/document.js';
import { loadCorpus } from '../../../src/corpus/load.js';
import { exercisesIn } from '../../../src/exercises/catalogue/catalogue.js';
import type { Claim, Exercise } from '../../../src/exercises/exercise.js';
import { values } from '../corpus.js';

/** The 23 places where the seeds disagree or mislead, as `gold/disagreements-seeds.json` lists them: what extraction makes of each. */
const seeds = new URL('../../../seeds', import.meta.url).pathname;
let documents: readonly Document[] = [];
let exercises: readonly Exercise[] = [];

beforeAll(async () => {
	({ documents } = await loadCorpus(seeds));
	exercises = await exercisesIn(documents);
});

function named(id: string): Exercise {
	const exercise = exercises.find((one) => one.id === id);
	if (!exercise) throw new Error(`No ${id} among ${exercises.map((one) => one.id).join(', ')}`);
	return exercise;
}

function unnamed(words: RegExp): Exercise {
	const exercise = exercises.find((one) => !one.named && one.names.some(({ quote }) => words.test(quote.text)));
	if (!exercise) throw new Error(`No unnamed exercise is told of by ${words}`);
	return exercise;
}

function from(document: string, claims: readonly Claim[]): string[] {
	return claims.filter(({ quote }) => quote.document.startsWith(document)).map(({ text }) => text);
}

function everyClaim(): Claim[] {
	return exercises.flatMap(
		({ names, status, dates, locations, participants, observers, forces, organiser, aims, activities, scale, ordinal, reactions }) => [
			...names,
			...status,
			...dates,
			...locations,
			...participants,
			...observers,
			...forces,
			...organiser,
			...aims,
			...activities,
			...scale,
			...ordinal,
			...reactions,
		],
	);
}

describe('naming', () => {
	test('D01 three spellings of the 2023 drill are one record', () => {
		const { names } = named('northern-interaction-2023');
		expect(names.map(({ text }) => text).toSorted()).toEqual([
			'North. Interaction-2023',
			'North/Interaction-2023',
			'Northern/Interaction-2023',
		]);
	});

	test('D02 the two names of the 2024 drill are joined by the series list, which the record says, and apart from 2023', () => {
		const { names, related } = named('northern-interaction-2024');
		const other = names.find(({ text }) => text === 'Northern/Interaction-2024');
		const joint = names.find(({ text }) => text === 'North-Joint 2024');
		expect([other?.basis, joint?.basis]).toContain('from the series list');
		expect(names.some(({ text }) => text.includes('2023'))).toBe(false);
		expect(related.map(({ id }) => id)).toContain('northern-interaction-2023');
	});
});

test('D03 the 2023 drill is announced in two documents and past in a third: both are kept, side by side', () => {
	const { status, disagreements } = named('northern-interaction-2023');
	expect(from('003', status)).toHaveLength(1);
	expect(status.map(({ value, quote }) => [quote.document.slice(0, 3), value])).toEqual([
		['000', 'announced'],
		['001', 'announced'],
		['003', 'held'],
	]);
	expect(disagreements.find(({ field }) => field === 'status')?.against.map(({ value }) => value)).toEqual(['held']);
});

describe('place', () => {
	test('D04 the central part of the Sea of Japan, and no straits from a comment', () => {
		const { locations } = named('northern-interaction-2023');
		expect(from('000', locations)).toContain('central part of the Sea of Japan');
		expect(values(locations).join()).not.toMatch(/strait/i);
	});

	test('D06 the two seas of the 2024 drill; 002 and 004 give the Pacific to the patrol alone', () => {
		const { locations } = named('northern-interaction-2024');
		for (const document of ['002', '003', '004']) {
			const said = locations.filter(({ quote }) => quote.document.startsWith(document)).map(({ placeId }) => placeId);
			expect(said).toEqual(expect.arrayContaining(['sea-of-japan', 'sea-of-okhotsk']));
			expect(said.includes('pacific-ocean')).toBe(document === '003');
		}
		expect(from('004', locations).join()).toContain('off the Russian coast');
	});
});

test('D05 every wording of an aim is kept with its document', () => {
	const aims = [...named('northern-interaction-2023').aims, ...named('northern-interaction-2024').aims];
	expect(from('000', aims).join()).toContain('strengthen future security in the maritime routes');
	expect(from('001', aims).join()).toContain('enhancing the level of strategic cooperation');
	expect(from('002', aims).join()).toContain('jointly deal with security threats');
	expect(from('004', aims).join()).toContain('jointly address security threats');
});

test('D07 the patrol is part of the drill in 003 and beside it in 004', () => {
	const patrol = unnamed(/joint maritime patrol|joint patrolling/);
	const relations = patrol.related
		.filter(({ id }) => id === 'northern-interaction-2024')
		.map(({ relation, quote }) => [quote.document.slice(0, 3), relation]);
	expect(relations).toEqual(
		expect.arrayContaining([
			['003', 'part of'],
			['004', 'beside'],
		]),
	);
	expect(patrol.kind).toBe('patrol');
});

test('D08 July and mid-July are of one exercise; the year comes from 004’s date line alone', () => {
	const { dates, year, yearBasis } = unnamed(/Zhanjiang/);
	expect(dates.map(({ text, from: first, to }) => [text, first, to])).toEqual([
		['In July of this year', null, null],
		['mid-July of this year', '2024-07-11', '2024-07-20'],
	]);
	expect([year, yearBasis]).toEqual([2024, 'from the publication date']);
});

describe('numbers', () => {
	test('D09 the sixth is the air patrol, the fifth the naval one', () => {
		expect(unnamed(/strategic air patrol/).ordinal.map(({ text }) => text)).toEqual(['their sixth such exercise since 2019']);
		expect(unnamed(/joint patrolling/).ordinal.map(({ text }) => text)).toEqual(['the fifth such instance of naval cooperation']);
	});

	test('D10 "since 2002" dates no exercise', () => {
		expect(exercises.some(({ year }) => year === 2002)).toBe(false);
		expect(everyClaim().some(({ text, quote }) => text.includes('2002') && !quote.text.startsWith('China and Russia have held'))).toBe(
			false,
		);
	});

	test('D11 the cut-off "202" stays as printed and is no year', () => {
		const exercise = exercises.find(({ names }) => names.some(({ text }) => text.includes('Security Belt')));
		expect(exercise?.name).toBe('Naval Security Belt Combined War Game 202');
		expect(exercise?.year).toBeNull();
	});

	test('D16 nothing is computed for an undated document', () => {
		const undated = documents.filter(({ publishedOn }) => publishedOn === null).map(({ id }) => id);
		expect(undated).toHaveLength(4);
		for (const { dates } of exercises)
			for (const date of dates)
				if (undated.includes(date.quote.documentId)) expect([date.text, date.from, date.to]).toEqual([date.text, null, null]);
	});

	test('D17 the day of an announcement is no day of an exercise', () => {
		expect(exercises.flatMap(({ dates }) => dates.map(({ text }) => text)).filter((text) => /Saturday|Monday|Today/i.test(text))).toEqual(
			[],
		);
	});
});

test('D12 misprints stay in the quotes', () => {
	const quotes = everyClaim().map(({ quote }) => quote.text);
	const texts = documents.map(({ text }) => text);
	for (const quote of quotes) expect(texts.some((text) => text.includes(quote))).toBe(true);
	expect(quotes.some((quote) => /a {2}China-led|a \u00a0China-led|a\s{2}China-led/.test(quote))).toBe(true);
});

test('D13 the garbled speaker is in no field of any record', () => {
	expect(everyClaim().filter(({ value }) => /speaker|Pelosi/i.test(value))).toEqual([]);
	expect(values(unnamed(/PLA drills/).participants)).toEqual(['China']);
});

test('D14 the missiles are quoted as Tokyo says them', () => {
	const [missiles] = unnamed(/PLA drills/).scale;
	expect(missiles?.text).toBe('five PLA missiles');
	expect(missiles?.quote.text).toContain('Tokyo saying');
});

test('D15 the Latin American drills are reported, not announced', () => {
	const exercise = unnamed(/Latin America/);
	expect(values(exercise.status)).toEqual(['reported']);
	expect(exercise.status[0]?.quote.text).toContain('(SFS) reported');
	expect(values(exercise.participants).toSorted()).toEqual(['China', 'Iran', 'Russia', 'Venezuela']);
});

describe('what is no sentence of the article', () => {
	test('D18 link lines make no record and no claim', () => {
		expect(everyClaim().filter(({ quote }) => quote.text.startsWith('Read more'))).toEqual([]);
		expect(exercises.some(({ participants }) => values(participants).includes('South Africa'))).toBe(false);
	});

	test('D19 embedded posts make no record and no claim', () => {
		expect(everyClaim().filter(({ quote }) => /#PLA|pic\.twitter|@PearlLeigh5/.test(quote.text))).toEqual([]);
	});

	test('D20 the date line of 004 is split off and its headline is kept', () => {
		const { names } = named('northern-interaction-2024');
		expect(from('004', names)).toEqual(['North-Joint 2024']);
		expect(names.find(({ quote }) => quote.document.startsWith('004'))?.quote.text).toBe(
			'China and Russia to conduct North-Joint 2024 military exercises amid heightened strategic cooperation',
		);
	});
});

test('D21 opinions are no aims', () => {
	const aims = exercises.flatMap(({ aims: all }) => all.map(({ text }) => text));
	expect(aims.filter((aim) => /poses a threat|sends a signal|united front/.test(aim))).toEqual([]);
});

test('D22 nobody who comments on a drill is taken for one who takes part in it', () => {
	const { participants, reactions } = named('northern-interaction-2023');
	expect(values(participants).toSorted()).toEqual(['China', 'Russia']);
	expect(reactions.every(({ value }) => !/Ministry/.test(value))).toBe(true);
});

test('D23 who led the 2023 drill is not said to lead the 2024 one; Ocean-2024 and Vostok 2022 are Russian', () => {
	expect(named('northern-interaction-2024').organiser).toEqual([]);
	expect(values(named('northern-interaction-2023').organiser)).toContain('China');
	expect(values(named('ocean-2024').organiser)).toEqual(['Russia']);
	expect(values(named('vostok-2022').organiser)).toEqual(['Russia']);
});
