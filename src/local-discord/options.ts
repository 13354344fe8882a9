import {
	type APIApplicationCommand,
	type APIApplicationCommandBasicOption,
	type APIApplicationCommandOption,
	ApplicationCommandOptionType,
} from 'discord-api-types/v10';
import { NotPossible } from './not-possible.js';
import type { OptionValues } from './page-contract.js';

/** Options as an interaction carries them; subcommands hold their own. */
export interface SentOption {
	name: string;
	type: ApplicationCommandOptionType;
	value?: string | number | boolean;
	focused?: boolean;
	options?: SentOption[];
}

const TEXT = 6_000;

/**
 * The options of a slash command, checked as Discord's own client checks them before it sends.
 * @param words the names of subcommand group and subcommand, if there are any
 * @throws NotPossible with a sentence for the member.
 */
export function optionsToSend(command: APIApplicationCommand, words: readonly string[], values: OptionValues): SentOption[] {
	return inSubcommand(command, words, (known) => {
		refuseUnknown(known, values);
		return known.flatMap((option): SentOption[] => {
			const value = values[option.name];
			if (value === undefined) {
				if (option.required) throw new NotPossible(`The option "${option.name}" is required.`);
				return [];
			}
			checkValue(option, value);
			return [{ name: option.name, type: option.type, value }];
		});
	});
}

/**
 * The options while one is being typed: only that one must be there, and its text is sent as it stands.
 * @throws NotPossible when the option is not one with autocomplete.
 */
export function optionsWhileTyping(
	command: APIApplicationCommand,
	words: readonly string[],
	focused: string,
	values: OptionValues,
): SentOption[] {
	return inSubcommand(command, words, (known) => {
		refuseUnknown(known, values);
		const option = known.find(({ name }) => name === focused);
		if (!option || !('autocomplete' in option) || !option.autocomplete)
			throw new NotPossible(`The option "${focused}" offers no choices while one types.`);
		return known.flatMap((each): SentOption[] => {
			const value = values[each.name];
			if (each === option) return [{ name: each.name, type: each.type, value: String(value ?? ''), focused: true }];
			return value === undefined ? [] : [{ name: each.name, type: each.type, value }];
		});
	});
}

function inSubcommand(
	command: APIApplicationCommand,
	words: readonly string[],
	send: (options: readonly APIApplicationCommandBasicOption[]) => SentOption[],
): SentOption[] {
	const descend = (options: readonly APIApplicationCommandOption[], rest: readonly string[]): SentOption[] => {
		const [word, ...more] = rest;
		const branches = options.filter(isBranch);
		if (word === undefined) {
			if (branches.length > 0) throw new NotPossible(`/${command.name} needs one of: ${branches.map(({ name }) => name).join(', ')}.`);
			return send(options.filter((option) => !isBranch(option)));
		}
		const branch = branches.find(({ name }) => name === word);
		if (!branch) throw new NotPossible(`/${command.name} has no subcommand "${word}".`);
		return [{ name: branch.name, type: branch.type, options: descend(branch.options ?? [], more) }];
	};
	return descend(command.options ?? [], words);
}

type Branch = Extract<
	APIApplicationCommandOption,
	{ type: ApplicationCommandOptionType.Subcommand | ApplicationCommandOptionType.SubcommandGroup }
>;

function isBranch(option: APIApplicationCommandOption): option is Branch {
	return option.type === ApplicationCommandOptionType.Subcommand || option.type === ApplicationCommandOptionType.SubcommandGroup;
}

function refuseUnknown(known: readonly APIApplicationCommandBasicOption[], values: OptionValues): void {
	const unknown = Object.keys(values).find((name) => !known.some((option) => option.name === name));
	if (unknown !== undefined) throw new NotPossible(`There is no option "${unknown}".`);
}

function checkValue(option: APIApplicationCommandBasicOption, value: string | number | boolean): void {
	const choices = 'choices' in option ? (option.choices ?? []) : [];
	if (choices.length > 0 && !choices.some((choice) => choice.value === value)) {
		throw new NotPossible(`"${option.name}" must be one of: ${choices.map(({ name }) => name).join(', ')}.`);
	}
	switch (option.type) {
		case ApplicationCommandOptionType.String:
			checkText(option, value);
			return;
		case ApplicationCommandOptionType.Integer:
		case ApplicationCommandOptionType.Number:
			checkNumber(option, value);
			return;
		case ApplicationCommandOptionType.Boolean:
			if (typeof value !== 'boolean') throw new NotPossible(`"${option.name}" must be true or false.`);
			return;
		default:
			if (typeof value !== 'string' || !/^\d{17,19}$/.test(value)) throw new NotPossible(`"${option.name}" must be an id.`);
	}
}

type OptionOf<Type extends ApplicationCommandOptionType> = Extract<APIApplicationCommandBasicOption, { type: Type }>;

function checkText(option: OptionOf<ApplicationCommandOptionType.String>, value: string | number | boolean): void {
	if (typeof value !== 'string' || value === '') throw new NotPossible(`"${option.name}" must be a text.`);
	const { min_length: least = 0, max_length: most = TEXT } = option;
	if (value.length < least) throw new NotPossible(`"${option.name}" needs at least ${least} characters.`);
	if (value.length > most) throw new NotPossible(`"${option.name}" takes at most ${most} characters.`);
}

function checkNumber(
	option: OptionOf<ApplicationCommandOptionType.Integer | ApplicationCommandOptionType.Number>,
	value: string | number | boolean,
): void {
	const { name, type, min_value: least, max_value: most } = option;
	const whole = type === ApplicationCommandOptionType.Integer;
	if (typeof value !== 'number' || !(whole ? Number.isSafeInteger(value) : Number.isFinite(value))) {
		throw new NotPossible(`"${name}" must be a ${whole ? 'whole ' : ''}number.`);
	}
	if (least !== undefined && value < least) throw new NotPossible(`"${name}" must be at least ${least}.`);
	if (most !== undefined && value > most) throw new NotPossible(`"${name}" must be at most ${most}.`);
}
