import { type BaseInteraction, DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, RESTJSONErrorCodes } from 'discord.js';
import { LibraryUnreachable } from '../library.js';
import { COLOURS, notice, type Reply } from '../replies/reply.js';
import { type Words, wordsFor } from '../replies/words.js';
import type { Entry } from './ledger.js';
import { payloadOf, privacy } from './payload.js';

/** What Discord says when an interaction, or its token, is no longer good. */
const TOO_LATE: ReadonlySet<unknown> = new Set([
	RESTJSONErrorCodes.UnknownInteraction,
	RESTJSONErrorCodes.UnknownWebhook,
	RESTJSONErrorCodes.InvalidWebhookToken,
]);

/** What is not acknowledged by then has failed on the way to Discord, and a word would not get through in time. */
const TELL_WITHIN_MS = 2_000;

/** What a log may say of an error: an error of Discord's also holds the request, with its token and what was to be sent. */
export function factsOf(error: unknown): { error: string; code?: string | number; stack?: string | undefined } {
	if (!(error instanceof Error)) return { error: String(error) };
	// Whoever runs the bot has been told where it was lost.
	if (error instanceof LibraryUnreachable) return { error: error.message };
	return { error: `${error.name}: ${error.message}`, ...(codeOf(error) ? { code: codeOf(error) } : {}), stack: error.stack };
}

function codeOf(error: Error): string | number {
	return 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? error.code : '';
}

export function hasCode(error: unknown, code: RESTJSONErrorCodes): boolean {
	return error instanceof DiscordAPIError && error.code === code;
}

/** Tells the member in a plain sentence that something went wrong, and closes the entry with what it was. Never throws: the bot goes on. */
export async function tellFailure(interaction: BaseInteraction, error: unknown, entry: Entry): Promise<void> {
	if (error instanceof DiscordAPIError && TOO_LATE.has(error.code)) return entry.close('too late', { code: error.code });
	const isTold = await tell(interaction, error, entry.elapsed()).then(
		(wasTold) => wasTold,
		() => false,
	);
	entry.close('failed', { isTold, ...factsOf(error) });
}

/** What a member is told of an error. */
export function failureNotice(error: unknown, { miss }: Words): Reply {
	return notice(error instanceof LibraryUnreachable ? miss.unreachable : miss.failed, COLOURS.failure);
}

async function tell(interaction: BaseInteraction, error: unknown, elapsedMs: number): Promise<boolean> {
	if (interaction.isAutocomplete()) {
		if (!interaction.responded) await interaction.respond([]);
		return true;
	}
	if (!interaction.isRepliable()) return false;
	const isAcknowledged = interaction.replied || interaction.deferred;
	if (!isAcknowledged && elapsedMs > TELL_WITHIN_MS) return false;
	const payload = { ...payloadOf(failureNotice(error, wordsFor(interaction.locale))), ...privacy(true) };
	await (isAcknowledged ? interaction.followUp(payload) : interaction.reply(payload));
	return true;
}

/** Why a login failed, as one sentence for whoever starts the bot. @param end what Discord said when it closed the connection for good */
export function loginFailure(error: unknown, api: string, end: string | undefined): Error {
	const message = error instanceof Error ? error.message : String(error);
	if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
		return new Error('Discord refused the token: copy it anew from the developer portal into DISCORD_TOKEN');
	}
	if (end !== undefined) return new Error(end, { cause: error });
	const code = error instanceof Error ? codeOf(error) : '';
	return new Error(`Discord cannot be reached at ${api} (${code || message})`, { cause: error });
}
