import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type OpenedPage, openBrowser, openPage } from './browser.js';
import { type RunningDrillbook, SEEDS, startDrillbook } from './drillbook.js';
import { complete, mention, messages, settled, suggestions } from './member.js';

let browser: Browser;
let drillbook: RunningDrillbook;
/** The seeds' words, without the white space between them. */
let seeds: string;
let opened: OpenedPage[] = [];

const words = (text: string): string => text.replace(/\s+/g, ' ').trim();

beforeAll(async () => {
	[browser, drillbook] = await Promise.all([openBrowser(), startDrillbook()]);
	const files = (await readdir(SEEDS)).filter((file) => file.endsWith('.txt'));
	seeds = words((await Promise.all(files.map((file) => readFile(join(SEEDS, file), 'utf8')))).join('\n'));
});

afterAll(async () => {
	await browser?.close();
	await drillbook?.stop();
});

/** No test may leave errors behind, ask anything of another machine, or send what Discord would refuse. */
afterEach(async () => {
	const problems = opened.flatMap((one) => one.problems);
	await Promise.all(opened.map(({ page }) => page.context().close()));
	opened = [];
	expect(problems).toEqual([]);
	expect(drillbook.discord.refused).toEqual([]);
});

async function visit(options: BrowserContextOptions = {}): Promise<Page> {
	const one = await openPage(browser, drillbook.discord.pageUrl, options);
	opened.push(one);
	return one.page;
}

/** Every quote that a reply shows stands in a seed, word for word, but for the "…" at its ends and the marks of its source. */
async function expectQuotesFromSeeds(reply: Locator): Promise<string[]> {
	const quotes = (await reply.locator('blockquote').allTextContents()).map((quote) =>
		words(quote.replace(/\s*(?:\[\d+\])+$/, '').replace(/^…|…$/g, '')),
	);
	expect(quotes.length).toBeGreaterThan(0);
	expect(quotes.filter((quote) => !seeds.includes(quote))).toEqual([]);
	return quotes;
}

test('/drill is typed, its exercise chosen from the list by keyboard, and the card quotes the seeds', async () => {
	const page = await visit();
	await page.locator('#message-box').focus();
	await page.keyboard.type('/dril');
	await suggestions(page).filter({ hasText: '/drill' }).waitFor();
	await page.keyboard.press('Tab');
	await page.keyboard.type('North-Interaction-2023');
	await suggestions(page).filter({ hasText: '2023' }).first().waitFor();
	await page.keyboard.press('Enter');
	expect(await page.getByRole('combobox', { name: 'name' }).inputValue()).toContain('2023');
	await page.keyboard.press('Enter');
	const reply = messages(page).last();
	await reply.getByRole('heading', { name: /2023/ }).waitFor();
	await settled(reply);
	await expectQuotesFromSeeds(reply);
});

test('/where shows the exercises at a place, with a map that is described', async () => {
	const page = await visit();
	const { reply } = await complete(page, 'where', { place: 'Sea of Okhotsk' });
	await reply.getByRole('img', { name: /Okhotsk/ }).waitFor();
	await settled(reply);
	expect(
		await reply.getByRole('img', { name: /Okhotsk/ }).evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 300),
	).toBe(true);
	await expectQuotesFromSeeds(reply);
});

test('a mention in the channel is answered with a quote as a reply', async () => {
	const page = await visit();
	const { reply } = await mention(page, 'who hosted vostok 2022?');
	await settled(reply);
	expect(await reply.locator('discord-reply').count()).toBe(1);
	const quotes = await expectQuotesFromSeeds(reply);
	expect(quotes.join(' ')).toContain('Russian-hosted');
});

test('a quote is shown in its context', async () => {
	const page = await visit();
	const { reply } = await complete(page, 'ask', { question: 'who hosted vostok 2022?' });
	await settled(reply);
	const [quote = ''] = await expectQuotesFromSeeds(reply);
	const before = await messages(page).count();
	const menu = reply.getByRole('combobox', { name: /context/i });
	if ((await menu.count()) > 0) await menu.selectOption({ index: 1 });
	else
		await reply
			.getByRole('button', { name: /context/i })
			.first()
			.click();
	const context = messages(page).nth(before);
	await context.waitFor();
	await settled(context);
	expect(words((await context.textContent()) ?? '')).toContain(quote.slice(0, 40));
});

test('what the documents do not answer is said so, to the asker alone', async () => {
	const [page, other] = [await visit(), await visit()];
	await other.getByLabel('You speak as').selectOption('Bo');
	const { reply } = await complete(page, 'ask', { question: 'what is the capital of France?' });
	expect(await reply.locator('.private-line').count()).toBe(1);
	expect(await reply.textContent()).toMatch(/not in the documents/i);
	await mention(page, 'who hosted vostok 2022?');
	await messages(other).filter({ hasText: 'Russian-hosted' }).first().waitFor();
	expect(await other.getByText(/not in the documents/i).count()).toBe(0);
});

test('hide makes a reply private', async () => {
	const page = await visit();
	await page.locator('#message-box').fill('/sources hide:True');
	await suggestions(page).first().waitFor();
	await page.keyboard.press('Enter');
	const before = await messages(page).count();
	await page.keyboard.press('Enter');
	const reply = messages(page).nth(before);
	await reply.waitFor();
	expect(await reply.locator('.private-line').count()).toBe(1);
});

test('two exercises are compared, and a record is taken along as files', async () => {
	const page = await visit();
	const compared = await complete(page, 'compare', { a: '2023', b: 'Vostok 2022' });
	await settled(compared.reply);
	expect(await compared.reply.textContent()).toMatch(/Vostok/);
	const { reply } = await complete(page, 'drill', { name: 'North-Interaction-2023' });
	await settled(reply);
	const before = await messages(page).count();
	await reply.getByRole('button', { name: /export/i }).click();
	const files = messages(page).nth(before);
	await files.waitFor();
	for (const ending of ['md', 'csv', 'json']) expect(await files.getByRole('link', { name: new RegExp(`\\.${ending}$`) }).count()).toBe(1);
});

test('the menu of a message looks its words up', async () => {
	const page = await visit();
	await page.locator('#message-box').fill('Vostok 2022 was hosted by whom?');
	await page.keyboard.press('Enter');
	await page.getByText('Vostok 2022 was hosted by whom?').last().click({ button: 'right' });
	const before = await messages(page).count();
	await page.getByRole('menuitem', { name: 'Look this up' }).click();
	await messages(page).nth(before).waitFor();
	await settled(messages(page).nth(before));
	expect(await messages(page).nth(before).textContent()).toMatch(/Vostok/);
});

test('everything fits a phone', async () => {
	const page = await visit({ viewport: { width: 390, height: 844 } });
	const { reply } = await complete(page, 'drill', { name: 'North-Interaction-2023' });
	await settled(reply);
	expect(await reply.getByRole('heading', { name: /2023/ }).count()).toBe(1);
	const { reply: list } = await complete(page, 'sources');
	await settled(list);
	expect(await page.locator('#scroller').evaluate((scroller) => scroller.scrollWidth - scroller.clientWidth)).toBe(0);
});

test('members who brought the bot as their own app use it in a server without it, and in direct messages', async () => {
	const page = await visit();
	for (const [place, welcome] of [
		['elsewhere', 'Drillbook is your own app here: its commands work, mentions do not.'],
		['Drillbook', 'Drillbook listens here.'],
	] as const) {
		await page.getByRole('button', { name: place, exact: true }).click();
		await page.getByRole('heading', { level: 1 }).filter({ hasText: place }).waitFor();
		await page.locator('#welcome').getByText(welcome).waitFor();
		// A mention is offered only where it is heard.
		expect(await page.locator('#welcome').getByText('@Drillbook').count()).toBe(place === 'Drillbook' ? 1 : 0);
		const { reply } = await complete(page, 'ask', { question: 'who hosted vostok 2022?' });
		await settled(reply);
		await expectQuotesFromSeeds(reply);
	}
});

test('commands are named and described in the language of the member, and answers labelled in it', async () => {
	const page = await visit();
	const names = async () => {
		await page.locator('#message-box').fill('/');
		await suggestions(page).first().waitFor();
		return suggestions(page).allTextContents();
	};
	const english = await names();
	await page.getByLabel('Language').selectOption('ja');
	const japanese = await names();
	expect(japanese).toHaveLength(english.length);
	for (const line of japanese) expect(english).not.toContain(line);
});
