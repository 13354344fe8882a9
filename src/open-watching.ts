import { nothingWatched, openWatches, stateSchema, type Watches, watchesIn } from './alerts/watches.js';
import type { Connection } from './cluster-library/connection.js';
import { takeTurns } from './cluster-library/duty.js';
import { shareState } from './cluster-library/shared-state.js';
import type { Config } from './config.js';

/** What is watched, and whether this process looks for news of it. */
export interface Watching {
	readonly watches: Watches;
	isOnDuty(): boolean;
	close(): Promise<void>;
}

export interface WatchingHearers {
	/** It is this process's turn to look. */
	readonly onDuty: () => void;
	readonly onError: (error: unknown) => void;
}

/**
 * In a file of this process; with a cluster, there, for the whole fleet: then one of its processes at a time looks
 * for news.
 */
export async function openWatching(
	{ watchesFile, watchesPerServer }: Pick<Config, 'watchesFile' | 'watchesPerServer'>,
	cluster: Connection | undefined,
	{ onDuty, onError }: WatchingHearers,
): Promise<Watching> {
	if (!cluster) return { watches: await openWatches(watchesFile, watchesPerServer), isOnDuty: () => true, close: async () => {} };
	const shared = await shareState(cluster, { id: 'watches', schema: stateSchema, empty: nothingWatched }, onError);
	const duty = takeTurns(cluster, 'alerts', onDuty);
	return {
		watches: watchesIn(shared, watchesPerServer),
		isOnDuty: duty.isMine,
		async close() {
			shared.close();
			await duty.close();
		},
	};
}
