import { type APIModalInteractionResponseCallbackData, type APITextInputComponent, ComponentType } from 'discord-api-types/v10';
import { NotPossible } from './not-possible.js';
import type { Problem } from './refusal.js';

/** One place of a modal that a member fills in. */
interface ModalField {
	customId: string;
	type: number;
	required: boolean;
	label: string;
	text?: APITextInputComponent;
}

/** The inputs of a modal, whether in rows (the older way) or under labels. */
function modalFields({ components }: APIModalInteractionResponseCallbackData): ModalField[] {
	return components.flatMap((part): ModalField[] => {
		if (part.type === ComponentType.ActionRow) return part.components.map((input) => fieldOf(input, input.label ?? ''));
		return part.type === ComponentType.Label ? [fieldOf(part.component, part.label)] : [];
	});
}

function fieldOf(
	input: { type: number; custom_id: string; required?: boolean | undefined } | APITextInputComponent,
	label: string,
): ModalField {
	const field = { customId: input.custom_id, type: input.type, required: input.required ?? true, label };
	return isTextInput(input) ? { ...field, text: input } : field;
}

function isTextInput(input: { type: number }): input is APITextInputComponent {
	return input.type === ComponentType.TextInput;
}

/** What Discord refuses in a modal although its own description allows it. */
export function modalProblems(modal: APIModalInteractionResponseCallbackData): Problem[] {
	const ids = modalFields(modal).map(({ customId }) => customId);
	const problems: Problem[] = [];
	if (modal.components.length > 5) {
		problems.push({ path: ['components'], code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be between 1 and 5 in length.' });
	}
	if (new Set(ids).size < ids.length) {
		problems.push({
			path: ['components'],
			code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
			message: 'Component custom id cannot be duplicated',
		});
	}
	return problems;
}

/**
 * A filled-in modal as Discord sends it to the bot.
 * @param values text (or the chosen value) by the custom id of its input
 * @throws NotPossible when an input is missing, too short or too long.
 */
export function submittedModal(modal: APIModalInteractionResponseCallbackData, values: Readonly<Record<string, string>>): object {
	for (const { customId, required, label, text } of modalFields(modal)) {
		const value = values[customId] ?? '';
		if (value === '' && required) throw new NotPossible(`"${label}" is required.`);
		if (value !== '' && text?.min_length && value.length < text.min_length)
			throw new NotPossible(`"${label}" needs at least ${text.min_length} characters.`);
		if (text?.max_length && value.length > text.max_length)
			throw new NotPossible(`"${label}" takes at most ${text.max_length} characters.`);
	}
	const filled = ({ type, custom_id }: { type: number; custom_id: string }) => {
		const value = values[custom_id] ?? '';
		return type === ComponentType.TextInput ? { type, custom_id, value } : { type, custom_id, values: value === '' ? [] : [value] };
	};
	const components = modal.components.flatMap((part): object[] => {
		if (part.type === ComponentType.ActionRow) return [{ type: part.type, components: part.components.map(filled) }];
		return part.type === ComponentType.Label ? [{ type: part.type, component: filled(part.component) }] : [];
	});
	return { custom_id: modal.custom_id, components };
}
