import { expect, test } from 'vitest';
import { connect } from './drill-bot.js';

test('an acknowledgement that comes too late is refused with 10062, and the member is told', async () => {
	const { discord, ana, failures } = await connect(
		async (interaction) => {
			if (!interaction.isRepliable()) return;
			await new Promise((resolve) => setTimeout(resolve, 150));
			await interaction.reply('late');
		},
		{ acknowledgeWithinMs: 50 },
	);
	await expect(ana.slash('drill', { name: 'x' })).rejects.toThrow('No acknowledgement within 50 ms');
	await expect.poll(() => failures).toMatchObject([{ code: 10062, status: 404 }]);
	expect(ana.messages(discord.channelIds.general)).toEqual([]);
});

test('a second acknowledgement is refused with 40060, and an edit before the first one with 10015', async () => {
	const { ana, client, failures, discord } = await connect(async (interaction) => {
		if (!interaction.isChatInputCommand()) return;
		const webhook = `/webhooks/${interaction.applicationId}/${interaction.token}/messages/@original` as const;
		await client.rest.patch(webhook, { body: { content: 'too soon' }, auth: false }).catch((error) => failures.push(error));
		await interaction.reply('first');
		await client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
			body: { type: 4, data: { content: 'second' } },
			auth: false,
		});
	});
	await ana.slash('drill', { name: 'x' });
	await expect.poll(() => failures).toMatchObject([{ code: 10015 }, { code: 40060, status: 400 }]);
	expect(ana.messages(discord.channelIds.general).map(({ content }) => content)).toEqual(['first']);
});

test('a token is dead after its life: 50027', async () => {
	let now = Date.now();
	const { ana, failures } = await connect(
		async (interaction) => {
			if (!interaction.isChatInputCommand()) return;
			await interaction.reply('first');
			now += 900_001;
			await interaction.editReply('much later');
		},
		{ now: () => now },
	);
	await ana.slash('drill', { name: 'x' });
	await expect.poll(() => failures).toMatchObject([{ code: 50027, status: 401 }]);
});

test('a callback type that does not answer the interaction is refused, and the interaction still waits', async () => {
	const { ana, client, failures } = await connect(async (interaction) => {
		if (!interaction.isChatInputCommand()) return;
		const callback = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
		await client.rest.post(callback, { body: { type: 7, data: { content: 'x' } }, auth: false }).catch((error) => failures.push(error));
		await client.rest.post(callback, { body: { type: 4, data: {} }, auth: false }).catch((error) => failures.push(error));
		await interaction.reply('fine');
	});
	expect((await ana.slash('drill', { name: 'x' })).first?.content).toBe('fine');
	expect(failures).toMatchObject([{ code: 50035 }, { code: 50006 }]);
});
