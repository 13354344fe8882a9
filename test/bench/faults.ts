import pino from 'pino';
import { startBot } from '../../src/discord/bot.js';
import { startLocalDiscord } from '../../src/local-discord/server.js';
import { openLibrary } from '../../src/memory-library.js';
import { createPictures } from '../../src/pictures/pictures.js';
import { askAmongFaults } from '../end-to-end/many-faults.js';

const usual = 10_000;

/** Ten thousand interactions, of which one in twenty meets a fault: who is answered, and what the log says of the others. */
export async function benchFaults([asked = usual]: readonly number[]): Promise<string> {
	const [{ library }, discord] = await Promise.all([openLibrary({ documents: 'seeds' }), startLocalDiscord()]);
	const pictures = createPictures();
	const logged: string[] = [];
	const bot = await startBot({
		token: discord.token,
		api: discord.apiUrl,
		registerFor: 'everywhere',
		library: () => library,
		pictures,
		log: pino({ base: null, level: 'debug' }, { write: (line) => void logged.push(line) }),
		allowance: { member: 0, server: 0 },
	});
	const start = performance.now();
	const fates = await askAmongFaults({ discord, bot, logged }, asked);
	const seconds = (performance.now() - start) / 1_000;
	await bot.stop();
	await Promise.all([discord.close(), pictures.close()]);
	return [
		`Faults: ${asked} interactions in ${seconds.toFixed(0)} s, one in twenty with a fault`,
		`  answered ${fates.answered}, not answered ${fates.unanswered}, of which the log says so ${fates.unansweredInLog};`,
		`  with a line in the log ${fates.inLog}`,
		...[...fates.otherLines].map(([message, times]) => `  ${times} × ${message}`),
	].join('\n');
}
