import { once } from 'node:events';
import { AttachmentBuilder, ChannelType, EmbedBuilder, Events, type SendableChannels, type TextChannel } from 'discord.js';
import { expect, test } from 'vitest';
import { connectBot, startDiscord } from './connect.js';

async function connect() {
	const discord = await startDiscord();
	const client = await connectBot(discord);
	const channel = client.channels.cache.get(discord.channelIds.general);
	if (channel?.type !== ChannelType.GuildText) throw new Error('no text channel');
	return { discord, client, channel, ana: discord.actor('Ana'), bo: discord.actor('Bo') };
}

async function texts(channel: TextChannel, options: object): Promise<string[]> {
	return [...(await channel.messages.fetch({ cache: false, ...options })).values()].map(({ content }) => content);
}

test('messages are listed newest first, by page', async () => {
	const { channel } = await connect();
	const sent = [];
	for (const text of ['1', '2', '3', '4', '5']) sent.push(await channel.send(text));
	const [, second, third] = sent;
	expect(await texts(channel, { limit: 2 })).toEqual(['5', '4']);
	expect(await texts(channel, { before: third?.id })).toEqual(['2', '1']);
	expect(await texts(channel, { after: second?.id, limit: 2 })).toEqual(['4', '3']);
	expect(await texts(channel, { around: third?.id, limit: 3 })).toEqual(['4', '3', '2']);
});

test('a message is edited and deleted, and the client hears of both', async () => {
	const { client, channel, ana } = await connect();
	const message = await channel.send('first');
	const updated = once(client, Events.MessageUpdate);
	await message.edit('second');
	expect((await updated)[1].content).toBe('second');
	expect(ana.messages(channel.id)).toMatchObject([{ content: 'second', edited_timestamp: expect.any(String) }]);
	const deleted = once(client, Events.MessageDelete);
	await message.delete();
	expect((await deleted)[0].id).toBe(message.id);
	expect(ana.messages(channel.id)).toEqual([]);
});

test('files stay, go and come with an edit; one that no embed shows any more is an attachment again', async () => {
	const { channel, ana } = await connect();
	const file = (name: string) => new AttachmentBuilder(Buffer.from(name)).setName(name);
	const names = () =>
		ana
			.messages(channel.id)
			.at(-1)
			?.attachments.map(({ filename }) => filename);
	const message = await channel.send({
		embeds: [new EmbedBuilder().setTitle('t').setThumbnail('attachment://a.png')],
		files: [file('a.png'), file('b.csv')],
	});
	expect(names()).toEqual(['b.csv']);
	await message.edit({ content: 'x', embeds: [] });
	expect(names()).toEqual(['a.png', 'b.csv']);
	const address = ana.messages(channel.id)[0]?.attachments[0]?.url ?? '';
	await message.edit({
		attachments: message.attachments.filter(({ name }) => name === 'b.csv').map(({ id }) => ({ id })),
		files: [file('c d.txt')],
	});
	expect(names()).toEqual(['b.csv', 'c_d.txt']);
	expect((await fetch(address)).status).toBe(404);
});

test('mentions ping only whom the message allows', async () => {
	const { channel, ana, bo, client } = await connect();
	const text = `<@${ana.id}> <@${bo.id}> @everyone`;
	const pinged = async (allowedMentions?: object) => {
		const { id } = await channel.send({ content: text, ...(allowedMentions && { allowedMentions }) });
		const message = ana.messages(channel.id).find((each) => each.id === id);
		return [message?.mentions.map(({ global_name: name }) => name).join(), message?.mention_everyone];
	};
	expect(await pinged()).toEqual(['Ana,Bo', true]);
	expect(await pinged({ parse: [] })).toEqual(['', false]);
	expect(await pinged({ users: [bo.id] })).toEqual(['Bo', false]);
	expect(await pinged({ parse: ['users'] })).toEqual(['Ana,Bo', false]);

	const heard = once(client, Events.MessageCreate);
	bo.say(channel.id, '@Drillbook and @Ana');
	const [question] = await heard;
	expect(question.mentions.users.size).toBe(2);
	await question.reply('pings');
	await question.reply({ content: 'does not', allowedMentions: { repliedUser: false } });
	const [loud, quiet] = ana.messages(channel.id).slice(-2);
	expect([loud?.mentions.length, quiet?.mentions.length]).toEqual([1, 0]);
	expect(quiet?.referenced_message?.content).toBe(`<@${client.user.id}> and <@${ana.id}>`);
});

test('a reply to a message that is gone says so', async () => {
	const { client, channel, ana } = await connect();
	const heard = once(client, Events.MessageCreate);
	const asked = ana.say(channel.id, '@Drillbook a question');
	const [question] = await heard;
	await question.reply('an answer');
	ana.delete(asked);
	expect(ana.messages(channel.id).at(-1)?.referenced_message).toBeNull();
	await expect(question.reply('again')).rejects.toMatchObject({ code: 50035 });
});

test('typing is seen by the bot', async () => {
	const discord = await startDiscord();
	const client = await connectBot(discord, { intents: ['Guilds', 'GuildMessageTyping'] });
	const heard = once(client, Events.TypingStart);
	discord.actor('Bo').typing(discord.channelIds.general);
	const [typing] = await heard;
	expect(typing.user.displayName).toBe('Bo');
});

test('threads open on a message, from the bot or a member, and hold messages', async () => {
	const { client, channel, ana, bo, discord } = await connect();
	const message = await channel.send('a card');
	const thread = await message.startThread({ name: 'Vostok 2022' });
	expect(thread.id).toBe(message.id);
	await thread.send('hello');
	const heard = once(client, Events.MessageCreate);
	bo.say(thread.id, '@Drillbook and when?');
	const [question] = await heard;
	expect([question.channel.isThread(), question.channel.parentId]).toEqual([true, channel.id]);
	expect(ana.messages(thread.id).map(({ author }) => author.username)).toEqual(['Drillbook', 'bo']);
	await expect(message.startThread({ name: 'again' })).rejects.toMatchObject({ code: 160004 });

	const created = once(client, Events.ThreadCreate);
	const own = ana.openThread(ana.say(channel.id, 'mine'), 'By Ana');
	expect((await created)[0].id).toBe(own);
	const other = await channel.threads.create({ name: 'No message' });
	await other.send('x');
	expect(ana.messages(other.id)).toHaveLength(1);
	expect(discord.refused).toMatchObject([{ code: 160004 }]);
});

test('the bot writes to a member directly', async () => {
	const { client, ana, bo } = await connect();
	const user = await client.users.fetch(ana.id);
	await user.send('only you');
	const channel: SendableChannels = await user.createDM();
	expect(channel.id).toBe(ana.directMessagesId);
	expect(ana.messages(channel.id)).toHaveLength(1);
	expect(() => bo.say(channel.id, 'let me in')).toThrow('no such channel');
});

test('members cannot send what Discord’s own client would not', async () => {
	const { channel, ana, bo } = await connect();
	expect(() => ana.say(channel.id, ' ')).toThrow('cannot be empty');
	expect(() => ana.say(channel.id, 'x'.repeat(2_001))).toThrow('at most 2000');
	expect(() => ana.say(channel.id, 'x', { replyTo: { id: '12345678901234567' } })).toThrow('no longer there');
	const message = ana.say(channel.id, 'x');
	expect(() => bo.delete(message)).toThrow('by somebody else');
});
