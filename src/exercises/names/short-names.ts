import { type Document, sectionAt, sentenceAt } from '../../corpus/document.js';
import { NameIndex } from '../../gazetteer/name-index.js';
import { parseName } from '../../gazetteer/names.js';
import type { SeriesList } from '../../gazetteer/series.js';
import { isCommonWord } from '../../reader/vocabulary.js';
import type { Candidate, FoundNames } from './candidates.js';
import { isOtherThing, isPartOfOther } from './counter-evidence.js';
import type { NameMention } from './name-mention.js';
import { isFree, isSpace, type NameReading, suffixOf } from './name-reading.js';

const shortestLoneName = 5;
const exerciseBefore = /\bexercises?[:,]?\s["“'‘«„]?$/i;
/** "Iron Wolf Bravo and Iron Wolf": told side by side, the two are no two forms of one name. */
const beside = /^[”"’»]?(?:,|,?\s(?:and|or|as\swell\sas|but|not|unlike|after|before))\s(?:the\s|exercise\s)?["“‘«]?$/i;

/**
 * The one name that a shorter one is the first words of; null where there is none, or where there are several that part
 * ("Silver Otter North", "Silver Otter South").
 */
export function fullNameOf(short: string, keys: readonly string[]): string | null {
	const fuller = keys.filter((key) => key.startsWith(`${short} `)).toSorted((a, b) => b.length - a.length);
	const [longest] = fuller;
	if (short === '' || longest === undefined) return null;
	return fuller.every((key) => key === longest || longest.startsWith(`${key} `)) ? longest : null;
}

/** Where a name that was printed in full stands again by its first words: "Brisk Wave" for "Exercise Brisk Wave Gold". */
export function shortNames(reading: NameReading, list: SeriesList, found: FoundNames): Candidate[] {
	const { text, words } = reading;
	const keyOf = (from: number, to: number): string => parseName(text.slice(words[from]?.start, words[to - 1]?.end)).key;
	const index = new NameIndex<Candidate>();
	const keys: string[] = [];
	for (const name of found.all) {
		if (name.series || name.form === 'listed' || name.form === 'translation') continue;
		const key = keyOf(name.from, name.to);
		keys.push(key);
		for (let to = name.from + 1; to < name.to; to++) {
			const short = keyOf(name.from, to);
			if (!key.startsWith(`${short} `) || !isSpace(reading, to) || !isFree(reading, to - 1)) continue;
			if (list.seriesOf(short) || (!short.includes(' ') && !isOwnWord(reading, name, short))) continue;
			index.add(text.slice(words[name.from]?.start, words[to - 1]?.end), name);
		}
	}
	if (keys.length === 0) return [];
	return index.findAmong(text, words).matches.flatMap(({ from, to, named: [first] }): Candidate[] => {
		if (!first || from < first.from || fullNameOf(keyOf(from, to), keys) === null) return [];
		const suffix = suffixOf(reading, to);
		const short: Candidate = { from, to: suffix.to, form: 'repeat', operation: first.operation ?? false };
		const other = isOtherThing(reading, from, suffix.to) || isPartOfOther(reading, from, suffix.to);
		return other || found.isTaken(short) ? [] : [short];
	});
}

/** A word that is nothing but a name's: behind "Exercise", no common word, and nowhere the second half of a name. */
function isOwnWord(reading: NameReading, { from }: Candidate, short: string): boolean {
	const { text, words } = reading;
	if (short.length < shortestLoneName || isCommonWord(short)) return false;
	if (!exerciseBefore.test(text.slice(Math.max(0, (words[from]?.start ?? 0) - 12), words[from]?.start))) return false;
	return !words.some(
		(word, at) =>
			word.folded === short &&
			(word.text === word.text.toLowerCase() || (at !== from && isPartOfOther(reading, at, at + 1) && !repeats(at))),
	);

	function repeats(at: number): boolean {
		return words[at + 1]?.folded === words[from + 1]?.folded;
	}
}

/** Names of a document, those by their first words alone filed under the name that their article prints in full. */
export function withShortNames(document: Document, names: readonly NameMention[]): NameMention[] {
	const bySection = grouped(names, ({ start }) => sectionAt(document, start)?.start ?? 0);
	const fullByName = new Map<NameMention, string>();
	for (const own of bySection.values()) {
		const byKey = grouped(
			own.filter(({ series }) => series === null),
			({ key }) => key,
		);
		const keys = [...byKey.keys()];
		for (const [key, short] of byKey) {
			const full = fullNameOf(key, keys);
			if (full !== null && isShort(document, short, byKey.get(full) ?? []))
				for (const name of short) fullByName.set(name, full);
		}
	}
	return names.map((name) => ({ ...name, key: fullByName.get(name) ?? name.key }));
}

/** The full name was printed first, and nothing parts the two. */
function isShort(document: Document, short: readonly NameMention[], full: readonly NameMention[]): boolean {
	const { text } = document;
	const introduced = full.some(({ start }) => exerciseBefore.test(text.slice(Math.max(0, start - 12), start)));
	if (short.some(({ key }) => !key.includes(' ')) && !introduced) return false;
	const first = short.find(({ start }) => sentenceAt(document, start)?.kind === 'prose');
	const isLater = first === undefined || full.some(({ start }) => start < first.start);
	const isBeside = (one: NameMention, other: NameMention): boolean =>
		other.start - one.end < 20 && beside.test(text.slice(one.end, other.start));
	return isLater && !short.some((one) => full.some((other) => isBeside(one, other) || isBeside(other, one)));
}

function grouped<Key>(names: readonly NameMention[], by: (name: NameMention) => Key): Map<Key, NameMention[]> {
	const groups = new Map<Key, NameMention[]>();
	for (const name of names) {
		const group = groups.get(by(name));
		if (group) group.push(name);
		else groups.set(by(name), [name]);
	}
	return groups;
}
