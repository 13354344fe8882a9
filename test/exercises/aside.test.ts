import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { readDocument } from '../../src/corpus/read.js';
import { readExercises } from '../../src/exercises/extract.js';
import { readExercisesAside, readExercisesOnce } from '../../src/exercises/catalogue/saved-extracts.js';
import { openReader } from '../../src/reader/reader.js';

test('a document that is read in a thread of its own comes to the same, and is kept for whoever reads it here', async () => {
	// No process before has read it.
	const text = `Norway and Sweden open Amber Heron 2021

3 June 2021

Exercise Amber Heron 2021 opened off Bergen on Tuesday with 120 sailors, who logged it as ${randomUUID()}.

Norway hosts the drill, which aims at a better rescue at sea. Ships of Sweden join on 5 June.`;
	const document = () => readDocument('heron.txt', new TextEncoder().encode(text));
	const aside = await readExercisesAside(document());
	const reader = await openReader();
	expect(aside.drafts.map(({ seriesKey, year }) => [seriesKey, year])).toEqual([['amber heron', 2021]]);
	expect(aside).toEqual(await readExercises(document(), reader));
	const asked = { ...reader, names: () => Promise.reject(new Error('It was not kept')) };
	expect(await readExercisesOnce(document(), asked)).toEqual(aside);
});
