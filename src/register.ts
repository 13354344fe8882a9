import { parseArgs } from 'node:util';
import { REST, Routes } from 'discord.js';
import { z } from 'zod';
import { type Config, readConfig } from './config.js';
import { loadCommands, usableWith } from './discord/load-commands.js';
import { registerCommands } from './discord/register-commands.js';
import type { Desks } from './replies/command.js';

const USAGE = `Usage: npm run register -- --guild ID     in one server, at once: for trying out
       npm run register -- --global       everywhere: for members of every server, direct messages and user-installed use

The same commands in both would be shown twice: "--guild ID --clear" takes them out of a server, "--global --clear" out of everywhere.`;

/** Whether the bot has what some commands work with, by its configuration. */
function isOn({ watchesPerServer, shelfServers }: Config, desk: keyof Desks): boolean {
	return { watches: watchesPerServer > 0, shelf: shelfServers.length > 0 }[desk];
}

/** Registers the commands with Discord, or removes them. Returns the exit code. */
async function register(): Promise<number> {
	const { values } = parseArgs({ options: { guild: { type: 'string' }, global: { type: 'boolean' }, clear: { type: 'boolean' } } });
	const { guild, global = false, clear = false } = values;
	if (global === (guild !== undefined) || (guild !== undefined && !/^\d{17,20}$/.test(guild))) {
		process.stderr.write(`${USAGE}\n`);
		return 2;
	}
	const config = readConfig();
	const { token, api } = config;
	if (!token) throw new Error('Set DISCORD_TOKEN: the local Discord has its commands without this');
	const rest = new REST(api ? { api } : {}).setToken(token);
	const application = z.object({ id: z.string() }).parse(await rest.get(Routes.currentApplication()));
	const commands = clear ? new Map() : usableWith(await loadCommands(), (desk) => isOn(config, desk));
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
