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

const mostNamed = 20;

/** Problems as lines for people; of very many the first, and how many more there are. */
export function problemLines(problems: readonly CorpusProblem[], most = mostNamed): string[] {
	const more = problems.length - most;
	return [...problems.slice(0, most).map(problemLine), ...(more > 0 ? [`and ${more} more files are not read as they are`] : [])];
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
	const { files, others } = await filesIn(folder);
	const documents: Document[] = [];
	const problems: CorpusProblem[] = others.map((file) => ({ file, problem: 'is neither .txt nor .md' }));
	for (let first = 0; first < files.length; first += filesAtOnce) {
		const batch = files.slice(first, first + filesAtOnce);
		for (const result of await Promise.all(batch.map((file) => loadFile(folder, file)))) {
			documents.push(...result.documents);
			problems.push(...result.problems);
		}
	}
	return { documents, problems };
}

/** The files that are documents, and those that are not. */
async function filesIn(folder: string): Promise<{ readonly files: readonly string[]; readonly others: readonly string[] }> {
	try {
		const entries = await readdir(folder, { recursive: true, withFileTypes: true });
		const all = entries
			.filter((entry) => !entry.isDirectory())
			.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
			.filter((file) => !file.split('/').some((part) => part.startsWith('.')))
			.sort();
		const isDocument = (file: string): boolean => /\.(?:txt|md)$/i.test(file);
		return { files: all.filter(isDocument), others: all.filter((file) => !isDocument(file)) };
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
