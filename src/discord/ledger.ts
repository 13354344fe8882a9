import type { Logger } from 'pino';
import type { Metrics } from './metrics.js';
import type { Asking, Outcome } from './outcome.js';

export interface Entry {
	/** Milliseconds since the clock was started. */
	elapsed(): number;
	/** Writes the one line on this interaction. @param facts never a text, never a token */
	close(outcome: Outcome, facts?: object): void;
}

/** Keeps one line and one count for every interaction and message. */
export interface Ledger {
	/** Starts the clock. */
	open(asking: Asking): Entry;
}

const LEVELS = {
	answered: 'info',
	deferred: 'info',
	silent: 'debug',
	busy: 'warn',
	limited: 'info',
	'too late': 'warn',
	muted: 'info',
	repeated: 'warn',
	failed: 'error',
} as const satisfies Record<Outcome, string>;

/** Every key typed into an option is an interaction: they are counted, and told only to who wants to know all. */
function levelOf(outcome: Outcome, kind: Asking['kind']) {
	return kind === 'typing' && LEVELS[outcome] === 'info' ? 'debug' : LEVELS[outcome];
}

export function createLedger(log: Logger, metrics: Metrics): Ledger {
	return {
		open(asking) {
			const start = performance.now();
			return {
				elapsed: () => performance.now() - start,
				close(outcome, facts = {}) {
					const ms = Math.round(performance.now() - start);
					metrics.closed(asking, outcome, ms);
					log[levelOf(outcome, asking.kind)]({ ...asking, outcome, ms, ...facts }, `${asking.kind} ${asking.command}: ${outcome}`);
				},
			};
		},
	};
}
