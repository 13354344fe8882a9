import { timing } from './clock.js';
import { type KnownItem, knownItems, type MadeCorpus, madeCorpus } from './made-corpus.js';
import { type Ask, engines } from './search-engines.js';

const sizes = [1_000, 10_000, 100_000];
const questionsAsked = 300;
const warmUps = 20;
/** Each question is asked so often, and the fastest counts: the machine's other work is not the engine's. */
const rounds = 3;
/** A slow engine is asked fewer of the questions: as many as fit in here. */
const patienceMs = 20_000;
/** Nothing is measured of an engine at a size that would take it minutes to index. */
const tooSlowToIndex = new Map([['Lunr', 10_000]]);

/** Known items: how often the passage that a question was made of is among the first ten, and how long that takes. */
export async function benchSearch(): Promise<string> {
	const tables: string[] = [];
	for (const size of sizes) {
		const corpus = await madeCorpus(size);
		const items = knownItems(corpus, questionsAsked + warmUps);
		const lines = [`Search over ${corpus.passages.length} passages`, row('', ['among 10', 'median', 'p99', 'questions', 'to index'])];
		for (const [name, open] of Object.entries(engines)) {
			lines.push(size > (tooSlowToIndex.get(name) ?? size) ? row(name, ['not measured']) : await measured(name, open, corpus, items));
		}
		tables.push(lines.join('\n'));
	}
	return tables.join('\n\n');
}

async function measured(
	name: string,
	open: (corpus: MadeCorpus) => Ask | Promise<Ask>,
	corpus: MadeCorpus,
	items: readonly KnownItem[],
): Promise<string> {
	const opened = performance.now();
	const ask = await open(corpus);
	const seconds = (performance.now() - opened) / 1_000;
	for (const { question } of items.slice(0, warmUps)) await ask(question);
	const durations: number[] = [];
	let found = 0;
	const began = performance.now();
	for (const { question, passageId } of items.slice(warmUps)) {
		if (performance.now() - began > patienceMs) break;
		let fastest = Number.POSITIVE_INFINITY;
		for (let round = 0; round < rounds; round += 1) {
			const start = performance.now();
			const ids = await ask(question);
			fastest = Math.min(fastest, performance.now() - start);
			if (round === 0 && ids.includes(passageId)) found += 1;
		}
		durations.push(fastest);
	}
	const { medianMs, p99Ms, runs } = timing(name, durations);
	const share = ((100 * found) / runs).toFixed(1);
	return row(name, [`${share} %`, `${medianMs.toFixed(2)} ms`, `${p99Ms.toFixed(2)} ms`, String(runs), `${seconds.toFixed(1)} s`]);
}

function row(name: string, cells: readonly string[]): string {
	return `  ${name.padEnd(28)}${cells.map((cell) => cell.padStart(13)).join('')}`;
}
