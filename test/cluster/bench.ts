import { getHeapStatistics } from 'node:v8';
import { benchSize } from './bench-size.js';
import { nodes } from './nodes.js';

/**
 * npm run bench:cluster                  1,000 and 10,000 made articles: minutes
 * npm run bench:cluster -- 300 100000    other sizes; hours for the last
 *
 * Starts three nodes of its own, asks the cluster and the embedded library the same in turn, and stops. HEAP is each
 * node's (512m), NODE_OPTIONS=--max-old-space-size this process's. Nothing here is a test.
 */
const sizes = process.argv.slice(2).map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 10)) {
	console.error('Numbers of articles, of 10 or more: npm run bench:cluster -- 1000 10000');
	process.exit(2);
}
process.env['HEAP'] ??= '512m';

console.log(
	[
		'Made articles of 600 words, five of an exercise. Exercises are read by the rules alone, without the network, which takes some',
		'250 ms an article more; "ask" is answered with it, on both sides. Three nodes on this machine, on loopback, a copy of everything,',
		`${process.env['HEAP']} of heap each, Java's first compiler; this process may use ${Math.round(getHeapStatistics().heap_size_limit / 1_048_576)} MB.`,
	].join('\n'),
);
const began = performance.now();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void nodes('stop').finally(() => process.exit(130)));
await nodes('start', 3);
try {
	for (const size of sizes.length > 0 ? sizes : [1_000, 10_000]) await benchSize(size, (line) => console.log(line));
} finally {
	await nodes('stop');
}
console.log(`\n${Math.round((performance.now() - began) / 1_000)} s in all`);
process.exit(0);
