import { expect, test } from 'vitest';
import { readDocument } from '../../../src/corpus/read.js';
import { extract } from '../../../src/exercises/extract.js';
import { tell } from '../../corpus/generate.js';

type Row = readonly [label: string, value: string];

/** Ways to print some labelled lines. */
const layouts: Readonly<Record<string, (rows: readonly Row[]) => string>> = {
	lines: (rows) => rows.map(([label, value]) => `${label}: ${value}`).join('\n'),
	bold: (rows) => rows.map(([label, value]) => `**${label}:** ${value}`).join('\n'),
	items: (rows) => rows.map(([label, value]) => `- ${label}: ${value}`).join('\n'),
	'items, bold': (rows) => rows.map(([label, value]) => `* **${label}**: ${value}`).join('\n'),
	table: (rows) => ['| Field | Value |', '|---|---|', ...rows.map(([label, value]) => `| ${label} | ${value} |`)].join('\n'),
};
const labels: readonly (readonly [when: string, where: string, who: string, strength: string])[] = [
	['Date', 'Location', 'Participants', 'Troops'],
	['Dates', 'Where', 'Participating nations', 'Personnel'],
	['When', 'Venue', 'Participating countries', 'Strength'],
];
const values = [
	{ when: '5–9 May 2024', from: '2024-05-05', to: '2024-05-09', where: 'Baltic Sea', who: ['Poland', 'Sweden'], strength: '3,000' },
	{
		when: '3 to 14 June 2024',
		from: '2024-06-03',
		to: '2024-06-14',
		where: 'Gulf of Oman',
		who: ['Iran', 'Russia', 'China'],
		strength: '2 300',
	},
	{
		when: '28 April to 2 May 2024',
		from: '2024-04-28',
		to: '2024-05-02',
		where: 'Gdynia, Poland',
		who: ['Poland', 'Latvia'],
		strength: '20K',
	},
	{
		when: '21-30 September 2024',
		from: '2024-09-21',
		to: '2024-09-30',
		where: 'Constanta, Romania',
		who: ['Romania', 'Bulgaria'],
		strength: 'up to 900',
	},
];
const statuses: readonly Row[] = [
	['Cancelled', 'cancelled'],
	['postponed', 'postponed'],
	['Completed', 'held'],
	['Planned', 'announced'],
];

test('lines of a box and rows of a table of two columns fill the fields of their exercise', () => {
	const misses: string[] = [];
	let tried = 0;
	for (const [layout, print] of Object.entries(layouts)) {
		for (const [when, where, who, strength] of labels) {
			for (const [at, value] of values.entries()) {
				const [printed = '', status] = statuses[at] ?? [];
				const rows: Row[] = [
					[when, value.when],
					[where, value.where],
					[who, value.who.join(', ')],
					[strength, value.strength],
					['Status', printed],
				];
				const text = `# Notes on two navies\n\nPublished 3 October 2024\n\nExercise Blue Wave 2024 is an exercise of several navies.\n\n${print(rows)}\n`;
				const [draft] = extract(readDocument('a.md', new TextEncoder().encode(text))).drafts;
				const found: Readonly<Record<string, boolean>> = {
					when: draft?.claims.dates.some(({ from, to }) => from === value.from && to === value.to) ?? false,
					where: draft?.claims.locations.some(({ text: place }) => place === value.where) ?? false,
					who: value.who.every((country) => draft?.claims.participants.some((claim) => claim.value === country)),
					strength: draft?.claims.scale.some(({ text: size }) => size.endsWith(value.strength)) ?? false,
					status: draft?.claims.status.some((claim) => claim.value === status) ?? false,
				};
				for (const [field, right] of Object.entries(found)) {
					tried++;
					if (!right) misses.push(`${layout}: ${field} of ${JSON.stringify(rows)}`);
				}
			}
		}
	}
	expect(tried).toBeGreaterThanOrEqual(200);
	expect(tell('boxes and tables', tried, misses)).toBeGreaterThanOrEqual(0.95);
});
