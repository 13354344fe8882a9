import { type Client, Events, GatewayCloseCodes, RESTEvents } from 'discord.js';
import type { Logger } from 'pino';
import { factsOf } from './failures.js';

/** Close codes after which Discord does not want the bot back, each with what is to be done. */
const ENDS = new Map<number, string>([
	[GatewayCloseCodes.AuthenticationFailed, 'Discord no longer takes the token: copy it anew from the developer portal into DISCORD_TOKEN'],
	[GatewayCloseCodes.InvalidShard, 'Discord refused the shard: check SHARDS'],
	[GatewayCloseCodes.ShardingRequired, 'Discord wants so many servers on more shards: set SHARDS=auto'],
	[GatewayCloseCodes.InvalidAPIVersion, 'Discord no longer speaks the version of the gateway that this program speaks: update it'],
	[GatewayCloseCodes.InvalidIntents, 'Discord refused the intents that this program asks for: update it'],
	[
		GatewayCloseCodes.DisallowedIntents,
		'Discord refused the MessageContent intent: switch it on in the developer portal, or clear ASK_CHANNELS',
	],
]);

export interface Connection {
	/** Why the bot cannot go on, as one sentence; undefined as long as it can. */
	readonly end: string | undefined;
	/** Resolves with that sentence. */
	readonly ended: Promise<string>;
	/** Ends it for a reason that did not come over the gateway. */
	finish(sentence: string): void;
	/** Ends it because of the token. */
	refuse(): void;
	/** From now on it is the bot that leaves: nothing is lost by it. */
	leave(): void;
}

/** Says in a line each what befalls the connection to Discord, and knows when it is over for good. */
export function watchConnection(client: Client, log: Logger): Connection {
	let end: string | undefined;
	let isLeaving = false;
	let resolveEnded: (sentence: string) => void = () => undefined;
	const ended = new Promise<string>((resolve) => {
		resolveEnded = resolve;
	});
	const finish = (sentence: string) => {
		end ??= sentence;
		resolveEnded(end);
	};
	const refuse = () => finish(ENDS.get(GatewayCloseCodes.AuthenticationFailed) ?? '');
	const codes = new Map<number, number>();
	const known = new Set<number>();

	client.on(Events.ShardReady, (shard) => {
		if (known.has(shard)) log.info({ shard }, 'connected to Discord anew');
		else client.ws.shards.get(shard)?.on('close', ({ code }) => void codes.set(shard, code));
		known.add(shard);
	});
	client.on(Events.ShardReconnecting, (shard) => {
		if (!isLeaving) log.warn({ shard, code: codes.get(shard) }, 'the connection to Discord is lost: reconnecting');
	});
	client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'the connection to Discord goes on'));
	client.on(Events.ShardDisconnect, ({ code }) => {
		if (!isLeaving) finish(ENDS.get(code) ?? `Discord closed the connection for good (${code})`);
	});
	client.on(Events.ShardError, (error, shard) => {
		if (end === undefined) log.warn({ shard, ...factsOf(error) }, 'the connection to Discord had an error');
	});
	client.on(Events.Invalidated, refuse);
	client.rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) =>
		log.error({ count, remainingMs: remainingTime }, 'many requests are refused: at 10,000 in ten minutes Discord shuts this address out'),
	);
	return {
		get end() {
			return end;
		},
		ended,
		finish,
		refuse,
		leave() {
			isLeaving = true;
		},
	};
}
