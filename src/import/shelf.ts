import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UnreadableFile } from '../corpus/decode.js';
import type { Document } from '../corpus/document.js';
import { formatOf } from '../corpus/formats/kinds.js';
import type { CorpusProblem } from '../corpus/load.js';
import type { Exercise } from '../exercises/exercise.js';
import type { Library, Reading } from '../library.js';
import { oneAtATime } from '../one-at-a-time.js';
import { removeParts, writeWhole } from '../write-whole.js';
import { NoArticle } from './articles.js';
import { type FetchSettings, fetchPage, Unfetchable } from './fetch-page.js';
import { articleFile, fileGiven, filesFetched, type NewFile, type Saved, saveFile } from './files.js';

/** What a member gives: a file that Discord holds, an address, or a text. */
export type Offer =
	| { readonly kind: 'file'; readonly name: string; readonly url: string; readonly size: number }
	| { readonly kind: 'address'; readonly address: string }
	| { readonly kind: 'text'; readonly text: string; readonly title: string | undefined };

/** What came of an offer: documents that are in the library now, or why nothing was kept, in words for people. */
export type Taken =
	| {
			readonly documents: readonly Document[];
			/** Exercises of these documents that were not known before, and those that were. */
			readonly fresh: readonly Exercise[];
			readonly known: readonly Exercise[];
			/** Exercises on which these documents disagree with others. */
			readonly disputed: readonly Exercise[];
			readonly isWhole: boolean;
	  }
	| { readonly refused: string };

export interface ShelfState {
	readonly reading: Reading | null;
	readonly documents: number;
	readonly problems: readonly CorpusProblem[];
}

/** The part of the documents folder into which members put documents. */
export interface Shelf {
	add(offer: Offer): Promise<Taken>;
	/** Removes what was added here, and nothing else. @returns whether there was such a document */
	remove(file: string): Promise<boolean>;
	state(): Promise<ShelfState>;
	/** The library of this moment. */
	library(): Library;
	/** Whether members of this server may use it. */
	isOpenTo(server: string): boolean;
}

interface ShelfSettings {
	readonly documents: string;
	/** `all`, or ids. */
	readonly servers: 'all' | readonly string[];
	readonly fetching: FetchSettings;
	opened(): { readonly library: Library; readonly documents: number; readonly problems: readonly CorpusProblem[] };
	/** Takes up what has changed in the folder. */
	reload(): Promise<void>;
}

/** Inside the documents folder: what members added, apart from all that its owner put there. */
export const addedFolder = 'added';

export function createShelf({ documents, servers, fetching, opened, reload }: ShelfSettings): Shelf {
	/** What one document changes is seen before the next comes. */
	const inTurn = oneAtATime();
	void inTurn(() => removeParts(join(documents, addedFolder)));

	async function take(offer: Offer): Promise<Taken> {
		let files: NewFile[];
		try {
			files = await filesOffered(offer, fetching);
		} catch (error) {
			if (error instanceof Unfetchable || error instanceof NoArticle || error instanceof UnreadableFile) return { refused: error.message };
			throw error;
		}
		const before = new Set((await opened().library.entries()).map(({ id }) => id));
		const saved: Saved[] = [];
		for (const file of files) saved.push(await saveFile(documents, addedFolder, file));
		await reload();
		const bad = opened().problems.filter(({ file, loaded }) => !loaded && saved.some((one) => one.file === file));
		for (const { file } of bad)
			await putBack(
				documents,
				saved.find((one) => one.file === file),
			);
		if (bad.length > 0) await reload();
		if (bad[0] && bad.length === saved.length) return { refused: bad[0].problem };
		return takenBy(opened().library, saved, before);
	}

	return {
		library: () => opened().library,
		isOpenTo: (server) => servers === 'all' || servers.includes(server),
		add: (offer) => inTurn(() => take(offer)),
		remove: (file) =>
			inTurn(async () => {
				const names = await readdir(join(documents, addedFolder)).catch(() => []);
				const name = names.find((one) => `${addedFolder}/${one}` === file);
				if (name === undefined) return false;
				await rm(join(documents, addedFolder, name));
				await reload();
				return true;
			}),
		async state() {
			const { library, documents: count, problems } = opened();
			return { reading: await library.reading(), documents: count, problems };
		},
	};
}

async function filesOffered(offer: Offer, fetching: FetchSettings): Promise<NewFile[]> {
	if (offer.kind === 'text') {
		const text = offer.text.trim();
		if (text === '') throw new NoArticle('is empty');
		return [articleFile({ fields: offer.title ? { title: offer.title } : {}, text })];
	}
	if (offer.kind === 'address') {
		const fetched = await fetchPage(offer.address, fetching);
		return fetched ? filesFetched(fetched) : [];
	}
	if (!formatOf(offer.name)) throw new NoArticle('is of a kind that is not read');
	// The address is Discord's, not the member's: it is trusted where it leads, and nowhere else.
	const host = URL.canParse(offer.url) ? [new URL(offer.url).host] : [];
	const fetched = await fetchPage(offer.url, { ...fetching, privateHosts: host, redirects: 0, isAnyType: true });
	return fetched ? [fileGiven(offer.name, fetched.bytes)] : [];
}

async function putBack(documents: string, saved: Saved | undefined): Promise<void> {
	if (!saved) return;
	const path = join(documents, saved.file);
	await (saved.before ? writeWhole(path, saved.before) : rm(path, { force: true }));
}

async function takenBy(library: Library, saved: readonly Saved[], before: ReadonlySet<string>): Promise<Taken> {
	// A file of several articles is a document for each: "added/week.csv#3".
	const isSaved = ({ file }: { file: string }) => saved.some((one) => file === one.file || file.startsWith(`${one.file}#`));
	const found = await Promise.all((await library.documents()).filter(isSaved).map(({ id }) => library.document(id)));
	const documents = found.filter((document) => document !== undefined);
	const ids = new Set(documents.map(({ id }) => id));
	const files = new Set(documents.map(({ file }) => file));
	const exercises = await library.exercises({ documents: [...files] });
	const isIn = ({ quote }: { quote: { documentId: string } }) => ids.has(quote.documentId);
	return {
		documents,
		fresh: exercises.filter(({ id }) => !before.has(id)),
		known: exercises.filter(({ id }) => before.has(id)),
		disputed: exercises.flatMap((exercise) => {
			const disagreements = exercise.disagreements.filter((one) => [one, ...one.against].some(isIn));
			return disagreements.length > 0 ? [{ ...exercise, disagreements }] : [];
		}),
		isWhole: (await library.reading()) === null,
	};
}
