import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readDocument } from '../../src/corpus/read.js';
import { libraryOf } from '../../src/memory-library.js';
import { exerciseJson, sourceJson } from '../../src/terminal/json.js';

/** `NAME.txt` or `NAME.md` is one document; `NAME.expect.json` says in words what must come, and as parts of the terminal's JSON. */
const expected = z.strictObject({
	expect: z.string(),
	sources: z.array(z.record(z.string(), z.unknown())).optional(),
	/** By name, in order; what is given of each must be so, and there must be no others. */
	exercises: z.array(z.looseObject({ name: z.string() })).optional(),
	/** Places that must be among the locations, as printed. */
	places: z.array(z.string()).optional(),
});

const folder = new URL('.', import.meta.url);
const cases = readdirSync(folder).filter((file) => /\.(?:txt|md)$/.test(file));

describe.each(cases)('%s', (file) => {
	const printed = readFileSync(new URL(file, folder), 'utf8').replaceAll('\r\n', '\n');
	const wanted = expected.parse(JSON.parse(readFileSync(new URL(file.replace(/\.\w+$/, '.expect.json'), folder), 'utf8')));

	it.each([
		['Unix', '\n'],
		['Windows', '\r\n'],
	])(`${wanted.expect} (%s line ends)`, async (_, lineEnd) => {
		const document = readDocument(file, new TextEncoder().encode(printed.replaceAll('\n', lineEnd)));
		const library = libraryOf([document]);
		const exercises = (await library.exercises()).map(exerciseJson).sort((a, b) => (a.name < b.name ? -1 : 1));
		if (wanted.sources) {
			const sources = (await library.documents()).map((summary) => sourceJson(summary, document, false));
			expect(sources).toMatchObject(wanted.sources);
		}
		if (wanted.exercises) {
			expect(exercises.map(({ name }) => name)).toEqual(wanted.exercises.map(({ name }) => name));
			expect(exercises).toMatchObject(wanted.exercises);
		}
		const located = exercises.flatMap(({ locations }) => locations.map(({ text }) => text)).join('\n');
		for (const place of wanted.places ?? []) expect(located).toContain(place);
	});
});
