import { type Message, MessageType } from 'discord.js';
import { pointsAtMessage } from '../answers/company.js';
import type { Question } from '../replies/command.js';
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
	const own = questionIn(message);
	const other = repliedTo && repliedTo.author.id !== me ? repliedTo : undefined;
	const isPointing = other !== undefined && isMentioned && pointsAtMessage(own);
	if (isPointing && questionIn(other) === '') return desk.respond.toMessage(message, cannotSee(wordsOf(message)));
	const question = isPointing ? questionIn(other) : own;
	// Discord hides the text of a reply that does not mention the bot: there is nothing to say to it.
	if (!question && !isMentioned && !message.channel.isDMBased()) return;
	const said = await saidBefore(message, repliedTo, isToBot);
	const reply = await whileTyping(message, isToBot, replyTo(question, said, desk, wordsOf(message), isToBot));
	if (reply) await desk.respond.toMessage(message, reply);
}

/** Discord hides what members write to one another, but for what the menu of a message is opened on. */
function cannotSee({ miss, help }: Words): Reply {
	return notice(`${miss.cannotSee} ${help.menu}`);
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
async function replyTo(question: string, said: Said, desk: Desk, words: Words, isToBot: boolean): Promise<Reply | undefined> {
	const command = desk.commands.get(question ? 'ask' : 'help');
	if (!command) return;
	const reply = await command.answer({ ...desk.asked(words), ...said, options: { question } });
	return isToBot || !reply.isPrivate ? reply : undefined;
}

/** What a question may lean on: the exercise spoken of just before, and the question. */
type Said = Pick<Question<never>, 'about' | 'previous'>;

/** Read off the message that is replied to; in a thread or in direct messages, off the bot's last one. */
async function saidBefore(message: Message, repliedTo: Message | undefined, isToBot: boolean): Promise<Said> {
	const mine = repliedTo ?? (isToBot ? await lastOfBot(message) : undefined);
	if (!mine) return {};
	if (mine.author.id !== message.client.user.id) return { previous: questionIn(mine) };
	const about = exerciseIn(mine);
	const previous = questionIn(await repliedMessage(mine));
	return { ...(about ? { about } : {}), ...(previous ? { previous } : {}) };
}

/** The text of a message without the mention of the bot. */
function questionIn(message: Message | undefined): string {
	return message?.content.replace(new RegExp(`<@!?${message.client.user.id}>`, 'g'), ' ').trim() ?? '';
}

async function repliedMessage(message: Message): Promise<Message | undefined> {
	if (message.type !== MessageType.Reply) return;
	return message.fetchReference().catch(() => undefined);
}

/** The bot's last message in a thread or in direct messages; the one that a thread was opened on, where it has said nothing in it. */
async function lastOfBot(message: Message): Promise<Message | undefined> {
	const { channel, client } = message;
	if (!channel.isThread() && !channel.isDMBased()) return;
	const isMine = (known: Message) => known.author.id === client.user.id;
	const latest = channel.messages.cache.filter(isMine).last();
	if (latest) return latest;
	const fetched = await channel.messages.fetch({ limit: MESSAGES_BACK, before: message.id }).catch(() => undefined);
	const last = fetched?.find(isMine);
	if (last || !channel.isThread()) return last;
	const opened = await channel.fetchStarterMessage().catch(() => null);
	return opened && isMine(opened) ? opened : undefined;
}

/** The exercise that a message of the bot is about, as its buttons have it. */
function exerciseIn({ components }: Message): string | undefined {
	for (const row of components) {
		for (const component of 'components' in row ? row.components : []) {
			const state = 'customId' in component && component.customId ? readCustomId(component.customId) : null;
			if (state && 'exercise' in state && state.exercise) return state.exercise;
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
