import { config as loadDotenv } from 'dotenv';
import { z } from 'zod';
import { addressSchema, type ClusterAddress } from './cluster-library/address.js';
import { readShards, type Shards } from './shards.js';

const blankAsAbsent = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const text = z.preprocess(blankAsAbsent, z.string().trim().optional());
const orDefault = (fallback: string) => text.transform((value) => value ?? fallback);

const atLeast = (least: number, error: string) => z.coerce.number({ error }).int(error).min(least, error);

const serverId = /^\d{17,20}$/;
const port = (least: number) => {
	const error = `must be a port number, ${least} to 65535`;
	return z.coerce.number({ error }).int(error).min(least, error).max(65_535, error);
};
const aMinute = (usual: number) => {
	const error = 'must be how many questions a minute; 0 for no limit';
	return z.preprocess(blankAsAbsent, z.coerce.number({ error }).int(error).min(0, error).default(usual));
};

const environmentSchema = z.object({
	DISCORD_TOKEN: text,
	DOCUMENTS_DIR: orDefault('seeds'),
	LIBRARY_URL: z.preprocess(blankAsAbsent, addressSchema.optional()),
	LOCAL_DISCORD_PORT: z.preprocess(blankAsAbsent, port(1).default(3000)),
	OPERATIONS_PORT: z.preprocess(blankAsAbsent, port(0).optional()),
	DISCORD_API: z.preprocess(blankAsAbsent, z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }).optional()),
	REGISTER_COMMANDS: z.preprocess(blankAsAbsent, z.stringbool({ error: 'must be yes or no' }).default(true)),
	ASK_CHANNELS: text
		.transform((value) => value?.split(/[\s,]+/).filter((id) => id !== '') ?? [])
		.pipe(z.array(z.string().regex(/^\d{17,20}$/, 'must be channel ids of 17 to 20 digits, with commas between'))),
	SHARDS: text.transform((value, context) => {
		if (value === undefined) return undefined;
		const shards = readShards(value);
		if (!shards) context.addIssue('must be auto, or shards of a number: 0-3/16 or 4/16');
		return shards;
	}),
	MEMBER_QUESTIONS_PER_MINUTE: aMinute(60),
	SERVER_QUESTIONS_PER_MINUTE: aMinute(600),
	INDEX_FILE: orDefault('.drillbook/index.json'),
	KEPT_DIR: orDefault('.drillbook/kept'),
	REPORTS_FILE: orDefault('.drillbook/reports.jsonl'),
	WATCHES_FILE: orDefault('.drillbook/watches.json'),
	WATCHES_PER_SERVER: z.preprocess(blankAsAbsent, atLeast(0, 'must be how many topics a server may watch; 0 for none').default(25)),
	DOCUMENTS_FROM_DISCORD: text.transform((value, context) => {
		if (value === undefined || /^(?:no|off|false|0)$/i.test(value)) return [];
		if (/^(?:yes|on|true|1)$/i.test(value)) return 'all' as const;
		const servers = value.split(/[\s,]+/).filter((id) => id !== '');
		if (!servers.every((id) => serverId.test(id))) context.addIssue('must be no, yes, or server ids with commas between');
		return servers;
	}),
	FEEDS: text
		.transform((value) => value?.split(/\s+/).filter((feed) => feed !== '') ?? [])
		.pipe(z.array(z.url({ protocol: /^https?$/, error: 'must be http(s) addresses with blanks between' }))),
	FEEDS_EVERY_MINUTES: z.preprocess(blankAsAbsent, atLeast(1, 'must be a number of minutes, 1 or more').default(15)),
	FEEDS_FILE: orDefault('.drillbook/feeds.json'),
	PRIVATE_HOSTS: text.transform((value) => value?.split(/[\s,]+/).filter((host) => host !== '') ?? []),
	FETCH_CONTACT: text,
	PLACES_FILE: text,
	SERIES_FILE: text,
	LOG_LEVEL: z.preprocess(
		blankAsAbsent,
		z
			.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], { error: 'must be fatal, error, warn, info, debug or silent' })
			.default('info'),
	),
});

/** What the environment sets, checked once; `.env.example` explains every variable. */
export interface Config {
	/** Undefined: the local Discord. */
	readonly token: string | undefined;
	readonly documents: string;
	/** A cluster that holds the library; undefined: it is held in memory. */
	readonly library: ClusterAddress | undefined;
	readonly localPort: number;
	/** REST base of another Discord-compatible server. */
	readonly api: string | undefined;
	/** Whether the commands are registered everywhere at the start, where they differ from those that Discord has. */
	readonly registerCommands: boolean;
	readonly askChannels: readonly string[];
	/** Undefined: one shard. */
	readonly shards: Shards | undefined;
	/** Questions a minute; 0 for no limit. */
	readonly allowance: { readonly member: number; readonly server: number };
	/** Port of `/healthz` and `/metrics`, on 127.0.0.1; undefined: neither. */
	readonly operationsPort: number | undefined;
	readonly indexFile: string;
	/** Where the reader's readings are kept, so that a document is read once. */
	readonly keptFolder: string;
	/** Where members' reports of wrong answers are written, a JSON line each. */
	readonly reportsFile: string;
	/** What channels watch, and what has been posted there. */
	readonly watchesFile: string;
	/** 0: nothing can be watched. */
	readonly watchesPerServer: number;
	/** Servers whose managers may add documents: `all`, or ids; none by default. */
	readonly shelfServers: 'all' | readonly string[];
	readonly feeds: readonly string[];
	readonly feedsEveryMinutes: number;
	/** What each feed was last. */
	readonly feedsFile: string;
	/** How pages are fetched: names that may lie in a private network, and how whoever runs the bot is reached. */
	readonly fetching: { readonly privateHosts: readonly string[]; readonly contact?: string };
	readonly placesFile: string | undefined;
	readonly seriesFile: string | undefined;
	readonly logLevel: string;
}

/** The environment is not usable: the message names every variable that is wrong, in words for people. */
export class BadConfiguration extends Error {}

/**
 * Reads `.env`, if there is one, and the environment, which wins over it.
 * @throws BadConfiguration naming every variable that is wrong
 */
export function readConfig(environment: NodeJS.ProcessEnv = withDotenv()): Config {
	const parsed = environmentSchema.safeParse(environment);
	if (!parsed.success) {
		throw new BadConfiguration(parsed.error.issues.map((issue) => `${issue.path[0]?.toString() ?? ''} ${issue.message}`).join('; '));
	}
	const values = parsed.data;
	return {
		token: values.DISCORD_TOKEN,
		documents: values.DOCUMENTS_DIR,
		library: values.LIBRARY_URL,
		localPort: values.LOCAL_DISCORD_PORT,
		api: values.DISCORD_API,
		registerCommands: values.REGISTER_COMMANDS,
		askChannels: values.ASK_CHANNELS,
		shards: values.SHARDS,
		allowance: { member: values.MEMBER_QUESTIONS_PER_MINUTE, server: values.SERVER_QUESTIONS_PER_MINUTE },
		operationsPort: values.OPERATIONS_PORT,
		indexFile: values.INDEX_FILE,
		keptFolder: values.KEPT_DIR,
		reportsFile: values.REPORTS_FILE,
		watchesFile: values.WATCHES_FILE,
		watchesPerServer: values.WATCHES_PER_SERVER,
		shelfServers: values.DOCUMENTS_FROM_DISCORD,
		feeds: values.FEEDS,
		feedsEveryMinutes: values.FEEDS_EVERY_MINUTES,
		feedsFile: values.FEEDS_FILE,
		fetching: { privateHosts: values.PRIVATE_HOSTS, ...(values.FETCH_CONTACT ? { contact: values.FETCH_CONTACT } : {}) },
		placesFile: values.PLACES_FILE,
		seriesFile: values.SERIES_FILE,
		logLevel: values.LOG_LEVEL,
	};
}

function withDotenv(): NodeJS.ProcessEnv {
	loadDotenv({ quiet: true });
	return process.env;
}
