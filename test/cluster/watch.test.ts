import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished, vi } from 'vitest';
import { connect } from '../../src/cluster-library/connection.js';
import { indexFolder } from '../../src/cluster-library/index-folder.js';
import { extract } from '../../src/exercises/extract.js';
import { watchIntoCluster } from '../../src/terminal/watch-into-cluster.js';
import { serveOnLoopback } from '../loopback.js';
import { clusterAddress, followed, indexed } from './library.js';

/** A feed on loopback that remembers who asked for it. */
async function serveFeed() {
	const stories = ['Exercise Amber Lantern 2032 will be held by Norway in May 2032.'];
	const askers: string[] = [];
	const { host } = await serveOnLoopback(({ headers }, response) => {
		askers.push(headers['user-agent'] ?? '');
		const items = stories.map(
			(text, at) => `<item><title>Story ${at}</title><link>https://news.example/${at}</link><description>${text}</description></item>`,
		);
		const body = `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${items.join('')}</channel></rss>`;
		response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(body);
	});
	return { stories, askers, host, address: `http://${host}/feed` };
}

it('goes on indexing a folder and its feeds, one of several at a time, and another takes over', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'watch-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	await writeFile(join(folder, 'first.txt'), 'Exercise Tawny Wren 2031 will be held by Kenya in April 2031.\n');
	const feed = await serveFeed();
	const told: string[][] = [[], []];
	const start = (lines: string[]) => {
		const feeds = { feeds: [feed.address], feedsEveryMs: 500, feedsFile: join(folder, '.state', `${told.indexOf(lines)}.json`) };
		const sources = { folder, ...feeds, fetching: { privateHosts: [feed.host], contact: `desk ${told.indexOf(lines)}` } };
		return watchIntoCluster(clusterAddress('watch'), sources, { tell: (line) => lines.push(line), onIndexed: () => {} });
	};
	const indexers = await Promise.all(told.map(start));
	const bot = await followed('watch');
	onTestFinished(() => bot.close());
	const knows = (name: string) =>
		vi.waitFor(async () => expect((await bot.current().library.resolve(name)).match).toBe('exact'), { timeout: 90_000, interval: 200 });
	await knows('Amber Lantern 2032');
	await writeFile(join(folder, 'new.txt'), 'Exercise Cedar Heron 2033 will be held by Japan in June 2033.\n');
	await knows('Cedar Heron 2033');
	expect(indexers.map((indexer) => indexer.isOnDuty()).filter(Boolean)).toHaveLength(1);
	const standingBy = indexers.findIndex((indexer) => !indexer.isOnDuty());
	expect(feed.askers.length).toBeGreaterThan(1);
	expect(feed.askers.filter((asker) => asker.includes(`desk ${standingBy}`))).toEqual([]);

	feed.stories.push('Exercise Basalt Otter 2034 will be held by India in July 2034.');
	await rm(join(folder, 'new.txt'));
	const [onDuty] = indexers.filter((indexer) => indexer.isOnDuty());
	await onDuty?.close();
	const other = indexers[standingBy];
	await knows('Basalt Otter 2034');
	expect(feed.askers.at(-1)).toContain(`desk ${standingBy}`);
	await vi.waitFor(async () => expect((await bot.current().library.resolve('Cedar Heron 2033')).match).not.toBe('exact'), {
		timeout: 90_000,
	});
	await pause(500);
	await other?.close();
	expect(told.flat().filter((line) => /brought new/.test(line))).toHaveLength(2);
	expect(told.flat().filter((line) => !/^(?:The library "watch" holds|From now on|http|\d documents read)/.test(line))).toEqual([]);
});

it('takes nothing out of the library that came into the folder while it was gone through', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'newer-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	await writeFile(join(folder, 'first.txt'), 'Exercise Tawny Wren 2031 will be held by Kenya in April 2031.\n');
	const connection = connect(clusterAddress('newer'), () => {});
	let other: ReturnType<typeof indexed> | undefined;
	const outcome = await indexFolder(connection, folder, { onDocument: () => {}, onTrouble: () => {} }, async (document) => {
		await writeFile(join(folder, 'newer.txt'), 'Exercise Cedar Heron 2033 will be held by Japan in June 2033.\n');
		await new Promise<void>((resolve) => {
			other = indexed('newer', folder, { onDocument: () => resolve() });
		});
		// Until searches find what the other has read.
		await pause(1_500);
		return extract(document);
	});
	await connection.close();
	expect(outcome).toMatchObject({ read: 1, gone: 0 });
	expect(await other).toMatchObject({ read: 1, gone: 0, documents: 2 });
	const bot = await followed('newer');
	expect((await bot.current().library.documents()).map(({ file }) => file)).toEqual(['first.txt', 'newer.txt']);
	await bot.close();
});
