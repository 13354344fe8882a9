import type { Span } from '../text/span.js';
import { dateWord } from './date-words.js';
import { inLowerCase, type Lexeme, lexemeAt, wordAt } from './lexemes.js';
import { ordinal } from './number-words.js';
import { paragraphBreak } from './plain-text.js';
import type { CalendarPoint, Part } from './saying.js';

/**
 * A word, number or sign of a date. `sort` is the letter that the forms of dates are written with (`date-forms.ts`):
 * D day · M month · m month of another language · Y year · y year long past · S years ("2023-24") · P whole date in numbers · p one without its year ·
 * C Chinese, Japanese or Korean month and day · R year and month · A date in numbers that may be read in two ways ·
 * W weekday · V "Fridays" · a weekday that counts only beside a date · G "Good Friday" · E "every" ·
 * - dash · t "to" · T "to" of a move · 1 "a" · & "and" · | "or" · / slash · f "from" · b "between" · i "inclusive" ·
 * o what says nothing ("of the") · e "evening" · h time of day · , comma · ( bracket · . full stop ·
 * n "in" · N "for" · s "this", "last" or "next" · g "year" · u "week" · q "the end of" · z season · r a numeral that is a month only in its date · Q quarter · F fiscal year · K "the week of" · x anything else
 */
export interface DateToken extends Span {
	sort: string;
	readonly text: string;
	readonly value: number;
	readonly point?: CalendarPoint;
	readonly parts?: readonly [Part, Part];
}

const partNames: Readonly<Record<string, Part>> = {
	early: 'early',
	beginning: 'early',
	start: 'early',
	mid: 'mid',
	middle: 'mid',
	late: 'late',
	end: 'late',
};

type Groups = Lexeme['groups'];
type Read = Omit<DateToken, 'start' | 'end' | 'text'>;

/** The tokens of a plain text, in order. */
export function dateTokens(text: string): DateToken[] {
	const tokens: DateToken[] = [];
	const lower = inLowerCase(text);
	for (let at = 0; at < text.length; ) {
		const found = lexemeAt(lower, at);
		if (!found) {
			at++;
			continue;
		}
		const titled = found.kind === 'newspaper' || found.kind === 'named_day';
		const { kind, groups, printed: read } = titled && !isTitled(text.slice(at, at + found.printed.length)) ? wordAt(lower, at) : found;
		const whole = text.slice(at, at + read.length);
		const printed = kind === 'word' ? withPoint(text, at, firstWord(whole)) : whole;
		tokens.push({ ...tokenOf(kind, groups, printed), start: at, end: at + printed.trimEnd().length, text: printed });
		at += printed.length;
	}
	return tokens;
}

/** "the Sunday Times" and "Good Friday", not "Tuesday night" and "a great Saturday" */
function isTitled(printed: string): boolean {
	return !/(?:^|\s)\p{Ll}/u.test(printed.replace(/\s(?:on|of)\s/g, ' '));
}

const other: Read = { sort: 'x', value: 0 };

/** "Sept-Oct" and "SEP24" are two; "F-16" and "Ocean-2024" are one, and "Septem-ber" is one over a line's end. */
function firstWord(printed: string): string {
	const [first = printed] = /^[\p{L}\p{M}]+/u.exec(printed) ?? [];
	if (first === printed || !dateWord(first)) return printed;
	return dateWord(printed.replace('-', '')) || /^[-’'‐]?\p{L}$/u.test(printed.slice(first.length)) ? printed : first;
}

/** "Sept. 14", "Fri. 13": the point of a short form, where it ends no sentence. */
function withPoint(text: string, at: number, word: string): string {
	const end = at + word.length;
	return text[end] === '.' &&
		/^[Mmakg1r]$/.test(dateWord(word)?.sort ?? '') &&
		/^\.(?:\s?[\d\p{Ll}'’(]|\s?\p{Pd}|,|\s\p{Lu}\p{Ll}+\.?\s\d)/u.test(text.slice(end, end + 20))
		? `${word}.`
		: word;
}

function tokenOf(kind: Lexeme['kind'], groups: Groups, printed: string): Read {
	switch (kind) {
		case 'year_first':
			return { sort: 'P', value: 0, point: point(groups['y1'], groups['m1'], groups['d1']) };
		case 'day_first':
			return dayFirst(groups);
		case 'day_month':
			return { sort: 'p', value: 0, point: point(undefined, groups['m3'], groups['d3']) };
		case 'han_date':
			return { sort: groups['y4'] ? 'P' : 'C', value: 0, point: point(groups['y4'], groups['m4'], groups['d4']) };
		case 'han_month':
			return { sort: 'R', value: 0, point: point(groups['y5'], groups['m5'], undefined) };
		case 'han_range':
			return { sort: /[まで까지]/.test(printed) ? 'i' : 't', value: 0 };
		case 'han_day':
		case 'military':
		case 'day':
		case 'day_word':
			return { sort: 'D', value: groups['w9'] ? (ordinal(groups['w9']) ?? 0) : Number(groups['d5'] ?? groups['d6'] ?? groups['d9']) };
		case 'clock':
			return { sort: 'h', value: 0 };
		case 'fiscal':
		case 'quarters':
			return { sort: 'F', value: 0 };
		case 'quarter':
			return { sort: 'Q', value: quarterOf(printed) };
		case 'years':
			return years(groups);
		case 'year':
			return yearOf(printed, groups['y8']);
		case 'named_day':
			return { sort: 'G', value: 0 };
		case 'to':
			return { sort: 't', value: 0 };
		case 'part':
			return { sort: 'q', value: 0, parts: partsOf(printed) };
		case 'around':
			return { sort: 'K', value: 0 };
		case 'word':
			return wordOf(printed);
		case 'dash':
			return { sort: '-', value: 0 };
		case 'sign':
			return { sort: signOf(printed), value: 0 };
		default:
			return other;
	}
}

function point(year: string | undefined, month: string | undefined, day: string | undefined): CalendarPoint {
	const number = (digits: string | undefined) => (digits === undefined ? null : Number(digits));
	return { year: number(year), month: number(month), day: number(day) };
}

/** "9/10/2024" is a day of September in some countries, and of October in others. */
function dayFirst({ d2, s2, m2, y2 = '' }: Groups): Read {
	const year = y2.length === 2 ? `20${y2}` : y2;
	const [first, second] = [Number(d2), Number(m2)];
	if (first > 31 || second > 31 || (first > 12 && second > 12) || first === 0 || second === 0) return other;
	// "24-06-12" may begin with its year.
	if (y2.length === 2 && s2 === '-') return { sort: 'A', value: 0 };
	if (s2 === '.' || first > 12 || first === second) return second > 12 ? other : { sort: 'P', value: 0, point: point(year, m2, d2) };
	if (second > 12) return { sort: 'P', value: 0, point: point(year, d2, m2) };
	return { sort: 'A', value: 0 };
}

function quarterOf(printed: string): number {
	const digit = /[1-4]/.exec(printed);
	if (digit) return Number(digit[0]);
	return ['first', 'second', 'third', 'fourth'].findIndex((name) => printed.toLowerCase().includes(name)) + 1 || 4;
}

function years({ y7 = '', s7 = '', e7 = '' }: Groups): Read {
	const next = Number(e7) === (Number(y7) + 1) % 100;
	const isMonth = s7 === '-' && Number(e7) >= 1 && Number(e7) <= 12;
	if (next && isMonth) return { sort: 'A', value: 0 };
	if (isMonth) return { sort: 'R', value: 0, point: point(y7, e7, undefined) };
	return Number(e7) > Number(y7) % 100 ? { sort: 'S', value: Number(y7), point: point(y7.slice(0, 2) + e7, undefined, undefined) } : other;
}

function yearOf(printed: string, short: string | undefined): Read {
	const value = short ? 2000 + Number(short) : Number(printed);
	return { sort: value >= 1900 && value < 2100 ? 'Y' : 'y', value };
}

function partsOf(printed: string): readonly [Part, Part] {
	const lower = printed.toLowerCase();
	if (/first\shalf/.test(lower)) return ['first half', 'first half'];
	if (/(?:second|latter)\shalf/.test(lower)) return ['second half', 'second half'];
	if (/^by\s/.test(lower)) return ['by the end', 'by the end'];
	const named = lower.match(/early|beginning|start|middle|mid|late|end/g) ?? [];
	const first = partNames[named[0] ?? ''] ?? 'whole';
	return [first, partNames[named[1] ?? ''] ?? first];
}

/** "may" and "march" in lower case are months only where the words beside them say so: k. */
function wordOf(withPoint: string): Read {
	const printed = withPoint.replace(/\.$/, '');
	const joined = /^\p{L}+-\p{Ll}+$/u.test(printed) ? printed.replace('-', '') : printed;
	const word = dateWord(printed.replace(/-$/, '')) ?? (joined === printed ? undefined : dateWord(joined));
	if (!word) return other;
	if (word.sort === 'M' && /^(?:may|march|mar)$/.test(printed)) return { sort: 'k', value: word.value };
	if (word.sort === 'r' && printed !== printed.toUpperCase()) return other;
	if (word.sort === 'a' && /^\p{Ll}{3}$/u.test(printed)) return other;
	if (word.sort === '|' || word.sort === 'o' || word.sort === '1') return { sort: word.sort, value: 0 };
	return word;
}

function signOf(printed: string): string {
	if (printed === paragraphBreak) return 'x';
	if (/[,/]/.test(printed)) return printed;
	if (/[()（）]/.test(printed)) return '(';
	if (/[&+]/.test(printed)) return '&';
	return /[.;:!?]/.test(printed) ? '.' : 'x';
}
