import { z } from 'zod';
import { contentKey, type Document } from '../../corpus/document.js';
import { listsVersion } from '../../gazetteer/lists-version.js';
import type { Reader } from '../../reader/reader.js';
import { type Store, storeOf } from '../../store.js';
import { atOnce, inTurns, type Pieces } from '../../taking-turns.js';
import type { DocumentExtract, Draft } from '../drafts/draft.js';
import { readExercises } from '../extract.js';
import { readAside } from '../extraction-thread.js';
import { savedBasis, savedClaims, savedKind, savedRelation, savedSpan } from './saved-claims.js';
import { withoutWords } from './saved-exercises.js';

/** What a document says of exercises: as it is kept where it is, else read now and kept. */
export async function readExercisesOnce(document: Document, reader: Reader): Promise<DocumentExtract> {
	const { kept, keep } = await keptExtract(document);
	if (kept) return kept;
	const extract = await readExercises(document, reader);
	await keep(withoutText(extract));
	return extract;
}

/** The same for whoever has others to serve meanwhile: read in a thread of its own, and taken up in turns. */
export async function readExercisesAside(document: Document): Promise<DocumentExtract> {
	const { kept, keep } = await keptExtract(document);
	if (kept) return kept;
	const saved = await readAside(document);
	const extract = await inTurns(extractIn(document, saved));
	if (!extract) throw new Error(`What was read of ${document.file} does not fit it`);
	await keep(saved);
	return extract;
}

/** Says that what was read of a document is used, though nobody asks for it again while it is in memory. */
export async function holdExtract(document: Document): Promise<void> {
	await (await openExtracts())?.hold(extractKey(document));
}

const extractKey = (document: Document) => ['extract', contentKey(document), listsVersion()];

async function keptExtract(document: Document) {
	const store = await openExtracts();
	const key = extractKey(document);
	const kept = store && (await inTurns(extractIn(document, store.get(key))));
	return { kept, keep: async (saved: unknown) => store?.put(key, saved) };
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
	return atOnce(extractIn(document, saved));
}

/** The same draft by draft: a long document has many. */
function* extractIn(document: Document, saved: unknown): Pieces<DocumentExtract | undefined> {
	const { data } = savedExtract.safeParse(saved);
	if (data?.documentId !== document.id || data.file !== document.file) return undefined;
	const drafts: Draft[] = [];
	for (const one of data.drafts) {
		lookedAt = document;
		const draft = savedDraft.safeParse(one).data;
		lookedAt = undefined;
		if (draft?.document !== document.id || draft.file !== document.file) return undefined;
		drafts.push(draft);
		yield;
	}
	return { ...data, drafts };
}

/** What is kept of claims: a quote as where it stands, since its words are the document's. */
export function withoutText(extract: unknown): unknown {
	return JSON.parse(JSON.stringify(extract, withoutWords));
}

const savedExtract = z.object({ documentId: z.string(), file: z.string(), drafts: z.array(z.unknown()) });
const savedDraft = makeSavedDraft();

function makeSavedDraft(): z.ZodType<Draft> {
	const { claim, fields } = savedClaims((id) => (id === lookedAt?.id ? lookedAt : undefined));
	const spans = z.array(savedSpan);
	return z.object({
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
	});
}
