import { z } from 'zod';
import type { Connection } from './connection.js';
import { anything, stateIndex } from './generation.js';

/** A piece of state, and what it takes to change it only where it is still so. */
export interface Kept<Value> {
	readonly value: Value;
	readonly stamp: { readonly if_seq_no: number; readonly if_primary_term: number };
}

const keptSchema = z.object({
	_source: z.object({ state: z.unknown() }).optional(),
	_seq_no: z.number().optional(),
	_primary_term: z.number().optional(),
});

/** Reads one piece of what outlives generations: always as it was written last. Undefined where there is none. */
export async function readState<Schema extends z.ZodType>(
	connection: Connection,
	id: string,
	value: Schema,
): Promise<Kept<z.output<Schema>> | undefined> {
	const path = `/${stateIndex(connection.address.name)}/_doc/${encodeURIComponent(id)}`;
	const found = await connection.read({ method: 'GET', path, expected: [404] }, keptSchema);
	if (!found._source) return undefined;
	const { _seq_no = 0, _primary_term = 0 } = found;
	return { value: value.parse(found._source.state), stamp: { if_seq_no: _seq_no, if_primary_term: _primary_term } };
}

/**
 * Writes it where it is still what was read, or still is not there.
 * @returns whether it was written; else somebody was faster
 */
export async function writeState<Value>(
	connection: Connection,
	id: string,
	state: Value,
	before: Kept<unknown> | undefined,
): Promise<boolean> {
	const index = stateIndex(connection.address.name);
	const path = `/${index}/${before ? '_doc' : '_create'}/${encodeURIComponent(id)}`;
	const answer = z.union([z.object({ status: z.literal(409) }), z.object({ result: z.string() })]);
	const query = { ...before?.stamp };
	return 'result' in (await connection.write({ method: 'PUT', path, query, body: { state }, expected: [409] }, answer));
}

export async function deleteState(connection: Connection, id: string, { stamp }: Kept<unknown>): Promise<void> {
	const path = `/${stateIndex(connection.address.name)}/_doc/${encodeURIComponent(id)}`;
	await connection.write({ method: 'DELETE', path, query: { ...stamp }, expected: [404, 409] }, anything);
}
