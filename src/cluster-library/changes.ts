import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { CorpusProblem } from '../corpus/load.js';
import type { Connection } from './connection.js';
import { changeId, currentVersion, type Generation, swapTo } from './generation.js';
import { takeLease } from './lease.js';
import { mergeChanged } from './merge-exercises.js';
import { refresh } from './pages.js';
import { readState, writeState } from './state.js';

/** The last change to a generation that bots may take up. */
const changeSchema = z.object({
	number: z.int(),
	documents: z.int(),
	problems: z.array(
		z.object({ file: z.string(), problem: z.string(), loaded: z.literal(true).exactOptional(), files: z.int().exactOptional() }),
	),
});
export type Change = z.output<typeof changeSchema>;

/** Null before the first. */
export async function lastChange(connection: Connection, { version }: Generation): Promise<Change | null> {
	return (await readState(connection, changeId(version), changeSchema))?.value ?? null;
}

const waitMs = 500;
const leaseMs = 60_000;

/**
 * Merges what has changed, one process at a time, and lets bots take it up: the first time by letting the aliases
 * point to this generation. Where another process is at it, its end is waited for.
 */
export async function publishChanges(
	connection: Connection,
	generation: Generation,
	{ problems, documents }: { readonly problems: readonly CorpusProblem[]; readonly documents: number },
): Promise<void> {
	for (;;) {
		const lease = await takeLease(connection, `merge ${generation.version}`, leaseMs);
		if (lease) {
			try {
				return await publish(connection, generation, { problems: [...problems], documents });
			} finally {
				await lease.release();
			}
		}
		await pause(waitMs);
	}
}

async function publish(connection: Connection, generation: Generation, facts: Omit<Change, 'number'>): Promise<void> {
	const id = changeId(generation.version);
	const before = await readState(connection, id, changeSchema);
	const number = (before?.value.number ?? 0) + 1;
	let merged = 0;
	for (;;) {
		const some = await mergeChanged(connection, generation, number);
		if (some === 0) break;
		merged += some;
	}
	await refresh(connection, Object.values(generation.indices));
	const isNew = merged > 0 || JSON.stringify({ ...facts, number }) !== JSON.stringify({ ...before?.value, number });
	if (isNew) await writeState(connection, id, { number, ...facts }, before);
	if ((await currentVersion(connection)) !== generation.version) await swapTo(connection, generation);
}
