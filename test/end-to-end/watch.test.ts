import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageFlags, PermissionFlagsBits } from 'discord.js';
import { expect, it, onTestFinished } from 'vitest';
import { NotPossible } from '../../src/local-discord/not-possible.js';
import { type LocalDiscord, type PageMessage, startLocalDiscord } from '../../src/local-discord/server.js';
import { buttonsOf, quotesIn, setStage, textOf } from './stage.js';

it('/watch is for members with Manage Server: so Discord is told, and so it is when administrators open it to all', async () => {
	const { discord, watches } = await setStage({}, { openedCommands: ['watch'] });
	const bo = discord.actor('Bo');
	const refused = await bo.slash('watch add', { topic: 'Vostok 2022' });
	expect(textOf(refused.message)).toBe('Only members with Manage Server may use this command, in a server.');
	expect(refused.message?.flags).toBe(MessageFlags.Ephemeral);
	expect(await bo.autocomplete('watch add', 'topic', 'vos')).toEqual([]);
	const ana = discord.actor('Ana');
	expect((await ana.autocomplete('watch add', 'topic', 'vos')).map(({ name }) => name)).toEqual(
		expect.arrayContaining(['Vostok, every edition', 'Vostok 2022']),
	);
	for (const topic of ['Vostok 2022', 'Vostok', 'Sea of Japan']) {
		expect(textOf((await ana.slash('watch add', { topic })).message)).toContain('the quote is posted in this channel');
	}
	expect(textOf((await ana.slash('watch add', { topic: 'China' })).message)).toContain(
		'This server watches 3 topics, and that is the most',
	);
	expect(textOf((await ana.slash('watch add', { topic: 'hovercraft of eels' })).message)).toContain(
		'No exercise, series, country or place',
	);
	const [choice] = await ana.autocomplete('watch remove', 'topic', 'every');
	await ana.slash('watch remove', { topic: String(choice?.value) });
	const list = await ana.slash('watch list');
	expect(textOf(list.message)).toContain('Watched in this server: 2 of 3');
	expect(watches.ofServer(discord.guildId).map(({ topic }) => topic.name)).toEqual(['Vostok 2022', 'Sea of Japan']);
	await expect(ana.slash('watch list', {}, { channelId: ana.directMessagesId })).rejects.toThrow(NotPossible);
	// Where administrators open nothing, Discord itself does not offer it.
	const strict = await setStage();
	await expect(strict.discord.actor('Bo').slash('watch list')).rejects.toThrow(NotPossible);
	const { default_member_permissions: needed } = await registered(strict.discord, 'watch');
	expect(needed).toBe(String(PermissionFlagsBits.ManageGuild));
});

async function registered(discord: LocalDiscord, name: string): Promise<{ default_member_permissions: string | null }> {
	const response = await fetch(`${discord.apiUrl}/v10/applications/${discord.applicationId}/commands`, {
		headers: { authorization: `Bot ${discord.token}` },
	});
	const commands: { name: string; default_member_permissions: string | null }[] = JSON.parse(await response.text());
	return commands.find((command) => command.name === name) ?? { default_member_permissions: null };
}

const WAIT = 90_000;
const isAlert = (message: PageMessage): boolean => textOf(message).includes('New on');

/** The bot as a process of its own. */
function startProcess(discord: LocalDiscord, folder: string) {
	const env = {
		PATH: process.env['PATH'] ?? '',
		KEPT_DIR: process.env['KEPT_DIR'] ?? '',
		DISCORD_TOKEN: discord.token,
		DISCORD_API: discord.apiUrl,
		DOCUMENTS_DIR: join(folder, 'documents'),
		WATCHES_FILE: join(folder, 'watches.json'),
		LOG_LEVEL: 'silent',
	};
	const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], { env });
	const isReady = once(child.stdout, 'data');
	onTestFinished(() => void child.kill('SIGKILL'));
	return {
		isReady,
		async kill() {
			child.kill('SIGKILL');
			await once(child, 'close');
		},
	};
}

it('what is watched is posted once, and survives kill -9', { timeout: 300_000 }, async () => {
	const folder = await mkdtemp(join(tmpdir(), 'watch-'));
	// Deadlines are not what this is about, and a process that starts on a busy machine may miss them.
	const discord = await startLocalDiscord({ acknowledgeWithinMs: 30_000 });
	onTestFinished(async () => {
		await discord.close();
		await rm(folder, { recursive: true, force: true });
	});
	await mkdir(join(folder, 'documents'));
	await cp('seeds/000_3ad459c8633aca44.txt', join(folder, 'documents', 'seed.txt'));
	const publish = (name: string, sentence: string) =>
		writeFile(join(folder, 'documents', `${name}.txt`), `Drills begin\n\n4 June 2022\n\nThe sea was calm. ${sentence}\n`);
	const ana = discord.actor('Ana');
	const first = startProcess(discord, folder);
	await first.isReady;
	const added = await ana.slash('watch add', { topic: 'Amber Lantern 2022' });
	expect(textOf(added.message)).toContain('No document speaks of it yet.');
	const sentence = 'Exercise Amber Lantern 2022 began in the Barents Sea on Monday.';
	await publish('one', sentence);
	const alert = await ana.waitForMessage(isAlert, WAIT);
	expect(textOf(alert)).toContain('New on Amber Lantern 2022');
	expect(quotesIn(alert)[0]).toBe(sentence);
	expect(alert.channel_id).toBe(discord.channelIds.general);
	await first.kill();
	await publish('two', 'On Friday Exercise Amber Lantern 2022 ended with a parade in Bergen.');
	const second = startProcess(discord, folder);
	const next = await ana.waitForMessage((message) => isAlert(message) && message.id !== alert.id, WAIT);
	expect(quotesIn(next)[0]).toContain('ended with a parade');
	await second.isReady;
	expect(textOf((await ana.slash('watch list')).message)).toContain('Amber Lantern 2022');
	expect(ana.messages(discord.channelIds.general).filter(isAlert)).toHaveLength(2);
	const card = buttonsOf(next).find(({ label }) => label === 'Open the card');
	expect(textOf((await ana.press(next, card?.customId ?? '')).message)).toContain('Amber Lantern 2022');
});
