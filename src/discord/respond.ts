import type {
	BaseMessageOptions,
	ChatInputCommandInteraction,
	Message,
	MessageComponentInteraction,
	MessageContextMenuCommandInteraction,
	ModalSubmitInteraction,
} from 'discord.js';
import { RESTJSONErrorCodes } from 'discord.js';
import type { Logger } from 'pino';
import type { Picture } from '../pictures/pictures.js';
import type { Reply } from '../replies/reply.js';
import { factsOf, hasCode } from './failures.js';
import type { Muted } from './muted.js';
import { payloadOf, privacy, withPicture } from './payload.js';

/** Discord waits three seconds; until half of that is over, a plain reply at once is the faster way and the one that may still be private. */
const DEFER_AFTER_MS = 1_500;

type Command = ChatInputCommandInteraction | MessageContextMenuCommandInteraction | ModalSubmitInteraction;

/** A reply whose text has been sent. */
export interface Sent {
	readonly how: 'answered' | 'deferred';
	/** Resolves when its picture has been added, or will not be. */
	readonly picture: Promise<void>;
}

/** The ways out: every message of the bot leaves through one of these three. */
export interface Respond {
	/** Answers a command, or what was typed into its form, for the asker alone when it is to be hidden or the reply is private by its nature. */
	toCommand(interaction: Command, work: Promise<Reply>, isHidden: boolean): Promise<Sent>;
	/** Answers a button or menu: turns the page of its message, or opens a new private one. */
	toPress(interaction: MessageComponentInteraction, work: Promise<Reply>, turnsPage: boolean): Promise<Sent>;
	/** Answers a message in its channel. */
	toMessage(message: Message, reply: Reply): Promise<Sent>;
}

export function createRespond(log: Logger, muted: Muted): Respond {
	/** Whose picture is being drawn, by message: a page that is turned meanwhile must not be turned back by it. */
	const drawing = new Map<string, Reply>();

	async function addPicture(
		{ messageId, channelId }: { messageId: string; channelId: string | null },
		{ reply, drawing: coming }: Ready,
		edit: (payload: BaseMessageOptions) => Promise<unknown>,
	): Promise<void> {
		if (!coming) return;
		drawing.set(messageId, reply);
		try {
			const { picture, error } = await coming;
			if (error) throw error;
			if (picture && drawing.get(messageId) === reply) await edit(withPicture(reply, picture));
		} catch (error) {
			if (hasCode(error, RESTJSONErrorCodes.UnknownMessage)) log.info({ message: messageId }, 'a message is gone before its picture came');
			else if (!muted.refusedBy(channelId ?? '', error))
				log.error({ message: messageId, ...factsOf(error) }, 'a picture could not be drawn or added; the text stands');
		} finally {
			if (drawing.get(messageId) === reply) drawing.delete(messageId);
		}
	}

	/**
	 * Sends a first answer. That it was acknowledged before means that an answer of Discord's was lost on its way here, or that somebody else
	 * answers for the bot as well: the reply stands, and what comes after it goes on.
	 */
	async function acknowledge<T>(
		interaction: Command | MessageComponentInteraction,
		how: 'replied' | 'deferred',
		send: () => Promise<T>,
	): Promise<T | undefined> {
		try {
			return await send();
		} catch (error) {
			if (!hasCode(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) throw error;
			log.warn({ id: interaction.id }, 'an interaction had been acknowledged before: going on');
			interaction[how] = true;
			return;
		}
	}

	/** Sends a first answer. Its message is asked for only when a picture is still to come: the answer without it is shorter. */
	async function replyAtOnce(interaction: Command | MessageComponentInteraction, ready: Ready, isPrivate: boolean): Promise<string> {
		const payload = { ...ready.payload, ...privacy(isPrivate) };
		if (!ready.drawing) {
			await acknowledge(interaction, 'replied', () => interaction.reply(payload));
			return '';
		}
		const sent = await acknowledge(interaction, 'replied', () => interaction.reply({ ...payload, withResponse: true }));
		return sent?.resource?.message?.id ?? interaction.id;
	}

	async function sendNew(interaction: Command | MessageComponentInteraction, work: Promise<Reply>, isHidden: boolean): Promise<Sent> {
		const fast = await within(work, DEFER_AFTER_MS);
		if (!fast) await acknowledge(interaction, 'deferred', () => interaction.deferReply(privacy(isHidden)));
		const reply = fast ?? (await work);
		const ready = await readyOf(reply);
		const messageId = fast
			? await replyAtOnce(interaction, ready, isHidden || reply.isPrivate === true)
			: (await interaction.editReply(ready.payload)).id;
		const { channelId } = interaction;
		const picture = addPicture({ messageId, channelId }, ready, (payload) => interaction.editReply(payload));
		return { how: fast ? 'answered' : 'deferred', picture };
	}

	async function turnPage(interaction: MessageComponentInteraction, work: Promise<Reply>): Promise<Sent> {
		const fast = await within(work, DEFER_AFTER_MS);
		if (!fast) await acknowledge(interaction, 'deferred', () => interaction.deferUpdate());
		const reply = fast ?? (await work);
		const how = fast ? 'answered' : 'deferred';
		if (reply.isPrivate) {
			const payload = { ...payloadOf(reply), ...privacy(true) };
			await (interaction.deferred ? interaction.followUp(payload) : acknowledge(interaction, 'replied', () => interaction.reply(payload)));
			return { how, picture: Promise.resolve() };
		}
		const { channelId } = interaction;
		const messageId = interaction.message.id;
		drawing.delete(messageId);
		const ready = await readyOf(reply);
		const payload = { ...ready.payload, attachments: [] };
		await (interaction.deferred ? interaction.editReply(payload) : acknowledge(interaction, 'replied', () => interaction.update(payload)));
		return { how, picture: addPicture({ messageId, channelId }, ready, (withIt) => interaction.editReply(withIt)) };
	}

	return {
		toCommand: sendNew,
		toPress: (interaction, work, turnsPage) => (turnsPage ? turnPage(interaction, work) : sendNew(interaction, work, true)),

		async toMessage(message, reply) {
			// The nonce keeps one answer to a message: one that is sent again because Discord's word on it was lost is not a second one.
			const once = { nonce: message.id, enforceNonce: true };
			const ready = await readyOf(reply);
			const sent = await message.reply({ ...ready.payload, ...once, failIfNotExists: false });
			const { id: messageId, channelId } = sent;
			return { how: 'answered', picture: addPicture({ messageId, channelId }, ready, (payload) => sent.edit(payload)) };
		},
	};
}

/** What drawing gave: kept as a value, since nobody waits for it while the text is sent. */
type Drawn = { readonly picture: Picture | null; readonly error?: undefined } | { readonly picture?: undefined; readonly error: unknown };

/** A reply as it is sent first. */
interface Ready {
	readonly reply: Reply;
	readonly payload: BaseMessageOptions;
	/** Its picture, where it is still to come. */
	readonly drawing?: Promise<Drawn>;
}

/** A picture that was drawn before goes with the text: one message in place of a message and its change. The text waits for none. */
async function readyOf(reply: Reply): Promise<Ready> {
	const drawing = reply.picture?.().then(
		(picture): Drawn => ({ picture }),
		(error: unknown): Drawn => ({ error }),
	);
	const drawn = drawing && (await within(drawing, 0));
	if (drawn?.picture) return { reply, payload: withPicture(reply, drawn.picture) };
	return { reply, payload: payloadOf(reply), ...(drawing ? { drawing } : {}) };
}

/** What a promise gives, or undefined when that takes longer. */
async function within<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<undefined>((resolve) => {
		timer = setTimeout(() => resolve(undefined), ms);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}
