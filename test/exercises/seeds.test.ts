import { beforeAll, expect, test } from 'vitest';
import type { Document } from '../../src/corpus/document.js';
import { loadCorpus } from '../../src/corpus/load.js';
import { exercisesIn } from '../../src/exercises/catalogue/catalogue.js';
import type { Exercise } from '../../src/exercises/exercise.js';
import { f1Of, measureExercises, precisionOf, recallOf } from '../eval/exercises.js';
import { claimsIn, unprovenClaims } from '../eval/provenance.js';

const goldFile = new URL('../eval/gold/exercises-seeds.json', import.meta.url).pathname;
const seeds = new URL('../../seeds', import.meta.url).pathname;
let documents: readonly Document[] = [];
let exercises: readonly Exercise[] = [];

beforeAll(async () => {
	({ documents } = await loadCorpus(seeds));
	exercises = await exercisesIn(documents);
});

test('the gold of the seeds is met', async () => {
	const { found, named, fields: scores } = await measureExercises(goldFile, seeds);
	expect([recallOf(found), precisionOf(found), precisionOf(named)]).toEqual([1, 1, 1]);
	expect(f1Of(scores.year)).toBe(1);
	for (const field of ['participants', 'locations', 'dates'] as const) expect(f1Of(scores[field])).toBeGreaterThanOrEqual(0.95);
	for (const field of ['organiser', 'aims'] as const) expect(f1Of(scores[field])).toBeGreaterThanOrEqual(0.9);
});

test('every value stands beside its quote, or is derived by the rule that its basis names', () => {
	expect(exercises.flatMap(claimsIn).length).toBeGreaterThan(100);
	expect(unprovenClaims(documents, exercises)).toEqual([]);
});

test('a claim that its quote does not hold is noticed', () => {
	const [exercise] = exercises;
	const [name] = exercise?.names ?? [];
	if (!exercise || !name) throw new Error('No exercise was found');
	const moved = { ...name, span: { start: name.quote.end, end: name.quote.end + name.text.length } };
	expect(unprovenClaims(documents, [{ ...exercise, names: [moved], year: 1900 }]).length).toBeGreaterThanOrEqual(2);
});

test('the order of the documents changes nothing', async () => {
	const reversed = documents.toReversed();
	expect(await exercisesIn(reversed)).toEqual(exercises);
});

test('an id does not depend on the other documents', async () => {
	for (const document of documents) {
		const alone = (await exercisesIn([document])).filter(({ named }) => named);
		for (const { id } of alone) expect(exercises.map((exercise) => exercise.id)).toContain(id);
	}
});
