import { z } from 'zod';

export const placeSchema = z.strictObject({
	/** kebab-case, stable: `sea-of-japan`. */
	id: z.string().regex(/^[a-z0-9-]+$/),
	/** `area`: several countries or waters together, e.g. the Middle East. */
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
		'area',
	]),
	name: z.string().min(1),
	/** Other names in English and native ones: "East Sea", "日本海". Matched like the name. */
	aliases: z.array(z.string().min(1)).default([]),
	/** "Chinese"; "Russo-" for forms that stand before a hyphen only. */
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
	/**
	 * True for a name that is an ordinary word too ("Reading", "Split") or better known as another place ("Georgia" in America):
	 * matched only after a place preposition or before the name of a place that contains it.
	 */
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
	/** Id of the role that it has for its country, so that "the Chinese navy" is the PLA Navy. */
	role: z.string().optional(),
});
export type Actor = z.output<typeof actorSchema>;

/** What every country has, under names that need a nation's word beside them: "Defence Ministry", "navy", "troops". */
export const roleSchema = z.strictObject({
	id: z.string().regex(/^[a-z0-9-]+$/),
	kind: actorSchema.shape.kind,
	/** Follows a demonym: "Chinese" + "Ministry of Defence". */
	name: z.string().min(1),
	/** Words for it; in lower case: common nouns, found in any case. */
	words: z.array(z.string().min(1)),
	/** True when the words name somebody even with no nation beside them. */
	alone: z.boolean().default(false),
});
export type Role = z.output<typeof roleSchema>;
