import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadCorpus, problemLine } from '../../src/corpus/load.js';

let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'corpus-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('reads .txt and .md of a folder and its folders, sorted by name, and leaves the rest alone', async () => {
	await mkdir(join(folder, 'sub'));
	await mkdir(join(folder, '.hidden'));
	await Promise.all(
		['b.txt', 'a.md', 'sub/c.TXT', 'picture.png', '.secret.txt', '.hidden/d.txt'].map((file) => writeFile(join(folder, file), 'Text.')),
	);
	const { documents, problems } = await loadCorpus(folder);
	expect(documents.map(({ file }) => file)).toEqual(['a.md', 'b.txt', 'sub/c.TXT']);
	expect(problems.map(problemLine)).toEqual(['picture.png is neither .txt nor .md; it is left out']);
});

it('names a bad file in one line and loads the rest', async () => {
	await writeFile(join(folder, 'bad.txt'), Uint8Array.of(0xff, 0xfe, 0xfd));
	await writeFile(join(folder, 'empty.txt'), '');
	await writeFile(join(folder, 'good.txt'), 'Text.');
	const { documents, problems } = await loadCorpus(folder);
	expect(documents.map(({ file }) => file)).toEqual(['good.txt']);
	expect(problems).toEqual([
		{ file: 'bad.txt', problem: 'is not UTF-8 text: save it as UTF-8' },
		{ file: 'empty.txt', problem: 'is empty' },
	]);
});

it('reads a file whose head makes no sense, and names what it dropped', async () => {
	await writeFile(join(folder, 'a.md'), '---\ntitle: Fleet sails\ndate: soon\n---\nText.');
	const { documents, problems } = await loadCorpus(folder);
	expect(documents).toMatchObject([{ title: 'Fleet sails', publishedOn: null, text: 'Text.' }]);
	expect(problems.map(problemLine)).toEqual([
		'a.md has a "date" in its head that is no date that can be read (soon): the field is left out',
	]);
});

it('says plainly that a folder is not there', async () => {
	await expect(loadCorpus(join(folder, 'nowhere'))).rejects.toThrow(/nowhere is not there$/);
});

it('reads thousands of files', async () => {
	await Promise.all(Array.from({ length: 3_000 }, (_, index) => writeFile(join(folder, `${index}.txt`), `Document ${index} stands here.`)));
	expect((await loadCorpus(folder)).documents).toHaveLength(3_000);
});
