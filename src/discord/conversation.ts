import { type Message, MessageType } from 'discord.js';
import { readCustomId } from '../replies/custom-id.js';
import { COLOURS, notice, type Reply } from '../replies/reply.js';
import { type Words, wordsFor } from '../replies/words.js';
import { factsOf } from './failures.js';
import type { Desk } from './interactions.js';

/** How far back a thread is read for the exercise that is spoken of. */
const MESSAGES_BACK = 20;
/** After this long the channel shows that the bot is typing. */
const SLOW_MS = 1_500;

/**
 * Answers a message that mentions the bot, replies to it, or is a direct message; in an ask-channel any message that the documents answer,
 * and there it is silent otherwise. What was spoken of before is read off the bot's own messages: nothing is kept.
 */
export async function handleMessage(message: Message, desk: Desk, askChannels: ReadonlySet<string>): Promise<void> {
	const me = message.client.user.id;
	if (message.author.bot || message.webhookId || (message.type !== MessageType.Default && message.type !== MessageType.Reply)) return;
	const repliedTo = await repliedMessage(message);
	const isMentioned = message.mentions.has(me, { ignoreEveryone: true, ignoreRoles: true, ignoreRepliedUser: true });
	const isToBot = isMentioned || message.channel.isDMBased() || repliedTo?.author.id === me;
	if (!isToBot && !askChannels.has(message.channelId)) return;
	const question = message.content.replace(new RegExp(`<@!?${me}>`, 'g'), ' ').trim();
	if (!question && !isMentioned) return;
	const about = exerciseIn(repliedTo) ?? (isToBot && !repliedTo ? await lastSpokenOf(message) : undefined);
	const reply = await whileTyping(message, isToBot, replyTo(question, about, desk, wordsOf(message), isToBot));
	if (reply) await desk.respond.toMessage(message, reply);
}

/** Tells the member that something went wrong; a message that nobody addressed to the bot gets no word. */
export async function tellFailedMessage(message: Message, error: unknown, { respond, log }: Desk): Promise<void> {
	log.error({ message: message.id, ...factsOf(error) }, 'a message could not be answered');
	if (!message.mentions.has(message.client.user.id, { ignoreEveryone: true, ignoreRoles: true }) && !message.channel.isDMBased()) return;
	try {
		await respond.toMessage(message, notice(wordsOf(message).miss.failed, COLOURS.failure));
	} catch (second) {
		log.error({ message: message.id, ...factsOf(second) }, 'the member could not be told');
	}
}

/** What `/ask` says to a question, or `/help` to a mention without one; nothing where nobody asked the bot and it has no answer. */
async function replyTo(
	question: string,
	about: string | undefined,
	desk: Desk,
	words: Words,
	isToBot: boolean,
): Promise<Reply | undefined> {
	const command = desk.commands.get(question ? 'ask' : 'help');
	if (!command) return;
	const reply = await command.answer({ ...desk.asked(words), options: { question }, ...(about ? { about } : {}) });
	return isToBot || !reply.isPrivate ? reply : undefined;
}

async function repliedMessage(message: Message): Promise<Message | undefined> {
	if (message.type !== MessageType.Reply) return;
	return message.fetchReference().catch(() => undefined);
}

/** The exercise that the bot spoke of last in a thread or in direct messages. */
async function lastSpokenOf(message: Message): Promise<string | undefined> {
	const { channel, client } = message;
	if (!channel.isThread() && !channel.isDMBased()) return;
	const mine = (known: Message) => known.author.id === client.user.id;
	const latest = channel.messages.cache.filter(mine).last();
	if (latest) return exerciseIn(latest);
	const fetched = await channel.messages.fetch({ limit: MESSAGES_BACK, before: message.id }).catch(() => undefined);
	return exerciseIn(fetched?.find(mine));
}

/** The exercise that a message of the bot is about, as its buttons have it. */
function exerciseIn(message: Message | undefined): string | undefined {
	if (!message || message.author.id !== message.client.user.id) return;
	for (const row of message.components) {
		for (const component of 'components' in row ? row.components : []) {
			const state = 'customId' in component && component.customId ? readCustomId(component.customId) : null;
			if (state && 'exercise' in state) return state.exercise;
		}
	}
	return;
}

async function whileTyping<T>(message: Message, isShown: boolean, work: Promise<T>): Promise<T> {
	const { channel } = message;
	const timer = setTimeout(() => {
		if (isShown && channel.isSendable()) channel.sendTyping().catch(() => undefined);
	}, SLOW_MS);
	try {
		return await work;
	} finally {
		clearTimeout(timer);
	}
}

function wordsOf({ guild }: Message): Words {
	return wordsFor(guild?.preferredLocale ?? 'en');
}
