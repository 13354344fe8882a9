import {
	ApplicationCommandType,
	ApplicationIntegrationType,
	ContextMenuCommandBuilder,
	Events,
	type Interaction,
	InteractionContextType,
	SlashCommandBuilder,
} from 'discord.js';
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
export async function connect(handle: (interaction: Interaction) => Promise<unknown>, options: LocalDiscordOptions = {}) {
	const discord = await startDiscord(options);
	const client = await connectBot(discord);
	await client.application.commands.set([DRILL, LOOK_UP, SOURCES]);
	const failures: { code?: unknown; status?: unknown }[] = [];
	client.on(Events.InteractionCreate, (interaction) => handle(interaction).catch((error) => failures.push(error)));
	return { discord, client, failures, ana: discord.actor('Ana'), bo: discord.actor('Bo') };
}
