import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { REST, Routes } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { loadCommands } from '../../src/discord/load-commands.js';
import { registerCommands } from '../../src/discord/register-commands.js';
import type { LocalDiscord } from '../../src/local-discord/server.js';
import { setStage } from './stage.js';

const SCRIPT = fileURLToPath(new URL('../../src/register.ts', import.meta.url));

/** The registration script, run as somebody would run it. */
async function runScript({ token, apiUrl }: LocalDiscord, ...given: string[]) {
	const environment = { ...process.env, DISCORD_TOKEN: token, DISCORD_API: apiUrl, DOCUMENTS_FROM_DISCORD: 'yes' };
	try {
		const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', SCRIPT, ...given], { env: environment });
		return { code: 0, said: stdout };
	} catch (error) {
		if (!(error instanceof Error) || !('code' in error) || !('stderr' in error)) throw error;
		return { code: error.code, said: String(error.stderr) };
	}
}

describe('registration', () => {
	it('is done at the start, and not again when nothing differs', async () => {
		const { discord } = await setStage();
		const rest = new REST({ api: discord.apiUrl }).setToken(discord.token);
		const commands = await loadCommands();
		const scope = { applicationId: discord.applicationId };
		expect(await registerCommands(rest, commands, scope)).toBe(false);
		expect(await registerCommands(rest, new Map([...commands].slice(1)), scope)).toBe(true);
		expect(await registerCommands(rest, commands, scope)).toBe(true);
	});

	it('is done by the script in one server, and undone', { timeout: 60_000 }, async () => {
		const { discord } = await setStage();
		const rest = new REST({ api: discord.apiUrl }).setToken(discord.token);
		const route = Routes.applicationGuildCommands(discord.applicationId, discord.guildId);
		expect(await runScript(discord, '--guild', discord.guildId)).toEqual({
			code: 0,
			said: expect.stringContaining('commands are registered in the server'),
		});
		expect(await rest.get(route)).toHaveLength((await loadCommands()).size);
		await runScript(discord, '--guild', discord.guildId, '--clear');
		expect(await rest.get(route)).toEqual([]);
	});

	it('says how it is used, and what is wrong', { timeout: 60_000 }, async () => {
		const { discord } = await setStage({}, {}, 1);
		expect(await runScript(discord)).toMatchObject({ code: 2, said: expect.stringContaining('--guild ID') });
		expect(await runScript({ ...discord, token: 'MTIz.wrong.token' }, '--global')).toMatchObject({
			code: 1,
			said: expect.stringContaining('cannot be registered'),
		});
	});
});
