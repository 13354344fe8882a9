import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Document } from '../corpus/document.js';
import { unitsOf } from '../exercises/catalogue/merge.js';
import { withoutText } from '../exercises/catalogue/saved-extracts.js';
import type { DocumentExtract } from '../exercises/drafts/draft.js';
import { passageRecords } from './passage-records.js';

const span = z.object({ start: z.int(), end: z.int() });
const kind = z.enum(['prose', 'title', 'heading', 'dateline', 'byline', 'link', 'caption', 'post']);
const publication = z.object({ on: z.string(), precision: z.enum(['day', 'month', 'year']), span: span.nullable() });

/** What a document looks like once it was kept. */
export const documentSchema: z.ZodType<Document> = z.object({
	id: z.string(),
	version: z.string(),
	file: z.string(),
	title: z.string(),
	text: z.string(),
	paragraphs: z.array(
		span.extend({
			number: z.int(),
			kind,
			sentences: z.array(span.extend({ kind, paragraph: z.int() })),
			attribution: span.exactOptional(),
		}),
	),
	sections: z.array(span.extend({ title: span.nullable(), publishedOn: publication.nullable() })),
	publishedOn: publication.nullable(),
	url: z.string().nullable(),
	publisher: z.string().nullable(),
	author: z.string().nullable(),
	pages: z.array(z.int()).exactOptional(),
});

/** Changes with anything that a document holds. */
export function contentOf(document: Document): string {
	return createHash('sha256').update(JSON.stringify(document)).digest('hex');
}

/** What is written for a document: its record, and its passages by id. */
export function recordsOf(document: Document, extract: DocumentExtract, unitsBefore: readonly string[]) {
	const passages = passageRecords(document);
	const record = {
		file: document.file,
		order: orderOf(document.file),
		content: contentOf(document),
		units: [...new Set([...unitsOf(extract), ...unitsBefore])],
		merged: false,
		gone: false,
		passages: passages.size,
		document,
		extract: withoutText(extract),
	};
	return { record, passages };
}

/** Entry 9 of a file comes before entry 10. */
function orderOf(file: string): string {
	return file.replace(/#(\d+)$/, (_, entry: string) => `#${entry.padStart(9, '0')}`);
}
