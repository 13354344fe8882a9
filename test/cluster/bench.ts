import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { answerQuestion } from '../../src/answers/answer-question.js';
import { exercisesAt } from '../../src/answers/from-catalogue/exercises-at.js';
import { connect } from '../../src/cluster-library/connection.js';
import type { Library } from '../../src/library.js';
import { openLibrary } from '../../src/memory-library.js';
import { keepWorkIn } from '../../src/store.js';
import { type Timing, table, timing } from '../bench/clock.js';
import { articleOf, writeArticles } from './articles.js';
import { clusterAddress, followed, indexed } from './library.js';

/**
 * npm run bench:cluster -- 1000: made-up articles, so many, on a running cluster (test/cluster/opensearch.sh start
 * 3) and in memory, asked the same in turn. Nothing here is a test.
 */
const articles = Number(process.argv[2] ?? 1_000);
const rounds = 40;

const seconds = (since: number) => (performance.now() - since) / 1_000;
const kept = await mkdtemp(join(tmpdir(), 'bench-kept-'));
keepWorkIn(kept, (problem) => console.error(problem));
const folder = await mkdtemp(join(tmpdir(), 'bench-articles-'));
await writeArticles(folder, articles);
const name = `bench-${articles}`;

let began = performance.now();
const { read } = await indexed(name, folder);
console.log(
	`${articles} articles indexed: ${seconds(began).toFixed(0)} s, ${(read / seconds(began)).toFixed(1)} a second, the reader's work included`,
);
await writeArticles(folder, 1, articles);
began = performance.now();
await indexed(name, folder);
console.log(`one more, and looking through the rest: ${seconds(began).toFixed(1)} s`);
console.log(`on the cluster, without copies: ${(await megabytes(name)).toFixed(1)} MB`);

began = performance.now();
const memory = (await openLibrary({ documents: folder })).library;
console.log(`opened in memory: ${seconds(began).toFixed(1)} s, what was read being kept`);
began = performance.now();
const following = await followed(name);
console.log(`opened on the cluster: ${seconds(began).toFixed(1)} s`);
const libraries = { memory, cluster: following.current().library };

const named = (round: number) => /exercise (\S+ \S+ \d+)/.exec(articleOf((round * 7919) % articles))?.[1] ?? '';
const asked: Readonly<Record<string, (library: Library, round: number) => Promise<unknown>>> = {
	search: (library, round) => library.search(`who takes part in ${named(round)}`),
	ask: (library, round) => answerQuestion(library, `how many troops take part in ${named(round)}?`),
	drill: (library, round) => library.resolve(named(round)),
	where: (library, round) => exercisesAt(library, ['Baltic Sea', 'Sea of Japan', 'Gulf of Oman'][round % 3] ?? ''),
};
for (const [what, ask] of Object.entries(asked)) {
	const timings: Timing[] = [];
	for (const [at, [where, library]] of Object.entries(libraries).entries()) {
		const durations: number[] = [];
		for (let round = 0; round < rounds; round++) {
			began = performance.now();
			// Never the same twice: the reader keeps what it has read.
			await ask(library, 2 * round + at);
			durations.push(performance.now() - began);
		}
		timings.push(timing(where, durations));
	}
	console.log(table(what, timings));
}
await following.close();
await Promise.all([folder, kept].map((made) => rm(made, { recursive: true })));
process.exit(0);

async function megabytes(library: string): Promise<number> {
	const connection = connect(clusterAddress(library), () => {});
	const query = { format: 'json', bytes: 'b', h: 'pri.store.size' };
	const rows = await connection.read(
		{ method: 'GET', path: `/_cat/indices/${library}-*`, query },
		z.array(z.object({ 'pri.store.size': z.coerce.number() })),
	);
	await connection.close();
	return rows.reduce((sum, row) => sum + row['pri.store.size'], 0) / 1_000_000;
}
