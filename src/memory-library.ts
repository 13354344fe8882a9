import type { Document } from './corpus/document.js';
import { type Corpus, loadCorpus } from './corpus/load.js';
import { passagesOf } from './corpus/passages.js';
import type { Exercise } from './exercises/exercise.js';
import type { DocumentSummary, Library } from './library.js';
import { buildSearchIndex, type SearchIndex, search } from './search/search-index.js';
import { readSnapshot } from './search/snapshot.js';

/** A library and the files that were left out of it. */
export interface OpenedLibrary {
	readonly library: Library;
	readonly problems: Corpus['problems'];
}

const passagesAtMost = 50;

/**
 * Reads a folder of documents into a library held in memory.
 * @param snapshotFile a saved index to use when it fits the documents; built anew when it does not
 * @throws UnreadableFolder when the folder cannot be read
 */
export async function openLibrary(folder: string, snapshotFile?: string): Promise<OpenedLibrary> {
	const { documents, problems } = await loadCorpus(folder);
	const saved = snapshotFile ? await readSnapshot(snapshotFile, documents) : undefined;
	return { library: libraryOf(documents, saved ?? buildSearchIndex(documents), []), problems };
}

/** The in-memory library over documents that are read already. */
export function libraryOf(documents: readonly Document[], index: SearchIndex, catalogue: readonly Exercise[]): Library {
	const byKey = new Map(documents.flatMap((document) => [[document.id, document] as const, [document.file, document] as const]));
	const byId = new Map(catalogue.map((exercise) => [exercise.id, exercise] as const));
	const summaries = documents.map((document) => summaryOf(document, catalogue));
	return {
		search: async (query, limit = passagesAtMost) => search(index, query, limit),
		document: async (key) => byKey.get(key),
		documents: async () => summaries,
		exercise: async (id) => byId.get(id),
		exercises: async () => catalogue,
		resolve: async () => ({ match: 'none', exercise: null, suggestions: [], absentYear: null }),
		suggest: async () => [],
		place: async () => undefined,
		places: async () => [],
	};
}

function summaryOf(document: Document, catalogue: readonly Exercise[]): DocumentSummary {
	const { id, version, file, title, publishedOn, publisher } = document;
	const exercises = catalogue.filter((exercise) => exercise.documents.includes(file)).length;
	return { id, version, file, title, publishedOn, publisher, passages: passagesOf(document).length, exercises };
}
