import type { REST } from 'discord.js';
import type { Logger } from 'pino';

const LOOKS_EVERY_MS = 1_000;
/** A clock that is set right little by little stays below this. */
const JUMP_MS = 2_000;

/**
 * Tells in one line of a clock of the machine that jumps. What the bot measures it measures by another; discord.js reckons with the time of day
 * how long Discord's limits last, and of a clock that is set back an hour it would wait for an hour: it forgets them then, and learns
 * them anew with the next answers.
 */
export function watchClock(rest: REST, log: Logger): { close(): void } {
	let before = Date.now() - performance.now();
	const timer = setInterval(() => {
		const now = Date.now() - performance.now();
		const jumped = now - before;
		before = now;
		if (Math.abs(jumped) < JUMP_MS) return;
		log.warn({ seconds: Math.round(jumped / 1_000) }, 'the clock of this machine jumped');
		if (jumped > 0) return;
		rest.handlers.clear();
		rest.globalReset = -1;
	}, LOOKS_EVERY_MS).unref();
	return { close: () => clearInterval(timer) };
}
