import { z } from 'zod';
import type { Store } from '../store.js';
import { fields, type NamesRead, type RecordRead } from './reading.js';
import type { Stretch } from './stretch.js';

const marked = z.strictObject({ start: z.number(), end: z.number(), sureness: z.number() });
const savedRecord = z
	.array(
		z.strictObject({
			about: z.number(),
			marks: z.array(marked.extend({ field: z.enum(fields).exclude(['name']) })).readonly(),
		}),
	)
	.readonly();
const savedNames = z.array(z.array(marked).readonly()).readonly();

/** Readings of one kind, kept by what was read. */
export interface Shelf<Reading> {
	/** Undefined where it is not kept, or was kept damaged. */
	get(stretch: Stretch): Reading | undefined;
	put(stretch: Stretch, reading: Reading): void;
}

export interface SavedReadings {
	readonly record: Shelf<RecordRead>;
	readonly names: Shelf<NamesRead>;
}

/** The readings of exercises that a store keeps. */
export function savedReadings(store: Store): SavedReadings {
	return { record: shelf(store, 'record', savedRecord), names: shelf(store, 'names', savedNames) };
}

function shelf<Reading>(store: Store, kind: string, schema: z.ZodType<Reading>): Shelf<Reading> {
	const keyOf = ({ query, title, sentences, anchors }: Stretch) => [kind, query, title, sentences, [...(anchors ?? [])]] as const;
	return {
		get: (stretch) => schema.safeParse(store.get(keyOf(stretch))).data,
		put: (stretch, reading) => void store.put(keyOf(stretch), reading),
	};
}
