import {
	CreatePrivateChannelRequestSchema,
	CreateTextThreadWithMessageRequestSchema,
	MessageCreateRequestSchema,
	MessageEditRequestPartialSchema,
} from 'discord-api-spec/zod';
import { MessageFlags } from 'discord-api-types/v10';
import { conform } from './conform.js';
import { deleteMessage, editMessage, postMessage } from './messages.js';
import { channelJson, messageForBot, messageJson } from './present.js';
import { Refusal } from './refusal.js';
import { NO_CONTENT, ok, type Routes } from './routes.js';
import { openThread } from './threads.js';
import type { Channel, StoredMessage, World } from './world.js';

/** Discord says "the past few minutes". */
const NONCE_LIFE_MS = 180_000;

/** The routes of channels: messages, typing, threads, direct messages. */
export function channelRoutes(world: World): Routes {
	const channelOf = (id = ''): Channel => {
		const channel = world.channels.get(id);
		if (!channel) throw new Refusal('unknownChannel');
		if (channel.guild && !channel.guild.hasBot) throw new Refusal('missingAccess');
		return channel;
	};
	const messageOf = (channelId: string | undefined, messageId: string | undefined): StoredMessage => {
		const message = readable(channelOf(channelId)).find(({ id }) => id === messageId);
		if (!message) throw new Refusal('unknownMessage');
		return message;
	};
	const show = (message: StoredMessage) => messageForBot(world, messageJson(world, message));
	return {
		'GET /channels/:channel': (_call, id) => ok(channelJson(world, channelOf(id))),
		'GET /channels/:channel/messages': ({ query }, id) => ok(pageOf(readable(channelOf(id)), query).map(show)),
		'GET /channels/:channel/messages/:message': (_call, channelId, id) => ok(show(messageOf(channelId, id))),
		'POST /channels/:channel/messages': ({ body }, id) => {
			const channel = channelOf(id);
			const payload = conform(MessageCreateRequestSchema, body.json);
			const nonce = payload.nonce == null ? undefined : String(payload.nonce);
			const sent = payload.enforce_nonce ? sentBefore(world, channel, nonce) : undefined;
			if (sent) return ok(show(sent));
			const repliesTo = repliedTo(channel, payload.message_reference);
			return ok(
				show(
					postMessage(world, channel, payload, body.uploads, {
						...(repliesTo && { repliesTo }),
						...(nonce !== undefined && { nonce }),
					}),
				),
			);
		},
		'PATCH /channels/:channel/messages/:message': ({ body }, channelId, id) => {
			const message = messageOf(channelId, id);
			if (message.author !== world.bot) throw new Refusal('notTheAuthor');
			editMessage(world, message, conform(MessageEditRequestPartialSchema, body.json), body.uploads);
			return ok(show(message));
		},
		'DELETE /channels/:channel/messages/:message': (_call, channelId, id) => {
			const message = messageOf(channelId, id);
			if (message.author !== world.bot) throw new Refusal('missingPermissions');
			deleteMessage(world, message);
			return NO_CONTENT;
		},
		'POST /channels/:channel/typing': (_call, id) => {
			world.tell({ type: 'typing', channelId: channelOf(id).id, userId: world.bot.id });
			return NO_CONTENT;
		},
		'POST /channels/:channel/messages/:message/threads': ({ body }, channelId, id) => {
			const message = messageOf(channelId, id);
			const { name } = conform(CreateTextThreadWithMessageRequestSchema, body.json);
			return { status: 201, json: channelJson(world, openThread(world, message.channel, name, world.bot.id, message)) };
		},
		'POST /channels/:channel/threads': ({ body }, id) => {
			const channel = channelOf(id);
			const { name } = conform(CreateTextThreadWithMessageRequestSchema, body.json);
			return { status: 201, json: channelJson(world, openThread(world, channel, name, world.bot.id)) };
		},
		'PUT /channels/:channel/thread-members/@me': (_call, id) => {
			channelOf(id);
			return NO_CONTENT;
		},
		'POST /users/@me/channels': ({ body }) => {
			const { recipient_id: memberId } = conform(CreatePrivateChannelRequestSchema, body.json);
			const channel = world.directMessages(memberId ?? '');
			if (!channel) throw new Refusal('cannotSendToUser');
			return ok(channelJson(world, channel));
		},
	};
}

/** The bot's message of the last minutes with that nonce: with `enforce_nonce` it is given back, and no second one is sent. */
function sentBefore(world: World, channel: Channel, nonce: string | undefined): StoredMessage | undefined {
	const recent = ({ sentAt }: StoredMessage) => world.now() - Date.parse(sentAt) < NONCE_LIFE_MS;
	return channel.messages.find(
		(message) => nonce !== undefined && message.nonce === nonce && message.author === world.bot && recent(message),
	);
}

/** Private replies are no messages of the channel. */
function readable(channel: Channel): StoredMessage[] {
	return channel.messages.filter(({ flags }) => (flags & MessageFlags.Ephemeral) === 0);
}

/** Newest first, as `before`, `after`, `around` and `limit` ask. */
function pageOf(messages: readonly StoredMessage[], query: URLSearchParams): StoredMessage[] {
	const limit = Number(query.get('limit') ?? 50);
	if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
		throw new Refusal('invalidForm', [{ path: ['limit'], code: 'NUMBER_TYPE_MAX', message: 'int value should be between 1 and 100.' }]);
	}
	const [before, after, around] = ['before', 'after', 'around'].map((key) => query.get(key));
	if (after)
		return messages
			.filter(({ id }) => BigInt(id) > BigInt(after))
			.slice(0, limit)
			.toReversed();
	if (around) {
		const middle = messages.findIndex(({ id }) => BigInt(id) >= BigInt(around));
		const start = Math.max(0, (middle === -1 ? messages.length : middle) - Math.floor(limit / 2));
		return messages.slice(start, start + limit).toReversed();
	}
	const older = before ? messages.filter(({ id }) => BigInt(id) < BigInt(before)) : messages;
	return older.slice(-limit).toReversed();
}

function repliedTo(
	channel: Channel,
	reference: { message_id: string; fail_if_not_exists?: boolean | null | undefined } | null | undefined,
): StoredMessage | undefined {
	if (!reference) return undefined;
	const message = readable(channel).find(({ id }) => id === reference.message_id);
	if (!message && (reference.fail_if_not_exists ?? true)) {
		throw new Refusal('invalidForm', [{ path: ['message_reference'], code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }]);
	}
	return message;
}
