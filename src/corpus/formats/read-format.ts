import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { FileContents } from '../article.js';
import { UnreadableFile } from '../decode.js';
import type { Format } from './kinds.js';
import { isPlain, readerOf } from './readers.js';
import { ReadingThread } from './reading-thread.js';

const threads = [new ReadingThread(), new ReadingThread()] as const;
let next = 0;

/** What files came to, by their bytes: a folder is read again whenever a file in it changes, and one that hangs would hang again. */
const known = new LRUCache<string, FileContents | UnreadableFile>({ maxSize: 50_000_000, sizeCalculation: sizeOf });

function sizeOf(outcome: FileContents | UnreadableFile): number {
	return outcome instanceof UnreadableFile ? 1 : 1 + outcome.articles.reduce((sum, { text }) => sum + text.length, 0);
}

/**
 * What a file of a format holds.
 * @throws UnreadableFile with what is wrong, in words for people
 */
export async function readFormat(format: Format, bytes: Uint8Array): Promise<FileContents> {
	if (isPlain(format)) return (await readerOf(format))(bytes);
	const key = `${format} ${createHash('sha256').update(bytes).digest('base64')}`;
	const outcome = known.get(key) ?? (await read(format, bytes));
	known.set(key, outcome);
	if (outcome instanceof UnreadableFile) throw outcome;
	return outcome;
}

async function read(format: Format, bytes: Uint8Array): Promise<FileContents | UnreadableFile> {
	next++;
	try {
		return await (next % 2 === 0 ? threads[0] : threads[1]).read(format, bytes);
	} catch (error) {
		if (error instanceof UnreadableFile) return error;
		throw error;
	}
}
