import { describe, expect, test } from 'vitest';
import { catalogueOf, values } from '../corpus.js';

const about = (text: string) => catalogueOf(`Notes on two navies\n\nPublished 3 October 2024\n\n${text}\n`);
const bare = (text: string) => catalogueOf(`Notes on two navies\n\n${text}\n`);
const editions = (found: ReturnType<typeof catalogueOf>) =>
	found.map(({ name, year, yearBasis }) => `${name} | ${year} | ${yearBasis}`).toSorted();

describe('an edition told of by its year alone', () => {
	test.each([
		'The exercise was scaled down in 2021, to fewer than 1,700 troops.',
		'It was cancelled in 2021 because of the pandemic.',
		'The 2021 edition took place off Fiji.',
	])('has a record of its own: %s', (sentence) => {
		const found = about(`Exercise Blue Wave 2024 was held in Oman in September. ${sentence}`);
		expect(editions(found)).toEqual(['Blue Wave 2024 | 2024 | from the name', 'Blue Wave | 2021 | stated']);
		const [told, other] = found.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0));
		expect(values(told?.locations ?? [])).toEqual(['Oman']);
		expect(told?.status.map(({ value }) => value)).toEqual(['held']);
		expect(values(other?.locations ?? [])).not.toContain('Oman');
	});

	test.each([
		'It began in 2003 as a drill of two navies.',
		'In 2021 Oman signed a treaty with Fiji.',
		'Ships of 9 navies took part.',
	])('is none: %s', (sentence) => {
		expect(about(`Exercise Blue Wave 2024 was held in Oman in September. ${sentence}`)).toHaveLength(1);
	});
});

describe('the year of an exercise of which only the days are told', () => {
	const names = 'Exercise Blue Wave 2023 ended on Friday. Exercise Iron Otter 2023 goes on.';

	test('is that of its neighbours where they agree, and says so', () => {
		expect(editions(bare(`${names} Exercise Silver Kite takes place off Fiji from 13 to 23 March.`))).toContain(
			'Silver Kite | 2023 | inferred',
		);
	});

	test('is not known without days, without neighbours that agree, or by "last March"', () => {
		const none = 'Silver Kite | null | null';
		expect(editions(bare(`${names} Exercise Silver Kite is a smaller drill.`))).toContain(none);
		expect(editions(bare('Exercise Silver Kite takes place off Fiji from 13 to 23 March.'))).toContain(none);
		expect(editions(bare(`${names} Exercise Silver Kite was held off Fiji last March.`))).toContain(none);
	});

	test('gives its dates no year: they are computed from a day of publication alone', () => {
		const found = bare(`${names} Exercise Silver Kite takes place off Fiji from 13 to 23 March.`);
		expect(found.find(({ name }) => name === 'Silver Kite')?.dates.map(({ from }) => from)).toEqual([null]);
	});
});
