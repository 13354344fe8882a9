/**
 * Takes pictures of every reply as a member sees it: `npm run screenshots -- FOLDER`. Each is taken at the width of a phone and of a desk,
 * and the page itself in light and dark.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage } from './browser.js';
import { type RunningDrillbook, startDrillbook } from './drillbook.js';
import { complete, type Entered, mention, settled, suggestions } from './member.js';

const SIZES = { phone: { width: 400, height: 860 }, desk: { width: 1280, height: 860 } } as const;
/** A window in which every reply is seen whole. */
const TALL = 4000;
/** No reply is wider than this. */
const REPLY_WIDTH = 680;

/** What is done before each picture. Options are typed, and the first choice of a list is taken where there is one. */
const REPLIES: readonly { name: string; does: (page: Page) => Promise<Entered> }[] = [
	{ name: 'help', does: (page) => complete(page, 'help') },
	{ name: 'drill', does: (page) => complete(page, 'drill', { name: 'North-Interaction-2023' }) },
	{ name: 'where', does: (page) => complete(page, 'where', { place: 'Sea of Okhotsk' }) },
	{ name: 'ask', does: (page) => complete(page, 'ask', { question: 'who hosted vostok 2022?' }) },
	{ name: 'ask-unanswered', does: (page) => complete(page, 'ask', { question: 'what is the capital of France?' }) },
	{ name: 'mention', does: (page) => mention(page, 'who hosted vostok 2022?') },
	{ name: 'compare', does: (page) => complete(page, 'compare', { a: 'Northern/Interaction-2023', b: 'Vostok 2022' }) },
	{ name: 'timeline', does: (page) => complete(page, 'timeline') },
	{ name: 'sources', does: (page) => complete(page, 'sources') },
];

/** The page before anyone has written: what it suggests, the channels, a command being completed. */
async function takeBeginning(browser: Browser, { discord }: RunningDrillbook, folder: string): Promise<string[]> {
	const problems: string[] = [];
	for (const [size, viewport] of Object.entries(SIZES)) {
		const opened = await openPage(browser, discord.pageUrl, { viewport, colorScheme: 'dark', deviceScaleFactor: 2 });
		const { page } = opened;
		const take = (name: string) => page.screenshot({ path: join(folder, `${name}-${size}.png`) });
		await take('welcome');
		if (size === 'phone') {
			await page.getByRole('button', { name: 'Channels' }).click();
			await page.locator('#sidebar').evaluate((sidebar) => Promise.all(sidebar.getAnimations().map((animation) => animation.finished)));
			await take('channels');
			await page.keyboard.press('Escape');
		}
		await page.locator('#message-box').focus();
		await page.keyboard.type('/');
		await take('commands');
		await page.keyboard.type('where s');
		await suggestions(page).first().waitFor();
		await take('choices');
		problems.push(...opened.problems);
		await page.context().close();
	}
	return problems;
}

async function takeAll(browser: Browser, drillbook: RunningDrillbook, folder: string): Promise<string[]> {
	const problems: string[] = [];
	for (const [size, viewport] of Object.entries(SIZES)) {
		for (const colorScheme of ['dark', 'light'] as const) {
			const opened = await openPage(browser, drillbook.discord.pageUrl, { viewport, colorScheme, deviceScaleFactor: 2 });
			const { page } = opened;
			const picture = (name: string) => join(folder, `${name}-${size}${colorScheme === 'light' ? '-light' : ''}.png`);
			for (const { name, does } of colorScheme === 'dark' ? REPLIES : REPLIES.slice(1, 2)) {
				const { reply } = await does(page);
				await settled(reply);
				if (name === 'drill') {
					await reply.evaluate((element) => element.scrollIntoView());
					await page.screenshot({ path: picture('page') });
				}
				await page.setViewportSize({ ...viewport, height: TALL });
				await page.mouse.move(0, 0);
				await settled(reply);
				await reply.evaluate((element) => element.scrollIntoView());
				const box = await reply.boundingBox();
				if (box) await page.screenshot({ path: picture(name), clip: { ...box, width: Math.min(box.width, REPLY_WIDTH) } });
				await page.setViewportSize(viewport);
			}
			problems.push(...opened.problems);
			await page.context().close();
		}
	}
	return problems;
}

const [folder] = process.argv.slice(2);
if (!folder) {
	process.stderr.write('Say where to: npm run screenshots -- FOLDER\n');
	process.exit(2);
}
await mkdir(folder, { recursive: true });
const browser = await openBrowser();
const drillbook = await startDrillbook();
try {
	const problems = [...(await takeBeginning(browser, drillbook, folder)), ...(await takeAll(browser, drillbook, folder))];
	for (const problem of problems) process.stderr.write(`${problem}\n`);
	if (problems.length > 0) process.exitCode = 1;
	process.stdout.write(`The pictures are in ${folder}\n`);
} finally {
	await browser.close();
	await drillbook.stop();
}
