import { isCapitalised, type NameWord } from '../text/name-words.js';
import { SHARED_HEADS } from './mention-words.js';
import type { NameIndex, NameMatch, NamesFound } from './name-index.js';

const LONGEST_PART = 3;
const AND = /^(?:\s*,)?\s*(?:(?:and|or|&)\s+)?$/;

/**
 * Names that share a noun: "the Baltic and South China Seas", "the Tsushima, Soya and Tsugaru straits", "the Gulfs of Oman and Aden".
 * A noun in the singular counts only where the word before it names nothing else ("the Black and Caspian Sea").
 */
export function sharedHeads<Named>(found: NamesFound<Named>, index: NameIndex<Named>): NameMatch<Named>[] {
	const { words } = found;
	const shared: NameMatch<Named>[] = [];
	for (let head = 0; head < words.length; head++) {
		const noun = SHARED_HEADS.get(words[head]?.folded ?? '');
		if (!noun) continue;
		const plural = noun !== words[head]?.folded || noun === 'islands';
		const parts = [...partsBefore(found, index, head, noun, plural), ...(plural ? partsAfter(found, index, head, noun) : [])];
		if (parts.length > 1) shared.push(...parts);
	}
	return shared;
}

function partsBefore<Named>(
	found: NamesFound<Named>,
	index: NameIndex<Named>,
	head: number,
	noun: string,
	plural: boolean,
): NameMatch<Named>[] {
	const parts: NameMatch<Named>[] = [];
	const { text, words, matches } = found;
	let end = head;
	for (;;) {
		const part = longestPart(words, end, (keys) => index.lookUp([...keys, noun]));
		const first = part && words[part.from];
		const last = words[parts.length === 0 ? head : end - 1];
		if (!part || !first || !last) break;
		const alone = matches.find((match) => match.from < end && match.to >= end);
		if (parts.length > 0 && alone && (!plural || alone.from < part.from)) break;
		parts.unshift({ ...part, start: first.start, end: last.end, to: parts.length === 0 ? head + 1 : end });
		const before = previousInList(text, words, part.from);
		if (before === undefined) break;
		end = before;
	}
	return parts;
}

function longestPart<Named>(words: readonly NameWord[], end: number, lookUp: (keys: readonly string[]) => readonly Named[]) {
	for (let size = LONGEST_PART; size > 0; size--) {
		const part = words.slice(Math.max(0, end - size), end);
		if (part.length < size || !part.every(isCapitalised)) continue;
		const named = lookUp(part.map((word) => word.folded));
		if (named.length > 0) return { from: end - size, named };
	}
	return undefined;
}

/** The index after the word that ends the list's previous item, when the words before `at` are a comma or "and". */
function previousInList(text: string, words: readonly NameWord[], at: number): number | undefined {
	const before = words[at - 1];
	const here = words[at];
	if (!before || !here) return undefined;
	const joined = before.folded === 'and' || before.folded === 'or';
	const last = joined ? words[at - 2] : before;
	if (!last) return undefined;
	const between = text.slice(last.end, here.start);
	return AND.test(between) && between.trim() !== '' ? (joined ? at - 1 : at) : undefined;
}

function partsAfter<Named>(found: NamesFound<Named>, index: NameIndex<Named>, head: number, noun: string): NameMatch<Named>[] {
	const { text, words } = found;
	const parts: NameMatch<Named>[] = [];
	if (words[head + 1]?.folded !== 'of') return parts;
	for (let from = head + 2; from < words.length; ) {
		if (words[from]?.folded === 'the') from++;
		const part = nextPart(words, from, (keys) => index.lookUp([noun, 'of', ...keys]));
		const first = words[parts.length === 0 ? head : from];
		const last = part && words[part.to - 1];
		if (!part || !first || !last || SHARED_HEADS.has(words[part.to]?.folded ?? '')) break;
		parts.push({ ...part, from: parts.length === 0 ? head : from, start: first.start, end: last.end });
		const joined = words[part.to]?.folded === 'and';
		const next = words[joined ? part.to + 1 : part.to];
		if (!next || !AND.test(text.slice(last.end, next.start)) || text.slice(last.end, next.start).trim() === '') break;
		from = joined ? part.to + 1 : part.to;
	}
	return parts;
}

function nextPart<Named>(words: readonly NameWord[], from: number, lookUp: (keys: readonly string[]) => readonly Named[]) {
	for (let size = LONGEST_PART; size > 0; size--) {
		const named = lookUp(words.slice(from, from + size).map((word) => word.folded));
		if (named.length > 0 && from + size <= words.length) return { to: from + size, named };
	}
	return undefined;
}
