import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ButtonStyle, ComponentType } from 'discord.js';
import pino from 'pino';
import { expect, onTestFinished } from 'vitest';
import { openWatches, type Watches } from '../../src/alerts/watches.js';
import { type Bot, type BotOptions, startBot } from '../../src/discord/bot.js';
import { createShelf } from '../../src/import/shelf.js';
import type { OpenedLibrary } from '../../src/library.js';
import { type LocalDiscord, type LocalDiscordOptions, type PageMessage, startLocalDiscord } from '../../src/local-discord/server.js';
import { openLibrary } from '../../src/memory-library.js';
import { createPictures } from '../../src/pictures/pictures.js';

const SEEDS = fileURLToPath(new URL('../../seeds/', import.meta.url));

export interface Stage {
	readonly discord: LocalDiscord;
	readonly bot: Bot;
	/** A copy of the seeds, to be changed freely. */
	readonly documents: string;
	readonly logged: string[];
	/** The file of members' reports; it need not be there. */
	readonly reports: string;
	readonly watches: Watches;
	/** Reads the documents anew, as the bot does when the folder changes. */
	reload(): Promise<void>;
}

type Setting = Partial<BotOptions> | ((discord: LocalDiscord) => Partial<BotOptions>);

/**
 * The real bot over the seeds, logged in to a local Discord of its own. Both end with the test, and nothing may have been refused then but
 * what the test says: how many requests.
 */
export async function setStage(setting: Setting = {}, local: LocalDiscordOptions = {}, refusals = 0): Promise<Stage> {
	const { strike, ...stage } = await raiseStage(setting, local);
	onTestFinished(async () => {
		await strike();
		expect(stage.discord.refused).toHaveLength(refusals);
	});
	return stage;
}

/** The same for several tests: `strike` ends it. */
export async function raiseStage(setting: Setting = {}, local: LocalDiscordOptions = {}): Promise<Stage & { strike(): Promise<void> }> {
	const documents = await mkdtemp(join(tmpdir(), 'drillbook-'));
	await cp(SEEDS, documents, { recursive: true });
	let opened: OpenedLibrary = await openLibrary({ documents });
	const reload = async (): Promise<void> => {
		opened = await openLibrary({ documents });
	};
	const shelf = createShelf({ documents, servers: 'all', fetching: {}, opened: () => opened, reload });
	const reports = join(documents, 'kept', 'reports.jsonl');
	const watches = await openWatches(join(documents, 'kept', 'watches.json'), 3);
	const discord = await startLocalDiscord(local);
	const pictures = createPictures();
	const logged: string[] = [];
	const log = pino({ base: null, level: 'debug' }, { write: (line) => void logged.push(line) });
	const started = await startBot({
		token: discord.token,
		api: discord.apiUrl,
		registerFor: 'everywhere',
		library: () => opened.library,
		pictures,
		log,
		reportsFile: reports,
		desks: { watches, shelf },
		...(typeof setting === 'function' ? setting(discord) : setting),
	});
	return {
		discord,
		bot: started,
		documents,
		logged,
		reports,
		watches,
		reload,
		async strike() {
			await started.stop();
			await discord.close();
			await pictures.close();
			await rm(documents, { recursive: true });
		},
	};
}

/** All that a member reads in a message. */
export function textOf(message: PageMessage | undefined): string {
	const parts = (message?.embeds ?? []).flatMap(({ title, description, fields = [], footer }) => [
		title,
		description,
		...fields.flatMap(({ name, value }) => [name, value]),
		footer?.text,
	]);
	return [message?.content, ...parts].filter(Boolean).join('\n');
}

interface Control {
	readonly label: string;
	readonly customId: string;
	readonly disabled: boolean;
}

export function buttonsOf(message: PageMessage | undefined): Control[] {
	return componentsOf(message).flatMap((component) =>
		component.type === ComponentType.Button && component.style === ButtonStyle.Secondary
			? [{ label: component.label ?? '', customId: component.custom_id, disabled: component.disabled === true }]
			: [],
	);
}

/** The custom id of the button with that label. @throws Error when there is none */
export function buttonOf(message: PageMessage | undefined, label: string | RegExp): string {
	const found = buttonsOf(message).find((button) => (typeof label === 'string' ? button.label === label : label.test(button.label)));
	if (!found) throw new Error(`No button ${label} among ${buttonsOf(message).map((button) => button.label)}`);
	return found.customId;
}

/** A menu by its name, with what each entry says and stands for. @throws Error when there is none */
export function menuOf(message: PageMessage | undefined, name: string) {
	for (const component of componentsOf(message)) {
		if (component.type === ComponentType.StringSelect && component.custom_id.endsWith(`|${name}`)) {
			return { customId: component.custom_id, options: component.options };
		}
	}
	throw new Error(`No menu ${name}`);
}

function componentsOf(message: PageMessage | undefined) {
	return (message?.components ?? []).flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));
}

/** Every line that is quoted, as a reader sees it. */
export function quotesIn(message: PageMessage | undefined): string[] {
	return textOf(message)
		.split('\n')
		.filter((line) => line.startsWith('> '))
		.map((line) =>
			line
				.slice(2)
				.replace(/ (?:\[\d+\])+(?: \+\d+)?$/, '')
				.replace(/\\([^A-Za-z0-9\s])|\*\*/g, '$1'),
		);
}
