import { z } from 'zod';

export const seriesSchema = z.strictObject({
	/** kebab-case, stable: `northern-interaction`. */
	id: z.string().regex(/^[a-z0-9-]+$/),
	/** The commonest English name, without a year. */
	name: z.string().min(1),
	/** Other English forms: translations, transliterations, abbreviations. */
	aliases: z.array(z.string().min(1)).default([]),
	/** Names in their own languages: { "zh": ["海上联合"], "ru": ["Морское взаимодействие"] }. */
	native: z.record(z.string(), z.array(z.string().min(1))).default({}),
	/** True when the name is an ordinary word or a place name too ("Ocean", "West", "Shield"): taken for an exercise only with a year, quotation marks or an exercise word beside it. */
	ordinary: z.boolean().default(false),
	kind: z.enum(['exercise', 'patrol', 'competition']).default('exercise'),
	/** Ids of countries or alliances that usually hold it: for display and ranking of suggestions, never a claim. */
	usually: z.array(z.string()).default([]),
});
export type Series = z.output<typeof seriesSchema>;
