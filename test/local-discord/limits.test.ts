import { ButtonStyle, ComponentType, MessageFlags, Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { replyProblems } from '../../src/local-discord/messages.js';
import { DISCORD_RATE_LIMITS, type LocalDiscord } from '../../src/local-discord/server.js';
import { connectBot, startDiscord } from './connect.js';

/** A bot that sends bodies past every builder, as they stand; each answer is the code, and the fields that were wrong. */
async function connect() {
	const discord = await startDiscord();
	const client = await connectBot(discord);
	const attempt = async (send: Promise<unknown>): Promise<string> => {
		const before = discord.refused.length;
		const sent = await send.then(
			() => 'sent',
			(error: { code?: unknown }) => String(error.code),
		);
		return [sent, ...discord.refused.slice(before).flatMap(({ fields }) => fields)].join(' ');
	};
	return {
		discord,
		client,
		attempt,
		send: (body: object, files: { name: string; data: Buffer }[] = []) =>
			attempt(client.rest.post(Routes.channelMessages(discord.channelIds.general), { body, files })),
		register: (body: unknown) => attempt(client.rest.put(Routes.applicationCommands(discord.applicationId), { body })),
	};
}

const button = (more: object) => ({ type: ComponentType.Button, style: ButtonStyle.Primary, label: 'x', custom_id: 'x', ...more });
const row = (...components: object[]) => ({ type: ComponentType.ActionRow, components });
const select = (more: object) => ({ type: ComponentType.StringSelect, custom_id: 's', options: [{ label: 'A', value: 'a' }], ...more });
const embed = (more: object) => ({ embeds: [{ title: 't', ...more }] });
const long = (length: number) => 'x'.repeat(length);
const linkButton = { ...button({ style: ButtonStyle.Link, url: 'https://example.org' }), custom_id: undefined };

test.each<[string, object, string]>([
	['content', { content: long(2_000) }, 'sent'],
	['content too long', { content: long(2_001) }, '50035 content'],
	['nothing', {}, '50006'],
	['blank content', { content: ' \n ' }, '50006'],
	['embed title', embed({ title: long(257) }), '50035 embeds.0.title'],
	['embed description', embed({ description: long(4_096) }), 'sent'],
	['embed description too long', embed({ description: long(4_097) }), '50035 embeds.0.description'],
	['field name too long', embed({ fields: [{ name: long(257), value: 'x' }] }), '50035 embeds.0.fields.0.name'],
	['field value too long', embed({ fields: [{ name: 'x', value: long(1_025) }] }), '50035 embeds.0.fields.0.value'],
	['empty field value', embed({ fields: [{ name: 'x', value: '' }] }), '50035 embeds.0.fields.0.value'],
	['blank field name', embed({ fields: [{ name: ' ', value: 'x' }] }), '50035 embeds.0.fields.0.name'],
	['missing field value', embed({ fields: [{ name: 'x' }] }), '50035 embeds.0.fields.0.value'],
	['25 fields', embed({ fields: Array(25).fill({ name: 'x', value: 'y' }) }), 'sent'],
	['26 fields', embed({ fields: Array(26).fill({ name: 'x', value: 'y' }) }), '50035 embeds.0.fields'],
	['footer', embed({ footer: { text: long(2_049) } }), '50035 embeds.0.footer.text'],
	['empty footer', embed({ footer: { text: '' } }), '50035 embeds.0.footer.text'],
	['author', embed({ author: { name: long(257) } }), '50035 embeds.0.author.name'],
	['empty author', embed({ author: { name: '' } }), '50035 embeds.0.author.name'],
	['11 embeds', { embeds: Array(11).fill({ title: 'x' }) }, '50035 embeds'],
	['6,000 characters over all embeds', { embeds: [{ description: long(3_000) }, { description: long(3_000) }] }, 'sent'],
	['6,001 characters over all embeds', { embeds: [{ description: long(3_000) }, { description: long(3_001) }] }, '50035 embeds'],
	['empty embed', { embeds: [{}] }, '50035 embeds.0.description'],
	['embed with only a colour', { embeds: [{ color: 1 }] }, '50035 embeds.0.description'],
	['colour out of range', embed({ color: 0x1000000 }), '50035 embeds.0.color'],
	['no URL', embed({ url: 'not a url' }), '50035 embeds.0.url'],
	['foreign scheme', embed({ url: 'ftp://example.org/x' }), '50035 embeds.0.url'],
	['attachment as a link', embed({ url: 'attachment://x.png' }), '50035 embeds.0.url'],
	['attachment as a picture', embed({ image: { url: 'attachment://x.png' } }), 'sent'],
	['script as a picture', embed({ image: { url: 'javascript://x' } }), '50035 embeds.0.image.url'],
	[
		'nulls count as absent',
		{ content: 'x', embeds: [{ title: 't', description: null, image: null, footer: null }], components: null },
		'sent',
	],
	['buttons', { content: 'x', components: [row(button({}), linkButton)] }, 'sent'],
	['only buttons', { components: [row(button({}))] }, 'sent'],
	[
		'custom id too long',
		{ content: 'x', components: [row(button({ custom_id: long(101) }))] },
		'50035 components.0.components.0.custom_id',
	],
	['no custom id', { content: 'x', components: [row(button({ custom_id: undefined }))] }, '50035 components.0.components.0.custom_id'],
	['same custom id twice', { content: 'x', components: [row(button({})), row(button({}))] }, '50035 components.1.components.0.custom_id'],
	['label too long', { content: 'x', components: [row(button({ label: long(81) }))] }, '50035 components.0.components.0.label'],
	['neither label nor emoji', { content: 'x', components: [row(button({ label: undefined }))] }, '50035 components.0.components.0'],
	['emoji alone', { content: 'x', components: [row(button({ label: undefined, emoji: { name: '🗺️' } }))] }, 'sent'],
	['link with custom id', { content: 'x', components: [row({ ...linkButton, custom_id: 'x' })] }, '50035 components.0.components.0'],
	['link without URL', { content: 'x', components: [row({ ...linkButton, url: undefined })] }, '50035 components.0.components.0.url'],
	[
		'link too long',
		{ content: 'x', components: [row({ ...linkButton, url: `https://example.org/${long(493)}` })] },
		'50035 components.0.components.0.url',
	],
	['button with URL', { content: 'x', components: [row(button({ url: 'https://example.org' }))] }, '50035 components.0.components.0'],
	[
		'six buttons',
		{ content: 'x', components: [row(...[...'abcdef'].map((id) => button({ custom_id: id })))] },
		'50035 components.0.components',
	],
	['five rows', { content: 'x', components: [...'abcde'].map((id) => row(button({ custom_id: id }))) }, 'sent'],
	['six rows', { content: 'x', components: [...'abcdef'].map((id) => row(button({ custom_id: id }))) }, '50035 components'],
	['empty row', { content: 'x', components: [row()] }, '50035 components.0.components'],
	['a button outside a row', { content: 'x', components: [button({})] }, '50035 components.0'],
	['a select', { content: 'x', components: [row(select({}))] }, 'sent'],
	['a select beside a button', { content: 'x', components: [row(select({}), button({}))] }, '50035 components.0'],
	['a select without options', { content: 'x', components: [row(select({ options: [] }))] }, '50035 components.0.components.0.options'],
	[
		'26 options',
		{ content: 'x', components: [row(select({ options: Array.from({ length: 26 }, (_, n) => ({ label: 'x', value: String(n) })) }))] },
		'50035 components.0.components.0.options',
	],
	[
		'same option twice',
		{ content: 'x', components: [row(select({ options: Array(2).fill({ label: 'x', value: 'x' }) }))] },
		'50035 components.0.components.0.options.1.value',
	],
	[
		'more to choose than there is',
		{ content: 'x', components: [row(select({ max_values: 2 }))] },
		'50035 components.0.components.0.max_values',
	],
	['least above most', { content: 'x', components: [row(select({ min_values: 2 }))] }, '50035 components.0.components.0.min_values'],
	[
		'option label too long',
		{ content: 'x', components: [row(select({ options: [{ label: long(101), value: 'a' }] }))] },
		'50035 components.0.components.0.options.0.label',
	],
	[
		'mentions by list and by kind',
		{ content: 'x', allowed_mentions: { parse: ['users'], users: ['12345678901234567'] } },
		'50035 allowed_mentions',
	],
	[
		'version 2 with content',
		{ content: 'x', flags: MessageFlags.IsComponentsV2, components: [{ type: ComponentType.TextDisplay, content: 'y' }] },
		'50035 content',
	],
	['version 2 alone', { flags: MessageFlags.IsComponentsV2, components: [{ type: ComponentType.TextDisplay, content: 'y' }] }, 'sent'],
	['version 2 without its flag', { content: 'x', components: [{ type: ComponentType.TextDisplay, content: 'y' }] }, '50035 components.0'],
])('message: %s', async (_name, body, result) => {
	const { send } = await connect();
	expect(await send(body)).toBe(result);
	expect(replyProblems(body).length === 0 ? 'sent' : 'refused').toBe(result === 'sent' ? 'sent' : 'refused');
});

test('files are limited in number and size', async () => {
	const { send } = await connect();
	const file = (bytes: number, name = 'x.txt') => ({ name, data: Buffer.alloc(bytes) });
	expect(await send({}, [file(10_485_760)])).toBe('sent');
	expect(await send({}, [file(10_485_761)])).toBe('40005');
	expect(await send({}, [file(9_000_000), file(9_000_000), file(9_000_000)])).toBe('40005');
	expect(await send({}, Array(10).fill(file(1)))).toBe('sent');
	expect(await send({}, Array(11).fill(file(1)))).toBe('50035 attachments');
	expect(await send({ attachments: [{ id: '0', description: long(1_025) }] }, [file(1)])).toBe('50035 attachments.0.description');
});

const chat = (more: object) => ({ name: 'drill', description: 'Shows', ...more });
const option = (more: object) => ({ type: 3, name: 'name', description: 'Which', ...more });

test.each<[string, object[], string]>([
	['a command', [chat({ default_member_permissions: '8' })], 'sent'],
	['two types of one name', [chat({}), { type: 3, name: 'drill' }], 'sent'],
	['upper case', [chat({ name: 'Drill' })], '50035 0.name'],
	['a space', [chat({ name: 'a drill' })], '50035 0.name'],
	['a menu may have both', [{ type: 3, name: 'Look this up' }], 'sent'],
	['name too long', [chat({ name: long(33) })], '50035 0.name'],
	['no description', [{ name: 'drill' }], '50035 0.description'],
	['description too long', [chat({ description: long(101) })], '50035 0.description'],
	['a menu with description', [{ type: 3, name: 'Look', description: 'x' }], '50035 0.description'],
	['unknown language', [chat({ name_localizations: { xx: 'drill' } })], '50035 0.name_localizations.xx'],
	['translated name in upper case', [chat({ name_localizations: { de: 'Übung' } })], '50035 0.name_localizations.de'],
	['translated name', [chat({ name_localizations: { ja: '演習', ko: '훈련', ru: 'учения' } })], 'sent'],
	['same name twice', [chat({}), chat({})], '50035 1.name'],
	['26 options', [chat({ options: Array.from({ length: 26 }, (_, n) => option({ name: `o${n}` })) })], '50035 0.options'],
	['same option twice', [chat({ options: [option({}), option({})] })], '50035 0.options.1.name'],
	['required after optional', [chat({ options: [option({}), option({ name: 'b', required: true })] })], '50035 0.options.1'],
	[
		'26 choices',
		[chat({ options: [option({ choices: Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: `${n}` })) })] })],
		'50035 0.options.0.choices',
	],
	[
		'choice value too long',
		[chat({ options: [option({ choices: [{ name: 'x', value: long(101) }] })] })],
		'50035 0.options.0.choices.0.value',
	],
	[
		'autocomplete with choices',
		[chat({ options: [option({ autocomplete: true, choices: [{ name: 'x', value: 'x' }] })] })],
		'50035 0.options.0.autocomplete',
	],
	['option of no type', [chat({ options: [option({ type: 99 })] })], '50035 0.options.0'],
	[
		'8,000 characters',
		[
			chat({
				options: Array.from({ length: 4 }, (_, o) =>
					option({
						name: `o${o}`,
						choices: Array.from({ length: 25 }, (_, n) => ({ name: `${n}`.padEnd(50, 'x'), value: `${n}`.padEnd(50, 'x') })),
					}),
				),
			}),
		],
		'50035 0',
	],
	['100 commands', Array.from({ length: 100 }, (_, n) => chat({ name: `c${n}` })), 'sent'],
	['101 commands', Array.from({ length: 101 }, (_, n) => chat({ name: `c${n}` })), '30032'],
	['16 message menus', Array.from({ length: 16 }, (_, n) => ({ type: 3, name: `c${n}` })), '30032'],
])('commands: %s', async (_name, body, result) => {
	const { register } = await connect();
	expect(await register(body)).toBe(result);
});

test('commands keep their ids when replaced, can be added, changed and deleted, globally and in one guild', async () => {
	const { client, discord } = await connect();
	const manager = client.application.commands;
	const [first] = (await manager.set([chat({ name_localizations: { de: 'übung' } })])).values();
	if (!first) throw new Error('not stored');
	const [again] = (await manager.set([chat({ description: 'Shows more' })])).values();
	expect([again?.id, again?.description]).toEqual([first.id, 'Shows more']);
	await manager.create(chat({ name: 'where' }));
	await manager.edit(first.id, { description: 'Changed', nameLocalizations: { de: 'übung' } });
	expect(
		[...(await manager.fetch({ withLocalizations: true })).values()].map(({ name, description, nameLocalizations }) => [
			name,
			description,
			nameLocalizations?.de,
		]),
	).toEqual([
		['drill', 'Changed', 'übung'],
		['where', 'Shows', undefined],
	]);
	await manager.delete(first.id);
	await expect(manager.fetch(first.id)).rejects.toMatchObject({ code: 10063 });
	await manager.set([chat({ name: 'here' })], discord.guildId);
	expect([...(await manager.fetch({ guildId: discord.guildId })).values()].map(({ name }) => name)).toEqual(['here']);
	await expect(manager.set([], '12345678901234567')).rejects.toMatchObject({ code: 10004 });
});

test('what is not there, or not the bot’s, is refused with its own code', async () => {
	const { client, discord, attempt, send } = await connect();
	const { general } = discord.channelIds;
	const nowhere = '12345678901234567';
	const { id } = discord.actor().say(general, 'mine');
	expect(await attempt(client.rest.get(Routes.channel(nowhere)))).toBe('10003');
	expect(await attempt(client.rest.get(Routes.channelMessage(general, nowhere)))).toBe('10008');
	expect(await attempt(client.rest.patch(Routes.channelMessage(general, id), { body: { content: 'x' } }))).toBe('50005');
	expect(await attempt(client.rest.delete(Routes.channelMessage(general, id)))).toBe('50013');
	expect(await attempt(client.rest.get(Routes.guild(nowhere)))).toBe('10004');
	expect(await attempt(client.rest.get(Routes.user(nowhere)))).toBe('10013');
	expect(await attempt(client.rest.post(Routes.userChannels(), { body: { recipient_id: nowhere } }))).toBe('50007');
	expect(await attempt(client.rest.get('/nothing/here'))).toBe('0');
	expect(await attempt(client.rest.post(Routes.webhook(discord.applicationId, 'no-token'), { body: { content: 'x' }, auth: false }))).toBe(
		'50027',
	);
	expect(await attempt(client.rest.post(Routes.interactionCallback(nowhere, 'x'), { body: { type: 4 }, auth: false }))).toBe('10062');
	const reference = { message_id: nowhere };
	expect(await send({ content: 'x', message_reference: reference })).toBe('50035 message_reference');
	expect(await send({ content: 'x', message_reference: { ...reference, fail_if_not_exists: false } })).toBe('sent');
	const broken = await fetch(`${discord.apiUrl}/v10/channels/${general}/messages`, {
		method: 'POST',
		headers: { authorization: `Bot ${discord.token}` },
		body: '{',
	});
	expect([broken.status, await broken.json()]).toMatchObject([400, { code: 50109 }]);
	expect((await fetch(`${discord.apiUrl}/v9/gateway`)).status).toBe(400);
});

test('rate limits answer 429, and the client comes back by itself', async () => {
	const discord = await startDiscord({ rateLimits: { ...DISCORD_RATE_LIMITS, messages: { requests: 2, perMs: 200 } } });
	const client = await connectBot(discord);
	const send = (discord: LocalDiscord) => client.rest.post(Routes.channelMessages(discord.channelIds.general), { body: { content: 'x' } });
	await Promise.all([send(discord), send(discord), send(discord), send(discord), send(discord)]);
	expect(discord.actor().messages(discord.channelIds.general)).toHaveLength(5);
	const raw = () =>
		fetch(`${discord.apiUrl}/v10/channels/${discord.channelIds.exercises}/messages`, {
			method: 'POST',
			headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
			body: '{"content":"x"}',
		});
	const statuses = [(await raw()).status, (await raw()).status];
	const limited = await raw();
	expect([...statuses, limited.status]).toEqual([200, 200, 429]);
	expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
	expect(await limited.json()).toMatchObject({ global: false, message: 'You are being rate limited.' });
	expect(discord.refused).toEqual([]);
});
