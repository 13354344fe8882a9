import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Document } from '../corpus/document.js';
import { type Corpus, type CorpusProblem, corpusInParts, listed } from '../corpus/load.js';
import { readExercisesOnce } from '../exercises/catalogue/saved-extracts.js';
import type { DocumentExtract } from '../exercises/drafts/draft.js';
import { LibraryUnreachable } from '../library.js';
import { openReader } from '../reader/reader.js';
import { type Write, writeAll } from './bulk.js';
import { publishChanges } from './changes.js';
import { type Claims, claimsOf } from './claims.js';
import { type Connection, NotWritable } from './connection.js';
import { contentOf, recordsOf } from './document-records.js';
import { type Generation, makeIndices, ownGeneration } from './generation.js';
import { pagesOf, recordsById, refresh } from './pages.js';
import { requireSupported } from './supported-version.js';

/** What an indexer hears of its own work. */
export interface IndexingHearers {
	/** A document was read and written; `share` of the folder is there, this indexer's and others' work together. */
	readonly onDocument: (read: number, share: number) => void;
	/** Nothing can be written just now: it is tried again. */
	readonly onTrouble: (trouble: string) => void;
}

/** What came of indexing. */
export interface FolderIndexed {
	readonly documents: number;
	/** Documents that this indexer read; the others were there, or somebody else read them. */
	readonly read: number;
	readonly gone: number;
	readonly problems: readonly CorpusProblem[];
}

/** What a document says of exercises. */
type ReadDocument = (document: Document) => Promise<DocumentExtract>;

interface Work {
	readonly connection: Connection;
	readonly generation: Generation;
	readonly claims: Claims;
	readonly readDocument: ReadDocument;
	readonly hearers: IndexingHearers;
}

/** Documents claimed at a time: few, so that several indexers end together; more while they are done quickly. */
const claimedAtOnce = { least: 8, most: 32 };
const quicklyMs = 1_000;
/** How often it is looked whether others have done theirs, and the cluster takes writes again. */
const waitMs = 500;
const patienceMs = 10 * 60_000;

/**
 * Makes the library on a cluster hold just what a folder holds. What is there already is not read again, so it may
 * be stopped and begun anew; several at once share the work.
 * @param readDocument by the rules and the reader together, kept, where nothing else is given
 * @throws EmptyFolder, UnreadableFolder, UnsupportedCluster; LibraryUnreachable and NotWritable after ten minutes of
 * trying
 */
export async function indexFolder(
	connection: Connection,
	folder: string,
	hearers: IndexingHearers,
	readDocument: ReadDocument = readByReader,
): Promise<FolderIndexed> {
	const generation = await ownGeneration(connection.address.name);
	const keepOn = patientWith(hearers);
	await keepOn(() => requireSupported(connection));
	await keepOn(() => makeIndices(connection, generation));
	const work: Work = { connection, generation, claims: claimsOf(connection, generation), readDocument, hearers };
	const found: Found = { seen: new Map(), problems: new Map(), files: new Set() };
	let read = 0;
	let claimed = claimedAtOnce.least;
	for (;;) {
		const left: string[] = [];
		for await (const part of corpusInParts(folder)) {
			note(found, part);
			for (let first = 0; first < part.documents.length; ) {
				const some = part.documents.slice(first, first + claimed);
				first += some.length;
				const began = performance.now();
				const outcome = await keepOn(() => indexSome(work, some));
				read += outcome.read;
				left.push(...outcome.left);
				claimed = performance.now() - began < quicklyMs ? Math.min(2 * claimed, claimedAtOnce.most) : claimedAtOnce.least;
				if (outcome.read > 0) hearers.onDocument(read, part.share);
			}
		}
		if (!(await keepOn(() => othersLeave(work, left, found.seen)))) break;
	}
	const { seen } = found;
	if (seen.size === 0) throw new EmptyFolder(`${folder} holds no document: nothing is taken out of the library for that`);
	const gone = await keepOn(async () => markGone(work, seen, await newerIn(folder, found.files)));
	const problems = [...found.problems.values()];
	await keepOn(() => publishChanges(connection, generation, { problems, documents: seen.size }));
	return { documents: seen.size, read, gone, problems };
}

const readByReader: ReadDocument = async (document) => readExercisesOnce(document, await openReader());

/** What a folder was found to hold while it was gone through. */
interface Found {
	/** What each document holds, by its id. */
	readonly seen: Map<string, string>;
	readonly problems: Map<string, CorpusProblem>;
	readonly files: Set<string>;
}

function note({ seen, problems, files }: Found, part: Corpus): void {
	for (const problem of part.problems) problems.set(`${problem.file} ${problem.problem}`, problem);
	for (const document of part.documents) seen.set(document.id, contentOf(document));
	for (const { file } of [...part.documents, ...part.problems]) files.add(fileOf(file));
}

/** A library is not emptied because a folder is not mounted. */
export class EmptyFolder extends Error {}

/** Tries again what fails because the cluster does not answer or takes nothing, as long as that may pass. */
function patientWith({ onTrouble }: IndexingHearers) {
	return async <Result>(work: () => Promise<Result>): Promise<Result> => {
		const until = performance.now() + patienceMs;
		let told = '';
		for (;;) {
			try {
				return await work();
			} catch (error) {
				if (!(error instanceof LibraryUnreachable || error instanceof NotWritable) || performance.now() > until) throw error;
				if (error.message !== told) onTrouble(error.message);
				told = error.message;
				await pause(waitMs);
			}
		}
	};
}

const heldSchema = z.object({ content: z.string(), units: z.array(z.string()), gone: z.boolean(), passages: z.int() });
const heldFields = Object.keys(heldSchema.shape);

/** Of a few documents those that are not there as they are: reads what nobody else reads. */
async function indexSome({ connection, generation, claims, readDocument }: Work, documents: readonly Document[]) {
	const index = generation.indices.documents;
	const fresh = async (some: readonly Document[]) => {
		const held = await recordsById(connection, index, { ids: some.map(({ id }) => id), fields: heldFields }, heldSchema);
		const isThere = (document: Document) => {
			const record = held.get(document.id);
			return record !== undefined && !record.gone && record.content === contentOf(document);
		};
		return { held, missing: some.filter((document) => !isThere(document)) };
	};
	const { missing } = await fresh(documents);
	if (missing.length === 0) return { read: 0, left: [] };
	const mine = await claims.take(missing.map(({ id }) => id));
	// Who claimed before may have ended in between.
	const { held, missing: still } = await fresh(missing.filter(({ id }) => mine.has(id)));
	const passageWrites: Write[] = [];
	const documentWrites: Write[] = [];
	for (const document of still) {
		const extract = await readDocument(document);
		const { record, passages } = recordsOf(document, extract, held.get(document.id)?.units ?? []);
		for (const [id, passage] of passages) passageWrites.push({ do: 'index', index: generation.indices.passages, id, record: passage });
		documentWrites.push({ do: 'index', index, id: document.id, record });
	}
	await writeAll(connection, passageWrites);
	for (const document of still) if (held.has(document.id)) await deletePassages(connection, generation, document);
	// The documents last: what is written by half is written anew.
	await writeAll(connection, documentWrites);
	await claims.done([...mine]);
	return { read: still.length, left: missing.filter(({ id }) => !mine.has(id)).map(({ id }) => id) };
}

/** Those of an older version of a document, or all of one that is gone. */
async function deletePassages(
	connection: Connection,
	{ indices }: Generation,
	{ id, version }: { id: string; version?: string },
): Promise<void> {
	const index = indices.passages;
	const query = { bool: { filter: [{ term: { document: id } }], ...(version ? { must_not: [{ term: { version } }] } : {}) } };
	for (;;) {
		await refresh(connection, [index]);
		const { value: older = [] } = await pagesOf(connection, index, { query, by: 'start', fields: [], size: 5_000 }, z.unknown()).next();
		if (older.length === 0) return;
		await writeAll(
			connection,
			older.map((passage) => ({ do: 'delete', index, id: passage._id })),
		);
	}
}

/**
 * Waits for what others read. @returns whether some of it is left, since they gave up: then the folder is gone
 * through once more
 */
async function othersLeave(
	{ connection, generation, claims }: Work,
	left: readonly string[],
	seen: ReadonlyMap<string, string>,
): Promise<boolean> {
	const index = generation.indices.documents;
	let open = [...left];
	while (open.length > 0) {
		const held = await recordsById(connection, index, { ids: open, fields: heldFields }, heldSchema);
		open = open.filter((id) => held.get(id)?.content !== seen.get(id) || held.get(id)?.gone);
		const free = await claims.take(open.slice(0, claimedAtOnce.least));
		await claims.done([...free]);
		if (free.size > 0) return true;
		if (open.length > 0) await pause(waitMs);
	}
	return false;
}

/** The file that an entry of a feed or table stands in. */
const fileOf = (file: string) => file.replace(/#\d+$/, '');

/** Files that came while a folder was gone through: another indexer may have read them already. */
async function newerIn(folder: string, looked: ReadonlySet<string>): Promise<ReadonlySet<string>> {
	const { files } = await listed(folder);
	return new Set(files.map(({ file }) => file).filter((file) => !looked.has(file)));
}

/** What is in the library and not in the folder. */
async function markGone({ connection, generation }: Work, seen: ReadonlyMap<string, string>, newer: ReadonlySet<string>): Promise<number> {
	const index = generation.indices.documents;
	const asked = { query: { term: { gone: false } }, by: 'order', fields: ['file'], size: 5_000 };
	let gone = 0;
	for await (const page of pagesOf(connection, index, asked, z.object({ file: z.string() }))) {
		const absent = page.filter(({ _id, _source }) => !seen.has(_id) && !newer.has(fileOf(_source.file)));
		for (const { _id: id, _seq_no: if_seq_no, _primary_term: if_primary_term } of absent) {
			await deletePassages(connection, generation, { id });
			await writeAll(connection, [{ do: 'update', index, id, as: { if_seq_no, if_primary_term }, record: { gone: true, merged: false } }]);
			gone += 1;
		}
	}
	return gone;
}
