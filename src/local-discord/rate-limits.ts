import { Refusal } from './refusal.js';

/** How often a bot may ask. Callbacks and webhooks of interactions are exempt, as on Discord. */
export interface RateLimits {
	/** All requests with a token. Discord: 50. */
	perSecond: number;
	/** New messages in one channel within `perMs`. Discord: 5 in 5,000 ms. */
	messages: { requests: number; perMs: number };
}

export const DISCORD_RATE_LIMITS: RateLimits = { perSecond: 50, messages: { requests: 5, perMs: 5_000 } };

interface Bucket {
	left: number;
	endsAt: number;
}

/** Counts requests in windows that begin with their first request. */
export class RateLimiter {
	private readonly buckets = new Map<string, Bucket>();

	constructor(
		private readonly limits: RateLimits | undefined,
		private readonly now: () => number,
	) {}

	/**
	 * Counts a request.
	 * @param channelId of a new message
	 * @returns the headers that tell the client how much is left
	 * @throws Refusal 429
	 */
	count(channelId: string | undefined): Record<string, string> {
		if (!this.limits) return {};
		this.take('global', this.limits.perSecond, 1_000, true);
		return channelId === undefined
			? {}
			: this.take(`messages-${channelId}`, this.limits.messages.requests, this.limits.messages.perMs, false);
	}

	private take(key: string, requests: number, perMs: number, global: boolean): Record<string, string> {
		const now = this.now();
		const current = this.buckets.get(key);
		const bucket = current && current.endsAt > now ? current : { left: requests, endsAt: now + perMs };
		this.buckets.set(key, bucket);
		const seconds = (bucket.endsAt - now) / 1_000;
		const headers = {
			'X-RateLimit-Limit': String(requests),
			'X-RateLimit-Remaining': String(Math.max(0, bucket.left - 1)),
			'X-RateLimit-Reset': String(bucket.endsAt / 1_000),
			'X-RateLimit-Reset-After': String(seconds),
			'X-RateLimit-Bucket': key,
		};
		if (bucket.left === 0) {
			const scope = global ? { 'X-RateLimit-Global': 'true', 'X-RateLimit-Scope': 'global' } : { 'X-RateLimit-Scope': 'shared' };
			throw new Refusal('rateLimited', [], { ...headers, ...scope, 'Retry-After': String(seconds) }, { retry_after: seconds, global });
		}
		bucket.left -= 1;
		return global ? {} : headers;
	}
}
