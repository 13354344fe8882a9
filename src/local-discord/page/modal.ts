import {
	type APIModalInteractionResponseCallbackData,
	type APITextInputComponent,
	ComponentType,
	TextInputStyle,
} from 'discord-api-types/v10';
import { make } from './dom.js';

/** The text inputs of a modal, with their labels, whether they stand in rows or in labels. */
function inputsOf(modal: APIModalInteractionResponseCallbackData): { input: APITextInputComponent; label: string }[] {
	return modal.components.flatMap((part) => {
		if (part.type === ComponentType.ActionRow) return part.components.map((input) => ({ input, label: input.label ?? '' }));
		if (part.type === ComponentType.Label && part.component.type === ComponentType.TextInput)
			return [{ input: part.component, label: part.label }];
		return [];
	});
}

/**
 * Shows a modal as a dialog.
 * @param submit sends the texts by custom id; what it returns is a problem to show, or undefined when all is well
 */
export function openModal(
	modal: APIModalInteractionResponseCallbackData,
	submit: (fields: Record<string, string>) => Promise<string | undefined>,
): void {
	const fields = inputsOf(modal).map(({ input, label }) => {
		const limits = {
			required: input.required ?? true,
			minlength: input.min_length,
			maxlength: input.max_length ?? 4000,
			placeholder: input.placeholder,
		};
		const field =
			input.style === TextInputStyle.Paragraph ? make('textarea', { rows: 4, ...limits }) : make('input', { type: 'text', ...limits });
		field.value = input.value ?? '';
		return { id: input.custom_id, field, view: make('label', {}, make('span', {}, label), field) };
	});
	const problem = make('p', { class: 'problem', role: 'alert' });
	const cancel = make('button', { type: 'button', class: 'button secondary', click: () => dialog.close() }, 'Cancel');
	const send = make('button', { type: 'submit', class: 'button primary' }, 'Submit');
	const form = make(
		'form',
		{ method: 'dialog' },
		...fields.map(({ view }) => view),
		problem,
		make('div', { class: 'actions' }, cancel, send),
	);
	const dialog = make('dialog', { class: 'modal', 'aria-label': modal.title }, make('h2', {}, modal.title), form);
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		void submit(Object.fromEntries(fields.map(({ id, field }) => [id, field.value]))).then((complaint) => {
			if (complaint === undefined) dialog.close();
			else problem.textContent = complaint;
		});
	});
	dialog.addEventListener('close', () => dialog.remove());
	document.body.append(dialog);
	dialog.showModal();
}
