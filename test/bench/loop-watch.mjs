// Preloaded into a program that a benchmark starts: tells it, when asked, how long the event loop was held since it was last asked. On a
// machine that others use too the program's own part is less: what it waited for a processor is left out, where the system counts that.
// Plain JavaScript, since the program's threads load it too.
import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const everyMs = 5;

if (isMainThread && process.send) watch();

function watch() {
	let [held, own] = [0, 0];
	let [last, waited] = [performance.now(), waitedMs()];
	setInterval(() => {
		const [now, waitedNow] = [performance.now(), waitedMs()];
		held = Math.max(held, now - last - everyMs);
		own = Math.max(own, now - last - everyMs - (waitedNow - waited));
		[last, waited] = [now, waitedNow];
	}, everyMs).unref();
	process.on('message', () => {
		process.send({ held, own });
		[held, own] = [0, 0];
	});
	process.channel.unref();
}

/** How long the main thread has waited for a processor so far. */
function waitedMs() {
	try {
		return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6;
	} catch {
		return 0;
	}
}
