// The thread that runs the network: a run holds its event loop for its whole time. Plain JavaScript, so that it starts the same from the
// sources and from the build.
import { parentPort, workerData } from 'node:worker_threads';
import { InferenceSession, Tensor } from 'onnxruntime-node';

const session = await InferenceSession.create(workerData.model, {
	executionMode: 'sequential',
	intraOpNumThreads: workerData.threads,
	interOpNumThreads: 1,
});
parentPort.postMessage({ ready: true });

parentPort.on('message', async ({ run, rows }) => {
	try {
		const results = await session.run(
			Object.fromEntries(Object.entries(rows).map(([name, { type, data, dims }]) => [name, new Tensor(type, data, dims)])),
		);
		parentPort.postMessage({
			run,
			results: Object.fromEntries(Object.entries(results).map(([name, { data, dims }]) => [name, { data, dims }])),
		});
	} catch (error) {
		parentPort.postMessage({ run, failed: String(error) });
	}
});
