import type { Document } from './corpus/document.js';
import { type CorpusProblem, loadCorpus } from './corpus/load.js';
import { passageCount } from './corpus/passages.js';
import { exercisesIn } from './exercises/catalogue/catalogue.js';
import type { Exercise } from './exercises/exercise.js';
import { fitting } from './exercises/exercise-entry.js';
import { createResolver, type Resolver } from './exercises/resolving/resolve.js';
import { gazetteer } from './gazetteer/gazetteer.js';
import { placeNamed } from './gazetteer/place-search.js';
import type { DocumentSummary, Library, OpenedLibrary, Reading } from './library.js';
import { matchingPlaces, placesIn } from './place-summaries.js';
import { buildSearchIndex, search } from './search/search-index.js';
import { type Contents, readSnapshot } from './snapshot.js';

export interface LibraryPlace {
	/** The folder of documents. */
	readonly documents: string;
	/** A snapshot: used where it fits the documents, else everything is worked out anew. */
	readonly indexFile?: string;
}

const passagesAtMost = 50;

/**
 * Reads a folder of documents into a library held in memory.
 * @throws UnreadableFolder when the folder cannot be read
 */
export async function openLibrary({ documents: folder, indexFile }: LibraryPlace): Promise<OpenedLibrary> {
	const { documents, problems } = await loadCorpus(folder);
	const saved = indexFile ? await readSnapshot(indexFile, documents) : undefined;
	return { library: await libraryOf(documents, saved, problems), documents: documents.length, problems };
}

/** The library over documents that are read already, held in memory. */
export async function libraryOf(
	documents: readonly Document[],
	saved?: Contents,
	problems: readonly CorpusProblem[] = [],
): Promise<Library> {
	const contents = saved ?? { index: buildSearchIndex(documents), exercises: await exercisesIn(documents) };
	return assembled({ documents, problems, ...contents, reading: () => null });
}

/** What a library is made of, so far; `reading` tells what is not read yet. */
interface Parts extends Contents {
	readonly documents: readonly Document[];
	readonly problems: readonly CorpusProblem[];
	readonly reading: () => Reading | null;
	/** Over the same exercises, where it is there already. */
	readonly resolver?: Resolver<Exercise>;
}

export function assembled({ documents, problems, index, exercises: catalogue, reading, ...made }: Parts): Library {
	const byKey = new Map(documents.flatMap((document) => [[document.id, document] as const, [document.file, document] as const]));
	const byId = new Map(catalogue.map((exercise) => [exercise.id, exercise] as const));
	const summaries = whenAsked(() => summariesOf(documents, catalogue));
	const resolver = whenAsked(() => made.resolver ?? createResolver(catalogue));
	const places = whenAsked(() => placesIn(catalogue));
	return {
		reading: async () => reading(),
		search: async (query, limit = passagesAtMost) => search(index, query, limit),
		document: async (key) => byKey.get(key),
		documents: async (limit) => (limit === undefined ? summaries() : summaries().slice(0, limit)),
		problems: async () => problems,
		exercise: async (id) => byId.get(id),
		entries: async () => catalogue,
		exercises: async (which = {}) => fitting(catalogue, which),
		resolve: async (name) => resolver().resolve(name),
		suggest: async (typed, limit) => resolver().suggest(typed, limit),
		place: async (name) => gazetteer.place(name) ?? placeNamed(name),
		places: async (typed = '', limit = Number.POSITIVE_INFINITY) => matchingPlaces(places(), typed).slice(0, limit),
	};
}

/** Worked out once, when it is first asked for: a library that is swapped for the next soon is spared it. */
function whenAsked<Made>(make: () => Made): () => Made {
	let made: { readonly value: Made } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}

function summariesOf(documents: readonly Document[], catalogue: readonly Exercise[]): DocumentSummary[] {
	const exercisesOf = new Map<string, number>();
	for (const exercise of catalogue) {
		for (const file of exercise.documents) exercisesOf.set(file, (exercisesOf.get(file) ?? 0) + 1);
	}
	return documents.map((document) => {
		const { id, version, file, title, publishedOn, publisher } = document;
		const passages = passageCount(document);
		return { id, version, file, title, publishedOn, publisher, passages, exercises: exercisesOf.get(file) ?? 0 };
	});
}
