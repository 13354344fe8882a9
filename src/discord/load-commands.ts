import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Command, Desks } from '../replies/command.js';

/** The commands by name. */
export type Commands = ReadonlyMap<string, Command>;

/** Beside `src/`, in the source and in the build alike. */
export const COMMANDS_DIRECTORY = fileURLToPath(new URL('../../commands/', import.meta.url));

const option = z.looseObject({ name: z.string(), description: z.string(), type: z.enum(['text', 'number', 'flag', 'attachment']) });
const subcommand = z.looseObject({ name: z.string(), description: z.string(), options: z.array(option).optional() });
const commandShape = z.object({
	definition: z.looseObject({
		name: z.string().min(1),
		description: z.string().min(1).optional(),
		options: z.array(option).optional(),
		subcommands: z.array(subcommand).min(1).optional(),
	}),
	answer: z.function(),
	asks: z.function().optional(),
	suggest: z.function().optional(),
	press: z.function().optional(),
});
const commandModule = z.object({
	default: z.custom<Command>((value) => commandShape.safeParse(value).success, 'its default export is not a command'),
});

/**
 * Imports every command file of a folder.
 * @throws Error naming the file that is not a command, or that has the name of another: a command must not go missing in silence.
 */
export async function loadCommands(directory: string = COMMANDS_DIRECTORY): Promise<Commands> {
	const files = (await readdir(directory)).filter((file) => /(?<!\.d|\.test)\.[jt]s$/.test(file)).sort();
	const commands = new Map<string, Command>();
	for (const file of files) {
		const command = await importCommand(join(directory, file), file);
		if (commands.has(command.definition.name))
			throw new Error(`The command file ${file} has a name that another one has: ${command.definition.name}`);
		commands.set(command.definition.name, command);
	}
	return commands;
}

/** Those that can work with what the bot was started with. */
export function usableWith(commands: Commands, has: (desk: keyof Desks) => boolean): Commands {
	return new Map([...commands].filter(([, { definition }]) => definition.needs === undefined || has(definition.needs)));
}

async function importCommand(path: string, file: string): Promise<Command> {
	const imported: unknown = await import(pathToFileURL(path).href).catch((error: unknown) => {
		throw new Error(`The command file ${file} cannot be loaded: ${error instanceof Error ? error.message : String(error)}`, {
			cause: error,
		});
	});
	const parsed = commandModule.safeParse(imported);
	if (!parsed.success) throw new Error(`The command file ${file} is not valid: ${parsed.error.issues[0]?.message ?? ''}`);
	return parsed.data.default;
}
