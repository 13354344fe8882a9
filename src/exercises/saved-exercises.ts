import { z } from 'zod';
import type { Document } from '../corpus/document.js';
import { Quote } from '../corpus/quote.js';
import type { ClaimField, Exercise } from './exercise.js';

const span = z.object({ start: z.int(), end: z.int() });
const basis = z.enum(['stated', 'from the name', 'from the publication date', 'from the series list', 'inferred']);

/**
 * What the catalogue looks like once it was saved as JSON. Quotes are cut anew from the documents that are there, so that a saved file
 * cannot put a word into a document's mouth.
 */
export function savedExercises(documents: readonly Document[]): z.ZodType<Exercise[]> {
	const byId = new Map(documents.map((document) => [document.id, document] as const));
	const quote = span.extend({ documentId: z.string() }).transform(({ documentId, ...slice }, context) => {
		const document = byId.get(documentId);
		if (document && slice.end <= document.text.length) return Quote.of(document, slice);
		context.addIssue(`no text of ${documentId} stands at ${slice.start}–${slice.end}`);
		return z.NEVER;
	});
	const claim = z.object({ value: z.string(), text: z.string(), span, quote, basis });
	const claims = z.array(claim);
	const iso = z.string().nullable();
	const fields = {
		names: claims,
		status: claims,
		dates: z.array(
			claim.extend({ from: iso, to: iso, precision: z.enum(['day', 'month', 'part', 'season', 'year', 'duration', 'unknown']) }),
		),
		locations: z.array(claim.extend({ placeId: z.string().nullable(), lat: z.number().nullable(), lon: z.number().nullable() })),
		participants: claims,
		observers: claims,
		forces: claims,
		organiser: claims,
		aims: claims,
		activities: claims,
		scale: claims,
		ordinal: claims,
		reactions: claims,
	} satisfies Record<ClaimField, z.ZodType>;
	return z.array(
		z.object({
			id: z.string(),
			name: z.string(),
			named: z.boolean(),
			series: z.string().nullable(),
			year: z.int().nullable(),
			yearBasis: basis.nullable(),
			kind: z.enum(['exercise', 'patrol', 'operation', 'series', 'programme']),
			documents: z.array(z.string()),
			...fields,
			spokenOf: z.array(span.extend({ documentId: z.string() })),
			related: z.array(
				claim.extend({ id: z.string(), relation: z.enum(['part of', 'includes', 'follows', 'precedes', 'beside', 'same series']) }),
			),
			disagreements: z.array(claim.extend({ field: z.string(), against: claims })),
		}),
	);
}
