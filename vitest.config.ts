import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** What a test file has read of a document, the next one need not read again. */
const readings = {
	env: { KEPT_DIR: 'node_modules/.cache/drillbook/kept' },
	setupFiles: ['test/keep-work.ts', 'test/same-seed.ts'],
};

export default defineConfig({
	test: {
		// Tests wait for sockets and for the reader's thread often enough that two share one core well.
		maxWorkers: Math.max(2, availableParallelism() - 1),
		projects: [
			{
				test: {
					...readings,
					name: 'unit',
					include: ['src/**/*.test.ts', 'commands/**/*.test.ts', 'test/**/*.test.ts'],
					exclude: ['test/browser/**', 'test/cluster/**'],
					testTimeout: 60_000,
					hookTimeout: 60_000,
				},
			},
			{
				test: {
					...readings,
					name: 'browser',
					include: ['test/browser/**/*.test.ts'],
					testTimeout: 60_000,
					hookTimeout: 60_000,
					fileParallelism: false,
				},
			},
			{
				test: {
					...readings,
					name: 'cluster',
					include: ['test/cluster/**/*.test.ts'],
					globalSetup: ['test/cluster/start-nodes.ts'],
					testTimeout: 420_000,
					hookTimeout: 420_000,
					fileParallelism: false,
				},
			},
		],
		coverage: { provider: 'v8', include: ['src/**', 'commands/**'] },
	},
});
