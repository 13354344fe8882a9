import { lstat, stat } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { watch } from 'chokidar';
import { formatOf, isHidden } from './corpus/formats/kinds.js';

/** A file counts when its size and time have not changed for this long, in milliseconds. */
const settles = 300;
const settledLooks = 100;
/** Changes this close together are one. */
const quietFor = 200;
/** A change waits for others no longer than this. */
const waitsAtMost = 1_000;
/** A first look that takes longer than this may have missed something. */
const unseenFor = 400;
/** How often the folder itself is looked for: it may be moved away and put back, or replaced. */
const looksEvery = 1_000;

/**
 * Calls `onChange` when documents of a folder appear, change or disappear, once they are written; changes close together count as
 * one. Never more than one call at a time: what changes meanwhile makes one more afterwards. A call that fails leaves things as
 * they are until the next change.
 */
export function watchFolder(folder: string, onChange: () => Promise<void>, onError: (error: unknown) => void): { close(): Promise<void> } {
	const call = oneAtATime(onChange, onError);
	const soon = gathered(call);
	let watcher = watchNow(folder, soon.call, onError);
	let seen = identityOf(folder);

	async function look(): Promise<void> {
		const before = await seen;
		const now = await identityOf(folder);
		if (now === before) return;
		seen = Promise.resolve(now);
		// Nothing is watched of a folder that is gone, and what it was is not what comes in its place.
		await watcher.close();
		watcher = watchNow(folder, soon.call, onError);
		soon.call();
	}

	let looking: Promise<void> = Promise.resolve();
	const timer = setInterval(() => {
		looking = looking.then(look).catch(onError);
	}, looksEvery);
	timer.unref();
	return {
		async close() {
			clearInterval(timer);
			soon.cancel();
			await looking;
			await watcher.close();
		},
	};
}

function watchNow(folder: string, onEvent: () => void, onError: (error: unknown) => void) {
	const files = settled(onEvent);
	const watcher = watch(folder, {
		ignoreInitial: true,
		followSymlinks: false,
		ignored: (path, stats) => {
			const inside = relative(folder, path).split(sep).join('/');
			if (inside === '') return false;
			if (isHidden(inside)) return true;
			return stats !== undefined && !stats.isDirectory() && (formatOf(inside) === undefined || !(stats.isFile() || stats.isSymbolicLink()));
		},
	});
	// A folder that comes or goes with nothing to read in it changes nothing.
	for (const event of ['add', 'change'] as const) watcher.on(event, files.look);
	watcher.on('unlink', onEvent);
	// What changed while a large folder was first looked through made no event.
	const began = performance.now();
	watcher.on('ready', () => {
		if (performance.now() - began > unseenFor) onEvent();
	});
	watcher.on('error', onError);
	return {
		async close() {
			files.cancel();
			await watcher.close();
		},
	};
}

/** Calls once a file is settled. chokidar would wait by the time of day, which may be set back. */
function settled(onSettled: () => void): { look(path: string): void; cancel(): void } {
	const waiting = new Map<string, NodeJS.Timeout>();
	let isOver = false;
	const lookAgain = async (path: string, before: string | undefined, since: number): Promise<void> => {
		const now = await stateOf(path);
		const same = now === before ? since : performance.now();
		if (isOver) return;
		if (now !== undefined && performance.now() - same < settles) return lookLater(path, now, same);
		waiting.delete(path);
		onSettled();
	};
	const lookLater = (path: string, state: string | undefined, since: number) =>
		void waiting.set(
			path,
			setTimeout(() => void lookAgain(path, state, since), settledLooks),
		);
	return {
		look(path) {
			if (!waiting.has(path)) lookLater(path, undefined, performance.now());
		},
		cancel() {
			isOver = true;
			for (const timer of waiting.values()) clearTimeout(timer);
		},
	};
}

/** What changes while a file is written; undefined when it is gone. */
async function stateOf(path: string): Promise<string | undefined> {
	const found = await lstat(path, { bigint: true }).catch(() => undefined);
	return found && `${found.size} ${found.mtimeNs}`;
}

/** What a folder is, beyond its name: undefined while there is none. */
async function identityOf(folder: string): Promise<string | undefined> {
	const found = await stat(folder).catch(() => undefined);
	return found?.isDirectory() ? `${found.dev}:${found.ino}` : undefined;
}

/** Calls once for calls close together. */
function gathered(call: () => void): { call(): void; cancel(): void } {
	let timer: NodeJS.Timeout | undefined;
	let first: number | undefined;
	return {
		call() {
			clearTimeout(timer);
			first ??= performance.now();
			const wait = Math.max(0, Math.min(quietFor, first + waitsAtMost - performance.now()));
			timer = setTimeout(() => {
				first = undefined;
				call();
			}, wait);
		},
		cancel: () => clearTimeout(timer),
	};
}

function oneAtATime(work: () => Promise<void>, onError: (error: unknown) => void): () => void {
	let running = false;
	let again = false;
	const run = async () => {
		if (running) {
			again = true;
			return;
		}
		running = true;
		do {
			again = false;
			await work().catch(onError);
		} while (again);
		running = false;
	};
	return () => void run();
}
