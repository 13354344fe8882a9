import { z } from 'zod';
import type { Document } from '../corpus/document.js';
import { type Passage, passagesOf } from '../corpus/passages.js';
import { termsOf } from '../text/analyse.js';

/** A passage as the cluster holds it: its terms, and where it stands. Its words are the document's alone. */
export const passageSchema = z.object({
	title: z.string(),
	text: z.string(),
	titleLength: z.int(),
	textLength: z.int(),
	document: z.string(),
	version: z.string(),
	paragraph: z.int(),
	start: z.int(),
	end: z.int(),
});
export type PassageRecord = z.output<typeof passageSchema>;

/** The passages of a document, by id. */
export function passageRecords(document: Document): Map<string, PassageRecord & { readonly terms: readonly string[] }> {
	const title = termsOf(document.title);
	return new Map(
		passagesOf(document).map(({ id, paragraph, start, end }) => {
			const text = termsOf(document.text.slice(start, end));
			return [
				id,
				{
					title: title.join(' '),
					text: text.join(' '),
					titleLength: lengthOf(title),
					textLength: lengthOf(text),
					terms: [...new Set([...title, ...text])],
					document: document.id,
					version: document.version,
					paragraph,
					start,
					end,
				},
			];
		}),
	);
}

/** A field's length is the number of its different terms, and never nothing: as MiniSearch counts it. */
function lengthOf(terms: readonly string[]): number {
	return Math.max(1, new Set(terms).size);
}

export function passageOf(id: string, { document, paragraph, start, end }: PassageRecord): Passage {
	return { id, documentId: document, paragraph, start, end };
}
