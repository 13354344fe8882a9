import { setTimeout as pause } from 'node:timers/promises';
import { DefaultRestOptions, type RESTOptions } from 'discord.js';
import type { Logger } from 'pino';

type Send = RESTOptions['makeRequest'];
type Response = Awaited<ReturnType<Send>>;

/** A request is tried again for so long: an interaction waits three seconds for its answer. */
const WITHIN_MS = 2_500;
/** Before the second try; twice as long before each further one, as far as the longest. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 500;
const SERVER_FAULT = 500;
/** A path that stands behind a token of its own; a 401 there says nothing of the bot's. */
const OWN_TOKEN = /\/(?:webhooks|interactions)\//;

interface Watch {
	readonly log: Logger;
	/** Discord no longer takes the bot's token. */
	refused(): void;
	/** Every answer, and every connection that was cut. */
	answered(status: number | 'cut'): void;
}

/**
 * How the bot's requests are made: what fails in Discord's own house, or on the way there, is tried again with growing pauses. One line tells
 * of a request that needed it; of one that failed in spite of it tells whoever made it.
 */
export function patientRequests(watch: Watch, send: Send = DefaultRestOptions.makeRequest): Send {
	return async (url, init) => {
		const until = performance.now() + WITHIN_MS;
		const faults: (number | string)[] = [];
		for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
			const { response, error } = await attempt(send(url, init));
			watch.answered(response?.status ?? 'cut');
			const isLast = performance.now() + wait >= until || init.signal?.aborted === true;
			if (response && (isLast || response.status < SERVER_FAULT)) {
				tellOf(response, `${init.method} ${placeOf(url)}`, faults, watch);
				return response;
			}
			if (!response && (isLast || !isRepeatable(init.method, url))) throw error;
			faults.push(response?.status ?? causeOf(error));
			await response?.text();
			await pause(wait);
		}
	};
}

function tellOf({ status, headers }: Response, request: string, faults: readonly (number | string)[], { log, refused }: Watch): void {
	if (status === 401 && !OWN_TOKEN.test(request)) refused();
	// discord.js waits by itself, and asks again.
	if (status === 429) {
		const scope = headers.get('x-ratelimit-scope') ?? 'user';
		log.warn({ request, scope, seconds: Number(headers.get('retry-after')) }, 'Discord limits the requests: waiting');
	}
	if (status < SERVER_FAULT && faults.length > 0) log.warn({ request, faults }, 'a request was made again, and got through');
}

interface Attempt {
	readonly response?: Response;
	readonly error?: unknown;
}

function attempt(sending: ReturnType<Send>): Promise<Attempt> {
	return sending.then(
		(response) => ({ response }),
		(error: unknown) => ({ error }),
	);
}

/** A message after the first one of an interaction cannot be told from a second one: when its answer is lost, it is not sent again. */
function isRepeatable(method: string | undefined, url: string): boolean {
	return method !== 'POST' || !/\/webhooks\/[^/]+\/[^/]+\/?(?:\?|$)/.test(url);
}

/** The path of a request without ids and tokens. */
function placeOf(url: string): string {
	const parts = new URL(url).pathname.split('/').map((part) => (/^\d{17,20}$/.test(part) ? ':id' : part.length > 40 ? ':token' : part));
	return parts.join('/');
}

function causeOf(error: unknown): string {
	const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
	if (cause instanceof Error) return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
	return 'unknown';
}
