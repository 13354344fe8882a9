import pino from 'pino';
import { loadCorpus } from '../../src/corpus/load.js';
import { startBot } from '../../src/discord/bot.js';
import { buildCatalogue } from '../../src/exercises/catalogue.js';
import { extract } from '../../src/exercises/extract.js';
import { startLocalDiscord } from '../../src/local-discord/server.js';
import { libraryOf } from '../../src/memory-library.js';
import { createPictures } from '../../src/pictures/pictures.js';
import { buildSearchIndex } from '../../src/search/search-index.js';
import { openBrowser, openPage } from './browser.js';
import { complete, settled } from './member.js';

const { documents } = await loadCorpus('seeds');
const library = libraryOf(documents, buildSearchIndex(documents), buildCatalogue(documents, documents.map(extract)).exercises);
const pictures = createPictures();
const discord = await startLocalDiscord();
const bot = await startBot({
	token: discord.token,
	api: discord.apiUrl,
	registerFor: 'everywhere',
	library: () => library,
	pictures,
	log: pino({ level: 'warn' }),
});
const browser = await openBrowser();
const todo: [string, string, Record<string, string>][] = [
	['help', 'help', {}],
	['drill', 'drill', { name: 'North-Joint 2024' }],
	['where', 'where', { place: 'Sea of Japan' }],
	['ask', 'ask', { question: 'who hosted vostok 2022?' }],
	['unanswered', 'ask', { question: 'what is the capital of France?' }],
	['timeline', 'timeline', {}],
	['compare', 'compare', { a: 'North-Joint 2024', b: 'Vostok 2022' }],
	['sources', 'sources', {}],
];
const only = process.argv.slice(2);
for (const [size, viewport] of Object.entries({ phone: { width: 400, height: 860 } })) {
	const { page, problems } = await openPage(browser, discord.pageUrl, { viewport, colorScheme: 'dark', deviceScaleFactor: 1.5 });
	for (const [name, command, options] of todo) {
		if (only.length && !only.includes(name)) continue;
		try {
			const { reply } = await complete(page, command, options);
			await settled(reply);
			await page.waitForTimeout(1500);
			await settled(reply);
			await page.setViewportSize({ ...viewport, height: 4000 });
			await page.mouse.move(0, 0);
			await reply.scrollIntoViewIfNeeded();
			await settled(reply);
			await reply.screenshot({ path: `/tmp/shots-replies/${name}-${size}.png` });
			await page.setViewportSize(viewport);
		} catch (e) {
			console.log(name, String(e).slice(0, 300));
		}
	}
	console.log(problems);
}
await browser.close();
await bot.stop();
await pictures.close();
await discord.close();
console.log(discord.refused);
