import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { answerQuestion } from '../../src/answers/answer-question.js';
import { exercisesAt } from '../../src/answers/from-catalogue/exercises-at.js';
import { connect } from '../../src/cluster-library/connection.js';
import { indexFolder } from '../../src/cluster-library/index-folder.js';
import { UnreadableFolder } from '../../src/corpus/load.js';
import { extract } from '../../src/exercises/extract.js';
import { type GrowingLibrary, growLibrary } from '../../src/growing-library.js';
import type { Library } from '../../src/library.js';
import { keepWorkIn } from '../../src/store.js';
import { type Timing, table, timing } from '../bench/clock.js';
import { madeArticle, writeArticles } from '../bench/made-articles.js';
import { clusterFigures, countingWay, folderMegabytes } from './bench-figures.js';
import { clusterAddress, followed } from './library.js';

type Print = (line: string) => void;
interface Bench {
	readonly size: number;
	/** Folder of the articles. */
	readonly articles: string;
	readonly name: string;
	readonly print: Print;
}

/** Times that each kind of question is put to each library; fewer where the network reads. */
const rounds = (what: string, size: number) => (what === 'ask' ? Math.min(50, Math.floor(size / 12)) : 100);
/** Exercises all over the folder, a prime number apart. */
const exerciseNumber = (number: number, size: number) => madeArticle(5 * ((number * 7_919) % Math.floor(size / 5))).exercise;
const countedRounds = 12;
const tellsEveryMs = 15_000;
const savedWithinMs = 120_000;

const secondsSince = (began: number) => (performance.now() - began) / 1_000;
const fail = (error: unknown): void => {
	throw error;
};

/** Indexes so many articles on the cluster and in memory, adds one, and asks both. */
export async function benchSize(size: number, print: Print): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'bench-cluster-'));
	const bench: Bench = { size, articles: join(folder, 'articles'), name: `bench-${size}`, print };
	try {
		await writeArticles(bench.articles, size);
		keepWorkIn(join(folder, 'kept'), (problem) => console.error(problem));
		print(`\n${size.toLocaleString('en')} articles, ${(await folderMegabytes(bench.articles)).toFixed(1)} MB of text`);
		await onCluster(bench);
		const embedded = await inMemory(bench, folder);
		await askBoth(bench, embedded);
		embedded?.close();
	} finally {
		await rm(folder, { recursive: true });
	}
}

async function onCluster({ size, articles, name, print }: Bench): Promise<void> {
	const figures = clusterFigures(name);
	let began = performance.now();
	const telling = setInterval(() => {
		const line = figures.progress().then((done) => console.error(`  ${Math.round(secondsSince(began))} s: ${done} of ${size}`));
		line.catch(() => {});
	}, tellsEveryMs);
	await index(name, articles);
	clearInterval(telling);
	const took = secondsSince(began);
	const { megabytes, passages, entries } = await figures.size();
	const parts = Object.entries(megabytes).map(([kind, mb]) => `${kind} ${mb.toFixed(1)} MB`);
	print(
		`  cluster   indexed in ${took.toFixed(1)} s, ${(size / took).toFixed(1)} documents a second; ${passages} passages, ${entries} exercises; without copies: ${parts.join(', ')}`,
	);
	for (const [what, article] of Object.entries(newArticles)) {
		await mkdir(join(articles, 'new'), { recursive: true });
		await writeFile(join(articles, 'new', `${what.replaceAll(' ', '-')}.txt`), article);
		began = performance.now();
		await index(name, articles);
		const { exercises, documents } = await figures.touched(`new/${what.replaceAll(' ', '-')}.txt`);
		print(
			`  cluster   one more, of ${what}: ${secondsSince(began).toFixed(1)} s with looking through the rest; ` +
				`${exercises} of ${entries} exercises made anew, out of ${documents} documents`,
		);
	}
}

const told = (exercise: string) =>
	`${exercise} goes on\n\n3 May 2021\n\nExercise ${exercise} goes on in the Baltic Sea with 120 sailors of Norway.\n`;
const newArticles = {
	'a known exercise': told(madeArticle(0).exercise),
	'a new exercise': told('Copper Gull 2042'),
};

async function index(name: string, folder: string): Promise<void> {
	const connection = connect(clusterAddress(name), () => {});
	const onTrouble = (trouble: string) => console.error(`  ${trouble}`);
	await indexFolder(connection, folder, { onDocument: () => {}, onTrouble }, async (document) => extract(document));
	await connection.close();
}

/** Undefined where so much does not fit into memory, which is said. */
async function inMemory({ size, articles, print }: Bench, folder: string): Promise<GrowingLibrary | undefined> {
	const indexFile = join(folder, 'index');
	const hearers = { onLoad: () => {}, onProgress: () => {}, onError: fail };
	let began = performance.now();
	try {
		const library = await growLibrary({ documents: articles, indexFile }, hearers, async (document) => extract(document));
		await library.whole();
		const took = secondsSince(began);
		const saved = await savedMegabytes(indexFile);
		const kept = await folderMegabytes(join(folder, 'kept'));
		print(
			`  embedded  indexed in ${took.toFixed(1)} s, ${(size / took).toFixed(1)} documents a second; ${saved.toFixed(1)} MB of index, ` +
				`${kept.toFixed(1)} MB of texts and readings`,
		);
		await writeFile(join(articles, 'new', 'another.txt'), told('Copper Gull 2043'));
		began = performance.now();
		await library.reload();
		print(`  embedded  one more, of a new exercise: ${secondsSince(began).toFixed(1)} s`);
		return library;
	} catch (error) {
		if (!(error instanceof UnreadableFolder)) throw error;
		print(`  embedded  does not fit: ${error.message}`);
		return undefined;
	}
}

/** It is saved some seconds after the last change, where it is worth saving. */
async function savedMegabytes(file: string): Promise<number> {
	for (const began = performance.now(); performance.now() - began < savedWithinMs; await pause(500)) {
		const found = await stat(file).catch(() => undefined);
		if (found) return found.size / 1_000_000;
	}
	return 0;
}

const places = ['Sea of Japan', 'Bay of Bengal', 'Baltic Sea', 'Aegean Sea', 'Gulf of Oman', 'Barents Sea'];
const asked: Readonly<Record<string, (library: Library, exercise: string, round: number) => Promise<unknown>>> = {
	search: (library, exercise) => library.search(`who takes part in ${exercise}`),
	ask: (library, exercise) => answerQuestion(library, `how many sailors take part in ${exercise}?`),
	drill: (library, exercise) => library.resolve(exercise),
	where: (library, _, round) => exercisesAt(library, places[round % places.length] ?? ''),
};

async function askBoth({ size, name, print }: Bench, embedded: GrowingLibrary | undefined): Promise<void> {
	const began = performance.now();
	const following = await followed(name);
	print(`  cluster   opened by a bot in ${secondsSince(began).toFixed(1)} s`);
	const cluster = following.current().library;
	const libraries = { ...(embedded ? { embedded: embedded.current().library } : {}), cluster };
	for (const [what, ask] of Object.entries(asked)) {
		const durations = new Map(Object.keys(libraries).map((where) => [where, [] as number[]]));
		for (let round = 0; round < rounds(what, size); round++) {
			for (const [at, [where, library]] of Object.entries(libraries).entries()) {
				const start = performance.now();
				// Never the same twice: the reader keeps what it has read.
				await ask(library, exerciseNumber(2 * round + at, size), round);
				durations.get(where)?.push(performance.now() - start);
			}
		}
		print(
			table(
				what,
				[...durations].map(([where, times]): Timing => timing(where, times)),
			),
		);
	}
	await following.close();
	print(`  over the network, a question on average: ${(await bytesAsked(name, size)).join(', ')}`);
}

/** What the cluster sends and is sent for questions that nobody has asked before. */
async function bytesAsked(name: string, size: number): Promise<string[]> {
	const way = await countingWay(name);
	const following = await way.follow();
	const opening = way.bytes();
	const lines = [`${(opening / 1_000).toFixed(0)} kB to open`];
	for (const [what, ask] of Object.entries(asked)) {
		const before = way.bytes();
		for (let round = 0; round < countedRounds; round++)
			await ask(following.current().library, exerciseNumber(2 * rounds(what, size) + round, size), round);
		lines.push(`${what} ${((way.bytes() - before) / countedRounds / 1_000).toFixed(0)} kB`);
	}
	await following.close();
	await way.close();
	return lines;
}
