import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Document } from '../src/corpus/document.js';
import { loadCorpus } from '../src/corpus/load.js';
import { readDocument } from '../src/corpus/read.js';
import { exercisesIn } from '../src/exercises/catalogue/catalogue.js';
import { buildSearchIndex, changedIndex, search } from '../src/search/search-index.js';
import { type Contents, readSavedIndex, readSnapshot, writeSnapshot } from '../src/snapshot.js';

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
	await writeFile(file, (await readFile(file)).subarray(0, 1_000));
	expect(await readSnapshot(file, documents)).toBeUndefined();
	await writeFile(file, '{"key":"x"}');
	expect(await readSnapshot(file, documents)).toBeUndefined();
});

it('quotes the documents, and is as good as none when a single byte of it was changed', async () => {
	const file = join(folder, 'forged');
	await writeSnapshot(file, documents, contents);
	const saved = await readFile(file);
	const words = (await readSnapshot(file, documents))?.exercises.flatMap(({ names }) => names.map(({ quote }) => quote.text)) ?? [];
	expect(words.length).toBeGreaterThan(0);
	for (const text of words) expect(saved.includes(text)).toBe(false);
	for (let at = 0; at < saved.length; at += 40_009) {
		const forged = Buffer.from(saved);
		forged.writeUInt8((forged.readUInt8(at) + 1) % 256, at);
		await writeFile(file, forged);
		expect(await readSnapshot(file, documents)).toBeUndefined();
	}
});

it('takes changes after it was opened, and is saved again as it is then', async () => {
	const file = join(folder, 'changed');
	await writeSnapshot(file, documents, contents);
	const index = await readSavedIndex(file, documents);
	if (!index) throw new Error('Nothing was saved');
	const [gone, ...kept] = documents;
	const come = readDocument('new.txt', new TextEncoder().encode('Exercise Basalt Heron 2031 begins off Bergen.'));
	const after = [...kept, come];
	const changed = await changedIndex(index, { gone: gone ? [gone] : [], come: [come] });
	await writeSnapshot(file, after, { index: changed, exercises: [] });
	const again = await readSavedIndex(file, after);
	const fresh = buildSearchIndex(after);
	for (const question of ['basalt heron', 'vostok 2022 host', gone?.title ?? '', 'exercise in the sea of japan']) {
		const expected = search(fresh, question, 9).map(({ passage }) => passage.id);
		expect(search(changed, question, 9).map(({ passage }) => passage.id)).toEqual(expected);
		expect(again && search(again, question, 9).map(({ passage }) => passage.id)).toEqual(expected);
	}
});

it('gives up writing when it is told to, and leaves what was there', async () => {
	const file = join(folder, 'given-up');
	await writeSnapshot(file, documents, contents);
	const before = await readFile(file);
	let pieces = 0;
	expect(await writeSnapshot(file, documents, contents, () => ++pieces < 5)).toBe(false);
	expect(await readFile(file)).toEqual(before);
	expect((await readdir(folder)).filter((name) => name.includes('.part'))).toEqual([]);
});
