import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { writeArticles } from './made-articles.js';

const runSchema = z.object({
	documents: z.number(),
	exercises: z.number(),
	/** From the start of the process until questions are answered from all passages, and until the catalogue is whole. */
	searchableMs: z.number(),
	wholeMs: z.number(),
	searchableCpuMs: z.number(),
	wholeCpuMs: z.number(),
	/** The longest that the event loop was held: until searchable, until whole, while one file changed. */
	heldAtFirstMs: z.number(),
	heldReadingMs: z.number(),
	heldByChangeMs: z.number(),
	peakMb: z.number(),
	restMb: z.number(),
	snapshotMb: z.number(),
	/** The latest reply while nothing changed, and while one file did. */
	quietMs: z.number(),
	latestMs: z.number(),
	/** From a file's writing until it is in the answers. */
	changedMs: z.number().nullable(),
});
/** What one run over a folder came to. */
export type CorpusRun = z.output<typeof runSchema>;

/** Millions of characters of a log are no result. */
const mostPrinted = 1_000_000;
const run = promisify(execFile);

/** Folders of made articles, opened anew and from what was kept, and one file changed: a table, a line as soon as it is known. */
export async function benchCorpus(sizes: readonly number[], print: (line: string) => void): Promise<void> {
	print('Folders of made articles of 600 words; exercises by the rules alone, without the network');
	print(
		'articles  opened      searchable (CPU)        whole (CPU)      peak RSS  at rest   snapshot   one change   latest reply (quiet)   loop held: first  reading  change',
	);
	for (const size of sizes) {
		const folder = await mkdtemp(join(tmpdir(), 'drillbook-bench-'));
		try {
			await writeArticles(join(folder, 'articles'), size);
			for (const opened of ['anew', 'from kept']) print(line(size, opened, await measured(folder)));
		} finally {
			await rm(folder, { recursive: true });
		}
	}
}

async function measured(folder: string): Promise<CorpusRun> {
	const script = new URL('./corpus-run.ts', import.meta.url).pathname;
	const paths = ['articles', 'kept', join('kept', 'index')].map((name) => join(folder, name));
	const { stdout } = await run(process.execPath, ['--import', 'tsx', script, ...paths], { maxBuffer: mostPrinted });
	return runSchema.parse(JSON.parse(stdout));
}

function line(size: number, opened: string, measures: CorpusRun): string {
	const seconds = (ms: number | null, width: number) => `${ms === null ? '–' : (ms / 1_000).toFixed(2)} s`.padStart(width);
	const mb = (value: number, width: number) => `${Math.round(value)} MB`.padStart(width);
	const ms = (value: number, width: number) => `${Math.round(value)} ms`.padStart(width);
	return [
		String(size).padStart(8),
		`  ${opened.padEnd(10)}`,
		`${seconds(measures.searchableMs, 12)} (${seconds(measures.searchableCpuMs, 8)})`,
		`${seconds(measures.wholeMs, 10)} (${seconds(measures.wholeCpuMs, 8)})`,
		mb(measures.peakMb, 11),
		mb(measures.restMb, 10),
		mb(measures.snapshotMb, 10),
		seconds(measures.changedMs, 12),
		`${ms(measures.latestMs, 14)} (${ms(measures.quietMs, 6)})`,
		ms(measures.heldAtFirstMs, 16),
		ms(measures.heldReadingMs, 10),
		ms(measures.heldByChangeMs, 9),
	].join('');
}
