import { setImmediate } from 'node:timers/promises';
import { contentKey, type Document } from './corpus/document.js';
import { loadCorpus } from './corpus/load.js';
import { mergeExtracts } from './exercises/catalogue.js';
import type { DocumentExtract } from './exercises/draft.js';
import type { Exercise } from './exercises/exercise.js';
import { readExercisesOnce } from './exercises/saved-extracts.js';
import type { OpenedLibrary, Reading } from './library.js';
import { assembled, type LibraryPlace } from './memory-library.js';
import { openReader } from './reader/reader.js';
import { changedIndex, emptyIndex, type SearchIndex } from './search/search-index.js';
import { readSnapshot } from './snapshot.js';
import { inOrder } from './text/in-order.js';

/** A library that answers as soon as its passages are indexed, and whose catalogue grows while documents are read for exercises. */
export interface GrowingLibrary {
	/** As it is now: whole in itself, and never changed afterwards. */
	current(): OpenedLibrary;
	/** Takes up what has changed in the folder, one time after the other. Resolves when the new passages are searched. */
	reload(): Promise<void>;
	/** Resolves when nothing is left to be read, or reading was given up. */
	whole(): Promise<void>;
	/** Stops reading. */
	close(): void;
}

export interface Hearers {
	/** The folder was read, its passages are searched. */
	readonly onLoad: (opened: OpenedLibrary) => void;
	/** More documents were read for exercises; null when all are. */
	readonly onProgress: (reading: Reading | null) => void;
	readonly onError: (error: unknown) => void;
}

/** So few unread documents are read before anybody is answered from the new state. */
const readAtOnce = 20;
/** The growing catalogue is shown at every such share of the unread documents. */
const shown = 0.1;

/**
 * Opens a folder of documents; the newest are read first.
 * @throws UnreadableFolder when the folder cannot be read
 */
export async function growLibrary(place: LibraryPlace, { onLoad, onProgress, onError }: Hearers): Promise<GrowingLibrary> {
	const reader = await openReader();
	const extracts = new Map<string, DocumentExtract>();
	let indexed: { readonly documents: readonly Document[]; readonly index: SearchIndex } = { documents: [], index: emptyIndex() };
	let opened: OpenedLibrary | undefined;
	/** What is read for an older turn is given up at the next document. */
	let turn = 0;
	let loading: Promise<void> = Promise.resolve();
	let reading: Promise<void> = Promise.resolve();

	async function load(): Promise<void> {
		await reading;
		const { documents, problems } = await loadCorpus(place.documents);
		const saved = opened || !place.indexFile ? undefined : await readSnapshot(place.indexFile, documents);
		const index = saved?.index ?? (await changedIndex(indexed.index, changesBetween(indexed.documents, documents)));
		indexed = { documents, index };
		const show = (exercises: readonly Exercise[], progress: () => Reading | null): void => {
			opened = { library: assembled({ documents, problems, index, exercises, reading: progress }), documents: documents.length, problems };
			onProgress(progress());
		};
		if (saved) show(saved.exercises, () => null);
		else await readAll(documents, show);
		if (opened) onLoad(opened);
	}

	/** Reads the documents that are not read yet: a few at once, many in the background. */
	async function readAll(documents: readonly Document[], show: (exercises: Exercise[], progress: () => Reading | null) => void) {
		const mine = turn;
		const keys = documents.map(contentKey);
		forgetAllBut(new Set(keys), extracts);
		const unread = documents.filter((document) => !extracts.has(contentKey(document))).toSorted(newestFirst);
		let left = unread.length;
		const progress = () => (left === 0 ? null : { read: documents.length - left, of: documents.length });
		const showRead = () => show(mergeExtracts(keys.flatMap((key) => extracts.get(key) ?? [])), progress);
		const readThem = async () => {
			const step = Math.ceil(Math.max(readAtOnce, unread.length * shown));
			for (const document of unread) {
				if (turn !== mine) return;
				extracts.set(contentKey(document), await readExercisesOnce(document, reader));
				left -= 1;
				if (left % step === 0) showRead();
				await setImmediate();
			}
		};
		if (unread.length === 0) showRead();
		else if (unread.length <= readAtOnce) await readThem();
		else {
			showRead();
			reading = readThem().catch(onError);
		}
	}

	const reload = (): Promise<void> => {
		turn += 1;
		const next = loading.then(load);
		loading = next.catch(() => {});
		return next;
	};
	await reload();
	return {
		current() {
			if (!opened) throw new Error('The library is not open yet');
			return opened;
		},
		reload,
		whole: () => loading.then(() => reading),
		close() {
			turn += 1;
		},
	};
}

function forgetAllBut(kept: ReadonlySet<string>, extracts: Map<string, DocumentExtract>): void {
	for (const key of extracts.keys()) if (!kept.has(key)) extracts.delete(key);
}

function changesBetween(before: readonly Document[], after: readonly Document[]) {
	const known = new Map(before.map((document) => [contentKey(document), document] as const));
	const kept = new Set(after.map(contentKey));
	return {
		gone: before.filter((document) => !kept.has(contentKey(document))),
		come: after.filter((document) => !known.has(contentKey(document))),
	};
}

function newestFirst(one: Document, other: Document): number {
	return inOrder(other.publishedOn?.on ?? '', one.publishedOn?.on ?? '');
}
