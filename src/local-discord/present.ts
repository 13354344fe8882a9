import {
	type APIAttachment,
	type APIDMChannel,
	type APIEmbed,
	type APIInteractionGuildMember,
	type APIMessage,
	type APITextChannel,
	type APIThreadChannel,
	type APIUser,
	ChannelType,
	EmbedType,
	GatewayIntentBits,
	GuildMemberFlags,
	MessageReferenceType,
	PermissionFlagsBits,
	ThreadAutoArchiveDuration,
} from 'discord-api-types/v10';
import { EPHEMERAL, type PageChannel, type PageMessage } from './page-contract.js';
import { type Channel, type StoredFile, type StoredMessage, snowflakeTime, type World } from './world.js';

const OWN_SCHEME = 'attachment://';

/** What a member may do in a text channel; the bot may do the same. */
export const PERMISSIONS = String(
	PermissionFlagsBits.ViewChannel |
		PermissionFlagsBits.SendMessages |
		PermissionFlagsBits.SendMessagesInThreads |
		PermissionFlagsBits.CreatePublicThreads |
		PermissionFlagsBits.EmbedLinks |
		PermissionFlagsBits.AttachFiles |
		PermissionFlagsBits.ReadMessageHistory |
		PermissionFlagsBits.UseApplicationCommands |
		PermissionFlagsBits.UseExternalApps,
);

/** What a member may do in a channel of a server. */
export function permissionsOf(world: World, userId: string): string {
	return world.managers.has(userId) ? String(BigInt(PERMISSIONS) | PermissionFlagsBits.ManageGuild) : PERMISSIONS;
}

/** A message as Discord's API gives it: files that embeds show are in the embeds, the others are its attachments. */
export function messageJson(world: World, message: StoredMessage): PageMessage {
	const { repliesTo, thread, interaction } = message;
	return {
		...withoutReference(message),
		...(repliesTo && {
			message_reference: { type: MessageReferenceType.Default, ...placeOf(repliesTo), message_id: repliesTo.id },
			referenced_message: repliesTo.deleted ? null : withoutReference(repliesTo),
		}),
		...(thread && { thread: threadJson(thread) }),
		...(interaction && {
			webhook_id: world.applicationId,
			application_id: world.applicationId,
			interaction: {
				id: interaction.metadata.id,
				type: interaction.metadata.type,
				name: interaction.name,
				user: interaction.metadata.user,
			},
			interaction_metadata: interaction.metadata,
		}),
	};
}

function placeOf(message: StoredMessage) {
	return { channel_id: message.channel.id, ...(message.channel.guild && { guild_id: message.channel.guild.id }) };
}

function withoutReference(message: StoredMessage): PageMessage {
	const shown = new Set(message.embeds.flatMap(ownFilesOf));
	return {
		id: message.id,
		channel_id: message.channel.id,
		author: message.author,
		type: message.type,
		content: message.content,
		embeds: message.embeds.map((embed) => withAddresses(embed, message.files)),
		attachments: message.files.filter((file) => !shown.has(file.filename)).map(attachmentJson),
		components: message.components,
		flags: message.flags,
		timestamp: message.sentAt,
		edited_timestamp: message.editedAt,
		mentions: message.mentions,
		mention_roles: [],
		mention_everyone: message.mentionsEveryone,
		pinned: false,
		tts: false,
		...(message.ephemeralFor !== undefined && { ephemeralFor: message.ephemeralFor }),
	};
}

export function attachmentJson(file: StoredFile): APIAttachment {
	return {
		id: file.id,
		filename: file.filename,
		size: file.bytes.length,
		url: file.url,
		proxy_url: file.url,
		content_type: file.contentType,
		...(file.description !== undefined && { description: file.description }),
	};
}

/** Names of the uploaded files that an embed shows. */
function ownFilesOf(embed: APIEmbed): string[] {
	const addresses = [embed.image?.url, embed.thumbnail?.url, embed.author?.icon_url, embed.footer?.icon_url];
	return addresses.flatMap((address) => (address?.startsWith(OWN_SCHEME) ? [address.slice(OWN_SCHEME.length)] : []));
}

function withAddresses(embed: APIEmbed, files: readonly StoredFile[]): APIEmbed {
	const resolve = (address: string): string => files.find((file) => address === OWN_SCHEME + file.filename)?.url ?? address;
	const icon = (address: string | undefined) => (address ? { icon_url: resolve(address), proxy_icon_url: resolve(address) } : {});
	const picture = ({ url }: { url: string }) => {
		const description = files.find((file) => url === OWN_SCHEME + file.filename)?.description;
		return { url: resolve(url), proxy_url: resolve(url), ...(description !== undefined && { description }) };
	};
	return {
		type: EmbedType.Rich,
		...embed,
		...(embed.image && { image: picture(embed.image) }),
		...(embed.thumbnail && { thumbnail: picture(embed.thumbnail) }),
		...(embed.author && { author: { ...embed.author, ...icon(embed.author.icon_url) } }),
		...(embed.footer && { footer: { ...embed.footer, ...icon(embed.footer.icon_url) } }),
	};
}

/** Whether Discord lets the bot read a message: with the MessageContent intent all, without it its own, direct ones, and those that mention it. */
function isReadable(world: World, message: PageMessage): boolean {
	return (
		(world.intents & GatewayIntentBits.MessageContent) !== 0 ||
		message.author.id === world.bot.id ||
		message.mentions.some((user) => user.id === world.bot.id) ||
		world.channels.get(message.channel_id)?.kind === 'dm'
	);
}

/** A message without what is only for the page. */
export function plainMessage(message: PageMessage): APIMessage {
	const { ephemeralFor: _, ...plain } = message;
	return plain;
}

/** A message as the bot gets it through the gateway and from the message routes: unreadable ones come without what was said. */
export function messageForBot(world: World, message: PageMessage): APIMessage {
	const plain = plainMessage(message);
	const readable = isReadable(world, message) ? plain : { ...plain, content: '', embeds: [], attachments: [], components: [] };
	return plain.referenced_message ? { ...readable, referenced_message: messageForBot(world, plain.referenced_message) } : readable;
}

/** Whether a member sees a message of a channel that is open to them. */
export function isVisibleTo(message: StoredMessage, memberId: string): boolean {
	return (message.flags & EPHEMERAL) === 0 || message.ephemeralFor === memberId;
}

export function channelJson(world: World, channel: Channel): APITextChannel | APIThreadChannel | APIDMChannel {
	if (channel.kind === 'thread') return threadJson(channel);
	const last = { last_message_id: channel.messages.at(-1)?.id ?? null };
	if (!channel.guild) {
		const member = world.users.get(channel.memberId ?? '');
		return { id: channel.id, type: ChannelType.DM, name: null, recipients: member ? [member] : [], ...last };
	}
	return {
		id: channel.id,
		type: ChannelType.GuildText,
		name: channel.name,
		guild_id: channel.guild.id,
		position: 0,
		permission_overwrites: [],
		nsfw: false,
		topic: null,
		parent_id: null,
		...last,
	};
}

export function threadJson(thread: Channel): APIThreadChannel {
	return {
		id: thread.id,
		type: ChannelType.PublicThread,
		name: thread.name,
		guild_id: thread.guild?.id ?? '',
		parent_id: thread.parentId ?? '',
		owner_id: thread.ownerId ?? '',
		last_message_id: thread.messages.at(-1)?.id ?? null,
		message_count: thread.messages.length,
		member_count: 2,
		rate_limit_per_user: 0,
		thread_metadata: {
			archived: false,
			auto_archive_duration: ThreadAutoArchiveDuration.OneDay,
			archive_timestamp: thread.openedAt,
			create_timestamp: thread.openedAt,
			locked: false,
		},
	};
}

/** A channel as the page shows it. */
export function pageChannel(channel: Channel): PageChannel {
	const { id, kind, name, guild, parentId, memberId } = channel;
	return { id, kind, name, guildId: guild?.id ?? null, ...(parentId && { parentId }), ...(memberId && { memberId }) };
}

/** A user as member of any guild here. */
export function memberJson(user: APIUser): Omit<APIInteractionGuildMember, 'user' | 'permissions'> {
	return {
		roles: [],
		joined_at: snowflakeTime(user.id),
		deaf: false,
		mute: false,
		flags: GuildMemberFlags.CompletedOnboarding,
		nick: null,
	};
}
