import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts', 'commands/**/*.test.ts', 'test/**/*.test.ts'],
					exclude: ['test/browser/**'],
					testTimeout: 60_000,
					hookTimeout: 60_000,
				},
			},
			{
				test: { name: 'browser', include: ['test/browser/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false },
			},
		],
		coverage: { provider: 'v8', include: ['src/**', 'commands/**'] },
	},
});
