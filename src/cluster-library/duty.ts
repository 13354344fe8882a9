import { oneAtATime } from '../one-at-a-time.js';
import type { Connection } from './connection.js';
import { type Lease, takeLease } from './lease.js';

/** What one process of a fleet does for all. Where it ends without a word, another takes it over. */
export interface Duty {
	isMine(): boolean;
	close(): Promise<void>;
}

/** Within this another process is on duty. */
const lastsMs = 15_000;
const triesEveryMs = 5_000;

/** @param onTaken is called each time that it comes to this process */
export function takeTurns(connection: Connection, name: string, onTaken: () => void): Duty {
	let lease: Lease | null = null;
	let isClosed = false;
	const inTurn = oneAtATime();
	const attempt = async (): Promise<void> => {
		if (isClosed || lease?.isHeld()) return;
		lease = await takeLease(connection, name, lastsMs);
		if (lease) onTaken();
	};
	const tryNow = () => {
		// The connection tells of a cluster that does not answer.
		void inTurn(attempt).catch(() => {});
	};
	tryNow();
	const timer = setInterval(tryNow, triesEveryMs).unref();
	return {
		isMine: () => lease?.isHeld() ?? false,
		async close() {
			isClosed = true;
			clearInterval(timer);
			await inTurn(async () => {});
			await lease?.release().catch(() => {});
		},
	};
}
