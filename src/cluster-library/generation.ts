import { createHash } from 'node:crypto';
import { z } from 'zod';
import { listsVersion } from '../gazetteer/lists-version.js';
import { programVersion } from '../program-version.js';
import type { Connection } from './connection.js';
import { indexSettings, type Kind, kinds, stateSettings } from './index-settings.js';

/** The indices that one version of the analyser, the reader and the lists of places and series has filled. */
export interface Generation {
	readonly version: string;
	readonly indices: Readonly<Record<Kind, string>>;
}

/** The rooms whose code and data decide what lies in the indices. */
const rooms = ['text', 'corpus', 'gazetteer', 'values', 'search', 'reader', 'exercises'];

/** The generation that this program makes and can read. */
export async function ownGeneration(name: string): Promise<Generation> {
	const version = createHash('sha256')
		.update(await programVersion(rooms))
		.update(listsVersion())
		.digest('hex')
		.slice(0, 12);
	const indexOf = (kind: Kind) => `${name}-${version}-${kind}`;
	return { version, indices: { passages: indexOf('passages'), documents: indexOf('documents'), exercises: indexOf('exercises') } };
}

/** Where leases, changes and all that outlives a generation is kept. */
export function stateIndex(name: string): string {
	return `${name}-state`;
}

/** Where the last change of a version is kept. */
export function changeId(version: string): string {
	return `change ${version}`;
}

export const anything = z.unknown();
const made = z.union([z.object({ acknowledged: z.boolean() }), z.object({ status: z.literal(400) })]);

/** Makes the indices of a generation where they are not there; several may do so at once. */
export async function makeIndices(connection: Connection, { indices }: Generation): Promise<void> {
	const { name } = connection.address;
	const make = async (index: string, body: Readonly<Record<string, unknown>>): Promise<void> => {
		// 400: it is there. What was written before a shard has its copy on another node would wait for a node that ends.
		const query = { wait_for_active_shards: 'all', timeout: '25s' };
		await connection.write({ method: 'PUT', path: `/${index}`, query, body, expected: [400], patience: 30_000 }, made);
	};
	await make(stateIndex(name), stateSettings);
	for (const kind of kinds) await make(indices[kind], indexSettings[kind]);
}

const aliasesSchema = z.record(z.string(), z.object({ aliases: z.record(z.string(), z.unknown()) }));

/**
 * The version that the aliases point to: the one that bots read. Null where nothing has been indexed wholly yet.
 */
export async function currentVersion(connection: Connection): Promise<string | null> {
	const { name } = connection.address;
	const alias = `${name}-passages`;
	const request = { method: 'GET', path: `/_alias/${alias}`, expected: [404] } as const;
	const found = await connection.read(request, z.union([z.object({ error: z.unknown() }), aliasesSchema]));
	if ('error' in found) return null;
	const [index] = Object.keys(found);
	return index === undefined ? null : index.slice(name.length + 1, -'-passages'.length);
}

/**
 * Lets bots read a generation from now on, all of its indices in one step. The one before stays for bots that still
 * run; older ones are deleted.
 */
export async function swapTo(connection: Connection, generation: Generation): Promise<void> {
	const { name } = connection.address;
	const before = await currentVersion(connection);
	if (before === generation.version) return;
	const actions = kinds.map((kind) => ({ add: { index: generation.indices[kind], alias: `${name}-${kind}` } }));
	const old = before === null ? [] : kinds.map((kind) => ({ remove: { index: `${name}-${before}-${kind}`, alias: `${name}-${kind}` } }));
	await connection.write({ method: 'POST', path: '/_aliases', body: { actions: [...old, ...actions] }, patience: 30_000 }, anything);
	await deleteOlder(connection, new Set([generation.version, before]));
}

async function deleteOlder(connection: Connection, kept: ReadonlySet<string | null>): Promise<void> {
	const { name } = connection.address;
	const path = `/_cat/indices/${name}-*-passages`;
	const rows = await connection.read(
		{ method: 'GET', path, query: { format: 'json', h: 'index' } },
		z.array(z.object({ index: z.string() })),
	);
	const versions = rows.map(({ index }) => index.slice(name.length + 1, -'-passages'.length));
	for (const version of versions) {
		if (kept.has(version) || !/^[a-f\d]{12}$/.test(version)) continue;
		const indices = kinds.map((kind) => `${name}-${version}-${kind}`).join(',');
		const change = `/${stateIndex(name)}/_doc/${encodeURIComponent(changeId(version))}`;
		await connection.write({ method: 'DELETE', path: change, expected: [404] }, anything);
		await connection.write({ method: 'DELETE', path: `/${indices}`, query: { ignore_unavailable: true }, patience: 30_000 }, anything);
	}
}
