import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startNetworks } from '../../src/reader/networks.js';

const names = ['answers.onnx', 'records.onnx'];
const shipped = (name: string): string => createRequire(import.meta.url).resolve(`#data/reader/model/${name}`);

test.each(names)('of two networks %s is missing: one sentence that names it', async (missing) => {
	const files = (name: string): string => {
		if (name === missing) throw new Error('Cannot find module');
		return shipped(name);
	};
	await expect(startNetworks(files)).rejects.toThrow(
		new RegExp(`^The reader cannot be loaded: src/reader/model/${missing.replace('.', '\\.')} is missing\\. Fetch the project anew\\.$`),
	);
});

test.each(names)('of two networks %s is damaged: one sentence that names it', async (damaged) => {
	const folder = await mkdtemp(join(tmpdir(), 'drillbook-'));
	try {
		for (const name of names) await copyFile(shipped(name), join(folder, name));
		await writeFile(join(folder, damaged), 'no network');
		await expect(startNetworks((name) => join(folder, name))).rejects.toThrow(
			new RegExp(`^The reader cannot be loaded: src/reader/model/${damaged.replace('.', '\\.')} is damaged\\. Fetch the project anew\\.$`),
		);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
});
