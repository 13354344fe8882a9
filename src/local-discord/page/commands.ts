import {
	type APIApplicationCommand,
	type APIApplicationCommandBasicOption,
	type APIApplicationCommandOption,
	ApplicationCommandOptionType,
	ApplicationCommandType,
	ApplicationIntegrationType,
	InteractionContextType,
} from 'discord-api-types/v10';
import type { PageChannel, PageGuild } from '../page-contract.js';

/** A slash command that can be sent: a command without subcommands, or one subcommand. */
export interface ChatCommand {
	/** "command" or "command subcommand". */
	name: string;
	/** The name in the member's language. */
	label: string;
	description: string;
	options: readonly APIApplicationCommandBasicOption[];
}

interface Named {
	name: string;
	name_localizations?: Readonly<Record<string, string | null>> | null | undefined;
}

interface Described {
	description: string;
	description_localizations?: Readonly<Record<string, string | null>> | null | undefined;
}

export const localName = (named: Named, locale: string): string => named.name_localizations?.[locale] ?? named.name;

export const localDescription = (described: Described, locale: string): string =>
	described.description_localizations?.[locale] ?? described.description;

/** Whether Discord offers a command in a channel: by where it is registered, how the bot was installed and what it says of itself. */
export function isOffered(command: APIApplicationCommand, channel: PageChannel, guilds: readonly PageGuild[]): boolean {
	const guild = guilds.find((one) => one.id === channel.guildId);
	if (command.guild_id !== undefined) return command.guild_id === channel.guildId && guild?.hasBot === true;
	const context = guild ? InteractionContextType.Guild : InteractionContextType.BotDM;
	const installs = command.integration_types ?? [ApplicationIntegrationType.GuildInstall];
	const isInstalled = !guild || (guild.hasBot && installs.includes(ApplicationIntegrationType.GuildInstall));
	return (command.contexts?.includes(context) ?? true) && (isInstalled || installs.includes(ApplicationIntegrationType.UserInstall));
}

function leaves(named: Named & Described, options: readonly APIApplicationCommandOption[], locale: string): ChatCommand[] {
	const own = { name: named.name, label: localName(named, locale) };
	const nested = options.filter(
		(option) => option.type === ApplicationCommandOptionType.Subcommand || option.type === ApplicationCommandOptionType.SubcommandGroup,
	);
	if (nested.length === 0) {
		const basic = options.filter(
			(option) => option.type !== ApplicationCommandOptionType.Subcommand && option.type !== ApplicationCommandOptionType.SubcommandGroup,
		);
		return [{ ...own, description: localDescription(named, locale), options: basic }];
	}
	return nested.flatMap((option) =>
		leaves(option, option.options ?? [], locale).map((leaf) => ({
			...leaf,
			name: `${own.name} ${leaf.name}`,
			label: `${own.label} ${leaf.label}`,
		})),
	);
}

/** The slash commands among these, by name in the member's language. */
export function chatCommands(commands: readonly APIApplicationCommand[], locale: string): ChatCommand[] {
	return commands
		.filter((command) => command.type === ApplicationCommandType.ChatInput)
		.flatMap((command) => leaves(command, command.options ?? [], locale))
		.sort((a, b) => a.label.localeCompare(b.label, locale));
}

/** The commands among these that stand in the menu of a message or a user. */
export const menuCommands = (
	commands: readonly APIApplicationCommand[],
	type: ApplicationCommandType.Message | ApplicationCommandType.User,
) => commands.filter((command) => command.type === type);

/** Those whose name begins with what was typed, then those that hold it elsewhere, in name or description. */
export function matchingCommands(commands: readonly ChatCommand[], typed: string): ChatCommand[] {
	const sought = typed.toLowerCase();
	const rank = (command: ChatCommand): number => {
		const names = [command.label.toLowerCase(), command.name];
		if (names.some((name) => name.startsWith(sought))) return 0;
		if (names.some((name) => name.includes(sought))) return 1;
		return sought.length > 1 && command.description.toLowerCase().includes(sought) ? 2 : 3;
	};
	return commands
		.map((command) => ({ command, rank: rank(command) }))
		.filter((one) => one.rank < 3)
		.sort((a, b) => a.rank - b.rank)
		.map((one) => one.command);
}
