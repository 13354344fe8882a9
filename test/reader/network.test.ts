import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startNetwork } from '../../src/reader/network.js';

test('a model that is missing is one sentence', async () => {
	const missing = () => {
		throw new Error('Cannot find module');
	};
	await expect(startNetwork(missing)).rejects.toThrow(
		/^The reader cannot be loaded: .*reader\.onnx is missing\. Fetch the project anew\.$/,
	);
});

test('a model that is damaged is one sentence', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'drillbook-'));
	try {
		const file = join(folder, 'reader.onnx');
		await writeFile(file, 'no network');
		await expect(startNetwork(() => file)).rejects.toThrow(
			/^The reader cannot be loaded: .*reader\.onnx is damaged\. Fetch the project anew\.$/,
		);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
});
