import { Client, Events, GatewayIntentBits } from 'discord.js';
import { Registry } from 'prom-client';
import { z } from 'zod';
import { startOperations } from '../../src/operations.js';

/** What discord.js costs by itself: a program with one handler that answers a fixed embed. */
const env = z.object({ DISCORD_TOKEN: z.string(), DISCORD_API: z.url(), OPERATIONS_PORT: z.coerce.number() }).parse(process.env);
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: env.DISCORD_API } });
client.on(Events.InteractionCreate, async (interaction) => {
	if (interaction.isChatInputCommand()) await interaction.reply({ embeds: [{ title: 'Fixed', description: 'One fixed embed' }] });
});
// What comes too late is counted where it was asked.
client.on(Events.Error, () => {});
client.once(Events.ClientReady, async ({ application }) => {
	await application.commands.set([{ name: 'fixed', description: 'Answers one fixed embed' }]);
	await startOperations(env.OPERATIONS_PORT, { trouble: () => (client.isReady() ? null : 'not logged in'), registry: new Registry() });
	console.log('ready');
});
process.once('SIGTERM', () => void client.destroy().then(() => process.exit(0)));
await client.login(env.DISCORD_TOKEN);
