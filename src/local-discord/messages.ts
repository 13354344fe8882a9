import { IncomingWebhookInteractionRequestSchema } from 'discord-api-spec/zod';
import { AllowedMentionsTypes, type APIAllowedMentions, type APIUser, MessageFlags, MessageType } from 'discord-api-types/v10';
import type { Upload } from './body.js';
import { conform, withoutNulls } from './conform.js';
import { mediaType } from './media-types.js';
import { type MessagePayload, messageProblems } from './message-limits.js';
import { messageJson } from './present.js';
import { type Problem, Refusal, refuseOn } from './refusal.js';
import type { Channel, MessageInteraction, StoredFile, StoredMessage, World } from './world.js';

export interface MessageExtras {
	author?: APIUser;
	type?: MessageType;
	repliesTo?: StoredMessage;
	interaction?: MessageInteraction;
	ephemeralFor?: string;
	nonce?: string;
}

const FILES = 10;
/** Of a channel; older ones are forgotten, so that a long run does not fill the memory with pictures. */
const KEPT_MESSAGES = 1_000;
const UNKNOWN_TYPE = 'application/octet-stream';
/** Flags that a bot may set on a message itself. */
const SETTABLE = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

/**
 * Puts a new message of the bot (or, by `extras`, of somebody else) in a channel and tells of it.
 * @throws Refusal 50035, 50006 or 40005, and then nothing is sent.
 */
export function postMessage(
	world: World,
	channel: Channel,
	payload: MessagePayload,
	uploads: readonly Upload[],
	extras: MessageExtras = {},
): StoredMessage {
	const message = emptyMessage(world, channel, extras);
	message.flags |= (payload.flags ?? 0) & SETTABLE;
	fill(world, message, payload, uploads);
	return publish(world, message);
}

/** The message that stands for a deferred reply. */
export function postLoading(world: World, channel: Channel, extras: MessageExtras): StoredMessage {
	const message = emptyMessage(world, channel, extras);
	message.flags |= MessageFlags.Loading;
	return publish(world, message);
}

function emptyMessage(world: World, channel: Channel, extras: MessageExtras): StoredMessage {
	return {
		id: world.newId(),
		channel,
		author: world.bot,
		type: extras.repliesTo ? MessageType.Reply : MessageType.Default,
		content: '',
		embeds: [],
		files: [],
		components: [],
		flags: extras.ephemeralFor === undefined ? 0 : MessageFlags.Ephemeral,
		sentAt: world.time(),
		editedAt: null,
		mentions: [],
		mentionsEveryone: false,
		deleted: false,
		...extras,
	};
}

function publish(world: World, message: StoredMessage): StoredMessage {
	const { messages } = message.channel;
	messages.push(message);
	if (messages.length > KEPT_MESSAGES && messages[0]) forget(world, messages[0]);
	world.tell({ type: 'messageCreated', message: messageJson(world, message) }, message.ephemeralFor);
	return message;
}

/**
 * Changes what the payload names and tells of it. The first edit of a deferred reply makes it a sent message.
 * @throws Refusal 50035, 50006 or 40005, and then the message stays as it was.
 */
export function editMessage(world: World, message: StoredMessage, payload: MessagePayload, uploads: readonly Upload[]): void {
	const wasLoading = (message.flags & MessageFlags.Loading) !== 0;
	fill(world, message, payload, uploads);
	message.flags = (message.flags | ((payload.flags ?? 0) & SETTABLE)) & ~MessageFlags.Loading;
	if (!wasLoading) message.editedAt = world.time();
	world.tell({ type: 'messageUpdated', message: messageJson(world, message) }, message.ephemeralFor);
}

export function deleteMessage(world: World, message: StoredMessage): void {
	forget(world, message);
	world.tell({ type: 'messageDeleted', channelId: message.channel.id, messageId: message.id }, message.ephemeralFor);
}

function forget(world: World, message: StoredMessage): void {
	message.deleted = true;
	message.channel.messages = message.channel.messages.filter((other) => other !== message);
	for (const file of message.files) world.files.delete(file.id);
}

function fill(world: World, message: StoredMessage, payload: MessagePayload, uploads: readonly Upload[]): void {
	const embeds = payload.embeds === undefined ? message.embeds : withoutNulls(payload.embeds ?? []);
	const components = payload.components === undefined ? message.components : withoutNulls(payload.components ?? []);
	const content = payload.content === undefined ? message.content : (payload.content ?? '').trim();
	const flags = message.flags | ((payload.flags ?? 0) & SETTABLE);
	refuseOn(messageProblems({ ...payload, content, embeds, components, flags }));
	const files = filesAfter(world, message, payload, uploads);
	if (content === '' && embeds.length === 0 && files.length === 0 && components.length === 0) throw new Refusal('emptyMessage');
	for (const file of message.files) if (!files.includes(file)) world.files.delete(file.id);
	for (const file of files) world.files.set(file.id, file);
	Object.assign(message, { content, embeds, components, files }, mentionsIn(world, message, content, payload.allowed_mentions));
}

/**
 * What Discord would refuse in the body of a reply to an interaction that comes with so many files; nothing when it would be sent.
 * For tests over many payloads that need no server.
 */
export function replyProblems(body: unknown, files = 0): readonly Problem[] {
	try {
		const payload = conform(IncomingWebhookInteractionRequestSchema, body);
		const { content, embeds, components } = payload;
		const isEmpty = !content?.trim() && !embeds?.length && !components?.length && files === 0;
		const empty: Problem[] = isEmpty ? [{ path: [], code: 'EMPTY_MESSAGE', message: 'Cannot send an empty message' }] : [];
		return [...empty, ...messageProblems({ ...payload, embeds: withoutNulls(embeds ?? []), components: withoutNulls(components ?? []) })];
	} catch (error) {
		if (error instanceof Refusal) return error.problems;
		throw error;
	}
}

/** With a list of attachments only those kept by id stay; without one all stay. Uploads come after them, described by the list's entries. */
function filesAfter(world: World, message: StoredMessage, payload: MessagePayload, uploads: readonly Upload[]): StoredFile[] {
	const listed = payload.attachments;
	const kept = listed ? message.files.filter((file) => listed.some(({ id }) => String(id) === file.id)) : message.files;
	const added = uploads.map((upload): StoredFile => {
		const entry = listed?.find(({ id }) => String(id) === upload.number);
		const id = world.newId();
		const filename = (entry?.filename ?? upload.filename).replace(/[^\w.-]+/g, '_');
		return {
			id,
			filename,
			...(entry?.description && { description: entry.description }),
			contentType: upload.contentType === UNKNOWN_TYPE ? mediaType(filename) : upload.contentType,
			bytes: upload.bytes,
			url: `${world.address}/attachments/${message.channel.id}/${id}/${filename}`,
		};
	});
	const files = [...kept, ...added];
	if (files.length > FILES) {
		refuseOn([{ path: ['attachments'], code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${FILES} or fewer in length.` }]);
	}
	return files;
}

/** Whom the message pings: those named in its content and the author it replies to, as far as `allowed_mentions` lets it. */
function mentionsIn(
	world: World,
	message: StoredMessage,
	content: string,
	allowed: APIAllowedMentions | null | undefined,
): Pick<StoredMessage, 'mentions' | 'mentionsEveryone'> {
	const mayPing = (id: string) => !allowed || allowed.parse?.includes(AllowedMentionsTypes.User) || allowed.users?.includes(id);
	const ids = new Set([...content.matchAll(/<@!?(\d{17,19})>/g)].flatMap(([, id]) => (id && mayPing(id) ? [id] : [])));
	const replied = message.repliesTo?.author.id;
	if (replied !== undefined && replied !== message.author.id && (allowed ? allowed.replied_user : true)) ids.add(replied);
	return {
		mentions: [...ids].flatMap((id) => world.users.get(id) ?? []),
		mentionsEveryone: /@(everyone|here)\b/.test(content) && (!allowed || (allowed.parse?.includes(AllowedMentionsTypes.Everyone) ?? false)),
	};
}
