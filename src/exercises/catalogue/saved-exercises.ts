import { z } from 'zod';
import type { Document } from '../../corpus/document.js';
import { Quote } from '../../corpus/quote.js';
import type { Exercise } from '../exercise.js';
import { savedBasis, savedClaims, savedKind, savedRelation, savedSpan } from './saved-claims.js';

/** Exercises as lines of JSON: of a quote only where it stands. */
export function* packedExercises(exercises: readonly Exercise[]): Generator<Uint8Array> {
	for (const exercise of exercises) yield Buffer.from(`${JSON.stringify(exercise, withoutWords)}\n`);
}

/** Exercises that were saved as lines; undefined where one of them is none over these documents. */
export function unpackedExercises(lines: readonly string[], documents: readonly Document[]): Exercise[] | undefined {
	const schema = savedExercise(documents);
	const exercises: Exercise[] = [];
	for (const line of lines) {
		const parsed = schema.safeParse(JSON.parse(line));
		if (!parsed.success) return undefined;
		exercises.push(parsed.data);
	}
	return exercises;
}

/** A quote is kept as where it stands: its words are the document's. */
export function withoutWords(_: string, value: unknown): unknown {
	return value instanceof Quote ? { documentId: value.documentId, start: value.start, end: value.end } : value;
}

function savedExercise(documents: readonly Document[]): z.ZodType<Exercise> {
	const byId = new Map(documents.map((document) => [document.id, document] as const));
	return savedExerciseOver((id) => byId.get(id));
}

/** What an exercise looks like once it was saved. */
export function savedExerciseOver(documentOf: (id: string) => Document | undefined): z.ZodType<Exercise> {
	const { claim, claims, fields } = savedClaims(documentOf);
	return z.object({
		id: z.string(),
		name: z.string(),
		named: z.boolean(),
		series: z.string().nullable(),
		year: z.int().nullable(),
		yearBasis: savedBasis.nullable(),
		kind: savedKind,
		documents: z.array(z.string()),
		...fields,
		spokenOf: z.array(savedSpan.extend({ documentId: z.string() })),
		related: z.array(claim.extend({ id: z.string(), relation: savedRelation })),
		disagreements: z.array(claim.extend({ field: z.string(), against: claims })),
	});
}
