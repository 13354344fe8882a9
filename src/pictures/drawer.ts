import type { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { startThread } from '../start-thread.js';
import type { Wanted } from './draw.js';
import type { Picture } from './picture.js';
import type { Request } from './thread.js';

/** Draws off the event loop. */
export interface Drawer {
	/** Rejects when it cannot be drawn, or when too many pictures wait already. */
	draw(wanted: Wanted): Promise<Picture>;
	warm(): Promise<void>;
	/** Waits for what is being drawn; the last one removes what was written to disk for drawing. */
	close(): Promise<void>;
}

/** Some ten seconds of drawing; the text of a reply stands without its picture. */
const MOST_WAITING = 60;

const answered = z.union([
	z.object({ run: z.number(), failed: z.string() }),
	z.object({
		run: z.number(),
		given: z.object({ png: z.instanceof(Uint8Array), alt: z.string(), width: z.number(), height: z.number() }).nullable(),
	}),
]);

interface Waiting {
	readonly resolve: (given: Picture | null) => void;
	readonly reject: (error: Error) => void;
}

type Asked = Request extends infer R ? (R extends Request ? Omit<R, 'run'> : never) : never;

/** One thread for the process: it reads fonts and the atlas once. It keeps no process alive, and is started anew if it dies. */
let thread: Worker | undefined;
const waiting = new Map<number, Waiting>();
let last = 0;
let drawers = 0;

function settle(run: number, how: (one: Waiting) => void): void {
	const one = waiting.get(run);
	waiting.delete(run);
	if (waiting.size === 0) thread?.unref();
	if (one) how(one);
}

function start(): Worker {
	const started = startThread(new URL('./thread.js', import.meta.url));
	started.on('message', (message: unknown) => {
		const answer = answered.parse(message);
		if ('failed' in answer) settle(answer.run, ({ reject }) => reject(new Error(`The picture cannot be drawn: ${answer.failed}`)));
		else settle(answer.run, ({ resolve }) => resolve(answer.given));
	});
	started.on('error', (error) => {
		thread = undefined;
		for (const run of [...waiting.keys()]) settle(run, ({ reject }) => reject(error));
	});
	return started;
}

function ask(asked: Asked): Promise<Picture | null> {
	return new Promise((resolve, reject) => {
		thread ??= start();
		thread.ref();
		last++;
		waiting.set(last, { resolve, reject });
		thread.postMessage({ ...asked, run: last });
	});
}

/** The thread is started with the first picture. */
export function createDrawer(): Drawer {
	drawers++;
	return {
		async draw(wanted) {
			if (waiting.size >= MOST_WAITING) throw new Error('The picture is not drawn: too many wait');
			const picture = await ask({ do: 'draw', wanted });
			if (!picture) throw new Error('The thread drew no picture');
			return picture;
		},
		async warm() {
			await ask({ do: 'warm' });
		},
		async close() {
			drawers--;
			if (thread && drawers === 0) await ask({ do: 'close' });
		},
	};
}
