import { parseArgs } from 'node:util';
import { REST, Routes } from 'discord.js';
import { z } from 'zod';
import { readConfig } from './config.js';
import { loadCommands } from './discord/load-commands.js';
import { registerCommands } from './discord/register-commands.js';

const USAGE = `Usage: npm run register -- --guild ID     in one server, at once: for trying out
       npm run register -- --global       everywhere: for members of every server, direct messages and user-installed use

The same commands in both would be shown twice: "--guild ID --clear" takes them out of a server, "--global --clear" out of everywhere.`;

/** Registers the commands with Discord, or removes them. Returns the exit code. */
async function register(): Promise<number> {
	const { values } = parseArgs({ options: { guild: { type: 'string' }, global: { type: 'boolean' }, clear: { type: 'boolean' } } });
	const { guild, global = false, clear = false } = values;
	if (global === (guild !== undefined) || (guild !== undefined && !/^\d{17,20}$/.test(guild))) {
		process.stderr.write(`${USAGE}\n`);
		return 2;
	}
	const { token, api } = readConfig();
	if (!token) throw new Error('Set DISCORD_TOKEN: the local Discord has its commands without this');
	const rest = new REST(api ? { api } : {}).setToken(token);
	const application = z.object({ id: z.string() }).parse(await rest.get(Routes.currentApplication()));
	const commands = clear ? new Map() : await loadCommands();
	const scope = { applicationId: application.id, ...(guild ? { guildId: guild } : {}) };
	const hasChanged = await registerCommands(rest, commands, scope);
	const where = guild ? `in the server ${guild}` : 'everywhere';
	process.stdout.write(`${commands.size} commands are registered ${where}${hasChanged ? '' : ': they were already'}\n`);
	return 0;
}

try {
	process.exitCode = await register();
} catch (error) {
	process.stderr.write(`The commands cannot be registered. ${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
}
