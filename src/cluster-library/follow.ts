import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { LibraryUnreachable, type OpenedLibrary } from '../library.js';
import type { ClusterAddress } from './address.js';
import { type Change, lastChange } from './changes.js';
import { clusterLibrary } from './cluster-library.js';
import { type Connection, connect } from './connection.js';
import { entrySchema, type HeldEntry } from './exercise-records.js';
import { currentVersion, type Generation, ownGeneration } from './generation.js';
import { pagesOf } from './pages.js';
import { requireSupported } from './supported-version.js';
import { viewOf } from './view.js';

/** A library on a cluster, as it is at any moment: changes are taken up within seconds. */
export interface FollowedLibrary {
	readonly connection: Connection;
	current(): OpenedLibrary;
	/** Why it does not answer just now, or answers from an older state; null while all is well. */
	trouble(): string | null;
	close(): Promise<void>;
}

export interface FollowHearers {
	/** A change was taken up. */
	readonly onLoad: (opened: OpenedLibrary) => void;
	/**
	 * Once when the cluster is lost or holds what this version cannot read, and once, with null, when all is well
	 * again.
	 */
	readonly onTrouble: (trouble: string | null) => void;
}

/**
 * What the cluster holds was made by another version of the program, or of the lists of places and series; or it
 * holds nothing.
 */
export class OtherGeneration extends Error {}

const looksEveryMs = 1_000;
const entriesAtOnce = 2_000;

/**
 * Opens the library on a cluster.
 * @throws LibraryUnreachable when the cluster does not answer, UnsupportedCluster when it is too old, OtherGeneration
 * when it holds what this version cannot read
 */
export async function followLibrary(address: ClusterAddress, { onLoad, onTrouble }: FollowHearers): Promise<FollowedLibrary> {
	const connection = connect(address, onTrouble);
	let otherVersion: string | null = null;
	try {
		await requireSupported(connection);
		const generation = await ownGeneration(address.name);
		const entries = new Map<string, HeldEntry>();
		let opened = await load(connection, generation, entries, undefined);
		if (!opened) throw new OtherGeneration(otherSentence(address, await currentVersion(connection)));
		onLoad(opened);

		async function look(): Promise<void> {
			const next = await load(connection, generation, entries, opened?.change);
			if (next) {
				opened = next;
				onLoad(next);
			}
			const version = await currentVersion(connection);
			const other = version === generation.version ? null : otherSentence(address, version);
			if (other !== otherVersion) onTrouble(other);
			otherVersion = other;
		}

		const first = opened;
		const stopped = new AbortController();
		const looking = lookAgain(look, stopped.signal, onTrouble);
		return {
			connection,
			current: () => opened ?? first,
			trouble: () => connection.trouble() ?? otherVersion,
			async close() {
				stopped.abort();
				await looking;
				await connection.close();
			},
		};
	} catch (error) {
		await connection.close();
		throw error;
	}
}

async function lookAgain(look: () => Promise<void>, stopped: AbortSignal, onTrouble: (trouble: string) => void): Promise<void> {
	let told = '';
	while (!stopped.aborted) {
		await pause(looksEveryMs, undefined, { signal: stopped, ref: false }).catch(() => {});
		if (stopped.aborted) return;
		await look().catch((error: unknown) => {
			const trouble = error instanceof Error ? error.message : String(error);
			// The connection has told of what it lost.
			if (!(error instanceof LibraryUnreachable) && trouble !== told) onTrouble(trouble);
			told = trouble;
		});
	}
}

function otherSentence({ nodes, name }: ClusterAddress, version: string | null): string {
	const where = `The library "${name}" at ${nodes.map((node) => new URL(node).host).join(', ')}`;
	const how = 'npm run -s cli -- index --library URL --documents DIR';
	return version === null
		? `${where} has not been indexed: run ${how}`
		: `${where} was indexed by another version of Drillbook, or with other lists of places and series: run ${how} with this version`;
}

type Opened = OpenedLibrary & { readonly change: Change };

/** The library after the last change; undefined where none has come since, or none is there. */
async function load(
	connection: Connection,
	generation: Generation,
	entries: Map<string, HeldEntry>,
	before: Change | undefined,
): Promise<Opened | undefined> {
	const change = await lastChange(connection, generation);
	if (!change || change.number === before?.number) return undefined;
	await takeUp(connection, generation, entries, before?.number ?? 0);
	const view = viewOf(connection, generation, [...entries.values()]);
	const library = clusterLibrary(connection, generation, view, change);
	return { library, documents: change.documents, problems: change.problems, change };
}

const heldSchema = z.union([
	z.object({ gone: z.literal(false), entry: entrySchema }),
	z.object({ gone: z.literal(true), entry: z.object({ id: z.string() }) }),
]);

/** Entries that have changed since a change are put in the place of those before. */
async function takeUp(connection: Connection, { indices }: Generation, entries: Map<string, HeldEntry>, since: number): Promise<void> {
	const query = since === 0 ? { term: { gone: false } } : { range: { change: { gt: since } } };
	const asked = { query, by: 'key', fields: ['gone', 'entry'], size: entriesAtOnce };
	for await (const page of pagesOf(connection, indices.exercises, asked, heldSchema)) {
		for (const { _source } of page) {
			if (_source.gone) entries.delete(_source.entry.id);
			else entries.set(_source.entry.id, _source.entry);
		}
	}
}
