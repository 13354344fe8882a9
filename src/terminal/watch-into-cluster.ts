import type { ClusterAddress } from '../cluster-library/address.js';
import { connect } from '../cluster-library/connection.js';
import { takeTurns } from '../cluster-library/duty.js';
import { EmptyFolder } from '../cluster-library/index-folder.js';
import { pollFeeds } from '../import/feeds.js';
import type { FetchSettings } from '../import/fetch-page.js';
import { oneAtATime } from '../one-at-a-time.js';
import { watchFolder } from '../watch-folder.js';
import { type ClusterIndexed, indexIntoCluster } from './index-cluster.js';

/** Where an indexer that goes on takes documents from. */
export interface DocumentSources {
	readonly folder: string;
	readonly feeds: readonly string[];
	readonly feedsEveryMs: number;
	readonly feedsFile: string;
	readonly fetching: FetchSettings;
}

export interface WatchHearers {
	/** A line for people. */
	readonly tell: (line: string) => void;
	/** The folder was gone through for the first time, or had changed. */
	readonly onIndexed: (indexed: ClusterIndexed) => void;
}

export interface Indexer {
	isOnDuty(): boolean;
	/** What runs is not waited for: what it has not written, the next indexer reads. */
	close(): Promise<void>;
}

/** A folder that lies on another machine tells nothing of its changes. */
const looksAfterMs = 5 * 60_000;

/**
 * Makes a cluster hold what a folder holds, and goes on: takes up what changes, and polls feeds into the folder. Of
 * several over the same folder all share the first reading; then one is on duty, and when it ends another takes over.
 * @throws Error in one sentence when the folder or the cluster cannot be used at all
 */
export async function watchIntoCluster(
	address: ClusterAddress,
	{ folder, feeds: addresses, feedsEveryMs: everyMs, feedsFile: stateFile, fetching }: DocumentSources,
	{ tell, onIndexed }: WatchHearers,
): Promise<Indexer> {
	const tellError = (error: unknown) => tell(`${error instanceof Error ? error.message : String(error)}.`);
	let problemsTold: ReadonlySet<string> = new Set();
	let isFirst = true;

	async function pass(): Promise<void> {
		const { indexed, problems, summary } = await indexIntoCluster(address, folder, tell);
		for (const line of problems) if (!problemsTold.has(line)) tell(line);
		problemsTold = new Set(problems);
		if (!isFirst && indexed.upToDate) return;
		isFirst = false;
		tell(summary);
		onIndexed(indexed);
	}

	// A folder that is empty yet is filled by feeds.
	await pass().catch((error: unknown) => {
		if (!(error instanceof EmptyFolder)) throw error;
		tellError(error);
	});
	const inTurn = oneAtATime();
	let isClosed = false;
	let isWaiting = false;
	async function look(): Promise<void> {
		// One that waits sees all that changes until its turn.
		if (isWaiting) return;
		isWaiting = true;
		await inTurn(async () => {
			isWaiting = false;
			if (duty.isMine() && !isClosed) await pass().catch(tellError);
		});
	}

	const connection = connect(address, (trouble) => tell(trouble === null ? 'The search cluster answers again.' : `${trouble}.`));
	const duty = takeTurns(connection, 'indexing', () => {
		tell('From now on this indexer takes up what changes.');
		void feeds.poll().catch(tellError);
		void look();
	});
	const feeds = pollFeeds(
		{ feeds: addresses, documents: folder, stateFile, everyMs, fetching, mayPoll: duty.isMine },
		{
			onNews: (feed, articles) => {
				tell(`${feed} brought new or changed articles: ${articles}.`);
				void look();
			},
			onProblem: (feed, problem) => tell(`${feed} ${problem}.`),
			onError: tellError,
		},
	);
	const watcher = watchFolder(folder, look, tellError);
	let timer = setTimeout(lookAgain, looksAfterMs);
	async function lookAgain(): Promise<void> {
		await look();
		if (!isClosed) timer = setTimeout(lookAgain, looksAfterMs);
	}

	return {
		isOnDuty: duty.isMine,
		async close() {
			isClosed = true;
			clearTimeout(timer);
			void feeds.close();
			await Promise.all([duty.close(), watcher.close()]);
			await connection.close();
		},
	};
}
