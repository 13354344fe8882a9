import {
	ActionRowBuilder,
	ApplicationCommandType,
	ApplicationIntegrationType,
	AttachmentBuilder,
	ButtonBuilder,
	ButtonStyle,
	ContextMenuCommandBuilder,
	EmbedBuilder,
	Events,
	type Interaction,
	InteractionContextType,
	MessageFlags,
	ModalBuilder,
	SlashCommandBuilder,
	StringSelectMenuBuilder,
	TextInputBuilder,
	TextInputStyle,
} from 'discord.js';
import { expect, test } from 'vitest';
import type { LocalDiscordOptions } from '../../src/local-discord/server.js';
import { connectBot, startDiscord } from './connect.js';

const DRILL = new SlashCommandBuilder()
	.setName('drill')
	.setDescription('Shows an exercise')
	.setContexts(InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel)
	.setIntegrationTypes(ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall)
	.addStringOption((option) => option.setName('name').setDescription('Which').setRequired(true).setAutocomplete(true).setMaxLength(20))
	.addIntegerOption((option) => option.setName('year').setDescription('When').setMinValue(1990).setMaxValue(2100))
	.addStringOption((option) =>
		option.setName('as').setDescription('How').addChoices({ name: 'Card', value: 'card' }, { name: 'List', value: 'list' }),
	)
	.addBooleanOption((option) => option.setName('hide').setDescription('Only for me'));
const LOOK_UP = new ContextMenuCommandBuilder().setName('Look this up').setType(ApplicationCommandType.Message);
const SOURCES = new SlashCommandBuilder()
	.setName('sources')
	.setDescription('The documents')
	.addSubcommand((subcommand) => subcommand.setName('list').setDescription('All'))
	.addSubcommand((subcommand) =>
		subcommand
			.setName('by')
			.setDescription('Of one member')
			.addUserOption((option) => option.setName('member').setDescription('Who').setRequired(true)),
	);

/** A bot with three commands, whose answers `handle` gives; what it throws is kept. */
async function connect(handle: (interaction: Interaction) => Promise<unknown>, options: LocalDiscordOptions = {}) {
	const discord = await startDiscord(options);
	const client = await connectBot(discord);
	await client.application.commands.set([DRILL, LOOK_UP, SOURCES]);
	const failures: { code?: unknown; status?: unknown }[] = [];
	client.on(Events.InteractionCreate, (interaction) => handle(interaction).catch((error) => failures.push(error)));
	return { discord, client, failures, ana: discord.actor('Ana'), bo: discord.actor('Bo') };
}

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

const NEXT = new ActionRowBuilder<ButtonBuilder>().addComponents(
	new ButtonBuilder().setCustomId('next').setLabel('Next').setStyle(ButtonStyle.Primary),
	new ButtonBuilder().setCustomId('last').setLabel('Last').setStyle(ButtonStyle.Primary).setDisabled(true),
);
const PICK = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
	new StringSelectMenuBuilder()
		.setCustomId('pick')
		.setMaxValues(2)
		.addOptions({ label: 'A', value: 'a' }, { label: 'B', value: 'b' }, { label: 'C', value: 'c' }),
);

test('a button updates its message at once or later, a select carries what was chosen', async () => {
	const { discord, ana, bo } = await connect(async (interaction) => {
		if (interaction.isChatInputCommand()) await interaction.reply({ content: 'page 1', components: [NEXT, PICK] });
		if (interaction.isButton()) {
			if (interaction.message.content === 'page 1') await interaction.update('page 2');
			else {
				await interaction.deferUpdate();
				await interaction.editReply('page 3');
			}
		}
		if (interaction.isStringSelectMenu()) await interaction.reply({ content: interaction.values.join('+'), flags: MessageFlags.Ephemeral });
	});
	const { first } = await ana.slash('drill', { name: 'x' });
	if (!first) throw new Error('no reply');
	const second = await bo.press(first, 'next');
	expect([second.acknowledgedAs, second.message?.content, second.message?.id]).toEqual(['update', 'page 2', first.id]);
	const third = await bo.press(first, 'next');
	expect(third.acknowledgedAs).toBe('deferredUpdate');
	expect((await third.settled()).content).toBe('page 3');
	const chosen = await bo.select(first, 'pick', ['a', 'c']);
	expect(chosen.first).toMatchObject({ content: 'a+c', message_reference: { message_id: first.id } });
	await expect(bo.select(first, 'pick', ['a', 'b', 'c'])).rejects.toThrow('Choose between 1 and 2');
	await expect(bo.select(first, 'pick', ['z'])).rejects.toThrow('not among the options');
	await expect(bo.press(first, 'last')).rejects.toThrow('cannot be used');
	await expect(bo.press(first, 'unknown')).rejects.toThrow('no button or menu');
	expect(discord.refused).toEqual([]);
});

test('a button on a private reply works for its member only', async () => {
	const { ana, bo } = await connect(async (interaction) => {
		if (interaction.isChatInputCommand()) await interaction.reply({ content: '1', components: [NEXT], flags: MessageFlags.Ephemeral });
		if (interaction.isButton()) await interaction.update('2');
	});
	const { first } = await ana.slash('drill', { name: 'x' });
	if (!first) throw new Error('no reply');
	await expect(bo.press(first, 'next')).rejects.toThrow('no longer there');
	expect((await ana.press(first, 'next')).message?.content).toBe('2');
});

test('a modal opens, is checked as it is filled in, and is answered', async () => {
	const input = new TextInputBuilder()
		.setCustomId('question')
		.setLabel('Question')
		.setStyle(TextInputStyle.Short)
		.setMinLength(3)
		.setMaxLength(10);
	const modal = new ModalBuilder()
		.setCustomId('ask')
		.setTitle('Ask')
		.addComponents(new ActionRowBuilder<TextInputBuilder>().addComponents(input));
	const { ana, bo, discord } = await connect(async (interaction) => {
		if (interaction.isChatInputCommand()) await interaction.showModal(modal);
		if (interaction.isModalSubmit())
			await interaction.reply(`${interaction.customId}: ${interaction.fields.getTextInputValue('question')}`);
	});
	const opened = await ana.slash('drill', { name: 'x' });
	expect([opened.acknowledgedAs, opened.modal?.title, opened.first]).toEqual(['modal', 'Ask', undefined]);
	await expect(ana.submit(opened, {})).rejects.toThrow('"Question" is required');
	await expect(ana.submit(opened, { question: 'ab' })).rejects.toThrow('at least 3');
	await expect(ana.submit(opened, { question: 'x'.repeat(11) })).rejects.toThrow('at most 10');
	await expect(bo.submit(opened, { question: 'when?' })).rejects.toThrow('no longer open');
	expect((await ana.submit(opened, { question: 'when?' })).first?.content).toBe('ask: when?');
	expect(discord.refused).toEqual([]);
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

test('an acknowledgement that comes too late is refused with 10062, and the member is told', async () => {
	const { discord, ana, failures } = await connect(
		async (interaction) => {
			if (!interaction.isRepliable()) return;
			await new Promise((resolve) => setTimeout(resolve, 150));
			await interaction.reply('late');
		},
		{ acknowledgeWithinMs: 50 },
	);
	await expect(ana.slash('drill', { name: 'x' })).rejects.toThrow('No acknowledgement within 50 ms');
	await expect.poll(() => failures).toMatchObject([{ code: 10062, status: 404 }]);
	expect(ana.messages(discord.channelIds.general)).toEqual([]);
});

test('a second acknowledgement is refused with 40060, and an edit before the first one with 10015', async () => {
	const { ana, client, failures, discord } = await connect(async (interaction) => {
		if (!interaction.isChatInputCommand()) return;
		const webhook = `/webhooks/${interaction.applicationId}/${interaction.token}/messages/@original` as const;
		await client.rest.patch(webhook, { body: { content: 'too soon' }, auth: false }).catch((error) => failures.push(error));
		await interaction.reply('first');
		await client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
			body: { type: 4, data: { content: 'second' } },
			auth: false,
		});
	});
	await ana.slash('drill', { name: 'x' });
	await expect.poll(() => failures).toMatchObject([{ code: 10015 }, { code: 40060, status: 400 }]);
	expect(ana.messages(discord.channelIds.general).map(({ content }) => content)).toEqual(['first']);
});

test('a token is dead after its life: 50027', async () => {
	let now = Date.now();
	const { ana, failures } = await connect(
		async (interaction) => {
			if (!interaction.isChatInputCommand()) return;
			await interaction.reply('first');
			now += 900_001;
			await interaction.editReply('much later');
		},
		{ now: () => now },
	);
	await ana.slash('drill', { name: 'x' });
	await expect.poll(() => failures).toMatchObject([{ code: 50027, status: 401 }]);
});

test('a callback type that does not answer the interaction is refused, and the interaction still waits', async () => {
	const { ana, client, failures } = await connect(async (interaction) => {
		if (!interaction.isChatInputCommand()) return;
		const callback = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
		await client.rest.post(callback, { body: { type: 7, data: { content: 'x' } }, auth: false }).catch((error) => failures.push(error));
		await client.rest.post(callback, { body: { type: 4, data: {} }, auth: false }).catch((error) => failures.push(error));
		await interaction.reply('fine');
	});
	expect((await ana.slash('drill', { name: 'x' })).first?.content).toBe('fine');
	expect(failures).toMatchObject([{ code: 50035 }, { code: 50006 }]);
});
