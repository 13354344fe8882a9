import type { PageChannel } from '../page-contract.js';
import { byId, make } from './dom.js';
import { currentChannel, type Memory, visibleChannels } from './memory.js';

const SIGNS = { text: '#', thread: '🧵', dm: '@' } as const;

/** What a channel is called: direct messages after the bot. */
export const channelName = (channel: PageChannel, memory: Memory): string =>
	channel.kind === 'dm' ? memory.server.bot.username : channel.name;

function entry(channel: PageChannel, memory: Memory, open: (id: string) => void): HTMLElement {
	const isCurrent = channel.id === memory.channelId;
	const isUnread = memory.unread.has(channel.id);
	return make(
		'button',
		{
			type: 'button',
			class: ['channel', channel.kind, isUnread ? 'unread' : ''].join(' '),
			'aria-current': isCurrent ? 'page' : undefined,
			'aria-label': isUnread ? `${channelName(channel, memory)}, unread` : undefined,
			'data-channel-id': channel.id,
			click: () => open(channel.id),
		},
		make('span', { class: 'sign', 'aria-hidden': 'true' }, SIGNS[channel.kind]),
		make('span', { class: 'name' }, channelName(channel, memory)),
	);
}

function section(heading: string, note: string | undefined, entries: HTMLElement[]): HTMLElement[] {
	if (entries.length === 0) return [];
	return [make('h2', {}, heading, ...(note ? [make('small', {}, note)] : [])), ...entries];
}

/** Text channels with their threads under them. */
function inOrder(channels: readonly PageChannel[]): PageChannel[] {
	return channels
		.filter((channel) => channel.kind === 'text')
		.flatMap((text) => [text, ...channels.filter((one) => one.parentId === text.id)]);
}

/** Shows the servers with their channels, and the direct messages. Drawn anew only when they change, or the focus would be lost. */
export function showChannels(memory: Memory, open: (id: string) => void): void {
	const { bot, guilds } = memory.server;
	const visible = visibleChannels(memory);
	const place = byId('channels', HTMLDivElement);
	const key = JSON.stringify([guilds, visible, memory.channelId, [...memory.unread]]);
	if (place.dataset['shown'] === key) return;
	place.dataset['shown'] = key;
	const servers = guilds.flatMap((guild) => {
		const own = inOrder(visible.filter((channel) => channel.guildId === guild.id));
		return section(
			guild.name,
			guild.hasBot ? undefined : `without ${bot.username}: use it as your own app`,
			own.map((one) => entry(one, memory, open)),
		);
	});
	const direct = section(
		'Direct messages',
		undefined,
		visible.filter(({ kind }) => kind === 'dm').map((one) => entry(one, memory, open)),
	);
	place.replaceChildren(...servers, ...direct);
}

/** Shows which channel is open, and what it is. */
export function showChannelHeader(memory: Memory): void {
	const channel = currentChannel(memory);
	if (!channel) return;
	const { bot, guilds, online } = memory.server;
	const guild = guilds.find((one) => one.id === channel.guildId);
	const name = channelName(channel, memory);
	byId('channel-name', HTMLHeadingElement).replaceChildren(
		make('span', { class: 'sign', 'aria-hidden': 'true' }, SIGNS[channel.kind]),
		name,
	);
	const presence = make('span', { class: online ? 'presence online' : 'presence' }, `${bot.username} is ${online ? 'online' : 'offline'}`);
	const where = guild && !guild.hasBot ? `${guild.name} does not have ${bot.username}: its commands come with you` : guild?.name;
	byId('channel-topic', HTMLParagraphElement).replaceChildren(...(where ? [make('span', { class: 'where' }, where)] : []), presence);
	document.title = `${SIGNS[channel.kind]}${name} – Local Discord`;
}
