import { ApplicationIntegrationType, AttachmentBuilder, EmbedBuilder, Events, InteractionContextType, MessageFlags } from 'discord.js';
import { expect, test } from 'vitest';
import { connect } from './drill-bot.js';

test('a slash command gets a reply that everybody sees', async () => {
	const { discord, ana, bo } = await connect(async (interaction) => {
		if (!interaction.isChatInputCommand()) return;
		const { options, user, guildId, locale } = interaction;
		await interaction.reply(
			`${user.displayName} ${guildId} ${locale} ${options.getString('name', true)} ${options.getInteger('year')} ${options.getBoolean('hide')}`,
		);
	});
	const reply = await ana.slash('drill', { name: 'Vostok', year: 2022, hide: false }, { locale: 'de' });
	expect(reply.acknowledgedAs).toBe('message');
	expect(reply.first).toMatchObject({ content: `Ana ${discord.guildId} de Vostok 2022 false`, interaction: { name: 'drill' }, flags: 0 });
	expect(bo.messages(discord.channelIds.general)).toHaveLength(1);
	expect(discord.refused).toEqual([]);
});

test('a deferred reply thinks, then shows a file inside its embed, then changes', async () => {
	const { discord, client, ana } = await connect(async (interaction) => {
		if (!interaction.isChatInputCommand()) return;
		await interaction.deferReply();
		const embed = new EmbedBuilder().setTitle('A map').setImage('attachment://map.png');
		const map = new AttachmentBuilder(Buffer.from('picture')).setName('map.png');
		const notes = new AttachmentBuilder(Buffer.from('# notes')).setName('notes.md').setDescription('What was found');
		await interaction.editReply({ embeds: [embed], files: [map, notes] });
		await interaction.editReply({ content: 'with words' });
		await interaction.followUp('and more');
	});
	const reply = await ana.slash('drill', { name: 'x' });
	expect(reply.acknowledgedAs).toBe('deferred');
	expect(reply.first?.flags).toBe(MessageFlags.Loading);
	const message = await reply.until(({ content }) => content === 'with words');
	expect(message.flags).toBe(0);
	expect(message.attachments).toMatchObject([{ filename: 'notes.md', description: 'What was found', size: 7 }]);
	const picture = await fetch(message.embeds[0]?.image?.url ?? '');
	expect([picture.status, picture.headers.get('content-type'), await picture.text()]).toEqual([200, 'image/png', 'picture']);
	expect((await reply.followUp()).content).toBe('and more');
	expect(
		(
			await fetch(`${discord.apiUrl}/v10/channels/${message.channel_id}/messages/${message.id}`, {
				headers: { authorization: `Bot ${client.token}` },
			})
		).status,
	).toBe(200);
	expect(discord.refused).toEqual([]);
});

test('the first follow-up after a deferred reply becomes that reply', async () => {
	const { ana } = await connect(async (interaction) => {
		if (!interaction.isChatInputCommand()) return;
		await interaction.deferReply({ flags: MessageFlags.Ephemeral });
		await interaction.followUp('here it is');
		await interaction.followUp({ content: 'and this', flags: MessageFlags.Ephemeral });
	});
	const reply = await ana.slash('drill', { name: 'x' });
	expect((await reply.settled()).content).toBe('here it is');
	expect((await reply.followUp()).content).toBe('and this');
	expect(reply.message?.ephemeralFor).toBe(ana.id);
});

test('the bot can fetch and delete its reply', async () => {
	const { failures, discord, ana } = await connect(async (interaction) => {
		if (!interaction.isChatInputCommand()) return;
		await interaction.reply('for a moment');
		const fetched = await interaction.fetchReply();
		if (fetched.content === 'for a moment') await interaction.deleteReply();
		await interaction.editReply('gone');
	});
	await ana.slash('drill', { name: 'x' });
	await expect.poll(() => failures).toMatchObject([{ code: 10008 }]);
	expect(ana.messages(discord.channelIds.general)).toEqual([]);
});

test('a private reply is seen by its member alone, and the bot is sent no message', async () => {
	const { discord, client, ana, bo } = await connect(async (interaction) => {
		if (interaction.isChatInputCommand()) await interaction.reply({ content: 'psst', flags: MessageFlags.Ephemeral });
	});
	const heard: string[] = [];
	client.on(Events.MessageCreate, ({ content }) => heard.push(content));
	const { first } = await ana.slash('drill', { name: 'x' });
	expect(first).toMatchObject({ content: 'psst', flags: MessageFlags.Ephemeral, ephemeralFor: ana.id });
	expect(ana.messages(discord.channelIds.general)).toHaveLength(1);
	expect(bo.messages(discord.channelIds.general)).toEqual([]);
	bo.say(discord.channelIds.general, '@Drillbook hello');
	await expect.poll(() => heard).toEqual([`<@${client.user.id}> hello`]);
});

test('autocomplete gives choices, of texts and of numbers', async () => {
	const { ana, discord } = await connect(async (interaction) => {
		if (!interaction.isAutocomplete()) return;
		const { name, value } = interaction.options.getFocused(true);
		await interaction.respond([{ name: `${name}: ${value} ${interaction.options.getInteger('year')}`, value }]);
	});
	expect(await ana.autocomplete('drill', 'name', 'Vos', { year: 2022 })).toEqual([{ name: 'name: Vos 2022', value: 'Vos' }]);
	await expect(ana.autocomplete('drill', 'as', 'c')).rejects.toThrow('offers no choices');
	expect(discord.refused).toEqual([]);
});

test('one over-long choice loses the whole list', async () => {
	const { ana, discord, failures } = await connect(
		async (interaction) => {
			if (interaction.isAutocomplete()) await interaction.respond([{ name: 'fine', value: 'x'.repeat(101) }]);
		},
		{ acknowledgeWithinMs: 100 },
	);
	await expect(ana.autocomplete('drill', 'name', 'V')).rejects.toThrow('Loading options failed');
	expect(failures).toMatchObject([{ code: 50035 }]);
	expect(discord.refused).toMatchObject([{ code: 50035, fields: ['data.choices.0.value'] }]);
});

test('the context menu of a message carries its content, intent or not', async () => {
	const { discord, ana, bo } = await connect(async (interaction) => {
		if (interaction.isMessageContextMenuCommand())
			await interaction.reply(`${interaction.targetMessage.author.displayName}: ${interaction.targetMessage.content}`);
	});
	const said = bo.say(discord.channelIds.exercises, 'Vostok was held in 2022');
	const reply = await ana.menu('Look this up', said);
	expect(reply.first).toMatchObject({ content: 'Bo: Vostok was held in 2022', channel_id: discord.channelIds.exercises });
	await expect(ana.menu('Delete this', said)).rejects.toThrow('no menu entry');
});

test('subcommands and members as options arrive', async () => {
	const { ana, bo } = await connect(async (interaction) => {
		if (!interaction.isChatInputCommand()) return;
		await interaction.reply({ content: `${interaction.options.getSubcommand()} ${interaction.options.getUser('member')?.displayName}` });
	});
	expect((await ana.slash('sources by', { member: bo.id })).first?.content).toBe('by Bo');
	expect((await ana.slash('sources list')).first?.content).toBe('list undefined');
	await expect(ana.slash('sources')).rejects.toThrow('needs one of: list, by');
});

test('a member of a server without the bot uses it as an app of their own, with five follow-ups', async () => {
	const { discord, client, ana, failures } = await connect(async (interaction) => {
		if (!interaction.isChatInputCommand()) return;
		await interaction.reply(
			`${interaction.guild} ${interaction.inGuild()} ${interaction.authorizingIntegrationOwners[ApplicationIntegrationType.UserInstall]}`,
		);
		for (let number = 1; number <= 6; number++) await interaction.followUp(String(number));
	});
	const heard: string[] = [];
	client.on(Events.MessageCreate, ({ content }) => heard.push(content));
	const { elsewhere } = discord.channelIds;
	const reply = await ana.slash('drill', { name: 'x' }, { channelId: elsewhere });
	expect(reply.first?.content).toBe(`null true ${ana.id}`);
	await expect.poll(() => failures).toMatchObject([{ code: 40094 }]);
	expect(
		ana
			.messages(elsewhere)
			.map(({ content }) => content)
			.slice(1),
	).toEqual(['1', '2', '3', '4', '5']);
	expect(heard).toEqual([]);
	await expect(ana.slash('sources list', {}, { channelId: elsewhere })).rejects.toThrow('no command /sources');
	await expect(client.channels.fetch(elsewhere)).rejects.toMatchObject({ code: 50001 });
});

test('commands work in direct messages', async () => {
	const { ana } = await connect(async (interaction) => {
		if (interaction.isChatInputCommand())
			await interaction.reply(`${interaction.inGuild()} ${interaction.user.displayName} ${interaction.context}`);
	});
	const reply = await ana.slash('drill', { name: 'x' }, { channelId: ana.directMessagesId });
	expect(reply.first?.content).toBe(`false Ana ${InteractionContextType.BotDM}`);
});

test('options are checked before anything is sent', async () => {
	let received = 0;
	const { ana } = await connect(async () => {
		received++;
	});
	await expect(ana.slash('drill')).rejects.toThrow('"name" is required');
	await expect(ana.slash('drill', { name: 'x'.repeat(21) })).rejects.toThrow('at most 20 characters');
	await expect(ana.slash('drill', { name: 'x', year: 1989 })).rejects.toThrow('at least 1990');
	await expect(ana.slash('drill', { name: 'x', year: 2101 })).rejects.toThrow('at most 2100');
	await expect(ana.slash('drill', { name: 'x', year: 2000.5 })).rejects.toThrow('whole number');
	await expect(ana.slash('drill', { name: 'x', as: 'poem' })).rejects.toThrow('must be one of: Card, List');
	await expect(ana.slash('drill', { name: 'x', hide: 'yes' })).rejects.toThrow('true or false');
	await expect(ana.slash('drill', { name: 'x', colour: 'red' })).rejects.toThrow('no option "colour"');
	await expect(ana.slash('unknown')).rejects.toThrow('no command /unknown');
	expect(received).toBe(0);
});
