import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { AsPlainObject } from 'minisearch';
import { z } from 'zod';
import type { Document } from './corpus/document.js';
import type { Exercise } from './exercises/exercise.js';
import { savedExercises } from './exercises/saved-exercises.js';
import { listsVersion } from './gazetteer/lists-version.js';
import { programVersion } from './program-version.js';
import { loadSearchIndex, type SearchIndex } from './search/search-index.js';
import { writeWhole } from './write-whole.js';

/** What is worked out of the documents: the index of their passages and the catalogue of their exercises. */
export interface Contents {
	readonly index: SearchIndex;
	readonly exercises: readonly Exercise[];
}

/** The rooms whose code and data decide what is worked out of a document. */
const rooms = ['text', 'corpus', 'gazetteer', 'values', 'search', 'reader', 'exercises'];

const savedIndex = z.custom<AsPlainObject>(
	(value) => z.looseObject({ index: z.array(z.unknown()), documentCount: z.number() }).safeParse(value).success,
);

/** Saved contents of just these documents, made by just this program; undefined when there are none: then work them out anew. */
export async function readSnapshot(file: string, documents: readonly Document[]): Promise<Contents | undefined> {
	let saved: unknown;
	try {
		saved = JSON.parse(await readFile(file, 'utf8'));
	} catch {
		return undefined;
	}
	const key = z.object({ key: z.literal(await snapshotKey(documents)) }).safeParse(saved);
	if (!key.success) return undefined;
	const parsed = z.object({ index: savedIndex, exercises: savedExercises(documents) }).safeParse(saved);
	return parsed.success ? { index: loadSearchIndex(documents, parsed.data.index), exercises: parsed.data.exercises } : undefined;
}

/** Writes the contents whole or not at all. */
export async function writeSnapshot(file: string, documents: readonly Document[], { index, exercises }: Contents): Promise<void> {
	await writeWhole(file, JSON.stringify({ key: await snapshotKey(documents), index: index.mini, exercises }));
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
