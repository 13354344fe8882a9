/** One line of a benchmark: a median, in milliseconds, of so many runs. */
export interface Timing {
	readonly name: string;
	readonly medianMs: number;
	readonly p99Ms: number;
	readonly runs: number;
}

/** Median and 99th percentile of durations in milliseconds. */
export function timing(name: string, durations: readonly number[]): Timing {
	const sorted = durations.toSorted((a, b) => a - b);
	const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
	return { name, medianMs: at(0.5), p99Ms: at(0.99), runs: sorted.length };
}

/** Runs every candidate in turn, round after round, so that a machine that drifts drifts for all of them. */
export async function sideBySide(candidates: Readonly<Record<string, () => unknown>>, rounds: number): Promise<Timing[]> {
	const durations = new Map(Object.keys(candidates).map((name) => [name, [] as number[]]));
	for (let round = 0; round < rounds; round += 1) {
		for (const [name, run] of Object.entries(candidates)) {
			const start = performance.now();
			await run();
			durations.get(name)?.push(performance.now() - start);
		}
	}
	return [...durations].map(([name, times]) => timing(name, times));
}

/** A table: medians, 99th percentiles, and each median as a multiple of the first one. */
export function table(title: string, timings: readonly Timing[]): string {
	const first = timings[0]?.medianMs ?? 1;
	const lines = timings.map(
		({ name, medianMs, p99Ms, runs }) =>
			`  ${name.padEnd(44)}${medianMs.toFixed(3).padStart(10)} ms${p99Ms.toFixed(3).padStart(12)} ms${(medianMs / first).toFixed(2).padStart(8)} ×${String(runs).padStart(7)} runs`,
	);
	return [`${title}\n  ${' '.repeat(44)}${'median'.padStart(13)}${'p99'.padStart(15)}${'ratio'.padStart(10)}`, ...lines].join('\n');
}
