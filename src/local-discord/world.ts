import type {
	APIApplicationCommand,
	APIEmbed,
	APIMessageInteractionMetadata,
	APIMessageTopLevelComponent,
	APIUser,
	MessageType,
} from 'discord-api-types/v10';
import type { PageEvent } from './page-contract.js';

export interface Guild {
	id: string;
	name: string;
	/** False where members use the bot only as an app of their own. */
	hasBot: boolean;
}

export interface Channel {
	id: string;
	kind: 'text' | 'thread' | 'dm';
	name: string;
	/** Absent for direct messages. */
	guild?: Guild;
	/** Of a thread: its channel. */
	parentId?: string;
	/** Of a thread: who opened it. */
	ownerId?: string;
	/** Of direct messages: the member who has them with the bot. */
	memberId?: string;
	openedAt: string;
	messages: StoredMessage[];
}

export interface StoredFile {
	id: string;
	filename: string;
	description?: string;
	contentType: string;
	bytes: Buffer;
	url: string;
}

/** What a message says of the interaction that it answers. */
export interface MessageInteraction {
	/** The command's name; empty for buttons and modals. */
	name: string;
	metadata: APIMessageInteractionMetadata;
}

/** A message as it was sent: embeds still point to `attachment://…`, and every uploaded file is listed. */
export interface StoredMessage {
	id: string;
	channel: Channel;
	author: APIUser;
	type: MessageType;
	content: string;
	embeds: APIEmbed[];
	files: StoredFile[];
	components: APIMessageTopLevelComponent[];
	flags: number;
	sentAt: string;
	editedAt: string | null;
	mentions: APIUser[];
	mentionsEveryone: boolean;
	repliesTo?: StoredMessage;
	deleted: boolean;
	interaction?: MessageInteraction;
	/** The one member who sees it. */
	ephemeralFor?: string;
	thread?: Channel;
	/** As its author gave it, so that the same message is not sent twice. */
	nonce?: string;
}

type Listener = (event: PageEvent, only: string | undefined) => void;

const DISCORD_EPOCH = 1_420_070_400_000;

/** Ids like Discord's: 64 bits, the upper ones the time, always growing; 17 to 19 digits. */
function snowflakes(now: () => number): () => string {
	let last = 0n;
	return () => {
		const timed = BigInt(now() - DISCORD_EPOCH) << 22n;
		last = timed > last ? timed : last + 1n;
		return String(last);
	};
}

/** When an id was made, in ISO 8601. */
export function snowflakeTime(id: string): string {
	return new Date(Number(BigInt(id) >> 22n) + DISCORD_EPOCH).toISOString();
}

/** What this Discord holds: who and what there is, all messages and commands. Every change is told to those who listen. */
export class World {
	readonly newId: () => string;
	readonly users = new Map<string, APIUser>();
	/** Human members, in the order given; all of them are in every guild. */
	readonly members: APIUser[] = [];
	/** Ids of the members with Manage Server, in every guild. */
	readonly managers = new Set<string>();
	/** Names of commands that administrators have opened to every member, whatever the commands ask for. */
	readonly openedCommands = new Set<string>();
	readonly guilds: Guild[] = [];
	readonly channels = new Map<string, Channel>();
	readonly files = new Map<string, StoredFile>();
	/** Commands by guild id, or under `global`. */
	readonly commands = new Map<string, APIApplicationCommand[]>();
	readonly applicationId: string;
	readonly bot: APIUser;
	/** Bits of the intents with which the bot last identified. */
	intents = 0;
	online = false;
	/** `http://127.0.0.1:PORT`, known once the server listens. */
	address = '';
	private readonly listeners = new Set<Listener>();
	private readonly waiting = new Set<() => void>();

	constructor(
		readonly now: () => number,
		botName: string,
	) {
		this.newId = snowflakes(now);
		this.applicationId = this.newId();
		this.bot = this.addUser(botName, { id: this.applicationId, bot: true });
	}

	private addUser(name: string, more: { id: string; bot?: boolean }): APIUser {
		const names = more.bot ? { username: name, global_name: null } : { username: name.toLowerCase(), global_name: name };
		const user: APIUser = { ...names, discriminator: '0', avatar: null, ...more };
		this.users.set(user.id, user);
		return user;
	}

	addMember(name: string): APIUser {
		const member = this.addUser(name, { id: this.newId() });
		this.members.push(member);
		this.addChannel({ kind: 'dm', name, memberId: member.id });
		return member;
	}

	addGuild(name: string, hasBot: boolean, id: string = this.newId()): Guild {
		const guild: Guild = { id, name, hasBot };
		this.guilds.push(guild);
		return guild;
	}

	addChannel(given: Omit<Channel, 'id' | 'openedAt' | 'messages'> & { id?: string }): Channel {
		const channel: Channel = { id: this.newId(), openedAt: this.time(), messages: [], ...given };
		this.channels.set(channel.id, channel);
		return channel;
	}

	/** The member's direct messages with the bot. */
	directMessages(memberId: string): Channel | undefined {
		return [...this.channels.values()].find((channel) => channel.memberId === memberId);
	}

	/** The present moment, in ISO 8601. */
	time(): string {
		return new Date(this.now()).toISOString();
	}

	allCommands(): APIApplicationCommand[] {
		return [...this.commands.values()].flat();
	}

	/** @returns what ends the listening. */
	listen(listener: Listener): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	/** @param only the one member who may know of it; without, all who can see the channel */
	tell(event: PageEvent, only?: string): void {
		for (const listener of [...this.listeners]) listener(event, only);
		this.touch();
	}

	/** Lets those who wait look again, after a change that nobody needs to be told. */
	touch(): void {
		for (const check of [...this.waiting]) check();
	}

	/**
	 * Waits until `look` finds something, looking again after every change.
	 * @throws Error with the given sentence when nothing is found in time.
	 */
	until<T>(look: () => T | undefined, withinMs: number, otherwise: string): Promise<T> {
		return new Promise((resolve, reject) => {
			const check = (): void => {
				try {
					const found = look();
					if (found === undefined) return;
					resolve(found);
				} catch (error) {
					reject(error);
				}
				stop();
			};
			const timer = setTimeout(() => {
				stop();
				reject(new Error(otherwise));
			}, withinMs);
			const stop = (): void => {
				clearTimeout(timer);
				this.waiting.delete(check);
			};
			this.waiting.add(check);
			check();
		});
	}
}
