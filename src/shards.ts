/** Which shards this process runs: as many as Discord advises, or some of a number that several processes share. */
export type Shards = 'auto' | { readonly ids: readonly number[]; readonly of: number };

const MOST = 10_000;

/** Reads `auto`, `3/16` or `0-3/16`, the first shard being 0; undefined for anything else. */
export function readShards(written: string): Shards | undefined {
	if (written === 'auto') return 'auto';
	const [, first, last = first, count] = /^(\d{1,5})(?:-(\d{1,5}))?\/(\d{1,5})$/.exec(written) ?? [];
	const [from, to, of] = [Number(first), Number(last), Number(count)];
	if (!(from <= to && to < of && of <= MOST)) return undefined;
	return { ids: Array.from({ length: to - from + 1 }, (_, index) => from + index), of };
}
