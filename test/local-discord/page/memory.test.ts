import { MessageType } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { afterEvent, type Memory, visibleChannels, withPressed, withWaiting } from '../../../src/local-discord/page/memory.js';
import type { PageMessage } from '../../../src/local-discord/page-contract.js';

const [ana, bo, bot] = ['100000000000000001', '100000000000000002', '100000000000000003'];
const [here, there] = ['200000000000000001', '200000000000000002'];
const user = (id: string) => ({ id, username: id, global_name: null, discriminator: '0', avatar: null });

const memory: Memory = {
	server: {
		applicationId: bot,
		bot: user(bot),
		online: true,
		guilds: [],
		channels: [
			{ id: here, kind: 'text', name: 'here', guildId: null },
			{ id: there, kind: 'dm', name: 'Bo', guildId: null, memberId: bo },
		],
		members: [],
		commands: [],
	},
	memberId: ana,
	channelId: here,
	locale: 'en-US',
	messages: [],
	loading: false,
	unread: new Set(),
	dismissed: new Set(),
	waiting: [],
	pressed: [],
	settled: new Map(),
	typing: [],
	replyingTo: undefined,
	connected: true,
};

const message = (id: string, channelId = here, author = bo): PageMessage => ({
	id,
	channel_id: channelId,
	author: user(author),
	type: MessageType.Default,
	content: '',
	embeds: [],
	attachments: [],
	timestamp: '2024-01-01T00:00:00.000Z',
	edited_timestamp: null,
	mentions: [],
	mention_roles: [],
	mention_everyone: false,
	pinned: false,
	tts: false,
});

const waiting = { interactionId: '300000000000000001', channelId: here, memberId: ana, name: 'c', sentAt: new Date(0) };

test('messages stand in the order of their ids, each once, and leave when they are deleted', () => {
	let now = memory;
	for (const id of ['1000', '999', '1001']) now = afterEvent(now, { type: 'messageCreated', message: message(id) }, 0);
	now = afterEvent(now, { type: 'messageUpdated', message: { ...message('999'), content: 'new' } }, 0);
	expect(now.messages.map(({ id, content }) => [id, content])).toEqual([
		['999', 'new'],
		['1000', ''],
		['1001', ''],
	]);
	now = afterEvent(now, { type: 'messageDeleted', channelId: here, messageId: '1000' }, 0);
	expect(now.messages.map(({ id }) => id)).toEqual(['999', '1001']);
});

test('a message elsewhere makes its channel unread, unless one wrote it oneself', () => {
	expect([...afterEvent(memory, { type: 'messageCreated', message: message('1', there) }, 0).unread]).toEqual([there]);
	expect(afterEvent(memory, { type: 'messageCreated', message: message('1', there, ana) }, 0).unread.size).toBe(0);
	expect(afterEvent(memory, { type: 'messageUpdated', message: message('1', there) }, 0).unread.size).toBe(0);
});

test('a command waits until it is taken or fails, whichever is told first', () => {
	const { interactionId } = waiting;
	const taken = { type: 'interactionAcknowledged', interactionId } as const;
	const failed = { type: 'interactionFailed', interactionId, channelId: here, error: 'no answer' } as const;
	expect(withWaiting(memory, waiting).waiting).toHaveLength(1);
	expect(afterEvent(withWaiting(memory, waiting), taken, 0).waiting).toEqual([]);
	expect(withWaiting(afterEvent(memory, taken, 0), waiting).waiting).toEqual([]);
	expect(afterEvent(withWaiting(memory, waiting), failed, 0).waiting).toEqual([{ ...waiting, error: 'no answer' }]);
	expect(withWaiting(afterEvent(memory, failed, 0), waiting).waiting).toEqual([{ ...waiting, error: 'no answer' }]);
});

test('a button that failed is forgotten when another of its message is pressed', () => {
	const pressed = { interactionId: '1', messageId: '9', customId: 'a', error: 'no answer' };
	const now = withPressed(withPressed(memory, pressed), { interactionId: '2', messageId: '9', customId: 'b' });
	expect(now.pressed).toEqual([{ interactionId: '2', messageId: '9', customId: 'b' }]);
});

test('who has written is no longer typing', () => {
	const typing = afterEvent(memory, { type: 'typing', channelId: here, userId: bo }, 5);
	expect(typing.typing).toEqual([{ channelId: here, userId: bo, since: 5 }]);
	expect(afterEvent(typing, { type: 'messageCreated', message: message('1') }, 6).typing).toEqual([]);
});

test('nobody sees the direct messages of others', () => {
	expect(visibleChannels(memory).map(({ id }) => id)).toEqual([here]);
	expect(visibleChannels({ ...memory, memberId: bo }).map(({ id }) => id)).toEqual([here, there]);
});
