import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MessageFlags } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { buttonOf, menuOf, quotesIn, setStage, textOf } from './stage.js';

describe('/ask', () => {
	it('answers in a quote that stands in a document, with its source', async () => {
		const { discord, documents } = await setStage();
		const reply = await discord.actor('Ana').slash('ask', { question: 'who hosted vostok 2022' });
		expect(reply.acknowledgedAs).toBe('message');
		expect(textOf(reply.message)).toMatch(/\[1\] .+ · ¶ \d+ · undated/);
		const texts = await Promise.all((await readdir(documents)).map((file) => readFile(join(documents, file), 'utf8')));
		const quotes = quotesIn(reply.message);
		expect(quotes[0]).toContain('to join the Russian-hosted Vostok 2022 war games');
		for (const quote of quotes) expect(texts.some((text) => text.includes(quote.replace(/^…|…$/g, '')))).toBe(true);
	});

	it('says in private that the documents do not answer', async () => {
		const { discord } = await setStage();
		const reply = await discord.actor('Ana').slash('ask', { question: 'What is the capital of France?' });
		expect(textOf(reply.message)).toContain('Not in the documents');
		expect(reply.message?.flags).toBe(MessageFlags.Ephemeral);
		expect(discord.actor('Bo').messages(discord.channelIds.general)).toEqual([]);
	});

	it('says that it found no sure answer, and the nearest, where something near is found', async () => {
		const { discord } = await setStage();
		const ana = discord.actor('Ana');
		const ask = async (question: string, locale = 'en-US') => (await ana.slash('ask', { question }, { locale })).settled();
		const near = await ask('how many ships took part in North/Interaction-2023?');
		expect(textOf(near)).toMatch(/^The documents speak of North\/Interaction-2023; I found no sure answer\.\nNearest:\n> /);
		expect(textOf(await ask('how many ships took part in North/Interaction-2023?', 'de'))).toContain('keine sichere Antwort');
		const both = textOf(await ask('who hosted vostok 2022 and what is the capital of France?'));
		expect(both).toContain('**Russian**');
		expect(both).toContain('No sure answer to: what is the capital of France');
		const foreign = await ask('wer war der Gastgeber von Vostok 2022?', 'de');
		expect(textOf(foreign)).toContain('in einer anderen Sprache');
		expect(menuOf(foreign, 'offered').options.map(({ label }) => label)).toEqual(['Vostok 2022']);
		const all = await ask('how many exercises do you know?');
		const names = menuOf(all, 'offered').options.map(({ label }) => label);
		expect(names.some((name) => name.includes(', '))).toBe(true);
		expect(textOf(all)).toContain(names.join(' · '));
	});

	it('puts the name of an exercise over its quotes only where all of them speak of it', async () => {
		const { discord } = await setStage();
		const ask = async (question: string) => (await (await discord.actor('Ana').slash('ask', { question })).settled()).embeds[0];
		expect((await ask('who hosted vostok 2022?'))?.title).toBe('Vostok 2022');
		const missiles = await ask('did missiles land in the EEZ before North/Interaction-2023?');
		expect(missiles?.description).toMatch(/missiles landed/);
		expect(missiles?.title).not.toBe('North/Interaction-2023');
		expect((await ask('what will Russia revise?'))?.title).toBeUndefined();
	});

	it('hides an answer when asked to', async () => {
		const { discord } = await setStage();
		const reply = await discord.actor('Ana').slash('ask', { question: 'who hosted vostok 2022', hide: true });
		expect(reply.message?.flags).toBe(MessageFlags.Ephemeral);
	});

	it('answers in the language of the member, and quotes as printed', async () => {
		const { discord } = await setStage();
		const reply = await discord.actor('Ana').slash('ask', { question: 'who hosted vostok 2022' }, { locale: 'de' });
		expect(textOf(reply.message)).toContain('ohne Datum');
		expect(textOf(reply.message)).toContain('Vostok 2022');
	});

	it('takes the longest question that Discord lets through, and hostile ones', async () => {
		const { discord } = await setStage();
		for (const question of ['(((('.repeat(250), '\\'.repeat(1_000), 'a b '.repeat(250), '@everyone <@1> [x](y)', '演習'.repeat(500)]) {
			const reply = await discord.actor('Ana').slash('ask', { question });
			expect(textOf(reply.message)).not.toBe('');
		}
	});
});

describe('a question that was asked before', () => {
	it('is answered by the same reply, with its picture at once', async () => {
		const { discord, bot } = await setStage();
		const drill = (as: string) => discord.actor(as).slash('drill', { name: 'Vostok 2022', hide: true });
		const first = await (await drill('Ana')).settled();
		await bot.idle();
		const edits = discord.faults.count(/^PATCH \/webhooks\//);
		const again = await drill('Bo');
		expect(again.message?.embeds[0]?.image).toBeDefined();
		expect(textOf(again.message)).toBe(textOf(first));
		await bot.idle();
		expect(discord.faults.count(/^PATCH \/webhooks\//)).toBe(edits);
	});

	it('is answered anew when the documents have changed', async () => {
		const { discord, documents, reload } = await setStage();
		const ask = async () => textOf(await (await discord.actor('Ana').slash('ask', { question: 'who hosted Amber Heron 2021?' })).settled());
		expect(await ask()).not.toContain('Norway');
		await writeFile(
			join(documents, 'heron.txt'),
			'Amber Heron opens\n\n3 June 2021\n\nNorway hosts Exercise Amber Heron 2021 off Bergen.\n',
		);
		await reload();
		expect(await ask()).toContain('Norway');
	});
});

describe('every command', () => {
	const commands = {
		ask: { question: 'who hosted vostok 2022' },
		drill: { name: 'Vostok 2022' },
		where: { place: 'Sea of Japan' },
		timeline: {},
		compare: { a: 'Vostok 2022', b: 'Ocean-2024' },
		sources: {},
		source: { document: '001_895bc82cc7913470.txt', paragraph: 2 },
		help: {},
	};

	it('can be hidden, and works in servers, in direct messages and where only the member has installed it', async () => {
		const { discord } = await setStage({ allowance: { member: 0, server: 0 } });
		const ana = discord.actor('Ana');
		for (const [name, options] of Object.entries(commands)) {
			const hidden = await ana.slash(name, { ...options, hide: true });
			expect(hidden.message?.flags, name).toBe(MessageFlags.Ephemeral);
			for (const channelId of [discord.channelIds.general, ana.directMessagesId, discord.channelIds.elsewhere]) {
				const reply = await ana.slash(name, options, { channelId });
				expect(textOf(reply.message), name).not.toMatch(/^$|went wrong/);
				expect(reply.message?.flags, name).toBe(0);
			}
		}
	});
});

describe('/sources and /source', () => {
	it('lists every document, and opens one where it is asked to', async () => {
		const { discord } = await setStage();
		const ana = discord.actor('Ana');
		const list = await ana.slash('sources');
		expect(textOf(list.message)).toContain('China, Russia to launch military drills in Sea of Japan');
		expect(textOf(list.message)).toContain('September 9, 2024');
		expect(textOf(list.message)).not.toContain('Not read');
		const { customId, options } = menuOf(list.message, 'documents');
		expect(options).toHaveLength(5);
		const opened = await ana.select(list.message ?? never(), customId, [options[0]?.value ?? '']);
		expect(opened.message?.flags).toBe(MessageFlags.Ephemeral);
		expect(textOf(opened.message)).toContain('Paragraph 1 of');
		const later = await ana.press(opened.message ?? never(), buttonOf(opened.message, /Later/));
		expect(later.acknowledgedAs).toBe('update');
		expect(textOf(later.message)).toContain('Paragraph 2 of');
	});

	it('names the files that are not read', async () => {
		const { discord, documents, reload } = await setStage();
		await writeFile(join(documents, 'scan.pdf'), '%PDF');
		await reload();
		expect(textOf((await discord.actor('Ana').slash('sources')).message)).toContain('Not read\nscan.pdf');
	});

	it('suggests documents and says so when a paragraph is not there', async () => {
		const { discord } = await setStage();
		const ana = discord.actor('Ana');
		const [choice] = await ana.autocomplete('source', 'document', 'launch military');
		expect(choice?.name).toContain('China, Russia to launch');
		const reply = await ana.slash('source', { document: String(choice?.value), paragraph: 999 });
		expect(textOf(reply.message)).toMatch(/paragraphs 1 to \d+/);
		const unknown = await ana.slash('source', { document: 'nothing.txt' });
		expect(menuOf(unknown.message, 'documents').options).toHaveLength(5);
	});

	it('exports the list in three formats', async () => {
		const { discord } = await setStage();
		const ana = discord.actor('Ana');
		const list = await ana.slash('sources');
		const files = await ana.press(list.message ?? never(), buttonOf(list.message, 'Export'));
		expect(files.message?.attachments.map(({ filename }) => filename)).toEqual(['sources.md', 'sources.csv', 'sources.json']);
		const csv = await (await fetch(files.message?.attachments[1]?.url ?? '')).text();
		expect(csv).toContain('000_3ad459c8633aca44.txt');
	});
});

describe('/help', () => {
	it('promises to hear a mention only where the bot is, and not where it is a member’s own app', async () => {
		const { discord } = await setStage();
		const ana = discord.actor('Ana');
		const mentions = async (channelId: string) => /mention the bot/.test(textOf((await ana.slash('help', {}, { channelId })).message));
		const { general, elsewhere } = discord.channelIds;
		expect([await mentions(general), await mentions(ana.directMessagesId), await mentions(elsewhere)]).toEqual([true, true, false]);
	});

	it('says what the documents hold and leads on', async () => {
		const { discord } = await setStage();
		const ana = discord.actor('Ana');
		const help = await ana.slash('help');
		expect(textOf(help.message)).toContain('Documents: 5');
		for (const name of ['ask', 'drill', 'where', 'timeline', 'compare', 'sources', 'source'])
			expect(textOf(help.message)).toContain(`\`/${name}\``);
		const sources = await ana.press(help.message ?? never(), buttonOf(help.message, 'Sources'));
		expect(textOf(sources.message)).toContain('Documents: 5');
	});
});

function never(): never {
	throw new Error('There is no message');
}
