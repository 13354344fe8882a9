import { z } from 'zod';
import { savedBasis, savedKind, savedSpan } from '../exercises/catalogue/saved-claims.js';
import { withoutText } from '../exercises/catalogue/saved-extracts.js';
import type { Exercise } from '../exercises/exercise.js';
import type { ExerciseEntry } from '../exercises/exercise-entry.js';

const claim = z.object({
	value: z.string(),
	text: z.string(),
	span: savedSpan,
	quote: savedSpan.extend({ documentId: z.string() }),
	basis: savedBasis,
});

/**
 * What a library on a cluster holds of each exercise in memory: its entry, and the claim by which other editions of
 * its series name it.
 */
export const entrySchema = z.object({
	id: z.string(),
	name: z.string(),
	named: z.boolean(),
	series: z.string().nullable(),
	year: z.int().nullable(),
	kind: savedKind,
	documents: z.array(z.string()),
	names: z.array(z.object({ text: z.string() })),
	participants: z.array(z.object({ value: z.string() })),
	locations: z.array(z.object({ placeId: z.string() })),
	firstName: claim.nullable(),
});
export type HeldEntry = z.output<typeof entrySchema> & ExerciseEntry;

/** Each form of a name, each country and each place once. */
export function entryOf({ id, name, named, series, year, kind, documents, names, participants, locations }: Exercise): unknown {
	return {
		...{ id, name, named, series, year, kind, documents },
		names: [...new Set(names.map(({ text }) => text))].map((text) => ({ text })),
		participants: [...new Set(participants.map(({ value }) => value))].map((value) => ({ value })),
		locations: [...new Set(locations.flatMap(({ placeId }) => placeId ?? []))].map((placeId) => ({ placeId })),
		firstName: withoutText(names[0] ?? null),
	};
}
