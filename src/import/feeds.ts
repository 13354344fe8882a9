import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { UnreadableFile } from '../corpus/decode.js';
import { oneAtATime } from '../one-at-a-time.js';
import { writeWhole } from '../write-whole.js';
import { NoArticle } from './articles.js';
import { type FetchSettings, fetchPage, Unfetchable, type Validators } from './fetch-page.js';
import { filesFetched, saveFile } from './files.js';

/** Inside the documents folder: what feeds brought. */
const feedsFolder = 'feeds';

interface FeedSettings {
	readonly feeds: readonly string[];
	readonly documents: string;
	/** Where it is kept what each feed was last, so that an unchanged one is not sent again. */
	readonly stateFile: string;
	readonly everyMs: number;
	readonly fetching: FetchSettings;
	/** Asked before every round, where several processes poll the same feeds. */
	readonly mayPoll?: () => boolean;
}

interface FeedHearers {
	/** A feed brought new or changed articles, which stand in the folder now. */
	readonly onNews: (feed: string, articles: number) => void;
	/** A feed could not be read, in words for people; said once, until it can be read again. */
	readonly onProblem: (feed: string, problem: string) => void;
	readonly onError: (error: unknown) => void;
}

export interface Feeds {
	/** Asks every feed once, one after the other. */
	poll(): Promise<void>;
	/** Resolves when the round that runs is over. */
	close(): Promise<void>;
}

const stateSchema = z.record(z.string(), z.strictObject({ etag: z.string().optional(), lastModified: z.string().optional() }));

/**
 * Polls feeds for as long as the process lives. What a feed was last is remembered only after its articles are saved:
 * stopped between, they are asked for again. Their folder is watched as any other: nothing else has to be told.
 */
export function pollFeeds(settings: FeedSettings, { onNews, onProblem, onError }: FeedHearers): Feeds {
	const troubled = new Map<string, string>();
	let known: Map<string, Validators> | undefined;
	const inTurn = oneAtATime();
	let isClosed = false;

	async function pollOne(feed: string, before: Validators | undefined): Promise<Validators | undefined> {
		try {
			const fetched = await fetchPage(feed, settings.fetching, before);
			troubled.delete(feed);
			if (!fetched) return before;
			let changed = 0;
			for (const file of await filesFetched(fetched)) {
				if ((await saveFile(settings.documents, feedsFolder, file)).isChanged) changed += 1;
			}
			if (changed > 0) onNews(feed, changed);
			return { etag: fetched.etag, lastModified: fetched.lastModified };
		} catch (error) {
			if (!(error instanceof Unfetchable || error instanceof NoArticle || error instanceof UnreadableFile)) throw error;
			if (troubled.get(feed) !== error.message) onProblem(feed, error.message);
			troubled.set(feed, error.message);
			return before;
		}
	}

	async function pollAll(): Promise<void> {
		if (settings.mayPoll?.() === false) return;
		known ??= await readState(settings.stateFile);
		for (const feed of settings.feeds) {
			if (isClosed) return;
			const before = known.get(feed);
			const after = await pollOne(feed, before);
			if (!after || after === before) continue;
			known.set(feed, after);
			await writeWhole(settings.stateFile, JSON.stringify(Object.fromEntries(known)));
		}
	}

	const poll = (): Promise<void> => inTurn(pollAll);
	const timer = setInterval(() => void poll().catch(onError), settings.everyMs);
	return {
		poll,
		close() {
			isClosed = true;
			clearInterval(timer);
			return inTurn(async () => {});
		},
	};
}

/** One that is not readable is begun anew: it only spares the feeds' servers work. */
async function readState(file: string): Promise<Map<string, Validators>> {
	try {
		return new Map(Object.entries(stateSchema.parse(JSON.parse(await readFile(file, 'utf8')))));
	} catch {
		return new Map();
	}
}
