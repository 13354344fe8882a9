import { mkdir, rm, writeFile } from 'node:fs/promises';
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

describe('a mention in reply to another member', () => {
	it('takes that message as the question where Discord shows it, and else says what to do', async () => {
		const { discord } = await setStage(({ channelIds }) => ({ askChannels: [channelIds.exercises] }));
		const bo = discord.actor('Bo').say(discord.channelIds.general, 'I wonder who hosted Vostok 2022');
		for (const words of ['@Drillbook', '@Drillbook ^', '@Drillbook what about this?']) {
			const asked = discord.actor('Ana').say(discord.channelIds.general, words, { replyTo: bo });
			expect((await answerTo(discord, asked)).embeds[0]?.title, words).toBe('Vostok 2022');
		}
		const blind = await setStage();
		const hidden = blind.discord.actor('Bo').say(blind.discord.channelIds.general, 'I wonder who hosted Vostok 2022');
		const asked = blind.discord.actor('Ana').say(blind.discord.channelIds.general, '@Drillbook ^', { replyTo: hidden });
		expect(textOf(await answerTo(blind.discord, asked))).toContain('Apps → Look this up');
	});
});

describe('small talk', () => {
	it('gets one friendly line in its own language and no quotes, and silence where nobody asked the bot', async () => {
		const { discord } = await setStage(({ channelIds }) => ({ askChannels: [channelIds.exercises] }));
		const ana = discord.actor('Ana');
		const said: readonly (readonly [string, string])[] = [
			['hello!', 'Hello!'],
			['what can you do?', 'Hello!'],
			['what time is it', 'I have no clock'],
			['how are you', 'All well here'],
			["you're wrong", '“Report a wrong answer” under the answer'],
			['merci beaucoup', 'Je vous en prie'],
			['привет', 'Здравствуйте'],
		];
		for (const [words, answer] of said) {
			const asked = ana.say(discord.channelIds.general, `@Drillbook ${words}`);
			const text = textOf(await answerTo(discord, asked));
			expect(text, words).toContain(answer);
			expect(text, words).toMatch(/`\/\S+` · `/);
			expect(text, words).not.toContain('> ');
		}
		for (const [words] of said) ana.say(discord.channelIds.exercises, words);
		await answerTo(discord, ana.say(discord.channelIds.exercises, '@Drillbook thanks'));
		expect(ana.messages(discord.channelIds.exercises)).toHaveLength(said.length + 2);
	});
});

describe('a reply to a list of several exercises', () => {
	it('is about none of them: the member is asked which one is meant', async () => {
		const { discord } = await setStage();
		const ana = discord.actor('Ana');
		const commands: readonly (readonly [string, Record<string, string>])[] = [
			['where', { place: 'Sea of Japan' }],
			['compare', { a: 'Vostok 2022', b: 'Ocean-2024' }],
		];
		for (const [name, options] of commands) {
			const { message } = await ana.slash(name, options);
			if (!message) throw new Error('There is no reply');
			const asked = ana.say(discord.channelIds.general, '@Drillbook and when?', { replyTo: message });
			const answer = await answerTo(discord, asked);
			expect(textOf(answer), name).toContain('Which exercise do you mean?');
			expect(menuOf(answer, 'offered').options.map(({ label }) => label)).toContain('Vostok 2022');
		}
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
	/** An answer, and its menu entry that shows a quote in context. */
	async function quoted(discord: LocalDiscord) {
		const { message } = await discord.actor('Ana').slash('ask', { question: 'who hosted vostok 2022' });
		const [entry] = menuOf(message, 'context').options;
		if (!message || !entry) throw new Error('There is no answer');
		const open = () => discord.actor('Ana').select(message, menuOf(message, 'context').customId, [entry.value]);
		return { open, file: entry.description?.split(' · ').at(-1) ?? '' };
	}

	it('are told of by a button made before, and shown as they are now', async () => {
		const { discord, documents, reload } = await setStage();
		const { open, file } = await quoted(discord);
		expect(textOf((await open()).message)).toMatch(/▸ ¶ \d+[\s\S]*\*\*/);
		await writeFile(join(documents, file), 'A new headline\n\nNothing is as it was.');
		await reload();
		const after = await open();
		expect(textOf(after.message)).toContain('This document has changed since');
		expect(textOf(after.message)).toContain('Nothing is as it was.');
	});

	it('are told of when they are gone', async () => {
		const { discord, documents, reload } = await setStage();
		const { open, file } = await quoted(discord);
		await rm(join(documents, file));
		await reload();
		expect(textOf((await open()).message)).toContain('no longer in the folder');
	});

	it('leave nothing to say when there are none', async () => {
		const { discord, documents, reload } = await setStage();
		await rm(documents, { recursive: true });
		await mkdir(documents);
		await reload();
		const ana = discord.actor('Ana');
		for (const reply of [await ana.slash('sources'), await ana.slash('help')])
			expect(textOf(reply.message)).toContain('There are no documents yet');
		expect(textOf((await ana.slash('drill', { name: 'Vostok 2022' })).message)).toContain(
			'No exercise in the documents is called Vostok 2022',
		);
		expect(textOf((await ana.slash('ask', { question: 'who hosted vostok 2022' })).message)).toContain('Not in the documents');
		for (const command of ['timeline', 'where'] as const) {
			const reply = await ana.slash(command, command === 'where' ? { place: 'Sea of Japan' } : {});
			expect(textOf(reply.message)).toContain('No ');
		}
	});
});
