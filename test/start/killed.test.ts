import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeArticles } from '../bench/made-articles.js';
import { drawing } from '../corpus/generate.js';

/** KILLS=100 kills it more often. */
const kills = Number(process.env['KILLS'] ?? 10);
const script = new URL('./killed-worker.ts', import.meta.url).pathname;

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'killed-'));
	await writeArticles(join(folder, 'documents'), 20);
});
afterAll(() => rm(folder, { recursive: true }));

const start = (...more: string[]) => spawn(process.execPath, ['--import', 'tsx', script, folder, ...more]);

it(`is right at the next start, however often it is killed while it reads, adds and subscribes (${kills} times)`, async () => {
	const draw = drawing(kills);
	for (let kill = 0; kill < kills; kill++) {
		const child = start();
		const said = text(child.stdout);
		// At times while it opens what was left, else while it works.
		if (kill % 4 !== 3) await Promise.race([once(child.stdout, 'readable'), once(child, 'exit')]);
		await pause(draw([0, 1, 5, 10, 20, 50, 100, 200, 400, 800]));
		child.kill('SIGKILL');
		expect(await said, `start ${kill}`).toMatch(/^(?:right\n)?$/);
	}
	expect(await text(start('once').stdout)).toBe('right\n');
}, 3_600_000);
