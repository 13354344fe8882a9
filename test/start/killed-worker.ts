import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { openWatches } from '../../src/alerts/watches.js';
import { loadCorpus } from '../../src/corpus/load.js';
import { mergeExtracts } from '../../src/exercises/catalogue/catalogue.js';
import { extract } from '../../src/exercises/extract.js';
import { growLibrary } from '../../src/growing-library.js';
import { articleFile, saveFile } from '../../src/import/files.js';
import { addedFolder } from '../../src/import/shelf.js';
import { buildSearchIndex, search } from '../../src/search/search-index.js';
import { writeSnapshot } from '../../src/snapshot.js';
import { keepWorkIn } from '../../src/store.js';
import { removeParts } from '../../src/write-whole.js';

/**
 * Opens what a process before it has left, says whether all is right, and then adds documents and subscriptions and writes the index anew
 * until it is killed. What was promised to a member stands in a journal.
 */
const [folder = '', once] = process.argv.slice(2);
const documentsFolder = join(folder, 'documents');
const indexFile = join(folder, 'index', 'snapshot');
const journal = join(folder, 'journal');
const promised = existsSync(journal) ? readFileSync(journal, 'utf8').split('\n').filter(Boolean) : [];
const promise = (what: string) => appendFileSync(journal, `${what}\n`);

keepWorkIn(join(folder, 'kept'), fail);
const watches = await openWatches(join(folder, 'watches', 'watches.json'), 100_000);
await removeParts(join(documentsFolder, addedFolder));
const library = await growLibrary(
	{ documents: documentsFolder, indexFile },
	{ onLoad: () => {}, onProgress: () => {}, onError: fail },
	async (document) => extract(document),
);
await library.whole();
await checkAll();
process.stdout.write('right\n');
if (once) process.exit(0);
for (let number = promised.length; ; number++) {
	const name = `Cedar Heron ${2000 + number}`;
	const saved = await saveFile(
		documentsFolder,
		addedFolder,
		articleFile({ fields: { title: `${name} opens` }, text: `Exercise ${name} opened off Bergen.\n\n${'Calm. '.repeat(500)}\n\nTHE END.` }),
	);
	await library.reload();
	promise(`document ${saved.file}`);
	const topic = { kind: 'exercise' as const, id: name, name };
	await watches.add({ server: 'one', channel: 'general', topic });
	promise(`watch ${name}`);
	const { documents } = await loadCorpus(documentsFolder);
	await writeSnapshot(indexFile, documents, {
		index: buildSearchIndex(documents),
		exercises: await library.current().library.exercises(),
	});
}

async function checkAll(): Promise<void> {
	const { documents, problems } = await loadCorpus(documentsFolder);
	check(problems.length === 0, `problems: ${JSON.stringify(problems)}`);
	const { library: opened } = library.current();
	const files = new Set((await opened.documents()).map(({ file }) => file));
	check(
		isDeepStrictEqual(
			[...files],
			documents.map(({ file }) => file),
		),
		'other documents than in the folder',
	);
	for (const what of promised) {
		const [kind = '', ...rest] = what.split(' ');
		const name = rest.join(' ');
		const isKept = kind === 'document' ? files.has(name) : watches.ofServer('one').some(({ topic }) => topic.name === name);
		check(isKept, `${what} was promised and is gone`);
	}
	const fresh = buildSearchIndex(documents);
	for (const question of ['Cedar Heron opens', 'Amber Shield sailors', 'Bergen']) {
		const expected = search(fresh, question, 20).map(({ passage }) => passage.id);
		const found = (await opened.search(question, 20)).map(({ passage }) => passage.id);
		check(isDeepStrictEqual(found, expected), `other passages for ${question}: ${found} and not ${expected}`);
	}
	const catalogue = mergeExtracts(documents.map(extract));
	check(isDeepStrictEqual(await opened.exercises(), catalogue), 'another catalogue');
	for (const file of await readdir(join(documentsFolder, addedFolder)).catch(() => [])) {
		check((await readFile(join(documentsFolder, addedFolder, file), 'utf8')).endsWith('THE END.\n'), `${file} is half a document`);
	}
	for (const place of ['index', 'watches', join('documents', addedFolder)]) {
		const parts = (await readdir(join(folder, place)).catch(() => [])).filter((name) => name.endsWith('.part'));
		check(parts.length === 0, `left over: ${parts}`);
	}
}

function check(isRight: boolean, what: string): void {
	if (!isRight) fail(what);
}

function fail(what: unknown): void {
	process.stdout.write(`wrong: ${what instanceof Error ? what.stack : what}\n`);
	process.exit(1);
}
