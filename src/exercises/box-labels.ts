import { z } from 'zod';
import { readData } from '../data.js';
import type { Span } from '../text/span.js';
import { oneOf } from '../text/word-pattern.js';
import { quantitiesIn } from '../values/quantities.js';
import type { Status } from './status.js';

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
		/** What stands behind "Status:". */
		values: z.record(z.enum(['announced', 'possible', 'ongoing', 'held', 'postponed', 'cancelled']), list),
	}),
);

export type BoxField = Exclude<keyof typeof lists, 'values'>;
const fields: readonly BoxField[] = ['when', 'where', 'who', 'host', 'strength', 'status'];

/** "Date: ", "• Where: ", "| Location | ": a line of a box, or a row of a table of two columns. */
const labelled = (labels: readonly string[]): string => `^[•*·–|-]{0,2}\\s?(?:${oneOf(labels)})\\s?[:：|]\\s+`;
export const boxLabel = new RegExp(labelled(fields.flatMap((field) => lists[field])), 'i');
/** Of those that say where, and of those that say who takes part, up to the value. */
export const whereLabel = new RegExp(`${labelled(lists.where)}(?:the\\s)?$`, 'i');
const byField = fields.map((field) => ({ field, pattern: new RegExp(labelled(lists[field]), 'i') }));
const values = Object.entries(lists.values).map(([status, words]) => ({ status, pattern: new RegExp(`^${oneOf(words)}(?!\\p{L})`, 'iu') }));

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

/** What a line "Status: …" says, and in which words; undefined where they are not understood. */
export function statedStatus(text: string, line: Span): (Span & { readonly status: Status }) | undefined {
	const value = boxLineOf(text, line);
	if (value?.field !== 'status') return undefined;
	const printed = text.slice(value.start, value.end);
	const status = statuses.find((one) => values.some((other) => other.status === one && other.pattern.test(printed)));
	return status && { start: value.start, end: value.end, status };
}
const statuses: readonly Status[] = ['announced', 'possible', 'ongoing', 'held', 'postponed', 'cancelled'];

/** "Troops: 3,000": the label and its number, as one; the label says what is counted. */
export function statedStrength(text: string, line: Span): Span | undefined {
	const value = boxLineOf(text, line);
	if (value?.field !== 'strength') return undefined;
	const [quantity] = quantitiesIn(text, value);
	if (!quantity || quantity.start !== value.start || /\p{L}/u.test(text.slice(quantity.end, value.end))) return undefined;
	const label = text.slice(line.start, value.start).search(/\p{L}/u);
	return { start: line.start + label, end: quantity.end };
}
