import type { APIApplicationCommand } from 'discord-api-types/v10';
import { changeCommand, deleteCommand, findCommand, listCommands, replaceCommands, upsertCommand } from './commands.js';
import { guildJson } from './gateway-events.js';
import { channelJson, memberJson } from './present.js';
import { Refusal } from './refusal.js';
import { type Call, type Handler, NO_CONTENT, ok, type Routes } from './routes.js';
import type { Guild, World } from './world.js';

/** The routes of the application itself: where the gateway is, who the bot is, its guilds and its commands. */
export function applicationRoutes(world: World): Routes {
	const gateway = () => `${world.address.replace('http', 'ws')}/gateway`;
	const application = () =>
		ok({
			id: world.applicationId,
			name: world.bot.username,
			icon: null,
			description: '',
			bot_public: true,
			bot_require_code_grant: false,
			verify_key: '0'.repeat(64),
			flags: 0,
			team: null,
			owner: world.members[0],
			bot: world.bot,
			approximate_guild_count: world.guilds.filter(({ hasBot }) => hasBot).length,
		});
	const guildOf = (id: string): Guild => {
		const guild = world.guilds.find((each) => each.id === id);
		if (!guild) throw new Refusal('unknownGuild');
		if (!guild.hasBot) throw new Refusal('missingAccess');
		return guild;
	};
	return {
		'GET /gateway': () => ok({ url: gateway() }),
		'GET /gateway/bot': () =>
			ok({
				url: gateway(),
				shards: 1,
				session_start_limit: { total: 1_000, remaining: 1_000, reset_after: 86_400_000, max_concurrency: 1 },
			}),
		'GET /applications/@me': application,
		'GET /oauth2/applications/@me': application,
		'GET /users/@me': () => ok(world.bot),
		'GET /users/@me/guilds': () =>
			ok(world.guilds.filter(({ hasBot }) => hasBot).map(({ id, name }) => ({ id, name, icon: null, owner: false, features: [] }))),
		'GET /users/:user': (_call, id) => {
			const user = world.users.get(id ?? '');
			if (!user) throw new Refusal('unknownUser');
			return ok(user);
		},
		'GET /guilds/:guild': (_call, id) => ok(guildJson(world, guildOf(id ?? ''), [])),
		'GET /guilds/:guild/channels': (_call, id) => {
			const guild = guildOf(id ?? '');
			return ok(
				[...world.channels.values()]
					.filter((channel) => channel.guild === guild && channel.kind === 'text')
					.map((channel) => channelJson(world, channel)),
			);
		},
		'GET /guilds/:guild/members/:user': (_call, guildId, userId) => {
			guildOf(guildId ?? '');
			const user = world.users.get(userId ?? '');
			if (!user) throw new Refusal('unknownMember');
			return ok({ user, ...memberJson(user) });
		},
		...commandRoutes(world, '/applications/:application/commands', (_application) => undefined),
		...commandRoutes(world, '/applications/:application/guilds/:guild/commands', (_application, guildId) => guildOf(guildId ?? '').id),
	};
}

/** The same six routes for the global commands and for those of a guild. */
function commandRoutes(world: World, path: string, scopeOf: (...parts: string[]) => string | undefined): Routes {
	const inScope =
		(answer: (call: Call, guildId: string | undefined, commandId: string) => ReturnType<Handler>): Handler =>
		(call, ...parts) => {
			if (parts[0] !== world.applicationId) throw new Refusal('missingAccess');
			return answer(call, scopeOf(...parts), parts.at(-1) ?? '');
		};
	return {
		[`GET ${path}`]: inScope(({ query }, guildId) => {
			const whole = query.get('with_localizations') === 'true';
			return ok(listCommands(world, guildId).map((command) => (whole ? command : withoutLocalizations(command))));
		}),
		[`PUT ${path}`]: inScope(({ body }, guildId) => ok(replaceCommands(world, guildId, body.json))),
		[`POST ${path}`]: inScope(({ body }, guildId) => {
			const { command, isNew } = upsertCommand(world, guildId, body.json);
			return { status: isNew ? 201 : 200, json: command };
		}),
		[`GET ${path}/:command`]: inScope((_call, guildId, id) => ok(findCommand(world, guildId, id))),
		[`PATCH ${path}/:command`]: inScope(({ body }, guildId, id) => ok(changeCommand(world, guildId, id, body.json))),
		[`DELETE ${path}/:command`]: inScope((_call, guildId, id) => {
			deleteCommand(world, guildId, id);
			return NO_CONTENT;
		}),
	};
}

/** A list of commands comes without translations unless they are asked for. */
function withoutLocalizations(command: APIApplicationCommand): APIApplicationCommand {
	return JSON.parse(
		JSON.stringify(command, (key, value) => (key === 'name_localizations' || key === 'description_localizations' ? undefined : value)),
	);
}
