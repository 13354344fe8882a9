import { z } from 'zod';
import type { Document } from '../../corpus/document.js';
import { Quote } from '../../corpus/quote.js';
import type { ClaimField } from '../exercise.js';

export const savedSpan = z.object({ start: z.int(), end: z.int() });
export const savedBasis = z.enum([
	'stated',
	'from the name',
	'from the publication date',
	'from the series list',
	'inferred',
]);
export const savedKind = z.enum(['exercise', 'patrol', 'operation', 'series', 'programme']);
export const savedPrecision = z.enum(['day', 'month', 'part', 'season', 'year', 'duration', 'unknown']);
export const savedRelation = z.enum(['part of', 'includes', 'follows', 'precedes', 'beside', 'same series']);

/**
 * What claims look like once they were saved. Quotes are cut anew from the documents that are there, so that a saved
 * file cannot put a word into a document's mouth.
 */
export function savedClaims(documentOf: (id: string) => Document | undefined) {
	const quote = savedSpan.extend({ documentId: z.string() }).transform(({ documentId, ...slice }, context) => {
		const document = documentOf(documentId);
		if (document && slice.end <= document.text.length) return Quote.of(document, slice);
		context.addIssue(`no text of ${documentId} stands at ${slice.start}–${slice.end}`);
		return z.NEVER;
	});
	const claim = z.object({ value: z.string(), text: z.string(), span: savedSpan, quote, basis: savedBasis });
	const claims = z.array(claim);
	const iso = z.string().nullable();
	const fields = {
		names: claims,
		status: claims,
		dates: z.array(claim.extend({ from: iso, to: iso, precision: savedPrecision })),
		locations: z.array(
			claim.extend({ placeId: z.string().nullable(), lat: z.number().nullable(), lon: z.number().nullable() }),
		),
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
	return { claim, claims, fields };
}
