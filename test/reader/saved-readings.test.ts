import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open } from 'lmdb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openReadings } from '../../src/reader/saved-readings.js';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'readings-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const stretch = {
	query: 'Iron Fjord 2019',
	title: 'Iron Fjord opens',
	sentences: ['Iron Fjord 2019 opened off Tromsø.', 'Denmark watched.'],
};
const reading = [
	{ about: 0.98, marks: [{ field: 'place' as const, start: 27, end: 33, sureness: 0.75 }] },
	{ about: 0.25, marks: [] },
];

describe('readings kept in a folder', () => {
	it('are found again by what was read, and by nothing else', async () => {
		const readings = await openReadings(folder);
		readings.record.put(stretch, reading);
		const again = await openReadings(folder);
		await expect.poll(() => again.record.get(stretch)).toEqual(reading);
		expect(again.names.get(stretch)).toBeUndefined();
		expect(again.record.get({ ...stretch, anchors: new Set([0]) })).toBeUndefined();
		expect(again.record.get({ ...stretch, sentences: ['Iron Fjord 2019 opened  off Tromsø.', 'Denmark watched.'] })).toBeUndefined();
	});

	it('are read anew where they were kept damaged', async () => {
		const readings = await openReadings(folder);
		readings.record.put(stretch, reading);
		await expect.poll(() => readings.record.get(stretch)).toEqual(reading);
		const store = open({ path: folder, keyEncoding: 'binary' });
		for (const { key } of store.getRange()) await store.put(key, [{ about: 'much', marks: [] }]);
		expect(readings.record.get(stretch)).toBeUndefined();
	});

	it('cannot be kept where a file stands in the place of the folder', async () => {
		const file = join(folder, 'taken');
		await writeFile(file, '');
		await expect(openReadings(file)).rejects.toThrow();
	});
});
