import type { Document } from '../../src/corpus/document.js';
import { loadCorpus } from '../../src/corpus/load.js';
import { passagesOf } from '../../src/corpus/passages.js';
import { readDocument } from '../../src/corpus/read.js';
import { isStopWord } from '../../src/text/analyse.js';

/** A question, and the passage that it was made of. */
export interface KnownItem {
	readonly question: string;
	readonly passageId: string;
}

export interface MadeCorpus {
	readonly documents: readonly Document[];
	readonly passages: readonly { readonly id: string; readonly title: string; readonly text: string }[];
}

/** A number from 0 to below 1, the same ones in every run (mulberry32). */
function dice(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

const word = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu;
const syllables = ['ba', 'ne', 'ri', 'to', 'ku', 'sal', 'mer', 'vin', 'dor', 'pek', 'lun', 'gra', 'sti', 'fo', 'har', 'qui'];
const endings = ['', '', '', 's', 'ed', 'ing', 'ation', 'al'];
const strangeWords = 60_000;
const paragraphsPerDocument = 12;
/** So many words of a paragraph are replaced: a corpus grows in words as it grows in texts (Heaps' law). */
const strangeShare = 0.3;

/**
 * A corpus of at least so many passages. The words follow each other as in the seeds, in pairs; a part of them is replaced by made ones, of
 * which a few are frequent and most are rare (Zipf's law).
 */
export async function madeCorpus(passagesWanted: number): Promise<MadeCorpus> {
	const random = dice(1);
	const { documents: seeds } = await loadCorpus('seeds');
	const follow = followers(seeds.map(({ text }) => text).join(' '));
	const starts = [...follow.keys()];
	const paragraph = () => {
		let last = pick(starts, random);
		const words = Array.from({ length: 30 + Math.floor(random() * 50) }, () => {
			last = pick(follow.get(last) ?? starts, random);
			return random() < strangeShare && !isStopWord(last.toLowerCase()) ? strangeWord(random) : last;
		});
		return sentencesOf(words, random);
	};
	const documents: Document[] = [];
	const passages: { id: string; title: string; text: string }[] = [];
	while (passages.length < passagesWanted) {
		const title = `${strangeWord(random)} ${pick(starts, random)} ${2000 + Math.floor(random() * 30)}`;
		const text = `${title}\n\n${Array.from({ length: paragraphsPerDocument }, paragraph).join('\n\n')}`;
		const document = readDocument(`made-${documents.length}.txt`, new TextEncoder().encode(text));
		documents.push(document);
		for (const { id, start, end } of passagesOf(document))
			passages.push({ id, title: document.title, text: document.text.slice(start, end) });
	}
	return { documents, passages };
}

/**
 * Questions as a member might ask for what a passage says: some of its words in other forms, now and then a misspelt one, between words that
 * stand in every question.
 */
export function knownItems({ passages }: MadeCorpus, count: number): KnownItem[] {
	const random = dice(2);
	return Array.from({ length: count }, () => {
		const { id, text } = pick(passages, random);
		const words = [...new Set(text.match(word) ?? [])].filter((each) => each.length > 2 && !isStopWord(each.toLowerCase()));
		const asked = Array.from({ length: 4 + Math.floor(random() * 4) }, () => reworded(pick(words, random), random));
		const opening = pick(['what is the', 'who will', 'when did the', 'how many', 'is there a', 'tell me about the'], random);
		return { question: `${opening} ${asked.slice(0, 2).join(' ')} of the ${asked.slice(2).join(' and ')}`, passageId: id };
	});
}

function reworded(printed: string, random: () => number): string {
	const chance = random();
	if (chance < 0.1 && printed.length >= 6) return printed.slice(0, 3) + printed.charAt(4) + printed.charAt(3) + printed.slice(5);
	if (chance < 0.4 && /^[a-z]{4,}$/.test(printed)) return printed.endsWith('s') ? printed.slice(0, -1) : `${printed}s`;
	return printed.toLowerCase();
}

function followers(text: string): Map<string, string[]> {
	const words = text.match(word) ?? [];
	const follow = new Map<string, string[]>();
	for (const [at, each] of words.entries()) {
		const next = words[at + 1];
		if (next) follow.set(each, [...(follow.get(each) ?? []), next]);
	}
	return follow;
}

/** The made word of a rank drawn so that each is about as frequent as one over its rank. */
function strangeWord(random: () => number): string {
	let rank = Math.floor(strangeWords ** random());
	let made = pick(endings, () => (rank % endings.length) / endings.length);
	for (rank += 16; rank > 0; rank = Math.floor(rank / 16)) made = (syllables[rank % 16] ?? '') + made;
	return made;
}

function sentencesOf(words: readonly string[], random: () => number): string {
	const sentences: string[] = [];
	for (let at = 0; at < words.length; ) {
		const length = 8 + Math.floor(random() * 16);
		const sentence = words.slice(at, at + length).join(' ');
		sentences.push(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`);
		at += length;
	}
	return sentences.join(' ');
}

function pick<Item>(list: readonly Item[], random: () => number): Item {
	const item = list[Math.floor(random() * list.length)];
	if (item === undefined) throw new RangeError('Nothing to pick from');
	return item;
}
