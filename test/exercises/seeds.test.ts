import { beforeAll, describe, expect, test } from 'vitest';
import type { Document } from '../../src/corpus/document.js';
import { loadCorpus } from '../../src/corpus/load.js';
import { buildCatalogue } from '../../src/exercises/catalogue.js';
import type { Claim, Exercise } from '../../src/exercises/exercise.js';
import { extract } from '../../src/exercises/extract.js';
import { f1Of, measureExercises, precisionOf, recallOf } from '../eval/exercises.js';

const goldFile = new URL('../eval/gold/exercises-seeds.json', import.meta.url).pathname;
const seeds = new URL('../../seeds', import.meta.url).pathname;
let documents: readonly Document[] = [];
let exercises: readonly Exercise[] = [];

beforeAll(async () => {
	({ documents } = await loadCorpus(seeds));
	exercises = buildCatalogue(documents, documents.map(extract)).exercises;
});

const fields = [
	'names',
	'status',
	'dates',
	'locations',
	'participants',
	'observers',
	'forces',
	'organiser',
	'aims',
	'activities',
	'scale',
	'ordinal',
	'reactions',
] as const;

function claimsOf(exercise: Exercise): Claim[] {
	return [
		...fields.flatMap((field): readonly Claim[] => exercise[field]),
		...exercise.related,
		...exercise.disagreements.flatMap((side) => [side, ...side.against]),
	];
}

test('the gold of the seeds is met', async () => {
	const { found, named, fields: scores } = await measureExercises(goldFile, seeds);
	expect([recallOf(found), precisionOf(found), precisionOf(named)]).toEqual([1, 1, 1]);
	expect(f1Of(scores.year)).toBe(1);
	for (const field of ['participants', 'locations', 'dates'] as const) expect(f1Of(scores[field])).toBeGreaterThanOrEqual(0.95);
	for (const field of ['organiser', 'aims'] as const) expect(f1Of(scores[field])).toBeGreaterThanOrEqual(0.9);
});

describe('every value stands beside its quote', () => {
	test('the printed words are a slice of the document and lie inside the quote', () => {
		for (const claim of exercises.flatMap(claimsOf)) {
			const document = documents.find(({ id }) => id === claim.quote.documentId);
			expect(document?.text.slice(claim.span.start, claim.span.end)).toBe(claim.text);
			expect(claim.quote.text).toContain(claim.text);
			expect(claim.span.start).toBeGreaterThanOrEqual(claim.quote.start);
			expect(claim.span.end).toBeLessThanOrEqual(claim.quote.end);
		}
	});

	test('dates are computed only as their basis says', () => {
		for (const claim of exercises.flatMap(({ dates }) => dates)) {
			const document = documents.find(({ id }) => id === claim.quote.documentId);
			if (claim.from === null && claim.to === null) continue;
			if (claim.basis === 'from the publication date') expect(document?.publishedOn).not.toBeNull();
			else expect(claim.quote.text).toContain((claim.from ?? claim.to ?? '').slice(0, 4));
		}
	});

	test('no link line, post or by-line is quoted', () => {
		for (const { quote } of exercises.flatMap(claimsOf)) {
			const sentence = documents
				.find(({ id }) => id === quote.documentId)
				?.paragraphs.flatMap((paragraph) => paragraph.sentences)
				.find(({ start }) => start === quote.start);
			expect(['prose', 'title']).toContain(sentence?.kind);
		}
	});

	test('a year has the basis that gave it', () => {
		for (const { year, yearBasis, names, dates } of exercises) {
			if (year === null) expect(yearBasis).toBeNull();
			else if (yearBasis === 'from the name') expect(names.some(({ text }) => text.includes(String(year % 100)))).toBe(true);
			else expect(dates.some(({ from, basis }) => from?.startsWith(String(year)) && basis === yearBasis)).toBe(true);
		}
	});
});

test('the order of the documents changes nothing', () => {
	const reversed = documents.toReversed();
	expect(buildCatalogue(reversed, reversed.map(extract)).exercises).toEqual(exercises);
});

test('an id does not depend on the other documents', () => {
	for (const document of documents) {
		const alone = buildCatalogue([document], [extract(document)]).exercises.filter(({ named }) => named);
		for (const { id } of alone) expect(exercises.map((exercise) => exercise.id)).toContain(id);
	}
});
