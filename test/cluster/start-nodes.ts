import { nodes } from './nodes.js';

/** Three nodes, new and empty, for all tests of the cluster. */
export async function setup(): Promise<() => Promise<void>> {
	await nodes('start', 3);
	return () => nodes('stop');
}
