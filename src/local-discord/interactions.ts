import { randomBytes } from 'node:crypto';
import {
	type APIApplicationCommandOptionChoice,
	type APIMessageInteractionMetadata,
	type APIModalInteractionResponseCallbackData,
	type APIUser,
	InteractionContextType,
	InteractionResponseType,
	InteractionType,
	Locale,
} from 'discord-api-types/v10';
import { channelJson, memberJson, messageJson, PERMISSIONS, permissionsOf, plainMessage } from './present.js';
import { Refusal } from './refusal.js';
import type { Channel, MessageInteraction, StoredMessage, World } from './world.js';

/** What a member did; `data` as Discord sends it to the bot. */
export interface Deed {
	type:
		| InteractionType.ApplicationCommand
		| InteractionType.ApplicationCommandAutocomplete
		| InteractionType.MessageComponent
		| InteractionType.ModalSubmit;
	user: APIUser;
	channel: Channel;
	data: object;
	/** The command's name. */
	name?: string;
	/** The message with the button or select; of a modal, the one that opened it. */
	source?: StoredMessage;
	/** Of a modal: the interaction that it answered. */
	opener?: Interaction;
	locale?: string | undefined;
}

export interface Interaction extends Deed {
	id: string;
	token: string;
	createdAt: number;
	state: 'waiting' | 'acknowledged' | 'failed';
	/** How the bot acknowledged it. */
	callback?: InteractionResponseType;
	/** What `@original` means: the first reply, or the message with the button that was updated. */
	original?: StoredMessage;
	/** No edit of the original is owed any more. */
	settled: boolean;
	followUps: StoredMessage[];
	modal?: APIModalInteractionResponseCallbackData;
	choices?: APIApplicationCommandOptionChoice[];
	timer: NodeJS.Timeout;
}

export interface Deadlines {
	/** Discord: 3 s. */
	acknowledgeWithinMs: number;
	/** How long the token serves for edits and follow-ups. Discord: 15 min. */
	interactionLifeMs: number;
}

const ATTACHMENT_BYTES = 10_485_760;

/** Interactions from the member's deed to the end of their tokens. */
export class Interactions {
	private readonly byId = new Map<string, Interaction>();
	private readonly byToken = new Map<string, Interaction>();

	constructor(
		private readonly world: World,
		readonly deadlines: Deadlines,
		private readonly send: (interaction: object, guildId: string | undefined) => void,
	) {}

	/** Sends the deed to the bot and starts its three seconds. */
	open(deed: Deed): Interaction {
		this.forgetOld();
		const interaction: Interaction = {
			...deed,
			id: this.world.newId(),
			token: randomBytes(60).toString('base64url'),
			createdAt: this.world.now(),
			state: 'waiting',
			settled: false,
			followUps: [],
			timer: setTimeout(() => this.fail(interaction), this.deadlines.acknowledgeWithinMs),
		};
		this.byId.set(interaction.id, interaction);
		this.byToken.set(interaction.token, interaction);
		this.send(interactionJson(this.world, interaction), deed.channel.guild?.id);
		return interaction;
	}

	get(id: string): Interaction | undefined {
		return this.byId.get(id);
	}

	/**
	 * The interaction of a callback, which is still to be acknowledged.
	 * @throws Refusal 10062 when there is none or it is too late, 40060 when it has been acknowledged.
	 */
	toAcknowledge(id: string, token: string): Interaction {
		const interaction = this.byId.get(id);
		if (interaction?.token !== token || interaction.state === 'failed') throw new Refusal('unknownInteraction');
		if (interaction.state === 'acknowledged') throw new Refusal('alreadyAcknowledged');
		return interaction;
	}

	acknowledge(interaction: Interaction, callback: InteractionResponseType): void {
		clearTimeout(interaction.timer);
		interaction.state = 'acknowledged';
		interaction.callback = callback;
		interaction.settled =
			callback !== InteractionResponseType.DeferredChannelMessageWithSource && callback !== InteractionResponseType.DeferredMessageUpdate;
		if (interaction.type === InteractionType.ApplicationCommandAutocomplete) this.world.touch();
		else this.world.tell({ type: 'interactionAcknowledged', interactionId: interaction.id }, interaction.user.id);
	}

	/**
	 * The interaction that a webhook's token stands for.
	 * @throws Refusal 10015 before it is acknowledged, 50027 for no or an old token.
	 */
	ofWebhook(applicationId: string, token: string): Interaction {
		const interaction = this.byToken.get(token);
		if (applicationId !== this.world.applicationId) throw new Refusal('unknownWebhook');
		if (!interaction || this.world.now() - interaction.createdAt > this.deadlines.interactionLifeMs)
			throw new Refusal('invalidWebhookToken');
		if (interaction.state !== 'acknowledged') throw new Refusal('unknownWebhook');
		return interaction;
	}

	close(): void {
		for (const { timer } of this.byId.values()) clearTimeout(timer);
	}

	private forgetOld(): void {
		for (const interaction of this.byId.values()) {
			if (!this.isOver(interaction)) return;
			this.byId.delete(interaction.id);
			this.byToken.delete(interaction.token);
		}
	}

	private isOver({ createdAt }: Interaction): boolean {
		return this.world.now() - createdAt > this.deadlines.interactionLifeMs;
	}

	private fail(interaction: Interaction): void {
		interaction.state = 'failed';
		if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
			this.world.touch();
			return;
		}
		const { id, user, channel, source } = interaction;
		const error = source ? 'This interaction failed' : 'The application did not respond';
		this.world.tell(
			{ type: 'interactionFailed', interactionId: id, channelId: channel.id, ...(source && { messageId: source.id }), error },
			user.id,
		);
	}
}

/** Whether the bot is reached only because the member has installed it for themselves. */
export function isUserInstalledOnly({ channel }: Pick<Deed, 'channel'>): boolean {
	return channel.guild !== undefined && !channel.guild.hasBot;
}

/** For whom the bot acts, by installation: "0" a guild ("0" itself in its direct messages), "1" a member. */
function ownersOf({ channel, user }: Deed): Record<string, string> {
	if (!channel.guild) return { '0': '0' };
	return channel.guild.hasBot ? { '0': channel.guild.id } : { '1': user.id };
}

/** What a message that answers the interaction says of it. */
export function messageInteraction(interaction: Interaction): MessageInteraction {
	return { name: interaction.name ?? '', metadata: metadataOf(interaction) };
}

function metadataOf(interaction: Interaction): APIMessageInteractionMetadata {
	const base = { id: interaction.id, user: interaction.user, authorizing_integration_owners: ownersOf(interaction) };
	if (interaction.type === InteractionType.ModalSubmit && interaction.opener) {
		const opener = metadataOf(interaction.opener);
		if (opener.type !== InteractionType.ModalSubmit) {
			return { ...base, type: InteractionType.ModalSubmit, triggering_interaction_metadata: opener };
		}
	}
	if (interaction.source) return { ...base, type: InteractionType.MessageComponent, interacted_message_id: interaction.source.id };
	return { ...base, type: InteractionType.ApplicationCommand };
}

function interactionJson(world: World, interaction: Interaction): object {
	const { id, type, token, data, user, channel, source } = interaction;
	const { guild } = channel;
	const locale = interaction.locale ?? Locale.EnglishUS;
	const where = guild
		? {
				guild_id: guild.id,
				guild: { id: guild.id, locale: Locale.EnglishUS, features: [] },
				guild_locale: Locale.EnglishUS,
				member: { user, ...memberJson(user), permissions: permissionsOf(world, user.id), plainMessage },
				context: InteractionContextType.Guild,
			}
		: { user, context: InteractionContextType.BotDM };
	return {
		id,
		application_id: world.applicationId,
		type,
		token,
		version: 1,
		data,
		channel_id: channel.id,
		channel: { ...channelJson(world, channel), permissions: PERMISSIONS, plainMessage },
		...where,
		...(source && { message: plainMessage(messageJson(world, source)) }),
		app_permissions: PERMISSIONS,
		locale,
		entitlements: [],
		authorizing_integration_owners: ownersOf(interaction),
		attachment_size_limit: ATTACHMENT_BYTES,
	};
}
