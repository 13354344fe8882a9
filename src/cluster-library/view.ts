import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Document } from '../corpus/document.js';
import { byName, withEditions } from '../exercises/catalogue/catalogue.js';
import { savedClaims } from '../exercises/catalogue/saved-claims.js';
import { savedExerciseOver } from '../exercises/catalogue/saved-exercises.js';
import { withNamesApart } from '../exercises/catalogue/short-names.js';
import type { Claim, Exercise } from '../exercises/exercise.js';
import { type ExerciseFilter, fitting } from '../exercises/exercise-entry.js';
import { createResolver, type Resolver } from '../exercises/resolving/resolve.js';
import type { DocumentSummary, PlaceSummary } from '../library.js';
import { placesIn } from '../place-summaries.js';
import type { Connection } from './connection.js';
import { documentSchema } from './document-records.js';
import type { HeldEntry } from './exercise-records.js';
import type { Generation } from './generation.js';
import { recordId } from './merge-exercises.js';
import { pagesOf, recordsById } from './pages.js';

/**
 * A cluster's library as it was at one change: what concerns all exercises is held here, the rest is fetched and
 * kept for a while.
 */
export interface View {
	/** By name, then id. */
	readonly entries: readonly HeldEntry[];
	resolver(): Resolver<HeldEntry>;
	places(): readonly PlaceSummary[];
	/** Those that are there, by id; asked for once however many ask at the same time. */
	documents(ids: readonly string[]): Promise<ReadonlyMap<string, Document>>;
	documentOf(file: string): Promise<Document | undefined>;
	exercises(which: readonly HeldEntry[]): Promise<readonly Exercise[]>;
	fitting(which: ExerciseFilter): readonly HeldEntry[];
	exercise(id: string): Promise<Exercise | undefined>;
	summaries(limit?: number): Promise<readonly DocumentSummary[]>;
}

const mostDocuments = 1_000;
const mostExercises = 2_000;
/** Records asked for at a time: a document may be long. */
const documentsAtOnce = 100;
const exercisesAtOnce = 200;
const summariesAtOnce = 2_000;

/** @param alone entries as they were merged, each for itself */
export function viewOf(connection: Connection, { indices }: Generation, alone: readonly HeldEntry[]): View {
	const entries = withNamesApart(alone).toSorted(byName);
	const byId = new Map(entries.map((entry) => [entry.id, entry] as const));
	const editions = new Map<string | null, HeldEntry[]>();
	for (const entry of entries.filter(({ series }) => series !== null)) {
		const ofSeries = editions.get(entry.series);
		if (ofSeries) ofSeries.push(entry);
		else editions.set(entry.series, [entry]);
	}
	const documents = new LRUCache<string, Promise<Document | undefined>>({ max: mostDocuments });
	const exercises = new LRUCache<string, Promise<Exercise | undefined>>({ max: mostExercises });
	const resolver = onceOnly(() => createResolver(entries));
	const places = onceOnly(() => placesIn(entries));
	const told = onceOnly(() => toldBy(entries));
	const allSummaries = onceOnly(() => summaries(undefined));

	const documentsById = (ids: readonly string[]) => fetchedOnce(ids, documents, documentsAtOnce, fetchDocuments);

	async function fetchDocuments(ids: readonly string[]): Promise<ReadonlyMap<string, Document>> {
		const found = await recordsById(connection, indices.documents, { ids, fields: ['document', 'gone'] }, documentRecord);
		return new Map([...found].flatMap(([id, { document, gone }]) => (gone ? [] : [[id, document] as const])));
	}

	async function fetchExercises(ids: readonly string[]): Promise<ReadonlyMap<string, Exercise>> {
		const found = await recordsById(connection, indices.exercises, { ids: ids.map(recordId), fields: ['exercise'] }, exerciseRecord);
		const wanted = ids.flatMap((id) => byId.get(id) ?? []);
		// Quotes are cut anew, so the documents have to be there: those of the record, and those of the other editions'
		// names.
		const others = wanted.flatMap(({ series }) => editions.get(series) ?? []).flatMap(({ firstName }) => firstName?.quote.documentId ?? []);
		const own = [...found.values()].flatMap(({ exercise }) => documentsIn(exercise));
		const texts = await documentsById([...new Set([...own, ...others])]);
		const schema = savedExerciseOver((id) => texts.get(id));
		const { claim } = savedClaims((id) => texts.get(id));
		const nameOf = (held: HeldEntry): Claim[] => claim.array().safeParse([held.firstName]).data ?? [];
		return new Map(
			wanted.flatMap((entry): [string, Exercise][] => {
				const parsed = schema.safeParse(found.get(recordId(entry.id))?.exercise).data;
				// Changed in this moment: it is there again with the next change.
				if (!parsed) return [];
				const ofSeries = (editions.get(entry.series) ?? []).map((held) => ({ id: held.id, names: nameOf(held) }));
				return [[entry.id, withEditions({ ...parsed, name: entry.name }, ofSeries)]];
			}),
		);
	}

	async function summaries(limit: number | undefined): Promise<readonly DocumentSummary[]> {
		const found: DocumentSummary[] = [];
		const size = Math.min(limit ?? summariesAtOnce, summariesAtOnce);
		const asked = { query: { term: { gone: false } }, by: 'order', fields: summaryFields, size };
		for await (const page of pagesOf(connection, indices.documents, asked, summaryRecord)) {
			for (const { _source } of page) {
				const { id, version, file, title, publishedOn, publisher } = _source.document;
				const { passages } = _source;
				found.push({ id, version, file, title, publishedOn, publisher, passages, exercises: told().get(file) ?? 0 });
			}
			if (limit !== undefined && found.length >= limit) break;
		}
		return found.slice(0, limit);
	}

	const exercisesById = (ids: readonly string[]) => fetchedOnce(ids, exercises, exercisesAtOnce, fetchExercises);
	return {
		entries,
		resolver,
		places,
		documents: documentsById,
		async documentOf(file) {
			const asked = { query: { term: { file } }, by: 'order', fields: [], size: 1 };
			const { value } = await pagesOf(connection, indices.documents, asked, z.unknown()).next();
			const [record] = value ?? [];
			return record && (await documentsById([record._id])).get(record._id);
		},
		async exercises(which) {
			const found = await exercisesById(which.map(({ id }) => id));
			return which.flatMap(({ id }) => found.get(id) ?? []);
		},
		fitting: (which) => fitting(entries, which),
		exercise: async (id) => (byId.has(id) ? (await exercisesById([id])).get(id) : undefined),
		summaries: (limit) => (limit === undefined ? allSummaries() : summaries(limit)),
	};
}

const documentRecord = z.object({ document: documentSchema, gone: z.boolean() });
const exerciseRecord = z.object({ exercise: z.unknown() });
const summaryFields = ['id', 'version', 'file', 'title', 'publishedOn', 'publisher'].map((field) => `document.${field}`).concat('passages');
const summaryRecord = z.object({
	document: documentFacts(),
	passages: z.int(),
});

function documentFacts() {
	const publication = z.object({
		on: z.string(),
		precision: z.enum(['day', 'month', 'year']),
		span: z.object({ start: z.int(), end: z.int() }).nullable(),
	});
	return z.object({
		id: z.string(),
		version: z.string(),
		file: z.string(),
		title: z.string(),
		publishedOn: publication.nullable(),
		publisher: z.string().nullable(),
	});
}

/** How many exercises each file tells of. */
function toldBy(entries: readonly HeldEntry[]): ReadonlyMap<string, number> {
	const told = new Map<string, number>();
	for (const { documents } of entries) for (const file of documents) told.set(file, (told.get(file) ?? 0) + 1);
	return told;
}

/** Ids of the documents that a kept record quotes. */
function documentsIn(record: unknown): string[] {
	const ids = new Set<string>();
	JSON.stringify(record, (key, value: unknown) => {
		if (key === 'documentId' && typeof value === 'string') ids.add(value);
		return value;
	});
	return [...ids];
}

/**
 * What a cache lacks is fetched, so many at a time; whoever asks for the same meanwhile waits for the same. What
 * fails is not kept.
 */
async function fetchedOnce<Item extends object>(
	ids: readonly string[],
	cache: LRUCache<string, Promise<Item | undefined>>,
	atOnce: number,
	fetch: (ids: readonly string[]) => Promise<ReadonlyMap<string, Item>>,
): Promise<ReadonlyMap<string, Item>> {
	const asked = [...new Set(ids)];
	// Kept here too: the cache may be smaller than what is asked for.
	const coming = new Map(asked.flatMap((id) => [cache.get(id)].flatMap((known) => (known ? [[id, known] as const] : []))));
	const missing = asked.filter((id) => !coming.has(id));
	for (let first = 0; first < missing.length; first += atOnce) {
		const some = missing.slice(first, first + atOnce);
		const fetched = fetch(some);
		for (const id of some) {
			const item = fetched.then((found) => found.get(id));
			cache.set(id, item);
			coming.set(id, item);
			item.catch(() => cache.delete(id));
		}
		// One request after the other.
		await fetched;
	}
	const found = await Promise.all([...coming].map(async ([id, item]) => [id, await item] as const));
	return new Map(found.flatMap(([id, item]) => (item ? [[id, item] as const] : [])));
}

function onceOnly<Made>(make: () => Made): () => Made {
	let made: { readonly value: Made } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}
