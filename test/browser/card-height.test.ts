import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage } from './browser.js';
import { type RunningDrillbook, startDrillbook } from './drillbook.js';
import { complete, settled } from './member.js';

/** A phone's width, and what is seen of a reply there without much scrolling. */
const PHONE = 400;
const ONE_GLANCE = 900;

let browser: Browser;
let drillbook: RunningDrillbook;

beforeAll(async () => {
	[browser, drillbook] = await Promise.all([openBrowser(), startDrillbook()]);
});

afterAll(async () => {
	await browser?.close();
	await drillbook?.stop();
});

test('the card of every exercise is one glance high on a phone before anything is pressed', { timeout: 120_000 }, async () => {
	const { page, problems } = await openPage(browser, drillbook.discord.pageUrl, { viewport: { width: PHONE, height: 860 } });
	const heights = new Map<string, number>();
	for (const name of drillbook.exercises) {
		const { reply } = await complete(page, 'drill', { name });
		await settled(reply);
		await expect.poll(() => reply.locator('discord-embed').count()).toBeGreaterThan(0);
		// The map comes after the text, where there is one: two embeds are made to hold it between them.
		if ((await reply.locator('discord-embed').count()) > 1) await reply.locator('img.embed-image').waitFor();
		await settled(reply);
		heights.set(name, (await reply.boundingBox())?.height ?? Number.POSITIVE_INFINITY);
	}
	process.stdout.write(`${[...heights].map(([name, height]) => `${height.toFixed(0).padStart(5)} px  ${name}`).join('\n')}\n`);
	expect(heights.size).toBe(drillbook.exercises.length);
	expect([...heights].filter(([, height]) => height > ONE_GLANCE)).toEqual([]);
	expect(problems).toEqual([]);
});
