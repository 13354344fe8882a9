import { Client, Events, GatewayIntentBits } from 'discord.js';
import pino from 'pino';
import { startBot } from '../../src/discord/bot.js';
import { startLocalDiscord } from '../../src/local-discord/server.js';
import { openLibrary } from '../../src/memory-library.js';
import { createPictures } from '../../src/pictures/pictures.js';
import { sideBySide, table } from './clock.js';

const rounds = 150;

/** A reply's way over real sockets: the bot's commands beside a bare discord.js handler that answers one fixed embed. */
export async function benchReplies(): Promise<string> {
	const { library } = await openLibrary({ documents: 'seeds' });
	const [ours, peers] = await Promise.all([startLocalDiscord(), startLocalDiscord()]);
	const pictures = createPictures();
	const bot = await startBot({
		token: ours.token,
		api: ours.apiUrl,
		registerFor: 'everywhere',
		library: () => library,
		pictures,
		log: pino({ level: 'silent' }),
		allowance: { member: 0, server: 0 },
	});
	const bare = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: peers.apiUrl } });
	bare.on(Events.InteractionCreate, async (interaction) => {
		if (interaction.isChatInputCommand()) await interaction.reply({ embeds: [{ title: 'Fixed', description: 'One fixed embed' }] });
	});
	await bare.login(peers.token);
	if (!bare.isReady()) await new Promise<void>((ready) => bare.once(Events.ClientReady, () => ready()));
	await bare.application?.commands.set([{ name: 'fixed', description: 'Answers one fixed embed' }]);
	const [asking, waiting] = [ours.actor(), peers.actor()];
	const timings = await sideBySide(
		{
			'a bare handler, one fixed embed': () => waiting.slash('fixed'),
			'/help': () => asking.slash('help', { hide: true }),
			'/ask who hosted vostok 2022': () => asking.slash('ask', { question: 'who hosted vostok 2022', hide: true }),
			'/drill North-Interaction-2023': () => asking.slash('drill', { name: 'North-Interaction-2023', hide: true }),
			'autocomplete of /drill': () => asking.autocomplete('drill', 'name', 'nor'),
		},
		rounds,
	);
	await bot.stop();
	await bare.destroy();
	await Promise.all([ours.close(), peers.close(), pictures.close()]);
	return table('Replies over the local Discord, one at a time', timings);
}
