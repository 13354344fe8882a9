import {
	type APIActionRowComponent,
	type APIComponentInMessageActionRow,
	type APIEmbed,
	ApplicationCommandOptionType,
	ApplicationCommandType,
	ApplicationIntegrationType,
	ButtonStyle,
	type ChatInputCommandInteraction,
	Client,
	ComponentType,
	Events,
	GatewayIntentBits,
	type Interaction,
	InteractionContextType,
	MessageFlags,
	type RESTPostAPIApplicationCommandsJSONBody,
	TextInputStyle,
} from 'discord.js';
import { type LocalDiscord, startLocalDiscord } from '../../src/local-discord/server.js';

const everywhere = {
	integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
	contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};

const COMMANDS: RESTPostAPIApplicationCommandsJSONBody[] = [
	{ name: 'card', description: 'Show a card.', ...everywhere },
	{
		name: 'fruit',
		description: 'Say a fruit.',
		name_localizations: { de: 'obst' },
		description_localizations: { de: 'Ein Obst nennen.' },
		options: [
			{ type: ApplicationCommandOptionType.String, name: 'name', description: 'Which fruit', required: true, autocomplete: true },
			{ type: ApplicationCommandOptionType.Integer, name: 'count', description: 'How many', min_value: 1, max_value: 9 },
			{ type: ApplicationCommandOptionType.Boolean, name: 'hide', description: 'Only for you' },
		],
		...everywhere,
	},
	{ name: 'slow', description: 'Answer after a while.', ...everywhere },
	{ name: 'silent', description: 'Never answer.', ...everywhere },
	{ name: 'form', description: 'Ask with a form.', ...everywhere },
	{ name: 'file', description: 'Send files.', ...everywhere },
	{ name: 'here', description: 'Only in servers with the bot.', contexts: [InteractionContextType.Guild] },
	{ type: ApplicationCommandType.Message, name: 'Look this up', ...everywhere },
];

/** A pixel, as PNG. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

/** Text of the kind that must never be taken for markup of the page. */
export const HOSTILE = '<img src=x onerror="document.title=\'broken\'"> <script>document.title="broken"</script> [x](javascript:alert(1))';

interface Card {
	embeds: APIEmbed[];
	components: APIActionRowComponent<APIComponentInMessageActionRow>[];
}

function card(page: number): Card {
	const button = (label: string, custom_id: string) =>
		({ type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id }) as const;
	return {
		embeds: [
			{
				title: `Card *page ${page}* 123456789012345678`,
				description: `**Bold** text with a [link](https://example.org/) and\n> a quote\n-# small print\n${HOSTILE}`,
				color: 0x3ba55d,
				fields: [
					{ name: 'One', value: 'first', inline: true },
					{ name: 'Two', value: 'second', inline: true },
					{ name: 'Long', value: '- item\n- other item' },
				],
				image: { url: 'attachment://pixel.png' },
				footer: { text: 'The footer' },
			},
		],
		components: [
			{ type: ComponentType.ActionRow, components: [button('Next', `page:${page + 1}`), button('Broken', 'silent')] },
			{
				type: ComponentType.ActionRow,
				components: [
					{
						type: ComponentType.StringSelect,
						custom_id: 'choose',
						placeholder: 'Choose one',
						options: [
							{ label: 'Red', value: 'red' },
							{ label: 'Blue', value: 'blue', description: 'like the sea' },
						],
					},
				],
			},
		],
	};
}

const pixel = { attachment: PIXEL, name: 'pixel.png', description: 'A pixel' };

export interface TestBot {
	discord: LocalDiscord;
	/** Lets `/slow` answer. */
	release(): void;
	stop(): Promise<void>;
}

async function answerCommand(interaction: ChatInputCommandInteraction, released: Promise<void>): Promise<void> {
	const { options } = interaction;
	switch (interaction.commandName) {
		case 'card':
			await interaction.reply({ ...card(1), files: [pixel] });
			return;
		case 'fruit': {
			const content = `${options.getInteger('count') ?? 1} × ${options.getString('name', true)} (${interaction.locale})`;
			await interaction.reply({ content, ...(options.getBoolean('hide') && { flags: MessageFlags.Ephemeral }) });
			return;
		}
		case 'slow':
			await interaction.deferReply();
			await released;
			await interaction.editReply('Here at last');
			return;
		case 'form':
			await interaction.showModal({
				title: 'A form',
				custom_id: 'form',
				components: [
					{
						type: ComponentType.ActionRow,
						components: [
							{ type: ComponentType.TextInput, style: TextInputStyle.Short, custom_id: 'word', label: 'A word', required: true },
						],
					},
				],
			});
			return;
		case 'file':
			await interaction.reply({ content: 'Two files', files: [pixel, { attachment: Buffer.from('a,b\n1,2\n'), name: 'table.csv' }] });
			return;
		case 'here':
			await interaction.reply('Here');
	}
}

async function answer(interaction: Interaction, released: Promise<void>): Promise<void> {
	if (interaction.isAutocomplete()) {
		const typed = interaction.options.getFocused().toLowerCase();
		const names = ['Apple', 'Apricot', 'Banana'].filter((name) => name.toLowerCase().startsWith(typed));
		await interaction.respond(names.map((name) => ({ name, value: `the ${name.toLowerCase()}` })));
	} else if (interaction.isChatInputCommand()) await answerCommand(interaction, released);
	else if (interaction.isButton() && interaction.customId.startsWith('page:')) {
		await interaction.update(card(Number(interaction.customId.slice('page:'.length))));
	} else if (interaction.isStringSelectMenu()) await interaction.reply(`Chosen: ${interaction.values.join()}`);
	else if (interaction.isModalSubmit()) await interaction.reply(`The word is ${interaction.fields.getTextInputValue('word')}`);
	else if (interaction.isMessageContextMenuCommand()) await interaction.reply(`Looked up: ${interaction.targetMessage.content}`);
}

/** A local Discord with a small bot on the real client, which replies in every way that the page has to show. */
export async function startTestBot(): Promise<TestBot> {
	const discord = await startLocalDiscord({ acknowledgeWithinMs: 700, botName: 'Tester' });
	const client = new Client({
		intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
		rest: { api: discord.apiUrl },
	});
	let release = (): void => {};
	const released = new Promise<void>((resolve) => {
		release = resolve;
	});
	client.on(Events.InteractionCreate, (interaction) => void answer(interaction, released));
	client.on(Events.MessageCreate, async (message) => {
		if (message.author.bot || !message.mentions.has(client.user ?? '')) return;
		await message.reply(`You said: ${message.cleanContent}`);
	});
	const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
	await client.login(discord.token);
	await (await ready).application.commands.set(COMMANDS);
	return {
		discord,
		release,
		stop: async () => {
			await client.destroy();
			await discord.close();
		},
	};
}
