import { appendFile, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openFolder } from '../../src/corpus/folder-reader.js';
import { loadCorpus } from '../../src/corpus/load.js';

let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'folder-'));
	const files = {
		'a.txt': 'One thing.',
		'b.md': '---\ndate: soon\n---\n# Two\n\nTwo things.',
		'c.jsonl': '{"text":"Three."}\n{"text":"Four."}\n',
	};
	await Promise.all(Object.entries(files).map(([file, text]) => writeFile(join(folder, file), text)));
	await writeFile(join(folder, 'd.txt'), Uint8Array.of(0xff, 0xfe, 0xfd));
});
afterEach(() => rm(folder, { recursive: true }));

/** All that can be told of what was read, with the texts. */
const told = ({ documents, problems }: Awaited<ReturnType<typeof loadCorpus>>) => ({
	documents: documents.map((document) => ({ ...document, text: document.text, paragraphs: document.paragraphs, body: undefined })),
	problems,
});

it('reads what a first reading would, whatever it knows from before', async () => {
	const same = async (corpus: Awaited<ReturnType<typeof loadCorpus>>) => {
		const loaded = told(await loadCorpus(folder));
		expect(told(corpus)).toEqual(loaded);
	};
	const reader = await openFolder(folder);
	const first = await reader.read();
	await same(first);
	await same(await (await openFolder(folder)).read());
	const second = await reader.read();
	for (const [at, document] of second.documents.entries()) expect(document).toBe(first.documents[at]);

	await appendFile(join(folder, 'a.txt'), ' And more.');
	await writeFile(join(folder, 'e.txt'), 'Five.');
	await rm(join(folder, 'b.md'));
	await same(await reader.read());
	// The same size at the same time, and another text.
	await writeFile(join(folder, 'new'), 'Six!.');
	await utimes(join(folder, 'new'), 1_000, 1_000);
	await utimes(join(folder, 'e.txt'), 1_000, 1_000);
	await reader.read();
	await rename(join(folder, 'new'), join(folder, 'e.txt'));
	const last = await reader.read();
	await same(last);
	expect(last.documents.at(-1)?.text).toBe('Six!.');
});

it('says in one sentence what does not fit into memory', async () => {
	await writeFile(join(folder, 'long.txt'), 'word '.repeat(1_000_000));
	await expect((await openFolder(folder, 1_000_000)).read()).rejects.toThrow(
		/^The documents folder \S+ holds about 5 MB of text in 5 files, and 1 MB fit into the memory .*=--max-old-space-size=\d+, or with fewer documents$/,
	);
});
