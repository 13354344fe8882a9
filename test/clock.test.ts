import { once } from 'node:events';
import { REST } from 'discord.js';
import pino from 'pino';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { connect } from '../src/cluster-library/connection.js';
import { watchClock } from '../src/discord/clock.js';
import { createLimits } from '../src/discord/limits.js';
import { serveOnLoopback } from './loopback.js';

afterEach(() => vi.restoreAllMocks());

const hour = 60 * 60 * 1_000;
const timeOfDay = Date.now;
/** The machine's clock shows another time of day. */
const setClock = (ahead: number) => vi.spyOn(Date, 'now').mockImplementation(() => timeOfDay() + ahead);

const serve = (headers: Record<string, string>, at = 0) =>
	serveOnLoopback((_, response) => response.writeHead(200, { 'content-type': 'application/json', ...headers }).end('{}'), at);

it('a clock that is set back keeps nobody waiting at a limit of Discord, and each jump is one line', async () => {
	const spent = { 'x-ratelimit-limit': '1', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': '0.5', 'x-ratelimit-bucket': 'one' };
	const { port } = await serve(spent);
	const logged: string[] = [];
	const rest = new REST({ api: `http://127.0.0.1:${port}/api` }).setToken('token');
	const clock = watchClock(rest, pino({ base: null }, { write: (line) => void logged.push(line) }));
	const jumps = () => logged.map((line) => JSON.parse(line).seconds);
	setClock(hour);
	await expect.poll(jumps, { timeout: 10_000 }).toEqual([3_600]);
	// With the first answer discord.js learns the bucket, with the second that it is spent.
	expect([await rest.get('/users/@me'), await rest.get('/users/@me')]).toEqual([{}, {}]);
	setClock(-hour);
	await expect.poll(jumps, { timeout: 10_000 }).toEqual([3_600, -7_200]);
	expect(await rest.get('/users/@me')).toEqual({});
	clock.close();
}, 30_000);

it('a clock that jumps spares nobody a limit, and keeps nobody at it', () => {
	const limits = createLimits({ member: 4, server: 0 });
	expect([limits.take('ana', null), limits.take('ana', null)]).toEqual([undefined, undefined]);
	for (const ahead of [hour, -hour]) {
		setClock(ahead);
		expect(limits.take('ana', null)).toMatchObject({ by: 'member', seconds: 15 });
	}
});

it('a cluster that was lost is asked again after its rest, wherever the clock has been set', async () => {
	const { server, port } = await serve({});
	server.closeAllConnections();
	server.close();
	await once(server, 'close');
	const connection = connect({ name: 'one', nodes: [`http://127.0.0.1:${port}`], auth: undefined }, () => {});
	onTestFinished(() => connection.close());
	const read = () => connection.read({ method: 'GET', path: '/' }, z.unknown());
	await expect(read()).rejects.toThrow();
	setClock(-hour);
	await serve({}, port);
	await expect.poll(() => read().then(() => 'answers', String), { timeout: 15_000, interval: 500 }).toBe('answers');
}, 30_000);
