import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { startBot } from '../../src/discord/bot.js';
import { type LocalDiscord, startLocalDiscord } from '../../src/local-discord/server.js';
import { openLibrary } from '../../src/memory-library.js';
import { createPictures } from '../../src/pictures/pictures.js';

export const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url));

export interface RunningDrillbook {
	discord: LocalDiscord;
	/** The names of the exercises in the documents. */
	exercises: readonly string[];
	stop(): Promise<void>;
}

/** Starts the whole of Drillbook over a folder of documents, logged in to a local Discord. */
export async function startDrillbook(documents = SEEDS): Promise<RunningDrillbook> {
	const { library } = await openLibrary({ documents });
	const pictures = createPictures();
	const discord = await startLocalDiscord();
	const { token, apiUrl: api } = discord;
	const folder = await mkdtemp(join(tmpdir(), 'drillbook-'));
	const bot = await startBot({
		token,
		api,
		registerFor: 'everywhere',
		library: () => library,
		pictures,
		log: pino({ level: 'error' }),
		reportsFile: join(folder, 'reports.jsonl'),
	});
	return {
		discord,
		exercises: (await library.exercises()).map(({ name }) => name),
		async stop() {
			await bot.stop();
			await pictures.close();
			await discord.close();
			await rm(folder, { recursive: true });
		},
	};
}
