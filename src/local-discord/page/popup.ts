import { make } from './dom.js';

/** A line of a list of suggestions. */
export interface Suggestion {
	label: string;
	/** Stands before the label: a sign, or nothing. */
	sign?: string;
	detail?: string;
	choose(): void;
}

/** A list of suggestions over the message box, moved through from the field that has the focus. */
export interface Popup {
	readonly element: HTMLElement;
	/** @param preselect whether Enter takes the first line; otherwise only after an arrow key */
	show(heading: string, suggestions: readonly Suggestion[], preselect: boolean): void;
	/** A line instead of suggestions: what to type, or that there are none. */
	note(text: string): void;
	/** Others are being fetched: those shown stay in sight, but Enter takes none of them. */
	wait(text: string): void;
	hide(): void;
	/** Moves, chooses or closes. @returns whether the key meant the list */
	handleKey(event: KeyboardEvent): boolean;
	/** Makes the list that of a field whenever it has the focus, and tells assistive technology so. */
	attach(field: HTMLElement): void;
}

const ID = 'suggestions';

export function createPopup(): Popup {
	const heading = make('div', { class: 'popup-heading', id: `${ID}-heading` });
	const list = make('div', { role: 'listbox', id: ID, 'aria-labelledby': `${ID}-heading` });
	const element = make('div', { class: 'popup', hidden: true }, heading, list);
	let suggestions: readonly Suggestion[] = [];
	let current = -1;
	let field: HTMLElement | undefined;

	function mark(index: number): void {
		current = index;
		for (const [at, line] of [...list.children].entries()) line.setAttribute('aria-selected', String(at === index));
		const line = list.children[index];
		line?.scrollIntoView({ block: 'nearest' });
		if (line) field?.setAttribute('aria-activedescendant', line.id);
		else field?.removeAttribute('aria-activedescendant');
	}

	function open(isOpen: boolean): void {
		element.hidden = !isOpen;
		field?.setAttribute('aria-expanded', String(isOpen));
		if (!isOpen) mark(-1);
	}

	function choose(index: number): void {
		const chosen = suggestions[index];
		hide();
		chosen?.choose();
	}

	function hide(): void {
		suggestions = [];
		list.replaceChildren();
		open(false);
	}

	const lineOf = (suggestion: Suggestion, index: number): HTMLElement =>
		make(
			'div',
			{
				role: 'option',
				id: `${ID}-${index}`,
				// The field keeps the focus: pressing must not take it away before the click.
				mousedown: (event) => event.preventDefault(),
				mousemove: () => current !== index && mark(index),
				click: () => choose(index),
			},
			...(suggestion.sign ? [make('span', { class: 'sign', 'aria-hidden': 'true' }, suggestion.sign)] : []),
			make('span', { class: 'label' }, suggestion.label),
			...(suggestion.detail ? [make('span', { class: 'detail' }, suggestion.detail)] : []),
		);

	return {
		element,
		show(words, lines, preselect) {
			suggestions = lines;
			heading.textContent = words;
			list.replaceChildren(...lines.map(lineOf));
			open(lines.length > 0);
			mark(preselect && lines.length > 0 ? 0 : -1);
		},
		note(text) {
			suggestions = [];
			heading.textContent = text;
			list.replaceChildren();
			open(true);
		},
		wait(text) {
			heading.textContent = text;
			open(true);
			mark(-1);
		},
		hide,
		handleKey(event) {
			if (element.hidden || event.isComposing) return false;
			const count = suggestions.length;
			if (event.key === 'Escape') hide();
			else if (count > 0 && event.key === 'ArrowDown') mark((current + 1) % count);
			else if (count > 0 && event.key === 'ArrowUp') mark(current <= 0 ? count - 1 : current - 1);
			else if (current >= 0 && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) choose(current);
			else return false;
			event.preventDefault();
			return true;
		},
		attach(next) {
			for (const [name, value] of Object.entries({
				role: 'combobox',
				'aria-controls': ID,
				'aria-expanded': 'false',
				'aria-autocomplete': 'list',
			})) {
				next.setAttribute(name, value);
			}
			next.addEventListener('focus', () => {
				field = next;
			});
			next.addEventListener('blur', hide);
		},
	};
}
