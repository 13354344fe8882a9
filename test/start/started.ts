import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach } from 'vitest';
import { z } from 'zod';

export interface Started {
	readonly child: ChildProcessWithoutNullStreams;
	readonly printed: { out: string; err: string };
}

const running: Started[] = [];
afterEach(async () => {
	for (const { child } of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
});

/**
 * Starts the bot as a process of its own; it is ended with the test.
 * @param limits what a shell says before it, such as the size that no file may exceed
 */
export function start(env: Record<string, string>, limits?: string): Started {
	const node = [process.execPath, '--import', 'tsx', 'src/main.ts'] as const;
	const [program, ...given] = limits ? (['bash', '-c', `${limits}; exec "$@"`, 'bash', ...node] as const) : node;
	const child = spawn(program, given, { env: { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'silent', ...env } });
	const printed = { out: '', err: '' };
	child.stdout.on('data', (data: Buffer) => {
		printed.out += data.toString();
	});
	child.stderr.on('data', (data: Buffer) => {
		printed.err += data.toString();
	});
	const process_ = { child, printed };
	running.push(process_);
	return process_;
}

export async function exitOf({ child, printed }: Started) {
	const [code] = await once(child, 'close');
	return { code: z.number().nullable().parse(code), ...printed };
}

export async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = z.object({ port: z.number() }).parse(server.address());
	server.close();
	return address.port;
}

/** Resolves when the bot has said on standard output that it answers. @throws Error with what it said instead when it ends before */
export async function answering({ child, printed }: Started): Promise<void> {
	const ended = once(child, 'close').then(() => Promise.reject(new Error(`It ended: ${printed.err}`)));
	while (!printed.out.includes('\n')) await Promise.race([once(child.stdout, 'data'), ended]);
	ended.catch(() => {});
}
