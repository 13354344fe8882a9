import { z } from 'zod';
import { readData } from '../../data.js';
import type { Span } from '../../text/span.js';
import { oneOf } from '../../text/word-pattern.js';
import type { Status } from '../exercise.js';

const list = z.array(z.string().min(1));
const lists = readData(
	'exercises/data/box-labels.json',
	z.strictObject({
		when: list,
		where: list,
		who: list,
		host: list,
		strength: list,
		status: list,
		/** Heads of a column of names: those that say of what, and those that a table of anything may have. */
		name: list,
		generalName: list,
		start: list,
		end: list,
		/** What stands behind "Status:". */
		values: z.record(z.enum(['announced', 'possible', 'ongoing', 'held', 'postponed', 'cancelled']), list),
	}),
);

export type BoxField = 'when' | 'where' | 'who' | 'host' | 'strength' | 'status' | 'start' | 'end';
/** What a column of a table holds. */
export type ColumnField = BoxField | 'name' | 'generalName';
const fields: readonly BoxField[] = ['when', 'where', 'who', 'host', 'strength', 'status', 'start', 'end'];
const columnFields: readonly ColumnField[] = [...fields, 'name', 'generalName'];

/** "Date: ", "Phase 2: ", "• Where: ", "| Location | ": a line of a box, or a row of a table of two columns. */
const labelled = (labels: readonly string[]): string =>
	`^[•*·–|-]{0,2}\\s?(?:${oneOf(labels)})(?:\\s(?:\\d{1,2}|[ivx]{1,4}))?\\s?[:：|]\\s+`;
const byField = fields.map((field) => ({ field, pattern: new RegExp(labelled(lists[field]), 'i') }));
const values = Object.entries(lists.values).map(([status, words]) => ({
	status,
	pattern: new RegExp(`^${oneOf(words)}(?!\\p{L})`, 'iu'),
}));

/** The field that a line of a box fills, and where its value stands; undefined for other lines. */
export function boxLineOf(text: string, { start, end }: Span): (Span & { readonly field: BoxField }) | undefined {
	const line = text.slice(start, end);
	for (const { field, pattern } of byField) {
		const label = pattern.exec(line)?.[0];
		if (label === undefined) continue;
		const value = line.slice(label.length).replace(/[\s|]+$/, '');
		if (value !== '') return { field, start: start + label.length, end: start + label.length + value.length };
	}
	return undefined;
}

/** What a column under such a head, or a row behind such a label, holds; undefined where it is not known. */
export function columnOf(head: string): ColumnField | undefined {
	const words = head
		.toLowerCase()
		.replace(/[\s:]+/g, ' ')
		.replace(/\s\([^()]*\)/g, '')
		.trim();
	return columnFields.find((field) => lists[field].includes(words));
}

/** What a value behind "Status:" says; undefined where it is not understood. */
export function statusNamed(printed: string): Status | undefined {
	return statuses.find((one) => values.some((other) => other.status === one && other.pattern.test(printed)));
}
const statuses: readonly Status[] = ['announced', 'possible', 'ongoing', 'held', 'postponed', 'cancelled'];
