import { once } from 'node:events';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startLocalDiscord } from '../../src/local-discord/server.js';
import { answering, exitOf, freePort, start } from './started.js';

describe('a start that cannot succeed ends in one clear sentence and exit code 1', () => {
	it.each([
		[
			'a folder that is not there',
			{ DOCUMENTS_DIR: '/nowhere/at/all' },
			/^Drillbook cannot start\. The documents folder \/nowhere\/at\/all is not there\n$/,
		],
		[
			'a port that is none',
			{ LOCAL_DISCORD_PORT: '99999' },
			/^Drillbook cannot start\. LOCAL_DISCORD_PORT must be a port number, 1 to 65535\n$/,
		],
		[
			'a file of places that is not there',
			{ PLACES_FILE: '/nowhere/places.json' },
			/^Drillbook cannot start\. \/nowhere\/places\.json: there is no such file, or it cannot be read\n$/,
		],
		[
			'documents from members with a search cluster',
			{ LIBRARY_URL: 'http://127.0.0.1:9', DOCUMENTS_FROM_DISCORD: 'yes' },
			/^Drillbook cannot start\. DOCUMENTS_FROM_DISCORD does not go with LIBRARY_URL: leave it out, and put .*\n$/,
		],
		['a file of series that is none', { SERIES_FILE: 'package.json' }, /^Drillbook cannot start\. package\.json: the list: .*\n$/],
	])('%s', async (_, env, sentence) => {
		const { code, out, err } = await exitOf(start(env));
		expect({ code, out }).toEqual({ code: 1, out: '' });
		expect(err).toMatch(sentence);
	});

	it('a port in use', async () => {
		const server = createServer().listen(0, '127.0.0.1');
		await once(server, 'listening');
		const { port } = z.object({ port: z.number() }).parse(server.address());
		const { code, err } = await exitOf(start({ LOCAL_DISCORD_PORT: String(port) }));
		server.close();
		expect(code).toBe(1);
		expect(err).toBe(`Drillbook cannot start. Port ${port} is in use: set LOCAL_DISCORD_PORT to a free one\n`);
	});

	it('a token that is refused', async () => {
		const local = await startLocalDiscord({ port: 0 });
		const { code, out, err } = await exitOf(start({ DISCORD_TOKEN: 'not.a.token', DISCORD_API: local.apiUrl }));
		await local.close();
		expect({ code, out }).toEqual({ code: 1, out: '' });
		expect(err).toMatch(/^Drillbook cannot start\. .*token.*\n$/i);
		expect(err.trim().split('\n')).toHaveLength(1);
		expect(err).not.toContain('not.a.token');
	});
});

it('logs in to the local Discord, prints its address on one line, serves there, and stops when told to', async () => {
	const port = await freePort();
	const process_ = start({ LOCAL_DISCORD_PORT: String(port) });
	await answering(process_);
	expect(process_.printed.out).toMatch(new RegExp(`^Drillbook answers at http://127\\.0\\.0\\.1:${port}/ .*\\n$`));
	expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBeLessThan(500);
	process_.child.kill('SIGTERM');
	const { code } = await exitOf(process_);
	expect(code).toBe(0);
});

it('logs in to the server that DISCORD_API names with a token', async () => {
	const local = await startLocalDiscord({ port: 0 });
	const process_ = start({ DISCORD_TOKEN: local.token, DISCORD_API: local.apiUrl });
	await answering(process_);
	expect(process_.printed.out).toMatch(/^Drillbook is logged in as /);
	process_.child.kill('SIGTERM');
	expect((await exitOf(process_)).code).toBe(0);
	await local.close();
});

it('tells how it is on its own port, and ends with one line and exit code 1 when Discord does not want it any more', async () => {
	const local = await startLocalDiscord({ port: 0 });
	const port = await freePort();
	const process_ = start({ DISCORD_TOKEN: local.token, DISCORD_API: local.apiUrl, OPERATIONS_PORT: String(port) });
	await answering(process_);
	const get = (path: string, headers = {}) => ask(port, path, headers);
	expect(await get('/healthz')).toEqual({ status: 200, text: 'ok\n' });
	expect((await get('/metrics')).text).toMatch(/^drillbook_discord_requests_total\{status="200"\} \d+$/m);
	expect((await get('/metrics')).text).toContain('nodejs_eventloop_lag_p99_seconds');
	expect((await get('/other')).status).toBe(404);
	expect((await get('/metrics', { host: 'rebound.example:80' })).status).toBe(403);
	local.faults.closeGateway(4014);
	const { code, err } = await exitOf(process_);
	await local.close();
	expect(code).toBe(1);
	expect(err).toMatch(/^Drillbook ends\. Discord refused the MessageContent intent.*\n$/);
});

async function ask(port: number, path: string, headers: Record<string, string>): Promise<{ status: number; text: string }> {
	const sent = request({ host: '127.0.0.1', port, path, headers }).end();
	const [response] = await once(sent, 'response');
	const { statusCode: status } = z.object({ statusCode: z.number() }).parse(response);
	return { status, text: await textOf(response) };
}
