import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { OptionValues, PageChannel, PageMember } from '../page-contract.js';
import { type ChatCommand, localName } from './commands.js';

/** An option being filled in: the text as shown, and the value when it was chosen from a list. */
export interface Entry {
	text: string;
	chosen?: string | number | boolean;
}

/** A slash command being written. `entries` holds the options shown as pills, in their order. */
export interface Draft {
	command: ChatCommand;
	entries: ReadonlyMap<string, Entry>;
}

/** What an option can be chosen from. */
export interface Choice {
	name: string;
	value: string | number | boolean;
}

/** Whom and what a user or channel option can name. */
export interface Surroundings {
	members: readonly PageMember[];
	channels: readonly PageChannel[];
	locale: string;
}

const { String: TEXT, Integer, Number: DECIMAL, Boolean: YES_NO, User, Mentionable, Channel } = ApplicationCommandOptionType;

/** A draft with the required options laid out, empty. */
export const draftOf = (command: ChatCommand): Draft => ({
	command,
	entries: new Map(command.options.filter((option) => option.required).map((option) => [option.name, { text: '' }])),
});

export const withEntry = (draft: Draft, name: string, entry: Entry): Draft => ({
	...draft,
	entries: new Map([...draft.entries, [name, entry]]),
});

export const withoutEntry = (draft: Draft, name: string): Draft => ({
	...draft,
	entries: new Map([...draft.entries].filter(([key]) => key !== name)),
});

/** Options that are not laid out yet. */
export const remainingOptions = (draft: Draft): APIApplicationCommandBasicOption[] =>
	draft.command.options.filter((option) => !draft.entries.has(option.name));

/**
 * The draft for a command that was typed or pasted as text: "first words option: other words". Words before any option's name belong to
 * the first option that is required or takes text.
 */
export function draftFromText(command: ChatCommand, rest: string, locale: string): Draft {
	let draft = draftOf(command);
	let current = command.options.find((option) => option.required || option.type === TEXT)?.name;
	for (const word of rest.trim().split(/(?<=\s)/)) {
		const label = /^([^:\s]+):/.exec(word)?.[1];
		const named = command.options.find((option) => option.name === label || localName(option, locale) === label);
		if (named) current = named.name;
		if (current === undefined || word === '') continue;
		const text = named && label ? word.slice(label.length + 1) : word;
		draft = withEntry(draft, current, { text: (draft.entries.get(current)?.text ?? '') + text });
	}
	const trimmed = [...draft.entries].map(([name, entry]): [string, Entry] => [name, { text: entry.text.trim() }]);
	return { command, entries: new Map(trimmed) };
}

/** What an option can be chosen from without asking the bot; undefined when it is free text or the bot has to be asked. */
export function fixedChoices(option: APIApplicationCommandBasicOption, around: Surroundings): Choice[] | undefined {
	if (option.type === YES_NO) {
		return [
			{ name: 'True', value: true },
			{ name: 'False', value: false },
		];
	}
	if (option.type === User || option.type === Mentionable) return around.members.map(({ id, name }) => ({ name, value: id }));
	if (option.type === Channel) return around.channels.filter(({ kind }) => kind !== 'dm').map(({ id, name }) => ({ name, value: id }));
	if ('choices' in option && option.choices && option.choices.length > 0) {
		return option.choices.map((choice) => ({ name: localName(choice, around.locale), value: choice.value }));
	}
	return undefined;
}

export const asksTheBot = (option: APIApplicationCommandBasicOption): boolean => 'autocomplete' in option && option.autocomplete === true;

/** The choices whose name holds what was typed. */
export const matchingChoices = (choices: readonly Choice[], typed: string): Choice[] =>
	choices.filter((choice) => choice.name.toLowerCase().includes(typed.trim().toLowerCase()));

function range(value: number, low: number | undefined, high: number | undefined, what: (limit: string) => string): string | undefined {
	if (low !== undefined && value < low) return what(`at least ${low}`);
	if (high !== undefined && value > high) return what(`at most ${high}`);
	return undefined;
}

type Checked = { value: string | number | boolean } | { problem: string };

/** Discord's own client checks what was typed before anything is sent; so does this. */
function checkEntry(option: APIApplicationCommandBasicOption, entry: Entry, around: Surroundings): Checked {
	const text = entry.text.trim();
	const fixed = fixedChoices(option, around);
	if (entry.chosen !== undefined) return { value: entry.chosen };
	if (fixed) {
		const meant = fixed.find((choice) => choice.name.toLowerCase() === text.toLowerCase());
		return meant ? { value: meant.value } : { problem: 'Choose one of the listed options.' };
	}
	if (option.type === Integer || option.type === DECIMAL) {
		const value = Number(text);
		if (!Number.isFinite(value) || (option.type === Integer && !Number.isInteger(value))) {
			return { problem: option.type === Integer ? 'Enter a whole number.' : 'Enter a number.' };
		}
		const problem = range(value, option.min_value, option.max_value, (limit) => `The number must be ${limit}.`);
		return problem ? { problem } : { value };
	}
	if (option.type === TEXT) {
		const problem = range(text.length, option.min_length, option.max_length ?? 6000, (limit) => `Enter ${limit} characters.`);
		return problem ? { problem } : { value: text };
	}
	return { problem: 'This kind of option cannot be filled in here.' };
}

/** The values to send, or by option what is wrong with it. */
export function checkDraft(draft: Draft, around: Surroundings): { values: OptionValues } | { problems: Map<string, string> } {
	const values: OptionValues = {};
	const problems = new Map<string, string>();
	for (const option of draft.command.options) {
		const entry = draft.entries.get(option.name);
		if (!entry) {
			if (option.required) problems.set(option.name, 'This option is required.');
			continue;
		}
		if (entry.text.trim() === '') {
			problems.set(option.name, option.required ? 'This option is required.' : 'Enter a value, or remove the option.');
			continue;
		}
		const checked = checkEntry(option, entry, around);
		if ('problem' in checked) problems.set(option.name, checked.problem);
		else values[option.name] = checked.value;
	}
	return problems.size > 0 ? { problems } : { values };
}

/** What has been typed so far, for a request for choices: unfinished numbers go as text, as Discord sends them. */
export const typedSoFar = (draft: Draft): OptionValues =>
	Object.fromEntries([...draft.entries].filter(([, { text }]) => text !== '').map(([name, { text, chosen }]) => [name, chosen ?? text]));
