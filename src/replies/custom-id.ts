import { createHash } from 'node:crypto';
import { z } from 'zod';
import { CUSTOM_ID } from './limits.js';

const separator = '|';
/** Two exercises and the rest of a state fit into a custom id. */
const LONGEST_KEY = 36;
const id = z.string().min(1).max(LONGEST_KEY);
/** An id that may be missing; it is written as nothing. */
const optionalId = z.string().max(LONGEST_KEY);
const count = z.coerce.number().int().min(0).max(100_000_000);
const year = z.union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(9999)]).nullable();
const how = z.enum(['open', 'turn']);

/**
 * What a button or a menu entry asks for, and all that is remembered of the message it stands on: ids of documents and exercises, offsets
 * and page numbers, never a text that somebody typed. So it works after a restart. `how` tells whether a new, private message is opened
 * or the page of this one is turned. The part before the dot is the command that answers.
 */
const states = z.discriminatedUnion('to', [
	z.object({ to: z.literal('drill.card'), how, exercise: id, page: count }),
	z.object({ to: z.literal('drill.export'), exercise: id }),
	/** The sources of a page of the card, to be copied. */
	z.object({ to: z.literal('drill.cite'), exercise: id, page: count }),
	/** `scope`: whether what lies in an ocean or continent counts. */
	z.object({ to: z.literal('where.page'), how, place: id, scope: z.enum(['there', 'widely']), page: count }),
	z.object({ to: z.literal('timeline.page'), how, page: count, country: optionalId, place: optionalId, from: year, until: year }),
	z.object({ to: z.literal('compare.page'), how, exercise: id, other: id, page: count }),
	z.object({ to: z.literal('sources.page'), how, page: count }),
	z.object({ to: z.literal('sources.of'), how, exercise: id, page: count }),
	z.object({ to: z.literal('sources.export') }),
	/** The paragraphs around a quote, which is marked. */
	z.object({ to: z.literal('source.quote'), document: id, version: id, start: count, end: count }),
	/** The same quote with its source as one line to be copied. */
	z.object({ to: z.literal('source.cite'), document: id, version: id, start: count, end: count }),
	z.object({ to: z.literal('source.paragraph'), how, document: id, version: id, paragraph: count }),
	z.object({ to: z.literal('help.page') }),
	/** A form with what was left out of a command. */
	z.object({ to: z.literal('documents.form'), subcommand: z.literal('add') }),
	/** A reply that a member finds wrong: the exercise it is about and the quote it rests on, where it has them. No command answers it. */
	z.object({
		to: z.literal('report.wrong'),
		exercise: optionalId,
		document: optionalId,
		version: optionalId,
		start: count,
		end: count,
	}),
]);
export type State = z.output<typeof states>;

/** The states that a command answers. */
export type StateOf<Name extends string> = Extract<State, { to: `${Name}.${string}` }>;

/** The forms of a command. */
export type FormOf<Name extends string> = Extract<State, { to: `${Name}.form` }>;

const keysOf = new Map<string, readonly string[]>(states.options.map(({ shape }) => [shape.to.value, Object.keys(shape)]));

const HASHED = '~';

/** Whether a key is the hash of an id that is too long to be one. */
export function isHashed(key: string): boolean {
	return key.startsWith(HASHED);
}

/** What stands for an exercise in a state: its id, or a hash of one that is too long. */
export function exerciseKey(id: string): string {
	return id.length <= LONGEST_KEY && !id.includes(separator) && !isHashed(id)
		? id
		: `${HASHED}${createHash('sha256').update(id).digest('base64url').slice(0, 12)}`;
}

/** A state as a custom id, or null when a place's id is too long for one: then the button is left out. */
export function customId(state: State): string | null {
	const written = Object.values(inOrder(state)).map((value) => String(value ?? ''));
	const joined = written.join(separator);
	return joined.length <= CUSTOM_ID && readCustomId(joined) ? joined : null;
}

/** What a custom id means, or null when it is not one of ours (or of an older version). */
export function readCustomId(written: string): State | null {
	const values = written.split(separator);
	const keys = keysOf.get(values[0] ?? '');
	if (!keys || keys.length !== values.length) return null;
	const parsed = states.safeParse(Object.fromEntries(keys.map((key, index) => [key, values[index]])));
	return parsed.success ? parsed.data : null;
}

function inOrder(state: State): Record<string, unknown> {
	const values = new Map<string, unknown>(Object.entries(state));
	if ('exercise' in state) values.set('exercise', exerciseKey(state.exercise));
	if ('other' in state) values.set('other', exerciseKey(state.other));
	return Object.fromEntries((keysOf.get(state.to) ?? []).map((key) => [key, values.get(key)]));
}
