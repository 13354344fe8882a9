import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startLocalDiscord } from '../../src/local-discord/server.js';
import { type OpenedPage, openBrowser, openPage } from './browser.js';
import { messages } from './member.js';
import { startTestBot, type TestBot } from './test-bot.js';

let browser: Browser;
let bot: TestBot;
let opened: OpenedPage[] = [];

beforeAll(async () => {
	[browser, bot] = await Promise.all([openBrowser(), startTestBot()]);
});

afterAll(async () => {
	await browser?.close();
	await bot?.stop();
});

/** No test may leave errors behind, nor ask anything of another machine. */
afterEach(async () => {
	const problems = opened.flatMap((one) => one.problems);
	await Promise.all(opened.map(({ page }) => page.context().close()));
	opened = [];
	expect(problems).toEqual([]);
});

async function visit(options: BrowserContextOptions = {}): Promise<Page> {
	const one = await openPage(browser, bot.discord.pageUrl, options);
	opened.push(one);
	return one.page;
}

const box = (page: Page) => page.getByRole('combobox', { name: 'Message' });
const last = (page: Page) => messages(page).last();
const option = (page: Page, name: string | RegExp) => page.locator('.popup').getByRole('option', { name });
const pill = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });

/** Writes a message or a command without options, and waits for what it brings. */
async function send(page: Page, text: string): Promise<void> {
	const before = await messages(page).count();
	await page.locator('#message-box').fill(text);
	await page.keyboard.press('Enter');
	await messages(page).nth(before).waitFor();
}

test('a command is completed, filled in and sent by keyboard alone', async () => {
	const page = await visit();
	await page.locator('#message-box').focus();
	await page.keyboard.type('/fr');
	await option(page, /^\/fruit/).waitFor();
	await page.keyboard.press('Tab');
	await page.keyboard.type('ap');
	await option(page, 'Apricot').waitFor();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	expect(await pill(page, 'name').inputValue()).toBe('Apricot');
	await option(page, /^count/).waitFor();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await page.keyboard.type('3');
	await page.keyboard.press('Enter');
	await page.getByText('3 × the apricot (en-US)').waitFor();
	expect(await last(page).getByText('used').count()).toBe(1);
	expect(await box(page).inputValue()).toBe('');
});

test('choices that come for what stood in a field before are not taken by Enter', async () => {
	const page = await visit();
	let asked = 0;
	let enter = (): void => {};
	const entered = new Promise<void>((resolve) => {
		enter = resolve;
	});
	await page.route('**/page/autocomplete', async (route) => {
		asked += 1;
		const isFirst = asked === 1;
		const response = await route.fetch();
		if (isFirst) await page.keyboard.type('ban');
		else await entered;
		await route.fulfill({ response });
		if (!isFirst) return;
		await page.keyboard.press('Enter');
		enter();
	});
	await page.locator('#message-box').focus();
	await page.keyboard.type('/fruit ');
	await page.getByText('1 × ban (en-US)').waitFor();
});

test('what Discord would not send is refused with a sentence, and nothing is lost', async () => {
	const page = await visit();
	await page.locator('#message-box').fill('/fruit ');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Enter');
	await page.getByRole('alert').filter({ hasText: 'name: This option is required.' }).waitFor();
	await pill(page, 'name').fill('Plum');
	await page.getByText('No options match.').waitFor();
	await page.getByRole('combobox', { name: 'Further options' }).fill('count');
	await page.keyboard.press('Tab');
	await page.keyboard.type('10');
	await page.keyboard.press('Enter');
	await page.getByRole('alert').filter({ hasText: 'The number must be at most 9.' }).waitFor();
	await pill(page, 'count').fill('9');
	await page.keyboard.press('Enter');
	await page.getByText('9 × Plum (en-US)').waitFor();
});

test('a card shows its parts, and hostile text stays text', async () => {
	const page = await visit();
	const title = await page.title();
	await send(page, '/card ');
	const message = last(page);
	await message.getByRole('heading', { name: 'Card page 1 123456789012345678' }).waitFor();
	expect(await message.locator('strong', { hasText: 'Bold' }).count()).toBe(1);
	expect(await message.locator('blockquote').textContent()).toBe('a quote');
	expect(await message.locator('.subtext').textContent()).toBe('small print');
	expect(await message.locator('li').allTextContents()).toEqual(['item', 'other item']);
	expect(await message.getByRole('link', { name: 'link' }).getAttribute('rel')).toContain('noopener');
	expect(await message.locator('a[href^="javascript"]').count()).toBe(0);
	expect(await message.getByText('<script>document.title').count()).toBe(1);
	expect(await page.title()).toBe(title);
	const picture = message.getByRole('img', { name: 'A pixel' });
	await expect.poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBe(1);
	expect(await message.getByText('The footer').count()).toBe(1);
});

test('buttons and selects reach the bot; one without an answer says so', async () => {
	const page = await visit();
	await send(page, '/card ');
	const message = last(page);
	await message.getByRole('button', { name: 'Next' }).click();
	await message.getByRole('heading', { name: 'Card page 2' }).waitFor();
	await page.keyboard.press('Enter');
	await message.getByRole('heading', { name: 'Card page 3' }).waitFor();
	await message.getByRole('button', { name: 'Broken' }).click();
	await message.getByRole('alert').waitFor();
	await message.getByRole('combobox', { name: 'Choose one' }).selectOption('blue');
	await page.getByText('Chosen: blue').waitFor();
});

test('a private reply is marked, seen by its member alone, and dismissed', async () => {
	const [ana, bo] = [await visit(), await visit()];
	await bo.getByLabel('You speak as').selectOption('Bo');
	await ana.locator('#message-box').fill('/fruit name:secret hide:True');
	await ana.keyboard.press('Escape');
	await ana.keyboard.press('Enter');
	await ana.getByText('1 × secret').waitFor();
	expect(await last(ana).locator('.private-line').textContent()).toContain('Only you can see this');
	await send(ana, 'seen by all');
	await bo.getByText('seen by all').waitFor();
	expect(await bo.getByText('1 × secret').count()).toBe(0);
	await ana.getByRole('button', { name: 'Dismiss message' }).click();
	await expect.poll(() => ana.getByText('1 × secret').count()).toBe(0);
});

test('a slow reply shows that the bot is thinking, a missing one that it did not respond', async () => {
	const page = await visit();
	await send(page, '/slow ');
	await page.getByText('Tester is thinking…').waitFor();
	bot.release();
	await page.getByText('Here at last').waitFor();
	expect(await page.getByText('Tester is thinking…').count()).toBe(0);
	await page.locator('#message-box').fill('/silent ');
	await page.keyboard.press('Enter');
	await page.getByText('The application did not respond').waitFor();
});

test('a mention is completed, answered as a reply, and replied to', async () => {
	const page = await visit();
	await page.locator('#message-box').focus();
	await page.keyboard.type('@te');
	await option(page, 'Tester').waitFor();
	await page.keyboard.press('Tab');
	await page.keyboard.type('good morning');
	await page.keyboard.press('Enter');
	await page.getByText('You said: @Tester good morning').waitFor();
	const answer = last(page);
	expect(await answer.locator('discord-reply').count()).toBe(1);
	await answer.hover();
	await answer.getByRole('button', { name: 'Reply' }).click();
	await page.getByText('Replying to Tester').waitFor();
	await page.keyboard.type('thank you');
	await page.keyboard.press('Enter');
	const thanks = messages(page).filter({ has: page.locator('.markup', { hasText: /^thank you$/ }) });
	await thanks.locator('discord-reply', { hasText: 'You said' }).waitFor();
});

test('the menu of a message offers the apps, by right click and by its button', async () => {
	const page = await visit();
	await send(page, 'something worth looking up');
	const message = page.getByText('something worth looking up');
	await message.click({ button: 'right' });
	await page.getByRole('menuitem', { name: 'Look this up' }).click();
	await page.getByText('Looked up: something worth looking up').waitFor();
	await last(page).getByRole('button', { name: 'More' }).click();
	await page.keyboard.press('Escape');
	expect(await page.getByRole('menu').count()).toBe(0);
});

test('a modal opens as a dialog and its answer reaches the bot', async () => {
	const page = await visit();
	await page.locator('#message-box').fill('/form ');
	await page.keyboard.press('Enter');
	await page.getByRole('dialog', { name: 'A form' }).getByLabel('A word').fill('tide');
	await page.keyboard.press('Enter');
	await page.getByText('The word is tide').waitFor();
	expect(await page.getByRole('dialog').count()).toBe(0);
});

test('files are shown or offered for download', async () => {
	const page = await visit();
	await send(page, '/file ');
	await page.getByText('Two files').waitFor();
	expect(await last(page).getByRole('img', { name: 'A pixel' }).count()).toBe(1);
	const [download] = await Promise.all([page.waitForEvent('download'), last(page).getByRole('link', { name: 'table.csv' }).click()]);
	expect(download.suggestedFilename()).toBe('table.csv');
});

test('commands are named in the chosen language, which the bot learns', async () => {
	const page = await visit();
	await page.getByLabel('Language').selectOption('de');
	await page.locator('#message-box').fill('/ob');
	await option(page, /^\/obst\s*Ein Obst nennen\./).click();
	await page.keyboard.type('ban');
	await option(page, 'Banana').click();
	await page.keyboard.press('Enter');
	await page.getByText('1 × the banana (de)').waitFor();
});

test('direct messages, threads and servers without the bot work each in their way', async () => {
	const page = await visit();
	await page.getByRole('button', { name: 'Tester', exact: true }).click();
	await page.locator('#message-box').fill('/fruit name:pear');
	await page.getByText('No options match.').waitFor();
	await page.keyboard.press('Enter');
	await page.getByText('1 × pear').waitFor();
	await page.getByRole('button', { name: 'elsewhere' }).click();
	await page.locator('#message-box').fill('/');
	await option(page, /^\/card/).waitFor();
	expect(await option(page, /^\/here/).count()).toBe(0);
	await page.getByRole('button', { name: 'exercises' }).click();
	await send(page, 'a matter of its own');
	await page.getByText('a matter of its own').click({ button: 'right' });
	await page.getByRole('menuitem', { name: 'Open a thread' }).click();
	await page.getByRole('heading', { level: 1 }).filter({ hasText: 'a matter of its own' }).waitFor();
	await send(page, '@Tester in the thread');
	await page.getByText('You said: @Tester in the thread').waitFor();
});

test('a narrow window keeps the channels in a drawer, and everything within its width', async () => {
	const page = await visit({ viewport: { width: 380, height: 760 } });
	expect(await page.getByRole('button', { name: 'exercises' }).isVisible()).toBe(false);
	await page.getByRole('button', { name: 'Channels' }).click();
	await page.getByRole('button', { name: 'exercises' }).click();
	await page.getByRole('heading', { level: 1 }).filter({ hasText: 'exercises' }).waitFor();
	await send(page, '/card ');
	await last(page).getByRole('heading', { name: 'Card page 1' }).waitFor();
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(380);
	expect(await page.locator('#scroller').evaluate((scroller) => scroller.scrollWidth - scroller.clientWidth)).toBe(0);
});

test('the beginning of a channel suggests three things to try, and one of them begins it', async () => {
	const page = await visit();
	const steps = page.locator('.step');
	expect(await steps.count()).toBe(3);
	await steps.nth(1).click();
	await pill(page, 'name').waitFor();
	await option(page, 'Apple').waitFor();
});

test('a visitor who comes back finds channel, member and look as they were', async () => {
	const page = await visit();
	await page.getByLabel('You speak as').selectOption('Chidi');
	await page.getByLabel('Look').selectOption('light');
	await page.getByRole('button', { name: 'exercises' }).click();
	await page.reload();
	await page.getByRole('heading', { level: 1 }).filter({ hasText: 'exercises' }).waitFor();
	expect(
		await page.getByLabel('You speak as').evaluate((select) => select instanceof HTMLSelectElement && select.selectedOptions[0]?.text),
	).toBe('Chidi');
	expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
});

test('one reads along at the newest message, and stays where one has scrolled to', async () => {
	const page = await visit({ viewport: { width: 900, height: 500 } });
	const fromEnd = () =>
		page.locator('#scroller').evaluate(({ scrollHeight, scrollTop, clientHeight }) => Math.round(scrollHeight - scrollTop - clientHeight));
	for (const number of [1, 2, 3]) await send(page, `line ${number}\n`.repeat(8));
	await expect.poll(fromEnd).toBe(0);
	await page.locator('#scroller').evaluate((scroller) => scroller.scrollTo({ top: 0 }));
	await page.getByRole('button', { name: 'Jump to the newest' }).waitFor();
	bot.discord.actor('Bo').say(bot.discord.channelIds.general, 'from Bo');
	await page.getByText('from Bo').waitFor();
	expect(await page.locator('#scroller').evaluate(({ scrollTop }) => scrollTop)).toBe(0);
	await page.getByRole('button', { name: 'Jump to the newest' }).click();
	await expect.poll(fromEnd).toBe(0);
	await page.locator('#scroller').evaluate((scroller) => scroller.scrollTo({ top: 0 }));
	await send(page, 'and from Ana');
	await expect.poll(fromEnd).toBe(0);
});

test('a card taller than the window is read from its top, and turning its page does not move it', async () => {
	const page = await visit({ viewport: { width: 900, height: 360 } });
	await send(page, '/card ');
	const place = () => last(page).evaluate((message) => Math.round(message.getBoundingClientRect().top));
	const top = await page.locator('#scroller').evaluate((scroller) => Math.round(scroller.getBoundingClientRect().top));
	await expect.poll(place).toBe(top);
	await last(page).getByRole('button', { name: 'Next' }).scrollIntoViewIfNeeded();
	const before = await place();
	expect(before).toBeLessThan(top);
	await last(page).getByRole('button', { name: 'Next' }).click();
	await last(page).getByRole('heading', { name: 'Card page 2' }).waitFor();
	expect(await place()).toBe(before);
});

test('a server that is gone is said so, and found again when it is back', async () => {
	const first = await startLocalDiscord();
	const { page, problems } = await openPage(browser, first.pageUrl);
	const member = page.locator('#member');
	const before = await member.inputValue();
	await first.close();
	await page.getByText('Connecting…').waitFor();
	await page.locator('#message-box').fill('not lost');
	await page.keyboard.press('Enter');
	await page.getByRole('alert').filter({ hasText: 'Is it still running?' }).waitFor();
	expect(await box(page).inputValue()).toBe('not lost');
	const second = await startLocalDiscord({ port: first.port });
	await expect.poll(() => member.inputValue(), { timeout: 20_000 }).not.toBe(before);
	await page.locator('#connection:empty').waitFor({ state: 'attached' });
	await page.context().close();
	await second.close();
	expect(problems.filter((problem) => !problem.includes('net::ERR_'))).toEqual([]);
});
