import { once } from 'node:events';
import { type Client, Events, GatewayIntentBits, type Message } from 'discord.js';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { connectBot, createBot, startDiscord } from './connect.js';

async function nextMessage(client: Client): Promise<Message> {
	const [message] = await once(client, Events.MessageCreate);
	return message;
}

test('the real client logs in and finds its server, channels and itself', async () => {
	const discord = await startDiscord({ botName: 'Sentry' });
	const client = await connectBot(discord);
	expect(client.user.username).toBe('Sentry');
	expect(client.user.id).toBe(discord.applicationId);
	expect([...client.guilds.cache.keys()]).toEqual([discord.guildId]);
	expect(client.channels.cache.has(discord.channelIds.general)).toBe(true);
	expect(client.channels.cache.has(discord.channelIds.elsewhere)).toBe(false);
	expect((await client.application.fetch()).name).toBe('Sentry');
	expect(discord.refused).toEqual([]);
});

test('a wrong token is refused as Discord refuses it', async () => {
	const discord = await startDiscord();
	await expect(createBot(discord).login('wrong')).rejects.toMatchObject({ code: 'TokenInvalid' });
	expect(discord.refused).toMatchObject([{ status: 401, path: '/gateway/bot' }]);
});

test('privileged intents that were not granted are refused', async () => {
	const discord = await startDiscord();
	const bot = createBot(discord, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers] });
	await expect(bot.login(discord.token)).rejects.toThrow('Used disallowed intents');
});

test('a port in use is reported with its own code', async () => {
	const { port } = await startDiscord();
	await expect(startDiscord({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('a client whose connection is cut resumes and hears what it missed, once', async () => {
	const discord = await startDiscord();
	const client = await connectBot(discord);
	const heard: string[] = [];
	client.on(Events.MessageCreate, ({ content }) => heard.push(content));
	const resumed = once(client, Events.ShardResume);
	const ana = discord.actor();
	ana.say(discord.channelIds.general, '@Drillbook before');
	await once(client, Events.MessageCreate);
	discord.cutConnections();
	ana.say(discord.channelIds.general, '@Drillbook meanwhile');
	const [, replayed] = await resumed;
	ana.say(discord.channelIds.general, '@Drillbook after');
	await once(client, Events.MessageCreate);
	expect(replayed).toBeGreaterThan(0);
	expect(heard.map((text) => text.split(' ')[1])).toEqual(['before', 'meanwhile', 'after']);
});

test('without the MessageContent intent only mentions, direct messages and replies to the bot can be read', async () => {
	const discord = await startDiscord();
	const client = await connectBot(discord);
	const ana = discord.actor('Ana');
	const { general } = discord.channelIds;

	const plain = nextMessage(client);
	const said = ana.say(general, 'nothing for you');
	expect((await plain).content).toBe('');

	const mention = nextMessage(client);
	ana.say(general, '@Drillbook who hosted it?');
	const mentioned = await mention;
	expect(mentioned.content).toBe(`<@${client.user.id}> who hosted it?`);
	expect(mentioned.mentions.has(client.user)).toBe(true);
	expect(mentioned.member?.displayName).toBe('Ana');

	const answer = await mentioned.reply('an answer');
	const reply = nextMessage(client);
	ana.say(general, 'and when?', { replyTo: answer });
	const replied = await reply;
	expect(replied.content).toBe('and when?');
	expect(replied.reference?.messageId).toBe(answer.id);
	expect((await replied.fetchReference()).content).toBe('an answer');

	const quiet = nextMessage(client);
	ana.say(general, 'quietly', { replyTo: answer, ping: false });
	expect((await quiet).content).toBe('');

	const direct = nextMessage(client);
	ana.say(ana.directMessagesId, 'a secret question');
	const private_ = await direct;
	expect(private_.content).toBe('a secret question');
	expect(private_.inGuild()).toBe(false);
	await private_.reply('a secret answer');
	expect(ana.messages(ana.directMessagesId).map(({ content }) => content)).toEqual(['a secret question', 'a secret answer']);
	expect(discord.actor('Bo').messages(ana.directMessagesId)).toEqual([]);

	const channel = await client.channels.fetch(general);
	if (!channel?.isTextBased()) throw new Error('not a text channel');
	expect((await channel.messages.fetch({ message: said.id, force: true })).content).toBe('');
	expect(discord.refused).toEqual([]);
});

test('with the MessageContent intent everything can be read', async () => {
	const discord = await startDiscord();
	const client = await connectBot(discord, {
		intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
	});
	const heard = nextMessage(client);
	discord.actor().say(discord.channelIds.general, 'for everybody');
	expect((await heard).content).toBe('for everybody');
});

test('a bot hears nothing that it has no intent for', async () => {
	const discord = await startDiscord();
	const client = await connectBot(discord, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages] });
	const heard = nextMessage(client);
	const ana = discord.actor();
	ana.say(ana.directMessagesId, 'unheard');
	ana.say(discord.channelIds.elsewhere, '@Drillbook unheard');
	ana.say(discord.channelIds.general, '@Drillbook heard');
	expect((await heard).content).toContain(' heard');
});

/** A gateway connection that sends one frame after HELLO; resolves with the code it is closed with. */
async function closeCode(port: number, frame: unknown, query = '?v=10&encoding=json'): Promise<number> {
	const socket = new WebSocket(`ws://127.0.0.1:${port}/gateway${query}`);
	socket.on('message', (data) => {
		if (JSON.parse(String(data)).op === 10 && frame !== undefined) socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
	});
	const [code] = await once(socket, 'close');
	return code;
}

test('the gateway closes with the codes of Discord', async () => {
	const { port, token } = await startDiscord({ heartbeatMs: 100 });
	const identify = (d: object) => ({ op: 2, d: { token, intents: 1, properties: {}, ...d } });
	expect(await closeCode(port, identify({ token: 'wrong' }))).toBe(4004);
	expect(await closeCode(port, identify({ intents: 1 << 30 }))).toBe(4013);
	expect(await closeCode(port, identify({ intents: 1 << 1 }))).toBe(4014);
	expect(await closeCode(port, identify({ shard: [2, 1] }))).toBe(4010);
	expect(await closeCode(port, { op: 3, d: {} })).toBe(4003);
	expect(await closeCode(port, 'not JSON')).toBe(4002);
	expect(await closeCode(port, { op: 6, d: { token: 'wrong', session_id: 'x', seq: 0 } })).toBe(4004);
	expect(await closeCode(port, undefined, '?v=9')).toBe(4012);
	expect(await closeCode(port, undefined)).toBe(4009);
});
/** What a connection hears first after identifying: the names and data of the events up to the given one. */
async function hear(port: number, identify: object, until: string): Promise<{ t: string; d: { guilds?: unknown[]; content?: string } }[]> {
	const socket = new WebSocket(`ws://127.0.0.1:${port}/gateway?v=10&encoding=json`);
	const heard: { t: string; d: object }[] = [];
	return new Promise((resolve) => {
		socket.on('message', (data) => {
			const frame = JSON.parse(String(data));
			if (frame.op === 10) socket.send(JSON.stringify({ op: 2, d: identify }));
			if (frame.op === 0) heard.push(frame);
			if (frame.t === until) resolve(heard);
		});
	});
}

test('each guild and the direct messages belong to one shard', async () => {
	const { port, token, guildId } = await startDiscord();
	const holder = Number((BigInt(guildId) >> 22n) % 2n);
	for (const shard of [0, 1]) {
		const [ready] = await hear(port, { token, intents: 1, properties: {}, shard: [shard, 2] }, 'READY');
		expect(ready?.d.guilds).toHaveLength(shard === holder ? 1 : 0);
	}
});
