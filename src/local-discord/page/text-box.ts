import { type ChatCommand, matchingCommands } from './commands.js';
import { make } from './dom.js';
import type { Popup, Suggestion } from './popup.js';

/** Discord's limit for what a member writes. */
const MAX_LENGTH = 2000;
/** Suggestions are for choosing at a glance. */
const MAX_SUGGESTIONS = 25;

export interface TextBoxWishes {
	commands(): ChatCommand[];
	/** Everyone who can be mentioned. */
	names(): string[];
	beginCommand(command: ChatCommand, rest: string): void;
	send(text: string): void;
	typing(): void;
	cancel(): void;
	complain(problem: string): void;
}

/** The command that a text begins with, once a space follows its name, and what stands after it. */
export function commandInText(text: string, commands: readonly ChatCommand[]): { command: ChatCommand; rest: string } | undefined {
	const longestFirst = [...commands].sort((a, b) => b.label.length - a.label.length);
	for (const command of longestFirst) {
		const start = [command.label, command.name]
			.map((name) => `/${name} `)
			.find((begin) => text.toLowerCase().startsWith(begin.toLowerCase()));
		if (start !== undefined) return { command, rest: text.slice(start.length) };
	}
	return undefined;
}

/** The field for plain messages, which also begins commands and completes names. */
export function createTextBox(popup: Popup, wishes: TextBoxWishes) {
	const box = make('textarea', { id: 'message-box', rows: 1, 'aria-label': 'Message', autocomplete: 'off', spellcheck: 'false' });

	function resize(): void {
		box.style.height = 'auto';
		box.style.height = `${box.scrollHeight}px`;
	}

	function commandSuggestions(typed: string): Suggestion[] {
		return matchingCommands(wishes.commands(), typed).map((command) => ({
			label: `/${command.label}`,
			detail: command.description,
			choose: () => wishes.beginCommand(command, ''),
		}));
	}

	function mentionSuggestions(): Suggestion[] {
		const before = box.value.slice(0, box.selectionStart);
		const typed = /(?:^|\s)@([^\s@]*)$/u.exec(before)?.[1];
		if (typed === undefined) return [];
		const found = wishes.names().filter((name) => name.toLowerCase().startsWith(typed.toLowerCase()));
		return found.slice(0, MAX_SUGGESTIONS).map((name) => ({
			label: name,
			sign: '@',
			choose: () => {
				const start = before.length - typed.length;
				box.setRangeText(`${name} `, start, before.length, 'end');
				resize();
			},
		}));
	}

	function suggest(): void {
		const begun = commandInText(box.value, wishes.commands());
		const typed = /^\/(\S*)$/.exec(box.value)?.[1];
		if (begun) wishes.beginCommand(begun.command, begun.rest);
		else if (typed !== undefined) popup.show('Commands', commandSuggestions(typed), true);
		else popup.show('Members', mentionSuggestions(), true);
	}

	function send(): void {
		const text = box.value.trim();
		if (text.length > MAX_LENGTH) wishes.complain(`A message has at most ${MAX_LENGTH} characters; this one has ${text.length}.`);
		else if (text !== '') wishes.send(text);
	}

	box.addEventListener('input', () => {
		resize();
		wishes.complain('');
		suggest();
		if (box.value !== '' && !box.value.startsWith('/')) wishes.typing();
	});
	box.addEventListener('keydown', (event) => {
		if (popup.handleKey(event) || event.isComposing) return;
		if (event.key === 'Enter' && !event.shiftKey) {
			event.preventDefault();
			send();
		}
		if (event.key === 'Escape') wishes.cancel();
	});
	popup.attach(box);
	box.addEventListener('focus', () => {
		if (box.value !== '') suggest();
	});

	return {
		element: box,
		send,
		/** Puts a text there and the cursor behind it, with the suggestions that belong to it. */
		write(text: string): void {
			box.value = text;
			resize();
			box.focus();
			suggest();
		},
	};
}
