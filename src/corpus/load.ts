import { inTurns, type Pause, takingTurns } from '../taking-turns.js';
import type { Article } from './article.js';
import { UnreadableFile } from './decode.js';
import type { Document } from './document.js';
import { type Listing, listFolder, readRegularFile } from './folder.js';
import { formatOf, kindOf } from './formats/kinds.js';
import { readFormat } from './formats/read-format.js';
import { readArticle } from './read.js';

/** A file that could not be read as it is, and why, in words for people. */
export interface CorpusProblem {
	/** Its path inside the folder, or "3 files" where it speaks of several. */
	readonly file: string;
	readonly problem: string;
	/** True when only a part of it was dropped; else the file is left out. */
	readonly loaded?: true;
	/** How many files it speaks of, where it is not one. */
	readonly files?: number;
}

/** A problem as one line for people. */
export function problemLine({ file, problem, loaded, files }: CorpusProblem): string {
	const end = files === undefined ? 'it is left out' : 'they are left out';
	return oneLine(`${file} ${problem}${loaded ? '' : `; ${end}`}`);
}

/** The name of a file may hold line ends and other signs that steer a terminal. */
function oneLine(text: string): string {
	return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\uFFFD');
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

/** Entries of one file that are named one by one; of more, their number is given. */
const entriesNamed = 3;

/**
 * Every file of a folder and the folders inside it that is of a kind that is read, except hidden ones.
 * A bad file is named in `problems` and left out, what is wrong in one that is read is named there too; the rest loads.
 * @throws UnreadableFolder when the folder is not there or cannot be listed
 */
export async function loadCorpus(folder: string): Promise<Corpus> {
	return loadEach(await listed(folder), takingTurns(), loadListed);
}

/** How a file that was listed is read. */
type Load = (listed: Listing['files'][number], pause: Pause) => Promise<Corpus>;
const loadListed: Load = ({ file, path }, pause) => loadFile(file, path, pause);

/** The same of what a folder lists, where what a file comes to may be known. */
export async function loadEach(listing: Listing, pause: Pause, load: Load): Promise<Corpus> {
	const documents: Document[] = [];
	const problems: CorpusProblem[] = [];
	for await (const part of inParts(listing, pause, load)) {
		documents.push(...part.documents);
		problems.push(...part.problems);
	}
	return { documents, problems };
}

/** A part of a corpus, and how much of the folder has come with it, 0 to 1. */
type CorpusPart = Corpus & { readonly share: number };

/**
 * The same, a few files at a time, for a folder that does not fit into memory.
 * @throws UnreadableFolder when the folder is not there or cannot be listed
 */
export async function* corpusInParts(folder: string): AsyncGenerator<CorpusPart> {
	yield* inParts(await listed(folder), takingTurns(), loadListed);
}

const filesAtOnce = 32;

async function* inParts({ files, otherKinds, notOpened }: Listing, pause: Pause, load: Load): AsyncGenerator<CorpusPart> {
	for (let first = 0; first < files.length; first += filesAtOnce) {
		const batch = files.slice(first, first + filesAtOnce);
		const parts = await Promise.all(batch.map((one) => load(one, pause)));
		yield {
			documents: parts.flatMap(({ documents }) => documents),
			problems: parts.flatMap(({ problems }) => problems),
			share: (first + batch.length) / files.length,
		};
	}
	yield { documents: [], problems: [...notOpened, ...kindsNotRead(otherKinds)], share: 1 };
}

/** @throws UnreadableFolder when the folder is not there or cannot be listed */
export async function listed(folder: string): Promise<Listing> {
	try {
		return await listFolder(folder);
	} catch (error) {
		throw new UnreadableFolder(`The documents folder ${folder} ${reasonOf(error)}`);
	}
}

/** All files of kinds that are not read, in one sentence. */
function kindsNotRead(files: readonly string[]): CorpusProblem[] {
	const [only, ...more] = files;
	if (only === undefined) return [];
	if (more.length === 0) return [{ file: only, problem: 'is of a kind that is not read' }];
	const kinds = [...new Set(files.map((file) => kindOf(file) || 'no kind'))].sort();
	const shown = [...kinds.slice(0, 8), ...(kinds.length > 8 ? [`${kinds.length - 8} more`] : [])].join(', ');
	return [{ file: `${files.length} files`, problem: `are of kinds that are not read: ${shown}`, files: files.length }];
}

export async function loadFile(file: string, path: string, pause: Pause): Promise<Corpus> {
	const format = formatOf(file);
	if (!format) return { documents: [], problems: [] };
	try {
		const bytes = await readRegularFile(path);
		await pause();
		const { articles, problems } = await readFormat(format, bytes);
		const read: Corpus[] = [];
		for (const article of articles) {
			read.push(await readEntry(file, article, pause));
			await pause();
		}
		return {
			documents: read.flatMap(({ documents }) => documents),
			problems: [
				...problems.map((problem) => ({ file, problem, loaded: true as const })),
				...inFew(
					file,
					read.flatMap((entry) => entry.problems),
				),
			],
		};
	} catch (error) {
		return { documents: [], problems: [{ file, problem: error instanceof UnreadableFile ? error.message : reasonOf(error) }] };
	}
}

async function readEntry(file: string, article: Article, pause: Pause): Promise<Corpus> {
	const name = article.entry ? `${file}#${article.entry.number}` : file;
	try {
		const { document, problems } = await inTurns(readArticle(file, article), pause);
		return { documents: [document], problems: problems.map((problem) => ({ file: name, problem, loaded: true })) };
	} catch (error) {
		if (error instanceof UnreadableFile) return { documents: [], problems: [{ file: name, problem: error.message }] };
		throw error;
	}
}

/** The problems of a file's entries: each, where they are few. */
function inFew(file: string, problems: readonly CorpusProblem[]): readonly CorpusProblem[] {
	if (problems.length <= entriesNamed) return problems;
	const first = problems.slice(0, entriesNamed);
	return [
		...first,
		{ file, problem: `has ${problems.length - entriesNamed} more entries of which something could not be read`, loaded: true },
	];
}

function reasonOf(error: unknown): string {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	if (code === 'ENOENT') return 'is not there';
	if (code === 'ENOTDIR') return 'is not a folder';
	if (code === 'EACCES' || code === 'EPERM') return 'may not be read';
	return `cannot be read (${error instanceof Error ? error.message : String(error)})`;
}
