import { setImmediate } from 'node:timers/promises';
import { oneAtATime } from './one-at-a-time.js';

/** So long a stretch of work may hold the event loop, in milliseconds: a reply that waits for it is still quick. */
const longestStretch = 10;

/** Parts long work: awaited between two pieces of it, others are served as soon as the stretch has lasted long enough. */
export type Pause = () => Promise<void>;

/** Of all that takes turns one goes on in a turn of the event loop: eight stretches in a row would hold it as one long one does. */
const inLine = oneAtATime();
const nextTurn = (): Promise<void> => inLine(() => setImmediate());

/** A pause for one piece of work, or for several that go on at once. */
export function takingTurns(longest = longestStretch): Pause {
	let began = performance.now();
	let last: Promise<void> = Promise.resolve();
	const look = async (): Promise<void> => {
		if (performance.now() - began < longest) return;
		await nextTurn();
		began = performance.now();
	};
	return () => {
		last = last.then(look);
		return last;
	};
}

/** Work with a place to pause after each piece of it. */
export type Pieces<Result> = Generator<void, Result, void>;

/** Does the work without a pause. */
export function atOnce<Result>(work: Pieces<Result>): Result {
	for (;;) {
		const piece = work.next();
		if (piece.done) return piece.value;
	}
}

/** Does the work while others are served. */
export async function inTurns<Result>(work: Pieces<Result>, pause: Pause = takingTurns()): Promise<Result> {
	for (;;) {
		const piece = work.next();
		if (piece.done) return piece.value;
		await pause();
	}
}
