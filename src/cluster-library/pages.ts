import { z } from 'zod';
import type { Connection } from './connection.js';

const sorts = z.array(z.union([z.string(), z.number(), z.null()]));

interface Asked {
	readonly query: Readonly<Record<string, unknown>>;
	/** A keyword field that sorts them, no two alike. */
	readonly by: string;
	/** What of each is given back; nothing but its id where there are none. */
	readonly fields: readonly string[];
	readonly size: number;
}

/** A record with what it takes to change it only where it is still so. */
const found = <Schema extends z.ZodType>(record: Schema) =>
	z.object({ _id: z.string(), _seq_no: z.number(), _primary_term: z.number(), _source: record, sort: sorts });

/** All records that fit, page after page in order. */
export async function* pagesOf<Schema extends z.ZodType>(
	connection: Connection,
	index: string,
	{ query, by, fields, size }: Asked,
	record: Schema,
) {
	const schema = z.object({ hits: z.object({ hits: z.array(found(record)) }) });
	let after: z.output<typeof sorts> | undefined;
	for (;;) {
		const body = {
			query,
			size,
			sort: [{ [by]: 'asc' }],
			_source: fields.length > 0 ? [...fields] : { excludes: ['*'] },
			seq_no_primary_term: true,
			track_total_hits: false,
			...(after ? { search_after: after } : {}),
		};
		const asked = { method: 'POST', path: `/${index}/_search`, query: { allow_partial_search_results: false }, body } as const;
		const { hits } = await connection.read(asked, schema);
		if (hits.hits.length > 0) yield hits.hits;
		after = hits.hits.at(-1)?.sort;
		if (hits.hits.length < size || !after) return;
	}
}

/** Records by id, those that are there. */
export async function recordsById<Schema extends z.ZodType>(
	connection: Connection,
	index: string,
	{ ids, fields }: { readonly ids: readonly string[]; readonly fields: readonly string[] },
	record: Schema,
): Promise<Map<string, z.output<Schema>>> {
	if (ids.length === 0) return new Map();
	const schema = z.object({ docs: z.array(z.object({ _id: z.string(), _source: record.optional() })) });
	const query = { _source: fields.join(',') };
	const { docs } = await connection.read({ method: 'POST', path: `/${index}/_mget`, query, body: { ids: [...ids] } }, schema);
	return new Map(docs.flatMap(({ _id, _source }): [string, z.output<Schema>][] => (_source === undefined ? [] : [[_id, _source]])));
}

/** Makes all that was written found by searches. */
export async function refresh(connection: Connection, indices: readonly string[]): Promise<void> {
	await connection.write({ method: 'POST', path: `/${indices.join(',')}/_refresh`, patience: 30_000 }, z.unknown());
}
