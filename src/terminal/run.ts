import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { answerQuestion } from '../answers/answer-question.js';
import { exercisesAt } from '../answers/from-catalogue/exercises-at.js';
import { timelineOf } from '../answers/from-catalogue/timeline.js';
import { followLibrary } from '../cluster-library/follow.js';
import type { Config } from '../config.js';
import { problemLines } from '../corpus/load.js';
import { Quote } from '../corpus/quote.js';
import { openGazetteer } from '../gazetteer/open-gazetteer.js';
import type { Library, OpenedLibrary } from '../library.js';
import { openLibrary } from '../memory-library.js';
import { keepWorkIn } from '../store.js';
import { buildIndexFile } from './build-index.js';
import { importAll } from './import.js';
import { indexIntoCluster } from './index-cluster.js';
import { answerJson, drillJson, exerciseJson, searchJson, sourceJson, timelineJson, whereJson } from './json.js';
import { type Printer, printer } from './print.js';
import { BadUsage, type Request } from './usage.js';
import { watchIntoCluster } from './watch-into-cluster.js';

/** What a request yields: a value for scripts and lines for people. */
interface Outcome {
	readonly json: unknown;
	readonly lines: () => string;
}

/**
 * Answers a request on standard output; messages go to standard error.
 * @returns the exit code
 * @throws Error in one line when the folder of documents, or a file of the user's own, cannot be read
 */
export async function run(request: Request, config: Config): Promise<number> {
	openGazetteer(config);
	keepWorkIn(config.keptFolder, (problem) => process.stderr.write(`${problem}.\n`));
	const folder = request.documents ?? config.documents;
	if (request.command === 'import') return importAll(request, folder, config.fetching);
	if (request.command === 'index') return indexed(request, config, folder);
	const { library, problems, close } = await whileTelling(`Reading ${folder} …`, opened(request, config, folder));
	for (const line of problemLines(problems)) process.stderr.write(`${line}.\n`);
	const people = printer(Boolean(process.stdout.isTTY) && !process.env['NO_COLOR']);
	for await (const input of inputsOf(request)) {
		const { json, lines } = await outcomeOf(library, request, input, people);
		process.stdout.write(`${request.json || request.batch ? JSON.stringify(json) : lines()}\n`);
	}
	await close();
	return 0;
}

async function indexed({ json, watch, library }: Request, config: Config, folder: string): Promise<number> {
	const address = library ?? config.library;
	const tell = (line: string) => void process.stderr.write(`${line}\n`);
	const print = (value: unknown) => void (json && process.stdout.write(`${JSON.stringify(value)}\n`));
	if (!address) {
		if (watch) throw new BadUsage('--watch needs --library: a bot over a folder watches it by itself.');
		print(await buildIndexFile(folder, config.indexFile));
		return 0;
	}
	tell(`Reading ${folder} …`);
	if (watch) {
		const sources = { ...config, folder, feedsEveryMs: config.feedsEveryMinutes * 60_000 };
		const indexer = await watchIntoCluster(address, sources, { tell, onIndexed: print });
		await Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal)));
		await indexer.close();
		process.exit(0);
	}
	const { indexed: built, problems, summary } = await indexIntoCluster(address, folder, tell);
	for (const line of [...problems, summary]) tell(line);
	print(built);
	return 0;
}

/** The library that a request is about: that of a folder named on the command line before that of the configuration. */
async function opened(request: Request, config: Config, folder: string): Promise<OpenedLibrary & { close(): Promise<void> }> {
	const address = request.library ?? (request.documents === undefined ? config.library : undefined);
	if (!address) return { ...(await openLibrary({ ...config, documents: folder })), close: async () => {} };
	const followed = await followLibrary(address, { onLoad: () => {}, onTrouble: () => {} });
	return { ...followed.current(), close: followed.close };
}

/** Whoever waits longer than this is told for what. */
const patienceMs = 1_000;

/** Says on standard error what is being done, and how long it has taken so far, while it takes its time. */
async function whileTelling<T>(what: string, work: Promise<T>): Promise<T> {
	const began = performance.now();
	const tell = (): void => void process.stderr.write(`${what} ${Math.round((performance.now() - began) / 1_000)} s\n`);
	let pause = patienceMs;
	let timer = setTimeout(function again() {
		tell();
		pause *= 3;
		timer = setTimeout(again, pause);
	}, pause);
	try {
		return await work;
	} finally {
		clearTimeout(timer);
	}
}

function inputsOf(request: Request): AsyncIterable<string> | string[] {
	return request.batch ? createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }) : [request.input];
}

async function outcomeOf(library: Library, request: Request, input: string, people: Printer): Promise<Outcome> {
	switch (request.command) {
		case 'ask': {
			// As it was typed, not as it was read.
			const answer = { ...(await answerQuestion(library, input)), question: input };
			return { json: answerJson(answer), lines: () => people.answer(answer) };
		}
		case 'search':
			return searched(library, request, input, people);
		case 'drill': {
			const resolution = await library.resolve(input);
			return { json: drillJson(input, resolution), lines: () => people.resolution(input, resolution) };
		}
		case 'drills': {
			const exercises = await library.exercises();
			return { json: exercises.map(exerciseJson), lines: () => people.catalogue(exercises) };
		}
		case 'where': {
			const finding = await exercisesAt(library, input);
			const near = finding ? [] : [...(await library.places(input)), ...(await library.places())].map(({ place }) => place);
			return { json: whereJson(input, finding), lines: () => people.place(input, finding, [...new Set(near)]) };
		}
		case 'timeline': {
			const entries = await timelineOf(library);
			return { json: entries.map(timelineJson), lines: () => people.timeline(entries) };
		}
		default: {
			const summaries = await library.documents();
			const documents = await Promise.all(summaries.map(({ id }) => library.document(id)));
			return {
				json: summaries.map((summary, index) => sourceJson(summary, documents[index], request.text)),
				lines: () =>
					people.sources(
						summaries,
						documents.map((document) => (request.text ? document?.text : undefined)),
					),
			};
		}
	}
}

async function searched(library: Library, request: Request, query: string, people: Printer): Promise<Outcome> {
	const hits = await library.search(query, request.top);
	const files = new Map((await library.documents()).map(({ id, file }) => [id, file] as const));
	const quotes: Quote[] = [];
	for (const { passage } of hits) {
		const document = await library.document(passage.documentId);
		if (document) quotes.push(Quote.of(document, passage));
	}
	return { json: searchJson(query, hits, (id) => files.get(id) ?? id), lines: () => people.passages(quotes) };
}
