import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { open, type RootDatabase } from 'lmdb';
import { z } from 'zod';
import { programFiles } from '../program-files.js';
import { fields, type NamesRead, type RecordRead } from './reading.js';
import type { Stretch } from './stretch.js';

const marked = z.strictObject({ start: z.number(), end: z.number(), sureness: z.number() });
const savedRecord = z
	.array(
		z.strictObject({
			about: z.number(),
			marks: z.array(marked.extend({ field: z.enum(fields).exclude(['name']) })).readonly(),
		}),
	)
	.readonly();
const savedNames = z.array(z.array(marked).readonly()).readonly();

/** Readings of one kind, kept across restarts, each by what was read. */
export interface Shelf<Reading> {
	/** Undefined where it is not kept, or was kept damaged. */
	get(stretch: Stretch): Reading | undefined;
	/** Written soon, whole or not at all; a full disk costs the keeping alone. */
	put(stretch: Stretch, reading: Reading): void;
}

export interface SavedReadings {
	readonly record: Shelf<RecordRead>;
	readonly names: Shelf<NamesRead>;
}

/**
 * Readings kept in a folder that several processes may share. Those of another reader are not found.
 * @throws Error when the folder cannot be written
 */
export async function openReadings(folder: string): Promise<SavedReadings> {
	mkdirSync(folder, { recursive: true });
	const store = open({ path: folder, keyEncoding: 'binary' });
	const version = await readerVersion();
	return { record: shelf(store, [version, 'record'], savedRecord), names: shelf(store, [version, 'names'], savedNames) };
}

function shelf<Reading>(store: RootDatabase, label: readonly string[], schema: z.ZodType<Reading>): Shelf<Reading> {
	const keyOf = ({ query, title, sentences, anchors }: Stretch): Buffer =>
		createHash('sha256')
			.update(JSON.stringify([...label, query, title, sentences, [...(anchors ?? [])]]))
			.digest();
	let isWritable = true;
	return {
		get: (stretch) => schema.safeParse(store.get(keyOf(stretch))).data,
		put: (stretch, reading) => {
			if (!isWritable) return;
			store.put(keyOf(stretch), reading).catch(() => {
				isWritable = false;
			});
		},
	};
}

/** Changes with the network and with the code that reads its numbers. */
async function readerVersion(): Promise<string> {
	const hash = createHash('sha256');
	for (const file of await programFiles(['reader'])) hash.update(await readFile(file));
	return hash.digest('hex');
}
