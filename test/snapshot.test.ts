import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Document } from '../src/corpus/document.js';
import { loadCorpus } from '../src/corpus/load.js';
import { readDocument } from '../src/corpus/read.js';
import { exercisesIn } from '../src/exercises/catalogue.js';
import { buildSearchIndex, search } from '../src/search/search-index.js';
import { type Contents, readSnapshot, writeSnapshot } from '../src/snapshot.js';

let folder = '';
let documents: readonly Document[];
let contents: Contents;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'snapshot-'));
	({ documents } = await loadCorpus('seeds'));
	contents = { index: buildSearchIndex(documents), exercises: await exercisesIn(documents) };
});
afterAll(() => rm(folder, { recursive: true }));

it('finds and knows the same as what it was saved from, and leaves nothing else behind', async () => {
	const file = join(folder, 'deep', 'index.json');
	await writeSnapshot(file, documents, contents);
	const saved = await readSnapshot(file, documents);
	expect(saved && search(saved.index, 'vostok 2022 host', 5)).toEqual(search(contents.index, 'vostok 2022 host', 5));
	expect(saved?.exercises).toEqual(contents.exercises);
	expect(await readdir(join(folder, 'deep'))).toEqual(['index.json']);
});

it('is not used for other documents, nor when it is damaged, nor when it is not there', async () => {
	const file = join(folder, 'index.json');
	await writeSnapshot(file, documents, contents);
	const more = [...documents, readDocument('new.txt', new TextEncoder().encode('New text.'))];
	expect(await readSnapshot(file, more)).toBeUndefined();
	expect(await readSnapshot(join(folder, 'nowhere.json'), documents)).toBeUndefined();
	await writeFile(file, (await readFile(file, 'utf8')).slice(0, 1_000));
	expect(await readSnapshot(file, documents)).toBeUndefined();
	await writeFile(file, '{"key":"x"}');
	expect(await readSnapshot(file, documents)).toBeUndefined();
});

it('quotes the documents, whatever words the file has', async () => {
	const file = join(folder, 'forged.json');
	await writeSnapshot(file, documents, contents);
	await writeFile(file, (await readFile(file, 'utf8')).replaceAll('Sea of Japan', 'Sea of Cheese'));
	const saved = await readSnapshot(file, documents);
	const quotes = saved?.exercises.flatMap(({ names, locations }) => [...names, ...locations].map(({ quote }) => quote)) ?? [];
	expect(quotes.length).toBeGreaterThan(0);
	for (const quote of quotes) expect(documents.find(({ id }) => id === quote.documentId)?.text).toContain(quote.text);
});
