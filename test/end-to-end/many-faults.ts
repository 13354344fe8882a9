import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Bot } from '../../src/discord/bot.js';
import type { LocalDiscord } from '../../src/local-discord/server.js';
import { oneAtATime } from '../../src/one-at-a-time.js';

const CALLBACK = /^POST \/interactions\/.*\/callback$/;
const EDIT = /^PATCH \/webhooks\//;
const atOnce = 16;

/** What befalls one interaction in twenty, in turn: each kind of fault that Discord and the way to it have. */
const faults: readonly ((discord: LocalDiscord) => void)[] = [
	({ faults }) => faults.nextRequest(CALLBACK, { status: 503 }, 2),
	({ faults }) => faults.nextRequest(CALLBACK, { cut: 'before' }),
	({ faults }) => faults.nextRequest(CALLBACK, { cut: 'after' }),
	({ faults }) => faults.nextRequest(CALLBACK, { status: 404, code: 10062 }),
	({ faults }) => faults.nextRequest(CALLBACK, { retryAfter: 0.05, scope: 'user' }),
	({ faults }) => faults.nextRequest(CALLBACK, { status: 500 }, 8),
	({ faults }) => faults.nextEvent('INTERACTION_CREATE', 'twice'),
	({ faults }) => faults.nextEvent('INTERACTION_CREATE', ({ data: _, ...rest }) => rest),
	({ faults }) => faults.nextRequest(EDIT, { status: 404, code: 10008 }),
	(discord) => discord.cutConnections(),
];

const lineShape = z.looseObject({ msg: z.string() });
const entryShape = z.looseObject({ kind: z.literal(['slash', 'typing']), id: z.string(), outcome: z.string() });
const brokenShape = z.looseObject({ event: z.literal('INTERACTION_CREATE') });
/** Lines that say that no answer reached the member. */
const unheard = z.union([z.looseObject({ outcome: z.literal('too late') }), z.looseObject({ isTold: z.literal(false) })]);
/** Events may still come when the connection goes on. */
const lastLinesWithinMs = 20_000;

/** What became of many interactions. */
export interface Fates {
	readonly asked: number;
	readonly answered: number;
	/** Those whom no answer reached. */
	readonly unanswered: number;
	/** Lines of the log that say of an interaction that no answer reached the member. */
	readonly unansweredInLog: number;
	/** Interactions that have a line in the log. */
	readonly inLog: number;
	/** What does not speak of an interaction, by its message. */
	readonly otherLines: ReadonlyMap<string, number>;
}

/** A bot without limits on who asks how much, and what it has logged at level debug. */
interface Stood {
	readonly discord: LocalDiscord;
	readonly bot: Pick<Bot, 'idle'>;
	readonly logged: readonly string[];
}

/** Asks so many things, several at once, and lets a fault befall one in twenty. */
export async function askAmongFaults({ discord, bot, logged }: Stood, asked: number): Promise<Fates> {
	const ana = discord.actor();
	const asks = [
		() => ana.slash('help', { hide: true }),
		() => ana.slash('sources', { hide: true }),
		() => ana.slash('drill', { name: 'Vostok 2022' }),
		() => ana.slash('where', { place: 'Sea of Japan', hide: true }),
	];
	let [turn, answered] = [0, 0];
	const open = new Set<Promise<boolean>>();
	const isAnswered = async (now: number): Promise<boolean> => {
		const asking = Promise.resolve(asks[now % asks.length]?.()).then(
			() => true,
			() => false,
		);
		open.add(asking);
		await asking;
		open.delete(asking);
		return asking;
	};
	// Whoever is asked again because an answer was lost must not meet the next fault then: the member has the answer, and the bot cannot know.
	const alone = oneAtATime();
	const amongFaults = (now: number): Promise<boolean> =>
		alone(async () => {
			faults[Math.floor(now / 20) % faults.length]?.(discord);
			const outcome = await isAnswered(now);
			await Promise.all(open);
			return outcome;
		});
	const member = async () => {
		while (turn < asked) {
			const now = turn++;
			if (await (now % 20 === 19 ? amongFaults(now) : isAnswered(now))) answered += 1;
		}
	};
	await Promise.all(Array.from({ length: atOnce }, member));
	await bot.idle();
	const until = performance.now() + lastLinesWithinMs;
	while (fatesIn(logged).inLog < asked && performance.now() < until) await pause(200);
	return { asked, answered, unanswered: asked - answered, ...fatesIn(logged) };
}

function fatesIn(logged: readonly string[]): Pick<Fates, 'inLog' | 'unansweredInLog' | 'otherLines'> {
	const lines = logged.map((line) => lineShape.parse(JSON.parse(line)));
	const ids = new Set<string>();
	const others = new Map<string, number>();
	let [broken, unansweredInLog] = [0, 0];
	for (const line of lines) {
		const entry = entryShape.safeParse(line);
		if (entry.success) ids.add(entry.data.id);
		else if (brokenShape.safeParse(line).success) broken += 1;
		else others.set(line.msg, (others.get(line.msg) ?? 0) + 1);
		if (unheard.safeParse(line).success) unansweredInLog += 1;
	}
	return { inLog: ids.size + broken, unansweredInLog, otherLines: others };
}
