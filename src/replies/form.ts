import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import type { Definition, Option } from './command.js';
import { optionWords } from './command-json.js';
import { customId, type FormOf } from './custom-id.js';
import { cutEnd } from './cut.js';
import { FORM_LABEL, FORM_TEXT, FORM_TITLE } from './limits.js';

type TextOption = Extract<Option, { type: 'text' }>;

/** Longer texts than a line have room for several. */
const ofOneLine = 200;

/**
 * The window in which a member types the options of a command that were left out; what was given stands there already.
 * @param names of text options of the subcommand, the first the one that is needed
 */
export function formJson(
	definition: Definition,
	state: FormOf<string>,
	names: readonly string[],
	given: Readonly<Record<string, unknown>>,
	locale: string,
): APIModalInteractionResponseCallbackData {
	const { options = [] } = definition.subcommands?.find(({ name }) => name === state.subcommand) ?? {};
	const asked = names.flatMap((name) => options.filter((option): option is TextOption => option.type === 'text' && option.name === name));
	return {
		custom_id: customId(state) ?? '',
		title: cutEnd(`/${definition.name} ${state.subcommand}`, FORM_TITLE),
		components: asked.map((option) => ({
			type: ComponentType.Label,
			label: cutEnd(optionWords(definition.name, option, locale), FORM_LABEL),
			component: inputOf(option, option.name === names[0], given[option.name]),
		})),
	};
}

function inputOf({ name, maxLength = FORM_TEXT }: TextOption, required: boolean, given: unknown) {
	return {
		type: ComponentType.TextInput as const,
		custom_id: name,
		style: maxLength > ofOneLine ? TextInputStyle.Paragraph : TextInputStyle.Short,
		required,
		max_length: Math.min(maxLength, FORM_TEXT),
		...(typeof given === 'string' && given !== '' ? { value: given } : {}),
	};
}
