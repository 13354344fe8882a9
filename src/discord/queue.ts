import { setImmediate as nextTurn } from 'node:timers/promises';

/** Questions that are worked on, some at a time and first come, first served. */
export interface Queue {
	/** Works on a task when its turn has come. Undefined: too many wait already. */
	add<T>(task: () => Promise<T>): Promise<T> | undefined;
	readonly waiting: number;
	readonly running: number;
}

/**
 * One task is begun in a turn of the event loop, so that acknowledgements leave and timers fire between the work of many.
 * @param atOnce how many run at a time
 * @param most how many may wait
 */
export function createQueue(atOnce: number, most: number): Queue {
	const waiting: (() => Promise<void>)[] = [];
	let running = 0;
	let isBeginning = false;

	async function begin(): Promise<void> {
		if (isBeginning) return;
		isBeginning = true;
		while (waiting.length > 0 && running < atOnce) {
			await nextTurn();
			const task = waiting.shift();
			if (!task) break;
			running++;
			void task().finally(() => {
				running--;
				void begin();
			});
		}
		isBeginning = false;
	}

	return {
		add<T>(task: () => Promise<T>) {
			if (waiting.length >= most) return;
			const work = new Promise<T>((resolve, reject) => {
				waiting.push(() => task().then(resolve, reject));
			});
			void begin();
			return work;
		},
		get waiting() {
			return waiting.length;
		},
		get running() {
			return running;
		},
	};
}
