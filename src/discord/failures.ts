import { type BaseInteraction, DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, RESTJSONErrorCodes } from 'discord.js';
import type { Logger } from 'pino';
import { COLOURS, notice } from '../replies/reply.js';
import { wordsFor } from '../replies/words.js';
import { payloadOf, privacy } from './payload.js';

/** What a log may say of an error: an error of Discord's also holds the request, with its token and what was to be sent. */
export function factsOf(error: unknown): { error: string; code?: string | number; stack?: string | undefined } {
	if (!(error instanceof Error)) return { error: String(error) };
	return { error: `${error.name}: ${error.message}`, ...(codeOf(error) ? { code: codeOf(error) } : {}), stack: error.stack };
}

function codeOf(error: Error): string | number {
	return 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? error.code : '';
}

/** Logs what went wrong and tells the member so in a plain sentence. Never throws: the bot goes on. */
export async function tellFailure(interaction: BaseInteraction, error: unknown, log: Logger): Promise<void> {
	if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownInteraction) {
		log.warn({ interaction: interaction.id }, 'answered too late, Discord has dropped the interaction');
		return;
	}
	log.error({ interaction: interaction.id, ...factsOf(error) }, 'an interaction failed');
	try {
		if (interaction.isAutocomplete()) {
			if (!interaction.responded) await interaction.respond([]);
			return;
		}
		if (!interaction.isRepliable()) return;
		const { miss } = wordsFor(interaction.locale);
		const payload = { ...payloadOf(notice(miss.failed, COLOURS.failure)), ...privacy(true) };
		await (interaction.replied || interaction.deferred ? interaction.followUp(payload) : interaction.reply(payload));
	} catch (second) {
		log.error({ interaction: interaction.id, ...factsOf(second) }, 'the member could not be told');
	}
}

/** Why a login failed, as one sentence for whoever starts the bot. */
export function loginFailure(error: unknown, api: string): Error {
	const message = error instanceof Error ? error.message : String(error);
	if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
		return new Error('Discord refused the token: copy it anew from the developer portal into DISCORD_TOKEN');
	}
	if (/disallowed intents/i.test(message)) {
		return new Error('Discord refused the MessageContent intent: switch it on in the developer portal, or clear ASK_CHANNELS');
	}
	const code = error instanceof Error ? codeOf(error) : '';
	return new Error(`Discord cannot be reached at ${api} (${code || message})`, { cause: error });
}
