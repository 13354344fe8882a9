import {
	type APIApplicationCommandBasicOption,
	type APIApplicationCommandSubcommandOption,
	ApplicationCommandOptionType,
	ApplicationCommandType,
	ApplicationIntegrationType,
	InteractionContextType,
	Locale,
	PermissionFlagsBits,
	type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { z } from 'zod';
import { readData } from '../data.js';
import { memoised } from '../memoised.js';
import type { Definition, Option, Subcommand } from './command.js';

const LONGEST_TEXT = 1_000;

const names = z.partialRecord(z.enum(Locale), z.string().min(1).max(32));
const descriptions = z.partialRecord(z.enum(Locale), z.string().min(1).max(100));
const translated = z.strictObject({ name: names, description: descriptions });

/** Names and descriptions in other languages; English stands in the definitions. */
const translations = readData(
	'replies/data/commands.json',
	z.strictObject({
		commands: z.record(
			z.string(),
			z.strictObject({ name: names, description: descriptions.optional(), options: z.record(z.string(), translated).default({}) }),
		),
		/** Options that several commands have. */
		options: z.record(z.string(), translated),
	}),
);

/** The name that a command has for members of a locale. */
export function localName(name: string, locale: string): string {
	return new Map<string, string>(Object.entries(translations.commands[name]?.name ?? {})).get(locale) ?? name;
}

/** What an option is, for members of a locale. */
export function optionWords(command: string, { name, description }: Option, locale: string): string {
	const words = translations.commands[command]?.options[name] ?? translations.options[name];
	return new Map<string, string>(Object.entries(words?.description ?? {})).get(locale) ?? description;
}

/**
 * A definition as Discord takes it: for servers, direct messages and members who installed the app for themselves; one for managers for servers
 * alone.
 */
export function commandJson(definition: Definition): RESTPostAPIApplicationCommandsJSONBody {
	const words = translations.commands[definition.name];
	const everywhere = {
		name: definition.name,
		...(words ? { name_localizations: words.name } : {}),
		...(definition.isForManagers ? forManagers : forEverybody),
	};
	if (definition.kind === 'message menu') return { ...everywhere, type: ApplicationCommandType.Message };
	return {
		...everywhere,
		type: ApplicationCommandType.ChatInput,
		description: definition.description ?? definition.name,
		...(words?.description ? { description_localizations: words.description } : {}),
		options: definition.subcommands
			? definition.subcommands.map((subcommand) => subcommandJson(subcommand, definition.name))
			: (definition.options ?? []).map((option) => optionJson(option, definition.name)),
	};
}

const forEverybody = {
	integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
	contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};

const forManagers = {
	integration_types: [ApplicationIntegrationType.GuildInstall],
	contexts: [InteractionContextType.Guild],
	default_member_permissions: String(PermissionFlagsBits.ManageGuild),
};

function subcommandJson({ name, description, options = [] }: Subcommand, command: string): APIApplicationCommandSubcommandOption {
	const words = translations.commands[command]?.options[name];
	return {
		type: ApplicationCommandOptionType.Subcommand,
		name,
		description,
		...(words ? { name_localizations: words.name, description_localizations: words.description } : {}),
		options: options.map((option) => optionJson(option, command)),
	};
}

function optionJson(option: Option, command: string): APIApplicationCommandBasicOption {
	const words = translations.commands[command]?.options[option.name] ?? translations.options[option.name];
	const base = {
		name: option.name,
		description: option.description,
		...(words ? { name_localizations: words.name, description_localizations: words.description } : {}),
		required: option.required ?? false,
	};
	switch (option.type) {
		case 'text':
			return {
				...base,
				type: ApplicationCommandOptionType.String,
				max_length: option.maxLength ?? LONGEST_TEXT,
				...(option.autocomplete ? { autocomplete: true } : {}),
			};
		case 'number':
			return {
				...base,
				type: ApplicationCommandOptionType.Integer,
				...(option.min === undefined ? {} : { min_value: option.min }),
				...(option.max === undefined ? {} : { max_value: option.max }),
			};
		case 'flag':
			return { ...base, type: ApplicationCommandOptionType.Boolean };
		case 'attachment':
			return { ...base, type: ApplicationCommandOptionType.Attachment };
	}
}

const attachment = z.object({ name: z.string(), url: z.string(), size: z.number() });

/** Checks what Discord hands over for the options of a definition, or of one of its subcommands. */
export function optionsSchema(definition: Definition, subcommand?: string) {
	return schemaOf(definition.subcommands?.find(({ name }) => name === subcommand) ?? definition);
}

const schemaOf = memoised(({ options = [] }: Definition | Subcommand) =>
	z.object(
		Object.fromEntries(
			options.map((option) => {
				const value = { text: z.string(), number: z.number(), flag: z.boolean(), attachment }[option.type];
				return [option.name, option.required ? value : value.optional()];
			}),
		),
	),
);
