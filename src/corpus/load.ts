import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { UnreadableFile } from './decode.js';
import type { Document } from './document.js';
import { readWithProblems } from './read.js';

/** A file that could not be read as it is, and why, in words for people. */
export interface CorpusProblem {
	readonly file: string;
	readonly problem: string;
	/** True when only a part of its head was dropped; else the file is left out. */
	readonly loaded?: true;
}

/** A problem as one line for people. */
export function problemLine({ file, problem, loaded }: CorpusProblem): string {
	return `${file} ${problem}${loaded ? '' : '; it is left out'}`;
}

export interface Corpus {
	/** Sorted by file name. */
	readonly documents: readonly Document[];
	readonly problems: readonly CorpusProblem[];
}

/** The folder itself cannot be read: the message is fit for one line. */
export class UnreadableFolder extends Error {}

const largestFile = 20 * 1024 * 1024;
const filesAtOnce = 32;

/**
 * Every `.txt` and `.md` file of a folder and the folders inside it, except hidden ones.
 * A bad file is named in `problems` and left out, a bad head is named there too; the rest loads.
 * @throws UnreadableFolder when the folder is not there or cannot be listed
 */
export async function loadCorpus(folder: string): Promise<Corpus> {
	const files = await filesIn(folder);
	const documents: Document[] = [];
	const problems: CorpusProblem[] = [];
	for (let first = 0; first < files.length; first += filesAtOnce) {
		const batch = files.slice(first, first + filesAtOnce);
		for (const result of await Promise.all(batch.map((file) => loadFile(folder, file)))) {
			documents.push(...result.documents);
			problems.push(...result.problems);
		}
	}
	return { documents, problems };
}

async function filesIn(folder: string): Promise<string[]> {
	try {
		const entries = await readdir(folder, { recursive: true, withFileTypes: true });
		return entries
			.filter((entry) => !entry.isDirectory() && /\.(?:txt|md)$/i.test(entry.name))
			.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
			.filter((file) => !file.split('/').some((part) => part.startsWith('.')))
			.sort();
	} catch (error) {
		throw new UnreadableFolder(`The documents folder ${folder} ${reasonOf(error)}`);
	}
}

async function loadFile(folder: string, file: string): Promise<Corpus> {
	const path = join(folder, file);
	const leftOut = (problem: string): Corpus => ({ documents: [], problems: [{ file, problem }] });
	try {
		const entry = await stat(path);
		// A pipe would be waited for without end.
		if (!entry.isFile()) return leftOut('is no file');
		if (!(await isInside(folder, path))) return leftOut('is a link that leads out of the folder');
		const { size } = entry;
		if (size > largestFile) return leftOut(`is larger than ${largestFile / 1024 / 1024} MB`);
		const { document, problems } = readWithProblems(file, await readFile(path));
		return { documents: [document], problems: problems.map((problem) => ({ file, problem, loaded: true })) };
	} catch (error) {
		return leftOut(error instanceof UnreadableFile ? error.message : reasonOf(error));
	}
}

/** Whether a file lies in the folder once all links are followed: nobody's other files are to be quoted. */
async function isInside(folder: string, path: string): Promise<boolean> {
	const way = relative(await realpath(folder), await realpath(path));
	return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function reasonOf(error: unknown): string {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	if (code === 'ENOENT') return 'is not there';
	if (code === 'ENOTDIR') return 'is not a folder';
	if (code === 'EACCES' || code === 'EPERM') return 'may not be read';
	return `cannot be read (${error instanceof Error ? error.message : String(error)})`;
}
