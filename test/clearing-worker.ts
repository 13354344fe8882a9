import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { clearUnused, keepWorkIn, storeOf } from '../src/store.js';

/**
 * One of several processes over one store: keeps a few pieces that it holds all the time, makes others that nobody asks for again, and clears,
 * day after day, until it is killed. What it lacks it says.
 */
const [folder = '', own = ''] = process.argv.slice(2);
const held = 8;
const day = 24 * 60 * 60 * 1_000;
const size = 20_000;
const say = (what: string) => appendFileSync(join(folder, 'said'), `${what}\n`);

keepWorkIn(join(folder, 'kept'), (problem) => say(`trouble: ${problem}`));
const store = await storeOf(['text']);
if (!store) throw new Error('no store');
const pieces = Array.from({ length: held }, (_, number) => ['held', own, number]);
for (const piece of pieces) {
	if (!(await store.hold(piece))) await store.put(piece, 'x'.repeat(size));
}
say('ready');
for (let turn = 0; ; turn++) {
	for (let number = 0; number < 20; number++) await store.put(['made', own, process.pid, turn, number], 'y'.repeat(size));
	for (const piece of pieces) if (!(await store.hold(piece))) say(`lost: ${piece.join(' ')}`);
	const removed = await clearUnused(turn * day);
	for (const piece of pieces) if (typeof store.get(piece) !== 'string') say(`gone: ${piece.join(' ')}`);
	if (removed > 0) say('cleared');
}
