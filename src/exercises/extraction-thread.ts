import { once } from 'node:events';
import type { MessagePort, Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Document } from '../corpus/document.js';
import { type OwnFiles, ownFilesOpened } from '../gazetteer/open-gazetteer.js';
import { oneAtATime } from '../one-at-a-time.js';
import { shareReader } from '../reader/reader.js';
import { startThread } from '../start-thread.js';
import { workKeptIn } from '../store.js';

/** What the thread is started with. */
export interface ThreadSetting {
	/** A way to the networks of the process. */
	readonly networks: MessagePort;
	readonly ownFiles: OwnFiles;
	/** Where work is kept, if it is. */
	readonly kept?: string;
}

export type ThreadRequest = { readonly document: Document } | 'end';

/**
 * How long the thread waits for the next document before it ends, in milliseconds: the gazetteer that it holds is
 * large.
 */
const waits = 30_000;

const outcome = z.union([z.object({ extract: z.unknown() }), z.object({ failed: z.string() })]);

let thread: Promise<Worker> | undefined;
let ending: NodeJS.Timeout | undefined;
const inTurn = oneAtATime();

/**
 * What a document says of exercises, in the form that is kept, read in a thread of its own: of a long document the
 * rules take seconds, which nobody who asks meanwhile should feel. It has the gazetteer and the kept work of this
 * process.
 */
export function readAside(document: Document): Promise<unknown> {
	return inTurn(async () => {
		clearTimeout(ending);
		thread ??= start();
		const worker = await thread;
		const request: ThreadRequest = { document: plain(document) };
		worker.ref();
		worker.postMessage(request);
		const [message] = await once(worker, 'message').finally(() => {
			worker.unref();
			ending = setTimeout(end, waits).unref();
		});
		const said = outcome.parse(message);
		if ('failed' in said) throw new Error(`${document.file} could not be read for exercises: ${said.failed}`);
		return said.extract;
	});
}

async function start(): Promise<Worker> {
	const networks = await shareReader();
	const kept = workKeptIn();
	const setting: ThreadSetting = { networks, ownFiles: ownFilesOpened(), ...(kept === undefined ? {} : { kept }) };
	const worker = startThread(new URL('./extraction-worker.js', import.meta.url), {
		workerData: setting,
		transferList: [networks],
	});
	worker.unref();
	// Whoever waits for a document hears of it; the next one finds a new thread.
	worker.on('error', forget);
	worker.on('exit', forget);
	return worker;
}

function forget(): void {
	thread = undefined;
}

function end(): void {
	const ended = thread;
	forget();
	const request: ThreadRequest = 'end';
	void ended?.then((worker) => worker.postMessage(request));
}

/** Of a document whose text is fetched when it is asked for, all that it holds. */
function plain(document: Document): Document {
	const { id, version, file, title, text, paragraphs, sections, publishedOn, url, publisher, author, pages } = document;
	return {
		id,
		version,
		file,
		title,
		text,
		paragraphs,
		sections,
		publishedOn,
		url,
		publisher,
		author,
		...(pages ? { pages } : {}),
	};
}
