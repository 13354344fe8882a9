import { z } from 'zod';
import { type Connection, NotWritable, readOnlySentence } from './connection.js';

/** One thing to be written; each can be done again without doing anything twice. */
export type Write =
	| { readonly do: 'index' | 'create'; readonly index: string; readonly id: string; readonly record: Readonly<Record<string, unknown>> }
	| {
			readonly do: 'update';
			readonly index: string;
			readonly id: string;
			readonly record: Readonly<Record<string, unknown>>;
			readonly as: Stamp;
	  }
	| { readonly do: 'delete'; readonly index: string; readonly id: string; readonly as?: Stamp };

/**
 * What a record was when it was read: a write that names it fails where somebody else has changed the record since.
 */
export interface Stamp {
	readonly if_seq_no: number;
	readonly if_primary_term: number;
}

const outcome = z.object({
	_id: z.string(),
	status: z.number(),
	error: z.looseObject({ type: z.string(), reason: z.string() }).optional(),
});
const bulkSchema = z.object({ items: z.array(z.record(z.string(), outcome)) });

/** What a node takes at once without trouble; the cluster's own limit is a hundred megabytes. */
const mostCharacters = 4_000_000;

/**
 * Writes all of it, in requests of bearable size.
 * @returns ids of what somebody else had written before, or changed
 * @throws NotWritable, LibraryUnreachable: then some of it may be written
 */
export async function writeAll(
	connection: Connection,
	writes: readonly Write[],
	refresh: boolean | 'wait_for' = false,
): Promise<Set<string>> {
	const overtaken = new Set<string>();
	for (const lines of packed(writes)) {
		const { items } = await connection.write({ method: 'POST', path: '/_bulk', query: { refresh }, lines, patience: 30_000 }, bulkSchema);
		for (const { _id: id, status, error } of items.flatMap((item) => Object.values(item))) {
			if (status === 409) overtaken.add(id);
			else if (error) throw failureOf(error);
		}
	}
	return overtaken;
}

function failureOf({ type, reason }: { readonly type: string; readonly reason: string }): Error {
	const isBlocked = type === 'cluster_block_exception' || type === 'unavailable_shards_exception';
	if (!isBlocked) return new Error(`The search cluster did not take a record: ${type}, ${reason}`);
	return new NotWritable(
		type === 'cluster_block_exception' ? readOnlySentence(reason) : `The search cluster has too few nodes (${reason})`,
	);
}

type Line = Readonly<Record<string, unknown>>;

function packed(writes: readonly Write[]): Line[][] {
	const requests: Line[][] = [];
	let size = mostCharacters;
	for (const write of writes) {
		const lines = linesOf(write);
		const characters = lines.reduce((sum, line) => sum + JSON.stringify(line).length, 0);
		if (size + characters > mostCharacters) {
			requests.push([]);
			size = 0;
		}
		requests.at(-1)?.push(...lines);
		size += characters;
	}
	return requests;
}

function linesOf(write: Write): Line[] {
	const { index: _index, id: _id } = write;
	if (write.do === 'delete') return [{ delete: { _index, _id, ...write.as } }];
	if (write.do === 'update') return [{ update: { _index, _id, ...write.as } }, { doc: write.record }];
	return [{ [write.do]: { _index, _id } }, write.record];
}
