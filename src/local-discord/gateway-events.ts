import { type APIMessage, type APIUser, ChannelType, GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import type { PageEvent } from './page-contract.js';
import { channelJson, memberJson, messageForBot, PERMISSIONS, threadJson } from './present.js';
import type { Guild, World } from './world.js';

/** An event for the bot: sent to sessions that asked for one of the intents and hold the guild. */
export interface Dispatch {
	name: string;
	data: object;
	/** Bits of which one must have been asked for; 0 for none. */
	intents: number;
	guildId?: string;
}

const { GuildMessages, DirectMessages, GuildMessageTyping, DirectMessageTyping, Guilds } = GatewayIntentBits;

/** What the bot hears of a change; nothing of private messages, nor of servers that it is not in. */
export function botHears(world: World, event: PageEvent): Dispatch | undefined {
	switch (event.type) {
		case 'messageCreated':
		case 'messageUpdated': {
			const { message } = event;
			if (message.ephemeralFor !== undefined) return undefined;
			const name = event.type === 'messageCreated' ? GatewayDispatchEvents.MessageCreate : GatewayDispatchEvents.MessageUpdate;
			return inChannel(world, message.channel_id, name, GuildMessages, DirectMessages, {
				...messageForBot(world, message),
				...memberOf(world, message),
			});
		}
		case 'messageDeleted':
			return inChannel(world, event.channelId, GatewayDispatchEvents.MessageDelete, GuildMessages, DirectMessages, {
				id: event.messageId,
				channel_id: event.channelId,
			});
		case 'typing': {
			const user = world.users.get(event.userId);
			if (!user || user.id === world.bot.id) return undefined;
			const data = {
				channel_id: event.channelId,
				user_id: user.id,
				timestamp: Math.floor(world.now() / 1_000),
				member: { user, ...memberJson(user) },
			};
			return inChannel(world, event.channelId, GatewayDispatchEvents.TypingStart, GuildMessageTyping, DirectMessageTyping, data);
		}
		case 'channelCreated': {
			const thread = world.channels.get(event.channel.id);
			return (
				thread &&
				inChannel(world, thread.id, GatewayDispatchEvents.ThreadCreate, Guilds, Guilds, { ...threadJson(thread), newly_created: true })
			);
		}
		default:
			return undefined;
	}
}

function inChannel(world: World, channelId: string, name: string, inGuild: number, direct: number, data: object): Dispatch | undefined {
	const guild = world.channels.get(channelId)?.guild;
	if (!guild) return { name, data, intents: direct };
	return guild.hasBot ? { name, data: { ...data, guild_id: guild.id }, intents: inGuild, guildId: guild.id } : undefined;
}

function memberOf(world: World, { channel_id: channelId, author }: APIMessage) {
	const channel = world.channels.get(channelId);
	return channel?.guild
		? { member: memberJson(author), channel_type: channel.kind === 'thread' ? ChannelType.PublicThread : ChannelType.GuildText }
		: { channel_type: ChannelType.DM };
}

/** A guild as GUILD_CREATE and `GET /guilds/:id` give it. */
export function guildJson(world: World, guild: Guild, members: readonly APIUser[]): object {
	const channels = [...world.channels.values()].filter((channel) => channel.guild === guild);
	return {
		id: guild.id,
		name: guild.name,
		icon: null,
		splash: null,
		discovery_splash: null,
		owner_id: world.members[0]?.id ?? world.bot.id,
		afk_channel_id: null,
		afk_timeout: 300,
		verification_level: 0,
		default_message_notifications: 0,
		explicit_content_filter: 0,
		roles: [
			{
				id: guild.id,
				name: '@everyone',
				color: 0,
				hoist: false,
				position: 0,
				permissions: PERMISSIONS,
				managed: false,
				mentionable: false,
				flags: 0,
			},
		],
		emojis: [],
		stickers: [],
		features: [],
		mfa_level: 0,
		application_id: null,
		system_channel_id: null,
		system_channel_flags: 0,
		rules_channel_id: null,
		vanity_url_code: null,
		description: null,
		banner: null,
		premium_tier: 0,
		premium_subscription_count: 0,
		preferred_locale: 'en-US',
		public_updates_channel_id: null,
		nsfw_level: 0,
		premium_progress_bar_enabled: false,
		joined_at: memberJson(world.bot).joined_at,
		large: false,
		unavailable: false,
		member_count: world.members.length + 1,
		voice_states: [],
		members: members.map((user) => ({ user, ...memberJson(user) })),
		channels: channels.filter(({ kind }) => kind === 'text').map((channel) => channelJson(world, channel)),
		threads: channels.filter(({ kind }) => kind === 'thread').map(threadJson),
		presences: [],
		stage_instances: [],
		guild_scheduled_events: [],
		soundboard_sounds: [],
	};
}
