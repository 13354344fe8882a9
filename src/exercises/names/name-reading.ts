import type { Named } from '../../gazetteer/gazetteer.js';
import { BLOCS, EXERCISE_NOUNS, FOLLOWERS, HEADS, LEADING, MODIFIERS, NEVER } from '../../gazetteer/name-cues.js';
import type { NamesFound } from '../../gazetteer/name-index.js';
import { isAllCapitals, isCapitalised, type NameWord } from '../../text/name-words.js';
import type { Span } from '../../text/span.js';

/** A text made ready for the search for names: its words, and what is known of each. All indices are of words. */
export interface NameReading {
	readonly text: string;
	readonly words: readonly NameWord[];
	/** True for a word inside a name of the gazetteer: a country, a sea, a fleet. */
	readonly known: readonly boolean[];
	/** True for a word that says whose: a country, its government or its forces. */
	readonly nation: readonly boolean[];
	/** True for a word in a line printed with capitals throughout, where they say nothing. */
	readonly inTitle: readonly boolean[];
	/** The number of each word's sentence. */
	readonly sentence: readonly number[];
	/** How many words of the exercise noun that begins here: 0 for none. */
	readonly noun: readonly number[];
	/** Sentences that hold an exercise noun. */
	readonly aboutExercises: ReadonlySet<number>;
}

const SENTENCE_END = /[.!?…][)”"’'»]*\s|[\r\n。！？]|^[.!?…][)”"’'»]*$/u;
/** A line of a hard-wrapped block goes on in the next. */
const WRAPPED_LINE = 55;
const TITLE_SHARE = 0.8;
/** Words between a name and its exercise noun. */
const LONGEST_DESCRIPTION = 6;

export function readForNames({ text, words, matches }: NamesFound<Named>): NameReading {
	const known = new Array<boolean>(words.length).fill(false);
	for (const match of matches) known.fill(true, match.from, match.to);
	const nation = new Array<boolean>(words.length).fill(false);
	for (const match of matches) if (match.named.some(isNation)) nation.fill(true, match.from, match.to);
	const noun = words.map((_, at) => nounLength(words, at));
	const sentence: number[] = [];
	let current = 0;
	for (const [at, word] of words.entries()) {
		const before = words[at - 1];
		if (before && endsSentence(text, before, word)) current++;
		sentence.push(current);
	}
	const aboutExercises = new Set(sentence.filter((_, at) => noun[at]));
	return { text, words, known, nation, inTitle: titleWords(text, words), sentence, noun, aboutExercises };
}

const isNation = (named: Named): boolean =>
	named.is === 'actor' || named.is === 'role' || (named.is === 'place' && (named.place.kind === 'country' || named.how !== 'name'));

function nounLength(words: readonly NameWord[], at: number): number {
	const first = words[at]?.folded ?? '';
	if (NOUN_BEGINNINGS.has(first) && EXERCISE_NOUNS.has(`${first} ${words[at + 1]?.folded}`)) return 2;
	return EXERCISE_NOUNS.has(first) ? 1 : 0;
}

/** "war" of "war games". */
const NOUN_BEGINNINGS: ReadonlySet<string> = new Set(
	[...EXERCISE_NOUNS].flatMap((noun) => (noun.includes(' ') ? [noun.split(' ')[0] ?? ''] : [])),
);

function endsSentence(text: string, before: NameWord, word: NameWord): boolean {
	if (before.end + 1 >= word.start) return false;
	const gap = text.slice(before.end, word.start);
	if (!SENTENCE_END.test(gap)) return false;
	return !isWrap(text, before, word) && (/[!?…\n]/.test(gap) || (isCapitalised(word) && before.text.length > 2));
}

/** True when only the end of a wrapped line parts two words. */
function isWrap(text: string, before: NameWord, word: NameWord): boolean {
	if (!/^ ?\r?\n ?$/.test(text.slice(before.end, word.start))) return false;
	return before.end - text.lastIndexOf('\n', before.end - 1) > WRAPPED_LINE;
}

/** Words of lines in title case or capitals: at least four long words, nearly all with a capital, and no full stop at the end. */
function titleWords(text: string, words: readonly NameWord[]): boolean[] {
	const inTitle: boolean[] = [];
	for (let from = 0; from < words.length; ) {
		let to = from + 1;
		while (to < words.length && !text.slice(words[to - 1]?.end, words[to]?.start).includes('\n')) to++;
		const long = words.slice(from, to).filter(({ text }) => text.length > 3 && /\p{L}/u.test(text));
		const capital = long.filter(isCapitalised).length;
		const open = text.charAt(words[to - 1]?.end ?? 0) !== '.';
		const title = open && to - from < 30 && long.length > 3 && capital >= long.length * TITLE_SHARE;
		for (let at = from; at < to; at++) inTitle.push(title);
		from = to;
	}
	return inTitle;
}

/** What stands between a word and the one before it, without Markdown's marks of emphasis ("called **Iron Wolf**"); an underscore joins words as a space does. */
export function gapBefore({ text, words }: NameReading, at: number): string {
	const gap = text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? text.length);
	if (gap === '_') return ' ';
	return gap.length > 1 && gap.includes('*') ? gap.replaceAll('*', '') : gap;
}

/** True when two neighbours may belong to one name. */
export function belongTogether(reading: NameReading, at: number): boolean {
	const before = reading.words[at - 1];
	const word = reading.words[at];
	if (!before || !word) return false;
	return /^(?: |[-–‑/]| ?[/–] ?|’|')$/u.test(gapBefore(reading, at)) || isWrap(reading.text, before, word);
}

export const isSpace = (reading: NameReading, at: number): boolean => {
	const before = reading.words[at - 1];
	const word = reading.words[at];
	return gapBefore(reading, at) === ' ' || (before !== undefined && word !== undefined && isWrap(reading.text, before, word));
};

/** Index after the year, edition or number that follows a name ending before `to`; `to` itself when none does. */
export interface Suffix {
	readonly to: number;
	/** `four`: a whole year; `two`: its last digits; `number`: an edition's. */
	readonly is: 'four' | 'two' | 'number' | null;
	/** True when a hyphen, an apostrophe or nothing ties it to the name. */
	readonly tied: boolean;
}

const FOUR_DIGITS = /^(?:19[4-9]|20[0-4])\d[A-C]?$/;

/** Reads what follows a name: "-2024", " 2022", "-17", " ’24", " 24-1", "-2024A", " LXV", "-VI". */
export function suffixOf(reading: NameReading, to: number): Suffix {
	const none: Suffix = { to, is: null, tied: false };
	const word = reading.words[to];
	const gap = gapBefore(reading, to);
	if (!word || !/^(?: ?[-–—‑/_.·・] ?| ?['’‘]|\s|)$/u.test(gap) || gap === '.') return none;
	if (gap === '\n' && !isSpace(reading, to)) return none;
	const tied = /[-–‑/'’‘]/u.test(gap) || gap === '';
	const spaced = isSpace(reading, to);
	if (FOUR_DIGITS.test(word.text) && (tied || spaced)) {
		const letter = reading.words[to + 1];
		const lettered = letter && /^[A-C]$/.test(letter.text) && /^[- ]$/.test(gapBefore(reading, to + 1)) && !FOUR_DIGITS.test(letter.text);
		const moreYears = letter && gapBefore(reading, to + 1) === '-' && /^\d\d$/.test(letter.text);
		return { to: to + (lettered || moreYears ? 2 : 1), is: 'four', tied };
	}
	if (/^\d{1,2}$/.test(word.text) && (tied || spaced)) {
		const next = reading.words[to + 1];
		const nextTied = next && /^[-/]$/.test(gapBefore(reading, to + 1));
		if (nextTied && FOUR_DIGITS.test(next.text)) return { to: to + 2, is: 'four', tied };
		if (nextTied && /^\d{1,2}$/.test(next.text)) return { to: to + 2, is: 'two', tied };
		if (nextTied || (!tied && !standsAlone(reading, to))) return none;
		return { to: to + 1, is: word.text.length === 2 ? 'two' : 'number', tied };
	}
	if (/^1[34]\d\d$/.test(word.text) && (tied || (spaced && standsAlone(reading, to)))) return { to: to + 1, is: 'number', tied };
	const numeral = /^[IVXLC]+$/.test(word.text) && (word.text.length > 1 || gap === '-' || (word.text === 'I' && endsPhrase(reading, to)));
	if (numeral && (tied || spaced)) return { to: to + 1, is: 'number', tied };
	return none;
}

/** "Cobra Gold 24 began", never "Cobra Gold 24 aircraft" or "24,000". */
function standsAlone(reading: NameReading, at: number): boolean {
	const { text, words } = reading;
	const after = words[at + 1];
	const gap = gapBefore(reading, at + 1);
	if (!after) return true;
	if (/^[,.]\d/.test(text.slice(words[at]?.end))) return false;
	if (gap !== ' ') return !/^[-–%]/.test(gap);
	return FOLLOWERS.has(after.folded) || MODIFIERS.has(after.folded) || (reading.noun[at + 1] ?? 0) > 0;
}

/** "Mosi I, held in …", "Mosi I was": never "after Mosi I went". */
const endsPhrase = (reading: NameReading, at: number): boolean =>
	/^[”"’)]?[,.;:)]/.test(gapBefore(reading, at + 1)) || /^(?:was|in|took|and)$/.test(reading.words[at + 1]?.folded ?? '');

/** Index of the exercise noun that follows a name, over words like "naval", "Russian" and "large-scale": -1 for none. */
export function nounAfter(reading: NameReading, to: number): number {
	for (let at = to; at < to + LONGEST_DESCRIPTION && at < reading.words.length; at++) {
		const gap = gapBefore(reading, at);
		if (!(isSpace(reading, at) || (at > to && gap === '-') || (at === to && /^[”"’'»)]{0,2} $/u.test(gap)))) return -1;
		if (reading.noun[at]) return at;
		if (!MODIFIERS.has(reading.words[at]?.folded ?? '') && !reading.nation[at]) return -1;
	}
	return -1;
}

/** The index behind a bracket that follows a name; `to` itself when none does. */
export function overBracket(reading: NameReading, to: number): number {
	const start = reading.words[to - 1]?.end ?? 0;
	const bracket = /^[”"’»]? ?\([^()\n]{1,60}\)/u.exec(reading.text.slice(start, start + 70));
	if (!bracket) return to;
	let at = to;
	while ((reading.words[at]?.start ?? Infinity) < start + bracket[0].length) at++;
	return at;
}

export const nounLengthAt = (reading: NameReading, at: number): number => reading.noun[at] ?? 0;

/** True for a word that can make a name one's own: no country, no "Joint", no "Navy", no bloc. */
export function isFree(reading: NameReading, at: number): boolean {
	const word = reading.words[at];
	if (!word || reading.known[at] || word.text.length < 3) return false;
	const { folded } = word;
	return !LEADING.has(folded) && !MODIFIERS.has(folded) && !BLOCS.has(folded) && !HEADS.has(folded) && !NEVER.has(folded);
}

/** A quotation on one line, without its marks and without a comma or full stop at its end. */
export function quotations(text: string, span: Span): Span[] {
	const found: Span[] = [];
	for (const [opening, marks] of QUOTATION_MARKS) {
		if (!text.includes(opening)) continue;
		marks.lastIndex = span.start;
		for (let match = marks.exec(text); match && match.index < span.end; match = marks.exec(text)) {
			const [whole, inside = ''] = match;
			const words = inside.replace(/[\s,.;:]+$/u, '');
			const start = match.index + whole.length - inside.length - 1;
			if (words && start + words.length <= span.end) found.push({ start, end: start + words.length });
		}
	}
	return found;
}

const QUOTATION_MARKS: readonly (readonly [string, RegExp])[] = [
	['“', /“([^“”\n]{2,90})”/gu],
	['"', /(?<=^|[\s([—–-])"([^"\n]{2,90})"/gmu],
	['«', /«([^«»\n]{2,90})»/gu],
	['„', /„([^„“”\n]{2,90})[“”]/gu],
	['‘', /(?<=^|[\s([—–-])[‘]([^‘\n]{2,90}?)’(?![\p{Lu}\p{Ll}])/gmu],
	["'", /(?<=^|[\s([—–-])'([^'\n]{2,90}?)'(?!\p{L})/gmu],
	['「', /「([^「」\n]{2,40})」/gu],
	['『', /『([^『』\n]{2,40})』/gu],
	['《', /《([^《》\n]{2,40})》/gu],
];

export const isShouted = (word: NameWord | undefined): boolean => word !== undefined && isAllCapitals(word) && word.text.length > 3;
