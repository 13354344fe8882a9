import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MessageFlags } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { LocalDiscord, PageMessage } from '../../src/local-discord/server.js';
import { menuOf, setStage, textOf } from './stage.js';

/** The bot's first answer to a message. */
function answerTo(discord: LocalDiscord, message: PageMessage, as = 'Ana'): Promise<PageMessage> {
	return discord.actor(as).waitForMessage(({ message_reference: reference }) => reference?.message_id === message.id);
}

describe('a mention', () => {
	it('is answered like /ask, and pings nobody', async () => {
		const { discord } = await setStage();
		const asked = discord.actor('Ana').say(discord.channelIds.general, '@Drillbook who hosted vostok 2022?');
		const answer = await answerTo(discord, asked);
		expect(textOf(answer)).toContain('Vostok 2022');
		expect(answer.mentions).toEqual([]);
	});

	it('without a question is answered with help', async () => {
		const { discord } = await setStage();
		const asked = discord.actor('Ana').say(discord.channelIds.general, '@Drillbook');
		expect(textOf(await answerTo(discord, asked))).toContain('`/drill`');
	});

	it('is answered in a thread too', async () => {
		const { discord } = await setStage();
		const ana = discord.actor('Ana');
		const threadId = ana.openThread(ana.say(discord.channelIds.general, 'On exercises'), 'On exercises');
		const asked = ana.say(threadId, '@Drillbook who hosted vostok 2022?');
		expect(textOf(await answerTo(discord, asked))).toContain('Vostok 2022');
	});

	it('takes a message as long as Discord lets through', async () => {
		const { discord } = await setStage();
		const asked = discord.actor('Ana').say(discord.channelIds.general, `@Drillbook ${'who hosted vostok 2022 '.repeat(80)}`);
		expect(textOf(await answerTo(discord, asked))).not.toBe('');
	});
});

describe('silence', () => {
	it('is kept where nobody asked the bot', async () => {
		const { discord } = await setStage();
		const ana = discord.actor('Ana');
		ana.say(discord.channelIds.general, 'who hosted vostok 2022?');
		ana.say(discord.channelIds.general, '@everyone who hosted vostok 2022?');
		const last = ana.say(discord.channelIds.general, '@Drillbook who hosted vostok 2022?');
		await answerTo(discord, last);
		expect(ana.messages(discord.channelIds.general)).toHaveLength(4);
	});

	it('is kept in an ask-channel where the documents do not answer', async () => {
		const { discord } = await setStage(({ channelIds }) => ({ askChannels: [channelIds.exercises] }));
		const ana = discord.actor('Ana');
		ana.say(discord.channelIds.exercises, 'what is the capital of France?');
		const asked = ana.say(discord.channelIds.exercises, 'who hosted vostok 2022?');
		expect(textOf(await answerTo(discord, asked))).toContain('Vostok 2022');
		expect(ana.messages(discord.channelIds.exercises)).toHaveLength(3);
	});
});

describe('direct messages', () => {
	it('are answered without a mention', async () => {
		const { discord } = await setStage();
		const ana = discord.actor('Ana');
		const asked = ana.say(ana.directMessagesId, 'who hosted vostok 2022?');
		expect(textOf(await answerTo(discord, asked))).toContain('Vostok 2022');
	});
});

describe('the menu of a message', () => {
	it('looks its text up, for the one who asked alone', async () => {
		const { discord } = await setStage();
		const ana = discord.actor('Ana');
		const said = discord.actor('Bo').say(discord.channelIds.general, 'I wonder who hosted Vostok 2022');
		const reply = await ana.menu('Look this up', said);
		expect(reply.message?.flags).toBe(MessageFlags.Ephemeral);
		expect(textOf(reply.message)).toContain('Vostok 2022');
	});
});

describe('documents that change', () => {
	it('are told of by a button made before', async () => {
		const { discord, documents, reload } = await setStage();
		const ana = discord.actor('Ana');
		const reply = await ana.slash('ask', { question: 'who hosted vostok 2022' });
		const message = reply.message;
		if (!message) throw new Error('There is no answer');
		const { customId, options } = menuOf(message, 'context');
		const [first] = options;
		const before = await ana.select(message, customId, [first?.value ?? '']);
		expect(textOf(before.message)).toContain('**');
		expect(textOf(before.message)).toMatch(/▸ ¶ \d+/);
		await rm(join(documents, first?.description?.split(' · ').at(-1) ?? ''));
		await reload();
		const after = await ana.select(message, customId, [first?.value ?? '']);
		expect(textOf(after.message)).toContain('no longer in the folder');
	});
});
