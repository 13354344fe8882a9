import type { PageMessage } from '../page-contract.js';
import { byId, showChildren } from './dom.js';
import type { Names } from './markdown/view.js';
import { type Memory, nameOf, type Pressed } from './memory.js';
import { isPrivate, type MessageActions, messageView, waitingView } from './message.js';

const CLOSE_MS = 7 * 60_000;
/** As near to the newest as this, one is taken to be reading along. */
const NEAR_PX = 80;

/** Whether a message is drawn without its author's name and picture, because it follows closely on one of the same author. */
export function isContinued(message: PageMessage, before: PageMessage | undefined): boolean {
	return (
		before !== undefined &&
		before.author.id === message.author.id &&
		!message.interaction_metadata &&
		!message.message_reference &&
		isPrivate(message) === isPrivate(before) &&
		Date.parse(message.timestamp) - Date.parse(before.timestamp) < CLOSE_MS
	);
}

/** Remembers which control of which message has the focus. @returns what gives it back when that message was drawn anew */
function rememberFocus(): () => void {
	const focused = document.activeElement;
	const id = focused?.closest<HTMLElement>('[data-message-id]')?.dataset['messageId'];
	const controls = () => [...document.querySelectorAll<HTMLElement>(`[data-message-id="${id}"] :is(button, select, a)`)];
	const index = controls().findIndex((control) => control.matches(':focus'));
	return () => {
		if (index >= 0 && document.activeElement === document.body) controls()[index]?.focus({ preventScroll: true });
	};
}

interface Drawn {
	message: PageMessage;
	pressed: Pressed | undefined;
	continued: boolean;
	view: HTMLElement;
}

/** Shows the open channel's messages; keeps to the newest while one reads along, and goes there when one writes oneself. */
export function mountMessageList(namesOf: (memory: Memory) => Names, actions: MessageActions & { dismissWaiting(id: string): void }) {
	const scroller = byId('scroller', HTMLDivElement);
	const list = byId('messages', HTMLElement);
	const log = byId('log', HTMLDivElement);
	const jump = byId('jump', HTMLButtonElement);
	let drawn = new Map<string, Drawn>();
	let shownFor = '';
	let following = true;
	/** Where following last scrolled to. */
	let placed = 0;
	let lastOwn: string | undefined;

	/** Where the newest message is read from: the end, or its top when it is taller than the window. */
	function newestTop(): number {
		const end = scroller.scrollHeight - scroller.clientHeight;
		const newest = list.lastElementChild?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY;
		return Math.max(0, Math.min(end, newest - scroller.getBoundingClientRect().top + scroller.scrollTop));
	}
	const follow = (): void => {
		if (!following) return;
		scroller.scrollTo({ top: newestTop() });
		placed = scroller.scrollTop;
	};
	scroller.addEventListener('scroll', () => {
		const below = newestTop() - scroller.scrollTop;
		// The event of our own scrolling comes late: by then the list may have grown, and that does not mean that one has scrolled away.
		if (scroller.scrollTop !== placed) following = Math.abs(below) < NEAR_PX;
		jump.hidden = following || below < NEAR_PX;
	});
	jump.addEventListener('click', () => scroller.scrollTo({ top: scroller.scrollHeight }));
	const resized = new ResizeObserver(follow);
	resized.observe(list);
	resized.observe(scroller);

	function draw(memory: Memory, names: Names): Node[] {
		const visible = memory.messages.filter((message) => !memory.dismissed.has(message.id));
		const next = new Map<string, Drawn>();
		for (const [index, message] of visible.entries()) {
			const pressed = memory.pressed.find((one) => one.messageId === message.id);
			const continued = isContinued(message, visible[index - 1]);
			const old = drawn.get(message.id);
			const same = old?.message === message && old.pressed === pressed && old.continued === continued;
			const setting = { names, memberId: memory.memberId, continued, pressed };
			next.set(message.id, same ? old : { message, pressed, continued, view: messageView(message, setting, actions) });
		}
		drawn = next;
		return [...next.values()].map((one) => one.view);
	}

	return (memory: Memory): void => {
		const showing = `${memory.channelId} ${memory.memberId} ${memory.locale}`;
		if (showing !== shownFor) {
			drawn = new Map();
			following = true;
			shownFor = showing;
		}
		const { bot } = memory.server;
		const waiting = memory.waiting
			.filter((one) => one.channelId === memory.channelId && one.memberId === memory.memberId)
			.map((one) =>
				waitingView(one, { id: bot.id, name: bot.username }, nameOf(memory, one.memberId) ?? '', memory.locale, () =>
					actions.dismissWaiting(one.interactionId),
				),
			);
		const giveFocusBack = rememberFocus();
		showChildren(list, [...draw(memory, namesOf(memory)), ...waiting]);
		log.setAttribute('aria-busy', String(memory.loading));
		const own = waiting.at(-1)?.dataset['interactionId'] ?? memory.messages.findLast(({ author }) => author.id === memory.memberId)?.id;
		if (own !== lastOwn) following = true;
		lastOwn = own;
		// The components draw themselves before the next frame: sooner, a message that was replaced has no height and takes no focus.
		requestAnimationFrame(() => {
			giveFocusBack();
			follow();
		});
	};
}
