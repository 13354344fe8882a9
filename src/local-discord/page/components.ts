import {
	type APIButtonComponent,
	type APIMessageComponentEmoji,
	type APIStringSelectComponent,
	ButtonStyle,
	ComponentType,
} from 'discord-api-types/v10';
import type { PageMessage } from '../page-contract.js';
import { make } from './dom.js';
import type { Pressed } from './memory.js';

/** Sends that a button or select of a message was used. */
export type Press = (message: PageMessage, customId: string, values?: string[]) => void;

const STYLES: Record<number, string> = {
	[ButtonStyle.Primary]: 'primary',
	[ButtonStyle.Secondary]: 'secondary',
	[ButtonStyle.Success]: 'success',
	[ButtonStyle.Danger]: 'danger',
	[ButtonStyle.Link]: 'secondary',
};

/** Emoji of a server live on Discord's servers: their names stand for them. */
const emojiText = (emoji: APIMessageComponentEmoji | undefined): string => (emoji?.id ? `:${emoji.name ?? ''}:` : (emoji?.name ?? ''));

function buttonView(button: APIButtonComponent, message: PageMessage, waiting: boolean, press: Press): HTMLElement | undefined {
	if (button.style === ButtonStyle.Premium) return undefined;
	const emoji = emojiText(button.emoji);
	const words = [
		...(emoji ? [make('span', { class: 'emoji', 'aria-hidden': Boolean(button.label) }, emoji)] : []),
		...(button.label ? [button.label] : []),
	];
	const style = `button ${STYLES[button.style] ?? 'secondary'}`;
	if (button.style === ButtonStyle.Link) {
		return make(
			'a',
			{ class: style, href: button.url, target: '_blank', rel: 'noopener noreferrer' },
			...words,
			make('span', { class: 'launch', 'aria-hidden': 'true' }, '↗'),
		);
	}
	const { custom_id: customId } = button;
	return make(
		'button',
		{
			type: 'button',
			class: waiting ? `${style} waiting` : style,
			disabled: button.disabled,
			'aria-busy': waiting ? 'true' : undefined,
			click: () => !waiting && press(message, customId),
		},
		...words,
	);
}

function selectView(select: APIStringSelectComponent, message: PageMessage, waiting: boolean, press: Press): HTMLElement {
	const several = (select.max_values ?? 1) > 1;
	const placeholder = select.placeholder ?? 'Make a selection';
	const chosen = select.options.some((option) => option.default);
	const view = make(
		'select',
		{
			class: 'select',
			'aria-label': placeholder,
			disabled: select.disabled || waiting,
			multiple: several,
			size: several ? Math.min(select.options.length, 5) : undefined,
		},
		...(several ? [] : [make('option', { value: '', disabled: true, selected: !chosen, hidden: true }, placeholder)]),
		...select.options.map((option) => {
			const words = [emojiText(option.emoji), option.label, option.description ? `– ${option.description}` : ''].filter(Boolean).join(' ');
			return make('option', { value: option.value, selected: option.default }, words);
		}),
	);
	const values = () => [...view.selectedOptions].map((option) => option.value);
	if (!several) {
		view.addEventListener('change', () => press(message, select.custom_id, values()));
		return view;
	}
	const send = make('button', { type: 'button', class: 'button primary', disabled: waiting }, 'Choose');
	send.addEventListener('click', () => {
		const [low, high, count] = [select.min_values ?? 1, select.max_values ?? 1, values().length];
		if (count < low || count > high) view.setCustomValidity(`Choose ${low === high ? low : `${low} to ${high}`}.`);
		else press(message, select.custom_id, values());
		view.reportValidity();
		view.setCustomValidity('');
	});
	return make('div', { class: 'several' }, make('span', {}, placeholder), view, send);
}

/** The buttons and selects under a message, and a line when one of them got no answer. */
export function componentsView(message: PageMessage, pressed: Pressed | undefined, press: Press): HTMLElement[] {
	const rows = (message.components ?? []).flatMap((row) => {
		if (row.type !== ComponentType.ActionRow) return [];
		const views = row.components.flatMap((component) => {
			const waiting =
				pressed !== undefined && pressed.error === undefined && 'custom_id' in component && component.custom_id === pressed.customId;
			if (component.type === ComponentType.Button) return buttonView(component, message, waiting, press) ?? [];
			if (component.type === ComponentType.StringSelect) return selectView(component, message, waiting, press);
			return make('span', { class: 'failure' }, 'This kind of menu cannot be shown here.');
		});
		return make('discord-action-row', { slot: 'components' }, ...views);
	});
	const failure = pressed?.error === undefined ? [] : [make('div', { slot: 'components', class: 'failure', role: 'alert' }, pressed.error)];
	return [...rows, ...failure];
}
