import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { UnreadableFile } from '../corpus/decode.js';
import { NoArticle } from '../import/articles.js';
import { type FetchSettings, fetchPage, Unfetchable } from '../import/fetch-page.js';
import { fileGiven, filesFetched, type NewFile, type Saved, saveFile } from '../import/files.js';
import type { Request } from './usage.js';

/** Inside the documents folder: what was fetched. */
const importedFolder = 'imported';

/** What came of one address or file. */
interface Imported {
	readonly source: string;
	readonly files: readonly { readonly file: string; readonly isNew: boolean }[];
	/** Why nothing was taken, in words for people. */
	readonly problem: string | null;
}

/**
 * Takes pages, feeds and files into the documents folder, and names what stands there now on standard output, what
 * went wrong on standard error.
 * @returns the exit code: 1 when one of them could not be taken
 */
export async function importAll({ inputs, json }: Request, documents: string, fetching: FetchSettings): Promise<number> {
	const imported: Imported[] = [];
	for (const source of inputs) imported.push(await importOne(source, documents, fetching));
	for (const { source, problem } of imported) if (problem !== null) process.stderr.write(`${source} ${problem}.\n`);
	const files = imported.flatMap((one) => one.files);
	const lines = files.map(({ file, isNew }) => `${file}${isNew ? '' : ' (as it was)'}\n`);
	process.stdout.write(json ? `${JSON.stringify(imported)}\n` : lines.join(''));
	return imported.some(({ problem }) => problem !== null) ? 1 : 0;
}

async function importOne(source: string, documents: string, fetching: FetchSettings): Promise<Imported> {
	try {
		const saved: Saved[] = [];
		for (const file of await filesFrom(source, fetching)) saved.push(await saveFile(documents, importedFolder, file));
		return { source, files: saved.map(({ file, isChanged }) => ({ file, isNew: isChanged })), problem: null };
	} catch (error) {
		if (!(error instanceof Unfetchable || error instanceof NoArticle || error instanceof UnreadableFile)) throw error;
		return { source, files: [], problem: error.message };
	}
}

async function filesFrom(source: string, fetching: FetchSettings): Promise<NewFile[]> {
	if (/^[a-z][a-z\d+.-]+:\/\//i.test(source)) {
		const fetched = await fetchPage(source, fetching);
		return fetched ? filesFetched(fetched) : [];
	}
	const bytes = await readFile(source).catch((error: NodeJS.ErrnoException) => {
		throw new UnreadableFile(error.code === 'ENOENT' ? 'is not there' : `cannot be read (${error.code ?? error.message})`);
	});
	return [fileGiven(basename(source), bytes)];
}
