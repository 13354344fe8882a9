import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Asking, Outcome } from './outcome.js';
import type { Queue } from './queue.js';

const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 3, 5, 10, 30];

/** What the bot counts, in the form of Prometheus. */
export interface Metrics {
	closed(asking: Asking, outcome: Outcome, ms: number): void;
	/** An answer of Discord's REST, or a connection to it that was cut. */
	requested(status: number | 'cut'): void;
	readonly registry: Registry;
}

export function createMetrics(queue: Queue): Metrics {
	const registry = new Registry();
	const registers = [registry];
	const interactions = new Counter({
		name: 'drillbook_interactions_total',
		help: 'Interactions and messages, by what became of them',
		labelNames: ['kind', 'command', 'outcome'],
		registers,
	});
	const durations = new Histogram({
		name: 'drillbook_interaction_seconds',
		help: 'From the arrival of an interaction or message to the text of its answer',
		labelNames: ['kind'],
		buckets: SECONDS,
		registers,
	});
	const requests = new Counter({
		name: 'drillbook_discord_requests_total',
		help: 'Answers of the REST interface of Discord, by status; cut: none came',
		labelNames: ['status'],
		registers,
	});
	for (const name of ['waiting', 'running'] as const) {
		new Gauge({
			name: `drillbook_questions_${name}`,
			help: `Questions that are ${name} now`,
			registers,
			collect() {
				this.set(queue[name]);
			},
		});
	}
	return {
		closed({ kind, command }, outcome, ms) {
			interactions.inc({ kind, command, outcome });
			durations.observe({ kind }, ms / 1_000);
		},
		requested: (status) => requests.inc({ status: String(status) }),
		registry,
	};
}
