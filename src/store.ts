import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open } from 'lmdb';
import { programVersion } from './program-version.js';
import { type Ages, agesOf, type Kept } from './store-ages.js';

/** Work kept across restarts, each piece by what it was made of. Several processes may share one. */
export interface Store {
	/** Undefined where nothing is kept. What comes back has to be checked: a disk holds what it likes. */
	get(madeOf: unknown): unknown;
	/**
	 * Written soon, whole or not at all; a full disk costs the keeping alone.
	 * @returns whether it was kept
	 */
	put(madeOf: unknown, value: unknown): Promise<boolean>;
	/**
	 * For what has to be there later on: to be called again before every clearing.
	 * @returns whether it is there, and stays
	 */
	hold(madeOf: unknown): Promise<boolean>;
}

let place: { readonly folder: string; readonly hear: (problem: string) => void } | undefined;
let opened: { readonly kept: Kept; readonly ages: Ages } | undefined;
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
	await closing?.kept.close();
}

/** What is kept of the work of some rooms: another version of their code or data finds nothing of this one's. Undefined: nothing is. */
export async function storeOf(rooms: readonly string[]): Promise<Store | undefined> {
	const store = openKept();
	if (!store) return undefined;
	const { kept, ages } = store;
	const version = await programVersion(rooms);
	const keyOf = (madeOf: unknown): Buffer => createHash('sha256').update(version).update(JSON.stringify(madeOf)).digest();
	return {
		get(madeOf) {
			const key = keyOf(madeOf);
			const value = kept.get(key);
			if (value !== undefined) ages.mark(key);
			return value;
		},
		async put(madeOf, value) {
			const key = keyOf(madeOf);
			const isKept = await written(() => kept.put(key, value));
			if (isKept) ages.mark(key);
			return isKept === true;
		},
		async hold(madeOf) {
			const key = keyOf(madeOf);
			return (await written(() => ages.hold(key))) ?? kept.doesExist(key);
		},
	};
}

/**
 * Removes what no process has used for some weeks, while others are served and other processes use the rest.
 * @param now the time of day, which may jump
 * @returns how many pieces
 */
export async function clearUnused(now = Date.now()): Promise<number> {
	const store = openKept();
	return (store && (await written(() => store.ages.clear(now)))) ?? 0;
}

/** What writing gives; undefined where the disk refuses it, which is told once. */
async function written<Result>(write: () => Promise<Result>): Promise<Result | undefined> {
	if (!isWritable) return undefined;
	try {
		return await write();
	} catch (error) {
		if (isWritable) place?.hear(`Nothing more is kept for the next start: the disk may be full (${messageOf(error)})`);
		isWritable = false;
		// What was wrong with the disk comes as a promise of its own, which nobody else waits for.
		if (error instanceof Error && 'commitError' in error) void Promise.resolve(error.commitError).catch(() => {});
		return undefined;
	}
}

function openKept(): typeof opened {
	if (opened || !place) return opened;
	try {
		mkdirSync(place.folder, { recursive: true });
		// Batches have a promise that nobody can wait for: one that fails would end the process.
		const kept: Kept = open({ path: place.folder, keyEncoding: 'binary', eventTurnBatching: false });
		opened = { kept, ages: agesOf(kept, (key, age) => written(() => kept.put(key, age))) };
	} catch (error) {
		place.hear(`Nothing is kept for the next start: ${place.folder} cannot be used (${messageOf(error)})`);
		place = undefined;
	}
	return opened;
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
