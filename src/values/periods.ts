import type { Span } from '../text/span.js';
import { spanning } from './calendar-points.js';
import type { DateToken } from './date-tokens.js';
import type { CalendarPoint, DateMention, Saying } from './saying.js';

type Period = Omit<DateMention, 'phrase'>;

/** One of several periods, as far as it is printed; `from` and `to` number its tokens. */
interface Piece {
	readonly tokens: readonly DateToken[];
	readonly from: number;
	readonly to: number;
	readonly isRange: boolean;
}

const weekday = '(?:[Wa],?o*)?';
const year = '(?:,?o*Y)?';
const dayFirst = `${weekday}Do*(?:[Mm]${year})?(?:[-t]o*${weekday}Do*(?:[Mm]${year})?)?`;
const monthFirst = `${weekday}[Mm]o*D${year}(?:[-t]o*${weekday}(?:[Mm]o*)?D(?!o*[Mm])${year})?`;
const bare = `D[-t]o*D${year}`;
const styles = [
	{ first: new RegExp(dayFirst, 'y'), next: new RegExp(dayFirst, 'y') },
	{ first: new RegExp(monthFirst, 'y'), next: new RegExp(`${monthFirst}|${bare}`, 'y') },
] as const;
/** "and from", ", and again from", "; " */
const link = /(?:,?&|[,./])(?:x{0,2})(?:[fn]?o*)/y;
const again = /^(?:again|then|once|more|;|later)$/i;
const most = 12;

/**
 * Several periods in one breath ("3–7 May and 10–14 June 2024", "from 3 to 7 and from 10 to 14 June"), each by itself:
 * null where there are not two, or where one of them is no time that can be.
 */
export function periodsAt(
	tokens: readonly DateToken[],
	sorts: string,
	at: number,
): { readonly end: number; readonly periods: readonly Period[] } | null {
	for (const style of styles) {
		const pieces = piecesAt(tokens, sorts, at, style);
		const periods = pieces.length > 1 && pieces.some(({ isRange }) => isRange) ? datedPeriods(pieces) : null;
		if (periods) return { end: pieces.at(-1)?.to ?? at, periods };
	}
	return null;
}

function piecesAt(tokens: readonly DateToken[], sorts: string, at: number, { first, next }: (typeof styles)[number]): Piece[] {
	const pieces: Piece[] = [];
	for (let from = at; pieces.length < most; ) {
		const pattern = pieces.length === 0 ? first : next;
		pattern.lastIndex = from;
		const match = pattern.exec(sorts);
		if (!match) break;
		const to = from + match[0].length;
		pieces.push({ tokens: tokens.slice(from, to), from, to, isRange: /D.*D/.test(match[0]) });
		link.lastIndex = to;
		const joint = link.exec(sorts);
		if (!joint || !tokens.slice(to, to + joint[0].length).every(({ sort, text }) => !/[x.]/.test(sort) || again.test(text))) break;
		from = to + joint[0].length;
	}
	return pieces;
}

/** Each with the month that is printed nearest and with the year of those behind it; null where a piece stays without a month. */
function datedPeriods(pieces: readonly Piece[]): Period[] | null {
	const periods: Period[] = [];
	for (const [index, piece] of pieces.entries()) {
		const says = sayingOf(piece, pieces[index - 1], pieces.slice(index + 1));
		if (says === null) return null;
		periods.push({ ...spanOf(piece), precision: 'day', says });
	}
	return periods;
}

function sayingOf({ tokens, isRange }: Piece, before: Piece | undefined, behind: readonly Piece[]) {
	const months = monthsOf(tokens);
	// A day alone is one of several that are not told by themselves: "14 and 21 May".
	if (!isRange && months.length === 0) return null;
	const day = (side: 'find' | 'findLast') => tokens[side](({ sort }) => sort === 'D')?.value ?? null;
	const monthAfter = behind.flatMap((piece) => monthsOf(piece.tokens))[0];
	const monthFirst = before && /[Mm]/.test(before.tokens[0]?.sort ?? '') ? monthsOf(before.tokens).at(-1) : undefined;
	const month = months[0] ?? monthFirst ?? monthAfter ?? null;
	const last = months.at(-1) ?? month;
	const years = tokens.flatMap(({ sort, value }) => (sort === 'Y' ? [value] : []));
	if (month === null) return null;
	const dated = behind.find((piece) => yearIn(piece) !== null);
	const yearBehind = dated ? yearBefore(last, { year: yearIn(dated), month: monthsOf(dated.tokens)[0] ?? last }) : null;
	return spanning(
		{ year: years.length > 1 ? (years[0] ?? null) : yearBehind, month, day: day('find') },
		{ year: years.at(-1) ?? yearBehind, month: last, day: day('findLast') },
		null,
	);
}

/** "December and January 2025": the year of a month that the one behind it names. */
function yearBefore(month: number | null, { year, month: later }: Pick<CalendarPoint, 'year' | 'month'>): number | null {
	return year !== null && (month ?? 0) > (later ?? 12) ? year - 1 : year;
}

const nth = '(?:first|second|third|fourth|last|final|next|other)';
const part = '(?:phase|stage|part|leg|round|period|block|serial|session|half)';
/** What may stand between two periods of one breath, piece by piece. */
const pieces = [
	String.raw`[\s,;:/|+&–—()]`,
	String.raw`\([^()\d]{1,40}\)`,
	String.raw`(?:and|then|again|once\smore|as\swell\sas|plus|later|with|by|followed|both|the|a|in|on|at|off|from|between|during|ashore|afloat|sea|land)(?![\p{L}\p{N}])`,
	String.raw`(?:${nth}\s${part}|${part}(?:\s(?:\d|[IVX]{1,4}|one|two|three|four))?)(?![\p{L}\p{N}])`,
	// "in Latvia", "off the Hel Peninsula"
	String.raw`(?<=\b(?:in|at|off|near|the)\s)\p{Lu}[\p{L}’-]*(?:\s\p{Lu}[\p{L}’-]*){0,2}`,
];
const joined = new RegExp(`^(?:${pieces.join('|')}){1,16}$`, 'iu');

/** "in May and again in September 2019": dates without a year are of that which is printed behind them. */
export function withYearsBehind(text: string, found: readonly Period[]): Period[] {
	const dated: Period[] = [];
	for (const one of found.toReversed()) {
		const next = dated.at(-1);
		const says = next && joined.test(text.slice(one.end, next.start)) ? withYearOf(one.says, next.says) : one.says;
		dated.push({ ...one, says });
	}
	return dated.reverse();
}

function withYearOf(says: Saying, behind: Saying): Saying {
	if (says.kind !== 'calendar' || behind.kind !== 'calendar' || says.years !== null) return says;
	if (says.from.year !== null || says.to.year !== null || says.to.month === null) return says;
	const year = yearBefore(says.to.month, { year: behind.from.year ?? behind.to.year, month: behind.from.month });
	const over = (says.from.month ?? 0) > says.to.month ? 1 : 0;
	return { ...says, from: { ...says.from, year: year === null ? null : year - over }, to: { ...says.to, year } };
}

const monthsOf = (tokens: readonly DateToken[]): number[] => tokens.flatMap(({ sort, value }) => (/[Mm]/.test(sort) ? [value] : []));
const yearIn = ({ tokens }: Piece): number | null => tokens.find(({ sort }) => sort === 'Y')?.value ?? null;
const spanOf = ({ tokens }: Piece): Span => ({ start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 });
