import type {
	BaseMessageOptions,
	ChatInputCommandInteraction,
	Message,
	MessageComponentInteraction,
	MessageContextMenuCommandInteraction,
} from 'discord.js';
import type { Logger } from 'pino';
import type { Reply } from '../replies/reply.js';
import { factsOf } from './failures.js';
import { payloadOf, privacy, withPicture } from './payload.js';

/** Discord waits three seconds; until half of that is over, a plain reply at once is the faster way and the one that may still be private. */
const DEFER_AFTER_MS = 1_500;

type Command = ChatInputCommandInteraction | MessageContextMenuCommandInteraction;

/** The ways out: every message of the bot leaves through one of these three. */
export interface Respond {
	/** Answers a command, for the asker alone when it is to be hidden or the reply is private by its nature. */
	toCommand(interaction: Command, work: Promise<Reply>, isHidden: boolean): Promise<void>;
	/** Answers a button or menu: turns the page of its message, or opens a new private one. */
	toPress(interaction: MessageComponentInteraction, work: Promise<Reply>, turnsPage: boolean): Promise<void>;
	/** Answers a message in its channel. */
	toMessage(message: Message, reply: Reply): Promise<void>;
}

export function createRespond(log: Logger): Respond {
	/** Whose picture is being drawn, by message: a page that is turned meanwhile must not be turned back by it. */
	const drawing = new Map<string, Reply>();

	async function addPicture(messageId: string, reply: Reply, edit: (payload: BaseMessageOptions) => Promise<unknown>): Promise<void> {
		if (!reply.picture) return;
		drawing.set(messageId, reply);
		try {
			const picture = await reply.picture();
			if (picture && drawing.get(messageId) === reply) await edit(withPicture(reply, picture));
		} catch (error) {
			log.error(factsOf(error), 'a picture could not be drawn or added; the text stands');
		} finally {
			if (drawing.get(messageId) === reply) drawing.delete(messageId);
		}
	}

	async function sendNew(interaction: Command | MessageComponentInteraction, work: Promise<Reply>, isHidden: boolean): Promise<void> {
		const fast = await within(work, DEFER_AFTER_MS);
		if (!fast) await interaction.deferReply(privacy(isHidden));
		const reply = fast ?? (await work);
		const id = fast
			? await replyAtOnce(interaction, reply, isHidden || reply.isPrivate === true)
			: (await interaction.editReply(payloadOf(reply))).id;
		await addPicture(id, reply, (payload) => interaction.editReply(payload));
	}

	return {
		toCommand: sendNew,

		async toPress(interaction, work, turnsPage) {
			if (!turnsPage) return sendNew(interaction, work, true);
			const fast = await within(work, DEFER_AFTER_MS);
			if (!fast) await interaction.deferUpdate();
			const reply = fast ?? (await work);
			if (reply.isPrivate) {
				const payload = { ...payloadOf(reply), ...privacy(true) };
				await (interaction.deferred ? interaction.followUp(payload) : interaction.reply(payload));
				return;
			}
			drawing.delete(interaction.message.id);
			const payload = { ...payloadOf(reply), attachments: [] };
			await (interaction.deferred ? interaction.editReply(payload) : interaction.update(payload));
			await addPicture(interaction.message.id, reply, (withIt) => interaction.editReply(withIt));
		},

		async toMessage(message, reply) {
			const sent = await message.reply({ ...payloadOf(reply), failIfNotExists: false });
			await addPicture(sent.id, reply, (payload) => sent.edit(payload));
		},
	};
}

/** Sends a first answer. Its message is asked for only when a picture is still to come: the answer without it is shorter. */
async function replyAtOnce(interaction: Command | MessageComponentInteraction, reply: Reply, isPrivate: boolean): Promise<string> {
	const payload = { ...payloadOf(reply), ...privacy(isPrivate) };
	if (!reply.picture) {
		await interaction.reply(payload);
		return '';
	}
	const { resource } = await interaction.reply({ ...payload, withResponse: true });
	return resource?.message?.id ?? interaction.id;
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
