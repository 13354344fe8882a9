import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { connect as connectSocket, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { addressSchema } from '../../src/cluster-library/address.js';
import { lastChange } from '../../src/cluster-library/changes.js';
import { type Connection, connect } from '../../src/cluster-library/connection.js';
import { followLibrary } from '../../src/cluster-library/follow.js';
import { ownGeneration } from '../../src/cluster-library/generation.js';
import { pagesOf, refresh } from '../../src/cluster-library/pages.js';
import { portOf } from './gate.js';
import { clusterAddress } from './library.js';

const counted = z.object({ count: z.number() });
const storeSchema = z.array(z.object({ index: z.string(), 'pri.store.size': z.coerce.number() }));

/** What a library takes on the cluster, and what its last change was. */
export function clusterFigures(name: string) {
	const once = async <Result>(ask: (connection: Connection) => Promise<Result>): Promise<Result> => {
		const connection = connect(clusterAddress(name), () => {});
		return ask(connection).finally(() => connection.close());
	};
	const count = async (connection: Connection, index: string, query: Readonly<Record<string, unknown>>) =>
		(await connection.read({ method: 'POST', path: `/${index}/_count`, body: { query } }, counted)).count;

	return {
		/** Documents read, and merged. */
		progress: () =>
			once(async (connection) => {
				const { documents } = (await ownGeneration(name)).indices;
				const all = await count(connection, documents, { match_all: {} });
				return `${all} documents read, ${await count(connection, documents, { term: { merged: true } })} merged`;
			}),
		size: () =>
			once(async (connection) => {
				const { indices } = await ownGeneration(name);
				await refresh(connection, Object.values(indices));
				const query = { format: 'json', bytes: 'b', h: 'index,pri.store.size' };
				const rows = await connection.read({ method: 'GET', path: `/_cat/indices/${name}-*`, query }, storeSchema);
				const of = (index: string) => (rows.find((row) => row.index === index)?.['pri.store.size'] ?? 0) / 1_000_000;
				return {
					megabytes: { passages: of(indices.passages), documents: of(indices.documents), exercises: of(indices.exercises) },
					passages: await count(connection, indices.passages, { match_all: {} }),
					entries: await count(connection, indices.exercises, { term: { gone: false } }),
				};
			}),
		/** Exercises that the last change made anew, and documents that they are told of in. */
		touched: (file: string) =>
			once(async (connection) => {
				const generation = await ownGeneration(name);
				const { documents, exercises } = generation.indices;
				const change = (await lastChange(connection, generation))?.number ?? 0;
				const wanted = { query: { term: { file } }, by: 'order', fields: ['units'], size: 1 };
				const page = await pagesOf(connection, documents, wanted, z.object({ units: z.array(z.string()) })).next();
				const units = page.value?.[0]?._source.units ?? [];
				return {
					exercises: await count(connection, exercises, { term: { change } }),
					documents: await count(connection, documents, { terms: { units } }),
				};
			}),
	};
}

/** A way to the first node that counts what goes over it, both ways. */
export async function countingWay(name: string) {
	const [node = ''] = clusterAddress(name).nodes;
	let bytes = 0;
	const sockets = new Set<Socket>();
	const server = createServer((near) => {
		const far = connectSocket(Number(new URL(node).port), '127.0.0.1');
		for (const [from, to] of [
			[near, far],
			[far, near],
		] as const) {
			sockets.add(from);
			from.on('data', (data) => {
				bytes += data.length;
			});
			from.on('error', () => to.destroy());
			from.pipe(to);
		}
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = addressSchema.parse(`http://127.0.0.1:${portOf(server.address())}/${name}`);
	return {
		bytes: () => bytes,
		follow: () => followLibrary(address, { onLoad: () => {}, onTrouble: () => {} }),
		async close() {
			for (const socket of sockets) socket.destroy();
			server.close();
			await once(server, 'close');
		},
	};
}

export async function folderMegabytes(folder: string): Promise<number> {
	const found = await readdir(folder, { recursive: true, withFileTypes: true });
	let bytes = 0;
	for (const file of found) if (file.isFile()) bytes += (await stat(join(file.parentPath, file.name))).size;
	return bytes / 1_000_000;
}
