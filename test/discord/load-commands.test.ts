import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { APIApplicationCommandOption } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { COMMANDS_DIRECTORY, loadCommands } from '../../src/discord/load-commands.js';
import { isSame } from '../../src/discord/register-commands.js';
import { commandProblems } from '../../src/local-discord/command-limits.js';
import { conformCommand } from '../../src/local-discord/commands.js';
import { commandJson, localName } from '../../src/replies/command-json.js';

const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}/`, import.meta.url));

describe('loading commands', () => {
	it('loads one command from every file', async () => {
		const commands = await loadCommands();
		expect(commands.size).toBe((await readdir(COMMANDS_DIRECTORY)).length);
		expect([...commands.keys()]).toEqual(
			expect.arrayContaining(['ask', 'drill', 'where', 'timeline', 'compare', 'sources', 'source', 'help']),
		);
	});

	it('names the file that is not a command', async () => {
		await expect(loadCommands(fixture('broken'))).rejects.toThrow(/nothing\.ts is not valid/);
	});

	it('names the file whose command has the name of another', async () => {
		await expect(loadCommands(fixture('twice'))).rejects.toThrow(/two\.ts has a name that another one has: slow/);
	});
});

describe('definitions', () => {
	it('are such as Discord takes', async () => {
		for (const { definition } of (await loadCommands()).values()) {
			const command = conformCommand(commandJson(definition));
			expect(commandProblems(command)).toEqual([]);
		}
	});

	it('are translated in every name and description', async () => {
		for (const { definition } of (await loadCommands()).values()) {
			const json = commandJson(definition);
			const options: readonly APIApplicationCommandOption[] = 'options' in json ? (json.options ?? []) : [];
			const inside = options.flatMap((option): APIApplicationCommandOption[] => ('options' in option ? (option.options ?? []) : []));
			for (const named of [json, ...options, ...inside]) {
				expect(Object.keys(named.name_localizations ?? {}), `${definition.name}: ${named.name}`).toHaveLength(8);
				if (!definition.kind)
					expect(Object.keys(('description_localizations' in named && named.description_localizations) || {})).toHaveLength(8);
			}
		}
		expect(localName('where', 'ja')).toBe('どこ');
		expect(localName('where', 'pl')).toBe('where');
	});

	it('can be hidden, all of them but those for managers, whose replies always are', async () => {
		for (const { definition } of (await loadCommands()).values()) {
			if (!definition.kind && !definition.isForManagers) expect(definition.options?.at(-1)?.name).toBe('hide');
		}
	});

	it('are the same as what Discord gives back with its own additions, and differ when a word does', async () => {
		const wanted = [...(await loadCommands()).values()].map(({ definition }) => commandJson(definition));
		const registered = wanted.map((command, index) => ({ ...command, id: `${index}`, version: '1', nsfw: false, dm_permission: true }));
		expect(isSame(wanted, registered)).toBe(true);
		expect(isSame(wanted, registered.slice(1))).toBe(false);
		expect(isSame(wanted, [{ ...registered[0], name: 'other' }, ...registered.slice(1)])).toBe(false);
		expect(isSame(wanted, 'nonsense')).toBe(false);
	});
});
