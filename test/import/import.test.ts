import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textFrom } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { loadCorpus } from '../../src/corpus/load.js';
import { readDocument } from '../../src/corpus/read.js';
import { pollFeeds } from '../../src/import/feeds.js';
import { fetchPage } from '../../src/import/fetch-page.js';
import { fileGiven, filesFetched, saveFile } from '../../src/import/files.js';
import { isPublicAddress } from '../../src/import/public-addresses.js';
import { serveOnLoopback } from '../loopback.js';

const page = `<!doctype html><html><head><title>Harbour News | Drills</title><meta property="og:title" content="Amber Lantern &amp; the sea">
<meta property="article:published_time" content="2022-06-04T23:30:00-08:00"><meta name="author" content="A. Writer">
<link rel="canonical" href="https://news.example/amber"><style>p{}</style></head><body><nav><a href="/">Menu</a></nav>
<article><h1>Amber Lantern &amp; the sea</h1><p>Exercise <b>Amber Lantern 2022</b> began in the Barents&nbsp;Sea.</p><script>bad()</script>
<p>Norway took part.</p></article><footer>Subscribe</footer></body></html>`;
const entry = (n: number, more = '') => `<item><title>Story ${n}</title><link>https://news.example/${n}</link>
<pubDate>Mon, 06 Jun 2022 10:00:00 GMT</pubDate><description><![CDATA[<p>Exercise Basalt Anchor ${n} opened.${more}</p>]]></description></item>`;
const feed = (...entries: string[]) =>
	`<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour News</title>${entries.join('')}</channel></rss>`;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A real server on loopback, and what it was asked. */
async function serve(answers: Record<string, Answer>) {
	const asked: IncomingMessage[] = [];
	const { port, host } = await serveOnLoopback((request, response) => {
		asked.push(request);
		const answer = answers[request.url ?? ''];
		if (answer) answer(request, response);
		else response.writeHead(404).end();
	});
	return { asked, host, port, at: (path: string) => `http://${host}${path}` };
}

const send =
	(type: string, body: string | Buffer, headers: Record<string, string> = {}): Answer =>
	(_, response) =>
		void response.writeHead(200, { 'content-type': type, ...headers }).end(body);

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'import-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a page', () => {
	it('is fetched and kept as its article, with what it states of itself', async () => {
		const server = await serve({ '/a': send('text/html; charset=utf-8', gzipSync(page), { 'content-encoding': 'gzip' }) });
		const fetched = await fetchPage(server.at('/a'), { privateHosts: [server.host], contact: 'desk@news.example' });
		expect(server.asked[0]?.headers['user-agent']).toMatch(/^Drillbook\/[\d.]+ \(.*desk@news\.example\)$/);
		if (!fetched) throw new Error('nothing was fetched');
		const [file] = await filesFetched(fetched);
		if (!file) throw new Error('nothing was kept');
		expect(file?.name).toMatch(/^amber-lantern-the-sea-[0-9a-f]{8}\.html$/);
		await saveFile(folder, 'imported', file);
		const [document] = (await loadCorpus(folder)).documents;
		expect(document).toMatchObject({
			title: 'Amber Lantern & the sea',
			publishedOn: { on: '2022-06-04' },
			author: 'A. Writer',
			url: 'https://news.example/amber',
		});
		expect(document?.text).toMatch(/Exercise Amber Lantern 2022 began in the Barents Sea\.\n+Norway took part\./);
		expect(document?.text).not.toMatch(/Menu|Subscribe|bad\(\)/);
	});

	it('comes from the public internet alone: by name, by address and after every redirect', async () => {
		const inner = await serve({ '/secret': send('text/plain', 'secret') });
		const outer = await serve({
			'/to-inner': (_, response) => void response.writeHead(302, { location: inner.at('/secret') }).end(),
			'/to-file': (_, response) => void response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
			'/round': (_, response) => void response.writeHead(302, { location: '/round' }).end(),
		});
		const settings = { privateHosts: [outer.host] };
		for (const address of [
			inner.at('/secret'),
			`http://localhost:${inner.port}/secret`,
			`http://[::1]:${inner.port}/secret`,
			`http://[::ffff:127.0.0.1]:${inner.port}/secret`,
			`http://2130706433:${inner.port}/secret`,
			outer.at('/to-inner'),
		]) {
			await expect(fetchPage(address, settings), address).rejects.toThrow('lies in a private network');
		}
		await expect(fetchPage(outer.at('/to-file'), settings)).rejects.toThrow('is no http or https address');
		await expect(fetchPage(outer.at('/round'), settings)).rejects.toThrow('without end');
		await expect(fetchPage('http://me:word@news.example/')).rejects.toThrow('holds a name or password');
		expect(inner.asked).toEqual([]);
	});

	it('is asked for at the address that was checked: a name is resolved once, and one private address of several is enough', async () => {
		const server = await serve({ '/': send('text/plain', 'here') });
		let resolved = 0;
		const rebinding = async () => [
			// The first is of a network that nobody has been given.
			resolved++ === 0 ? { address: '2fff::1', family: 6 } : { address: '127.0.0.1', family: 4 },
		];
		const settings = { resolve: rebinding, withinMs: 300 };
		await expect(fetchPage(`http://news.example:${server.port}/`, settings)).rejects.toThrow(/took longer|cannot be reached/);
		expect(resolved).toBe(1);
		const both = async () => [
			{ address: '2fff::1', family: 6 },
			{ address: '127.0.0.1', family: 4 },
		];
		await expect(fetchPage(`http://news.example:${server.port}/`, { resolve: both })).rejects.toThrow('lies in a private network');
		expect(server.asked).toEqual([]);
		const named = { resolve: async () => [{ address: '127.0.0.1', family: 4 }], privateHosts: ['news.example'] };
		expect((await fetchPage(`http://news.example:${server.port}/`, named))?.bytes.toString()).toBe('here');
	});

	it('has limits of size, time and kind', async () => {
		const server = await serve({
			'/large': send('text/plain', 'x'.repeat(3_000_000)),
			'/packed': send('text/plain', gzipSync('x'.repeat(30_000_000)), { 'content-encoding': 'gzip' }),
			'/endless': (_, response) => {
				response.writeHead(200, { 'content-type': 'text/plain' });
				const timer = setInterval(() => response.write('x'), 20);
				response.on('close', () => clearInterval(timer));
			},
			'/picture': send('image/png', 'png'),
		});
		const settings = { privateHosts: [server.host], mostBytes: 1_048_576, withinMs: 1_000 };
		await expect(fetchPage(server.at('/large'), settings)).rejects.toThrow('is larger than 1 MB');
		await expect(fetchPage(server.at('/packed'), settings)).rejects.toThrow('is larger than 1 MB');
		await expect(fetchPage(server.at('/endless'), settings)).rejects.toThrow('took longer than 1 s');
		await expect(fetchPage(server.at('/picture'), settings)).rejects.toThrow('is no article, feed or text (image/png)');
		await expect(fetchPage(server.at('/none'), settings)).rejects.toThrow('answered with status 404');
	});
});

it('tells the public internet from all other networks', () => {
	for (const address of ['8.8.8.8', '172.32.0.1', '2606:4700::1111']) expect(isPublicAddress(address), address).toBe(true);
	const others = ['127.0.0.1', '10.1.1.1', '172.31.9.9', '192.168.0.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1'];
	const others6 = ['::', '::1', 'fe80::1', 'fd00::1', '::ffff:8.8.8.8', '64:ff9b::a00:1', '2002:a00:1::', '2001:db8::1', 'ff02::1'];
	for (const address of [...others, '255.255.255.255', ...others6, 'localhost', '']) expect(isPublicAddress(address), address).toBe(false);
});

it('gives every file a safe name', () => {
	for (const name of ['../../etc/passwd.txt', 'C:\\CON.TXT', '.hidden.md', '海上联合.txt', 'a\u0000b\n.txt', `${'x'.repeat(300)}.txt`]) {
		expect(fileGiven(name, Buffer.from('A text.')).name).toMatch(/^[a-z0-9][a-z0-9-]{0,60}-[0-9a-f]{8}\.(?:txt|md)$/);
	}
});

it('polls feeds with conditional requests, takes what is new or corrected, and goes on after a fault', async () => {
	let body = feed(entry(1), entry(2));
	let isDown = false;
	const server = await serve({
		'/feed': (request, response) => {
			const etag = `"${body.length}"`;
			if (isDown) response.writeHead(503).end();
			else if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
			else send('application/rss+xml', body, { etag, 'last-modified': 'Mon, 06 Jun 2022 10:00:00 GMT' })(request, response);
		},
	});
	const told: string[] = [];
	const open = () => {
		const feeds = pollFeeds(
			{
				feeds: [server.at('/feed')],
				documents: folder,
				stateFile: join(folder, '.kept', 'feeds.json'),
				everyMs: 3_600_000,
				fetching: { privateHosts: [server.host] },
			},
			{
				onNews: (_, articles) => told.push(`${articles} new`),
				onProblem: (_, problem) => told.push(problem),
				onError: (error) => told.push(String(error)),
			},
		);
		onTestFinished(() => feeds.close());
		return feeds;
	};
	const feeds = open();
	await feeds.poll();
	await feeds.poll();
	expect(told).toEqual(['2 new']);
	expect(server.asked[1]?.headers).toMatchObject({ 'if-none-match': `"${body.length}"`, 'if-modified-since': expect.any(String) });
	const names = await readdir(join(folder, 'feeds'));
	body = feed(entry(1), entry(2, ' It was put right.'), entry(3));
	isDown = true;
	await feeds.poll();
	await feeds.poll();
	isDown = false;
	// After a restart it still knows what the feed was last, and the corrected story takes the place of the old one.
	await open().poll();
	await open().poll();
	expect(told).toEqual(['2 new', 'answered with status 503', '2 new']);
	const after = await readdir(join(folder, 'feeds'));
	expect(after).toEqual(expect.arrayContaining(names));
	expect(after).toHaveLength(3);
	const second = after.find((name) => name.startsWith('story-2')) ?? '';
	const document = readDocument(second, await readFile(join(folder, 'feeds', second)));
	expect(document).toMatchObject({
		title: 'Story 2',
		publisher: 'Harbour News',
		publishedOn: { on: '2022-06-06' },
		url: 'https://news.example/2',
	});
	expect(document.text).toContain('It was put right.');
});

it('is done from the terminal, and its faults are told in a sentence each', { timeout: 60_000 }, async () => {
	const server = await serve({ '/feed': send('application/rss+xml', feed(entry(1), entry(2))), '/page': send('text/html', page) });
	await writeFile(join(folder, 'given.txt'), 'Exercise Basalt Anchor 2022 opened.');
	const sources = [server.at('/feed'), server.at('/page'), join(folder, 'given.txt'), server.at('/none'), join(folder, 'absent.txt')];
	const documents = join(folder, 'documents');
	const args = ['--import', 'tsx', 'src/cli.ts', 'import', '--json', '--documents', documents, ...sources];
	const env = { PATH: process.env['PATH'] ?? '', KEPT_DIR: join(folder, 'kept'), PRIVATE_HOSTS: '127.0.0.1' };
	const child = spawn(process.execPath, args, { env });
	const [out, err, [code]] = await Promise.all([textFrom(child.stdout), textFrom(child.stderr), once(child, 'close')]);
	const imported = z.array(
		z.strictObject({ source: z.string(), files: z.array(z.object({ file: z.string() })), problem: z.string().nullable() }),
	);
	expect(imported.parse(JSON.parse(out)).map(({ files }) => files.length)).toEqual([2, 1, 1, 0, 0]);
	expect(err.trim().split('\n')).toEqual([`${sources[3]} answered with status 404.`, `${sources[4]} is not there.`]);
	expect(code).toBe(1);
	expect(await readdir(join(documents, 'imported'))).toHaveLength(4);
});

it('writes nothing by halves', async () => {
	await writeFile(join(folder, 'feeds'), 'a file where a folder should be');
	const server = await serve({ '/feed': send('application/rss+xml', feed(entry(1)), { etag: '"1"' }) });
	const settings = { feeds: [server.at('/feed')], documents: folder, stateFile: join(folder, 'state.json'), everyMs: 3_600_000 };
	const hearers = { onNews: () => {}, onProblem: () => {}, onError: () => {} };
	const feeds = pollFeeds({ ...settings, fetching: { privateHosts: [server.host] } }, hearers);
	onTestFinished(() => feeds.close());
	await expect(feeds.poll()).rejects.toThrow();
	expect(await readdir(folder)).toEqual(['feeds']);
});
