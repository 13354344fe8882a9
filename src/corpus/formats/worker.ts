import { parentPort } from 'node:worker_threads';
import type { FileContents } from '../article.js';
import { UnreadableFile } from '../decode.js';
import type { Format } from './kinds.js';
import { readerOf } from './readers.js';

/** What a thread is asked to read. */
export interface ReadRequest {
	readonly format: Format;
	readonly bytes: Uint8Array;
}

/** What comes of it: what the file holds, or why it is left out. */
export type ReadOutcome = { readonly contents: FileContents } | { readonly problem: string };

/** More text than this is no document, and nothing later is made for it, in UTF-16 code units. */
const mostText = 30_000_000;

async function outcomeOf({ format, bytes }: ReadRequest): Promise<ReadOutcome> {
	try {
		const contents = await (await readerOf(format))(bytes);
		const length = contents.articles.reduce((sum, { text }) => sum + text.length, 0);
		return length > mostText ? { problem: `holds more than ${mostText / 1_000_000} million characters` } : { contents };
	} catch (error) {
		return { problem: error instanceof UnreadableFile ? error.message : 'is damaged: it cannot be read' };
	}
}

// A library that fails beside its own promise must not end the thread: what it was asked for is still answered, or runs out of time.
process.on('unhandledRejection', () => {});

parentPort?.on('message', async (request: ReadRequest) => {
	parentPort?.postMessage(await outcomeOf(request));
});
