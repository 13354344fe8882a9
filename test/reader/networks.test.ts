import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startNetworks } from '../../src/reader/networks.js';

test('a model that is missing is one sentence', async () => {
	const missing = () => {
		throw new Error('Cannot find module');
	};
	await expect(startNetworks(missing)).rejects.toThrow(
		/^The reader cannot be loaded: a network is missing in src\/reader\/model\/\. Fetch the project anew\.$/,
	);
});

test('a model that is damaged is one sentence', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'drillbook-'));
	try {
		const file = join(folder, 'answers.onnx');
		await writeFile(file, 'no network');
		await expect(startNetworks(() => ({ answer: file, record: file }))).rejects.toThrow(
			/^The reader cannot be loaded: a network in src\/reader\/model\/ is damaged\. Fetch the project anew\.$/,
		);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
});
