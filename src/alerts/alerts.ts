import { createHash } from 'node:crypto';
import type { Document } from '../corpus/document.js';
import type { DocumentSummary, Library } from '../library.js';
import { oneAtATime } from '../one-at-a-time.js';
import { type Spoken, spokenIn } from './spoken.js';
import { type Alert, type Watch, type Watches, withoutWatch } from './watches.js';

/**
 * What came of posting an alert: `gone` where its channel, or what it quotes, is there no more; `refused` where the
 * bot may not write in the channel; `later` where Discord could not be reached.
 */
export type Posted = 'posted' | 'channel gone' | 'quote gone' | 'refused' | 'later';

/**
 * Posts an alert; `mayStandThere`: it was decided before this look, and may have been posted in the moment before the
 * bot was stopped.
 */
export type Post = (alert: Alert, watch: Watch, mayStandThere: boolean) => Promise<Posted>;

/** Quotes a watch posts of the documents of one moment, so that a thousand imported files do not flood a channel. */
const mostAtOnce = 5;
/** Words that are remembered as quoted for one watch, and documents as seen: more than come again. */
const mostRemembered = 2_000;
const mostSeen = 200_000;
/** What could not be posted is tried again after this. */
const triedAgainAfterMs = 60_000;

export interface Alerts {
	/**
	 * Looks for new documents in the library as it is now, and posts what they say of what is watched. Looks follow
	 * each other.
	 */
	look(): Promise<void>;
	/** Looks no more. What is being posted is finished at the next start, should the process end before. */
	close(): void;
}

/**
 * @param library the library of this moment; @param onError hears of a look that nobody waits for; @param isOnDuty
 * whether this process looks: of several that share their watches, one
 */
export function createAlerts(
	watches: Watches,
	library: () => Library,
	post: Post,
	onError: (error: unknown) => void,
	isOnDuty: () => boolean = () => true,
): Alerts {
	const inTurn = oneAtATime();
	let again: NodeJS.Timeout | undefined;
	let isClosed = false;

	async function lookOnce(): Promise<void> {
		if (isClosed || !isOnDuty()) return;
		const decidedNow = new Set((await decide(watches, library())).map(keyOf));
		for (const alert of watches.current().pending) {
			if (isClosed || !isOnDuty()) return;
			await deliver(alert, !decidedNow.has(keyOf(alert)));
		}
		clearTimeout(again);
		if (!isClosed && watches.current().pending.length > 0) again = setTimeout(() => void look().catch(onError), triedAgainAfterMs).unref();
	}

	async function deliver(alert: Alert, mayStandThere: boolean): Promise<void> {
		const watch = watches.current().watches.find(({ id }) => id === alert.watch);
		if (!watch) return;
		const outcome = await post(alert, watch, mayStandThere);
		if (outcome === 'later') return;
		if (outcome === 'channel gone') return watches.change((before) => withoutWatch(before, watch.id));
		await watches.change((before) => ({
			...before,
			pending: before.pending.filter((other) => keyOf(other) !== keyOf(alert)),
			posted:
				outcome === 'posted'
					? { ...before.posted, [watch.id]: [...(before.posted[watch.id] ?? []), alert.quote].slice(-mostRemembered) }
					: before.posted,
		}));
	}

	function look(): Promise<void> {
		return inTurn(lookOnce);
	}
	return {
		look,
		close() {
			isClosed = true;
			clearTimeout(again);
		},
	};
}

/**
 * Notes what new documents say of what is watched, and in the same write that they were looked at: stopped before,
 * they are new again at the next start; stopped after, what is to be posted is known. Before the first look, all that
 * is there counts as seen. What another process has noted in the same moment stands.
 * @returns what was noted now
 */
async function decide(watches: Watches, library: Library): Promise<readonly Alert[]> {
	const summaries = await library.documents();
	const { seen } = watches.current();
	const keys = summaries.map(seenKey);
	if (seen === null) {
		await watches.change((before) => ({ ...before, seen: before.seen ?? keys }));
		return [];
	}
	// What a document says of exercises is known when all are read.
	if (await library.reading()) return [];
	const known = new Set(seen);
	const fresh = await documentsOf(
		library,
		summaries.filter((summary) => !known.has(seenKey(summary))),
	);
	if (fresh.length === 0) return [];
	const pending: Alert[] = [];
	for (const watch of watches.current().watches) {
		const { posted, pending: waiting } = watches.current();
		const told = [...(posted[watch.id] ?? []), ...waiting.filter((alert) => alert.watch === watch.id).map(({ quote }) => quote)];
		pending.push(...alertsFor(watch, await spokenIn(library, watch.topic, fresh), new Set(told)));
	}
	let noted: readonly Alert[] = [];
	await watches.change((before) => {
		const seenBefore = new Set(before.seen);
		const waiting = new Set(before.pending.map(keyOf));
		noted = pending.filter((alert) => !waiting.has(keyOf(alert)) && !before.posted[alert.watch]?.includes(alert.quote));
		const newKeys = fresh.map(seenKey).filter((key) => !seenBefore.has(key));
		return {
			...before,
			seen: [...(before.seen ?? []), ...newKeys].slice(-Math.max(mostSeen, keys.length)),
			pending: [...before.pending, ...noted],
		};
	});
	return noted;
}

/** Words that have been quoted are not quoted again, whichever document repeats them. */
function alertsFor(watch: Watch, spoken: readonly Spoken[], told: ReadonlySet<string>): Alert[] {
	const fresh = new Map(spoken.map((one) => [hashOf(one.quote.text), one] as const).filter(([quote]) => !told.has(quote)));
	const alerts = [...fresh].map(
		([
			quote,
			{
				document,
				highlight,
				quote: { start, end },
				exercise,
			},
		]) => {
			const { id, version } = document;
			return { watch: watch.id, document: id, version, start, end, marked: highlight, exercise, quote, more: 0 };
		},
	);
	const shown = alerts.slice(0, mostAtOnce);
	return shown.map((alert, at) => ({ ...alert, more: at === shown.length - 1 ? alerts.length - shown.length : 0 }));
}

async function documentsOf(library: Library, summaries: readonly DocumentSummary[]): Promise<Document[]> {
	const documents = await Promise.all(summaries.map(({ id }) => library.document(id)));
	const found = documents.filter((document) => document !== undefined);
	return found.toSorted((one, other) => ((one.publishedOn?.on ?? '') < (other.publishedOn?.on ?? '') ? 1 : -1));
}

function seenKey({ id, version }: Pick<Document, 'id' | 'version'>): string {
	return `${id} ${version}`;
}

function keyOf({ watch, quote }: Alert): string {
	return `${watch} ${quote}`;
}

/** The same words however their white space and case are. */
function hashOf(text: string): string {
	const folded = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
	return createHash('sha256').update(folded).digest('base64url').slice(0, 12);
}
