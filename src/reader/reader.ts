import { createRequire } from 'node:module';
import type { MessagePort } from 'node:worker_threads';
import { LRUCache } from 'lru-cache';
import { storeOf } from '../store.js';
import { takingTurns } from '../taking-turns.js';
import { type Networks, networksThrough, type RecordScores, type SharedNetworks, startNetworks } from './networks.js';
import { type Answering, answeringOf, type NamesRead, namesOf, type RecordRead, recordOf } from './reading.js';
import { type SavedReadings, type Shelf, savedReadings } from './saved-readings.js';
import { type EncodedStretch, encodeStretch, namesQuery, type Stretch } from './stretch.js';
import { readVocabulary } from './vocabulary.js';
import type { Vocabulary } from './word-pieces.js';

/** The trained reader. What it says of a stretch depends on that stretch alone: not on what else is asked with it, nor on the order. */
export interface Reader {
	/** For a question: how well each sentence of each stretch answers it, and with which words. */
	answer(stretches: readonly Stretch[]): Promise<readonly Answering[]>;
	/** For the name of an exercise: which sentences speak of it, and which words tell what of it. */
	record(stretches: readonly Stretch[]): Promise<readonly RecordRead[]>;
	/** The words that name exercises; the stretches' own queries are not looked at. */
	names(stretches: readonly Stretch[]): Promise<readonly NamesRead[]>;
}

const require = createRequire(import.meta.url);
const fileOf = (name: string): string => require.resolve(`#data/reader/model/${name}`);

/** Stretches whose reading is kept, of each network, so that an equal question is read once: up to 10 kB each. */
const keptStretches = 2_000;

let networks: Promise<SharedNetworks> | undefined;
let opened: Promise<Reader> | undefined;

/**
 * The reader of this process, started when it is first asked for. Its threads keep no process alive.
 * @throws Error with one sentence for whoever starts the program: a network is missing or damaged, or the processor has no runtime
 */
export function openReader(): Promise<Reader> {
	opened ??= readerOver(openNetworks());
	return opened;
}

/** Ends the reader of this process before the process itself ends, if it was ever asked for. */
export async function closeReader(): Promise<void> {
	await (await networks)?.close();
}

/** A way for another thread to this process's networks, from which `openSharedReader` makes a reader there. */
export async function shareReader(): Promise<MessagePort> {
	return (await openNetworks()).share();
}

/** The reader of a thread that was given a way to the networks. */
export function openSharedReader(port: MessagePort): Promise<Reader> {
	return readerOver(networksThrough(port));
}

function openNetworks(): Promise<SharedNetworks> {
	networks ??= startNetworks(fileOf);
	return networks;
}

async function readerOver(asked: Networks | Promise<Networks>): Promise<Reader> {
	const [started, store] = await Promise.all([asked, storeOf(['reader'])]);
	return readerOf(readVocabulary(), started, store && savedReadings(store));
}

function readerOf(vocabulary: Vocabulary, networks: Networks, saved: SavedReadings | undefined): Reader {
	const answer = keptScores(networks.answer);
	const record = keptScores(networks.record);
	const readOnce = async <Read>(
		stretch: Stretch,
		shelf: Shelf<Read> | undefined,
		read: (encoded: EncodedStretch, scores: RecordScores) => Read,
	) => {
		const known = shelf?.get(stretch);
		if (known) return known;
		const encoded = encodeStretch(stretch, vocabulary);
		const reading = read(encoded, await record(encoded));
		shelf?.put(stretch, reading);
		return reading;
	};
	return {
		async answer(stretches) {
			const pause = takingTurns();
			const encoded: EncodedStretch[] = [];
			for (const stretch of stretches) {
				encoded.push(encodeStretch(stretch, vocabulary));
				await pause();
			}
			return Promise.all(encoded.map(async (one) => answeringOf(one, await answer(one))));
		},
		record: (stretches) => Promise.all(stretches.map((stretch) => readOnce(stretch, saved?.record, recordOf))),
		names: (stretches) =>
			Promise.all(stretches.map(({ title, sentences }) => readOnce({ query: namesQuery, title, sentences }, saved?.names, namesOf))),
	};
}

/** What a network gave is kept, and given again for an equal stretch. */
function keptScores<Scores extends object>(run: (encoded: EncodedStretch) => Promise<Scores>) {
	const kept = new LRUCache<string, Promise<Scores>>({ max: keptStretches });
	return (encoded: EncodedStretch): Promise<Scores> => {
		const key = [encoded.ids.join(' '), encoded.queryLength, encoded.sentences.map(({ first }) => first).join(' ')].join('|');
		const known = kept.get(key);
		if (known) return known;
		const scores = run(encoded);
		kept.set(key, scores);
		scores.catch(() => kept.delete(key));
		return scores;
	};
}
