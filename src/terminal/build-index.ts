import { loadCorpus } from '../corpus/load.js';
import { buildSearchIndex } from '../search/search-index.js';
import { readSnapshot, writeSnapshot } from '../search/snapshot.js';

/** Builds the index of a folder and keeps it in a file, telling how it goes on standard error. Returns the exit code. */
export async function buildIndexFile(folder: string, file: string): Promise<number> {
	const tell = (line: string) => process.stderr.write(`${line}\n`);
	tell(`Reading ${folder} …`);
	const { documents, problems } = await loadCorpus(folder);
	for (const { file: name, problem } of problems) tell(`${name} ${problem}; it is left out.`);
	if (await readSnapshot(file, documents)) {
		tell(`${documents.length} documents: the index in ${file} is up to date.`);
		return 0;
	}
	let told = 0;
	const index = buildSearchIndex(documents, (done) => {
		const tenths = Math.floor((done / documents.length) * 10);
		if (tenths > told) tell(`${done} of ${documents.length} documents indexed`);
		told = tenths;
	});
	await writeSnapshot(file, documents, index);
	tell(`${index.passages.size} passages of ${documents.length} documents are indexed in ${file}.`);
	return 0;
}
