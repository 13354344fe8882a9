import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const ARGUMENTS = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Starts Chromium. @throws Error that says what to do when there is none */
export async function openBrowser(): Promise<Browser> {
	const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
	if (!existsSync(executablePath)) {
		throw new Error(`The browser tests need Chromium, and there is none at ${executablePath}. Install it, or set CHROMIUM to where it is.`);
	}
	return chromium.launch({ executablePath, args: ARGUMENTS });
}

export interface OpenedPage {
	page: Page;
	/** What must not be: errors in the page or on its console, and requests to anywhere but this machine. */
	problems: string[];
}

const leavesTheMachine = ({ protocol, hostname }: URL): boolean => !['data:', 'blob:'].includes(protocol) && hostname !== '127.0.0.1';

/** Opens the page of a local Discord as a new visitor, and notes every problem. */
export async function openPage(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<OpenedPage> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US', ...options });
	const problems: string[] = [];
	await context.route(leavesTheMachine, (route) => {
		problems.push(`a request left the machine: ${route.request().url()}`);
		return route.abort();
	});
	const page = await context.newPage();
	page.setDefaultTimeout(10_000);
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning') problems.push(`${message.type()} on the console: ${message.text()}`);
	});
	page.on('pageerror', (error) => problems.push(`error in the page: ${error.message}`));
	await page.goto(address);
	await page.locator('#log[aria-busy=false]').waitFor({ state: 'attached' });
	return { page, problems };
}
