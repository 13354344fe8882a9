import type { RootDatabase } from 'lmdb';
import { z } from 'zod';
import { takingTurns } from './taking-turns.js';

export type Kept = RootDatabase<unknown, Buffer>;

/**
 * How long ago each piece of a store was used last. It is counted in ages, not by the clock: an age ends when somebody clears the store on
 * another day, so that a clock that jumps ends one too early at most. What a process killed in between has left unmarked counts as used now.
 */
export interface Ages {
	/** It is used in this age. Written soon. */
	mark(key: Buffer): void;
	/** The same, for what has to be there later on. @returns whether it is there, and safe from others that clear in this age */
	hold(key: Buffer): Promise<boolean>;
	/**
	 * Ends the age, where it has lasted long enough, and removes what was used in none of the last ones.
	 * @returns how many pieces
	 */
	clear(now: number): Promise<number>;
}

/** What was not used in so many ages goes. */
const agesKept = 30;
const ageLasts = 20 * 60 * 60 * 1_000;
const keysAtOnce = 256;

/** A piece is kept under a hash; its age under the same with this behind it; the present age under this alone. */
const behind = Buffer.of(0);
/** Behind both. */
const next = Buffer.of(1);
const hashLength = 32;

const presentSchema = z.object({ age: z.int(), since: z.number() });

/** @param write puts, and says whether it did */
export function agesOf(kept: Kept, write: (key: Buffer, value: number) => Promise<unknown>): Ages {
	const ageKey = (key: Buffer) => Buffer.concat([key, behind]);
	const present = () => presentSchema.safeParse(kept.get(behind)).data ?? { age: 1, since: 0 };
	let { age } = present();
	const ageOf = (key: Buffer): number | undefined => {
		const said = kept.get(ageKey(key));
		return typeof said === 'number' ? said : undefined;
	};
	const mark = (key: Buffer): void => {
		if ((ageOf(key) ?? 0) < age) void write(ageKey(key), age);
	};

	/** Only what is old in the eyes of all that write at the same time. */
	const removeOld = (keys: readonly Buffer[]): number => {
		let removed = 0;
		for (const key of keys) {
			const used = ageOf(key);
			if (used === undefined) void kept.put(ageKey(key), age);
			else if (used < age - agesKept) {
				void kept.remove(key);
				void kept.remove(ageKey(key));
				removed += 1;
			}
		}
		return removed;
	};

	return {
		mark,
		async hold(key) {
			const used = ageOf(key);
			// Nobody takes it for old before this process says again that it holds it.
			if (used !== undefined && used > age - agesKept / 2) {
				mark(key);
				return kept.doesExist(key);
			}
			return kept.transaction(() => {
				if (!kept.doesExist(key)) return false;
				void kept.put(ageKey(key), age);
				return true;
			});
		},
		async clear(now) {
			// What a process that was killed was reading would never be free for anything else.
			kept.readerCheck();
			age = await kept.transaction(() => {
				const { age: before, since } = present();
				if (Math.abs(now - since) < ageLasts) return before;
				void kept.put(behind, { age: before + 1, since: now });
				return before + 1;
			});
			const pause = takingTurns();
			let removed = 0;
			let start: Buffer | undefined;
			for (;;) {
				const keys = [...kept.getKeys({ ...(start ? { start } : {}), limit: keysAtOnce })];
				const last = keys.at(-1);
				if (!last) return removed;
				start = Buffer.concat([last.subarray(0, hashLength), next]);
				const doubtful = keys.filter((key) => key.length === hashLength && !((ageOf(key) ?? -1) >= age - agesKept));
				if (doubtful.length > 0) removed += await kept.transaction(() => removeOld(doubtful));
				await pause();
			}
		},
	};
}
