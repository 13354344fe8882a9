import { setTimeout as pause } from 'node:timers/promises';
import type { z } from 'zod';
import { oneAtATime } from '../one-at-a-time.js';
import type { Connection } from './connection.js';
import { readState, writeState } from './state.js';

/** A value that all processes of a fleet share. */
export interface SharedState<State> {
	/** As it was a moment ago at most. */
	current(): State;
	/** Changes what is there now, whoever wrote it. Written when its promise resolves. */
	change(make: (before: State) => State): Promise<void>;
	close(): void;
}

const looksEveryMs = 2_000;
/** So many others may be faster, one after the other. */
const attempts = 20;

/** @param onError hears of a look that failed; what was there before stays */
export async function shareState<Schema extends z.ZodType>(
	connection: Connection,
	{ id, schema, empty }: { readonly id: string; readonly schema: Schema; readonly empty: z.output<Schema> },
	onError: (error: unknown) => void,
): Promise<SharedState<z.output<Schema>>> {
	const read = () => readState(connection, id, schema);
	let state = (await read())?.value ?? empty;
	const inTurn = oneAtATime();
	const look = async () => {
		state = (await read())?.value ?? empty;
	};
	const timer = setInterval(() => void inTurn(look).catch(onError), looksEveryMs).unref();

	async function write(make: (before: z.output<Schema>) => z.output<Schema>): Promise<void> {
		for (let attempt = 0; attempt < attempts; attempt++) {
			const before = await read();
			const after = make(before?.value ?? empty);
			if (before?.value === after || (await writeState(connection, id, after, before))) {
				state = after;
				return;
			}
			await pause(Math.random() * 100);
		}
		throw new Error(`What is shared as "${id}" could not be changed: others change it all the time`);
	}
	return { current: () => state, change: (make) => inTurn(() => write(make)), close: () => clearInterval(timer) };
}
