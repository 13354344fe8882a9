import { expect, test } from 'vitest';
import { readDocument } from '../../../src/corpus/read.js';
import type { Draft } from '../../../src/exercises/drafts/draft.js';
import { extract } from '../../../src/exercises/extract.js';
import { tell } from '../../corpus/generate.js';

interface Told {
	readonly name: string;
	readonly when: string;
	readonly start: string;
	readonly end: string;
	readonly from: string;
	readonly to: string;
	readonly where: string;
	readonly who: readonly string[];
	readonly strength: string;
}
type Column = 'name' | 'when' | 'start' | 'end' | 'where' | 'who' | 'strength' | 'remark';

const told: readonly (readonly [Told, Told])[] = [
	[
		{
			name: 'Iron Spear 2024',
			...{ when: '6–17 May 2024', start: '6 May 2024', end: '17 May 2024', from: '2024-05-06', to: '2024-05-17' },
			...{ where: 'Latvia', who: ['Latvia', 'Poland'], strength: '4,000' },
		},
		{
			name: 'Blue Anchor 2024',
			...{ when: '10 to 21 June 2024', start: '10 June 2024', end: '21 June 2024', from: '2024-06-10', to: '2024-06-21' },
			...{ where: 'Black Sea', who: ['Romania', 'Bulgaria'], strength: '900' },
		},
	],
	[
		{
			name: 'Red Heron 23',
			...{ when: '28 April to 2 May 2023', start: '28 April 2023', end: '2 May 2023', from: '2023-04-28', to: '2023-05-02' },
			...{ where: 'Gulf of Oman', who: ['Iran', 'Russia', 'China'], strength: '2 300' },
		},
		{
			name: 'Silver Tern 2023',
			...{ when: 'July 3-14, 2023', start: 'July 3, 2023', end: 'July 14, 2023', from: '2023-07-03', to: '2023-07-14' },
			...{ where: 'Constanta, Romania', who: ['Romania', 'Ukraine'], strength: 'up to 1,500' },
		},
	],
];
const heads: readonly Readonly<Record<Column, string>>[] = [
	{
		...{ name: 'Exercise', when: 'Dates', start: 'Start', end: 'End' },
		...{ where: 'Location', who: 'Participants', strength: 'Troops', remark: 'Remarks' },
	},
	{
		...{ name: 'Name', when: 'When', start: 'Begins', end: 'Ends' },
		...{ where: 'Where', who: 'Countries', strength: 'Personnel', remark: 'Source' },
	},
	{
		...{ name: 'Drill', when: 'Date', start: 'From', end: 'Until' },
		...{ where: 'Area', who: 'Participating nations', strength: 'Soldiers', remark: 'No.' },
	},
];
const orders: readonly (readonly Column[])[] = [
	['name', 'when', 'where', 'who', 'strength'],
	['when', 'name', 'where', 'who'],
	['remark', 'name', 'start', 'end', 'where', 'who'],
	['where', 'who', 'strength', 'when', 'name', 'remark'],
];
const cell = (column: Column, row: Told): string =>
	column === 'who' ? row.who.join(', ') : column === 'remark' ? 'see the report from Lima, Peru' : row[column];
const barred = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const rule = (count: number) => barred(Array.from({ length: count }, () => '---'));
type Print = (head: readonly string[], rows: readonly (readonly string[])[], nameAt: number) => string;
const layouts: Readonly<Record<string, Print>> = {
	bars: (head, rows) => [barred(head), rule(head.length), ...rows.map(barred)].join('\n'),
	'bars, bold': (head, rows, nameAt) =>
		[
			barred(head.map((one) => `**${one}**`)),
			rule(head.length),
			...rows.map((row) => barred(row.map((one, at) => (at === nameAt ? `*${one}*` : one)))),
		].join('\n'),
	'no outer bars': (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => row.join(' | ')).join('\n'),
	tabs: (head, rows) => [head, ...rows].map((row) => row.join('\t')).join('\n'),
	sideways: (head, rows, nameAt) =>
		[
			barred(['', ...rows.map((row) => row[nameAt] ?? '')]),
			rule(rows.length + 1),
			...head.flatMap((label, at) => (at === nameAt ? [] : [barred([label, ...rows.map((row) => row[at] ?? '')])])),
		].join('\n'),
};

const cases = Object.entries(layouts).flatMap(([layout, print]) =>
	heads.flatMap((labels) =>
		orders.flatMap((columns) =>
			told.map((pair) => {
				const head = columns.map((column) => labels[column]);
				const rows = pair.map((row) => columns.map((column) => cell(column, row)));
				return { layout, columns, pair, table: print(head, rows, columns.indexOf('name')) };
			}),
		),
	),
);

test('a row of a table is an exercise, and its columns are its fields', { timeout: 180_000 }, () => {
	const misses: string[] = [];
	for (const { layout, columns, pair, table } of cases) {
		const text = `# Drills of the year\n\nPublished 3 October 2024\n\n${table}\n`;
		const { drafts } = extract(readDocument('a.md', new TextEncoder().encode(text)));
		for (const row of pair) {
			const wrong = wrongOf(row, columns, drafts);
			if (wrong.length > 0) misses.push(`${layout}: ${wrong.join(', ')} of ${row.name} in ${table}`);
		}
	}
	const tried = cases.length * 2;
	expect(tried).toBeGreaterThanOrEqual(200);
	expect(tell('tables of several columns', tried, misses)).toBeGreaterThanOrEqual(0.95);
});

function wrongOf({ name, from, to, where, who, strength }: Told, columns: readonly Column[], drafts: readonly Draft[]): string[] {
	const own = drafts.filter(({ claims }) => claims.names.some(({ value }) => value === name));
	const [draft, another] = own;
	if (!draft || another) return [`${own.length} records`];
	const { dates, locations, participants, scale } = draft.claims;
	const days = dates.every((date) => date.from === from && date.to === to) && dates.length > 0;
	const takers = [...new Set(participants.map(({ value }) => value))].toSorted();
	return [
		...(days ? [] : [`dates ${dates.map((date) => `${date.from}–${date.to}`).join()}`]),
		...(locations.length === 1 && locations[0]?.text === where ? [] : [`places ${locations.map(({ text }) => text).join()}`]),
		...(takers.join() === who.toSorted().join() ? [] : [`participants ${takers.join()}`]),
		...(columns.includes('strength') && !scale.some(({ text }) => text === strength)
			? [`scale ${scale.map(({ text }) => text).join()}`]
			: []),
	];
}

test('a table of other things names no exercise', () => {
	for (const table of [
		'| Name | When | Where |\n|---|---|---|\n| Anna Berg | 6 May 2024 | Riga |\n| Ole Holm | 9 May 2024 | Oslo |',
		'| Ship | Date | Port |\n|---|---|---|\n| Iron Duke | 6 May 2024 | Riga |\n| Blue Marlin | 9 May 2024 | Oslo |',
	]) {
		const { drafts } = extract(
			readDocument('a.md', new TextEncoder().encode(`# Visits to ports\n\nPublished 3 October 2024\n\n${table}\n`)),
		);
		expect(drafts.map(({ description }) => description)).toEqual([]);
	}
});
