import { Client, Events, GatewayIntentBits, Options, Partials, Status } from 'discord.js';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { Library } from '../library.js';
import type { Asked, Desks } from '../replies/command.js';
import type { Shards } from '../shards.js';
import { createAnswering } from './answering.js';
import { surviveBrokenPackets } from './broken-packets.js';
import { watchClock } from './clock.js';
import { type Connection, watchConnection } from './connection.js';
import { handleMessage } from './conversation.js';
import { factsOf, loginFailure } from './failures.js';
import { type Desk, handleInteraction } from './interactions.js';
import { createLedger } from './ledger.js';
import { type Allowance, createLimits, USUAL_ALLOWANCE } from './limits.js';
import { COMMANDS_DIRECTORY, type Commands, loadCommands, usableWith } from './load-commands.js';
import { createMetrics, type Metrics } from './metrics.js';
import { createMuted } from './muted.js';
import { NO_MENTIONS } from './payload.js';
import { createQueue } from './queue.js';
import { registerCommands } from './register-commands.js';
import { createReports } from './reports.js';
import { patientRequests } from './requests.js';
import { createRespond } from './respond.js';

const DISCORD_API = 'https://discord.com/api';
/** How long a stop waits for what still runs. */
const FINISH_WITHIN_MS = 10_000;
const LOG_OUT_WITHIN_MS = 2_000;
const READY_WITHIN_MS = 30_000;
/** Messages kept of a channel: enough to know what a reply answers without asking Discord for it. */
const MESSAGES_KEPT = 50;
/** Questions that are worked on at a time; the reader has a thread of its own, all else shares one. */
const QUESTIONS_AT_ONCE = 8;
/** Questions that may wait: some twenty seconds of work, in which nobody is left without an acknowledgement. */
const QUESTIONS_WAITING = 250;
/** Ids remembered, so that what is delivered twice is answered once. */
const IDS_KEPT = 10_000;

export interface BotOptions {
	readonly token: string;
	/** REST base of a Discord-compatible server; Discord's own by default. */
	readonly api?: string;
	/** The library of this moment: asked anew for every question, so that a reload takes hold at once. */
	readonly library: () => Library;
	readonly pictures: Asked['pictures'];
	readonly log: Logger;
	/** Ids of channels in which every message is read as a question; then the MessageContent intent is asked for. */
	readonly askChannels?: readonly string[];
	/** Register the commands at the start, where they differ: everywhere, or in one server. Otherwise `npm run register` does it. */
	readonly registerFor?: 'everywhere' | { readonly guildId: string };
	/** Where members' reports of wrong answers are kept, a JSON line each; without it they go to the log. */
	readonly reportsFile?: string;
	/** What some commands work with; those that lack theirs are not there. */
	readonly desks?: Desks;
	/** One shard by default. */
	readonly shards?: Shards;
	/** Questions a minute that a member and a server may ask. */
	readonly allowance?: Allowance;
	/** Another folder of commands than the project's own. */
	readonly commandsDirectory?: string;
}

export interface Bot {
	readonly client: Client<true>;
	readonly metrics: Metrics;
	/** Resolves when the bot cannot go on, with one sentence that says why. */
	readonly ended: Promise<string>;
	/** Whether every shard is connected. */
	isConnected(): boolean;
	/** Resolves when nothing is being answered. */
	idle(): Promise<void>;
	/** Takes no more questions, finishes what runs, and logs out. */
	stop(): Promise<void>;
}

/**
 * Logs the bot in and lets it answer.
 * @throws Error with a message fit for one line: a bad command file, a refused token or intent, no Discord at that address
 */
export async function startBot(options: BotOptions): Promise<Bot> {
	const { token, api = DISCORD_API, log, askChannels = [], registerFor, desks = {} } = options;
	const loaded = await loadCommands(options.commandsDirectory ?? COMMANDS_DIRECTORY);
	const commands = usableWith(loaded, (desk) => desks[desk] !== undefined);
	const queue = createQueue(QUESTIONS_AT_ONCE, QUESTIONS_WAITING);
	const metrics = createMetrics(queue);
	let isStopping = false;
	const desk: Desk = { ...deskOf(options, commands, metrics), answering: createAnswering(queue), isStopping: () => isStopping };
	const client: Client = new Client({
		...shardsOf(options.shards),
		intents: [
			GatewayIntentBits.Guilds,
			GatewayIntentBits.GuildMessages,
			GatewayIntentBits.DirectMessages,
			...(askChannels.length > 0 ? [GatewayIntentBits.MessageContent] : []),
		],
		partials: [Partials.Channel],
		allowedMentions: NO_MENTIONS,
		makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: MESSAGES_KEPT }),
		rest: {
			api,
			// What is tried again is tried again by `patientRequests`, with pauses.
			retries: 0,
			makeRequest: patientRequests({ log, refused: () => connection.refuse(), answered: metrics.requested }),
			invalidRequestWarningInterval: 500,
		},
	});
	const connection = watchConnection(client, log);
	surviveBrokenPackets(client, log);
	const clock = watchClock(client.rest, log);
	const work = trackWork();
	client.on(Events.Error, (error) => log.error(factsOf(error), 'the client had an error'));
	client.on(Events.InteractionCreate, (interaction) => work.run(handleInteraction(interaction, desk)));
	const asking = new Set(askChannels);
	client.on(Events.MessageCreate, (message) => work.run(handleMessage(message, desk, asking)));
	try {
		const ready = await logIn(client, token, api, connection);
		if (registerFor && client.ws.shards.has(0)) {
			const server = registerFor === 'everywhere' ? {} : registerFor;
			// Commands that stand from another day still answer: no reason to stay away.
			await registerCommands(client.rest, commands, { applicationId: ready.application.id, ...server }).catch((error: unknown) =>
				log.error(factsOf(error), 'the commands could not be registered: try npm run register'),
			);
		}
		return {
			client: ready,
			metrics,
			ended: connection.ended,
			isConnected: () => connection.end === undefined && client.ws.shards.every(({ status }) => status === Status.Ready),
			idle: work.finished,
			async stop() {
				isStopping = true;
				await Promise.race([work.finished(), pause(FINISH_WITHIN_MS)]);
				if (work.count() > 0) log.warn({ unfinished: work.count() }, `stopping: not all was finished in ${FINISH_WITHIN_MS / 1_000} s`);
				connection.leave();
				clock.close();
				await Promise.race([client.destroy(), pause(LOG_OUT_WITHIN_MS)]);
			},
		};
	} catch (error) {
		clock.close();
		await client.destroy();
		throw error;
	}
}

function deskOf(options: BotOptions, commands: Commands, metrics: Metrics): Omit<Desk, 'answering' | 'isStopping'> {
	const { log, reportsFile } = options;
	const muted = createMuted(log);
	const seen = new LRUCache<string, true>({ max: IDS_KEPT });
	return {
		commands,
		log,
		muted,
		respond: createRespond(log, muted),
		reports: createReports(reportsFile, log),
		limits: createLimits(options.allowance ?? USUAL_ALLOWANCE),
		ledger: createLedger(log, metrics),
		hasComeBefore(id) {
			const hasCome = seen.has(id);
			seen.set(id, true);
			return hasCome;
		},
		asked: (words) => ({ ...options.desks, library: options.library(), pictures: options.pictures, words }),
	};
}

function shardsOf(shards: Shards | undefined) {
	if (shards === undefined) return {};
	return shards === 'auto' ? { shards } : { shards: [...shards.ids], shardCount: shards.of };
}

async function logIn(client: Client, token: string, api: string, connection: Connection): Promise<Client<true>> {
	const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
	await client.login(token).catch((error: unknown) => {
		throw loginFailure(error, api, connection.end);
	});
	const ended = connection.ended.then((sentence) => Promise.reject(new Error(sentence)));
	const isReady = await Promise.race([ready, ended, pause(READY_WITHIN_MS)]);
	if (!isReady) throw new Error(`Discord at ${api} took the token but did not become ready`);
	return isReady;
}

/** Knows what still runs. */
function trackWork() {
	const running = new Set<Promise<void>>();
	return {
		run(task: Promise<void>): void {
			running.add(task);
			const done = () => void running.delete(task);
			task.then(done, done);
		},
		count: () => running.size,
		/** Resolves when nothing runs any more, whatever is begun meanwhile. */
		async finished(): Promise<void> {
			while (running.size > 0) await Promise.allSettled([...running]);
		},
	};
}

/** Does not keep the process alive. */
function pause(ms: number): Promise<undefined> {
	return new Promise((resolve) => {
		setTimeout(() => resolve(undefined), ms).unref();
	});
}
