import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MessageFlags } from 'discord.js';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { addressSchema } from '../../src/cluster-library/address.js';
import { connect } from '../../src/cluster-library/connection.js';
import { type FollowedLibrary, followLibrary } from '../../src/cluster-library/follow.js';
import { ownGeneration } from '../../src/cluster-library/generation.js';
import { indexFolder } from '../../src/cluster-library/index-folder.js';
import { kinds } from '../../src/cluster-library/index-settings.js';
import { LibraryUnreachable } from '../../src/library.js';
import { setStage, textOf } from '../end-to-end/stage.js';
import { writeArticles } from './articles.js';
import { answering, gateTo } from './gate.js';
import { clusterAddress, followed, indexed } from './library.js';
import { nodes } from './nodes.js';

const name = 'faults';
let articles = '';
const troubles: (string | null)[] = [];
let bot: FollowedLibrary;
let expected: string;

/** The seeds and some articles. */
beforeAll(async () => {
	articles = await mkdtemp(join(tmpdir(), 'faults-'));
	await cp('seeds', articles, { recursive: true });
	await writeArticles(articles, 20);
	await indexed(name, articles);
	bot = await followed(name, troubles);
	expected = await foundFor('who hosted vostok 2022');
});
afterAll(async () => {
	await bot?.close();
	await rm(articles, { recursive: true });
});

/** Passages found, and the words of the first: what a question needs of the cluster, without the reader. */
async function foundFor(question: string): Promise<string> {
	const { library } = bot.current();
	const hits = await library.search(question);
	const document = await library.document(hits[0]?.passage.documentId ?? '');
	return JSON.stringify([hits, document?.text]);
}

/** Asks without a pause, four at a time, while something happens; fails with the first wrong answer. */
async function askingWhile(happens: () => Promise<void>): Promise<{ questions: number; slowestMs: number }> {
	let isOver = false;
	let questions = 0;
	let slowestMs = 0;
	const ask = async () => {
		while (!isOver) {
			const began = performance.now();
			expect(await foundFor('who hosted vostok 2022')).toBe(expected);
			slowestMs = Math.max(slowestMs, performance.now() - began);
			questions += 1;
		}
	};
	const asking = Promise.all([ask(), ask(), ask(), ask()]);
	try {
		await Promise.race([happens(), asking]);
	} finally {
		isOver = true;
	}
	await asking;
	return { questions, slowestMs };
}

async function asked(method: 'PUT' | 'POST', path: string, body: Readonly<Record<string, unknown>>): Promise<void> {
	const connection = connect(clusterAddress(name), () => {});
	await connection.write({ method, path, body, patience: 20_000 }, z.unknown());
	await connection.close();
}

it('refuses in one sentence what was never indexed, or is indexed by half, and goes on where indexing stopped', async () => {
	await expect(followed('half')).rejects.toThrow(/has not been indexed: run npm run -s cli -- index/);
	const connection = connect(clusterAddress('half'), () => {});
	const stopped = new Error('stopped in the middle');
	const onDocument = () => {
		throw stopped;
	};
	await expect(indexFolder(connection, articles, { onDocument, onTrouble: () => {} })).rejects.toBe(stopped);
	await connection.close();
	await expect(followed('half')).rejects.toThrow(/has not been indexed/);
	const rest = await indexed('half', articles);
	expect(rest.documents).toBe(25);
	expect(rest.read).toBeLessThan(25);
	await (await followed('half')).close();
});

it('refuses what another version has indexed, until it is indexed anew', async () => {
	const older = '0123456789ab';
	for (const kind of kinds) await asked('PUT', `/other-${older}-${kind}`, { aliases: { [`other-${kind}`]: {} } });
	await expect(followed('other')).rejects.toThrow(
		/was indexed by another version of Drillbook, .*: run npm run -s cli -- index .* with this version/,
	);
	await indexed('other', 'seeds');
	const heard: (string | null)[] = [];
	const following = await followed('other', heard);
	expect(following.current().documents).toBe(5);
	// The one before is kept for bots that still run; this one hears when the other comes back.
	const { version } = await ownGeneration('other');
	const moved = kinds.flatMap((kind) => [
		{ remove: { index: `other-${version}-${kind}`, alias: `other-${kind}` } },
		{ add: { index: `other-${older}-${kind}`, alias: `other-${kind}` } },
	]);
	await asked('POST', '/_aliases', { actions: moved });
	await vi.waitFor(() => expect(following.trouble()).toMatch(/was indexed by another version/), { timeout: 10_000 });
	expect(heard).toHaveLength(1);
	expect(await following.current().library.search('vostok')).not.toEqual([]);
	await following.close();
});

it('says what is wrong with a password and with a certificate, and shows neither', async () => {
	const port = Number(new URL(clusterAddress(name).nodes[0] ?? '').port);
	const open = async (url: string) => followLibrary(addressSchema.parse(url), { onLoad: () => {}, onTrouble: () => {} });
	const gate = await gateTo(port, { user: 'bot', password: 's3cret' });
	await (await open(`http://bot:s3cret@127.0.0.1:${gate.port}/${name}`)).close();
	const wrong = await open(`http://bot:wr0ng@127.0.0.1:${gate.port}/${name}`).catch((error: Error) => error.message);
	expect(wrong).toBe(`The search cluster at 127.0.0.1:${gate.port} refuses the user name or password`);
	await gate.close();
	const foreign = await gateTo(port, { user: 'bot', password: 's3cret', tls: true });
	const distrusted = await open(`https://bot:s3cret@127.0.0.1:${foreign.port}/${name}`).catch((error: Error) => error.message);
	expect(distrusted).toMatch(/has a certificate that is not trusted: name its authority's in NODE_EXTRA_CA_CERTS/);
	expect(distrusted).not.toContain('s3cret');
	await foreign.close();
});

it.each([
	[
		'OpenSearch 1.3',
		{ distribution: 'opensearch', number: '1.3.20' },
		/runs OpenSearch 1\.3\.20, and Drillbook needs OpenSearch 2\.19 or later: upgrade/,
	],
	[
		'OpenSearch 2.18',
		{ distribution: 'opensearch', number: '2.18.0' },
		/runs OpenSearch 2\.18\.0, .*: upgrade its nodes, or name another cluster$/,
	],
	['Elasticsearch 8', { number: '8.19.0' }, /is no OpenSearch \(version 8\.19\.0\), .*: name such a cluster$/],
	['no search cluster', undefined, /is no OpenSearch, and/],
] as const)('refuses %s in one sentence (a loopback HTTP server that answers as such a node does)', async (_, version, sentence) => {
	const node = await answering(version ? JSON.stringify({ name: 'n1', version, tagline: 'The OpenSearch Project' }) : '{"hello":"world"}');
	const address = addressSchema.parse(node.address);
	await expect(followLibrary(address, { onLoad: () => {}, onTrouble: () => {} })).rejects.toThrow(sentence);
	const connection = connect(address, () => {});
	await expect(indexFolder(connection, 'seeds', { onDocument: () => {}, onTrouble: () => {} })).rejects.toThrow(sentence);
	await connection.close();
	expect(node.asked).toEqual(['GET /', 'GET /']);
	await node.close();
});

it('goes on answering over a read-only index, and indexes on when it takes writes again', async () => {
	const { indices } = await ownGeneration(name);
	const block = (isOn: boolean) => asked('PUT', `/${indices.documents}/_settings`, { 'index.blocks.read_only_allow_delete': isOn || null });
	await writeArticles(articles, 4, 20);
	await block(true);
	const troubled: string[] = [];
	const indexing = indexed(name, articles, { onTrouble: (trouble) => troubled.push(trouble) });
	await vi.waitFor(() => expect(troubled[0]).toMatch(/read-only, as on a disk that is nearly full/), { timeout: 60_000 });
	await foundFor('who hosted vostok 2022');
	await block(false);
	expect(await indexing).toMatchObject({ read: 4 });
	await vi.waitFor(() => expect(bot.current().documents).toBe(29), { timeout: 10_000 });
	expected = await foundFor('who hosted vostok 2022');
});

it('loses no question and no document when a node ends in the middle', async () => {
	await writeArticles(articles, 16, 24);
	let outcome = { read: 0, documents: 0 };
	let killing: Promise<void> | undefined;
	const { questions, slowestMs } = await askingWhile(async () => {
		outcome = await indexed('killed', articles, {
			onDocument: () => {
				killing ??= nodes('kill', 2);
			},
		});
	});
	expect(killing).toBeDefined();
	await killing;
	console.log(`kill -9: ${questions} questions, the slowest ${Math.round(slowestMs)} ms`);
	expect(outcome.documents).toBe(45);
	expect(questions).toBeGreaterThan(0);
	await nodes('node', 2);
	await nodes('wait', 3);
	const whole = await followed('killed');
	expect(await whole.current().library.documents()).toHaveLength(45);
	await whole.close();
});

it('answers while a node is frozen', async () => {
	const { questions, slowestMs } = await askingWhile(async () => {
		await nodes('freeze', 3);
		await pause(8_000);
		await nodes('thaw', 3);
	});
	console.log(`SIGSTOP: ${questions} questions, the slowest ${Math.round(slowestMs)} ms`);
	expect(questions).toBeGreaterThan(0);
});

it('says in private that the search is not reachable when two of three nodes are gone, once in the log, and is right again', async () => {
	await nodes('wait', 3);
	troubles.length = 0;
	const { discord } = await setStage({ library: () => bot.current().library });
	await nodes('kill', 2);
	await nodes('kill', 3);
	await vi.waitFor(() => expect(bot.trouble()).not.toBeNull(), { timeout: 30_000, interval: 100 });
	await expect(bot.current().library.search('anything at all')).rejects.toThrow(LibraryUnreachable);
	const reply = await discord.actor('Ana').slash('ask', { question: 'who hosted vostok 2022' });
	expect(textOf(await reply.settled())).toContain('The search is not reachable just now.');
	expect((await reply.settled()).flags).toBe(MessageFlags.Ephemeral);
	expect(troubles).toEqual([expect.stringMatching(/^The search cluster at 127\.0\.0\.1:\d+, .* has too few nodes|is not reached|in time/)]);
	await nodes('node', 2);
	await nodes('node', 3);
	await vi.waitFor(async () => expect(await foundFor('who hosted vostok 2022')).toBe(expected), { timeout: 90_000, interval: 500 });
	expect(troubles.at(-1)).toBeNull();
	expect(bot.trouble()).toBeNull();
});
