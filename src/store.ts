import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open, type RootDatabase } from 'lmdb';
import { programVersion } from './program-version.js';

/** Work kept across restarts, each piece by what it was made of. Several processes may share one. */
export interface Store {
	/** Undefined where nothing is kept. What comes back has to be checked: a disk holds what it likes. */
	get(madeOf: unknown): unknown;
	/**
	 * Written soon, whole or not at all; a full disk costs the keeping alone.
	 * @returns whether it was kept
	 */
	put(madeOf: unknown, value: unknown): Promise<boolean>;
}

let place: { readonly folder: string; readonly hear: (problem: string) => void } | undefined;
let opened: RootDatabase<unknown, Buffer> | undefined;
/** Until a first write fails. */
let isWritable = true;

/**
 * From here on what costs much to make is kept in a folder, made if it is not there; without this call nothing is kept.
 * @param hear is told in one sentence when the folder cannot be used; all is then made anew
 */
export function keepWorkIn(folder: string, hear: (problem: string) => void): void {
	place = { folder, hear };
}

/** The folder that work is kept in; undefined where none is. */
export function workKeptIn(): string | undefined {
	return place?.folder;
}

/** Waits for what is being written, and keeps nothing more: for a thread that ends before the process does. */
export async function closeStore(): Promise<void> {
	const closing = opened;
	opened = undefined;
	place = undefined;
	isWritable = false;
	await closing?.close();
}

/** What is kept of the work of some rooms: another version of their code or data finds nothing of this one's. Undefined: nothing is. */
export async function storeOf(rooms: readonly string[]): Promise<Store | undefined> {
	const kept = openKept();
	if (!kept) return undefined;
	const version = await programVersion(rooms);
	const keyOf = (madeOf: unknown): Buffer => createHash('sha256').update(version).update(JSON.stringify(madeOf)).digest();
	return {
		get: (madeOf) => kept.get(keyOf(madeOf)),
		async put(madeOf, value) {
			if (!isWritable) return false;
			try {
				return await kept.put(keyOf(madeOf), value);
			} catch (error) {
				if (isWritable) place?.hear(`Nothing more is kept for the next start: the disk may be full (${messageOf(error)})`);
				isWritable = false;
				// What was wrong with the disk comes as a promise of its own, which nobody else waits for.
				if (error instanceof Error && 'commitError' in error) void Promise.resolve(error.commitError).catch(() => {});
				return false;
			}
		},
	};
}

function openKept(): typeof opened {
	if (opened || !place) return opened;
	try {
		mkdirSync(place.folder, { recursive: true });
		// Batches have a promise that nobody can wait for: one that fails would end the process.
		opened = open({ path: place.folder, keyEncoding: 'binary', eventTurnBatching: false });
	} catch (error) {
		place.hear(`Nothing is kept for the next start: ${place.folder} cannot be used (${messageOf(error)})`);
		place = undefined;
	}
	return opened;
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
