import type { BigIntStats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { getHeapStatistics } from 'node:v8';
import { type Pause, takingTurns } from '../taking-turns.js';
import type { Listing } from './folder.js';
import { formatOf } from './formats/kinds.js';
import { isPlain } from './formats/readers.js';
import { isLasting, type KeptFiles, openKeptFiles } from './kept-files.js';
import { type Corpus, listed, loadEach, loadFile, UnreadableFolder } from './load.js';

/** A folder that is read again and again: a file that is as it was is not opened. */
export interface FolderReader {
	/** @throws UnreadableFolder when the folder is not there or cannot be listed, or holds more than fits into memory */
	read(): Promise<Corpus>;
	/** Says again of all that was read that it is used: what nobody uses is cleared away after some weeks. */
	hold(): Promise<void>;
}

interface Known extends Corpus {
	readonly state: string;
}

/** Memory that a byte of plain text takes once it is indexed and read for exercises, measured over made articles, with a third to spare. */
const heapPerByte = 20;
/** Of a PDF or a page, about so much is text. */
const textInOthers = 0.2;
const megabyte = 1024 * 1024;
const looksAtOnce = 64;

/**
 * Reads a folder; what its files come to is kept where anything is, and a file that did not change is taken from there.
 * @param fits how many bytes of text fit into memory
 */
export async function openFolder(folder: string, fits = fittingBytes()): Promise<FolderReader> {
	const kept = await openKeptFiles();
	let known: ReadonlyMap<string, Known> = new Map();
	return {
		async read() {
			const listing = await listed(folder);
			const stats = await statsOf(listing.files);
			refuseTooMuch(folder, listing, stats, fits);
			const found = new Map<string, Known>();
			const corpus = await loadEach(listing, takingTurns(), async ({ file, path }, pause) => {
				const state = stateOf(stats.get(path));
				const before = known.get(file);
				const isSame = before !== undefined && before.state === state;
				const read = isSame ? before : await readFile(kept, { file, path, state }, pause);
				await pause();
				if (state !== undefined && (read.documents.length > 0 || isLasting(read.problems))) {
					found.set(file, { state, documents: read.documents, problems: read.problems });
				}
				return read;
			});
			known = found;
			return corpus;
		},
		async hold() {
			const pause = takingTurns();
			for (const [file, { state, ...read }] of known) {
				await kept?.hold(file, state, read);
				await pause();
			}
		},
	};
}

function fittingBytes(): number {
	return getHeapStatistics().heap_size_limit / heapPerByte;
}

async function statsOf(files: Listing['files']): Promise<ReadonlyMap<string, BigIntStats | undefined>> {
	const stats = new Map<string, BigIntStats | undefined>();
	for (let first = 0; first < files.length; first += looksAtOnce) {
		const batch = files.slice(first, first + looksAtOnce);
		await Promise.all(batch.map(async ({ path }) => stats.set(path, await lstat(path, { bigint: true }).catch(() => undefined))));
	}
	return stats;
}

/** Better one sentence at the start than an end without one in the middle of it. */
function refuseTooMuch(folder: string, { files }: Listing, stats: ReadonlyMap<string, BigIntStats | undefined>, fits: number): void {
	const text = files.reduce((sum, { file, path }) => sum + textIn(file, Number(stats.get(path)?.size ?? 0)), 0);
	if (text <= fits) return;
	const inMb = (bytes: number) => Math.ceil(bytes / megabyte).toLocaleString('en');
	const needed = inMb((text * heapPerByte * 5) / 4);
	throw new UnreadableFolder(
		`The documents folder ${folder} holds about ${inMb(text)} MB of text in ${files.length.toLocaleString('en')} files, and ${inMb(fits)} MB fit ` +
			`into the memory that Node may use: start with NODE_OPTIONS=--max-old-space-size=${needed.replaceAll(',', '')}, or with fewer documents`,
	);
}

function textIn(file: string, size: number): number {
	const format = formatOf(file);
	return format && (isPlain(format) || format === 'csv' || format === 'jsonl') ? size : size * textInOthers;
}

interface Wanted {
	readonly file: string;
	readonly path: string;
	/** Undefined for a file that is gone. */
	readonly state: string | undefined;
}

async function readFile(kept: KeptFiles | undefined, { file, path, state }: Wanted, pause: Pause): Promise<Corpus> {
	if (!kept || state === undefined) return loadFile(file, path, pause);
	const before = await kept.get(file, state);
	if (before) return before;
	const read = await loadFile(file, path, pause);
	return read.documents.length > 0 ? kept.put(file, state, read) : read;
}

/** What changes with every write to a file, and when another takes its place. */
function stateOf(stats: BigIntStats | undefined): string | undefined {
	return stats && [stats.dev, stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(' ');
}
