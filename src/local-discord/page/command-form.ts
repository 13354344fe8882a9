import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import type { ChoicesOutcome, OptionValues } from '../page-contract.js';
import { type ChatCommand, localDescription, localName } from './commands.js';
import { make } from './dom.js';
import {
	asksTheBot,
	type Choice,
	checkDraft,
	type Draft,
	draftFromText,
	fixedChoices,
	matchingChoices,
	remainingOptions,
	type Surroundings,
	typedSoFar,
	withEntry,
	withoutEntry,
} from './draft.js';
import type { Popup } from './popup.js';

/** A pause in typing after which the bot is asked for choices. */
const ASK_AFTER_MS = 80;

export interface CommandFormWishes {
	around(): Surroundings;
	ask(command: ChatCommand, option: string, options: OptionValues): Promise<ChoicesOutcome>;
	/** Resolves when the command is on its way, or was refused. */
	send(command: ChatCommand, values: OptionValues): Promise<void>;
	/** Leaves the command and goes back to plain text. */
	leave(text: string): void;
	complain(problem: string): void;
}

/** The field in which a command's options are filled in, each in a pill of its own. */
export function createCommandForm(popup: Popup, wishes: CommandFormWishes) {
	const element = make('div', { class: 'command-form', role: 'group' });
	let draft: Draft | undefined;
	let asked = 0;
	let timer = 0;
	/** A second Enter must not send the command twice. */
	let sending = false;

	const inputOf = (name: string): HTMLInputElement | undefined =>
		[...element.querySelectorAll('input')].find((input) => input.dataset['option'] === name);

	function focusNext(): void {
		const inputs = [...element.querySelectorAll('input')];
		const empty = inputs.find((input) => input.dataset['option'] !== undefined && input.value === '');
		(empty ?? inputs.at(-1))?.focus();
	}

	function fill(option: APIApplicationCommandBasicOption, choice: Choice): void {
		if (!draft) return;
		draft = withEntry(draft, option.name, { text: choice.name, chosen: choice.value });
		draw();
		focusNext();
	}

	function showChoices(option: APIApplicationCommandBasicOption, choices: readonly Choice[]): void {
		if (choices.length === 0) popup.note('No options match.');
		else {
			const lines = choices.map((choice) => ({ label: choice.name, choose: () => fill(option, choice) }));
			popup.show(localDescription(option, wishes.around().locale), lines, true);
		}
	}

	async function askBot(option: APIApplicationCommandBasicOption): Promise<void> {
		if (!draft) return;
		const question = asked;
		const outcome = await wishes.ask(draft.command, option.name, typedSoFar(draft));
		if (question !== asked || document.activeElement !== inputOf(option.name)) return;
		const { locale } = wishes.around();
		if (!outcome.ok) popup.note(outcome.error);
		else {
			const choices = outcome.choices.map((choice) => ({ name: localName(choice, locale), value: choice.value }));
			showChoices(option, choices);
		}
	}

	function suggest(option: APIApplicationCommandBasicOption): void {
		window.clearTimeout(timer);
		// Choices for what stood there before come too late: Enter would take one that fits nothing typed.
		asked += 1;
		const fixed = fixedChoices(option, wishes.around());
		const entry = draft?.entries.get(option.name);
		if (fixed) showChoices(option, entry?.chosen === undefined ? matchingChoices(fixed, entry?.text ?? '') : fixed);
		else if (asksTheBot(option)) {
			popup.wait('Loading options…');
			timer = window.setTimeout(() => void askBot(option), ASK_AFTER_MS);
		} else popup.note(localDescription(option, wishes.around().locale));
	}

	function addOption(name: string): void {
		if (!draft) return;
		draft = withEntry(draft, name, { text: '' });
		draw();
		inputOf(name)?.focus();
	}

	function removeOption(option: APIApplicationCommandBasicOption): void {
		if (!draft) return;
		if (option.required) wishes.leave(`/${draft.command.label}`);
		else {
			draft = withoutEntry(draft, option.name);
			draw();
			element.querySelector<HTMLInputElement>('.more input')?.focus();
		}
	}

	function showProblems(problems: ReadonlyMap<string, string>): void {
		for (const name of problems.keys()) inputOf(name)?.closest('.pill')?.classList.add('wrong');
		const [first] = problems;
		if (!first) return;
		const [name, problem] = first;
		inputOf(name)?.focus();
		popup.hide();
		wishes.complain(`${inputOf(name)?.ariaLabel ?? name}: ${problem}`);
	}

	async function submit(): Promise<void> {
		if (!draft || sending) return;
		const checked = checkDraft(draft, wishes.around());
		for (const pill of element.querySelectorAll('.pill')) pill.classList.remove('wrong');
		if ('values' in checked) {
			sending = true;
			await wishes.send(draft.command, checked.values);
			sending = false;
		} else showProblems(checked.problems);
	}

	function handleKey(event: KeyboardEvent, onEmptyBackspace: () => void): void {
		if (popup.handleKey(event) || event.isComposing) return;
		if (event.key === 'Enter') {
			event.preventDefault();
			void submit();
		} else if (event.key === 'Escape') wishes.leave('');
		else if (event.key === 'Backspace' && event.target instanceof HTMLInputElement && event.target.value === '') {
			event.preventDefault();
			onEmptyBackspace();
		}
	}

	const resize = (input: HTMLInputElement): void => {
		input.style.width = `${Math.min(Math.max(input.value.length + 1, 4), 48)}ch`;
	};

	function pill(option: APIApplicationCommandBasicOption, text: string): HTMLElement {
		const label = localName(option, wishes.around().locale);
		const input = make('input', {
			'aria-label': label,
			'data-option': option.name,
			autocomplete: 'off',
			spellcheck: 'false',
			required: option.required,
		});
		input.value = text;
		resize(input);
		input.addEventListener('input', () => {
			if (draft) draft = withEntry(draft, option.name, { text: input.value });
			resize(input);
			wishes.complain('');
			suggest(option);
		});
		popup.attach(input);
		input.addEventListener('focus', () => suggest(option));
		input.addEventListener('keydown', (event) => handleKey(event, () => removeOption(option)));
		const remove = make(
			'button',
			{ type: 'button', class: 'remove', 'aria-label': `Remove ${label}`, tabindex: -1, click: () => removeOption(option) },
			'×',
		);
		return make('label', { class: 'pill' }, make('span', { class: 'option-name' }, label), input, ...(option.required ? [] : [remove]));
	}

	/** The field behind the pills: what is typed there looks for further options. */
	function moreOptions(): HTMLElement {
		const rest = draft ? remainingOptions(draft) : [];
		const { locale } = wishes.around();
		const input = make('input', {
			'aria-label': 'Further options',
			autocomplete: 'off',
			spellcheck: 'false',
			placeholder: rest.length > 0 ? `+${rest.length} optional` : '',
		});
		const show = (): void => {
			const typed = input.value.toLowerCase().replace(/:$/, '');
			const found = rest.filter((option) => localName(option, locale).startsWith(typed) || option.name.startsWith(typed));
			popup.show(
				'Optional',
				found.map((option) => ({
					label: localName(option, locale),
					detail: localDescription(option, locale),
					choose: () => addOption(option.name),
				})),
				typed !== '',
			);
		};
		input.addEventListener('input', show);
		popup.attach(input);
		input.addEventListener('focus', show);
		input.addEventListener('keydown', (event) => handleKey(event, stepBack));
		return make('span', { class: 'more' }, input);
	}

	function stepBack(): void {
		const last = [...element.querySelectorAll('input')].at(-2);
		if (last) last.focus();
		else if (draft) wishes.leave(`/${draft.command.label}`);
	}

	function draw(): void {
		element.replaceChildren();
		if (!draft) return;
		const { command, entries } = draft;
		element.setAttribute('aria-label', `Command ${command.label}`);
		const pills = command.options.flatMap((option) => {
			const entry = entries.get(option.name);
			return entry ? [pill(option, entry.text)] : [];
		});
		const name = make('span', { class: 'command-name', title: command.description }, `/${command.label}`);
		element.append(name, ...pills, moreOptions());
	}

	return {
		element,
		submit,
		begin(command: ChatCommand, rest: string): void {
			draft = draftFromText(command, rest, wishes.around().locale);
			draw();
			focusNext();
		},
		/** Goes on in the field behind the text that was typed along with the command. */
		continueAt(): void {
			const filled = [...element.querySelectorAll('input')].find((input) => input.dataset['option'] !== undefined && input.value !== '');
			filled?.focus();
		},
		clear(): void {
			draft = undefined;
			window.clearTimeout(timer);
			asked += 1;
			draw();
		},
		isOpen: () => draft !== undefined,
	};
}
