import { z } from 'zod';
import { savedBasis, savedKind, savedPrecision, savedSpan } from '../exercises/catalogue/saved-claims.js';
import { withoutText } from '../exercises/catalogue/saved-extracts.js';
import type { Claim, Exercise } from '../exercises/exercise.js';
import type { ExerciseEntry } from '../exercises/exercise-entry.js';

const claim = z.object({
	value: z.string(),
	text: z.string(),
	span: savedSpan,
	quote: savedSpan.extend({ documentId: z.string() }),
	basis: savedBasis,
});

const values = z.array(z.object({ value: z.string() }));
const day = z.string().nullable();

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
	participants: values,
	organiser: values,
	locations: z.array(z.object({ placeId: z.string() })),
	dates: z.array(z.object({ from: day, to: day, precision: savedPrecision })),
	status: values,
	firstName: claim.nullable(),
});
export type HeldEntry = z.output<typeof entrySchema> & ExerciseEntry;

/** Each form of a name, each country, place, day and status once. */
export function entryOf(exercise: Exercise): unknown {
	const { id, name, named, series, year, kind, documents, names, participants, organiser, locations, dates, status } = exercise;
	const valuesOf = (claims: readonly Claim[]) => [...new Set(claims.map(({ value }) => value))].map((value) => ({ value }));
	const days = new Map(dates.map(({ from, to, precision }) => [`${from} ${to} ${precision}`, { from, to, precision }]));
	return {
		...{ id, name, named, series, year, kind, documents },
		names: [...new Set(names.map(({ text }) => text))].map((text) => ({ text })),
		participants: valuesOf(participants),
		organiser: valuesOf(organiser),
		locations: [...new Set(locations.flatMap(({ placeId }) => placeId ?? []))].map((placeId) => ({ placeId })),
		dates: [...days.values()],
		status: valuesOf(status),
		firstName: withoutText(names[0] ?? null),
	};
}
