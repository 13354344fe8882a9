import { describe, expect, test } from 'vitest';
import { findDates } from '../../src/values/date-mentions.js';
import { type Anchor, resolveDate, type Tense } from '../../src/values/dates.js';

function read(text: string, publishedOn: string | null = null, tense: Tense = 'past', editionYear: number | null = null) {
	const anchor: Anchor = {
		publishedOn: publishedOn ? { on: publishedOn, precision: publishedOn.length === 10 ? 'day' : 'month', span: null } : null,
		tense,
		editionYear,
		printedYear: null,
	};
	return findDates(text, { start: 0, end: text.length }).map((mention) => {
		const { from, to, basis } = resolveDate(mention.says, anchor);
		return [text.slice(mention.start, mention.end), from, to, mention.precision, basis];
	});
}

describe('dates that are printed whole', () => {
	test.each([
		['held from 10 to 17 July 2017 at sea', '10 to 17 July 2017', '2017-07-10', '2017-07-17', 'day'],
		['held 10–17 July 2017 at sea', '10–17 July 2017', '2017-07-10', '2017-07-17', 'day'],
		['from 28 July to 3 August 2024', '28 July to 3 August 2024', '2024-07-28', '2024-08-03', 'day'],
		['from July 28 to August 3, 2024', 'July 28 to August 3, 2024', '2024-07-28', '2024-08-03', 'day'],
		['from December 28 to January 3, 2024', 'December 28 to January 3, 2024', '2023-12-28', '2024-01-03', 'day'],
		['on July 10-17, 2017', 'July 10-17, 2017', '2017-07-10', '2017-07-17', 'day'],
		['on the 15th of September 2020', '15th of September 2020', '2020-09-15', '2020-09-15', 'day'],
		['on Monday, September 9, 2024', 'Monday, September 9, 2024', '2024-09-09', '2024-09-09', 'day'],
		['dated 2024-09-09', '2024-09-09', '2024-09-09', '2024-09-09', 'day'],
		['on 10.09.2024', '10.09.2024', '2024-09-10', '2024-09-10', 'day'],
		['held in August 2021', 'August 2021', '2021-08-01', '2021-08-31', 'month'],
		['in mid-July 2024', 'mid-July 2024', '2024-07-11', '2024-07-20', 'part'],
		['by the end of February 2024', 'by the end of February 2024', null, '2024-02-29', 'part'],
		['in spring 2024', 'in spring 2024', '2024-03-01', '2024-05-31', 'season'],
		['held in 2019', 'in 2019', '2019-01-01', '2019-12-31', 'year'],
		['every year since 2019', 'since 2019', '2019-01-01', null, 'year'],
	])('%s', (text, phrase, from, to, precision) => {
		expect(read(text)).toEqual([[phrase, from, to, precision, 'stated']]);
	});
});

describe('without a stated publication date a relative phrase is kept as printed', () => {
	test.each([
		['Last month, the navies met', 'Last month'],
		['will be held later this month', 'later this month'],
		['held last March', 'last March'],
		['In September, a flotilla sailed', 'In September'],
		['began on 15 September', '15 September'],
		['in July of this year', 'in July of this year'],
		['on Saturday', 'Saturday'],
		['over the weekend', 'over the weekend'],
		['Today, the ministry', 'Today'],
		['in the near future', 'in the near future'],
	])('%s', (text, phrase) => {
		expect(read(text).map(([printed, from, to]) => [printed, from, to])).toEqual([[phrase, null, null]]);
	});
});

describe('from the publication date', () => {
	test.each([
		['later this month', '2024-09-09', 'future', '2024-09-09', '2024-09-30'],
		['earlier this month', '2024-09-09', 'past', '2024-09-01', '2024-09-09'],
		['last month', '2024-01-09', 'past', '2023-12-01', '2023-12-31'],
		['next month', '2024-09', 'future', '2024-10-01', '2024-10-31'],
		['in mid-July of this year', '2024-09-09', 'past', '2024-07-11', '2024-07-20'],
		['by end of September', '2024-09-09', 'future', null, '2024-09-30'],
		['last March', '2023-07-15', 'past', '2023-03-01', '2023-03-31'],
		['last November', '2023-07-15', 'past', '2022-11-01', '2022-11-30'],
		['next March', '2023-07-15', 'future', '2024-03-01', '2024-03-31'],
		['in November', '2023-02-15', 'past', '2022-11-01', '2022-11-30'],
		['in January', '2023-11-15', 'future', '2024-01-01', '2024-01-31'],
		['on 15 September', '2020-09-19', 'past', '2020-09-15', '2020-09-15'],
		['on Friday', '2026-04-09', 'future', '2026-04-10', '2026-04-10'],
		['on Saturday', '2026-06-30', 'past', '2026-06-27', '2026-06-27'],
		['on Monday', '2026-07-06', 'past', '2026-07-06', '2026-07-06'],
		['next Monday', '2026-07-06', 'future', '2026-07-13', '2026-07-13'],
		['last Monday', '2026-07-06', 'past', '2026-06-29', '2026-06-29'],
		['over the weekend', '2020-09-14', 'past', '2020-09-12', '2020-09-13'],
		['this week', '2026-04-09', 'future', '2026-04-06', '2026-04-12'],
		['yesterday', '2024-03-01', 'past', '2024-02-29', '2024-02-29'],
	] as const)('%s, on %s', (text, publishedOn, tense, from, to) => {
		expect(read(text, publishedOn, tense).map(([, ...range]) => [range[0], range[1], range[3]])).toEqual([
			[from, to, 'from the publication date'],
		]);
	});

	test('a month beside a name with a year is of that year', () => {
		expect(read('In September, a flotilla sailed', '2023-07-15', 'past', 2022)).toEqual([
			['In September', '2022-09-01', '2022-09-30', 'month', 'from the name'],
		]);
	});

	test('a publication known to the month only anchors no weekday', () => {
		expect(read('on Friday', '2026-04')).toEqual([['Friday', null, null, 'day', 'stated']]);
	});
});

test.each([
	[
		'The exact date of the exercises has not yet been disclosed by the ministry.',
		'The exact date of the exercises has not yet been disclosed',
	],
	['Specific dates for these drills have not yet been disclosed.', 'Specific dates for these drills have not yet been disclosed'],
	['Without giving the date of the exercise, the ministry said', 'Without giving the date'],
	['The ministry did not specify the exact dates.', 'not specify the exact dates'],
])('says that the date is not known: %s', (text, phrase) => {
	expect(read(text, '2024-09-09')).toEqual([[phrase, null, null, 'unknown', 'stated']]);
});

test.each([
	['a two-day patrol', 'two-day'],
	['will run for two weeks', 'run for two weeks'],
	['the 10-day drill', '10-day'],
	['a week-long exercise', 'week-long'],
])('durations: %s', (text, phrase) => {
	expect(read(text)).toEqual([[phrase, null, null, 'duration', 'stated']]);
});

test.each([
	'They may march in order.',
	"Saturday's statement confirms it",
	'with 13,000 troops',
	'in 2000 troops were sent',
	'three days ago',
])('no date: %s', (text) => {
	expect(read(text)).toEqual([]);
});
