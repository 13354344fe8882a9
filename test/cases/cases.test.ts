import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { answerQuestion } from '../../src/answers/answer-question.js';
import { exercisesAt } from '../../src/answers/from-catalogue/exercises-at.js';
import { readDocument } from '../../src/corpus/read.js';
import type { Claim } from '../../src/exercises/exercise.js';
import type { Library } from '../../src/library.js';
import { libraryOf } from '../../src/memory-library.js';
import { exerciseJson, sourceJson } from '../../src/terminal/json.js';

const drillCheck = z.strictObject({
	drill: z.string(),
	/** All of its dates, first and last day. */
	dates: z.array(z.tuple([z.string().nullable(), z.string().nullable()])).optional(),
	/** All values of a field. */
	status: z.array(z.string()).optional(),
	locations: z.array(z.string()).optional(),
	participants: z.array(z.string()).optional(),
	forces: z.array(z.string()).optional(),
	scale: z.array(z.string()).optional(),
	/** Places that are among its locations. */
	places: z.array(z.string()).optional(),
	/** Countries that are not among its participants. */
	without: z.array(z.string()).optional(),
});
const whereCheck = z.strictObject({
	where: z.string(),
	/** The names of the exercises there. */
	exercises: z.array(z.string()),
});
const askCheck = z.strictObject({
	ask: z.string(),
	/** The answering words hold one of these; with `null` among them there may be no answer. */
	answer: z.array(z.string().nullable()),
});

/**
 * Small inputs that were read wrongly once: NAME.txt or NAME.md, and beside it NAME.expect.json, which says in words what is right
 * (`expect`), and what of it is checked. Each is read by itself, as a folder that holds this file alone, with both kinds of line ends.
 */
const expected = z.strictObject({
	command: z.string().optional(),
	note: z.string().optional(),
	expect: z.string(),
	/** The bot does not do it yet: the test fails when it does, so that this is taken out. */
	stillWrong: z.boolean().default(false),
	checks: z.array(z.union([drillCheck, askCheck, whereCheck])).default([]),
	/** Parts of what the terminal says of the documents. */
	sources: z.array(z.record(z.string(), z.unknown())).optional(),
	/** By name, in order; what is given of each must be so, and there must be no others. */
	exercises: z.array(z.looseObject({ name: z.string() })).optional(),
	/** Places that must be among the locations, as printed. */
	places: z.array(z.string()).optional(),
});

const folder = new URL('.', import.meta.url);
const inputs = readdirSync(folder).filter((file) => /\.(?:txt|md)$/.test(file));

describe.each(inputs)('%s', (file) => {
	const printed = readFileSync(new URL(file, folder), 'utf8').replaceAll('\r\n', '\n');
	const wanted = expected.parse(JSON.parse(readFileSync(new URL(file.replace(/\.\w+$/, '.expect.json'), folder), 'utf8')));

	(wanted.stillWrong ? test.fails : test).each([
		['Unix', '\n'],
		['Windows', '\r\n'],
	])(`${wanted.expect} (%s line ends)`, async (_, lineEnd) => {
		const document = readDocument(file, new TextEncoder().encode(printed.replaceAll('\n', lineEnd)));
		const library = await libraryOf([document]);
		for (const check of wanted.checks) {
			if ('ask' in check) await checkAnswer(library, check);
			else if ('where' in check) await checkPlace(library, check);
			else await checkRecord(library, check);
		}
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

async function checkAnswer(library: Library, { ask, answer: right }: z.output<typeof askCheck>): Promise<void> {
	const { answer } = await answerQuestion(library, ask);
	const isRight = right.some((words) => (words === null ? answer === null : answer?.includes(words)));
	expect(isRight, `${ask} → ${answer}`).toBe(true);
}

async function checkPlace(library: Library, { where, exercises }: z.output<typeof whereCheck>): Promise<void> {
	const finding = await exercisesAt(library, where);
	expect(
		finding?.exercises.map(({ exercise }) => exercise.name),
		where,
	).toEqual(exercises);
}

async function checkRecord(library: Library, { drill, dates, places, without, ...fields }: z.output<typeof drillCheck>): Promise<void> {
	const { exercise } = await library.resolve(drill);
	expect(exercise, drill).not.toBeNull();
	if (!exercise) return;
	if (dates) expect(exercise.dates.map(({ from, to }) => [from, to])).toEqual(dates);
	for (const field of ['status', 'locations', 'participants', 'forces', 'scale'] as const) {
		const wanted = fields[field];
		if (wanted) expect(valuesOf(exercise[field]), `${drill}: ${field}`).toEqual(wanted.toSorted());
	}
	for (const place of places ?? []) expect(valuesOf(exercise.locations)).toContain(place);
	for (const country of without ?? []) expect(valuesOf(exercise.participants)).not.toContain(country);
}

function valuesOf(claims: readonly Claim[]): string[] {
	return [...new Set(claims.map(({ value }) => value))].toSorted();
}
