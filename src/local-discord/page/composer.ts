import { channelName } from './channels.js';
import { createCommandForm } from './command-form.js';
import { type ChatCommand, chatCommands, isOffered } from './commands.js';
import { byId, make } from './dom.js';
import { currentChannel, type Memory, nameOf, visibleChannels, withWaiting } from './memory.js';
import { createPopup } from './popup.js';
import { askForChoices, sendMessage, startInteraction, tellTyping } from './server.js';
import type { Store } from './store.js';
import { createTextBox } from './text-box.js';

/** Discord tells of typing once in this time. */
const TYPING_EVERY_MS = 8000;

/** The commands that can be used in the open channel, in the member's language. */
export function commandsHere(memory: Memory): ChatCommand[] {
	const channel = currentChannel(memory);
	if (!channel) return [];
	return chatCommands(
		memory.server.commands.filter((command) => isOffered(command, channel, memory.server.guilds)),
		memory.locale,
	);
}

/** The message box: plain messages, commands, replies. */
export function mountComposer(store: Store<Memory>) {
	const section = byId('composer', HTMLElement);
	const popup = createPopup();
	const problem = make('p', { class: 'problem', role: 'alert' });
	const replyBar = make('div', { class: 'reply-bar', hidden: true });
	let toldTypingAt = 0;
	let shownReply: Memory['replyingTo'];

	const complain = (words: string): void => {
		problem.textContent = words;
	};
	const cancelReply = (): void => store.change((memory) => ({ ...memory, replyingTo: undefined }));

	async function send(text: string): Promise<void> {
		const { channelId, memberId, replyingTo } = store.get();
		box.write('');
		cancelReply();
		toldTypingAt = 0;
		const outcome = await sendMessage(channelId, { as: memberId, content: text, ...(replyingTo && { replyTo: replyingTo.id }) });
		if (outcome.ok) return;
		complain(outcome.error);
		if (box.element.value === '') box.write(text);
	}

	function tellOfTyping(): void {
		if (Date.now() - toldTypingAt < TYPING_EVERY_MS) return;
		toldTypingAt = Date.now();
		const { channelId, memberId } = store.get();
		void tellTyping(channelId, memberId);
	}

	function beginCommand(command: ChatCommand, rest: string): void {
		complain('');
		box.element.value = '';
		box.element.hidden = true;
		form.element.hidden = false;
		form.begin(command, rest);
		if (rest !== '') form.continueAt();
	}

	function leaveCommand(text: string): void {
		complain('');
		popup.hide();
		form.clear();
		form.element.hidden = true;
		box.element.hidden = false;
		box.write(text);
	}

	const box = createTextBox(popup, {
		commands: () => commandsHere(store.get()),
		names: () => [store.get().server.bot.username, ...store.get().server.members.map((member) => member.name)],
		beginCommand,
		send: (text) => void send(text),
		typing: tellOfTyping,
		cancel: cancelReply,
		complain,
	});

	const form = createCommandForm(popup, {
		around: () => ({ members: store.get().server.members, channels: visibleChannels(store.get()), locale: store.get().locale }),
		ask: (command, option, options) => {
			const { channelId, memberId, locale } = store.get();
			return askForChoices({ as: memberId, channelId, name: command.name, option, options, locale });
		},
		send: async (command, values) => {
			const { channelId, memberId, locale } = store.get();
			complain('');
			popup.hide();
			const outcome = await startInteraction({ kind: 'slash', as: memberId, channelId, name: command.name, options: values, locale });
			if (!outcome.ok) {
				complain(outcome.error);
				return;
			}
			leaveCommand('');
			const { interactionId } = outcome;
			store.change((memory) => withWaiting(memory, { interactionId, channelId, memberId, name: command.label, sentAt: new Date() }));
		},
		leave: leaveCommand,
		complain,
	});
	form.element.hidden = true;

	const commandsButton = make(
		'button',
		{ type: 'button', class: 'round', 'aria-label': 'Commands', title: 'Commands', click: () => leaveCommand('/') },
		'/',
	);
	const sendButton = make(
		'button',
		{
			type: 'button',
			class: 'round send',
			'aria-label': 'Send',
			title: 'Send',
			click: () => (form.isOpen() ? void form.submit() : box.send()),
		},
		'➤',
	);
	// The fields keep the focus, and with it the list of suggestions, while these are pressed.
	for (const button of [commandsButton, sendButton]) button.addEventListener('mousedown', (event) => event.preventDefault());
	section.append(popup.element, replyBar, make('div', { class: 'box' }, commandsButton, box.element, form.element, sendButton), problem);

	return {
		/** Begins a command or a text, as if it had been typed. */
		write: leaveCommand,
		complain,
		show(memory: Memory): void {
			const channel = currentChannel(memory);
			const sign = channel?.kind === 'dm' ? '@' : '#';
			if (channel) box.element.placeholder = `Message ${sign}${channelName(channel, memory)}, or / for commands`;
			const { replyingTo } = memory;
			if (replyingTo === shownReply) return;
			shownReply = replyingTo;
			replyBar.hidden = replyingTo === undefined;
			if (!replyingTo) return;
			const name = nameOf(memory, replyingTo.author.id) ?? replyingTo.author.username;
			const close = make('button', { type: 'button', class: 'link', 'aria-label': 'Do not reply', click: cancelReply }, '✕');
			replyBar.replaceChildren(make('span', {}, 'Replying to ', make('strong', {}, name)), close);
		},
	};
}
