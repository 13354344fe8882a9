import { lstat } from 'node:fs/promises';
import { takingTurns } from '../taking-turns.js';
import { isLasting, type KeptFiles, openKeptFiles } from './kept-files.js';
import { type Corpus, loadEach, loadFile } from './load.js';

/** A folder that is read again and again: a file that is as it was is not opened. */
export interface FolderReader {
	/** @throws UnreadableFolder when the folder is not there or cannot be listed */
	read(): Promise<Corpus>;
}

interface Known extends Corpus {
	readonly state: string;
}

/** Reads a folder; what its files come to is kept where anything is, and a file that did not change is taken from there. */
export async function openFolder(folder: string): Promise<FolderReader> {
	const kept = await openKeptFiles();
	let known: ReadonlyMap<string, Known> = new Map();
	return {
		async read() {
			const found = new Map<string, Known>();
			const corpus = await loadEach(folder, takingTurns(), async ({ file, path }, pause) => {
				const state = await stateOf(path);
				const before = known.get(file);
				const read = before !== undefined && before.state === state ? before : await readFile(kept, { file, path, state }, pause);
				await pause();
				if (state !== undefined && (read.documents.length > 0 || isLasting(read.problems))) {
					found.set(file, { state, documents: read.documents, problems: read.problems });
				}
				return read;
			});
			known = found;
			return corpus;
		},
	};
}

async function readFile(
	kept: KeptFiles | undefined,
	{ file, path, state }: { readonly file: string; readonly path: string; readonly state: string | undefined },
	pause: () => Promise<void>,
): Promise<Corpus> {
	const keeping = state === undefined ? undefined : kept;
	const before = keeping?.get(file, state ?? '');
	if (before) return before;
	const read = await loadFile(file, path, pause);
	return keeping && read.documents.length > 0 ? keeping.put(file, state ?? '', read) : read;
}

/** What changes with every write to a file, and when another takes its place; undefined for a file that is gone. */
async function stateOf(path: string): Promise<string | undefined> {
	const found = await lstat(path, { bigint: true }).catch(() => undefined);
	return found && [found.dev, found.ino, found.size, found.mtimeNs, found.ctimeNs].join(' ');
}
