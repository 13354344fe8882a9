import { parentPort, workerData } from 'node:worker_threads';
import { openGazetteer } from '../gazetteer/open-gazetteer.js';
import { openSharedReader } from '../reader/reader.js';
import { closeStore, keepWorkIn } from '../store.js';
import { withoutText } from './catalogue/saved-extracts.js';
import { readExercises } from './extract.js';
import type { ThreadRequest, ThreadSetting } from './extraction-thread.js';

const { networks, ownFiles, kept }: ThreadSetting = workerData;
openGazetteer(ownFiles);
// What is wrong with the place is told by the thread that keeps what comes of this one.
if (kept !== undefined) keepWorkIn(kept, () => {});
const reader = openSharedReader(networks);

async function answer(request: ThreadRequest): Promise<void> {
	if (request === 'end') {
		await closeStore();
		networks.close();
		parentPort?.close();
		return;
	}
	try {
		parentPort?.postMessage({ extract: withoutText(await readExercises(request.document, await reader)) });
	} catch (error) {
		parentPort?.postMessage({ failed: error instanceof Error ? error.message : String(error) });
	}
}

parentPort?.on('message', (request: ThreadRequest) => void answer(request));
