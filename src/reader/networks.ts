import { once } from 'node:events';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { EncodedStretch } from './stretch.js';

const floats = z.object({ data: z.instanceof(Float32Array) }).transform(({ data }) => data);

/** What the network for answers gives for one stretch, before softmax. */
const answerScores = z.object({
	/** One number a sentence: how well it answers; 0 stands for "no sentence does". */
	answer: floats,
	/** Two numbers a piece of the row: an answer begins here, ends here. */
	words: floats,
});
export type AnswerScores = z.output<typeof answerScores>;

/** What the network for exercises gives for one stretch, before sigmoid. */
const recordScores = z.object({
	/** One number a sentence: whether it speaks of the exercise. */
	about: floats,
	/** `fields.length` numbers a piece of the row. */
	fields: floats,
});
export type RecordScores = z.output<typeof recordScores>;

/** Both networks. Each runs one stretch alone: 8-bit activations are scaled over all that runs together, and results must not depend on it. */
export interface Networks {
	answer(stretch: EncodedStretch): Promise<AnswerScores>;
	record(stretch: EncodedStretch): Promise<RecordScores>;
}

/** Each network's ONNX file. */
const modelNames = { answer: 'answers.onnx', record: 'records.onnx' } as const satisfies Record<keyof Networks, string>;

const reply = z.union([
	z.object({ run: z.number(), failed: z.string() }),
	z.object({ run: z.number(), results: z.record(z.string(), z.unknown()) }),
]);

interface Waiting {
	readonly resolve: (results: unknown) => void;
	readonly reject: (error: Error) => void;
}

/** The networks of this process, in threads that others may ask too. */
export interface SharedNetworks extends Networks {
	/** A way to them for another thread, behind the questions of this one. */
	share(): MessagePort;
	/** Ends the threads, when what they run just now is over. Nothing may be asked any more. */
	close(): Promise<void>;
}

/** A question's stretches are read side by side, by so many threads; with more, who answers would have to wait for a processor. */
const threadsAtMost = 2;

/**
 * Starts the threads that run the networks, each with sessions of its own. They keep no process alive.
 * @param modelFile gives the path of an ONNX file of this name, or throws
 * @throws Error with one sentence: a file is missing or damaged, or there is no runtime for this processor
 */
export async function startNetworks(modelFile: (name: string) => string): Promise<SharedNetworks> {
	const pathOf = (name: string): string => {
		try {
			return modelFile(name);
		} catch (error) {
			throw new Error(`The reader cannot be loaded: src/reader/model/${name} is missing. Fetch the project anew.`, { cause: error });
		}
	};
	const models = { answer: pathOf(modelNames.answer), record: pathOf(modelNames.record) };
	const workers = await Promise.all(Array.from({ length: Math.min(threadsAtMost, availableParallelism()) }, () => startThread(models)));
	const threads = workers.map(networksThrough);
	const [first, ...others] = threads;
	if (!first) throw new Error('The reader cannot be started: there is no processor');
	const idlest = () => others.reduce((least, other) => (other.waiting() < least.waiting() ? other : least), first);
	return {
		answer: (stretch) => idlest().answer(stretch),
		record: (stretch) => idlest().record(stretch),
		share() {
			const { port1, port2 } = new MessageChannel();
			workers.at(-1)?.postMessage({ port: port1 }, [port1]);
			return port2;
		},
		async close() {
			await Promise.all(workers.map(endThread));
		},
	};
}

async function startThread(models: Readonly<Record<keyof Networks, string>>): Promise<Worker> {
	const worker = new Worker(createRequire(import.meta.url).resolve('#data/reader/session.mjs'), { workerData: { models } });
	// What fails before it is ready, this throws.
	await once(worker, 'message').catch((error: unknown) => {
		throw new Error(whyNot(error), { cause: error });
	});
	return worker;
}

async function endThread(worker: Worker): Promise<void> {
	const ended = once(worker, 'exit');
	// Else the process, with nothing left to do, would end before whoever waits here says how.
	worker.ref();
	worker.postMessage({ end: true });
	await ended;
}

/** The networks at the other end of a port, which is held open only while something is asked. */
export function networksThrough(port: Worker | MessagePort): Networks & { waiting(): number } {
	const waiting = new Map<number, Waiting>();
	let last = 0;
	const settle = (run: number, how: (one: Waiting) => void) => {
		const one = waiting.get(run);
		waiting.delete(run);
		if (waiting.size === 0) port.unref();
		if (one) how(one);
	};
	const fail = (error: Error) => {
		for (const run of [...waiting.keys()]) settle(run, (one) => one.reject(error));
	};
	port.on('message', (message: unknown) => {
		const said = reply.parse(message);
		if ('failed' in said) settle(said.run, (one) => one.reject(new Error(`The reader failed: ${said.failed}`)));
		else settle(said.run, (one) => one.resolve(said.results));
	});
	port.on('error', fail);
	port.on('close', () => fail(new Error('The reader has ended')));
	port.unref();
	const run = (network: keyof Networks, stretch: EncodedStretch): Promise<unknown> =>
		new Promise((resolve, reject) => {
			last++;
			waiting.set(last, { resolve, reject });
			port.ref();
			port.postMessage({ run: last, network, rows: rowsOf(stretch) });
		});
	return {
		waiting: () => waiting.size,
		answer: async (stretch) => answerScores.parse(await run('answer', stretch)),
		record: async (stretch) => recordScores.parse(await run('record', stretch)),
	};
}

function whyNot(error: unknown): string {
	const said = error instanceof Error ? error.message : '';
	if (/cannot find module|binding|\.node\b|ERR_DLOPEN|MODULE_NOT_FOUND/i.test(said)) {
		return `The reader cannot be loaded: onnxruntime-node has no runtime for ${process.platform}-${process.arch}.`;
	}
	// The runtime names the file that it could not load.
	const damaged = Object.values(modelNames).find((name) => said.includes(name)) ?? 'a network';
	return `The reader cannot be loaded: src/reader/model/${damaged} is damaged. Fetch the project anew.`;
}

/** The networks' inputs: numbers of the row, and for the sentences and the query the share of each piece in their mean. */
function rowsOf({ ids, types, queryLength, sentences }: EncodedStretch) {
	const length = ids.length;
	const means = new Float32Array(Math.max(1, sentences.length) * length);
	for (const [index, { first, pieces }] of sentences.entries()) {
		means.fill(1 / pieces.length, index * length + first, index * length + first + pieces.length);
	}
	const query = new Float32Array(length).fill(1 / Math.max(1, queryLength), 1, 1 + Math.max(1, queryLength));
	const row = (values: readonly number[]) => ({ type: 'int64', data: BigInt64Array.from(values, BigInt), dims: [1, length] });
	return {
		input_ids: row(ids),
		attention_mask: row(ids.map(() => 1)),
		token_type_ids: row(types),
		sentences: { type: 'float32', data: means, dims: [1, Math.max(1, sentences.length), length] },
		question: { type: 'float32', data: query, dims: [1, 1, length] },
	};
}
