import type { Document } from '../corpus/document.js';
import { loadCorpus, problemLines } from '../corpus/load.js';
import { mergeExtracts } from '../exercises/catalogue/catalogue.js';
import { readExercisesOnce } from '../exercises/catalogue/saved-extracts.js';
import { openReader } from '../reader/reader.js';
import { buildSearchIndex } from '../search/search-index.js';
import { type Contents, readSnapshot, writeSnapshot } from '../snapshot.js';

/** What an index holds, and whether it was there already. */
export interface IndexBuilt {
	readonly file: string;
	readonly documents: number;
	readonly passages: number;
	readonly exercises: number;
	readonly upToDate: boolean;
}

/** Works out the index and the catalogue of a folder and keeps them in a file, telling how it goes on standard error. */
export async function buildIndexFile(folder: string, file: string): Promise<IndexBuilt> {
	const tell = (line: string) => process.stderr.write(`${line}\n`);
	tell(`Reading ${folder} …`);
	const { documents, problems } = await loadCorpus(folder);
	for (const line of problemLines(problems)) tell(`${line}.`);
	const saved = await readSnapshot(file, documents);
	if (saved) {
		tell(`${documents.length} documents: the index in ${file} is up to date.`);
		return builtOf(file, documents, saved, true);
	}
	const index = buildSearchIndex(
		documents,
		tenths(documents.length, (done) => tell(`${done} of ${documents.length} documents indexed`)),
	);
	const hear = tenths(documents.length, (done) => tell(`${done} of ${documents.length} documents read for exercises`));
	const reader = await openReader();
	const extracts = [];
	for (const [position, document] of documents.entries()) {
		extracts.push(await readExercisesOnce(document, reader));
		hear(position + 1);
	}
	const exercises = mergeExtracts(extracts);
	await writeSnapshot(file, documents, { index, exercises });
	tell(`${index.passages.size} passages of ${documents.length} documents are indexed in ${file}, and ${exercises.length} exercises.`);
	return builtOf(file, documents, { index, exercises }, false);
}

function builtOf(file: string, documents: readonly Document[], { index, exercises }: Contents, upToDate: boolean): IndexBuilt {
	return { file, documents: documents.length, passages: index.passages.size, exercises: exercises.length, upToDate };
}

/** Passes on a count at every tenth of the whole. */
function tenths(whole: number, hear: (done: number) => void): (done: number) => void {
	let heard = 0;
	return (done) => {
		const reached = Math.floor((done / whole) * 10);
		if (reached > heard) hear(done);
		heard = reached;
	};
}
