import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { extract } from '../../src/exercises/extract.js';
import { openGazetteer } from '../../src/gazetteer/open-gazetteer.js';
import { type GrowingLibrary, growLibrary } from '../../src/growing-library.js';
import { keepWorkIn } from '../../src/store.js';
import { watchFolder } from '../../src/watch-folder.js';
import type { CorpusRun } from './corpus.js';

/**
 * One run over a folder, in a process of its own so that its memory is its own. Exercises are read by the rules alone: the
 * network takes some 250 ms an article more, whatever else is done. Questions are searched and resolved, 20 a second.
 */
const [folder = '', kept = '', indexFile = ''] = process.argv.slice(2);
const sinceStart = (): number => performance.now();
openGazetteer({});
keepWorkIn(kept, (problem) => console.error(problem));

const lag = monitorEventLoopDelay({ resolution: 2 });
lag.enable();
const library = await growLibrary(
	{ documents: folder, indexFile },
	{ onLoad: () => {}, onProgress: () => {}, onError: fail },
	async (document) => extract(document),
);
const searchable = sinceStart();
const searchableCpu = cpuMs();
const heldAtFirst = heldMs();
await library.whole();
const whole = sinceStart();
const wholeCpu = cpuMs();
const heldReading = heldMs();
const peakMb = process.resourceUsage().maxRSS / 1_024;
const watcher = watchFolder(folder, library.reload, fail);
const asking = askSteadily(library);
await pause(5_000);
lag.reset();
const quiet = asking.latest();
const changedAt = Date.now();
const changed = await timeOfChange(library);
const latest = asking.latest();
const heldByChange = heldMs();
const snapshotMb = await savedSize(changedAt);
const run: CorpusRun = {
	documents: library.current().documents,
	exercises: (await library.current().library.exercises()).length,
	searchableMs: searchable,
	searchableCpuMs: searchableCpu,
	wholeCpuMs: wholeCpu,
	wholeMs: whole,
	heldAtFirstMs: heldAtFirst,
	heldReadingMs: heldReading,
	peakMb,
	restMb: process.memoryUsage.rss() / 1_048_576,
	snapshotMb,
	quietMs: quiet,
	changedMs: changed,
	latestMs: latest,
	heldByChangeMs: heldByChange,
};
console.log(JSON.stringify(run));
asking.stop();
await watcher.close();
library.close();
process.exit(0);

/** Waits for the index as it is after the change, which is saved when all has been quiet for a while. */
async function savedSize(since: number): Promise<number> {
	for (let tries = 0; tries < 240; tries++) {
		const saved = await stat(indexFile).catch(() => undefined);
		if (saved && saved.mtimeMs > since) return saved.size / 1_048_576;
		await pause(500);
	}
	return 0;
}

/** Time on processors, which does not grow when others want them too. */
function cpuMs(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1_000;
}

function fail(error: unknown): void {
	throw error;
}

/** The longest that the event loop was held since the last call. */
function heldMs(): number {
	const held = lag.max / 1e6;
	lag.reset();
	return held;
}

/** Asks 20 times a second, and tells how late the latest reply came since the last time it was asked. */
function askSteadily(asked: GrowingLibrary) {
	let latest = 0;
	const timer = setInterval(() => {
		const due = performance.now();
		const { library: current } = asked.current();
		void Promise.all([current.search('who takes part in Amber Shield', 20), current.resolve('Amber Shield 2003')]).then(() => {
			latest = Math.max(latest, performance.now() - due);
		});
	}, 50);
	return {
		latest() {
			const was = latest;
			latest = 0;
			return was;
		},
		stop: () => clearInterval(timer),
	};
}

/** Adds one article beside the others, and waits until it is searched and its exercise is known. */
async function timeOfChange(changing: GrowingLibrary): Promise<number> {
	const added = join(folder, 'new');
	await mkdir(added, { recursive: true });
	const name = `Copper Gull ${2000 + (await readdir(added)).length}`;
	const text = `${name} opens\n\n3 May 2021\n\nExercise ${name} opened off Bergen with 120 sailors. Zyxwuv was there.\n`;
	const began = performance.now();
	await writeFile(join(added, `${name.replaceAll(' ', '-')}.txt`), text);
	for (;;) {
		const { library: current } = changing.current();
		const isSearched = (await current.search(`Zyxwuv ${name}`, 5)).length > 0;
		if (isSearched && (await current.resolve(name)).match === 'exact') return performance.now() - began;
		if (performance.now() - began > 300_000) return Number.POSITIVE_INFINITY;
		await pause(20);
	}
}
