import { isAllCapitals, isCapitalised, type NameWord, nameWords } from '../text/name-words.js';
import type { Span } from '../text/span.js';
import { GENERIC_WORDS, LOWER_CASE_WORDS } from './mention-words.js';

/** A name as a data file prints it, and what it names. */
interface Entry<Named> {
	readonly named: Named;
	/** "ROK", "US": found in capitals only. */
	readonly initialism: boolean;
	/** "Sino-": found before a hyphen only. */
	readonly prefix: boolean;
	/** "troops": a common noun, found in any case. */
	readonly common: boolean;
}

interface Node<Named> {
	readonly next: Map<string, Node<Named>>;
	readonly entries: Entry<Named>[];
}

/** A name found in a text: everything that it may name, in the order of the data. */
export interface NameMatch<Named> extends Span {
	/** Index of its first word among the text's words, and of the word after its last. */
	readonly from: number;
	readonly to: number;
	readonly named: readonly Named[];
}

/** The words of a text and the names among them. */
export interface NamesFound<Named> {
	readonly text: string;
	readonly words: readonly NameWord[];
	readonly matches: readonly NameMatch<Named>[];
}

const LONGEST_INITIALISM = 6;
const newNode = <Named>(): Node<Named> => ({ next: new Map(), entries: [] });

/** All names by their words, for one pass over a text. */
export class NameIndex<Named> {
	readonly #root = newNode<Named>();

	/** `common`: a common noun, found in any case; by itself, for a name in lower case. */
	add(name: string, named: Named, common = name === name.toLowerCase() && name !== name.toUpperCase()): void {
		const words = nameWords(name);
		let node = this.#root;
		for (const word of words) {
			const next = node.next.get(word.folded) ?? newNode<Named>();
			node.next.set(word.folded, next);
			node = next;
		}
		const [only, second] = words;
		node.entries.push({
			named,
			initialism: only !== undefined && !second && isAllCapitals(only) && only.text.length <= LONGEST_INITIALISM,
			prefix: name.endsWith('-'),
			common,
		});
	}

	/** What a whole name names, whatever its case. */
	lookUp(keys: readonly string[]): readonly Named[] {
		let node: Node<Named> | undefined = this.#root;
		for (const key of keys) node = node?.next.get(key);
		return (node?.entries ?? []).filter((entry) => !entry.prefix).map((entry) => entry.named);
	}

	/**
	 * The longest names of a text, left to right; where two overlap, the one of more words ("the North Sea of Japan" holds the Sea of Japan).
	 * `anyCase` is for what people type: names count in lower case too, but for those that are ordinary words then.
	 */
	find(text: string, span?: Span, anyCase = false): NamesFound<Named> {
		return this.findAmong(text, nameWords(text, span), anyCase);
	}

	/** The same among words that are known already. */
	findAmong(text: string, words: readonly NameWord[], anyCase = false): NamesFound<Named> {
		const matches: NameMatch<Named>[] = [];
		for (let at = 0; at < words.length; ) {
			let match = this.#longestAt(text, words, at, anyCase);
			if (!match) {
				at++;
				continue;
			}
			for (let later = at + 1; later < match.to; later++) {
				const rival = this.#longestAt(text, words, later, anyCase);
				if (rival && rival.to > match.to && rival.to - rival.from > match.to - match.from) match = rival;
			}
			matches.push(match);
			at = match.to;
		}
		return { text, words, matches };
	}

	/** What `find` gives for a span of a text that was searched whole. */
	within(whole: NamesFound<Named>, span: Span): NamesFound<Named> {
		const { text } = whole;
		const first = firstIn(whole.words, ({ start }) => start >= span.start);
		const words = whole.words.slice(
			first,
			firstIn(whole.words, ({ start }) => start >= span.end),
		);
		const last = first + words.length;
		const matches: NameMatch<Named>[] = [];
		for (let at = firstIn(whole.matches, ({ to }) => to > first); at < whole.matches.length; at++) {
			const match = whole.matches[at];
			if (!match || match.from >= last) break;
			// A name over the border of the span is none in it, but a part of it may be.
			if (match.from < first || match.to > last) return this.findAmong(text, words);
			matches.push({ ...match, from: match.from - first, to: match.to - first });
		}
		return { text, words, matches };
	}

	#longestAt(text: string, words: readonly NameWord[], from: number, anyCase: boolean): NameMatch<Named> | undefined {
		let node: Node<Named> | undefined = this.#root;
		let longest: NameMatch<Named> | undefined;
		for (let at = from; at < words.length; at++) {
			const word = words[at];
			if (!word) break;
			node = node.next.get(word.folded);
			if (!node) break;
			const before = at > from ? words[at - 1] : undefined;
			if (before && !joins(text, before, word)) break;
			if (node.entries.length === 0) continue;
			const printed = words.slice(from, at + 1);
			const named = node.entries.filter((entry) => fits(entry, text, printed, anyCase)).map((entry) => entry.named);
			const [first] = printed;
			if (named.length > 0 && first) longest = { start: first.start, end: word.end, from, to: at + 1, named };
		}
		return longest;
	}
}

/** Index of the first item of a list that passes a test which all behind it pass too. */
function firstIn<Item>(items: readonly Item[], passes: (item: Item) => boolean): number {
	let [low, high] = [0, items.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		const item = items[middle];
		if (item !== undefined && passes(item)) high = middle;
		else low = middle + 1;
	}
	return low;
}

const GAP = /^[\s\-–‑'’‘./·・_]{0,3}$/u;

/** True when two words may belong to one name: nothing but white space, a hyphen, an apostrophe or an abbreviation's full stop between them. */
function joins(text: string, before: NameWord, after: NameWord): boolean {
	if (before.end === after.start) return true;
	const gap = text.slice(before.end, after.start);
	if (gap === ' ') return true;
	if (!GAP.test(gap) || /\n\s*\n/.test(gap)) return false;
	return !gap.includes('.') || before.text.length <= 3;
}

function fits(entry: Entry<unknown>, text: string, words: readonly NameWord[], anyCase: boolean): boolean {
	const last = words.at(-1);
	if (!last) return false;
	if (entry.prefix && !/[-–‑]/.test(text.charAt(last.end))) return false;
	if (entry.common) return true;
	if (entry.initialism && words.every(isAllCapitals)) return true;
	if (entry.initialism) return anyCase && words.every((word) => word.text === word.text.toLowerCase());
	if (anyCase) return true;
	const own = words.filter((word) => !GENERIC_WORDS.has(word.folded));
	return (own.length > 0 ? own : words).every((word) => isCapitalised(word) || PARTICLES.has(word.folded));
}

/** Small words inside names that keep their lower case: "Bab el-Mandeb", "Rio de la Plata". */
const PARTICLES: ReadonlySet<string> = new Set('of the and s el al de la le du des da do for a d ni e i w in am on an'.split(' '));

/** True for a name printed in lower case that is an ordinary word then: "us", "turkey". */
export function isOrdinaryWord(words: readonly NameWord[]): boolean {
	const [only, second] = words;
	return only !== undefined && !second && only.text === only.text.toLowerCase() && LOWER_CASE_WORDS.has(only.folded);
}
