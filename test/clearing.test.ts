import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'clearing-'));
	await writeFile(join(folder, 'said'), '');
});
afterAll(() => rm(folder, { recursive: true }));

const script = new URL('./clearing-worker.ts', import.meta.url).pathname;
const start = (own: string) =>
	spawn(process.execPath, ['--import', 'tsx', script, folder, own], { stdio: ['ignore', 'ignore', 'inherit'] });
const said = async () => (await readFile(join(folder, 'said'), 'utf8')).split('\n');
const times = async (what: string) => (await said()).filter((line) => line === what).length;
const size = async () => (await stat(join(folder, 'kept', 'data.mdb'))).size;

it('keeps what several processes hold, and stays as large as it is, however often one of them is killed', async () => {
	const steady = start('steady');
	for (let kill = 0; kill < 4; kill++) {
		const killed = start('killed');
		const before = await times('cleared');
		await expect.poll(() => times('cleared'), { timeout: 60_000 }).toBeGreaterThan(before + 3);
		await pause(kill * 7);
		killed.kill('SIGKILL');
		await once(killed, 'exit');
	}
	const grown = await size();
	const before = await times('cleared');
	await expect.poll(() => times('cleared'), { timeout: 60_000 }).toBeGreaterThan(before + 30);
	steady.kill('SIGKILL');
	await once(steady, 'exit');
	expect(await size()).toBeLessThan(grown * 1.2);
	expect((await said()).filter((line) => /^(?:lost|gone|trouble)/.test(line))).toEqual([]);
}, 180_000);

it('counts by days on which somebody clears, not by the clock, which may jump', async () => {
	vi.resetModules();
	const { clearUnused, keepWorkIn, storeOf } = await import('../src/store.js');
	keepWorkIn(join(folder, 'jumping'), (problem) => {
		throw new Error(problem);
	});
	const store = await storeOf(['text']);
	if (!store) throw new Error('no store');
	const day = 24 * 60 * 60 * 1_000;
	const today = 20_000 * day;
	await store.put('a piece', 1);
	expect(await clearUnused(today)).toBe(0);
	for (const jumped of [today + 4_000 * day, today, today - 4_000 * day, today]) expect(await clearUnused(jumped)).toBe(0);
	for (let hour = 0; hour < 400; hour++) expect(await clearUnused(today + hour * 1_000)).toBe(0);
	let removed = 0;
	for (let days = 1; days < 60; days++) removed += await clearUnused(today + days * day);
	expect([removed, store.get('a piece')]).toEqual([1, undefined]);
});
