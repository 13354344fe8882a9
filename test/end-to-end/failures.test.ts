import { fileURLToPath } from 'node:url';
import { MessageFlags } from 'discord.js';
import pino from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startBot } from '../../src/discord/bot.js';
import { startLocalDiscord } from '../../src/local-discord/server.js';
import { buttonOf, setStage, textOf } from './stage.js';

const fixture = (name: string) => fileURLToPath(new URL(`../discord/fixtures/${name}/`, import.meta.url));
const odd = { commandsDirectory: fixture('odd') };

describe('a command that fails', () => {
	it('is told to the member in plain words, and the bot lives', async () => {
		const { discord, logged } = await setStage(odd);
		const ana = discord.actor('Ana');
		const reply = await ana.slash('throws');
		expect(textOf(reply.message)).toContain('Something went wrong');
		expect(textOf(reply.message)).not.toContain('secret');
		expect(reply.message?.flags).toBe(MessageFlags.Ephemeral);
		await expect.poll(() => logged.join('')).toContain('a secret detail');
		expect(textOf((await ana.slash('drawing')).message)).toBe('The text.');
	});

	it('gives no choices when it cannot suggest any', async () => {
		const { discord } = await setStage(odd);
		expect(await discord.actor('Ana').autocomplete('throws', 'what', 'x')).toEqual([]);
	});

	it('keeps its text when its picture cannot be drawn', async () => {
		const { discord, logged } = await setStage(odd);
		const reply = await discord.actor('Ana').slash('drawing');
		await expect.poll(() => logged.join('')).toContain('no ink');
		expect(textOf(reply.message)).toBe('The text.');
	});
});

describe('a slow command', () => {
	it('is acknowledged in time and answered when it is ready', async () => {
		const { discord } = await setStage(odd);
		const reply = await discord.actor('Ana').slash('slow');
		expect(reply.acknowledgedAs).toBe('deferred');
		expect(textOf(await reply.settled())).toContain('at last');
	});

	it('is dropped without a word when Discord has given it up', async () => {
		const { discord, logged } = await setStage(odd, { acknowledgeWithinMs: 200 }, 1);
		await expect(discord.actor('Ana').slash('slow')).rejects.toThrow('No acknowledgement');
		await expect.poll(() => discord.refused.map(({ code }) => code), { timeout: 5_000 }).toEqual([10062]);
		await expect.poll(() => logged.join('')).toContain('too late');
	});
});

describe('a button', () => {
	it('that nobody here knows gets a plain explanation', async () => {
		const { discord } = await setStage(odd);
		const ana = discord.actor('Ana');
		const reply = await ana.slash('drawing');
		if (!reply.message) throw new Error('There is no reply');
		const pressed = await ana.press(reply.message, buttonOf(reply.message, 'Help'));
		expect(textOf(pressed.message)).toContain('another version');
		expect(pressed.message?.flags).toBe(MessageFlags.Ephemeral);
	});
});

describe('logs', () => {
	it('hold neither questions nor tokens', async () => {
		const { discord, logged } = await setStage();
		await discord.actor('Ana').slash('ask', { question: 'a private question about Vostok 2022' });
		discord.actor('Ana').say(discord.channelIds.general, '@Drillbook another private question');
		expect(logged.join('')).not.toContain('private question');
		expect(logged.join('')).not.toContain(discord.token);
	});
});

describe('a start that cannot be', () => {
	it.each([
		['the token is wrong', { token: 'MTIz.wrong.token' }, /^Discord refused the token/],
		['Discord is not there', { api: 'http://127.0.0.1:1/api' }, /^Discord cannot be reached at http:\/\/127\.0\.0\.1:1\/api/],
		['a command file is not one', { commandsDirectory: fixture('broken') }, /nothing\.ts is not valid/],
	])('says in one line that %s', async (_, wrong, expected) => {
		const discord = await startLocalDiscord();
		onTestFinished(() => discord.close());
		const options = { token: discord.token, api: discord.apiUrl, library: noLibrary, pictures: noPictures, log: pino({ level: 'silent' }) };
		await expect(startBot({ ...options, ...wrong })).rejects.toThrow(expected);
	});

	it('says in one line that an intent is not granted', async () => {
		const discord = await startLocalDiscord({ privilegedIntents: 0 });
		onTestFinished(() => discord.close());
		const options = { token: discord.token, api: discord.apiUrl, library: noLibrary, pictures: noPictures, log: pino({ level: 'silent' }) };
		await expect(startBot({ ...options, askChannels: [discord.channelIds.general] })).rejects.toThrow(/MessageContent intent/);
	});
});

/** Nothing is asked before the bot stands. */
function noLibrary(): never {
	throw new Error('The library was asked');
}

const noPictures = { map: noLibrary, timeline: noLibrary };
