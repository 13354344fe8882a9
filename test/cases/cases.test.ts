import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { answerQuestion } from '../../src/answers/answer-question.js';
import { readDocument } from '../../src/corpus/read.js';
import type { Claim } from '../../src/exercises/exercise.js';
import { libraryOf } from '../../src/memory-library.js';

/**
 * Small inputs that were read wrongly once: NAME.txt or NAME.md, and beside it NAME.expect.json, which says in words what is right
 * (`expect`) and what of it is checked (`checks`). Each is read by itself, as a folder that holds this file alone.
 */
const caseSchema = z.strictObject({
	command: z.string(),
	note: z.string(),
	expect: z.string(),
	checks: z
		.array(
			z.union([
				z.strictObject({
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
				}),
				z.strictObject({
					ask: z.string(),
					/** The answering words hold one of these; with `null` among them there may be no answer. */
					answer: z.array(z.string().nullable()),
				}),
			]),
		)
		.min(1),
});

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder);
const names = files.filter((file) => file.endsWith('.expect.json')).map((file) => file.replace('.expect.json', ''));

test('every expectation has its input and every input its expectation', () => {
	const inputs = files.filter((file) => /\.(?:txt|md)$/.test(file)).map((file) => file.replace(/\.\w+$/, ''));
	expect(names.length).toBeGreaterThan(0);
	expect(inputs.toSorted()).toEqual(names.toSorted());
});

const valuesOf = (claims: readonly Claim[]) => [...new Set(claims.map(({ value }) => value))].toSorted();

test.each(names)('%s', async (name) => {
	const file = files.find((each) => each === `${name}.txt` || each === `${name}.md`) ?? '';
	const library = libraryOf([readDocument(file, readFileSync(new URL(file, folder)))]);
	const { checks } = caseSchema.parse(JSON.parse(readFileSync(new URL(`${name}.expect.json`, folder), 'utf8')));
	for (const check of checks) {
		if ('ask' in check) {
			const { answer } = await answerQuestion(library, check.ask);
			expect(
				check.answer.some((right) => (right === null ? answer === null : answer?.includes(right))),
				String(answer),
			).toBe(true);
			continue;
		}
		const { exercise } = await library.resolve(check.drill);
		expect(exercise, check.drill).not.toBeNull();
		if (!exercise) continue;
		if (check.dates) expect(exercise.dates.map(({ from, to }) => [from, to])).toEqual(check.dates);
		for (const field of ['status', 'locations', 'participants', 'forces', 'scale'] as const) {
			const wanted = check[field];
			if (wanted) expect(valuesOf(exercise[field]), field).toEqual(wanted.toSorted());
		}
		for (const place of check.places ?? []) expect(valuesOf(exercise.locations)).toContain(place);
	}
});
