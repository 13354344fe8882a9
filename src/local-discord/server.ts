import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { GatewayIntentBits } from 'discord-api-types/v10';
import { WebSocketServer } from 'ws';
import { Actor } from './actor.js';
import { builtPage, sendAttachment, sendAvatar, sendPageFile } from './assets.js';
import { type Faults, PlannedFaults } from './faults.js';
import { Gateway } from './gateway.js';
import { type Deadlines, Interactions } from './interactions.js';
import { MemberActions } from './member-actions.js';
import { createPageApi } from './page-api.js';
import type { RateLimits } from './rate-limits.js';
import { createRest, type RefusedRequest } from './rest.js';
import { World } from './world.js';

export type { Actor, Reply } from './actor.js';
export type { EventFault, Fault, Faults } from './faults.js';
export type { PageMessage } from './page-contract.js';
export { DISCORD_RATE_LIMITS, type RateLimits } from './rate-limits.js';
export type { RefusedRequest } from './rest.js';

export interface LocalDiscordOptions {
	/** 0 (the default): any free one. */
	port?: number;
	/** The bot's token; by default one made up for this run. */
	token?: string;
	/** Milliseconds since 1970; ids, times, token lives and rate limits go by it. */
	now?: () => number;
	/** 3,000 by default, as on Discord. */
	acknowledgeWithinMs?: number;
	/** 900,000 by default, as on Discord. */
	interactionLifeMs?: number;
	/** 41,250 by default, as on Discord. */
	heartbeatMs?: number;
	botName?: string;
	/** Further servers that have the bot, each with one channel, on shards one after the other. */
	moreServers?: number;
	/** Names of the human members; Ana, Bo and Chidi by default. */
	members?: readonly string[];
	/** Names of the members with Manage Server; the first member by default. */
	managers?: readonly string[];
	/** Names of commands that administrators have opened to every member, whatever permissions the commands ask for. */
	openedCommands?: readonly string[];
	/** Privileged intents that the application has been granted; MessageContent by default. */
	privilegedIntents?: number;
	/** None by default; `DISCORD_RATE_LIMITS` are Discord's. */
	rateLimits?: RateLimits;
	/** The folder of the built page; `dist/page` by default. */
	pageDirectory?: string;
}

export interface LocalDiscord {
	readonly port: number;
	/** What discord.js takes as `rest.api`. */
	readonly apiUrl: string;
	readonly pageUrl: string;
	readonly token: string;
	readonly applicationId: string;
	/** The server that has the bot. */
	readonly guildId: string;
	/** `general` and `exercises` are channels of that server; `elsewhere` one of a server without the bot, for user-installed use. */
	readonly channelIds: { readonly general: string; readonly exercises: string; readonly elsewhere: string };
	/** The further servers, each with its channel. */
	readonly moreServers: readonly { readonly guildId: string; readonly channelId: string }[];
	/** Every refused request of the bot, in order. */
	readonly refused: readonly RefusedRequest[];
	/** What is to go wrong next. */
	readonly faults: Faults;
	/** Acts as a member, by name; without a name as the first one. */
	actor(name?: string): Actor;
	/** Cuts the bot's gateway connections as a failing network does; the client resumes by itself. */
	cutConnections(): void;
	/** Stops at once: connections are closed, deadlines forgotten. */
	close(): Promise<void>;
}

const CONTENT_SECURITY_POLICY =
	"default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

/**
 * Starts a Discord on 127.0.0.1 that an unmodified discord.js client can log in to, with a page to use it on. It is a stand-in for trying the
 * bot out and for tests, and must not be started when there is a real token.
 * @throws the error of `listen`, for example with `code` EADDRINUSE.
 */
export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
	const world = new World(options.now ?? Date.now, options.botName ?? 'Drillbook');
	const token = options.token ?? `${Buffer.from(world.applicationId).toString('base64url')}.local.${randomBytes(24).toString('base64url')}`;
	const deadlines: Deadlines = {
		acknowledgeWithinMs: options.acknowledgeWithinMs ?? 3_000,
		interactionLifeMs: options.interactionLifeMs ?? 900_000,
	};
	const places = furnish(world, options.members ?? ['Ana', 'Bo', 'Chidi'], options.moreServers ?? 0);
	const managers = options.managers ?? world.members.slice(0, 1).map((member) => member.global_name);
	for (const { id, global_name: name } of world.members) if (name !== null && managers.includes(name)) world.managers.add(id);
	for (const name of options.openedCommands ?? []) world.openedCommands.add(name);
	const refused: RefusedRequest[] = [];
	const faults = new PlannedFaults();
	const gateway = new Gateway(world, {
		token,
		heartbeatMs: options.heartbeatMs ?? 41_250,
		privilegedIntents: options.privilegedIntents ?? GatewayIntentBits.MessageContent,
		faults,
	});
	const interactions = new Interactions(world, deadlines, (data, guildId) => gateway.sendInteraction(data, guildId));
	const actions = new MemberActions(world, interactions);
	const rest = createRest(world, interactions, { token, rateLimits: options.rateLimits, faults }, refused);
	const page = createPageApi(world, actions, deadlines);
	const pageDirectory = options.pageDirectory ?? builtPage();

	/** The page is one origin, the one that the addresses of files have: opened as localhost, it sends the browser there. */
	const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const { pathname, searchParams } = targetOf(request);
		const path = decodeURIComponent(pathname);
		const [, room, first = '', second = ''] = path.split('/');
		if (room === 'api') return rest(request, response, path.slice('/api'.length), searchParams);
		response.setHeader('content-security-policy', CONTENT_SECURITY_POLICY);
		response.setHeader('x-content-type-options', 'nosniff');
		response.setHeader('referrer-policy', 'no-referrer');
		response.setHeader('cache-control', 'no-store');
		if (room === 'page') return page(request, response, path.slice('/page'.length), searchParams);
		if (request.method !== 'GET') response.writeHead(405).end();
		else if (path === '/' && request.headers.host !== new URL(world.address).host)
			response.writeHead(302, { location: `${world.address}/` }).end();
		else if (room === 'avatars') sendAvatar(world, response, first.replace(/\.svg$/, ''));
		else if (room === 'attachments') sendAttachment(world, response, first, second);
		else await sendPageFile(response, pageDirectory, path);
	};

	const server = createServer((request, response) => {
		if (!isOwn(request, server))
			return void response.writeHead(403).end('This server answers only its own page and a bot on this machine.\n');
		answer(request, response).catch((error: unknown) => {
			if (response.headersSent) response.destroy();
			else response.writeHead(error instanceof URIError ? 400 : 500).end();
			if (!(error instanceof URIError)) console.error(error);
		});
	});
	const sockets = new WebSocketServer({ noServer: true });
	server.on('upgrade', (request, socket, head) => {
		const { pathname, searchParams } = targetOf(request);
		if (!isOwn(request, server) || !/^\/gateway\/?$/.test(pathname)) return void socket.destroy();
		sockets.handleUpgrade(request, socket, head, (connection) => gateway.accept(connection, searchParams.get('v')));
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(options.port ?? 0, '127.0.0.1', resolve);
	});
	const port = portOf(server);
	world.address = `http://127.0.0.1:${port}`;

	return {
		port,
		apiUrl: `${world.address}/api`,
		pageUrl: `${world.address}/`,
		token,
		applicationId: world.applicationId,
		...places,
		refused,
		faults: {
			nextRequest: (request, fault, times = 1) => faults.planRequest(request, fault, times),
			nextEvent: (name, fault) => faults.planEvent(name, fault),
			closeGateway: (code) => gateway.close(code),
			clear: () => faults.clear(),
			count: (request) => faults.count(request),
		},
		actor: (name) => new Actor(world, actions, deadlines, name),
		cutConnections: () => gateway.cut(),
		close: async () => {
			interactions.close();
			gateway.cut();
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			server.closeAllConnections();
			await closed;
		},
	};
}

function furnish(world: World, members: readonly string[], more: number): Pick<LocalDiscord, 'guildId' | 'channelIds' | 'moreServers'> {
	const guild = world.addGuild('Exercise watch', true);
	const other = world.addGuild('A server without the bot', false);
	const general = world.addChannel({ kind: 'text', name: 'general', guild });
	const exercises = world.addChannel({ kind: 'text', name: 'exercises', guild });
	const elsewhere = world.addChannel({ kind: 'text', name: 'elsewhere', guild: other });
	for (const name of members) world.addMember(name);
	const moreServers = Array.from({ length: more }, (_, index) => {
		const further = world.addGuild(`Server ${index + 2}`, true, shiftedId(guild.id, index + 1));
		return { guildId: further.id, channelId: world.addChannel({ kind: 'text', name: 'general', guild: further }).id };
	});
	return { guildId: guild.id, moreServers, channelIds: { general: general.id, exercises: exercises.id, elsewhere: elsewhere.id } };
}

/** An id made so many milliseconds before another: a guild's shard goes by the time of its id. */
function shiftedId(id: string, ms: number): string {
	return String(BigInt(id) - (BigInt(ms) << 22n));
}

type Server = ReturnType<typeof createServer>;

function portOf(server: Server): number {
	const address = server.address();
	return typeof address === 'object' && address ? address.port : 0;
}

/** Path and query of a request; a target that is no path (`//`, `*`) counts as the root. */
function targetOf({ url = '/' }: IncomingMessage): URL {
	const base = 'http://127.0.0.1';
	return new URL(URL.canParse(url, base) ? url : '/', base);
}

/** Another site open in the same browser must not reach this server: not by its name (Host), nor from its own pages (Origin). */
function isOwn({ headers }: IncomingMessage, server: Server): boolean {
	const names = ['127.0.0.1', 'localhost'].map((name) => `${name}:${portOf(server)}`);
	const { host, origin } = headers;
	return host !== undefined && names.includes(host) && (origin === undefined || names.some((name) => origin === `http://${name}`));
}
