import type { Logger } from 'pino';
import { type Alerts, createAlerts } from './alerts/alerts.js';
import { openWatches } from './alerts/watches.js';
import type { Config } from './config.js';
import { kindsRead } from './corpus/formats/kinds.js';
import { problemLines } from './corpus/load.js';
import { type Bot, startBot } from './discord/bot.js';
import { alertPoster } from './discord/post-alerts.js';
import { openGazetteer } from './gazetteer/open-gazetteer.js';
import { growLibrary } from './growing-library.js';
import { type Feeds, pollFeeds } from './import/feeds.js';
import { createShelf } from './import/shelf.js';
import type { OpenedLibrary } from './library.js';
import { type LocalDiscord, startLocalDiscord } from './local-discord/server.js';
import { createLog } from './log.js';
import { startOperations } from './operations.js';
import { createPictures } from './pictures/pictures.js';
import { openReader } from './reader/reader.js';
import { keepWorkIn } from './store.js';
import { watchFolder } from './watch-folder.js';

/**
 * Reads the documents, logs the bot in, and lets it answer until the process is told to stop.
 * @throws Error with a message fit for one line
 */
export async function start(config: Config): Promise<void> {
	const log = createLog(config.logLevel, [config.token ?? '']);
	openGazetteer(config);
	keepWorkIn(config.keptFolder, (problem) => log.warn(problem));
	await openReader();
	const watches = config.watchesPerServer > 0 ? await openWatches(config.watchesFile, config.watchesPerServer) : undefined;
	const onAlertError = (error: unknown) => log.error(error, 'new documents could not be looked through for what is watched');
	let alerts: Alerts | undefined;
	const library = await growLibrary(config, {
		onLoad: (opened) => tell(opened, config, log),
		onProgress: (reading) => {
			if (reading) log.info(`${reading.read} of ${reading.of} documents are read for exercises`);
			else alerts?.look().catch(onAlertError);
		},
		onError: (error) => log.error(error, 'the documents could not be read for exercises'),
	});
	const shelf = createShelf({
		...config,
		servers: config.shelfServers,
		opened: library.current,
		reload: library.reload,
	});
	const pictures = createPictures();
	const local = config.token === undefined ? await startLocal(config.localPort) : undefined;
	const bot = await startBot({
		...serverOf(config, local),
		library: () => library.current().library,
		pictures,
		log,
		askChannels: config.askChannels,
		reportsFile: config.reportsFile,
		desks: { ...(watches ? { watches } : {}), ...(config.shelfServers.length > 0 ? { shelf } : {}) },
		allowance: config.allowance,
		...(config.shards ? { shards: config.shards } : {}),
	});
	if (watches) {
		const libraryNow = () => library.current().library;
		alerts = createAlerts(watches, libraryNow, alertPoster(bot.client, libraryNow, log), onAlertError);
		void alerts.look().catch(onAlertError);
	}
	const operations =
		config.operationsPort === undefined
			? undefined
			: await startOperations(config.operationsPort, { isHealthy: () => bot.isConnected(), registry: bot.metrics.registry });
	if (operations) log.info(`/healthz and /metrics are at http://127.0.0.1:${operations.port}/`);
	const watcher = watchFolder(config.documents, library.reload, (error) => log.error(error, 'the documents could not be read again'));
	const feeds = startFeeds(config, log);
	const close = async () => {
		// Neither is waited for: what they write is written whole or not at all, and goes on at the next start.
		void feeds?.close();
		alerts?.close();
		await watcher.close();
		library.close();
		await bot.stop();
		await Promise.all([pictures.close(), local?.close(), operations?.close()]);
	};
	exitWhenOver(bot, close, log);
	process.stdout.write(
		local
			? `Drillbook answers at ${local.pageUrl} (a local stand-in for Discord: set DISCORD_TOKEN for the real one)\n`
			: `Drillbook is logged in as ${bot.client.user.tag}\n`,
	);
	// The first map takes a third of a second to prepare: better now than under a member's eyes.
	void pictures.warm().catch((error: unknown) => log.error(error, 'the pictures could not be prepared'));
}

/** Exit code 0 when the process is told to stop; 1, after one line, when the bot cannot go on. */
function exitWhenOver(bot: Bot, close: () => Promise<void>, log: Logger): void {
	let isClosing = false;
	const exit = (code: number) => {
		if (isClosing) return;
		isClosing = true;
		close().then(
			() => process.exit(code),
			(error: unknown) => {
				log.error(error, 'the stop was not clean');
				process.exit(1);
			},
		);
	};
	process.once('SIGINT', () => exit(0));
	process.once('SIGTERM', () => exit(0));
	void bot.ended.then((sentence) => {
		process.stderr.write(`Drillbook ends. ${sentence}\n`);
		exit(1);
	});
	process.on('uncaughtException', (error) => {
		process.stderr.write(`Drillbook ends. ${`${error.name}: ${error.message}`.replace(/\s+/g, ' ')}\n`);
		process.exit(1);
	});
}

/** Where the bot logs in: the local Discord where there is one, else Discord or the server that the configuration names. */
function serverOf(config: Config, local: LocalDiscord | undefined) {
	if (local) return { token: local.token, api: local.apiUrl, registerFor: 'everywhere' as const };
	const registerFor = config.registerCommands ? { registerFor: 'everywhere' as const } : {};
	return { token: config.token ?? '', ...(config.api ? { api: config.api } : {}), ...registerFor };
}

function tell({ problems, documents }: OpenedLibrary, config: Config, log: Logger): void {
	for (const line of problemLines(problems)) log.warn(line);
	if (documents === 0)
		log.warn(`${config.documents} holds no document of a kind that is read (${kindsRead}): every question will go unanswered`);
	else log.info(`${documents} documents of ${config.documents} are loaded`);
}

function startFeeds(config: Config, log: Logger): Feeds | undefined {
	if (config.feeds.length === 0) return undefined;
	const onError = (error: unknown) => log.error(error, 'the feeds could not be read');
	const feeds = pollFeeds(
		{ ...config, stateFile: config.feedsFile, everyMs: config.feedsEveryMinutes * 60_000 },
		{
			onNews: (feed, articles) => log.info(`${feed} brought new or changed articles: ${articles}`),
			onProblem: (feed, problem) => log.warn(`${feed} ${problem}`),
			onError,
		},
	);
	void feeds.poll().catch(onError);
	return feeds;
}

async function startLocal(port: number): Promise<LocalDiscord> {
	try {
		return await startLocalDiscord({ port });
	} catch (error) {
		const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
		throw inUse ? new Error(`Port ${port} is in use: set LOCAL_DISCORD_PORT to a free one`) : error;
	}
}
