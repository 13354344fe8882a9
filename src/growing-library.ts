import { setImmediate } from 'node:timers/promises';
import { contentKey, type Document } from './corpus/document.js';
import { openFolder } from './corpus/folder-reader.js';
import type { CorpusProblem } from './corpus/load.js';
import { merging } from './exercises/catalogue/catalogue.js';
import { holdExtract, readExercisesAside } from './exercises/catalogue/saved-extracts.js';
import type { DocumentExtract } from './exercises/drafts/draft.js';
import type { Exercise } from './exercises/exercise.js';
import { resolverPieces } from './exercises/resolving/resolve.js';
import type { OpenedLibrary, Reading } from './library.js';
import { assembled, type LibraryPlace } from './memory-library.js';
import { oneAtATime } from './one-at-a-time.js';
import { changedIndex, emptyIndex, type SearchIndex } from './search/search-index.js';
import { readSavedIndex, writeSnapshot } from './snapshot.js';
import { clearUnused } from './store.js';
import { inTurns } from './taking-turns.js';
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

/** Makes a state of the catalogue the one that is asked. */
type Show = (exercises: readonly Exercise[], progress: () => Reading | null) => Promise<void>;

/** So few unread documents are read before anybody is answered from the new state. */
const readAtOnce = 20;
/** From so many documents on, what was worked out is saved; and so long after the last change, in milliseconds. */
const worthSaving = 100;
const savedAfter = 5_000;
/** What nobody uses any more is cleared away so long after the start, and then so often, in milliseconds. */
const firstCleared = 60_000;
const clearedEvery = 12 * 60 * 60 * 1_000;
/** The growing catalogue is shown at every such share of the unread documents. */
const shown = 0.1;

/**
 * Opens a folder of documents; the newest are read first.
 * @param readDocument what a document says of exercises: by the rules and the reader together, kept, where nothing else is given
 * @throws UnreadableFolder when the folder cannot be read
 */
export async function growLibrary(
	place: LibraryPlace,
	{ onLoad, onProgress, onError }: Hearers,
	readDocument: (document: Document) => Promise<DocumentExtract> = readExercisesAside,
): Promise<GrowingLibrary> {
	const folder = await openFolder(place.documents);
	const extracts = new Map<string, DocumentExtract>();
	let indexed: { readonly documents: readonly Document[]; readonly index: SearchIndex } = { documents: [], index: emptyIndex() };
	let opened: OpenedLibrary | undefined;
	/** What is read for an older turn is given up at the next document. */
	let turn = 0;
	let isSaved = false;
	/** All documents of the folder are read for exercises. */
	let isWhole = false;
	let saving: NodeJS.Timeout | undefined;
	const inTurn = oneAtATime();
	/** What this library is made of stays, what no process uses goes. */
	const clear = () =>
		void inTurn(holdAll)
			.then(() => clearUnused())
			.catch(onError);
	const clearing = [setTimeout(clear, firstCleared).unref(), setInterval(clear, clearedEvery).unref()];
	let reading: Promise<void> = Promise.resolve();

	async function holdAll(): Promise<void> {
		await folder.hold();
		for (const document of indexed.documents) await holdExtract(document);
	}

	async function load(): Promise<void> {
		await reading;
		const { documents, problems } = await folder.read();
		const changes = changesBetween(indexed.documents, documents);
		const isSame = changes.gone.length + changes.come.length === 0 && opened && sameProblems(opened.problems, problems);
		if (isSame && isWhole) return saveSoon(turn);
		const saved = opened || !place.indexFile ? undefined : await readSavedIndex(place.indexFile, documents);
		isSaved = saved !== undefined;
		const index = saved ?? (await changedIndex(indexed.index, changes));
		indexed = { documents, index };
		const show: Show = async (exercises, progress) => {
			const resolver = await inTurns(resolverPieces(exercises));
			const library = assembled({ documents, problems, index, exercises, resolver, reading: progress });
			opened = { library, documents: documents.length, problems };
			onProgress(progress());
		};
		await readAll(documents, show);
		if (opened) onLoad(opened);
		saveSoon(turn);
	}

	/** Keeps what was worked out, when it has been left alone for a while: small folders are worked out as quickly as they are opened. */
	function saveSoon(mine: number): void {
		const { indexFile } = place;
		if (isSaved || !indexFile || indexed.documents.length < worthSaving) return;
		clearTimeout(saving);
		saving = setTimeout(() => {
			reading = reading.then(() => save(indexFile, mine)).catch(onError);
		}, savedAfter).unref();
	}

	async function save(file: string, mine: number): Promise<void> {
		if (!opened || turn !== mine) return;
		const exercises = await opened.library.exercises();
		const { documents, index } = indexed;
		// The index changes with the next turn: what is written of it before is given up.
		isSaved = await writeSnapshot(file, documents, { index, exercises }, () => turn === mine);
	}

	/** Reads the documents that are not read yet: a few at once, many in the background. */
	async function readAll(documents: readonly Document[], show: Show) {
		const mine = turn;
		const keys = documents.map(contentKey);
		forgetAllBut(new Set(keys), extracts);
		const unread = documents.filter((document) => !extracts.has(contentKey(document))).toSorted(newestFirst);
		let left = unread.length;
		const progress = () => (left === 0 ? null : { read: documents.length - left, of: documents.length });
		const showRead = async () => await show(await inTurns(merging(keys.flatMap((key) => extracts.get(key) ?? []))), progress);
		const readThem = async () => {
			const step = Math.ceil(Math.max(readAtOnce, unread.length * shown));
			for (const document of unread) {
				if (turn !== mine) return;
				extracts.set(contentKey(document), await readDocument(document));
				left -= 1;
				if (left % step === 0) await showRead();
				await setImmediate();
			}
			isWhole = true;
		};
		isWhole = unread.length === 0;
		if (isWhole) await showRead();
		else if (unread.length <= readAtOnce) await readThem();
		else {
			await showRead();
			reading = readThem().catch(onError);
		}
	}

	const reload = (): Promise<void> => {
		turn += 1;
		return inTurn(load);
	};
	await reload();
	return {
		current() {
			if (!opened) throw new Error('The library is not open yet');
			return opened;
		},
		reload,
		whole: () => inTurn(async () => {}).then(() => reading),
		close() {
			turn += 1;
			for (const timer of [saving, ...clearing]) clearTimeout(timer);
		},
	};
}

function sameProblems(before: readonly CorpusProblem[], after: readonly CorpusProblem[]): boolean {
	return (
		before.length === after.length && before.every(({ file, problem }, at) => file === after[at]?.file && problem === after[at]?.problem)
	);
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
