import { LOADING, type PageChannel, type PageEvent, type PageMember, type PageMessage, type PageState } from '../page-contract.js';

/** A command that was sent and that the bot has not taken yet, or never took. */
export interface Waiting {
	interactionId: string;
	channelId: string;
	memberId: string;
	name: string;
	sentAt: Date;
	/** Why nothing came of it. */
	error?: string;
}

/** A button or select that was used and that the bot has not taken yet, or never took. */
export interface Pressed {
	interactionId: string;
	messageId: string;
	customId: string;
	error?: string;
}

/** Everything that the page shows. */
export interface Memory {
	server: PageState;
	memberId: string;
	channelId: string;
	locale: string;
	/** Of the open channel, oldest first. */
	messages: readonly PageMessage[];
	/** The messages are being fetched. */
	loading: boolean;
	unread: ReadonlySet<string>;
	dismissed: ReadonlySet<string>;
	waiting: readonly Waiting[];
	pressed: readonly Pressed[];
	/** What became of interactions: taken, or the error. It may be told of before the request that began one returns. */
	settled: ReadonlyMap<string, 'taken' | { error: string }>;
	/** User ids by channel. */
	typing: readonly { channelId: string; userId: string; since: number }[];
	replyingTo: PageMessage | undefined;
	connected: boolean;
}

export const currentChannel = (memory: Memory): PageChannel | undefined =>
	memory.server.channels.find((channel) => channel.id === memory.channelId);

export const currentMember = (memory: Memory): PageMember | undefined =>
	memory.server.members.find((member) => member.id === memory.memberId);

/** The name of the bot or a member. */
export function nameOf(memory: Memory, userId: string): string | undefined {
	const { bot, members } = memory.server;
	return userId === bot.id ? bot.username : members.find((member) => member.id === userId)?.name;
}

/** Which channels a member sees: all but the direct messages of others. */
export const visibleChannels = (memory: Memory): PageChannel[] =>
	memory.server.channels.filter((channel) => channel.memberId === undefined || channel.memberId === memory.memberId);

/** Puts messages in their place by id: ids grow with time. */
function withMessage(messages: readonly PageMessage[], message: PageMessage): PageMessage[] {
	const others = messages.filter((other) => other.id !== message.id);
	return [...others, message].sort((a, b) => a.id.length - b.id.length || (a.id < b.id ? -1 : 1));
}

const added = (set: ReadonlySet<string>, item: string): ReadonlySet<string> => new Set([...set, item]);

function afterMessage(memory: Memory, message: PageMessage, isNew: boolean): Memory {
	const interactionId = message.interaction_metadata?.id;
	const here = message.channel_id === memory.channelId;
	const unread = isNew && !here && message.author.id !== memory.memberId;
	return {
		...memory,
		messages: here ? withMessage(memory.messages, message) : memory.messages,
		unread: unread ? added(memory.unread, message.channel_id) : memory.unread,
		typing: memory.typing.filter((one) => one.channelId !== message.channel_id || one.userId !== message.author.id),
		waiting: memory.waiting.filter((one) => one.interactionId !== interactionId),
		settled: interactionId ? new Map([...memory.settled, [interactionId, 'taken']]) : memory.settled,
	};
}

/** The memory after something happened. */
export function afterEvent(memory: Memory, event: PageEvent, now: number): Memory {
	switch (event.type) {
		case 'messageCreated':
			return afterMessage(memory, event.message, true);
		case 'messageUpdated':
			return afterMessage(memory, event.message, false);
		case 'messageDeleted':
			return { ...memory, messages: memory.messages.filter((message) => message.id !== event.messageId) };
		case 'typing': {
			const others = memory.typing.filter((one) => one.channelId !== event.channelId || one.userId !== event.userId);
			return { ...memory, typing: [...others, { channelId: event.channelId, userId: event.userId, since: now }] };
		}
		case 'channelCreated': {
			const others = memory.server.channels.filter((channel) => channel.id !== event.channel.id);
			return { ...memory, server: { ...memory.server, channels: [...others, event.channel] } };
		}
		case 'interactionAcknowledged':
			return {
				...memory,
				settled: new Map([...memory.settled, [event.interactionId, 'taken']]),
				waiting: memory.waiting.filter((one) => one.interactionId !== event.interactionId),
				pressed: memory.pressed.filter((one) => one.interactionId !== event.interactionId),
			};
		case 'interactionFailed': {
			const failed = <T extends { interactionId: string }>(one: T): T =>
				one.interactionId === event.interactionId ? { ...one, error: event.error } : one;
			const settled = new Map([...memory.settled, [event.interactionId, { error: event.error }] as const]);
			return { ...memory, settled, waiting: memory.waiting.map(failed), pressed: memory.pressed.map(failed) };
		}
		case 'commandsChanged':
			return { ...memory, server: { ...memory.server, commands: event.commands } };
		case 'presence':
			return { ...memory, server: { ...memory.server, online: event.online } };
		case 'modal':
			return memory;
	}
}

/** Notes a command as sent, unless the bot has taken it already. */
export function withWaiting(memory: Memory, waiting: Waiting): Memory {
	const outcome = memory.settled.get(waiting.interactionId);
	return outcome === 'taken' ? memory : { ...memory, waiting: [...memory.waiting, { ...waiting, ...outcome }] };
}

/** Notes a button as pressed, unless the bot has taken it already. An earlier failure at the same message is forgotten. */
export function withPressed(memory: Memory, pressed: Pressed): Memory {
	const others = memory.pressed.filter((one) => one.messageId !== pressed.messageId);
	const outcome = memory.settled.get(pressed.interactionId);
	return { ...memory, pressed: outcome === 'taken' ? others : [...others, { ...pressed, ...outcome }] };
}

/** Whether a message stands for a deferred reply ("… is thinking"). */
export const isThinking = (message: PageMessage): boolean => ((message.flags ?? 0) & LOADING) !== 0;
