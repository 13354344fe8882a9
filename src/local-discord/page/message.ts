import { InteractionType, MessageType } from 'discord-api-types/v10';
import { EPHEMERAL, type PageMessage } from '../page-contract.js';
import { componentsView, type Press } from './components.js';
import { make } from './dom.js';
import { embedView } from './embed.js';
import { avatarOf, filesView } from './files.js';
import { markdown, type Names, plainText } from './markdown/view.js';
import { isThinking, type Pressed, type Waiting } from './memory.js';

/** What can be done with a message. */
export interface MessageActions {
	press: Press;
	reply(message: PageMessage): void;
	dismiss(id: string): void;
	openMenu(message: PageMessage, at: { x: number; y: number }): void;
	openChannel(id: string): void;
}

/** What a message looks like beyond itself. */
export interface Setting {
	names: Names;
	memberId: string;
	/** The message follows another of the same author closely. */
	continued: boolean;
	pressed: Pressed | undefined;
}

/** "Today at 14:05" and so on, as Discord writes it above a message. */
export function timeText(date: Date, locale: string, now: Date): string {
	const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(date);
	if (date.toDateString() === now.toDateString()) return clock;
	return `${new Intl.DateTimeFormat(locale, { dateStyle: 'short' }).format(date)} ${clock}`;
}

const dots = (): HTMLElement => make('span', { class: 'dots', 'aria-hidden': 'true' }, make('i'), make('i'), make('i'));

const displayName = (user: PageMessage['author']): string => user.global_name ?? user.username;

/** The line above a message: the command or the message that it answers. */
function referenceView(message: PageMessage, names: Names): HTMLElement[] {
	const { interaction, interaction_metadata: metadata, referenced_message: replied } = message;
	if (interaction && metadata?.type === InteractionType.ApplicationCommand) {
		return [commandLine({ id: interaction.user.id, name: displayName(interaction.user) }, interaction.name)];
	}
	if (message.type !== MessageType.Reply) return [];
	if (!replied) return [make('discord-reply', { slot: 'reply', deleted: true })];
	const beginning = plainText(replied.content, names) || (replied.embeds[0]?.title ?? 'See the message');
	const { author } = replied;
	const attributes = {
		author: displayName(author),
		avatar: avatarOf(author.id),
		bot: author.bot,
		mentions: message.mentions.some((user) => user.id === author.id),
	};
	return [make('discord-reply', { slot: 'reply', ...attributes }, beginning)];
}

const commandLine = (user: { id: string; name: string }, command: string): HTMLElement =>
	make('discord-command', { slot: 'reply', author: user.name, avatar: avatarOf(user.id), command });

/** What stands beside a message under the pointer or with the focus within. */
function toolbar(message: PageMessage, actions: MessageActions): HTMLElement {
	const more = make('button', { type: 'button', class: 'tool', title: 'More: apps on this message', 'aria-label': 'More' }, '⋯');
	more.addEventListener('click', () => {
		const { left, bottom } = more.getBoundingClientRect();
		actions.openMenu(message, { x: left, y: bottom });
	});
	const reply = make(
		'button',
		{ type: 'button', class: 'tool', title: 'Reply', 'aria-label': 'Reply', click: () => actions.reply(message) },
		'↩\uFE0E',
	);
	return make('div', { class: 'toolbar', slot: 'reply' }, ...(isPrivate(message) ? [] : [reply]), more);
}

export const isPrivate = (message: PageMessage): boolean => ((message.flags ?? 0) & EPHEMERAL) !== 0;

const privateLine = (onDismiss: () => void): HTMLElement =>
	make(
		'div',
		{ slot: 'thread', class: 'private-line' },
		'Only you can see this • ',
		make('button', { type: 'button', class: 'link', click: onDismiss }, 'Dismiss message'),
	);

interface Frame {
	user: { id: string; name: string; bot: boolean };
	time: Date;
	locale: string;
	isPrivate: boolean;
	continued: boolean;
}

function frame({ user, time, locale, isPrivate, continued }: Frame): HTMLElementTagNameMap['discord-message'] {
	const view = make('discord-message', {
		author: user.name,
		avatar: avatarOf(user.id),
		bot: user.bot,
		ephemeral: isPrivate,
		'message-body-only': continued,
		class: continued ? 'continued' : undefined,
		role: 'article',
	});
	view.timestamp = timeText(time, locale, new Date());
	view.setAttribute('aria-label', `${user.name}, ${view.timestamp}${isPrivate ? ', only you can see this' : ''}`);
	return view;
}

/** A message with everything that belongs to it. */
export function messageView(message: PageMessage, setting: Setting, actions: MessageActions): HTMLElement {
	const { names, memberId, continued, pressed } = setting;
	const { author } = message;
	const user = { id: author.id, name: displayName(author), bot: author.bot === true };
	const view = frame({ user, time: new Date(message.timestamp), locale: names.locale, isPrivate: isPrivate(message), continued });
	view.dataset['messageId'] = message.id;
	view.edited = message.edited_timestamp !== null && message.content !== '';
	view.highlight = message.mentions.some((mentioned) => mentioned.id === memberId) && author.id !== memberId;
	view.append(...referenceView(message, names), toolbar(message, actions));
	if (isThinking(message)) view.append(make('span', { class: 'thinking', role: 'status' }, dots(), `${user.name} is thinking…`));
	else if (message.content) view.append(make('div', { class: 'markup' }, ...markdown(message.content, names)));
	if (message.attachments.length > 0) view.append(filesView(message.attachments));
	view.append(...message.embeds.map((embed) => embedView(embed, names)), ...componentsView(message, pressed, actions.press));
	if (message.thread) view.append(threadLink(message.thread, actions));
	if (isPrivate(message)) view.append(privateLine(() => actions.dismiss(message.id)));
	view.addEventListener('contextmenu', (event) => {
		if (event.composedPath().some((target) => target instanceof HTMLAnchorElement || target instanceof HTMLImageElement)) return;
		event.preventDefault();
		actions.openMenu(message, { x: event.clientX, y: event.clientY });
	});
	return view;
}

const threadLink = (thread: { id: string; name?: string | null }, actions: MessageActions): HTMLElement =>
	make(
		'button',
		{ type: 'button', class: 'thread-link', slot: 'thread', click: () => actions.openChannel(thread.id) },
		`🧵 ${thread.name ?? 'Thread'} ›`,
	);

/** A command that was sent, until the bot takes it; or the line that it never did. */
export function waitingView(
	waiting: Waiting,
	bot: { id: string; name: string },
	memberName: string,
	locale: string,
	dismiss: () => void,
): HTMLElement {
	const failed = waiting.error !== undefined;
	const view = frame({ user: { ...bot, bot: true }, time: waiting.sentAt, locale, isPrivate: failed, continued: false });
	view.dataset['interactionId'] = waiting.interactionId;
	view.append(commandLine({ id: waiting.memberId, name: memberName }, waiting.name));
	if (failed) view.append(make('span', { class: 'failure', role: 'alert' }, waiting.error ?? ''), privateLine(dismiss));
	else view.append(make('span', { class: 'thinking', role: 'status' }, dots(), 'Sending command…'));
	return view;
}
