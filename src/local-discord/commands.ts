import { ApplicationCommandCreateRequestSchema, ApplicationCommandPatchRequestPartialSchema, type CommandBody } from 'discord-api-spec/zod';
import { type APIApplicationCommand, ApplicationCommandType, ApplicationIntegrationType } from 'discord-api-types/v10';
import { z } from 'zod';
import { COMMANDS_OF_TYPE, commandProblems } from './command-limits.js';
import { conform, withoutNulls } from './conform.js';
import { type Problem, Refusal, refuseOn } from './refusal.js';
import type { World } from './world.js';

const GLOBAL = 'global';
const anObject = z.looseObject({ default_member_permissions: z.unknown().optional() });

/** The commands of one scope: global, or of one guild. */
export function listCommands(world: World, guildId: string | undefined): APIApplicationCommand[] {
	return world.commands.get(guildId ?? GLOBAL) ?? [];
}

/** @throws Refusal 10063 */
export function findCommand(world: World, guildId: string | undefined, id: string): APIApplicationCommand {
	const command = listCommands(world, guildId).find((each) => each.id === id);
	if (!command) throw new Refusal('unknownCommand');
	return command;
}

/**
 * Replaces all commands of a scope; one of the same name and type keeps its id.
 * @throws Refusal 50035 or 30032, and then all stay as they were.
 */
export function replaceCommands(world: World, guildId: string | undefined, body: unknown): APIApplicationCommand[] {
	const list = z.array(z.unknown()).safeParse(body);
	if (!list.success)
		throw new Refusal('invalidForm', [{ path: [], code: 'BASE_TYPE_BAD_TYPE', message: 'A list of commands is expected.' }]);
	const given = list.data.map((each, index) => conformCommand(each, [index]));
	refuseOn(given.flatMap((command, index) => commandProblems(command, [index])));
	refuseOn(
		given.flatMap((command, index): Problem[] =>
			given.findIndex((other) => isSame(other, command)) === index
				? []
				: [{ path: [index, 'name'], code: 'APPLICATION_COMMANDS_DUPLICATE_NAME', message: 'Application command names must be unique' }],
		),
	);
	const known = listCommands(world, guildId);
	return store(
		world,
		guildId,
		given.map((command) =>
			stored(
				world,
				guildId,
				command,
				known.find((other) => isSame(other, command)),
			),
		),
	);
}

/** Adds a command, or replaces the one of its name and type. */
export function upsertCommand(
	world: World,
	guildId: string | undefined,
	body: unknown,
): { command: APIApplicationCommand; isNew: boolean } {
	const given = conformCommand(body, []);
	refuseOn(commandProblems(given));
	const known = listCommands(world, guildId);
	const before = known.find((other) => isSame(other, given));
	const command = stored(world, guildId, given, before);
	store(world, guildId, [...known.filter((other) => other !== before), command]);
	return { command, isNew: before === undefined };
}

export function changeCommand(world: World, guildId: string | undefined, id: string, body: unknown): APIApplicationCommand {
	const before = findCommand(world, guildId, id);
	const changes = withPermissions(body, (numeric) => conform(ApplicationCommandPatchRequestPartialSchema, numeric));
	const command: APIApplicationCommand = { ...before, ...withoutNulls(changes), version: world.newId() };
	refuseOn(commandProblems(conformCommand(command, [])));
	store(
		world,
		guildId,
		listCommands(world, guildId).map((other) => (other === before ? command : other)),
	);
	return command;
}

export function deleteCommand(world: World, guildId: string | undefined, id: string): void {
	const command = findCommand(world, guildId, id);
	store(
		world,
		guildId,
		listCommands(world, guildId).filter((other) => other !== command),
	);
}

/** A command checked against Discord's description of it. @throws Refusal 50035 */
export function conformCommand(body: unknown, at: readonly number[] = []): CommandBody {
	return withPermissions(body, (numeric) => conform(ApplicationCommandCreateRequestSchema, numeric, at));
}

/** Discord's description asks for a number in `default_member_permissions`, where its documentation and every client have a string. */
function withPermissions<T extends object>(body: unknown, check: (numeric: unknown) => T): T {
	const parsed = anObject.safeParse(body);
	const permissions = parsed.success ? parsed.data.default_member_permissions : undefined;
	if (!parsed.success || typeof permissions !== 'string' || !/^\d+$/.test(permissions)) return check(body);
	return { ...check({ ...parsed.data, default_member_permissions: Number(permissions) }), default_member_permissions: permissions };
}

function isSame(one: Pick<CommandBody, 'name' | 'type'>, other: Pick<CommandBody, 'name' | 'type'>): boolean {
	return one.name === other.name && (one.type ?? ApplicationCommandType.ChatInput) === (other.type ?? ApplicationCommandType.ChatInput);
}

function stored(
	world: World,
	guildId: string | undefined,
	given: CommandBody,
	before: APIApplicationCommand | undefined,
): APIApplicationCommand {
	return {
		description: '',
		default_member_permissions: null,
		nsfw: false,
		...(guildId === undefined && { contexts: null, integration_types: [ApplicationIntegrationType.GuildInstall] }),
		...withoutNulls(given),
		type: given.type ?? ApplicationCommandType.ChatInput,
		id: before?.id ?? world.newId(),
		application_id: world.applicationId,
		version: world.newId(),
		...(guildId !== undefined && { guild_id: guildId }),
	};
}

function store(world: World, guildId: string | undefined, commands: APIApplicationCommand[]): APIApplicationCommand[] {
	for (const [type, most] of Object.entries(COMMANDS_OF_TYPE)) {
		if (commands.filter((command) => String(command.type) === type).length > most) throw new Refusal('tooManyCommands');
	}
	world.commands.set(guildId ?? GLOBAL, commands);
	world.tell({ type: 'commandsChanged', commands: world.allCommands() });
	return commands;
}
