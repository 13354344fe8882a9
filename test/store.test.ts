import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open } from 'lmdb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { savedReadings } from '../src/reader/saved-readings.js';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'kept-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** As a process of its own would open it. */
async function freshStore(hear: (problem: string) => void = () => {}) {
	vi.resetModules();
	const { keepWorkIn, storeOf } = await import('../src/store.js');
	keepWorkIn(folder, hear);
	return (...rooms: string[]) => storeOf(rooms);
}

const stretch = {
	query: 'Iron Fjord 2019',
	title: 'Iron Fjord opens',
	sentences: ['Iron Fjord 2019 opened off Tromsø.', 'Denmark watched.'],
};
const reading = [
	{ about: 0.98, marks: [{ field: 'place' as const, start: 27, end: 33, sureness: 0.75 }] },
	{ about: 0.25, marks: [] },
];

describe('what is kept in a folder', () => {
	it('is found again by what it was made of, and by nothing else', async () => {
		const first = await (await freshStore())('reader');
		if (!first) throw new Error('no store');
		savedReadings(first).record.put(stretch, reading);
		const second = await (await freshStore())('reader');
		if (!second) throw new Error('no store');
		const again = savedReadings(second);
		await expect.poll(() => again.record.get(stretch)).toEqual(reading);
		expect(again.names.get(stretch)).toBeUndefined();
		expect(again.record.get({ ...stretch, anchors: new Set([0]) })).toBeUndefined();
		const spaced = ['Iron Fjord 2019 opened  off Tromsø.', 'Denmark watched.'];
		expect(again.record.get({ ...stretch, sentences: spaced })).toBeUndefined();
		const ofOtherRooms = await (await freshStore())('reader', 'text');
		expect(ofOtherRooms && savedReadings(ofOtherRooms).record.get(stretch)).toBeUndefined();
	});

	it('is made anew where it was kept damaged', async () => {
		const store = await (await freshStore())('reader');
		if (!store) throw new Error('no store');
		const readings = savedReadings(store);
		readings.record.put(stretch, reading);
		await expect.poll(() => readings.record.get(stretch)).toEqual(reading);
		const raw = open({ path: folder, keyEncoding: 'binary' });
		for (const { key } of raw.getRange()) await raw.put(key, [{ about: 'much', marks: [] }]);
		expect(readings.record.get(stretch)).toBeUndefined();
	});

	it('is nothing where a file stands in the place of the folder, and somebody is told', async () => {
		folder = join(folder, 'taken');
		await writeFile(folder, '');
		const heard: string[] = [];
		expect(await (await freshStore((problem) => heard.push(problem)))('reader')).toBeUndefined();
		expect(heard).toEqual([expect.stringContaining(folder)]);
	});
});
