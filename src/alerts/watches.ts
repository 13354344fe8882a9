import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import { oneAtATime } from '../one-at-a-time.js';
import { removeParts, writeWhole } from '../write-whole.js';
import { topicKey, topicSchema } from './topic.js';

const id = z.string().min(1);
const watchSchema = z.strictObject({ id, server: id, channel: id, topic: topicSchema });
const count = z.number().int().min(0);
const alertSchema = z.strictObject({
	watch: id,
	document: id,
	version: id,
	start: count,
	end: count,
	/** The words in it that are marked. */
	marked: z.strictObject({ start: count, end: count }),
	exercise: id.nullable(),
	/** Hash of the quoted words. */
	quote: id,
	/** Further documents of the same moment that are not quoted. */
	more: count,
});

export const stateSchema = z.strictObject({
	watches: z.array(watchSchema),
	/** Id and version of every document that has been looked at; null before the first look. */
	seen: z.array(id).nullable(),
	/** Decided and not posted yet. */
	pending: z.array(alertSchema),
	/** By watch: hashes of the words that have been quoted there. */
	posted: z.record(z.string(), z.array(id)),
});
type State = z.output<typeof stateSchema>;
export const nothingWatched: State = { watches: [], seen: null, pending: [], posted: {} };

/** A channel of a server that wants to be told of a topic. */
export type Watch = z.output<typeof watchSchema>;
/** A quote that is to be posted for a watch. */
export type Alert = z.output<typeof alertSchema>;

export type Added = 'added' | 'already' | 'full';

/**
 * What channels want to be told of and have been told, kept across restarts. Every change is on the disk when its
 * promise resolves.
 */
export interface Watches {
	readonly perServer: number;
	ofServer(server: string): readonly Watch[];
	add(watch: Omit<Watch, 'id'>): Promise<Added>;
	/** @returns the watch, or undefined where the server has none of that id */
	remove(server: string, id: string): Promise<Watch | undefined>;
	current(): State;
	/** Changes happen one after the other; none that cannot be written. */
	change(make: (before: State) => State): Promise<void>;
}

/**
 * Opens the file of watches, or begins a new one. It is a small file of its own, written whole each time, and not
 * part of what is kept of readings: that may be deleted, is shared by several bots, and a new version of the program
 * starts it anew; a subscription must outlive that.
 * @throws Error in one line where the file is there and cannot be read: watches are not dropped in silence
 */
export async function openWatches(file: string, perServer: number): Promise<Watches> {
	return watchesIn(await fileState(file), perServer);
}

/** What is watched, wherever it is kept. */
export interface WatchState {
	current(): State;
	/** Changes happen one after the other; none that cannot be written. */
	change(make: (before: State) => State): Promise<void>;
}

async function fileState(file: string): Promise<WatchState> {
	let state = await readState(file);
	await removeParts(dirname(file), (name) => name === basename(file));
	const inTurn = oneAtATime();
	const change = (make: (before: State) => State): Promise<void> =>
		inTurn(async () => {
			const after = make(state);
			if (after === state) return;
			await writeWhole(file, JSON.stringify(after));
			state = after;
		});
	return { current: () => state, change };
}

export function watchesIn({ current, change }: WatchState, perServer: number): Watches {
	return {
		perServer,
		ofServer: (server) => current().watches.filter((watch) => watch.server === server),
		async add(watch) {
			let outcome: Added = 'added';
			await change((before) => {
				const added = { ...watch, id: watchId(watch) };
				const inServer = before.watches.filter(({ server }) => server === watch.server);
				outcome = inServer.some((other) => other.id === added.id) ? 'already' : inServer.length >= perServer ? 'full' : 'added';
				return outcome === 'added' ? { ...before, watches: [...before.watches, added] } : before;
			});
			return outcome;
		},
		async remove(server, wanted) {
			const watch = current().watches.find((one) => one.server === server && one.id === wanted);
			if (watch) await change((before) => withoutWatch(before, watch.id));
			return watch;
		},
		current,
		change,
	};
}

/** Without a watch and all that is kept for it. */
export function withoutWatch(state: State, wanted: string): State {
	const posted = Object.entries(state.posted).filter(([watch]) => watch !== wanted);
	return {
		...state,
		watches: state.watches.filter((watch) => watch.id !== wanted),
		pending: state.pending.filter(({ watch }) => watch !== wanted),
		posted: Object.fromEntries(posted),
	};
}

function watchId({ server, channel, topic }: Omit<Watch, 'id'>): string {
	return createHash('sha256')
		.update([server, channel, topicKey(topic)].join('\n'))
		.digest('base64url')
		.slice(0, 12);
}

async function readState(file: string): Promise<State> {
	const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return null;
		throw new Error(`The file of watches ${file} cannot be read (${error.code ?? error.message})`);
	});
	if (text === null) return nothingWatched;
	try {
		return stateSchema.parse(JSON.parse(text));
	} catch {
		throw new Error(`The file of watches ${file} is not one that this version has written: move it away to begin anew`);
	}
}
