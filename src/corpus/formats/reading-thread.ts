import type { Worker } from 'node:worker_threads';
import { oneAtATime } from '../../one-at-a-time.js';
import { startThread } from '../../start-thread.js';
import type { FileContents } from '../article.js';
import { UnreadableFile } from '../decode.js';
import type { Format } from './kinds.js';
import type { ReadOutcome, ReadRequest } from './worker.js';

/** What one file may take. */
export interface Limits {
	readonly seconds: number;
	/** Of the thread's own heap. */
	readonly heapMb: number;
	/** By which the whole process may grow meanwhile: a thread's own limit does not count its buffers. */
	readonly growthMb: number;
}

const usual: Limits = { seconds: 60, heapMb: 512, growthMb: 1_200 };
const looksEvery = 100;
/** How long a thread waits for the next file before it ends, in milliseconds. */
const waits = 2_000;
const megabyte = 1024 * 1024;

/**
 * Reads files of formats whose libraries may hang, grow or crash, each in a thread, one after the other. A file that takes too much
 * costs that thread, and is left out in one sentence.
 */
export class ReadingThread {
	private worker: Worker | undefined;
	private readonly inTurn = oneAtATime();
	private ending: NodeJS.Timeout | undefined;

	constructor(private readonly limits: Limits = usual) {}

	/** @throws UnreadableFile with what is wrong, in words for people */
	read(format: Format, bytes: Uint8Array): Promise<FileContents> {
		return this.inTurn(() => this.readNow(format, bytes));
	}

	private async readNow(format: Format, bytes: Uint8Array): Promise<FileContents> {
		clearTimeout(this.ending);
		this.worker ??= this.start();
		const outcome = await outcomeOf(this.worker, { format, bytes }, this.limits);
		if (outcome === 'gone' || 'tooMuch' in outcome) this.end();
		else this.ending = setTimeout(() => this.end(), waits).unref();
		if (outcome === 'gone') throw new UnreadableFile('is damaged: it cannot be read');
		if ('tooMuch' in outcome) throw new UnreadableFile(outcome.tooMuch);
		if ('problem' in outcome) throw new UnreadableFile(outcome.problem);
		return outcome.contents;
	}

	private start(): Worker {
		const worker = startWorker(this.limits);
		worker.on('error', () => {});
		worker.once('exit', () => {
			if (this.worker === worker) this.worker = undefined;
		});
		return worker;
	}

	private end(): void {
		void this.worker?.terminate();
		this.worker = undefined;
	}
}

function startWorker({ heapMb }: Limits): Worker {
	const worker = startThread(new URL('./worker.js', import.meta.url), {
		resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 64 },
		// What a library prints is no message of the program's.
		stdout: true,
		stderr: true,
	});
	worker.stdout.resume();
	worker.stderr.resume();
	worker.unref();
	return worker;
}

/** What a file comes to, whatever becomes of the thread that reads it. */
function outcomeOf(worker: Worker, request: ReadRequest, limits: Limits): Promise<ReadOutcome | { readonly tooMuch: string } | 'gone'> {
	const tooLarge = { tooMuch: 'takes more memory to read than a document may' };
	return new Promise((resolve) => {
		const before = process.memoryUsage.rss();
		let looks = 0;
		const settle = (outcome: ReadOutcome | { readonly tooMuch: string } | 'gone') => {
			clearInterval(look);
			worker.off('message', settle).off('error', fail).off('exit', leave).unref();
			resolve(outcome);
		};
		const fail = (error: Error & { readonly code?: string }) => settle(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge : 'gone');
		const leave = () => settle('gone');
		// Looks are counted, not the clock: while this thread itself is busy, an answer may be waiting.
		const look = setInterval(() => {
			looks++;
			if (looks * looksEvery > limits.seconds * 1_000) settle({ tooMuch: `takes longer than ${limits.seconds} seconds to read` });
			else if (process.memoryUsage.rss() - before > limits.growthMb * megabyte) settle(tooLarge);
		}, looksEvery);
		worker.on('message', settle).on('error', fail).on('exit', leave).ref();
		worker.postMessage(request);
	});
}
