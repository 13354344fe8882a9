import { z } from 'zod';

export const placeSchema = z.strictObject({
	/** kebab-case, stable: `sea-of-japan`. */
	id: z.string().regex(/^[a-z0-9-]+$/),
	kind: z.enum([
		'ocean',
		'sea',
		'gulf',
		'bay',
		'strait',
		'channel',
		'river',
		'lake',
		'country',
		'region',
		'island',
		'city',
		'port',
		'base',
		'range',
		'cape',
		'continent',
	]),
	name: z.string().min(1),
	/** Other names in English and native ones: "East Sea", "日本海". Matched like the name. */
	aliases: z.array(z.string().min(1)).default([]),
	/** Countries only: "Chinese", "Russo-". */
	demonyms: z.array(z.string().min(1)).default([]),
	/** Countries only: the seats of government that speak for it, e.g. "Beijing", "Kremlin", "White House". */
	governments: z.array(z.string().min(1)).default([]),
	/** Countries only: ISO 3166-1 alpha-3. */
	iso: z.string().length(3).optional(),
	lat: z.number().min(-90).max(90),
	lon: z.number().min(-180).max(180),
	/** Rough radius for an indicative area; 0 for a point. */
	radiusKm: z.number().min(0),
	/** Ids of the places that contain it. */
	partOf: z.array(z.string()).default([]),
	/** True for a name that is an ordinary word too ("Reading", "Split"): matched only after a place preposition. */
	ambiguous: z.boolean().default(false),
});
export type Place = z.output<typeof placeSchema>;

/** Those who act: ministries, commands, fleets, services, alliances, think tanks. */
export const actorSchema = z.strictObject({
	id: z.string().regex(/^[a-z0-9-]+$/),
	kind: z.enum(['ministry', 'service', 'command', 'fleet', 'formation', 'alliance', 'office', 'outlet', 'institute']),
	name: z.string().min(1),
	aliases: z.array(z.string().min(1)).default([]),
	/** Ids of the countries it belongs to; empty for an alliance. */
	countries: z.array(z.string()).default([]),
	/** Alliances only: ids of member countries. */
	members: z.array(z.string()).default([]),
});
export type Actor = z.output<typeof actorSchema>;
