import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { writeAll } from './bulk.js';
import type { Connection } from './connection.js';
import { type Generation, stateIndex } from './generation.js';
import { recordsById } from './pages.js';
import { deleteState, readState } from './state.js';

/** Who of several indexers reads which document. */
export interface Claims {
	/** Of some documents, by id, those that this indexer is to read: nobody else does for a while. */
	take(ids: readonly string[]): Promise<Set<string>>;
	/** They are read and written. */
	done(ids: readonly string[]): Promise<void>;
}

const claimSchema = z.object({ state: z.object({ holder: z.string(), until: z.number() }) });
/** Of an indexer that ended in the middle, others take the documents up after this. */
const lastsMs = 60_000;

export function claimsOf(connection: Connection, { version }: Generation): Claims {
	const index = stateIndex(connection.address.name);
	const holder = randomUUID();
	const claimId = (document: string) => `claim ${version} ${document}`;

	/** What others had claimed and did not finish in time is free again. */
	async function freeExpired(ids: readonly string[]): Promise<void> {
		const held = await recordsById(connection, index, { ids, fields: ['state'] }, claimSchema);
		for (const [id, { state }] of held) {
			if (state.until > Date.now() && state.holder !== holder) continue;
			const now = await readState(connection, id, claimSchema.shape.state);
			if (now && (now.value.until <= Date.now() || now.value.holder === holder)) await deleteState(connection, id, now);
		}
	}

	return {
		async take(documents) {
			if (documents.length === 0) return new Set();
			const ids = documents.map(claimId);
			await freeExpired(ids);
			const record = { state: { holder, until: Date.now() + lastsMs } };
			const taken = await writeAll(
				connection,
				ids.map((id) => ({ do: 'create', index, id, record })),
			);
			return new Set(documents.filter((document) => !taken.has(claimId(document))));
		},
		async done(documents) {
			await writeAll(
				connection,
				documents.map((document) => ({ do: 'delete', index, id: claimId(document) })),
			);
		},
	};
}
