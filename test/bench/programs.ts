import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { z } from 'zod';
import { type LocalDiscord, startLocalDiscord } from '../../src/local-discord/server.js';

/** A program of its own, logged in to a local Discord that lives in this one. */
export interface Program {
	readonly discord: LocalDiscord;
	/** What the program says of itself: the longest that its event loop was held since it was last asked, and its memory. */
	state(): Promise<ProgramState>;
	end(): Promise<void>;
}

interface ProgramState {
	readonly heldMs: number;
	/** Without what it waited for a processor that others had. */
	readonly ownMs: number;
	readonly megabytes: number;
}

const heldSchema = z.object({ held: z.number(), own: z.number() });

/** The bot as anybody starts it, but without limits on who asks how much. */
export function startDrillbook(documents = 'seeds', more: Readonly<Record<string, string>> = {}): Promise<Program> {
	return startProgram('src/main.ts', {
		DOCUMENTS_DIR: documents,
		MEMBER_QUESTIONS_PER_MINUTE: '0',
		SERVER_QUESTIONS_PER_MINUTE: '0',
		WATCHES_PER_SERVER: '0',
		LOG_LEVEL: 'silent',
		...more,
	});
}

/** discord.js with one handler that answers a fixed embed. */
export function startBare(): Promise<Program> {
	return startProgram('test/bench/bare.ts', {});
}

async function startProgram(file: string, env: Readonly<Record<string, string>>): Promise<Program> {
	const discord = await startLocalDiscord();
	const port = await freePort();
	const child = spawn(process.execPath, ['--import', 'tsx', '--import', './test/bench/loop-watch.mjs', file], {
		env: { ...process.env, ...env, DISCORD_TOKEN: discord.token, DISCORD_API: discord.apiUrl, OPERATIONS_PORT: String(port) },
		stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
	});
	await saysSomething(child);
	return {
		discord,
		async state() {
			const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
			const numberOf = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1]);
			child.send('held');
			const [said] = await once(child, 'message');
			const { held, own } = heldSchema.parse(said);
			return { heldMs: held, ownMs: own, megabytes: numberOf('process_resident_memory_bytes') / 1_000_000 };
		},
		async end() {
			const ended = once(child, 'close');
			child.kill('SIGTERM');
			await ended;
			await discord.close();
		},
	};
}

async function saysSomething(child: ChildProcess): Promise<void> {
	const { stdout } = child;
	if (!stdout) throw new Error('The program cannot be heard');
	const ended = once(child, 'close').then(() => Promise.reject(new Error('The program has ended')));
	await Promise.race([once(stdout, 'data'), ended]);
	ended.catch(() => {});
	stdout.resume();
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = z.object({ port: z.number() }).parse(server.address());
	server.close();
	return port;
}
