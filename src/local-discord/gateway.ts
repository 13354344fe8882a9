import { randomBytes } from 'node:crypto';
import { GatewayCloseCodes, GatewayDispatchEvents, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import type { RawData, WebSocket } from 'ws';
import { z } from 'zod';
import type { PlannedFaults } from './faults.js';
import { botHears, type Dispatch, guildJson } from './gateway-events.js';
import { memberJson } from './present.js';
import type { World } from './world.js';

export interface GatewaySettings {
	token: string;
	/** Discord: 41,250. A client that misses two beats is closed. */
	heartbeatMs: number;
	/** Privileged intents that the application has been granted. */
	privilegedIntents: number;
	faults: PlannedFaults;
}

interface Session {
	id: string;
	intents: number;
	shard: readonly [index: number, count: number];
	/** Everything sent, for a client that resumes; `s` counts from 1. */
	log: string[];
	lost: number;
	socket: WebSocket | undefined;
}

const { GuildMembers, GuildPresences, MessageContent, Guilds } = GatewayIntentBits;
const PRIVILEGED = GuildMembers | GuildPresences | MessageContent;
const KNOWN_INTENTS = Object.values(GatewayIntentBits).reduce((bits: number, bit) => (typeof bit === 'number' ? bits | bit : bits), 0);
const KEPT_EVENTS = 5_000;
const KEPT_SESSIONS = 32;

const frame = z.object({ op: z.number(), d: z.unknown().optional() });
const identify = z.object({
	token: z.string(),
	intents: z.number().int().nonnegative(),
	shard: z.tuple([z.number().int().nonnegative(), z.number().int().positive()]).default([0, 1]),
});
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number().int().nonnegative() });
const requestMembers = z.object({
	guild_id: z.string(),
	user_ids: z.union([z.string(), z.array(z.string())]).optional(),
	nonce: z.string().optional(),
});

/** The gateway (version 10, JSON, no compression): sessions that identify, hear what happens, and resume after their socket was cut. */
export class Gateway {
	private readonly sessions = new Map<string, Session>();
	private readonly sockets = new Set<WebSocket>();

	constructor(
		private readonly world: World,
		private readonly settings: GatewaySettings,
	) {
		world.listen((event) => {
			const dispatch = botHears(world, event);
			if (dispatch) this.dispatch(dispatch);
		});
	}

	/** Takes a new connection. @param version of the gateway, as its address asks for it */
	accept(socket: WebSocket, version: string | null): void {
		this.sockets.add(socket);
		if (version !== null && version !== '10') {
			socket.close(GatewayCloseCodes.InvalidAPIVersion, 'Invalid API version');
			return;
		}
		let session: Session | undefined;
		let beats = this.expectHeartbeat(socket);
		socket.on('message', (data) => {
			const parsed = frame.safeParse(parse(data));
			if (!parsed.success) return socket.close(GatewayCloseCodes.DecodeError, 'Error while decoding payload');
			const { op, d } = parsed.data;
			if (op === GatewayOpcodes.Heartbeat) {
				clearTimeout(beats);
				beats = this.expectHeartbeat(socket);
				return send(socket, { op: GatewayOpcodes.HeartbeatAck });
			}
			if (op === GatewayOpcodes.Identify || op === GatewayOpcodes.Resume) {
				if (session) return socket.close(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated');
				session = op === GatewayOpcodes.Identify ? this.identify(socket, d) : this.resume(socket, d);
				return;
			}
			if (!session) return socket.close(GatewayCloseCodes.NotAuthenticated, 'Not authenticated');
			if (op === GatewayOpcodes.RequestGuildMembers) this.sendMembers(session, d);
			else if (op !== GatewayOpcodes.PresenceUpdate && op !== GatewayOpcodes.VoiceStateUpdate)
				socket.close(GatewayCloseCodes.UnknownOpcode, 'Unknown opcode');
		});
		socket.on('error', () => socket.terminate());
		socket.on('close', () => {
			clearTimeout(beats);
			this.sockets.delete(socket);
			if (session?.socket !== socket) return;
			session.socket = undefined;
			this.showPresence();
		});
		send(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: this.settings.heartbeatMs } });
	}

	/** Sends an event to every session that wants it, also to those whose socket is cut: they hear it when they resume. */
	dispatch({ name, data, intents, guildId }: Dispatch): void {
		for (const delivered of this.settings.faults.ofEvent(name, data)) {
			for (const session of this.sessions.values()) {
				if (intents !== 0 && (session.intents & intents) === 0) continue;
				if (isOfShard(session, guildId)) this.emit(session, name, delivered);
			}
		}
	}

	/** Interactions need no intent; those from a server without the bot come to the first shard. */
	sendInteraction(data: object, guildId: string | undefined): void {
		this.dispatch({ name: GatewayDispatchEvents.InteractionCreate, data, intents: 0, ...(guildId !== undefined && { guildId }) });
	}

	/** Cuts every socket without a word, as a failing network does; sessions can be resumed. */
	cut(): void {
		for (const socket of this.sockets) socket.terminate();
	}

	/** Closes every socket with a code, as Discord does when it no longer wants the bot, or wants it anew. */
	close(code: number): void {
		for (const socket of this.sockets) socket.close(code);
	}

	private expectHeartbeat(socket: WebSocket): NodeJS.Timeout {
		return setTimeout(() => socket.close(GatewayCloseCodes.SessionTimedOut, 'Session timed out'), this.settings.heartbeatMs * 2.5).unref();
	}

	private identify(socket: WebSocket, d: unknown): Session | undefined {
		const parsed = identify.safeParse(d);
		if (!parsed.success) {
			socket.close(GatewayCloseCodes.DecodeError, 'Error while decoding payload');
			return undefined;
		}
		const { token, intents, shard } = parsed.data;
		const refusal = this.refusalOf(token, intents, shard);
		if (refusal) {
			socket.close(...refusal);
			return undefined;
		}
		const session: Session = { id: randomBytes(16).toString('hex'), intents, shard, log: [], lost: 0, socket };
		this.keep(session);
		this.world.intents = intents;
		const guilds = this.world.guilds.filter((guild) => guild.hasBot && isOfShard(session, guild.id));
		this.emit(session, GatewayDispatchEvents.Ready, {
			v: 10,
			user: { ...this.world.bot, verified: true, mfa_enabled: false, flags: 0 },
			guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
			private_channels: [],
			session_id: session.id,
			session_type: 'normal',
			resume_gateway_url: `${this.world.address.replace('http', 'ws')}/gateway`,
			shard,
			application: { id: this.world.applicationId, flags: 0 },
		});
		const known = (intents & GuildMembers) !== 0 ? [this.world.bot, ...this.world.members] : [this.world.bot];
		if ((intents & Guilds) !== 0) {
			for (const guild of guilds) this.emit(session, GatewayDispatchEvents.GuildCreate, guildJson(this.world, guild, known));
		}
		this.showPresence();
		return session;
	}

	private refusalOf(token: string, intents: number, [index, count]: Session['shard']): [code: number, reason: string] | undefined {
		if (token !== this.settings.token) return [GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.'];
		if ((intents & ~KNOWN_INTENTS) !== 0) return [GatewayCloseCodes.InvalidIntents, 'Invalid intent(s).'];
		if ((intents & PRIVILEGED & ~this.settings.privilegedIntents) !== 0)
			return [GatewayCloseCodes.DisallowedIntents, 'Disallowed intent(s).'];
		return index < count ? undefined : [GatewayCloseCodes.InvalidShard, 'Invalid shard.'];
	}

	private keep(session: Session): void {
		this.sessions.set(session.id, session);
		const gone = [...this.sessions.values()].filter(({ socket }) => !socket);
		for (const { id } of gone.slice(0, Math.max(0, this.sessions.size - KEPT_SESSIONS))) this.sessions.delete(id);
	}

	private resume(socket: WebSocket, d: unknown): Session | undefined {
		const parsed = resume.safeParse(d);
		if (!parsed.success) {
			socket.close(GatewayCloseCodes.DecodeError, 'Error while decoding payload');
			return undefined;
		}
		const { token, session_id: id, seq } = parsed.data;
		const session = this.sessions.get(id);
		if (token !== this.settings.token) {
			socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
			return undefined;
		}
		if (!session || seq < session.lost) {
			send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
			return undefined;
		}
		if (seq > session.lost + session.log.length) {
			socket.close(GatewayCloseCodes.InvalidSeq, 'Invalid seq');
			return undefined;
		}
		session.socket?.terminate();
		session.socket = socket;
		for (const missed of session.log.slice(seq - session.lost)) socket.send(missed);
		this.emit(session, GatewayDispatchEvents.Resumed, {});
		this.showPresence();
		return session;
	}

	private sendMembers(session: Session, d: unknown): void {
		const parsed = requestMembers.safeParse(d);
		if (!parsed.success) return;
		const { guild_id: guildId, user_ids: ids, nonce } = parsed.data;
		const wanted = [this.world.bot, ...this.world.members].filter(({ id }) => ids === undefined || [ids].flat().includes(id));
		this.emit(session, GatewayDispatchEvents.GuildMembersChunk, {
			guild_id: guildId,
			members: wanted.map((user) => ({ user, ...memberJson(user) })),
			chunk_index: 0,
			chunk_count: 1,
			not_found: [],
			...(nonce !== undefined && { nonce }),
		});
	}

	private emit(session: Session, name: string, data: object): void {
		const text = JSON.stringify({ op: GatewayOpcodes.Dispatch, t: name, s: session.lost + session.log.length + 1, d: data });
		session.log.push(text);
		if (session.log.length > KEPT_EVENTS) session.lost += session.log.splice(0, KEPT_EVENTS / 2).length;
		session.socket?.send(text);
	}

	private showPresence(): void {
		const online = [...this.sessions.values()].some(({ socket }) => socket !== undefined);
		if (online === this.world.online) return;
		this.world.online = online;
		this.world.tell({ type: 'presence', online });
	}
}

/** A guild belongs to one shard; direct messages to the first. https://discord.com/developers/docs/events/gateway#sharding */
function isOfShard({ shard: [index, count] }: Session, guildId: string | undefined): boolean {
	return guildId === undefined ? index === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === index;
}

function parse(data: RawData): unknown {
	try {
		return JSON.parse(String(data));
	} catch {
		return undefined;
	}
}

function send(socket: WebSocket, payload: object): void {
	socket.send(JSON.stringify({ t: null, s: null, d: null, ...payload }));
}
