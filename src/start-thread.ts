import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a thread of the program.
 * @param module the thread's module, as the build has it; from the sources, as tests run them, the thread first takes up what reads TypeScript
 */
export function startThread(module: URL, options: WorkerOptions = {}): Worker {
	if (!import.meta.url.endsWith('.ts')) return new Worker(module, options);
	const source = JSON.stringify(module.href.replace(/\.js$/, '.ts'));
	const script = `import('tsx/esm/api').then(({ register }) => (register(), import(${source})))`;
	return new Worker(script, { ...options, eval: true, execArgv: [] });
}
