import type { CommandBody } from 'discord-api-spec/zod';
import { type APIApplicationCommandOption, ApplicationCommandOptionType, ApplicationCommandType, Locale } from 'discord-api-types/v10';
import type { Problem } from './refusal.js';

type Path = readonly (string | number)[];

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming */
const CHAT_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const COMMAND_TEXT = 8_000;
const CHOICE_VALUE = 100;
const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale));

/** How many commands of a type an application may have in one scope. */
export const COMMANDS_OF_TYPE: Readonly<Record<number, number>> = {
	[ApplicationCommandType.ChatInput]: 100,
	[ApplicationCommandType.User]: 15,
	[ApplicationCommandType.Message]: 15,
};

/** What Discord refuses in a command although its own description of the body allows it. */
export function commandProblems(command: CommandBody, at: Path = []): Problem[] {
	const isChat = (command.type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput;
	const length = textLength(command);
	const tooMuch: Problem[] =
		length > COMMAND_TEXT
			? [{ path: at, code: 'APPLICATION_COMMAND_TOO_LARGE', message: `Command exceeds maximum size (${length} > ${COMMAND_TEXT})` }]
			: [];
	if (!isChat) {
		const unwanted: Problem[] = command.description
			? [
					{
						path: [...at, 'description'],
						code: 'APPLICATION_COMMAND_INVALID_DESCRIPTION',
						message: 'Context menu commands cannot have description',
					},
				]
			: [];
		return [...tooMuch, ...unwanted, ...localeProblems(command.name_localizations, [...at, 'name_localizations'], false)];
	}
	const options = command.options ?? [];
	return [...tooMuch, ...wordProblems(command, at), ...optionListProblems(options, [...at, 'options'])];
}

interface Worded {
	name: string;
	name_localizations?: object | null | undefined;
	description?: string | undefined;
	description_localizations?: object | null | undefined;
}

/** Name and description of a chat command or option, with their translations. */
function wordProblems(worded: Worded, at: Path): Problem[] {
	return [
		...(isChatName(worded.name) ? [] : [badName([...at, 'name'])]),
		...(worded.description?.trim()
			? []
			: [{ path: [...at, 'description'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }]),
		...localeProblems(worded.name_localizations, [...at, 'name_localizations'], true),
		...localeProblems(worded.description_localizations, [...at, 'description_localizations'], false),
	];
}

function isChatName(name: string): boolean {
	return CHAT_NAME.test(name) && name === name.toLowerCase();
}

function badName(path: Path): Problem {
	return { path, code: 'APPLICATION_COMMAND_INVALID_NAME', message: 'Command name is invalid' };
}

function localeProblems(localizations: object | null | undefined, at: Path, areNames: boolean): Problem[] {
	return Object.entries(localizations ?? {}).flatMap(([locale, text]): Problem[] => {
		if (!LOCALES.has(locale))
			return [{ path: [...at, locale], code: 'BASE_TYPE_CHOICES', message: 'This is not a locale that Discord knows.' }];
		return areNames && typeof text === 'string' && !isChatName(text) ? [badName([...at, locale])] : [];
	});
}

function optionListProblems(options: readonly APIApplicationCommandOption[], at: Path): Problem[] {
	const firstOptional = options.findIndex((option) => !option.required);
	return options.flatMap((option, index): Problem[] => {
		const path = [...at, index];
		const problems = [...wordProblems(option, path), ...choiceProblems(option, path)];
		if (options.findIndex(({ name }) => name === option.name) !== index) {
			problems.push({
				path: [...path, 'name'],
				code: 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
				message: 'Option name already exists',
			});
		}
		if (option.required && firstOptional !== -1 && index > firstOptional) {
			problems.push({
				path,
				code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
				message: 'Required options must be placed before non-required options',
			});
		}
		if (isGroup(option)) problems.push(...optionListProblems(option.options ?? [], [...path, 'options']));
		return problems;
	});
}

function isGroup(option: APIApplicationCommandOption) {
	return option.type === ApplicationCommandOptionType.Subcommand || option.type === ApplicationCommandOptionType.SubcommandGroup;
}

function choiceProblems(option: APIApplicationCommandOption, at: Path): Problem[] {
	const choices = 'choices' in option ? (option.choices ?? []) : [];
	const problems = choices.flatMap(({ name, value }, index): Problem[] => {
		if (choices.findIndex((choice) => choice.name === name) !== index) {
			return [
				{
					path: [...at, 'choices', index, 'name'],
					code: 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
					message: 'Option choice name already exists',
				},
			];
		}
		return typeof value === 'string' && (value.length > CHOICE_VALUE || value === '')
			? [
					{
						path: [...at, 'choices', index, 'value'],
						code: 'BASE_TYPE_BAD_LENGTH',
						message: `Must be between 1 and ${CHOICE_VALUE} in length.`,
					},
				]
			: [];
	});
	if (choices.length > 0 && 'autocomplete' in option && option.autocomplete) {
		problems.push({
			path: [...at, 'autocomplete'],
			code: 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
			message: 'Autocomplete and choices exclude each other',
		});
	}
	return problems;
}

/** Characters of names, descriptions and values of the command, its options and choices; of a translated text the longest counts. */
function textLength(part: object): number {
	const longest = (text: unknown, translations: unknown): number =>
		Math.max(0, ...[text, ...Object.values(translations ?? {})].map((value) => (typeof value === 'string' ? value.length : 0)));
	const read = new Map<string, unknown>(Object.entries(part));
	const own =
		longest(read.get('name'), read.get('name_localizations')) +
		longest(read.get('description'), read.get('description_localizations')) +
		longest(read.get('value'), undefined);
	const inner = [read.get('options'), read.get('choices')].flatMap((list) => (Array.isArray(list) ? list : []));
	return inner.reduce((sum, each) => sum + textLength(each), own);
}
