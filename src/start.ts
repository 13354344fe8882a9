import type { Logger } from 'pino';
import { type Alerts, createAlerts } from './alerts/alerts.js';
import type { Config } from './config.js';
import { kindsRead } from './corpus/formats/kinds.js';
import { problemLines } from './corpus/load.js';
import { type Bot, startBot } from './discord/bot.js';
import { alertPoster } from './discord/post-alerts.js';
import { openGazetteer } from './gazetteer/open-gazetteer.js';
import { type Feeds, pollFeeds } from './import/feeds.js';
import { createShelf } from './import/shelf.js';
import type { OpenedLibrary } from './library.js';
import { type LocalDiscord, startLocalDiscord } from './local-discord/server.js';
import { createLog } from './log.js';
import { openLivingLibrary } from './open-library.js';
import { openWatching } from './open-watching.js';
import { startOperations } from './operations.js';
import { createPictures } from './pictures/pictures.js';
import { closeReader, openReader } from './reader/reader.js';
import { keepWorkIn } from './store.js';

/**
 * Reads the documents, logs the bot in, and lets it answer until the process is told to stop.
 * @throws Error with a message fit for one line
 */
export async function start(config: Config): Promise<void> {
	refuseWithCluster(config);
	const log = createLog(config.logLevel, [config.token ?? '', config.library?.auth?.password ?? '']);
	openGazetteer(config);
	keepWorkIn(config.keptFolder, (problem) => log.warn(problem));
	await openReader();
	const onAlertError = (error: unknown) => log.error(error, 'new documents could not be looked through for what is watched');
	let alerts: Alerts | undefined;
	const look = () => void alerts?.look().catch(onAlertError);
	const library = await openLivingLibrary(config, {
		onLoad: (opened) => tell(opened, config, log),
		onTrouble: (trouble) => (trouble === null ? log.info('The search cluster answers again') : log.warn(trouble)),
		onProgress: (reading) => {
			if (reading) log.info(`${reading.read} of ${reading.of} documents are read for exercises`);
			else look();
		},
		onError: (error) => log.error(error, 'the documents could not be read'),
	});
	const watching =
		config.watchesPerServer > 0 ? await openWatching(config, library.cluster, { onDuty: look, onError: onAlertError }) : undefined;
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
		desks: { ...(watching ? { watches: watching.watches } : {}), ...(config.shelfServers.length > 0 ? { shelf } : {}) },
		allowance: config.allowance,
		...(config.shards ? { shards: config.shards } : {}),
	});
	if (watching) {
		const libraryNow = () => library.current().library;
		const post = alertPoster(bot.client, libraryNow, log);
		alerts = createAlerts(watching.watches, libraryNow, post, onAlertError, watching.isOnDuty);
		look();
	}
	const operations =
		config.operationsPort === undefined
			? undefined
			: await startOperations(config.operationsPort, {
					trouble: () => (bot.isConnected() ? library.trouble() : 'not connected to Discord'),
					registry: bot.metrics.registry,
				});
	if (operations) log.info(`/healthz and /metrics are at http://127.0.0.1:${operations.port}/`);
	const feeds = startFeeds(config, log);
	const close = async () => {
		// Neither is waited for: what they write is written whole or not at all, and goes on at the next start.
		void feeds?.close();
		alerts?.close();
		await bot.stop();
		await watching?.close();
		await Promise.all([library.close(), pictures.close(), local?.close(), operations?.close()]);
		await closeReader();
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

/** What members add is answered with what it has changed, which a bot beside an indexer does not know. */
function refuseWithCluster({ library, shelfServers }: Config): void {
	if (!library || shelfServers.length === 0) return;
	throw new Error(
		'DOCUMENTS_FROM_DISCORD does not go with LIBRARY_URL: leave it out, and put documents into the folder that the indexer reads',
	);
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
	const place = config.library ? `the library "${config.library.name}"` : config.documents;
	if (documents === 0) log.warn(`${place} holds no document of a kind that is read (${kindsRead}): every question will go unanswered`);
	else log.info(`${documents} documents of ${place} are loaded`);
}

function startFeeds(config: Config, log: Logger): Feeds | undefined {
	if (config.feeds.length === 0) return undefined;
	if (config.library) {
		log.info('FEEDS are polled by the indexer of the search cluster, not here: npm run -s cli -- index --watch');
		return undefined;
	}
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
