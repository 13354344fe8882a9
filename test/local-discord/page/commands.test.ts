import {
	type APIApplicationCommand,
	ApplicationCommandOptionType,
	ApplicationCommandType,
	ApplicationIntegrationType,
	InteractionContextType,
} from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { chatCommands, isOffered, matchingCommands } from '../../../src/local-discord/page/commands.js';
import type { PageChannel, PageGuild } from '../../../src/local-discord/page-contract.js';

const home: PageGuild = { id: '100000000000000001', name: 'Home', hasBot: true };
const away: PageGuild = { id: '100000000000000002', name: 'Away', hasBot: false };
const channelOf = (guildId: string | null): PageChannel => ({
	id: '100000000000000003',
	kind: guildId ? 'text' : 'dm',
	name: 'c',
	guildId,
});
const [inHome, inAway, direct] = [channelOf(home.id), channelOf(away.id), channelOf(null)];

const command = (name: string, more: Partial<APIApplicationCommand> = {}): APIApplicationCommand => ({
	id: '100000000000000004',
	application_id: '100000000000000005',
	version: '1',
	type: ApplicationCommandType.ChatInput,
	name,
	description: `About ${name}`,
	default_member_permissions: null,
	...more,
});

const offered = (one: APIApplicationCommand) => [inHome, inAway, direct].map((channel) => isOffered(one, channel, [home, away]));

test('a command is offered where Discord would offer it', () => {
	const { GuildInstall, UserInstall } = ApplicationIntegrationType;
	const { Guild, BotDM } = InteractionContextType;
	expect(offered(command('a'))).toEqual([true, false, true]);
	expect(offered(command('a', { integration_types: [GuildInstall, UserInstall] }))).toEqual([true, true, true]);
	expect(offered(command('a', { integration_types: [UserInstall], contexts: [Guild] }))).toEqual([true, true, false]);
	expect(offered(command('a', { contexts: [BotDM] }))).toEqual([false, false, true]);
	expect(offered(command('a', { guild_id: home.id, integration_types: [GuildInstall, UserInstall] }))).toEqual([true, false, false]);
});

test('subcommands are commands of their own, named in the language', () => {
	const { Subcommand, SubcommandGroup, String: Text } = ApplicationCommandOptionType;
	const show = command('show', {
		name_localizations: { de: 'zeige' },
		options: [
			{ type: Subcommand, name: 'all', description: 'All of it', options: [{ type: Text, name: 'x', description: 'X' }] },
			{
				type: SubcommandGroup,
				name: 'one',
				description: '',
				options: [{ type: Subcommand, name: 'day', description: '', description_localizations: { de: 'Ein Tag' } }],
			},
		],
	});
	const menu = command('Look', { type: ApplicationCommandType.Message });
	expect(
		chatCommands([show, menu], 'de').map(({ name, label, description, options }) => [name, label, description, options.length]),
	).toEqual([
		['show all', 'zeige all', 'All of it', 1],
		['show one day', 'zeige one day', 'Ein Tag', 0],
	]);
});

test('what was typed finds names by their beginning first, then within names and descriptions', () => {
	const commands = chatCommands([command('where'), command('other'), command('here', { description: 'Shows a place' })], 'en-US');
	const found = (typed: string) => matchingCommands(commands, typed).map(({ name }) => name);
	expect(found('he')).toEqual(['here', 'other', 'where']);
	expect(found('place')).toEqual(['here']);
	expect(found('')).toHaveLength(3);
	expect(found('nothing')).toEqual([]);
});
