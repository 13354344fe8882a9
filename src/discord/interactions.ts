import type {
	AutocompleteInteraction,
	BaseInteraction,
	ChatInputCommandInteraction,
	CommandInteractionOption,
	Interaction,
	MessageComponentInteraction,
	MessageContextMenuCommandInteraction,
	ModalSubmitInteraction,
} from 'discord.js';
import { ApplicationCommandOptionType, InteractionContextType, MessageFlags, PermissionFlagsBits } from 'discord.js';
import type { Logger } from 'pino';
import { choices } from '../replies/choices.js';
import type { Asked, Command } from '../replies/command.js';
import { optionsSchema } from '../replies/command-json.js';
import { readCustomId, type State } from '../replies/custom-id.js';
import { formJson } from '../replies/form.js';
import { notice, type Reply } from '../replies/reply.js';
import { fill, type Words, wordsFor } from '../replies/words.js';
import type { Answering } from './answering.js';
import { tellFailure } from './failures.js';
import type { Entry, Ledger } from './ledger.js';
import type { Limits } from './limits.js';
import type { Commands } from './load-commands.js';
import type { Muted } from './muted.js';
import type { Asking, Outcome } from './outcome.js';
import type { Reports } from './reports.js';
import type { Respond, Sent } from './respond.js';

/** What the handlers need: `asked` gives a command the library of this moment and the member's words. */
export interface Desk {
	readonly commands: Commands;
	readonly respond: Respond;
	readonly log: Logger;
	readonly reports: Reports;
	readonly answering: Answering;
	readonly limits: Limits;
	readonly muted: Muted;
	readonly ledger: Ledger;
	/** Whether no more questions are taken. */
	readonly isStopping: () => boolean;
	/** Whether this id has been handled before; from now on it has. */
	hasComeBefore(id: string): boolean;
	asked(words: Words): Asked;
}

/** Sends an interaction to the command that answers it. Never rejects; resolves when its picture has come too. */
export async function handleInteraction(interaction: Interaction, desk: Desk): Promise<void> {
	const entry = desk.ledger.open(askingOf(interaction, desk.commands));
	if (desk.hasComeBefore(interaction.id)) return entry.close('repeated');
	try {
		if (interaction.isAutocomplete()) {
			await suggest(interaction, desk);
			entry.close('answered');
		} else if (interaction.isChatInputCommand()) await runSlash(interaction, desk, entry);
		else if (interaction.isMessageContextMenuCommand()) await runMenu(interaction, desk, entry);
		else if (interaction.isMessageComponent()) await press(interaction, desk, entry);
		else if (interaction.isModalSubmit()) await submit(interaction, desk, entry);
	} catch (error) {
		await tellFailure(interaction, error, entry);
	}
}

/** Of names only those that are the bot's own: what a member made up comes into no log. */
function askingOf(interaction: Interaction, commands: Commands): Asking {
	const { id } = interaction;
	if (interaction.isMessageComponent()) return { id, kind: 'button', command: stateOf(interaction)?.to ?? 'unknown' };
	if (interaction.isModalSubmit()) return { id, kind: 'form', command: readCustomId(interaction.customId)?.to ?? 'unknown' };
	const name = 'commandName' in interaction && commands.has(interaction.commandName) ? interaction.commandName : 'unknown';
	if (interaction.isAutocomplete()) return { id, kind: 'typing', command: name };
	return { id, kind: interaction.isContextMenuCommand() ? 'menu' : 'slash', command: name };
}

async function suggest(interaction: AutocompleteInteraction, { commands, asked }: Desk): Promise<void> {
	const { name, value } = interaction.options.getFocused(true);
	const command = commands.get(interaction.commandName);
	const question = { ...asked(wordsFor(interaction.locale)), ...whereAsked(interaction), option: name, typed: String(value) };
	const subcommand = interaction.options.getSubcommand(false) ?? undefined;
	const found = command && mayUse(interaction, command) ? await command.suggest?.({ ...question, subcommand }) : undefined;
	await interaction.respond(choices(found ?? []));
}

async function runSlash(interaction: ChatInputCommandInteraction, desk: Desk, entry: Entry): Promise<void> {
	const command = desk.commands.get(interaction.commandName);
	const { subcommand, options } = command ? givenIn(command, interaction.options.data) : { subcommand: undefined, options: {} };
	const question = { options, subcommand, listens: isListening(interaction) };
	if (command && !desk.isStopping() && mayUse(interaction, command)) {
		const asked = command.asks?.({ ...desk.asked(wordsFor(interaction.locale)), ...whereAsked(interaction), ...question });
		if (asked) {
			await interaction.showModal(formJson(command.definition, asked.form, asked.options, options, interaction.locale));
			return entry.close('answered');
		}
	}
	desk.reports.asked(interaction.id, interaction.toString());
	await run(interaction, command, question, desk, entry);
}

/** What was typed into a form is as if it had been given with the command. */
async function submit(interaction: ModalSubmitInteraction, desk: Desk, entry: Entry): Promise<void> {
	const state = readCustomId(interaction.customId);
	const subcommand = state && 'subcommand' in state ? state.subcommand : undefined;
	const command = subcommand === undefined ? undefined : desk.commands.get(state?.to.split('.')[0] ?? '');
	const fields = [...interaction.fields.fields.values()];
	const typed = fields.flatMap((field) => ('value' in field && field.value !== '' ? [[field.customId, field.value] as const] : []));
	const options: Record<string, unknown> = command ? optionsSchema(command.definition, subcommand).parse(Object.fromEntries(typed)) : {};
	await run(interaction, command, { options, subcommand }, desk, entry);
}

async function runMenu(interaction: MessageContextMenuCommandInteraction, desk: Desk, entry: Entry): Promise<void> {
	const command = desk.commands.get(interaction.commandName);
	desk.reports.asked(interaction.id, interaction.targetMessage.content);
	await run(interaction, command, { options: { hide: true }, message: interaction.targetMessage.content }, desk, entry);
}

async function run(
	interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction | ModalSubmitInteraction,
	command: Command | undefined,
	question: { options: Readonly<Record<string, unknown>>; subcommand?: string | undefined; message?: string; listens?: boolean },
	desk: Desk,
	entry: Entry,
): Promise<void> {
	const words = wordsFor(interaction.locale);
	const { work, outcome } = taken(interaction, desk, words, () => {
		if (!command) return Promise.resolve(notice(words.miss.unknownCommand));
		if (!mayUse(interaction, command)) return Promise.resolve(notice(words.manage.managersOnly));
		return desk.answering.toQuestion(command, { ...desk.asked(words), ...whereAsked(interaction), ...question });
	});
	const isHidden = question.options['hide'] === true || command?.definition.isForManagers === true;
	await finish(desk.respond.toCommand(interaction, work, isHidden), entry, outcome);
}

/** Whether the bot hears a mention there: not where it is a member's own app and no member of the server. */
function isListening({ context, authorizingIntegrationOwners: owners }: ChatInputCommandInteraction): boolean {
	return context === InteractionContextType.BotDM || owners.guildId !== null;
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

async function press(interaction: MessageComponentInteraction, desk: Desk, entry: Entry): Promise<void> {
	const words = wordsFor(interaction.locale);
	const state = stateOf(interaction);
	const { work, outcome } = taken(interaction, desk, words, () => pressed(interaction, state, desk, words));
	// The card of the one who asked stays as it is: another member turns pages for themselves.
	const turnsPage = state !== null && 'how' in state && state.how === 'turn' && !isForeign(interaction) && (await isAsker(interaction));
	await finish(desk.respond.toPress(interaction, work, turnsPage), entry, outcome);
}

function pressed(
	interaction: MessageComponentInteraction,
	state: State | null,
	{ commands, asked, answering, reports }: Desk,
	words: Words,
): Promise<Reply> | undefined {
	if (isForeign(interaction)) return Promise.resolve(notice(words.miss.notYours));
	if (state?.to === 'report.wrong') return reports.add(interaction, state, asked(words).library).then(() => notice(words.say.reported));
	const command = commands.get(state?.to.split('.')[0] ?? '');
	return state && command ? answering.toPress(command, { ...asked(words), state }) : Promise.resolve(notice(words.miss.oldButton));
}

function stateOf(interaction: MessageComponentInteraction): State | null {
	const written = interaction.isStringSelectMenu() ? interaction.values[0] : interaction.customId;
	return readCustomId(written ?? '');
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

type Taken = { readonly work: Promise<Reply>; readonly outcome?: Outcome };

/** Takes a question, or says in a plain, private word why it is not taken. */
function taken(
	{ user, guildId }: { readonly user: { readonly id: string }; readonly guildId: string | null },
	{ limits, isStopping }: Desk,
	words: Words,
	answer: () => Promise<Reply> | undefined,
): Taken {
	const refused = limits.take(user.id, guildId);
	if (refused) return { work: Promise.resolve(notice(limitWords(refused, words))), outcome: 'limited' };
	const work = isStopping() ? undefined : answer();
	return work ? { work } : { work: Promise.resolve(notice(words.miss.busy)), outcome: 'busy' };
}

export function limitWords({ by, seconds }: { readonly by: 'member' | 'server'; readonly seconds: number }, { miss }: Words): string {
	return fill(by === 'member' ? miss.memberAsksMuch : miss.serverAsksMuch, { n: seconds });
}

/** Closes the entry when the text has been sent, and waits for the picture. */
async function finish(sending: Promise<Sent>, entry: Entry, outcome?: Outcome): Promise<void> {
	const { how, picture } = await sending;
	entry.close(outcome ?? how);
	await picture;
}
