import type { Document } from '../../corpus/document.js';
import { type Gazetteer, gazetteer, type Named } from '../../gazetteer/gazetteer.js';
import { EDITIONS, MODIFIERS, SERIES_NOUNS } from '../../gazetteer/name-cues.js';
import type { NamesFound } from '../../gazetteer/name-index.js';
import { type SeriesList, seriesList } from '../../gazetteer/series.js';
import { overlaps, type Span } from '../../text/span.js';
import { namesInCells } from '../layout/tables.js';
import { type Candidate, FoundNames } from './candidates.js';
import { coordinatedNames, repeatedNames, translations } from './derived-names.js';
import { withEditions } from './edition-numbers.js';
import { isToldAgain, listedNames } from './listed-names.js';
import { type NameMention, nameMentionAt, partsOfName } from './name-mention.js';
import { gapBefore, isSpace, type NameReading, readForNames } from './name-reading.js';
import { quotedNames } from './quoted-names.js';
import { shortNames, withShortNames } from './short-names.js';
import { newNames } from './unlisted-names.js';

export interface NameOptions {
	readonly series?: SeriesList;
	readonly in?: Gazetteer;
	/** For what people type: listed names in lower case count too. */
	readonly anyCase?: boolean;
}

const known = new WeakMap<Document, readonly NameMention[]>();

/** The names of exercises in a document: found once, and kept as long as the document is. */
export function namesOf(document: Document, whole?: NamesFound<Named>): readonly NameMention[] {
	const names =
		known.get(document) ??
		withShortNames(
			document,
			withCells(document, withEditions(document, whole ? namesAmong(whole) : findNames(document.text))),
		);
	known.set(document, names);
	return names;
}

/** With the names in the cells of a table that no words around them make one. */
function withCells(document: Document, names: readonly NameMention[]): readonly NameMention[] {
	const cells = namesInCells(document).filter((cell) => !names.some((name) => overlaps(name, cell)));
	return cells.length === 0
		? names
		: [
				...names,
				...withEditions(
					document,
					cells.map((cell) => nameMentionAt(document.text, cell)),
				),
			].sort((a, b) => a.start - b.start);
}

/** Says what the names of a document are, where more than the rules has been asked. */
export function rememberNames(document: Document, names: readonly NameMention[]): void {
	known.set(document, names);
}

/** Names of the series list that are ordinary words, and that nothing around them makes a name: a reader may confirm them. */
export function doubtfulNames({ text }: Document): NameMention[] {
	const reading = readForNames(gazetteer.names.find(text));
	return listedNames(reading, seriesList)
		.filter(({ sure }) => !sure)
		.map((name) => mentionOf({ reading, series: seriesList, name, sameAs: null }));
}

/**
 * The names of exercises in a text or a span of it, in order, never overlapping. Give it a whole document:
 * a name that one sentence makes plain ("Exercise Iron Wolf") is then found where it stands alone too.
 * Offsets point into the whole text.
 */
export function findNames(
	text: string,
	span: Span = { start: 0, end: text.length },
	options: NameOptions = {},
): NameMention[] {
	return namesAmong((options.in ?? gazetteer).names.find(text, span), span, options);
}

/** The same in a text whose names of the gazetteer are known already. */
function namesAmong(
	whole: NamesFound<Named>,
	span: Span = { start: 0, end: whole.text.length },
	{ series = seriesList, anyCase }: NameOptions = {},
): NameMention[] {
	const reading = readForNames(whole);
	const found = new FoundNames();
	const listed = listedNames(reading, series, anyCase);
	found.add(quotedNames(reading, series, span));
	found.add(listed.filter(({ sure }) => sure));
	const others = translations(reading, found);
	found.add(others);
	found.add(newNames(reading, found));
	const more = translations(reading, found);
	found.add(more);
	found.add(coordinatedNames(reading, found));
	found.add(listed.filter((name) => !name.sure && isToldAgain(reading, name, found)));
	found.add(repeatedNames(reading, found, span));
	found.add(shortNames(reading, series, found));
	const sameAs = new Map([...others, ...more].map((name) => [name.from, name.sameAs]));
	return found.all
		.sort((one, two) => one.from - two.from)
		.map((name) =>
			mentionOf({ reading, series, name, sameAs: reading.words[sameAs.get(name.from) ?? -1]?.start ?? null }),
		);
}

interface Found {
	readonly reading: NameReading;
	readonly series: SeriesList;
	readonly name: Candidate;
	readonly sameAs: number | null;
}

function mentionOf({ reading, series: list, name: candidate, sameAs }: Found): NameMention {
	const { text, words } = reading;
	const start = words[candidate.from]?.start ?? 0;
	const end = words[candidate.to - 1]?.end ?? start;
	const { series, ...name } = partsOfName(text.slice(start, end), list, candidate.series);
	const beside = name.year === null ? (yearBefore(reading, candidate.from) ?? yearBehind(text, end)) : null;
	return {
		start,
		end,
		key: name.key,
		series,
		year: name.year ?? beside,
		yearBasis: name.year !== null ? 'from the name' : beside !== null ? 'stated' : null,
		edition: name.edition,
		quoted: candidate.quoted ?? false,
		form: candidate.form,
		kind: candidate.operation ? 'operation' : (series?.kind ?? 'exercise'),
		wholeSeries: name.year === null && beside === null && isWholeSeries(reading, candidate),
		sameAs,
	};
}

/** "the 2024 edition of BALTOPS", "the June 2024 Exercise Iron Wolf", "the large manoeuvres of 2024, Iron Wolf". */
function yearBefore(reading: NameReading, from: number): number | null {
	const { words } = reading;
	let at = from - 1;
	if (
		gapBefore(reading, from) === ', ' &&
		words[at - 1]?.folded === 'of' &&
		reading.noun[at - 2] &&
		isYear(words[at]?.text ?? '')
	)
		return Number(words[at]?.text);
	if (words[at]?.folded === 'the') at--;
	if (words[at]?.folded === 'of') {
		at--;
		if (!EDITIONS.has(words[at]?.folded ?? '')) return null;
		at--;
	}
	while (from - at < mostBetween && isAttribute(reading, at)) at--;
	const year = words[at]?.text ?? '';
	return isYear(year) && isSpace(reading, at + 1) ? Number(year) : null;
}

/** Words between a year and a name: "the 2021 navy-led Iron Wolf". */
const mostBetween = 5;

/** A word that may stand between a year and the name that it belongs to. */
function isAttribute(reading: NameReading, at: number): boolean {
	const isHyphened = gapBefore(reading, at) === '-' || gapBefore(reading, at + 1) === '-';
	const word = reading.words[at]?.folded ?? '';
	const isGiven = reading.noun[at] === 1 || (MODIFIERS.has(word) && word !== 'and' && word !== 'of');
	return (isGiven && isSpace(reading, at + 1)) || (isHyphened && !/^\d/.test(word));
}

const isYear = (word: string): boolean => /^(?:19[4-9]|20[0-4])\d$/.test(word);

/** "“KAKADU” 2018", "Rim of the Pacific (RIMPAC) 2022", "BALTOPS LII (2023)". */
function yearBehind(text: string, end: number): number | null {
	const found =
		/^(?:[”"’»`]|\)|[”"’»`]? \([^()\d]{2,40}\)) ?[-–]?((?:19[4-9]|20[0-4])\d)(?!\d)|^ \(((?:19[4-9]|20[0-4])\d)\)/u.exec(
			text.slice(end, end + 60),
		);
	const year = found?.[1] ?? found?.[2];
	return year === undefined ? null : Number(year);
}

/** "MALABAR series", "Zapad (West) strategic exercise cycle". */
function isWholeSeries(reading: NameReading, { to }: Candidate): boolean {
	for (let at = to; at < to + 5 && isSpace(reading, at); at++) {
		const word = reading.words[at]?.folded ?? '';
		if (SERIES_NOUNS.has(word)) return true;
		if (!MODIFIERS.has(word) && !reading.noun[at]) return false;
	}
	return false;
}
