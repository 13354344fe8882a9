import { type Message, MessageType } from 'discord.js';
import { pointsAtMessage } from '../answers/question/filler-words.js';
import type { Question } from '../replies/command.js';
import { readCustomId } from '../replies/custom-id.js';
import { notice, type Reply } from '../replies/reply.js';
import { type Words, wordsFor } from '../replies/words.js';
import { factsOf, failureNotice } from './failures.js';
import { type Desk, limitWords } from './interactions.js';
import { isChannelRefusal } from './muted.js';
import type { Outcome } from './outcome.js';

/** How far back a thread is read for the exercise that is spoken of. */
const MESSAGES_BACK = 20;
/** After this long the channel shows that the bot is typing. */
const SLOW_MS = 1_500;

/**
 * Answers a message that mentions the bot, replies to it, or is a direct message; in an ask-channel any message that the documents answer,
 * and there it is silent otherwise. What was spoken of before is read off the bot's own messages: nothing is kept. Never rejects.
 */
export async function handleMessage(message: Message, desk: Desk, askChannels: ReadonlySet<string>): Promise<void> {
	if (!isByMember(message) || desk.muted.has(message.channelId)) return;
	const start = desk.ledger.open({ id: message.id, kind: 'message', command: 'ask' });
	try {
		const heard = await hear(message, askChannels);
		if (!heard) return;
		if (desk.hasComeBefore(message.id)) return start.close('repeated');
		const { reply, outcome } = await whileTyping(message, heard.isToBot, desk, replyTo(message, heard, desk));
		if (!reply || desk.muted.has(message.channelId))
			return start.close(desk.muted.has(message.channelId) ? 'muted' : (outcome ?? 'silent'));
		const { how, picture } = await desk.respond.toMessage(message, reply);
		start.close(outcome ?? how);
		await picture;
	} catch (error) {
		if (desk.muted.refusedBy(message.channelId, error)) return start.close('muted');
		start.close('failed', { isTold: await tellFailedMessage(message, desk, error), ...factsOf(error) });
	}
}

/** A message that may be a question to the bot, with the one that it replies to. */
interface Heard {
	readonly question: string;
	readonly repliedTo: Message | undefined;
	/** Somebody addressed the bot. */
	readonly isToBot: boolean;
	/** It points at another member's message, and Discord hides the text of that. */
	readonly isHidden: boolean;
}

function isByMember({ author, webhookId, type }: Message): boolean {
	return !author.bot && !webhookId && (type === MessageType.Default || type === MessageType.Reply);
}

async function hear(message: Message, askChannels: ReadonlySet<string>): Promise<Heard | undefined> {
	const repliedTo = await repliedMessage(message);
	const isToBot = isMentioned(message) || message.channel.isDMBased() || repliedTo?.author.id === message.client.user.id;
	if (!isToBot && !askChannels.has(message.channelId)) return;
	const own = questionIn(message);
	const isOthers = repliedTo !== undefined && repliedTo.author.id !== message.client.user.id;
	const isPointing = isOthers && isMentioned(message) && pointsAtMessage(own);
	const question = isPointing ? questionIn(repliedTo) : own;
	// Discord hides the text of a reply that does not mention the bot: there is nothing to say to it.
	if (!question && !isMentioned(message) && !message.channel.isDMBased()) return;
	return { question, repliedTo, isToBot, isHidden: isPointing && question === '' };
}

function isMentioned(message: Message): boolean {
	return message.mentions.has(message.client.user.id, { ignoreEveryone: true, ignoreRoles: true, ignoreRepliedUser: true });
}

/** Tells the member that something went wrong; a message that nobody addressed to the bot gets no word. @returns whether they were told */
async function tellFailedMessage(message: Message, { respond, muted }: Desk, error: unknown): Promise<boolean> {
	if (!isMentioned(message) && !message.channel.isDMBased()) return false;
	return respond.toMessage(message, failureNotice(error, wordsOf(message))).then(
		() => true,
		(second: unknown) => {
			muted.refusedBy(message.channelId, second);
			return false;
		},
	);
}

/** Discord hides what members write to one another, but for what the menu of a message is opened on. */
function cannotSee({ miss, help }: Words): Reply {
	return notice(`${miss.cannotSee} ${help.menu}`);
}

interface Answered {
	readonly reply?: Reply | undefined;
	readonly outcome?: Outcome;
}

/** What `/ask` says to a question, or `/help` to a mention without one; nothing where nobody asked the bot and it has no answer. */
async function replyTo(message: Message, { question, repliedTo, isToBot, isHidden }: Heard, desk: Desk): Promise<Answered> {
	const words = wordsOf(message);
	if (isHidden) return { reply: cannotSee(words) };
	const refused = desk.limits.take(message.author.id, message.guildId);
	if (refused) {
		// In a channel all would read it: once is enough.
		const isSaid = isToBot && refused.isFirst;
		return { outcome: 'limited', reply: isSaid ? notice(limitWords(refused, words)) : undefined };
	}
	const command = desk.commands.get(question ? 'ask' : 'help');
	if (!command) return {};
	const said = await saidBefore(message, repliedTo, isToBot);
	const work = desk.isStopping() ? undefined : desk.answering.toQuestion(command, { ...desk.asked(words), ...said, options: { question } });
	if (!work) return { outcome: 'busy', reply: isToBot ? notice(words.miss.busy) : undefined };
	const reply = await work;
	return { reply: isToBot || !reply.isPrivate ? reply : undefined };
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
	return message.fetchReference().catch(nothingElse);
}

/** A message that cannot be had is none; that the bot may not be in the channel at all, the caller must know. */
function nothingElse(error: unknown): undefined {
	if (isChannelRefusal(error)) throw error;
}

/** The bot's last message in a thread or in direct messages; the one that a thread was opened on, where it has said nothing in it. */
async function lastOfBot(message: Message): Promise<Message | undefined> {
	const { channel, client } = message;
	if (!channel.isThread() && !channel.isDMBased()) return;
	const isMine = (known: Message) => known.author.id === client.user.id;
	const latest = channel.messages.cache.filter(isMine).last();
	if (latest) return latest;
	const fetched = await channel.messages.fetch({ limit: MESSAGES_BACK, before: message.id }).catch(nothingElse);
	const last = fetched?.find(isMine);
	if (last || !channel.isThread()) return last;
	const opened = await channel.fetchStarterMessage().catch(nothingElse);
	return opened && isMine(opened) ? opened : undefined;
}

/** The exercise that a message of the bot is about, as its buttons have it; a comparison is about neither of its two. */
function exerciseIn({ components }: Message): string | undefined {
	for (const row of components) {
		for (const component of 'components' in row ? row.components : []) {
			const state = 'customId' in component && component.customId ? readCustomId(component.customId) : null;
			if (state && 'exercise' in state && !('other' in state) && state.exercise) return state.exercise;
		}
	}
	return;
}

async function whileTyping<T>(message: Message, isShown: boolean, { muted }: Desk, work: Promise<T>): Promise<T> {
	const { channel } = message;
	const timer = setTimeout(() => {
		if (isShown && channel.isSendable()) channel.sendTyping().catch((error: unknown) => muted.refusedBy(channel.id, error));
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
