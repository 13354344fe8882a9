import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type GrowingLibrary, growLibrary } from '../src/growing-library.js';
import type { Library } from '../src/library.js';

const names = ['Amber', 'Basalt', 'Cedar', 'Drift', 'Ember', 'Fjord', 'Granite', 'Harbour', 'Iron', 'Jasper'];
const nouns = ['Shield', 'Lantern', 'Anchor'];
const exercises = nouns.flatMap((noun) => names.map((name) => `${name} ${noun} 2021`));
const article = (name: string, day: number) =>
	`${name} opens in Norway\n\n${day} June 2021\n\nExercise ${name} opened off Bergen with ${day + 100} sailors.\n`;

let folder: string;
let library: GrowingLibrary;
const progress: string[] = [];
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'growing-'));
	await Promise.all(exercises.map((name, at) => writeFile(join(folder, `${at}.txt`), article(name, (at % 28) + 1))));
	library = await growLibrary(
		{ documents: folder },
		{
			onLoad: () => {},
			onProgress: (reading) => progress.push(reading ? `${reading.read} of ${reading.of}` : 'whole'),
			onError: (error) => {
				throw error;
			},
		},
	);
});
afterAll(async () => {
	library.close();
	await library.whole();
	await rm(folder, { recursive: true });
});

/** The words of the best passage, by the documents that this library holds. */
async function firstOf(asked: Library, question: string): Promise<string | undefined> {
	const [hit] = await asked.search(question, 1);
	if (!hit) return undefined;
	return (await asked.document(hit.passage.documentId))?.text.slice(hit.passage.start, hit.passage.end);
}

it('answers from every passage before the exercises of many documents are read, and tells how far it is', async () => {
	const { library: early } = library.current();
	expect(progress[0]).toBe('0 of 30');
	expect((await early.reading())?.of).toBe(30);
	expect(await firstOf(early, 'Basalt Lantern')).toContain('Basalt Lantern');
	await library.whole();
	const { library: whole } = library.current();
	expect(progress.at(-1)).toBe('whole');
	expect(await whole.reading()).toBeNull();
	expect((await whole.exercises()).map(({ name }) => name)).toEqual(expect.arrayContaining(exercises));
	// A value that was handed out stays as it was.
	expect(await early.exercises()).toEqual([]);
});

it('takes up what changes, and nobody who asks meanwhile is quoted the wrong words', async () => {
	const before = library.current().library;
	await writeFile(join(folder, '0.txt'), `${'A line before. '.repeat(40)}\n\n${article('Copper Gull 2021', 9)}`);
	await rm(join(folder, '1.txt'));
	await library.reload();
	const { library: after } = library.current();
	expect(await firstOf(after, 'Copper Gull')).toContain('Copper Gull');
	expect((await after.resolve('Copper Gull 2021')).match).toBe('exact');
	expect((await after.resolve('Basalt Shield 2021')).exercise).toBeNull();
	const ofAmber = new Set((await after.search('Amber', 50)).map(({ passage }) => passage.documentId));
	expect(ofAmber.size).toBe(nouns.length - 1);
	for (const { passage } of await before.search('Amber Copper Basalt Gull', 50)) {
		const document = await before.document(passage.documentId);
		expect(document?.text.split('\n')).toContain(document?.text.slice(passage.start, passage.end));
	}
});
