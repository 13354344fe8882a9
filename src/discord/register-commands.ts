import { type REST, type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord.js';
import { z } from 'zod';
import { commandJson } from '../replies/command-json.js';
import type { Commands } from './load-commands.js';

/** Where commands are registered: in one server (at once), or everywhere. The same set in both would show every command twice. */
export interface Scope {
	readonly applicationId: string;
	readonly guildId?: string;
}

/** Registers the commands where they differ from what is registered there. @returns whether they did */
export async function registerCommands(rest: REST, commands: Commands, { applicationId, guildId }: Scope): Promise<boolean> {
	const route = guildId ? Routes.applicationGuildCommands(applicationId, guildId) : Routes.applicationCommands(applicationId);
	const wanted = [...commands.values()].map(({ definition }) => commandJson(definition));
	const registered = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
	if (isSame(wanted, registered)) return false;
	await rest.put(route, { body: wanted });
	return true;
}

const named = z.array(z.looseObject({ name: z.string() }));

/** Whether every command that is wanted, and no other, is registered with all that is wanted of it; Discord adds ids and defaults of its own. */
export function isSame(wanted: readonly RESTPostAPIApplicationCommandsJSONBody[], registered: unknown): boolean {
	const parsed = named.safeParse(registered);
	if (!parsed.success || parsed.data.length !== wanted.length) return false;
	return wanted.every((command) =>
		contains(
			parsed.data.find(({ name }) => name === command.name),
			command,
		),
	);
}

function contains(whole: unknown, part: unknown): boolean {
	if (Array.isArray(part)) {
		if (part.length === 0 && whole === undefined) return true;
		return Array.isArray(whole) && whole.length === part.length && part.every((item, index) => contains(whole[index], item));
	}
	if (typeof part === 'object' && part !== null) {
		if (typeof whole !== 'object' || whole === null) return Object.keys(part).length === 0;
		const values = new Map<string, unknown>(Object.entries(whole));
		return Object.entries(part).every(([key, value]) => contains(values.get(key), value));
	}
	return whole === part || (whole === undefined && part === false);
}
