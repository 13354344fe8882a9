import type { Document } from '../../corpus/document.js';
import { asNumbered, fullYear, parseName } from '../../gazetteer/names.js';
import { matchesOf } from '../../text/matches.js';
import { ordinal, ordinalPattern } from '../../values/number-words.js';
import type { NameMention } from './name-mention.js';

/** What a document lets one know of the years that it may speak of. */
export interface YearsOf {
	/** The latest that it can be about: that of its publication, or the latest that it prints. */
	readonly latest: number | null;
	/** All that it prints. */
	readonly printed: ReadonlySet<number>;
	/** The places in a series that it tells: "the fifteenth of the series", "the 15th edition". */
	readonly editions: ReadonlySet<number>;
}

const year = /(?<!\d)(?:19[4-9]|20[0-4])\d(?!\d)/g;
const placeInSeries = new RegExp(
	`\\b(?<place>${ordinalPattern})\\s(?:(?:annual|consecutive|biennial|such)\\s)*(?:editions?|iterations?|instal?lments?|of\\s(?:the|its)\\s(?:series|kind))\\b`,
	'gi',
);
/** Exercises are named so many years ahead. */
const ahead = 2;
/** In a text without any year: two digits beyond it count editions. */
const latestUndated = 2030;

export function yearsOf({ text, sections }: Document): YearsOf {
	const printed = new Set(matchesOf(text, year).map(([digits]) => Number(digits)));
	const published = sections.flatMap(({ publishedOn }) => (publishedOn ? [Number(publishedOn.on.slice(0, 4))] : []));
	const known = published.length > 0 ? published : [...printed];
	const editions = new Set(
		matchesOf(text, placeInSeries).flatMap(({ groups }) => ordinal(groups?.['place'] ?? '') ?? []),
	);
	return { latest: known.length > 0 ? Math.max(...known) : null, printed, editions };
}

/**
 * Names with their two digits read as what they can be: those of a year, or the number of an edition ("BALTOPS 53",
 * "Balikatan 37"), where that year would lie far after the document, or before the series began.
 */
export function withEditions(document: Document, names: readonly NameMention[]): NameMention[] {
	let years: YearsOf | undefined;
	return names.map((name) => {
		const printed = document.text.slice(name.start, name.end);
		if (
			name.yearBasis !== 'from the name' ||
			name.year === null ||
			hasWholeYear(printed, name.year) ||
			/['’‘]\d\d$/u.test(printed)
		)
			return name;
		years ??= yearsOf(document);
		if (mayBeOf(name.year, name, printed, years)) return name;
		const numbered = asNumbered(parseName(printed));
		const other = numbered.year !== null && mayBeOf(numbered.year, name, printed, years) ? numbered.year : null;
		return { ...name, year: other, yearBasis: other === null ? null : name.yearBasis, edition: numbered.edition };
	});
}

const hasWholeYear = (printed: string, of: number): boolean => printed.includes(String(of));

function mayBeOf(
	of: number,
	{ series }: NameMention,
	printed: string,
	{ latest, printed: years, editions }: YearsOf,
): boolean {
	if (years.has(of)) return true;
	if (editions.has(of % 100)) return false;
	if (of > (latest === null ? latestUndated : latest + ahead)) return false;
	if (series?.since !== undefined) return of >= series.since;
	const old = of < fullYear('00');
	// Of another century only where the text is of it, or a hyphen ties the digits to the name as in "Zapad-81".
	return (
		!old ||
		latest === null ||
		latest < fullYear('00') ||
		/[-–‑/]\d\d$/u.test(printed) ||
		[...years].some((other) => other < fullYear('00'))
	);
}
