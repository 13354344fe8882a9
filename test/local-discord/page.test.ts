import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ButtonStyle, ComponentType, Events, type Interaction, MessageFlags, SlashCommandBuilder } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import type { z } from 'zod';
import { ChoicesOutcome, InteractionOutcome, Outcome, PageEvent, PageMessages, PageState } from '../../src/local-discord/page-contract.js';
import type { LocalDiscord, LocalDiscordOptions } from '../../src/local-discord/server.js';
import { connectBot, startDiscord } from './connect.js';

function browser({ pageUrl }: LocalDiscord) {
	const read = async <T>(schema: z.ZodType<T>, response: Response) => schema.parse(await response.json());
	return {
		get: async <T>(path: string, schema: z.ZodType<T>) => read(schema, await fetch(pageUrl + path)),
		post: async <T>(path: string, body: object, schema: z.ZodType<T>) =>
			read(
				schema,
				await fetch(pageUrl + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
			),
	};
}

/** The events that a member's page gets; `next` resolves with the first of a kind, already there or still to come. */
async function listen({ pageUrl }: LocalDiscord, memberId: string) {
	const stop = new AbortController();
	onTestFinished(() => stop.abort());
	const events: PageEvent[] = [];
	const { body } = await fetch(`${pageUrl}page/events?as=${memberId}`, { signal: stop.signal });
	const pump = async () => {
		let text = '';
		for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
			const parts = (text + chunk).split('\n\n');
			text = parts.pop() ?? '';
			for (const part of parts) if (part.startsWith('data: ')) events.push(PageEvent.parse(JSON.parse(part.slice('data: '.length))));
		}
	};
	pump().catch(() => undefined);
	const next = async (type: PageEvent['type']): Promise<PageEvent> => {
		await expect.poll(() => events.some((event) => event.type === type), { timeout: 3_000 }).toBe(true);
		const found = events.find((event) => event.type === type);
		if (!found) throw new Error(`no ${type}`);
		return found;
	};
	return { events, next };
}

async function connect(handle: (interaction: Interaction) => Promise<unknown>, options: LocalDiscordOptions = {}) {
	const discord = await startDiscord(options);
	const client = await connectBot(discord);
	const name = (option: { setName(name: string): { setDescription(text: string): unknown } }) =>
		option.setName('name').setDescription('Which');
	const drill = new SlashCommandBuilder()
		.setName('drill')
		.setDescription('Shows')
		.addStringOption((option) => {
			name(option);
			return option.setRequired(true).setAutocomplete(true);
		});
	await client.application.commands.set([drill]);
	client.on(Events.InteractionCreate, (interaction) => handle(interaction).catch(() => undefined));
	return {
		discord,
		client,
		...browser(discord),
		ana: discord.actor('Ana'),
		bo: discord.actor('Bo'),
		channelId: discord.channelIds.general,
	};
}

test('the page learns who and what there is', async () => {
	const { discord, get, ana } = await connect(async () => undefined);
	const state = await get('page/state', PageState);
	expect(state.members.map(({ name }) => name)).toEqual(['Ana', 'Bo', 'Chidi']);
	expect(state.guilds.map(({ hasBot }) => hasBot)).toEqual([true, false]);
	expect(state.channels.filter(({ kind }) => kind === 'text').map(({ name }) => name)).toEqual(['general', 'exercises', 'elsewhere']);
	expect(state.channels.find(({ memberId }) => memberId === ana.id)).toMatchObject({ kind: 'dm', guildId: null });
	expect(state.commands).toMatchObject([{ name: 'drill', options: [{ name: 'name', required: true }] }]);
	expect([state.bot.username, state.online, state.applicationId]).toEqual(['Drillbook', true, discord.applicationId]);
});

test('a member writes, and every page in the channel hears it', async () => {
	const { discord, post, get, ana, bo, channelId } = await connect(async () => undefined);
	const heard = await listen(discord, bo.id);
	expect(await post(`page/channels/${channelId}/messages`, { as: ana.id, content: '@Bo hello' }, Outcome)).toEqual({ ok: true });
	expect(await heard.next('messageCreated')).toMatchObject({ message: { content: `<@${bo.id}> hello`, author: { global_name: 'Ana' } } });
	expect((await get(`page/channels/${channelId}/messages?as=${bo.id}`, PageMessages)).messages).toHaveLength(1);
	expect(await post(`page/channels/${channelId}/messages`, { as: ana.id, content: ' ' }, Outcome)).toEqual({
		ok: false,
		error: 'A message cannot be empty.',
	});
	expect(await post(`page/channels/${channelId}/messages`, { as: 'nobody' }, Outcome)).toMatchObject({ ok: false });
});

test('a slash command from the page: choices, a deferred private reply, a button, only for its member', async () => {
	const components = [
		{
			type: ComponentType.ActionRow,
			components: [{ type: ComponentType.Button, style: ButtonStyle.Primary, custom_id: 'go', label: 'Go' }],
		},
	];
	const { discord, post, ana, bo, channelId } = await connect(async (interaction) => {
		if (interaction.isAutocomplete()) await interaction.respond([{ name: 'Vostok', value: 'vostok' }]);
		if (interaction.isButton()) await interaction.update({ content: 'pressed', components: [] });
		if (!interaction.isChatInputCommand()) return;
		await interaction.deferReply({ flags: MessageFlags.Ephemeral });
		await interaction.editReply({ content: 'found', components });
	});
	const own = await listen(discord, ana.id);
	const others = await listen(discord, bo.id);
	const place = { as: ana.id, channelId };
	expect(await post('page/autocomplete', { ...place, name: 'drill', option: 'name', options: { name: 'v' } }, ChoicesOutcome)).toEqual({
		ok: true,
		choices: [{ name: 'Vostok', value: 'vostok' }],
	});
	expect(await post('page/interactions', { ...place, kind: 'slash', name: 'drill', options: {} }, InteractionOutcome)).toEqual({
		ok: false,
		error: 'The option "name" is required.',
	});
	expect(
		await post('page/interactions', { ...place, kind: 'slash', name: 'drill', options: { name: 'x' } }, InteractionOutcome),
	).toMatchObject({ ok: true });
	const thinking = await own.next('messageCreated');
	expect(thinking).toMatchObject({ message: { flags: MessageFlags.Loading | MessageFlags.Ephemeral, ephemeralFor: ana.id } });
	expect(await own.next('messageUpdated')).toMatchObject({ message: { content: 'found', flags: MessageFlags.Ephemeral } });
	if (thinking.type !== 'messageCreated') throw new Error('no message');
	const press = { ...place, kind: 'component', messageId: thinking.message.id, customId: 'go' };
	expect(await post('page/interactions', { ...press, as: bo.id }, InteractionOutcome)).toEqual({
		ok: false,
		error: 'This message is no longer there.',
	});
	await post('page/interactions', press, InteractionOutcome);
	await expect.poll(() => ana.messages(channelId).map(({ content }) => content)).toEqual(['pressed']);
	expect(others.events).toEqual([]);
});

test('a modal is shown and answered; a bot that does not answer is named as such', async () => {
	const input = { type: ComponentType.TextInput as const, custom_id: 'q', label: 'Question', style: 1 as const };
	const { discord, post, ana, channelId } = await connect(
		async (interaction) => {
			if (interaction.isChatInputCommand() && interaction.options.getString('name') === 'form') {
				await interaction.showModal({ custom_id: 'm', title: 'Ask', components: [{ type: ComponentType.ActionRow, components: [input] }] });
			}
			if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue('q'));
		},
		{ acknowledgeWithinMs: 300 },
	);
	const heard = await listen(discord, ana.id);
	const slash = (name: string) =>
		post('page/interactions', { as: ana.id, channelId, kind: 'slash', name: 'drill', options: { name } }, InteractionOutcome);
	await slash('form');
	const modal = await heard.next('modal');
	if (modal.type !== 'modal') throw new Error('no modal');
	expect(modal.modal.title).toBe('Ask');
	await post(
		'page/interactions',
		{ as: ana.id, kind: 'modal', interactionId: modal.interactionId, fields: { q: 'when?' } },
		InteractionOutcome,
	);
	expect(await heard.next('messageCreated')).toMatchObject({ message: { content: 'when?' } });
	await slash('nothing');
	expect(await heard.next('interactionFailed')).toMatchObject({ channelId, error: 'The application did not respond' });
});

test('direct messages are heard by their member alone; presence, threads and commands by all', async () => {
	const { discord, client, ana, bo, channelId } = await connect(async () => undefined);
	const own = await listen(discord, ana.id);
	const others = await listen(discord, bo.id);
	ana.say(ana.directMessagesId, 'secret');
	expect(await own.next('messageCreated')).toMatchObject({ message: { content: 'secret' } });
	ana.openThread(ana.say(channelId, 'open'), 'A thread');
	ana.typing(channelId);
	await client.application.commands.set([]);
	await client.destroy();
	expect(await others.next('presence')).toEqual({ type: 'presence', online: false });
	expect(others.events.map(({ type }) => type)).toEqual([
		'messageCreated',
		'channelCreated',
		'messageUpdated',
		'typing',
		'commandsChanged',
		'presence',
	]);
});

/** The status of a request whose headers no browser or fetch would let one write. */
function statusWith(port: number, headers: Record<string, string>, path = '/page/state'): Promise<number | undefined> {
	return new Promise((resolve, reject) => {
		request({ host: '127.0.0.1', port, path, headers }, (response) => resolve(response.resume().statusCode))
			.on('error', reject)
			.end();
	});
}

test('other sites in the same browser get nothing', async () => {
	const { port } = await startDiscord();
	const host = `127.0.0.1:${port}`;
	expect(await statusWith(port, { host })).toBe(200);
	expect(await statusWith(port, { host, origin: `http://${host}` })).toBe(200);
	expect(await statusWith(port, { host, connection: 'Upgrade', upgrade: 'websocket' }, '//').catch(() => 'closed')).toBe('closed');
	expect(await statusWith(port, { host: `localhost:${port}` }, '/')).toBe(302);
	expect(await statusWith(port, { host: `evil.example:${port}` })).toBe(403);
	expect(await statusWith(port, { host, origin: 'https://evil.example' })).toBe(403);
	expect(await statusWith(port, { host, origin: 'null' })).toBe(403);
});

test('the built page is served under a strict policy, and nothing beside its folder', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'page-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	await writeFile(join(folder, 'index.html'), '<!doctype html>');
	const { pageUrl } = await startDiscord({ pageDirectory: folder });
	const index = await fetch(pageUrl);
	expect([index.status, await index.text()]).toEqual([200, '<!doctype html>']);
	expect(index.headers.get('content-security-policy')).toContain("default-src 'self'");
	expect(index.headers.get('cache-control')).toBe('no-store');
	expect((await fetch(`${pageUrl}..%2f..%2fetc%2fpasswd`)).status).toBe(404);
	expect((await fetch(`${pageUrl}%E0%A4%A`)).status).toBe(400);
	const { pageUrl: bare } = await startDiscord({ pageDirectory: join(folder, 'missing') });
	const missing = await fetch(bare);
	expect([missing.status, await missing.text()]).toEqual([503, expect.stringContaining('npm run build:page')]);
});

test('avatars are drawn, and files that a browser could run are only offered for download', async () => {
	const { discord, client, ana, channelId } = await connect(async () => undefined);
	const avatar = await fetch(`${discord.pageUrl}avatars/${ana.id}.svg`);
	expect([avatar.headers.get('content-type'), await avatar.text()]).toEqual(['image/svg+xml', expect.stringContaining('>A</text>')]);
	const channel = await client.channels.fetch(channelId);
	if (!channel?.isSendable()) throw new Error('no channel');
	await channel.send({ files: [{ name: 'x.html', attachment: Buffer.from('<script>') }] });
	const file = await fetch(ana.messages(channelId)[0]?.attachments[0]?.url ?? '');
	expect(file.headers.get('content-disposition')).toBe('attachment; filename="x.html"');
});
