// A thread that runs the networks: a run holds its event loop for its whole time. Plain JavaScript, so that it starts the same from the
// sources and from the build.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { InferenceSession, Tensor } from 'onnxruntime-node';

const options = { executionMode: 'sequential', intraOpNumThreads: 1, interOpNumThreads: 1 };
const sessions = new Map();
for (const [network, model] of Object.entries(workerData.models)) sessions.set(network, await InferenceSession.create(model, options));

/** What is asked through the thread's own port, somebody's question, goes before what comes through another. */
const [first, later] = [[], []];
const ports = [];
let isRunning = false;

function listen(port, queue) {
	ports.push(port);
	port.on('message', (message) => {
		if (message.port) return listen(message.port, later);
		if (message.end) return end();
		queue.push({ port, ...message });
		void runAll();
	});
}

/** The thread ends by itself, after the run of the moment: ended in the middle of one, it takes the process with it. */
function end() {
	for (const queue of [first, later]) queue.length = 0;
	for (const port of ports) port.close();
}

async function runAll() {
	if (isRunning) return;
	isRunning = true;
	for (let next = first.shift() ?? later.shift(); next; next = first.shift() ?? later.shift()) {
		next.port.postMessage(await outcomeOf(next));
		// What came meanwhile may go before what waits.
		await nextTurn();
	}
	isRunning = false;
}

async function outcomeOf({ run, network, rows }) {
	try {
		const inputs = Object.entries(rows).map(([name, { type, data, dims }]) => [name, new Tensor(type, data, dims)]);
		const results = Object.entries(await sessions.get(network).run(Object.fromEntries(inputs)));
		return { run, results: Object.fromEntries(results.map(([name, { data, dims }]) => [name, { data, dims }])) };
	} catch (error) {
		return { run, failed: String(error) };
	}
}

parentPort.postMessage({ ready: true });
listen(parentPort, first);
