import { Client, Events, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { Logger } from 'pino';
import type { Library } from '../library.js';
import type { Asked, Desks } from '../replies/command.js';
import { handleMessage, tellFailedMessage } from './conversation.js';
import { factsOf, loginFailure, tellFailure } from './failures.js';
import { type Desk, handleInteraction } from './interactions.js';
import { COMMANDS_DIRECTORY, loadCommands, usableWith } from './load-commands.js';
import { NO_MENTIONS } from './payload.js';
import { registerCommands } from './register-commands.js';
import { createReports } from './reports.js';
import { createRespond } from './respond.js';

const DISCORD_API = 'https://discord.com/api';
/** How long a stop waits for what still runs. */
const FINISH_WITHIN_MS = 5_000;
const READY_WITHIN_MS = 30_000;
/** Messages kept of a channel: enough to know what a reply answers without asking Discord for it. */
const MESSAGES_KEPT = 50;

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
	/** Another folder of commands than the project's own. */
	readonly commandsDirectory?: string;
}

export interface Bot {
	readonly client: Client<true>;
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
	const desk: Desk = {
		commands,
		log,
		respond: createRespond(log),
		reports: createReports(options.reportsFile, log),
		asked: (words) => ({ ...desks, library: options.library(), pictures: options.pictures, words }),
	};
	const client = new Client({
		intents: [
			GatewayIntentBits.Guilds,
			GatewayIntentBits.GuildMessages,
			GatewayIntentBits.DirectMessages,
			...(askChannels.length > 0 ? [GatewayIntentBits.MessageContent] : []),
		],
		partials: [Partials.Channel],
		allowedMentions: NO_MENTIONS,
		makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: MESSAGES_KEPT }),
		rest: { api },
	});
	const work = trackWork();
	client.on(Events.Error, (error) => log.error(factsOf(error), 'the connection to Discord had an error'));
	client.on(Events.Invalidated, () => log.fatal('Discord ended the session: the token may have been reset'));
	client.on(Events.InteractionCreate, (interaction) =>
		work.run(handleInteraction(interaction, desk).catch((error: unknown) => tellFailure(interaction, error, log))),
	);
	const asking = new Set(askChannels);
	client.on(Events.MessageCreate, (message) =>
		work.run(handleMessage(message, desk, asking).catch((error: unknown) => tellFailedMessage(message, error, desk))),
	);
	try {
		const ready = await logIn(client, token, api);
		if (registerFor) {
			const server = registerFor === 'everywhere' ? {} : registerFor;
			// Commands that stand from another day still answer: no reason to stay away.
			await registerCommands(client.rest, commands, { applicationId: ready.application.id, ...server }).catch((error: unknown) =>
				log.error(factsOf(error), 'the commands could not be registered: try npm run register'),
			);
		}
		return {
			client: ready,
			async stop() {
				client.removeAllListeners(Events.InteractionCreate);
				client.removeAllListeners(Events.MessageCreate);
				await Promise.race([work.finished(), pause(FINISH_WITHIN_MS)]);
				await Promise.race([client.destroy(), pause(FINISH_WITHIN_MS)]);
			},
		};
	} catch (error) {
		await client.destroy();
		throw error;
	}
}

async function logIn(client: Client, token: string, api: string): Promise<Client<true>> {
	const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
	await client.login(token).catch((error: unknown) => {
		throw loginFailure(error, api);
	});
	const isReady = await Promise.race([ready, pause(READY_WITHIN_MS)]);
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
		async finished(): Promise<void> {
			await Promise.allSettled([...running]);
		},
	};
}

/** Does not keep the process alive. */
function pause(ms: number): Promise<undefined> {
	return new Promise((resolve) => {
		setTimeout(() => resolve(undefined), ms).unref();
	});
}
