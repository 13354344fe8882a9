import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const port = Number(process.env['PORT'] ?? 19_200);

/** What the script is asked to do with the cluster, or with one of its nodes. */
export type NodeCommand = 'start' | 'stop' | 'node' | 'wait' | 'kill' | 'freeze' | 'thaw';

/** Asks the script: `await nodes('kill', 2)`. */
export async function nodes(command: NodeCommand, ...numbers: readonly number[]): Promise<void> {
	await run('test/cluster/opensearch.sh', [command, ...numbers.map(String)], { timeout: 420_000 });
}

/** The addresses of the nodes, as LIBRARY_URL has them, with the name that the indices begin with. */
export function addressOf(name: string, numbers: readonly number[] = [1, 2, 3]): string {
	return numbers.map((node) => `http://127.0.0.1:${port + node}/${name}`).join(',');
}
