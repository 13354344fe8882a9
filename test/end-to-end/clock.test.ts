import { afterEach, expect, it, vi } from 'vitest';
import { DISCORD_RATE_LIMITS } from '../../src/local-discord/rate-limits.js';
import type { LocalDiscord, PageMessage } from '../../src/local-discord/server.js';
import { setStage, textOf } from './stage.js';

afterEach(() => vi.restoreAllMocks());

const hour = 60 * 60 * 1_000;
const timeOfDay = Date.now;
/** The machine's clock shows another time of day; Discord's own does not. */
const setClock = (ahead: number) => vi.spyOn(Date, 'now').mockImplementation(() => timeOfDay() + ahead);

function answersIn(discord: LocalDiscord, channel: string): PageMessage[] {
	return discord
		.actor('Ana')
		.messages(channel)
		.filter(({ message_reference: reference }) => reference !== undefined);
}

it('measures by a clock that does not jump: nobody waits for an hour, and nobody is spared a limit', async () => {
	const { discord, logged } = await setStage(
		{ allowance: { member: 4, server: 0 } },
		{
			now: timeOfDay,
			members: ['Ana', 'Bo', 'Chidi', 'Dora'],
			rateLimits: { ...DISCORD_RATE_LIMITS, messages: { requests: 4, perMs: 4_000 } },
		},
	);
	const jumps = () => logged.filter((line) => line.includes('the clock of this machine jumped')).map((line) => JSON.parse(line).seconds);
	const ask = async (name: string) => textOf((await discord.actor(name).slash('drill', { name: 'Vostok 2022', hide: true })).message);
	const limited = 'You are asking very quickly.';

	expect([await ask('Ana'), await ask('Ana')].filter((text) => text.startsWith(limited))).toEqual([]);
	expect(await ask('Ana')).toContain(limited);
	setClock(hour);
	await expect.poll(jumps, { timeout: 5_000 }).toEqual([3_600]);
	expect(await ask('Ana')).toContain(limited);

	// The channel's messages of these seconds are used up when the clock is set back.
	const channel = discord.channelIds.general;
	for (const name of ['Bo', 'Bo', 'Chidi', 'Chidi']) discord.actor(name).say(channel, '@Drillbook who hosted vostok 2022?');
	await expect.poll(() => answersIn(discord, channel).length, { timeout: 60_000 }).toBe(4);
	setClock(-hour);
	await expect.poll(jumps, { timeout: 5_000 }).toEqual([3_600, -7_200]);
	discord.actor('Dora').say(channel, '@Drillbook who hosted vostok 2022?');
	await expect.poll(() => answersIn(discord, channel).length, { timeout: 60_000 }).toBe(5);
}, 180_000);
