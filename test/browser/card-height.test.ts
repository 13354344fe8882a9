import type { Browser, Locator } from 'playwright-core';
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

/** The height of a reply with all that comes after its text. */
async function heightOf(reply: Locator): Promise<number> {
	await settled(reply);
	await expect.poll(() => reply.locator('discord-embed').count()).toBeGreaterThan(0);
	// The map comes after the text, where there is one: two embeds are made to hold it between them.
	if ((await reply.locator('discord-embed').count()) > 1) await reply.locator('img.embed-image').waitFor();
	await settled(reply);
	return (await reply.boundingBox())?.height ?? Number.POSITIVE_INFINITY;
}

function expectOneGlance(heights: ReadonlyMap<string, number>): void {
	process.stdout.write(`${[...heights].map(([name, height]) => `${height.toFixed(0).padStart(5)} px  ${name}`).join('\n')}\n`);
	expect([...heights].filter(([, height]) => height > ONE_GLANCE)).toEqual([]);
}

const openOnPhone = () => openPage(browser, drillbook.discord.pageUrl, { viewport: { width: PHONE, height: 860 } });

test('the card of every exercise is one glance high on a phone before anything is pressed', { timeout: 120_000 }, async () => {
	const { page, problems } = await openOnPhone();
	const heights = new Map<string, number>();
	for (const name of drillbook.exercises) heights.set(name, await heightOf((await complete(page, 'drill', { name })).reply));
	expect(heights.size).toBe(drillbook.exercises.length);
	expectOneGlance(heights);
	expect(problems).toEqual([]);
});

test('so are two exercises compared, each with the next', { timeout: 120_000 }, async () => {
	const { page, problems } = await openOnPhone();
	const heights = new Map<string, number>();
	const { exercises } = drillbook;
	for (const [at, a] of exercises.entries()) {
		const b = exercises[(at + 1) % exercises.length] ?? a;
		heights.set(`${a} ↔ ${b}`, await heightOf((await complete(page, 'compare', { a, b })).reply));
	}
	expect(heights.size).toBe(exercises.length);
	expectOneGlance(heights);
	expect(problems).toEqual([]);
});
