import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import type { Document } from './corpus/document.js';
import { packedExercises, unpackedExercises } from './exercises/catalogue/saved-exercises.js';
import type { Exercise } from './exercises/exercise.js';
import { listsVersion } from './gazetteer/lists-version.js';
import { programVersion } from './program-version.js';
import { packedIndex, unpackedIndex } from './search/saved-index.js';
import type { SearchIndex } from './search/search-index.js';
import { inTurns, takingTurns } from './taking-turns.js';
import { removeParts, writeWhole } from './write-whole.js';

/** What is worked out of the documents: the index of their passages and the catalogue of their exercises. */
export interface Contents {
	readonly index: SearchIndex;
	readonly exercises: readonly Exercise[];
}

/** The rooms whose code and data decide what is worked out of a document. */
const rooms = ['text', 'corpus', 'gazetteer', 'values', 'search', 'reader', 'exercises'];

/**
 * A line that says what the file is and of which documents; the index; the exercises, a line each; and, in as many bytes as it has at the
 * end, the SHA-256 of all before.
 */
const headSchema = z.object({ drillbook: z.literal('snapshot 2'), key: z.string(), exercises: z.int().min(0) });
const checkLength = 32;
const newline = 0x0a;
const writtenAtOnce = 256 * 1_024;

/** Saved contents of just these documents, made by just this program; undefined when there are none: then work them out anew. */
export async function readSnapshot(file: string, documents: readonly Document[]): Promise<Contents | undefined> {
	const saved = await openSnapshot(file, documents);
	const index = saved && (await restored(saved.index, documents));
	const exercises = saved && unpackedExercises(saved.exercises, documents);
	return index && exercises ? { index, exercises } : undefined;
}

/** The same without the exercises. */
export async function readSavedIndex(file: string, documents: readonly Document[]): Promise<SearchIndex | undefined> {
	const saved = await openSnapshot(file, documents);
	return saved && restored(saved.index, documents);
}

/**
 * Writes the contents whole or not at all, in small pieces between which others are served.
 * @param goesOn is asked between two pieces; where it says no, nothing is written
 * @returns whether the file was written
 */
export async function writeSnapshot(
	file: string,
	documents: readonly Document[],
	contents: Contents,
	goesOn: () => boolean = () => true,
): Promise<boolean> {
	try {
		await writeWhole(file, checked(piecesOf(await snapshotKey(documents), documents, contents), goesOn));
		return true;
	} catch (error) {
		if (error instanceof GivenUp) return false;
		throw error;
	}
}

class GivenUp extends Error {}

function* piecesOf(key: string, documents: readonly Document[], { index, exercises }: Contents): Generator<Uint8Array> {
	const head: z.input<typeof headSchema> = { drillbook: 'snapshot 2', key, exercises: exercises.length };
	yield Buffer.from(`${JSON.stringify(head)}\n`);
	yield* packedExercises(exercises);
	yield* packedIndex(index, documents);
}

async function* checked(pieces: Iterable<Uint8Array>, goesOn: () => boolean): AsyncGenerator<Uint8Array> {
	const hash = createHash('sha256');
	const pause = takingTurns();
	let gathered: Uint8Array[] = [];
	let size = 0;
	for (const piece of pieces) {
		hash.update(piece);
		gathered.push(piece);
		size += piece.length;
		if (size > writtenAtOnce) {
			yield Buffer.concat(gathered);
			[gathered, size] = [[], 0];
		}
		await pause();
		if (!goesOn()) throw new GivenUp();
	}
	yield Buffer.concat([...gathered, hash.digest()]);
}

interface Sections {
	readonly exercises: readonly string[];
	readonly index: Buffer;
}

async function openSnapshot(file: string, documents: readonly Document[]): Promise<Sections | undefined> {
	await removeParts(dirname(file), (name) => name === basename(file));
	const bytes = await readFile(file).catch(() => undefined);
	const check = bytes?.subarray(-checkLength);
	const all = bytes?.subarray(0, -checkLength);
	if (!all || !check || !createHash('sha256').update(all).digest().equals(check)) return undefined;
	const headEnd = all.indexOf(newline);
	const head = headSchema.safeParse(parsedJson(all.toString('utf8', 0, headEnd)));
	if (!head.success || head.data.key !== (await snapshotKey(documents))) return undefined;
	const exercises: string[] = [];
	let at = headEnd + 1;
	for (let left = head.data.exercises; left > 0; left--) {
		const end = all.indexOf(newline, at);
		exercises.push(all.toString('utf8', at, end));
		at = end + 1;
	}
	return { exercises, index: all.subarray(at) };
}

function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

async function restored(bytes: Buffer, documents: readonly Document[]): Promise<SearchIndex | undefined> {
	try {
		return await inTurns(unpackedIndex(bytes, documents));
	} catch (error) {
		if (error instanceof RangeError) return undefined;
		throw error;
	}
}

/** Changes with any document, with the program and its data, and with the user's own places and series. */
async function snapshotKey(documents: readonly Document[]): Promise<string> {
	const hash = createHash('sha256');
	for (const { id, version, title, publishedOn, url, publisher, author } of documents) {
		hash.update(`${JSON.stringify([id, version, title, publishedOn, url, publisher, author])}\n`);
	}
	return hash
		.update(listsVersion())
		.update(await programVersion(rooms))
		.digest('hex');
}
