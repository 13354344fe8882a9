import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { type LocalDiscord, type LocalDiscordOptions, startLocalDiscord } from '../../src/local-discord/server.js';
import { writeArticles } from '../bench/made-articles.js';
import { buttonOf, textOf } from '../end-to-end/stage.js';
import { answering, exitOf, type Started, start } from './started.js';

const lineShape = z.looseObject({ level: z.number(), msg: z.string() });
const WARN = 40;

async function discordOf(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
	const discord = await startLocalDiscord(options);
	onTestFinished(() => discord.close());
	return discord;
}

async function emptyFolder(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'drillbook-'));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

/** What a process has logged. */
function linesOf({ printed }: Started): z.output<typeof lineShape>[] {
	const lines = printed.err.split('\n').filter((line) => line.startsWith('{'));
	return lines.map((line) => lineShape.parse(JSON.parse(line)));
}

it('four processes of a shard each answer each its own server, and the commands are registered once', { timeout: 300_000 }, async () => {
	const discord = await discordOf({ moreServers: 3 });
	const documents = await emptyFolder();
	const env = { DISCORD_TOKEN: discord.token, DISCORD_API: discord.apiUrl, DOCUMENTS_DIR: documents, LOG_LEVEL: 'info' };
	const processes = [0, 1, 2, 3].map((shard) => start({ ...env, SHARDS: `${shard}/4`, WATCHES_FILE: join(documents, `${shard}.json`) }));
	await Promise.all(processes.map(answering));
	expect(discord.faults.count(/^PUT \/applications\/\d+\/commands$/)).toBe(1);
	for (const channelId of [discord.channelIds.general, ...discord.moreServers.map((server) => server.channelId)])
		expect(textOf((await discord.actor().slash('help', {}, { channelId })).message)).toContain('/drill');
	const answered = (process_: Started) => linesOf(process_).filter((line) => line['command'] === 'help').length;
	await expect.poll(() => processes.map(answered)).toEqual([1, 1, 1, 1]);
	const exits = processes.map(exitOf);
	for (const { child } of processes) child.kill('SIGTERM');
	expect((await Promise.all(exits)).map(({ code }) => code)).toEqual([0, 0, 0, 0]);
	expect(processes.flatMap(linesOf).filter(({ msg }) => msg.includes('the connection'))).toEqual([]);
	expect(discord.refused).toEqual([]);
});

it('ends without a word while documents are read', { timeout: 300_000 }, async () => {
	const discord = await discordOf();
	const folder = await emptyFolder();
	await writeArticles(join(folder, 'documents'), 40);
	const env = { DISCORD_TOKEN: discord.token, DISCORD_API: discord.apiUrl, DOCUMENTS_DIR: join(folder, 'documents') };
	const process_ = start({ ...env, KEPT_DIR: join(folder, 'kept'), WATCHES_FILE: join(folder, 'watches.json') });
	await answering(process_);
	const exit = exitOf(process_);
	await pause(3_000);
	process_.child.kill('SIGTERM');
	expect(await exit).toMatchObject({ code: 0, err: '' });
});

it('on a full disk it answers, and says in a line each what cannot be kept', { timeout: 300_000 }, async () => {
	const discord = await discordOf();
	const folder = await emptyFolder();
	const documents = join(folder, 'documents');
	await cp('seeds', documents, { recursive: true });
	const process_ = start(
		{
			DISCORD_TOKEN: discord.token,
			DISCORD_API: discord.apiUrl,
			DOCUMENTS_DIR: documents,
			KEPT_DIR: join(folder, 'kept'),
			WATCHES_FILE: join(folder, 'watches.json'),
			LOG_LEVEL: 'info',
		},
		// No file grows over 16 KB: a write beyond that fails as on a full disk, and nothing kills the process for it.
		"trap '' XFSZ; ulimit -f 16",
	);
	await answering(process_);
	const ana = discord.actor('Ana');
	for (const question of ['who hosted vostok 2022', 'what is the aim of North-Joint 2024'])
		expect(textOf(await (await ana.slash('ask', { question })).settled(30_000))).toMatch(/Vostok|North/);
	await expect
		.poll(() => linesOf(process_).filter(({ msg }) => msg.includes('kept for the next start')), { timeout: 20_000 })
		.toHaveLength(1);
	expect(textOf((await ana.slash('help')).message)).toContain('/drill');
	process_.child.kill('SIGTERM');
	expect((await exitOf(process_)).code).toBe(0);
});

it('where a file stands in the place of its folders it answers all the same', { timeout: 300_000 }, async () => {
	const discord = await discordOf();
	const folder = await emptyFolder();
	const file = join(folder, 'a-file');
	await writeFile(file, '');
	const process_ = start({
		DISCORD_TOKEN: discord.token,
		DISCORD_API: discord.apiUrl,
		KEPT_DIR: join(file, 'kept'),
		INDEX_FILE: join(file, 'index.json'),
		REPORTS_FILE: join(file, 'reports.jsonl'),
		WATCHES_FILE: join(folder, 'watches.json'),
		LOG_LEVEL: 'info',
	});
	await answering(process_);
	const ana = discord.actor('Ana');
	const { message } = await ana.slash('drill', { name: 'Vostok 2022' });
	if (!message) throw new Error('There is no card');
	const report = await ana.press(message, buttonOf(message, /Report/));
	expect(textOf(report.message)).toContain('Something went wrong');
	const problems = () => linesOf(process_).filter(({ level }) => level >= WARN);
	await expect
		.poll(problems)
		.toMatchObject([
			{ msg: expect.stringContaining('Nothing is kept for the next start') },
			{ kind: 'button', outcome: 'failed', isTold: true },
		]);
});

it('names the files that it does not read: in its log and in /sources', { timeout: 300_000 }, async () => {
	const discord = await discordOf();
	const documents = await emptyFolder();
	await writeFile(join(documents, 'article.txt'), 'Exercise Amber Wolf 2031 was held in Finland.\n');
	await writeFile(join(documents, 'slides.key'), 'not a kind that is read');
	await writeFile(join(documents, 'broken.pdf'), '%PDF-1.7 and no more');
	const process_ = start({ DISCORD_TOKEN: discord.token, DISCORD_API: discord.apiUrl, DOCUMENTS_DIR: documents, LOG_LEVEL: 'info' });
	await answering(process_);
	const warned = linesOf(process_).flatMap(({ level, msg }) => (level >= WARN ? [msg] : []));
	const listed = (await discord.actor('Ana').slash('sources')).message?.embeds[0]?.fields?.find(({ name }) => name === 'Not read')?.value;
	for (const file of ['slides.key', 'broken.pdf']) {
		expect(warned.join('\n')).toContain(file);
		expect(listed).toContain(file);
	}
	expect(listed).not.toContain('article.txt');
});
