import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { z } from 'zod';

const versions = z.record(z.string(), z.string());
const packageSchema = z.object({ dependencies: versions, devDependencies: versions });
const lockSchema = z.object({
	packages: z.record(
		z.string(),
		z.object({
			resolved: z.string().startsWith('https://registry.npmjs.org/').optional(),
			integrity: z.string().startsWith('sha').optional(),
			link: z.boolean().optional(),
			hasInstallScript: z.boolean().optional(),
		}),
	),
});

const readJson = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));
const lockedPackages = async () =>
	Object.entries(lockSchema.parse(await readJson('package-lock.json')).packages).filter(([path]) => path !== '');

it('installs packages of the registry alone, each held to its hash and to one version', async () => {
	const packages = await lockedPackages();
	expect(packages.length).toBeGreaterThan(100);
	expect(packages.filter(([, { integrity, link }]) => integrity === undefined || link).map(([path]) => path)).toEqual([]);
	const { dependencies, devDependencies } = packageSchema.parse(await readJson('package.json'));
	const pinned = /^\d+\.\d+\.\d+$/;
	expect(Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !pinned.test(version))).toEqual([]);
});

it('runs no install script that fetches: three only check their binaries, and onnxruntime-node is told to skip', async () => {
	const scripted = (await lockedPackages()).filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
	const checking = ['node_modules/esbuild', 'node_modules/lmdb', 'node_modules/msgpackr-extract'];
	expect(scripted.sort()).toEqual([...checking, 'node_modules/onnxruntime-node'].sort());
	expect((await readFile('.npmrc', 'utf8')).trim().split('\n')).toEqual(['onnxruntime-node-install=skip']);
});
