import { z } from 'zod';
import type { Document } from '../corpus/document.js';
import type { Exercise } from './exercise.js';
import { savedBasis, savedClaims, savedKind, savedRelation, savedSpan } from './saved-claims.js';

/** What the catalogue looks like once it was saved. */
export function savedExercises(documents: readonly Document[]): z.ZodType<Exercise[]> {
	const byId = new Map(documents.map((document) => [document.id, document] as const));
	return z.array(savedExercise((id) => byId.get(id)));
}

export function savedExercise(documentOf: (id: string) => Document | undefined): z.ZodType<Exercise> {
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
