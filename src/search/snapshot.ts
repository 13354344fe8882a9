import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { AsPlainObject } from 'minisearch';
import { z } from 'zod';
import type { Document } from '../corpus/document.js';
import { longestPassage } from '../corpus/passages.js';
import { analyse } from './analyse.js';
import { indexOptions, loadSearchIndex, type SearchIndex } from './search-index.js';

/** Raised by hand when the analyser or the passages change in a way that `probe` does not show. */
const format = 1;
/** Analysed into the key, so that another analyser, stop list or synonym list makes another key. */
const probe = 'The navies’ joint exercises, named "North. Interaction-2023", U.S. Su-30s, 13,000 troops 海上联合 Море';

const snapshotSchema = z.object({
	key: z.string(),
	index: z.custom<AsPlainObject>(
		(value) => z.looseObject({ index: z.array(z.unknown()), documentCount: z.number() }).safeParse(value).success,
	),
});

/** Changes with the options, the analyser, and any document. */
export function snapshotKey(documents: readonly Document[]): string {
	const hash = createHash('sha256');
	hash.update(JSON.stringify([format, indexOptions.fields, longestPassage, analyse(probe)]));
	for (const { id, version, title } of documents) hash.update(`${id} ${version} ${title}\n`);
	return hash.digest('hex');
}

/** The saved index of just these documents, or undefined when there is none that fits: then build it anew. */
export async function readSnapshot(file: string, documents: readonly Document[]): Promise<SearchIndex | undefined> {
	let saved: unknown;
	try {
		saved = JSON.parse(await readFile(file, 'utf8'));
	} catch {
		return undefined;
	}
	const parsed = snapshotSchema.safeParse(saved);
	if (!parsed.success || parsed.data.key !== snapshotKey(documents)) return undefined;
	return loadSearchIndex(documents, parsed.data.index);
}

/** Writes the index whole or not at all: beside its place first, then moved there. */
export async function writeSnapshot(file: string, documents: readonly Document[], index: SearchIndex): Promise<void> {
	const unfinished = `${file}.${process.pid}.part`;
	await mkdir(dirname(file), { recursive: true });
	try {
		await writeFile(unfinished, JSON.stringify({ key: snapshotKey(documents), index: index.mini }));
		await rename(unfinished, file);
	} finally {
		await rm(unfinished, { force: true });
	}
}
