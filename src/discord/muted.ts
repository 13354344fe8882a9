import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';

/** Refusals that the next message of the channel would meet again. */
const REFUSALS: ReadonlySet<unknown> = new Set([
	RESTJSONErrorCodes.UnknownChannel,
	RESTJSONErrorCodes.MissingAccess,
	RESTJSONErrorCodes.CannotSendMessagesToThisUser,
	RESTJSONErrorCodes.MissingPermissions,
]);
/** Long enough that refusals never come near the 10,000 in ten minutes at which Discord shuts an address out. */
const MUTED_FOR_MS = 5 * 60_000;
const KNOWN = 10_000;

/** The channels in which the bot may not write now. */
export interface Muted {
	has(channelId: string): boolean;
	/** Notes a refusal, with one line; from then on the channel is left alone for some minutes. @returns whether it was one */
	refusedBy(channelId: string, error: unknown): boolean;
}

export function createMuted(log: Logger): Muted {
	const muted = new LRUCache<string, true>({ max: KNOWN, ttl: MUTED_FOR_MS });
	return {
		has: (channelId) => muted.has(channelId),
		refusedBy(channelId, error) {
			if (!isChannelRefusal(error)) return false;
			if (!muted.has(channelId)) {
				const minutes = MUTED_FOR_MS / 60_000;
				log.warn({ channel: channelId, code: error.code, minutes }, 'the bot may not write in a channel: leaving it alone');
			}
			muted.set(channelId, true);
			return true;
		},
	};
}

/** Whether Discord does not let the bot into a channel, or not write there. */
export function isChannelRefusal(error: unknown): error is DiscordAPIError {
	return error instanceof DiscordAPIError && REFUSALS.has(error.code);
}
