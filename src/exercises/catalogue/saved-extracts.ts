import { z } from 'zod';
import { contentKey, type Document } from '../../corpus/document.js';
import { listsVersion } from '../../gazetteer/lists-version.js';
import type { Reader } from '../../reader/reader.js';
import { type Store, storeOf } from '../../store.js';
import type { DocumentExtract } from '../drafts/draft.js';
import { readExercises } from '../extract.js';
import { savedBasis, savedClaims, savedKind, savedRelation, savedSpan } from './saved-claims.js';
import { withoutWords } from './saved-exercises.js';

/** What a document says of exercises: as it is kept where it is, else read now and kept. */
export async function readExercisesOnce(document: Document, reader: Reader): Promise<DocumentExtract> {
	const store = await openExtracts();
	const key = ['extract', contentKey(document), listsVersion()];
	const known = store && extractOf(document, store.get(key));
	if (known) return known;
	const extract = await readExercises(document, reader);
	void store?.put(key, withoutText(extract));
	return extract;
}

/** The rooms whose code and data decide what is read of a document. */
const rooms = ['text', 'corpus', 'gazetteer', 'values', 'reader', 'exercises'];
let extracts: Promise<Store | undefined> | undefined;

function openExtracts(): Promise<Store | undefined> {
	extracts ??= storeOf(rooms);
	return extracts;
}

/** The document whose extract is looked at: the schema is made once, since making it takes longer than an extract. */
let lookedAt: Document | undefined;

/** An extract that was kept; undefined where it is none of this document. */
export function extractOf(document: Document, saved: unknown): DocumentExtract | undefined {
	lookedAt = document;
	const { data } = savedExtract.safeParse(saved);
	lookedAt = undefined;
	const isIts = data?.documentId === document.id && data.file === document.file;
	return isIts && data.drafts.every((draft) => draft.document === document.id && draft.file === document.file) ? data : undefined;
}

/** What is kept of claims: a quote as where it stands, since its words are the document's. */
export function withoutText(extract: unknown): unknown {
	return JSON.parse(JSON.stringify(extract, withoutWords));
}

const savedExtract = makeSavedExtract();

function makeSavedExtract(): z.ZodType<DocumentExtract> {
	const { claim, fields } = savedClaims((id) => (id === lookedAt?.id ? lookedAt : undefined));
	const spans = z.array(savedSpan);
	return z.object({
		documentId: z.string(),
		file: z.string(),
		drafts: z.array(
			z.object({
				document: z.string(),
				file: z.string(),
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
