import { z } from 'zod';

/** Words as a document prints them. */
export interface Printed {
	readonly doc: string;
	readonly text: string;
}

const printed = z.object({ doc: z.string(), text: z.string() });
const date = z.object({
	doc: z.string().optional(),
	text: z.string(),
	iso_from: z.string().nullable(),
	iso_to: z.string().nullable(),
	iso_if_dateline: z.tuple([z.string().nullable(), z.string().nullable()]).nullable(),
});
const printedOrText = z.union([printed, z.string()]);
const someTexts = z.union([printedOrText, z.array(printedOrText)]);

/** One gold record. Values that name no document are of the record's own (`doc`). */
export const goldSchema = z
	.object({
		id: z.string(),
		canonical: z.string(),
		named: z.boolean(),
		doc: z.string().optional(),
		docs: z.array(z.string()).optional(),
		names: z.array(printedOrText),
		year: z.number().nullable(),
		year_basis: z.string().nullable(),
		dates: z.array(date),
		locations: z.array(printedOrText),
		participants: z.array(z.string()),
		observers: z.array(z.string()).default([]),
		forces: z.array(printedOrText).default([]),
		organiser: printedOrText.nullable(),
		aim_quote: printedOrText.nullable(),
		aims_other: z.array(printedOrText).default([]),
		quotes: z.record(z.string(), someTexts).default({}),
		must_extract: z.boolean().default(true),
		notes: z.string().nullable().default(null),
	})
	.transform((gold) => {
		const docs = gold.docs ?? (gold.doc ? [gold.doc] : []);
		const [own = ''] = docs;
		const withDoc = (value: z.output<typeof printedOrText>): Printed => (typeof value === 'string' ? { doc: own, text: value } : value);
		const name = gold.quotes['name'] ?? [];
		return {
			id: gold.id,
			canonical: gold.canonical,
			named: gold.named,
			docs,
			names: gold.names.map(withDoc),
			year: gold.year,
			yearBasis: gold.year_basis,
			dates: gold.dates.map((one) => ({
				doc: one.doc ?? own,
				text: one.text,
				from: one.iso_from,
				to: one.iso_to,
				ifDateline: one.iso_if_dateline,
			})),
			locations: gold.locations.map(withDoc),
			participants: gold.participants,
			observers: gold.observers,
			forces: gold.forces.map(withDoc),
			organiser: gold.organiser ? withDoc(gold.organiser) : null,
			/** Where the gold holds the host for no organiser but says who it is: giving the host is no mistake. */
			host: /Host is (\p{Lu}\p{L}+)/u.exec(gold.notes ?? '')?.[1] ?? null,
			aims: [...(gold.aim_quote ? [gold.aim_quote] : []), ...gold.aims_other].map(withDoc),
			nameQuotes: (Array.isArray(name) ? name : [name]).map(withDoc),
			/** False for what may be found but need not be: link lines, posts, series, training missions. */
			required: gold.must_extract && !/score leniently/i.test(gold.notes ?? ''),
		};
	});
export type Gold = z.output<typeof goldSchema>;
