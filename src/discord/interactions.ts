import type {
	AutocompleteInteraction,
	BaseInteraction,
	ChatInputCommandInteraction,
	CommandInteractionOption,
	Interaction,
	MessageComponentInteraction,
	MessageContextMenuCommandInteraction,
} from 'discord.js';
import { ApplicationCommandOptionType, MessageFlags, PermissionFlagsBits } from 'discord.js';
import type { Logger } from 'pino';
import { choices } from '../replies/choices.js';
import type { Asked, Command } from '../replies/command.js';
import { optionsSchema } from '../replies/command-json.js';
import { readCustomId } from '../replies/custom-id.js';
import { notice } from '../replies/reply.js';
import { type Words, wordsFor } from '../replies/words.js';
import type { Commands } from './load-commands.js';
import type { Reports } from './reports.js';
import type { Respond } from './respond.js';

/** What the handlers need: `ask` gives a command the library of this moment and the member's words. */
export interface Desk {
	readonly commands: Commands;
	readonly respond: Respond;
	readonly log: Logger;
	readonly reports: Reports;
	asked(words: Words): Asked;
}

/** Sends an interaction to the command that answers it. */
export async function handleInteraction(interaction: Interaction, desk: Desk): Promise<void> {
	if (interaction.isAutocomplete()) return suggest(interaction, desk);
	if (interaction.isChatInputCommand()) return runSlash(interaction, desk);
	if (interaction.isMessageContextMenuCommand()) return runMenu(interaction, desk);
	if (interaction.isMessageComponent()) return press(interaction, desk);
}

async function suggest(interaction: AutocompleteInteraction, { commands, asked }: Desk): Promise<void> {
	const { name, value } = interaction.options.getFocused(true);
	const command = commands.get(interaction.commandName);
	const question = { ...asked(wordsFor(interaction.locale)), ...whereAsked(interaction), option: name, typed: String(value) };
	const subcommand = interaction.options.getSubcommand(false) ?? undefined;
	const found = command && mayUse(interaction, command) ? await command.suggest?.({ ...question, subcommand }) : undefined;
	await interaction.respond(choices(found ?? []));
}

async function runSlash(interaction: ChatInputCommandInteraction, desk: Desk): Promise<void> {
	const command = desk.commands.get(interaction.commandName);
	const { subcommand, options } = command ? givenIn(command, interaction.options.data) : { subcommand: undefined, options: {} };
	desk.reports.asked(interaction.id, interaction.toString());
	const isHidden = options['hide'] === true || command?.definition.isForManagers === true;
	await run(interaction, command, { options, subcommand }, desk, isHidden);
}

async function runMenu(interaction: MessageContextMenuCommandInteraction, desk: Desk): Promise<void> {
	const command = desk.commands.get(interaction.commandName);
	desk.reports.asked(interaction.id, interaction.targetMessage.content);
	await run(interaction, command, { options: {}, message: interaction.targetMessage.content }, desk, true);
}

async function run(
	interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
	command: Command | undefined,
	question: { options: object; subcommand?: string | undefined; message?: string },
	{ asked, respond }: Desk,
	isHidden: boolean,
): Promise<void> {
	const words = wordsFor(interaction.locale);
	const work = !command
		? Promise.resolve(notice(words.miss.unknownCommand))
		: mayUse(interaction, command)
			? command.answer({ ...asked(words), ...whereAsked(interaction), ...question })
			: Promise.resolve(notice(words.manage.managersOnly));
	await respond.toCommand(interaction, work, isHidden);
}

/** Administrators may open a command to other roles: what it says of itself to Discord is checked here again. */
function mayUse({ guildId, memberPermissions }: BaseInteraction, { definition }: Command): boolean {
	return !definition.isForManagers || (guildId !== null && memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true);
}

function whereAsked({ guildId, channelId }: BaseInteraction) {
	return { server: guildId, channel: channelId };
}

/** The subcommand, where there is one, and its options. */
function givenIn({ definition }: Command, data: readonly CommandInteractionOption[]) {
	const subcommand = data.find(({ type }) => type === ApplicationCommandOptionType.Subcommand);
	const given = (subcommand ? subcommand.options : data) ?? [];
	const values = given.map(({ name, value, attachment }) => [name, attachment ?? value] as const);
	const options: Record<string, unknown> = optionsSchema(definition, subcommand?.name).parse(Object.fromEntries(values));
	return { subcommand: subcommand?.name, options };
}

async function press(interaction: MessageComponentInteraction, { commands, asked, respond, reports }: Desk): Promise<void> {
	const words = wordsFor(interaction.locale);
	const written = interaction.isStringSelectMenu() ? interaction.values[0] : interaction.customId;
	const state = readCustomId(written ?? '');
	const command = commands.get(state?.to.split('.')[0] ?? '');
	if (isForeign(interaction)) return respond.toPress(interaction, Promise.resolve(notice(words.miss.notYours)), false);
	if (state?.to === 'report.wrong') {
		const thanks = reports.add(interaction, state, asked(words).library).then(() => notice(words.say.reported));
		return respond.toPress(interaction, thanks, false);
	}
	if (!state || !command?.press) return respond.toPress(interaction, Promise.resolve(notice(words.miss.oldButton)), false);
	const turnsPage = 'how' in state && state.how === 'turn';
	await respond.toPress(interaction, command.press({ ...asked(words), state }), turnsPage);
}

/** Whether a private reply's button is pressed by somebody who did not ask; Discord shows it to nobody else, another client may. */
function isForeign({ message, user }: MessageComponentInteraction): boolean {
	const asker = message.interactionMetadata?.user.id;
	return message.flags.has(MessageFlags.Ephemeral) && asker !== undefined && asker !== user.id;
}
