import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from 'discord.js';
import { onTestFinished } from 'vitest';
import { type LocalDiscord, type LocalDiscordOptions, startLocalDiscord } from '../../src/local-discord/server.js';

/** A local Discord that ends with the test. */
export async function startDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
	const discord = await startLocalDiscord(options);
	onTestFinished(() => discord.close());
	return discord;
}

const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** The real client, not yet logged in; it ends with the test. */
export function createBot(discord: LocalDiscord, options: Partial<ClientOptions> = {}): Client {
	const client = new Client({ intents: INTENTS, partials: [Partials.Channel], rest: { api: discord.apiUrl }, ...options });
	onTestFinished(() => client.destroy());
	return client;
}

/** The real client, logged in and ready. */
export async function connectBot(discord: LocalDiscord, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
	const client = createBot(discord, options);
	const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
	await client.login(discord.token);
	return ready;
}
