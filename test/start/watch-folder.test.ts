import { appendFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchFolder } from '../../src/watch-folder.js';

let parent = '';
let folder = '';
let calls = 0;
let atOnce = 0;
let mostAtOnce = 0;
let takes = 0;
const errors: unknown[] = [];
let watcher: ReturnType<typeof watchFolder>;

beforeEach(async () => {
	parent = await mkdtemp(join(tmpdir(), 'watch-'));
	folder = join(parent, 'articles');
	await mkdir(join(folder, '.git'), { recursive: true });
	await writeFile(join(folder, 'a.txt'), 'Text.');
	[calls, atOnce, mostAtOnce, takes] = [0, 0, 0, 0];
	watcher = watchFolder(
		folder,
		async () => {
			calls++;
			atOnce++;
			mostAtOnce = Math.max(mostAtOnce, atOnce);
			await pause(takes);
			atOnce--;
		},
		(error) => errors.push(error),
	);
	await pause(500);
});
afterEach(async () => {
	await watcher.close();
	await rm(parent, { recursive: true });
	expect(errors).toEqual([]);
});

const called = (times: number) => vi.waitFor(() => expect(calls).toBe(times), { timeout: 10_000, interval: 50 });

it('hears of documents alone, once they are written, and of many at once as one', async () => {
	await writeFile(join(folder, 'run.log'), 'x');
	await writeFile(join(folder, '.git', 'index.txt'), 'x');
	await writeFile(join(folder, '.a.txt.swp'), 'x');
	await pause(1_200);
	expect(calls).toBe(0);
	const long = join(folder, 'long.txt');
	for (let part = 0; part < 8; part++) {
		await appendFile(long, 'A part. ');
		await pause(100);
	}
	expect(calls).toBe(0);
	await called(1);
	await Promise.all(Array.from({ length: 50 }, (_, index) => writeFile(join(folder, `${index}.pdf`), 'x')));
	await called(2);
	await rm(join(folder, 'a.txt'));
	await called(3);
});

it('never calls twice at a time: what changes meanwhile makes one more call', async () => {
	takes = 1_500;
	await writeFile(join(folder, 'b.txt'), 'x');
	await called(1);
	await writeFile(join(folder, 'c.txt'), 'x');
	await pause(600);
	await writeFile(join(folder, 'd.txt'), 'x');
	await called(2);
	await pause(2_000);
	expect({ calls, mostAtOnce }).toEqual({ calls: 2, mostAtOnce: 1 });
});

it('finds a folder again that was moved away and put back, or replaced by another', async () => {
	await rename(folder, join(parent, 'away'));
	await vi.waitFor(() => expect(calls).toBeGreaterThan(0), { timeout: 10_000 });
	await pause(1_500);
	const gone = calls;
	await rename(join(parent, 'away'), folder);
	await vi.waitFor(() => expect(calls).toBeGreaterThan(gone), { timeout: 10_000 });
	await pause(1_000);
	const back = calls;
	await writeFile(join(folder, 'new.txt'), 'x');
	await vi.waitFor(() => expect(calls).toBeGreaterThan(back), { timeout: 10_000 });
});

it('waits for no clock that is set forward or back', async () => {
	const timeOfDay = Date.now;
	for (const hours of [1, -1]) {
		const before = calls;
		await writeFile(join(folder, `${hours}.txt`), 'x');
		await pause(50);
		vi.spyOn(Date, 'now').mockImplementation(() => timeOfDay() + hours * 3_600_000);
		await called(before + 1);
	}
	vi.restoreAllMocks();
});
