import { z } from 'zod';
import { contentKey, type Document } from '../corpus/document.js';
import { Quote } from '../corpus/quote.js';
import { listsVersion } from '../gazetteer/lists-version.js';
import type { Reader } from '../reader/reader.js';
import { type Store, storeOf } from '../store.js';
import type { DocumentExtract } from './draft.js';
import { readExercises } from './extract.js';
import { savedBasis, savedClaims, savedKind, savedRelation, savedSpan } from './saved-claims.js';

/** What a document says of exercises: as it is kept where it is, else read now and kept. */
export async function readExercisesOnce(document: Document, reader: Reader): Promise<DocumentExtract> {
	const store = await openExtracts();
	const key = ['extract', contentKey(document), listsVersion()];
	const known = store && savedExtract(document).safeParse(store.get(key)).data;
	if (known) return known;
	const extract = await readExercises(document, reader);
	store?.put(key, withoutText(extract));
	return extract;
}

/** The rooms whose code and data decide what is read of a document. */
const rooms = ['text', 'corpus', 'gazetteer', 'values', 'reader', 'exercises'];
let extracts: Promise<Store | undefined> | undefined;

function openExtracts(): Promise<Store | undefined> {
	extracts ??= storeOf(rooms);
	return extracts;
}

/** What is kept of claims: a quote as where it stands, since its words are the document's. */
export function withoutText(extract: unknown): unknown {
	return JSON.parse(
		JSON.stringify(extract, (_, value) =>
			value instanceof Quote ? { documentId: value.documentId, start: value.start, end: value.end } : value,
		),
	);
}

/** What an extract looks like once it was kept. */
export function savedExtract(document: Document): z.ZodType<DocumentExtract> {
	const { claim, fields } = savedClaims((id) => (id === document.id ? document : undefined));
	const spans = z.array(savedSpan);
	return z.object({
		documentId: z.literal(document.id),
		file: z.literal(document.file),
		drafts: z.array(
			z.object({
				document: z.literal(document.id),
				file: z.literal(document.file),
				toldOn: z.string().nullable(),
				series: z.string().nullable(),
				seriesKey: z.string().nullable(),
				year: z.int().nullable(),
				yearBasis: savedBasis.nullable(),
				edition: z.string().nullable(),
				kind: savedKind,
				description: z.string(),
				months: z.array(z.int()),
				main: z.int().nullable(),
				mentions: spans,
				spokenOf: spans,
				claims: z.object(fields),
				related: z.array(z.object({ to: z.int(), relation: savedRelation, claim })),
			}),
		),
	});
}
