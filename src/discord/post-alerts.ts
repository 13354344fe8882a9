import { type Client, ComponentType, type Message, RESTJSONErrorCodes, type SendableChannels } from 'discord.js';
import type { Logger } from 'pino';
import type { Post, Posted } from '../alerts/alerts.js';
import type { Alert, Watch } from '../alerts/watches.js';
import { type Document, sentenceAt } from '../corpus/document.js';
import { Quote } from '../corpus/quote.js';
import type { Library } from '../library.js';
import { customId } from '../replies/custom-id.js';
import type { Reply } from '../replies/reply.js';
import { alertReply } from '../replies/watches.js';
import { type Words, wordsFor } from '../replies/words.js';
import { factsOf } from './failures.js';
import { payloadOf } from './payload.js';

/** How far back a channel is read for an alert that may stand there already. */
const MESSAGES_BACK = 50;
/** Discord's limit is 25. */
const NONCE = 25;

const GONE: readonly unknown[] = [RESTJSONErrorCodes.UnknownChannel];
const REFUSED: readonly unknown[] = [
	RESTJSONErrorCodes.MissingAccess,
	RESTJSONErrorCodes.MissingPermissions,
	RESTJSONErrorCodes.InvalidFormBodyOrContentType,
];

/** Posts alerts in their channels, in the language of their server. */
export function alertPoster(client: Client<true>, library: () => Library, log: Logger): Post {
	return async (alert, watch, mayStandThere) => {
		const { document: id, version, end } = alert;
		const document = await library().document(id);
		if (document?.version !== version || end > document.text.length) return 'quote gone';
		try {
			const channel = await client.channels.fetch(watch.channel);
			if (!channel?.isSendable() || channel.isDMBased()) return 'channel gone';
			if (mayStandThere && (await stands(alert, channel))) return 'posted';
			const reply = await messageOf(alert, watch, document, library(), wordsFor(channel.guild.preferredLocale));
			// Discord takes one message of a nonce: one that is sent again because its word on it was lost is not a
			// second one.
			await channel.send({ ...payloadOf(reply), nonce: `${watch.id}${alert.quote}`.slice(0, NONCE), enforceNonce: true });
			return 'posted';
		} catch (error) {
			log.warn({ channel: watch.channel, ...factsOf(error) }, 'an alert could not be posted');
			return outcomeOf(error);
		}
	};
}

function outcomeOf(error: unknown): Posted {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	return GONE.includes(code) ? 'channel gone' : REFUSED.includes(code) ? 'refused' : 'later';
}

async function messageOf(
	{ start, end, marked, exercise, more }: Alert,
	{ topic }: Watch,
	document: Document,
	library: Library,
	words: Words,
): Promise<Reply> {
	const kind = sentenceAt(document, marked.start)?.kind ?? 'prose';
	const spoken = { document, quote: Quote.of(document, { start, end }), highlight: marked, kind };
	return alertReply({ topic, spoken, exercise: exercise ? await library.exercise(exercise) : undefined, more }, words);
}

/** Whether the alert is among the last messages of its channel: by the button that cites its quote. */
async function stands({ document, version, start, end }: Alert, channel: SendableChannels): Promise<boolean> {
	const button = customId({ to: 'source.cite', document, version, start, end });
	const messages = await channel.messages.fetch({ limit: MESSAGES_BACK });
	return messages.some((message) => message.author.id === message.client.user.id && customIdsOf(message).includes(button ?? ''));
}

function customIdsOf({ components }: Message): string[] {
	return components.flatMap((row) => {
		if (row.type !== ComponentType.ActionRow) return [];
		return row.components.flatMap((component) => ('customId' in component && component.customId ? [component.customId] : []));
	});
}
