import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { MessageComponentInteraction } from 'discord.js';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { Quote } from '../corpus/quote.js';
import type { Library } from '../library.js';
import type { StateOf } from '../replies/custom-id.js';
import { exerciseByKey } from '../replies/gather.js';

/** Questions that are remembered for a report; a button pressed later, or after a restart, reports without one. */
const QUESTIONS_KEPT = 1_000;

/** A reply that a member finds wrong, for those who run the bot: one line of their file. Who reported it is not kept. */
interface Report {
	/** ISO 8601. */
	readonly time: string;
	/** As it was asked: a message, or a command with its options. */
	readonly question: string | null;
	readonly exercise: string | null;
	readonly quote: {
		readonly document: string;
		readonly paragraph: number;
		readonly start: number;
		readonly end: number;
		/** Null where the document has changed since: what stands there now is not what was shown. */
		readonly text: string | null;
	} | null;
	/** Of the reply. */
	readonly where: { readonly guild: string | null; readonly channel: string; readonly message: string; readonly link: string };
}

export interface Reports {
	/** Remembers what an interaction asked. */
	asked(interactionId: string, question: string): void;
	/** Writes a report, of one member on one reply once. Rejects when the file cannot be written. */
	add(interaction: MessageComponentInteraction, state: StateOf<'report'>, library: Library): Promise<void>;
}

/** @param file of JSON lines, made with its folder where it is not there; without one, reports go to the log */
export function createReports(file: string | undefined, log: Logger): Reports {
	const questions = new LRUCache<string, string>({ max: QUESTIONS_KEPT });
	const reported = new LRUCache<string, true>({ max: QUESTIONS_KEPT });
	return {
		asked(interactionId, question) {
			questions.set(interactionId, question);
		},
		async add(interaction, state, library) {
			const { message, guildId, channelId } = interaction;
			const key = `${message.id} ${interaction.user.id} ${interaction.customId}`;
			if (reported.has(key)) return;
			const asked = questions.get(message.interactionMetadata?.id ?? '');
			const report: Report = {
				time: new Date().toISOString(),
				question: asked ?? (await messageAnswered(interaction)),
				exercise: state.exercise ? ((await exerciseByKey(library, state.exercise))?.id ?? state.exercise) : null,
				quote: await quoteOf(state, library),
				where: {
					guild: guildId,
					channel: channelId,
					message: message.id,
					link: `https://discord.com/channels/${guildId ?? '@me'}/${channelId}/${message.id}`,
				},
			};
			if (file === undefined) log.warn({ report }, 'a member reports a wrong answer');
			else {
				await mkdir(dirname(file), { recursive: true });
				await appendFile(file, `${JSON.stringify(report)}\n`);
			}
			reported.set(key, true);
		},
	};
}

/** The text of the message that the reply answers. */
async function messageAnswered({ message }: MessageComponentInteraction): Promise<string | null> {
	if (!message.reference) return null;
	const answered = await message.fetchReference().catch(() => undefined);
	// Without the mention of the bot.
	return answered?.content.replace(/<@!?\d+>/g, ' ').trim() || null;
}

async function quoteOf(state: StateOf<'report'>, library: Library): Promise<Report['quote']> {
	const { document: id, version, start, end } = state;
	const found = id ? await library.document(id) : undefined;
	if (!found || end <= start || end > found.text.length) return null;
	const { document, paragraph, text } = Quote.of(found, { start, end });
	return { document, paragraph, start, end, text: found.version === version ? text : null };
}
