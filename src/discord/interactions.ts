import type {
	AutocompleteInteraction,
	ChatInputCommandInteraction,
	CommandInteractionOption,
	Interaction,
	MessageComponentInteraction,
	MessageContextMenuCommandInteraction,
} from 'discord.js';
import { InteractionContextType, MessageFlags } from 'discord.js';
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
	const words = wordsFor(interaction.locale);
	const found = (await command?.suggest?.({ ...asked(words), option: name, typed: String(value) })) ?? [];
	await interaction.respond(choices(found));
}

async function runSlash(interaction: ChatInputCommandInteraction, desk: Desk): Promise<void> {
	const command = desk.commands.get(interaction.commandName);
	const options: Record<string, unknown> = command ? optionsOf(command, interaction.options.data) : {};
	desk.reports.asked(interaction.id, interaction.toString());
	await run(interaction, command, { options, listens: isListening(interaction) }, desk, options['hide'] === true);
}

async function runMenu(interaction: MessageContextMenuCommandInteraction, desk: Desk): Promise<void> {
	const command = desk.commands.get(interaction.commandName);
	desk.reports.asked(interaction.id, interaction.targetMessage.content);
	await run(interaction, command, { options: {}, message: interaction.targetMessage.content }, desk, true);
}

async function run(
	interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
	command: Command | undefined,
	question: { options: object; message?: string; listens?: boolean },
	{ asked, respond }: Desk,
	isHidden: boolean,
): Promise<void> {
	const words = wordsFor(interaction.locale);
	const work = command ? command.answer({ ...asked(words), ...question }) : Promise.resolve(notice(words.miss.unknownCommand));
	await respond.toCommand(interaction, work, isHidden);
}

/** Whether the bot hears a mention there: not where it is a member's own app and no member of the server. */
function isListening({ context, authorizingIntegrationOwners: owners }: ChatInputCommandInteraction): boolean {
	return context === InteractionContextType.BotDM || owners.guildId !== null;
}

function optionsOf({ definition }: Command, data: readonly CommandInteractionOption[]) {
	return optionsSchema(definition).parse(Object.fromEntries(data.map(({ name, value }) => [name, value])));
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
	// The card of the one who asked stays as it is: another member turns pages for themselves.
	const turnsPage = 'how' in state && state.how === 'turn' && (await isAsker(interaction));
	await respond.toPress(interaction, command.press({ ...asked(words), state }), turnsPage);
}

/** Whether the member is the one whom the message answers; where that is not known any more, anybody is. */
async function isAsker({ message, user }: MessageComponentInteraction): Promise<boolean> {
	const known = message.interactionMetadata?.user.id ?? message.mentions.repliedUser?.id;
	if (known !== undefined || !message.reference) return known === undefined || known === user.id;
	const answered = await message.fetchReference().catch(() => undefined);
	return answered === undefined || answered.author.id === user.id;
}

/** Whether a private reply's button is pressed by somebody who did not ask; Discord shows it to nobody else, another client may. */
function isForeign({ message, user }: MessageComponentInteraction): boolean {
	const asker = message.interactionMetadata?.user.id;
	return message.flags.has(MessageFlags.Ephemeral) && asker !== undefined && asker !== user.id;
}
