import { setImmediate } from 'node:timers/promises';
import type { Document, Sentence } from '../../corpus/document.js';
import { memoised } from '../../memoised.js';
import { inOrder } from '../../text/in-order.js';
import type { Span } from '../../text/span.js';
import { wordsOf } from '../../text/words.js';

/**
 * A story that several documents print: w-shingling after Broder, On the resemblance and containment of documents
 * (1997).
 */
export interface Story {
	/** The document that is quoted for it: the newest version of the fullest, else the earliest. */
	readonly shown: Document;
	/** Documents that print it too. */
	readonly copies: readonly Document[];
	/** Older versions of what an outlet prints now: a correction takes their place. */
	readonly superseded: readonly Document[];
}

/** Words in a shingle. */
const shingleWords = 5;
/** Shingles kept of a document; of a longer one an even share of all its hashes is kept, as in Broder's sketches. */
const mostShingles = 4_000;
/** Less text than this is like much else. */
const fewest = 20;
/** Of the shorter document so much stands in the other: one story. */
const contained = 0.6;
/** Of both together so much stands in both: two versions of one article, where the outlet is the same. */
const resembling = 0.7;
/** Lengths that differ by less are as full as each other. */
const asFull = 0.95;

const shinglesOf = memoised((document: Document): ReadonlySet<number> => {
	const words = wordsOf(document.text, { start: 0, end: document.text.length }).map(({ lower }) => lower);
	const all = new Set<number>();
	for (let at = 0; at + shingleWords <= words.length; at++) all.add(hashOf(words.slice(at, at + shingleWords).join(' ')));
	const share = Math.ceil(all.size / mostShingles);
	return share < 2 ? all : new Set([...all].filter((hash) => hash % share === 0));
});

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	return hash >>> 0;
}

/** The sentences of a document by their words, so that the same sentence is found in another print of it. */
const sentencesByWords = memoised((document: Document): ReadonlyMap<string, Sentence> => {
	const sentences = document.paragraphs.flatMap((paragraph) => paragraph.sentences);
	return new Map(sentences.map((sentence) => [wordsKey(document, sentence), sentence] as const));
});

/**
 * The words of a span without their case and the marks between them; nothing else counts as the same, not a number
 * and not a "not".
 */
export function wordsKey(document: Document, span: Span): string {
	return wordsOf(document.text, span)
		.map(({ lower }) => lower)
		.join(' ');
}

/** The sentence of a document that has the same words; undefined where it has none. */
export function twinOf(from: Document, span: Span, other: Document): Sentence | undefined {
	const key = wordsKey(from, span);
	return key === '' ? undefined : sentencesByWords(other).get(key);
}

/** The stories of some documents that more than one of them prints, each document of them with its story. */
export async function storiesOf(documents: readonly Document[]): Promise<ReadonlyMap<Document, Story>> {
	// The first time that a document is met it costs milliseconds: others have their turn between.
	for (const document of documents) {
		shinglesOf(document);
		await setImmediate();
	}
	const stories = new Map<Document, Story>();
	for (const group of groupsOf(documents)) {
		const story = storyOf(group);
		for (const document of group) stories.set(document, story);
	}
	return stories;
}

/** Documents that share enough with one another, over any number of steps; those alone are in no group. */
function groupsOf(documents: readonly Document[]): Document[][] {
	const group = new Map<Document, Set<Document>>();
	for (const [one, other] of pairsSharing(documents)) {
		const joined = new Set([...(group.get(one) ?? [one]), ...(group.get(other) ?? [other])]);
		for (const document of joined) group.set(document, joined);
	}
	return [...new Set(group.values())].map((members) => documents.filter((document) => members.has(document)));
}

function pairsSharing(documents: readonly Document[]): [Document, Document][] {
	const holding = new Map<number, Document[]>();
	const shared = new Map<Document, Map<Document, number>>();
	for (const document of documents) {
		const counts = new Map<Document, number>();
		for (const shingle of shinglesOf(document)) {
			const before = holding.get(shingle);
			for (const other of before ?? []) counts.set(other, (counts.get(other) ?? 0) + 1);
			if (before) before.push(document);
			else holding.set(shingle, [document]);
		}
		shared.set(document, counts);
	}
	return [...shared].flatMap(([one, counts]) =>
		[...counts].flatMap(([other, count]): [Document, Document][] => {
			const smaller = Math.min(shinglesOf(one).size, shinglesOf(other).size);
			return smaller >= fewest && count >= smaller * contained ? [[one, other]] : [];
		}),
	);
}

function storyOf(group: readonly Document[]): Story {
	const superseded = group.filter((document) => group.some((other) => isCorrected(document, other)));
	const current = group.filter((document) => !superseded.includes(document));
	const longest = Math.max(...current.map(({ text }) => text.length));
	const full = current.filter(({ text }) => text.length >= longest * asFull);
	const [shown = group[0]] = full.toSorted((one, other) => inOrder(publishedOn(one) || '9999', publishedOn(other) || '9999'));
	if (!shown) throw new Error('A story needs a document');
	return { shown, copies: current.filter((document) => document !== shown), superseded };
}

/**
 * Whether another document is a newer version of this one: the same address, or nearly all its words, by the same
 * outlet, later.
 */
function isCorrected(document: Document, other: Document): boolean {
	const [before, after] = [publishedOn(document), publishedOn(other)];
	if (document === other || before === '' || inOrder(before, after) >= 0) return false;
	if (document.url !== null && document.url === other.url) return true;
	return outletOf(document) !== '' && outletOf(document) === outletOf(other) && resemblance(document, other) >= resembling;
}

function resemblance(one: Document, other: Document): number {
	const [a, b] = [shinglesOf(one), shinglesOf(other)];
	let shared = 0;
	for (const shingle of a) if (b.has(shingle)) shared += 1;
	return shared / (a.size + b.size - shared);
}

function outletOf({ url, publisher }: Document): string {
	return (publisher ?? (url && URL.canParse(url) ? new URL(url).hostname : '')).toLowerCase();
}

function publishedOn(document: Document): string {
	return document.publishedOn?.on ?? '';
}
