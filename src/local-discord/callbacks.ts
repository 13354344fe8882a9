import {
	IncomingWebhookInteractionRequestSchema,
	IncomingWebhookRequestPartialSchema,
	IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
	IncomingWebhookUpdateRequestPartialSchema,
	InteractionApplicationCommandAutocompleteCallbackNumberDataSchema,
	InteractionApplicationCommandAutocompleteCallbackStringDataSchema,
	ModalInteractionCallbackRequestDataSchema,
} from 'discord-api-spec/zod';
import {
	type APIApplicationCommandOptionChoice,
	type APICommandAutocompleteInteractionResponseCallbackData,
	InteractionResponseType,
	InteractionType,
	MessageFlags,
	MessageType,
} from 'discord-api-types/v10';
import { z } from 'zod';
import type { Body } from './body.js';
import { conform } from './conform.js';
import { type Interaction, type Interactions, isUserInstalledOnly, messageInteraction } from './interactions.js';
import { deleteMessage, editMessage, type MessageExtras, postLoading, postMessage } from './messages.js';
import { modalProblems } from './modals.js';
import { messageJson, plainMessage } from './present.js';
import { type Problem, Refusal, refuseOn } from './refusal.js';
import type { StoredMessage, World } from './world.js';

const {
	ChannelMessageWithSource,
	DeferredChannelMessageWithSource,
	DeferredMessageUpdate,
	UpdateMessage,
	ApplicationCommandAutocompleteResult,
	Modal,
} = InteractionResponseType;

const CHOICE_VALUE = 100;
/** https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages */
const FOLLOW_UPS_OF_USER_INSTALLED = 5;

const callbackBody = z.looseObject({ type: z.number(), data: z.unknown().optional() });
const firstChoice = z.object({ choices: z.tuple([z.object({ value: z.number() })], z.unknown()) });

/**
 * The bot's first answer to an interaction.
 * @throws Refusal 10062, 40060, or what is wrong with the answer; then the interaction still waits for one.
 */
export function takeCallback(world: World, interactions: Interactions, id: string, token: string, body: Body): Interaction {
	const interaction = interactions.toAcknowledge(id, token);
	const { type, data } = parseCallback(body.json);
	const callback = allowedCallbacks(interaction).find((allowed) => allowed === type);
	if (callback === undefined) {
		throw new Refusal('invalidForm', [
			{ path: ['type'], code: 'BASE_TYPE_CHOICES', message: 'This callback type does not answer this interaction.' },
		]);
	}
	try {
		answer(world, interaction, callback, data ?? {}, body);
	} catch (error) {
		throw error instanceof Refusal ? error.under('data') : error;
	}
	interactions.acknowledge(interaction, callback);
	return interaction;
}

function parseCallback(json: unknown) {
	const parsed = callbackBody.safeParse(json);
	if (!parsed.success)
		throw new Refusal('invalidForm', [{ path: ['type'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }]);
	return parsed.data;
}

function allowedCallbacks({ type, source }: Interaction): readonly InteractionResponseType[] {
	const replies = [ChannelMessageWithSource, DeferredChannelMessageWithSource];
	const updates = source ? [DeferredMessageUpdate, UpdateMessage] : [];
	switch (type) {
		case InteractionType.ApplicationCommandAutocomplete:
			return [ApplicationCommandAutocompleteResult];
		case InteractionType.ModalSubmit:
			return [...replies, ...updates];
		default:
			return [...replies, ...updates, Modal];
	}
}

function answer(world: World, interaction: Interaction, callback: InteractionResponseType, data: unknown, { uploads }: Body): void {
	const { channel, source } = interaction;
	switch (callback) {
		case ChannelMessageWithSource: {
			const payload = conform(IncomingWebhookInteractionRequestSchema, data);
			interaction.original = postMessage(world, channel, payload, uploads, replyExtras(interaction, payload.flags));
			return;
		}
		case DeferredChannelMessageWithSource: {
			const { flags } = conform(IncomingWebhookInteractionRequestSchema, data);
			interaction.original = postLoading(world, channel, replyExtras(interaction, flags));
			return;
		}
		case ApplicationCommandAutocompleteResult:
			interaction.choices = choicesOf(data);
			return;
		case Modal: {
			const modal = conform(ModalInteractionCallbackRequestDataSchema, data);
			refuseOn(modalProblems(modal));
			interaction.modal = modal;
			world.tell({ type: 'modal', interactionId: interaction.id, channelId: channel.id, modal }, interaction.user.id);
			return;
		}
		default:
			if (!source || source.deleted) throw new Refusal('unknownMessage');
			if (callback === UpdateMessage) {
				editMessage(world, source, conform(IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema, data), uploads);
			}
			interaction.original = source;
	}
}

function replyExtras(interaction: Interaction, flags: number | undefined): MessageExtras {
	const { source, user, type, data } = interaction;
	const ofMenu = 'target_id' in data;
	const command = ofMenu ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand;
	return {
		interaction: messageInteraction(interaction),
		...(source && { repliesTo: source }),
		...(type === InteractionType.ApplicationCommand && { type: command }),
		...(((flags ?? 0) & MessageFlags.Ephemeral) !== 0 && { ephemeralFor: user.id }),
	};
}

/** The description allows 6,000 characters in a choice, Discord 100; and its union cannot tell texts from numbers, the first choice can. */
function choicesOf(data: unknown): APIApplicationCommandOptionChoice[] {
	const schema = firstChoice.safeParse(data).success
		? InteractionApplicationCommandAutocompleteCallbackNumberDataSchema
		: InteractionApplicationCommandAutocompleteCallbackStringDataSchema;
	const { choices = [] } = conform<APICommandAutocompleteInteractionResponseCallbackData>(schema, data);
	refuseOn(
		choices.flatMap(({ value }, index): Problem[] =>
			typeof value === 'string' && (value === '' || value.length > CHOICE_VALUE)
				? [
						{
							path: ['choices', index, 'value'],
							code: 'BASE_TYPE_BAD_LENGTH',
							message: `Must be between 1 and ${CHOICE_VALUE} in length.`,
						},
					]
				: [],
		),
	);
	return choices;
}

/** What a callback with `with_response=true` answers. */
export function callbackJson(world: World, interaction: Interaction): object {
	const { id, type, callback, original } = interaction;
	const message = callback === Modal || callback === ApplicationCommandAutocompleteResult ? undefined : original;
	return {
		interaction: {
			id,
			type,
			...(message && {
				response_message_id: message.id,
				response_message_loading: (message.flags & MessageFlags.Loading) !== 0,
				response_message_ephemeral: (message.flags & MessageFlags.Ephemeral) !== 0,
			}),
		},
		resource: { type: callback, ...(message && { message: plainMessage(messageJson(world, message)) }) },
	};
}

/**
 * A further message. The first one after a deferred reply becomes that reply.
 * @throws Refusal 40094 when a user-installed bot has sent its five, or what is wrong with the message.
 */
export function postFollowUp(world: World, interaction: Interaction, { json, uploads }: Body): StoredMessage {
	const payload = conform(IncomingWebhookRequestPartialSchema, json);
	const { original } = interaction;
	if (original && !original.deleted && (original.flags & MessageFlags.Loading) !== 0) {
		editMessage(world, original, payload, uploads);
		settle(world, interaction, original);
		return original;
	}
	if (isUserInstalledOnly(interaction) && interaction.followUps.length >= FOLLOW_UPS_OF_USER_INSTALLED)
		throw new Refusal('tooManyFollowUps');
	const message = postMessage(world, interaction.channel, payload, uploads, {
		interaction: messageInteraction(interaction),
		...(original && { repliesTo: original }),
		...(((payload.flags ?? 0) & MessageFlags.Ephemeral) !== 0 && { ephemeralFor: interaction.user.id }),
	});
	interaction.followUps.push(message);
	world.touch();
	return message;
}

/** @throws Refusal 10008 when it is not a message of this interaction, or has been deleted. */
export function webhookMessage({ original, followUps }: Interaction, id: string): StoredMessage {
	const message = id === '@original' ? original : [original, ...followUps].find((each) => each?.id === id);
	if (!message || message.deleted) throw new Refusal('unknownMessage');
	return message;
}

export function editWebhookMessage(world: World, interaction: Interaction, id: string, { json, uploads }: Body): StoredMessage {
	const message = webhookMessage(interaction, id);
	const payload = conform(IncomingWebhookUpdateRequestPartialSchema, json);
	editMessage(world, message, payload, uploads);
	settle(world, interaction, message);
	return message;
}

export function deleteWebhookMessage(world: World, interaction: Interaction, id: string): void {
	const message = webhookMessage(interaction, id);
	deleteMessage(world, message);
	settle(world, interaction, message);
}

function settle(world: World, interaction: Interaction, changed: StoredMessage): void {
	if (changed !== interaction.original) return;
	interaction.settled = true;
	world.touch();
}
