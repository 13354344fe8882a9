import type { Locator, Page } from 'playwright-core';

/** The messages shown, oldest first. */
export const messages = (page: Page): Locator => page.locator('[data-message-id]');

/** What came of something entered. */
export interface Entered {
	/** The bot's reply. */
	reply: Locator;
}

const fromBot = (page: Page): Locator => messages(page).and(page.locator('[bot]'));

/** The first message of the bot after those that were there. */
async function replyAfter(page: Page, count: number): Promise<Entered> {
	const reply = fromBot(page).nth(count);
	await reply.waitFor();
	const id = await reply.getAttribute('data-message-id');
	return { reply: page.locator(`[data-message-id="${id}"]`) };
}

/**
 * Enters a command as a member does: types it, fills in its options, takes the first choice where there are choices, and sends it, all by
 * keyboard.
 */
export async function complete(page: Page, command: string, options: Readonly<Record<string, string>> = {}): Promise<Entered> {
	const before = await fromBot(page).count();
	await page.locator('#message-box').focus();
	await page.keyboard.type(`/${command} `);
	for (const [name, text] of Object.entries(options)) {
		await page.getByRole('combobox', { name, exact: true }).focus();
		await page.keyboard.type(text);
		await listShown(page).waitFor();
		if ((await suggestions(page).count()) > 0) await page.keyboard.press('Enter');
	}
	await page.keyboard.press('Enter');
	return replyAfter(page, before);
}

/** What can be chosen while one types. */
export const suggestions = (page: Page): Locator => page.locator('.popup').getByRole('option');

/** Shown once the bot has answered with choices, or when there are none to wait for. */
const listShown = (page: Page): Locator => page.locator('.popup:not([hidden])').filter({ hasNotText: 'Loading options…' });

/** Asks the bot in the channel by mentioning it. */
export async function mention(page: Page, question: string): Promise<Entered> {
	const before = await fromBot(page).count();
	await page.locator('#message-box').fill(`@Drillbook ${question}`);
	await page.keyboard.press('Enter');
	return replyAfter(page, before);
}

/** Waits until the bot has stopped thinking and the pictures of a message are there. */
export async function settled(message: Locator): Promise<void> {
	await message.locator('.thinking').waitFor({ state: 'detached' });
	await message.evaluate(async (element) => {
		const images = [...element.querySelectorAll('img')];
		for (const image of images) image.loading = 'eager';
		await Promise.all(images.map((image) => image.decode().catch(() => undefined)));
		// What keeps to the newest message has moved by the second frame.
		await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
	});
}
