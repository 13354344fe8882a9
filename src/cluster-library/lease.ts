import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Connection } from './connection.js';
import { deleteState, type Kept, readState, writeState } from './state.js';

/** What one alone of many processes may do at a time. It ends by itself where its holder ends without a word. */
export interface Lease {
	/** False as soon as another may have it. */
	isHeld(): boolean;
	release(): Promise<void>;
}

const leaseSchema = z.object({ holder: z.string(), until: z.number() });
/** Clocks of machines differ a little, and a request takes its time. */
const spareMs = 2_000;

/** Takes the lease of a name for some time, again and again while it is held; null where another has it. */
export async function takeLease(connection: Connection, name: string, lastsMs: number): Promise<Lease | null> {
	const id = `lease ${name}`;
	const holder = randomUUID();
	/** By this process's own clock, which does not jump; what others see of it is the time of day. */
	let until = 0;

	async function take(): Promise<boolean> {
		const before = await readState(connection, id, leaseSchema);
		if (before && before.value.holder !== holder && before.value.until + spareMs > Date.now()) return false;
		const began = performance.now();
		if (!(await writeState(connection, id, { holder, until: Date.now() + lastsMs }, before))) return false;
		until = began + lastsMs;
		return true;
	}

	if (!(await take())) return null;
	// What cannot be renewed just now may be soon; when it cannot be in time, it is no longer held.
	const timer = setInterval(() => void take().catch(() => {}), lastsMs / 3).unref();
	return {
		isHeld: () => performance.now() < until,
		async release() {
			clearInterval(timer);
			until = 0;
			const now: Kept<z.output<typeof leaseSchema>> | undefined = await readState(connection, id, leaseSchema);
			if (now?.value.holder === holder) await deleteState(connection, id, now);
		},
	};
}
