import './no-eval.js';

import { ApplicationCommandType } from 'discord-api-types/v10';
import type { PageEvent, PageMessage } from '../page-contract.js';
import { showChannelHeader, showChannels } from './channels.js';
import { isOffered, localName, menuCommands } from './commands.js';
import './component-styles.js';
import { mountComposer } from './composer.js';
import { byId } from './dom.js';
import { plainText } from './markdown/view.js';
import { afterEvent, currentChannel, type Memory, nameOf, visibleChannels, withPressed, withWaiting } from './memory.js';
import { type MenuEntry, openMenu } from './menu.js';
import { isPrivate } from './message.js';
import { mountMessageList } from './message-list.js';
import { openModal } from './modal.js';
import { changePreferences, readPreferences } from './preferences.js';
import { listen, openThread, readMessages, readState, startInteraction } from './server.js';
import { createStore } from './store.js';
import { showTyping } from './typing.js';
import { mountWelcome } from './welcome.js';
import { applyTheme, mountYou } from './you.js';

/** What is shown first: what this browser last showed, else the first member and channel. */
async function firstMemory(): Promise<Memory> {
	const server = await readState();
	const { memberName, channelId, locale } = readPreferences();
	const member = server.members.find((one) => one.name === memberName) ?? server.members[0];
	const memory: Memory = {
		server,
		memberId: member?.id ?? '',
		channelId: '',
		locale: locale ?? 'en-US',
		messages: [],
		loading: true,
		unread: new Set(),
		dismissed: new Set(),
		waiting: [],
		pressed: [],
		settled: new Map(),
		typing: [],
		replyingTo: undefined,
		connected: false,
	};
	const visible = visibleChannels(memory);
	return { ...memory, channelId: (visible.find((channel) => channel.id === channelId) ?? visible[0])?.id ?? '' };
}

const namesOf = (memory: Memory) => ({
	user: (id: string) => nameOf(memory, id),
	channel: (id: string) => memory.server.channels.find((channel) => channel.id === id)?.name,
	locale: memory.locale,
});

async function start(): Promise<void> {
	applyTheme();
	const store = createStore(await firstMemory());
	const composer = mountComposer(store);
	let stopListening = (): void => {};

	async function loadMessages(): Promise<void> {
		const { channelId, memberId } = store.get();
		const messages = await readMessages(channelId, memberId);
		store.change((memory) =>
			memory.channelId === channelId && memory.memberId === memberId ? { ...memory, messages, loading: false } : memory,
		);
	}

	async function openChannel(channelId: string): Promise<void> {
		closeDrawer();
		changePreferences({ channelId });
		const unread = new Set([...store.get().unread].filter((id) => id !== channelId));
		store.change((memory) => ({ ...memory, channelId, unread, messages: [], loading: true, replyingTo: undefined }));
		composer.write('');
		await loadMessages();
	}

	/** Events that were missed are not sent again: the state is read anew. */
	async function readAnew(): Promise<void> {
		const server = await readState();
		// Another run of the server has other ids for everything.
		if (!server.members.some((member) => member.id === store.get().memberId)) location.reload();
		store.change((memory) => ({ ...memory, server, connected: true }));
		if (!currentChannel(store.get())) await openChannel(visibleChannels(store.get())[0]?.id ?? '');
		else await loadMessages();
	}

	function connect(): void {
		stopListening();
		stopListening = listen(
			store.get().memberId,
			onEvent,
			() => void readAnew(),
			() => store.change((memory) => ({ ...memory, connected: false })),
		);
	}

	function onEvent(event: PageEvent): void {
		store.change((memory) => afterEvent(memory, event, Date.now()));
		if (event.type === 'modal') openModal(event.modal, (fields) => submitModal(event.interactionId, fields));
	}

	async function submitModal(interactionId: string, fields: Record<string, string>): Promise<string | undefined> {
		const { memberId, locale } = store.get();
		const outcome = await startInteraction({ kind: 'modal', as: memberId, interactionId, fields, locale });
		return outcome.ok ? undefined : outcome.error;
	}

	async function speakAs(memberId: string): Promise<void> {
		const name = store.get().server.members.find((member) => member.id === memberId)?.name;
		changePreferences({ memberName: name });
		store.change((memory) => ({ ...memory, memberId, messages: [], loading: true, typing: [], replyingTo: undefined }));
		connect();
		const here = currentChannel(store.get());
		const own = here?.kind === 'dm' ? visibleChannels(store.get()).find((channel) => channel.kind === 'dm') : here;
		if (own) await openChannel(own.id);
	}

	async function press(message: PageMessage, customId: string, values?: string[]): Promise<void> {
		const { memberId, channelId, locale } = store.get();
		const base = { as: memberId, channelId, messageId: message.id, customId, locale };
		const outcome = await startInteraction({ kind: 'component', ...base, ...(values && { values }) });
		const pressed = { messageId: message.id, customId };
		store.change((memory) =>
			outcome.ok
				? withPressed(memory, { ...pressed, interactionId: outcome.interactionId })
				: withPressed(memory, { ...pressed, interactionId: '', error: outcome.error }),
		);
	}

	async function startMenuCommand(name: string, label: string, targetId: string): Promise<void> {
		const { memberId, channelId, locale } = store.get();
		const outcome = await startInteraction({ kind: 'menu', as: memberId, channelId, name, targetId, locale });
		const base = { channelId, memberId, name: label, sentAt: new Date() };
		store.change((memory) =>
			withWaiting(
				memory,
				outcome.ok
					? { ...base, interactionId: outcome.interactionId }
					: { ...base, interactionId: String(Date.now()), error: outcome.error },
			),
		);
	}

	function menuOf(message: PageMessage, at: { x: number; y: number }): void {
		const { server, locale } = store.get();
		const channel = currentChannel(store.get());
		if (!channel) return;
		const offered = server.commands.filter((command) => isOffered(command, channel, server.guilds));
		const apps = [
			...menuCommands(offered, ApplicationCommandType.Message).map((command) => ({ command, targetId: message.id })),
			...menuCommands(offered, ApplicationCommandType.User).map((command) => ({ command, targetId: message.author.id })),
		];
		const ownMenu: MenuEntry[] = [
			...(isPrivate(message) ? [] : [{ label: 'Reply', choose: () => reply(message) }]),
			...(channel.kind === 'text' && !message.thread && !isPrivate(message)
				? [{ label: 'Open a thread', choose: () => void startThread(message) }]
				: []),
			...(message.content === '' ? [] : [{ label: 'Copy text', choose: () => void navigator.clipboard.writeText(message.content) }]),
		];
		const appMenu = apps.map(({ command, targetId }): MenuEntry => {
			const label = localName(command, locale);
			return { label, group: 'Apps', choose: () => void startMenuCommand(command.name, label, targetId) };
		});
		openMenu([...ownMenu, ...appMenu], at);
	}

	/** A thread is named after its message, and has that message's id. */
	async function startThread(message: PageMessage): Promise<void> {
		const name = plainText(message.content, namesOf(store.get())).slice(0, 40).trim() || 'Thread';
		const outcome = await openThread(message.channel_id, { as: store.get().memberId, messageId: message.id, name });
		if (outcome.ok) await openChannel(message.id);
		else composer.complain(outcome.error);
	}

	function reply(message: PageMessage): void {
		store.change((memory) => ({ ...memory, replyingTo: message }));
		composer.write('');
	}

	const showMessages = mountMessageList(namesOf, {
		press: (message, customId, values) => void press(message, customId, values),
		reply,
		dismiss: (id) => store.change((memory) => ({ ...memory, dismissed: new Set([...memory.dismissed, id]) })),
		dismissWaiting: (id) => store.change((memory) => ({ ...memory, waiting: memory.waiting.filter((one) => one.interactionId !== id) })),
		openMenu: menuOf,
		openChannel: (id) => void openChannel(id),
	});
	const showWelcome = mountWelcome(composer.write);
	const showYou = mountYou(
		(memberId) => void speakAs(memberId),
		(locale) => {
			changePreferences({ locale });
			store.change((memory) => ({ ...memory, locale }));
			composer.write('');
		},
	);
	store.watch((memory) => {
		showChannels(memory, (id) => void openChannel(id));
		showChannelHeader(memory);
		showYou(memory);
		showWelcome(memory);
		showMessages(memory);
		composer.show(memory);
		showTyping(memory);
		byId('connection', HTMLSpanElement).textContent = memory.connected ? '' : 'Connecting…';
	});
	setInterval(() => showTyping(store.get()), 2000);
	mountDrawer();
	connect();
}

const drawerButton = byId('drawer-button', HTMLButtonElement);
const shade = byId('shade', HTMLDivElement);

function setDrawer(isOpen: boolean): void {
	document.body.classList.toggle('drawer-open', isOpen);
	drawerButton.setAttribute('aria-expanded', String(isOpen));
	shade.hidden = !isOpen;
}

const closeDrawer = (): void => setDrawer(false);

/** On a narrow window the channels lie in a drawer. */
function mountDrawer(): void {
	drawerButton.addEventListener('click', () => setDrawer(!document.body.classList.contains('drawer-open')));
	shade.addEventListener('click', closeDrawer);
	document.addEventListener('keydown', (event) => event.key === 'Escape' && closeDrawer());
}

start().catch((error: unknown) => {
	console.error(error);
	byId('connection', HTMLSpanElement).textContent = 'The local Discord does not answer. Is it still running? Reload the page to try again.';
});
