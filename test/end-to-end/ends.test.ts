import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { MessageFlags } from 'discord.js';
import pino from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type BotOptions, startBot } from '../../src/discord/bot.js';
import { type LocalDiscord, type LocalDiscordOptions, startLocalDiscord } from '../../src/local-discord/server.js';
import { libraryOf } from '../../src/memory-library.js';
import { textOf } from './stage.js';

const ODD = fileURLToPath(new URL('../discord/fixtures/odd/', import.meta.url));

/** The odd commands draw none. */
function noPicture(): never {
	throw new Error('A picture was drawn');
}

/** A bot with commands that read no documents. */
async function start(discord: LocalDiscord, setting: Partial<BotOptions> = {}) {
	const logged: string[] = [];
	const library = await libraryOf([]);
	const bot = await startBot({
		token: discord.token,
		api: discord.apiUrl,
		registerFor: 'everywhere',
		library: () => library,
		pictures: { map: noPicture, timeline: noPicture },
		log: pino({ base: null }, { write: (line) => void logged.push(line) }),
		commandsDirectory: ODD,
		...setting,
	});
	onTestFinished(() => bot.stop());
	return { bot, logged };
}

async function discordOf(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
	const discord = await startLocalDiscord(options);
	onTestFinished(() => discord.close());
	return discord;
}

describe('what cannot go on ends', () => {
	it.each([
		[4004, /token/],
		[4010, /SHARDS/],
		[4011, /SHARDS=auto/],
		[4013, /intents/],
		[4014, /MessageContent intent/],
	])('when the gateway closes with %i, and says why in one sentence', async (code, sentence) => {
		const discord = await discordOf();
		const { bot, logged } = await start(discord);
		discord.faults.closeGateway(code);
		expect(await bot.ended).toMatch(sentence);
		await pause(100);
		expect(bot.isConnected()).toBe(false);
		expect(logged).toEqual([]);
	});

	it('when Discord no longer takes the token', async () => {
		const discord = await discordOf();
		const { bot } = await start(discord);
		discord.faults.nextRequest(/^POST \/channels/, { status: 401 });
		const channel = await bot.client.channels.fetch(discord.channelIds.general);
		if (!channel?.isSendable()) throw new Error('There is no channel');
		await expect(channel.send('A word')).rejects.toThrow();
		expect(await bot.ended).toMatch(/token/);
	});
});

describe('a stop', () => {
	it('finishes what runs, and says to who asks meanwhile that it is busy', async () => {
		const discord = await discordOf();
		const { bot, logged } = await start(discord);
		const running = await discord.actor('Ana').slash('slow');
		const stopped = bot.stop();
		const refused = await discord.actor('Bo').slash('slow');
		expect(textOf(refused.message)).toContain('try again in a minute');
		expect(refused.message?.flags).toBe(MessageFlags.Ephemeral);
		await stopped;
		expect(textOf(running.message)).toContain('at last');
		expect(logged.join('')).not.toContain('not all was finished');
		await pause(100);
		// The bot has left by itself.
		expect(logged.join('')).not.toContain('the connection');
	});
});

describe('limits', () => {
	it('stop a member who asks too much, in a private word, and nobody else', async () => {
		const discord = await discordOf();
		const { bot, logged } = await start(discord, { allowance: { member: 4, server: 8 } });
		const ask = async (name: string) => (await discord.actor(name).slash('drawing')).message;
		await ask('Ana');
		await ask('Ana');
		const refused = await ask('Ana');
		expect(textOf(refused)).toMatch(/^You are asking very quickly. Please try again in \d+ s\.$/);
		expect(refused?.flags).toBe(MessageFlags.Ephemeral);
		expect(textOf(await ask('Bo'))).toBe('The text.');
		await ask('Bo');
		expect(textOf(await ask('Chidi'))).toMatch(/^This server is asking very much at once/);
		await bot.idle();
		expect(logged.filter((line) => line.includes('"limited"'))).toHaveLength(2);
	});
});

describe('shards', () => {
	it('of four processes answer each its own servers, and the first alone registers the commands', { timeout: 60_000 }, async () => {
		const discord = await discordOf({ moreServers: 3 });
		const servers = [{ guildId: discord.guildId, channelId: discord.channelIds.general }, ...discord.moreServers];
		const handled: string[][] = [];
		for (const id of [0, 1, 2, 3]) {
			const { bot } = await start(discord, { shards: { ids: [id], of: 4 } });
			handled.push([...bot.client.guilds.cache.keys()]);
			expect(discord.faults.count(/^PUT \/applications\/\d+\/commands$/)).toBe(1);
		}
		expect(handled.map(({ length }) => length)).toEqual([1, 1, 1, 1]);
		expect(handled.flat().sort()).toEqual(servers.map(({ guildId }) => guildId).sort());
		for (const { channelId } of servers)
			expect(textOf((await discord.actor().slash('drawing', {}, { channelId })).message)).toBe('The text.');
		expect(discord.refused).toEqual([]);
	});

	it('are as many as Discord advises with auto', async () => {
		const discord = await discordOf();
		const { bot } = await start(discord, { shards: 'auto' });
		expect(bot.client.ws.shards.size).toBe(1);
	});
});
