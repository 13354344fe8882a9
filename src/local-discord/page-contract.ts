/**
 * What the page and the local Discord say to each other over HTTP. The browser imports this file too, so nothing of Node stands here.
 *
 * | request | answer |
 * | --- | --- |
 * | `GET /page/state` | `PageState` |
 * | `GET /page/channels/:id/messages?as=MEMBER` | `PageMessages`, oldest first, only what that member may see |
 * | `POST /page/channels/:id/messages` with `SendMessage` | `Outcome` |
 * | `POST /page/channels/:id/typing` with `{as}` | `Outcome` |
 * | `POST /page/channels/:id/threads` with `OpenThread` | `Outcome`; the thread arrives as an event |
 * | `POST /page/interactions` with `StartInteraction` | `InteractionOutcome` as soon as it is sent to the bot; what comes of it arrives as events |
 * | `POST /page/autocomplete` with `AskForChoices` | `ChoicesOutcome` |
 * | `GET /page/events?as=MEMBER` | server-sent events, each one's `data` a `PageEvent`; missed ones are not sent again (read the state anew) |
 * | `GET /avatars/:userId.svg` | a generated avatar |
 * | `GET /attachments/:channelId/:attachmentId/:filename` | a file of a message |
 *
 * Every `Outcome` comes with status 200; `{ok: false, error}` holds a sentence for the member. A body that does not fit is a 400 with the
 * same shape. Messages, commands and modals are objects of Discord's API v10, as the bot sends and receives them.
 * The addresses of files are absolute (`http://127.0.0.1:PORT/attachments/…`).
 */
import type {
	APIApplicationCommand,
	APIApplicationCommandOptionChoice,
	APIMessage,
	APIModalInteractionResponseCallbackData,
	APIUser,
} from 'discord-api-types/v10';
import * as z from 'zod';

/** Discord's flag on a message that a deferred reply stands for until it is edited ("… is thinking"). */
export const LOADING = 1 << 7;

/** Discord's flag on a message that one member alone sees. */
export const EPHEMERAL = 1 << 6;

/** A message of Discord's API, plus the id of the one member who sees it when it is private. A deferred reply has the flag {@link LOADING}. */
export type PageMessage = APIMessage & { ephemeralFor?: string };

/** An object of Discord's API which the local Discord has made or checked itself: the page needs to know only that it is one. */
function discordObject<T>(key: string) {
	return z.custom<T>((value) => typeof value === 'object' && value !== null && key in value);
}

const pageMessage = discordObject<PageMessage>('id');
const command = discordObject<APIApplicationCommand>('name');

const id = z.string().regex(/^\d{17,19}$/);

export const PageGuild = z.object({
	id,
	name: z.string(),
	/** False where members can use the bot only as an app of their own. */
	hasBot: z.boolean(),
});
export type PageGuild = z.infer<typeof PageGuild>;

export const PageMember = z.object({ id, name: z.string() });
export type PageMember = z.infer<typeof PageMember>;

export const PageChannel = z.object({
	id,
	kind: z.enum(['text', 'thread', 'dm']),
	name: z.string(),
	/** Null for a direct message. */
	guildId: id.nullable(),
	/** The channel that a thread belongs to. */
	parentId: id.optional(),
	/** The member whose direct messages with the bot these are; nobody else may see the channel. */
	memberId: id.optional(),
});
export type PageChannel = z.infer<typeof PageChannel>;

export const PageState = z.object({
	applicationId: id,
	bot: discordObject<APIUser>('id'),
	/** Whether the bot is connected now. */
	online: z.boolean(),
	guilds: z.array(PageGuild),
	channels: z.array(PageChannel),
	members: z.array(PageMember),
	/** Every registered command with its options, localisations, contexts and, for a command of one guild, `guild_id`. */
	commands: z.array(command),
});
export type PageState = z.infer<typeof PageState>;

export const PageMessages = z.object({ messages: z.array(pageMessage) });

/** What a member types. "@Name" of a member or the bot becomes a mention, as in Discord's own client. */
export const SendMessage = z.object({
	as: id,
	content: z.string(),
	replyTo: id.optional(),
	/** False: a reply that does not mention the author it replies to. */
	ping: z.boolean().optional(),
});
export type SendMessage = z.infer<typeof SendMessage>;

export const Typing = z.object({ as: id });

/** A thread on a message. */
export const OpenThread = z.object({ as: id, messageId: id, name: z.string().min(1).max(100) });
export type OpenThread = z.infer<typeof OpenThread>;

/** Values by option name: a string, number or boolean as the option's type asks; for users, channels and roles the id. */
export const OptionValues = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
export type OptionValues = z.infer<typeof OptionValues>;

const locale = z.string().optional().describe("The member's language as Discord writes it: en-US, de, zh-CN …; without it en-US");

export const StartInteraction = z.discriminatedUnion('kind', [
	/** `name`: the command, or "command subcommand". */
	z.object({ kind: z.literal('slash'), as: id, channelId: id, name: z.string(), options: OptionValues, locale }),
	/** `targetId`: the message (or user) on which the context menu was opened. */
	z.object({ kind: z.literal('menu'), as: id, channelId: id, name: z.string(), targetId: id, locale }),
	/** `values`: what was chosen, for a select. */
	z.object({
		kind: z.literal('component'),
		as: id,
		channelId: id,
		messageId: id,
		customId: z.string(),
		values: z.array(z.string()).optional(),
		locale,
	}),
	/** `interactionId`: of the event `modal`; `fields`: text by the custom id of its input. */
	z.object({ kind: z.literal('modal'), as: id, interactionId: id, fields: z.record(z.string(), z.string()), locale }),
]);
export type StartInteraction = z.infer<typeof StartInteraction>;

/** `name` as for a slash command; `option`: the focused one, whose typed text stands in `options` like every other value. */
export const AskForChoices = z.object({ as: id, channelId: id, name: z.string(), option: z.string(), options: OptionValues, locale });
export type AskForChoices = z.infer<typeof AskForChoices>;

const failed = z.object({ ok: z.literal(false), error: z.string() });

export const Outcome = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true) }), failed]);
export type Outcome = z.infer<typeof Outcome>;

export const InteractionOutcome = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), interactionId: id }), failed]);
export type InteractionOutcome = z.infer<typeof InteractionOutcome>;

export const ChoicesOutcome = z.discriminatedUnion('ok', [
	z.object({ ok: z.literal(true), choices: z.array(discordObject<APIApplicationCommandOptionChoice>('name')) }),
	failed,
]);
export type ChoicesOutcome = z.infer<typeof ChoicesOutcome>;

export const PageEvent = z.discriminatedUnion('type', [
	z.object({ type: z.literal('messageCreated'), message: pageMessage }),
	z.object({ type: z.literal('messageUpdated'), message: pageMessage }),
	z.object({ type: z.literal('messageDeleted'), channelId: id, messageId: id }),
	/** Lasts 10 s, or until the user's next message in the channel. */
	z.object({ type: z.literal('typing'), channelId: id, userId: id }),
	z.object({ type: z.literal('channelCreated'), channel: PageChannel }),
	/** The bot took the interaction (to a button or select: stop its waiting look). */
	z.object({ type: z.literal('interactionAcknowledged'), interactionId: id }),
	/** The bot did not answer in time. `messageId`: the message whose button or select it was. */
	z.object({
		type: z.literal('interactionFailed'),
		interactionId: id,
		channelId: id,
		messageId: id.optional(),
		error: z.string(),
	}),
	z.object({
		type: z.literal('modal'),
		interactionId: id,
		channelId: id,
		modal: discordObject<APIModalInteractionResponseCallbackData>('custom_id'),
	}),
	z.object({ type: z.literal('commandsChanged'), commands: z.array(command) }),
	z.object({ type: z.literal('presence'), online: z.boolean() }),
]);
export type PageEvent = z.infer<typeof PageEvent>;
