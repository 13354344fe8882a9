import type { Span } from '../text/span.js';
import { anyMonth, dateWord, dateWords, englishMonth, weekdayName } from './date-words.js';
import { ordinal, ordinalPattern } from './number-words.js';
import { paragraphBreak } from './plain-text.js';
import type { CalendarPoint, Part } from './saying.js';

/**
 * A word, number or sign of a date. `sort` is the letter that the forms of dates are written with (`date-forms.ts`):
 * D day · M month · m month of another language · Y year · y year long past · S years ("2023-24") · P whole date in numbers · p one without its year ·
 * C Chinese, Japanese or Korean month and day · R year and month · A date in numbers that may be read in two ways ·
 * W weekday · V "Fridays" · a weekday that counts only beside a date · G "Good Friday" · E "every" ·
 * - dash · t "to" · T "to" of a move · 1 "a" · & "and" · | "or" · / slash · f "from" · b "between" · i "inclusive" ·
 * o what says nothing ("of the") · e "evening" · h time of day · , comma · ( bracket · . full stop ·
 * n "in" · N "for" · s "this", "last" or "next" · g "year" · u "week" · q "the end of" · z season · Q quarter · F fiscal year · K "the week of" · x anything else
 */
export interface DateToken extends Span {
	sort: string;
	readonly text: string;
	readonly value: number;
	readonly point?: CalendarPoint;
	readonly parts?: readonly [Part, Part];
}

const dash = '(?:--+|\\.\\.+|…|→|~|\\p{Pd}|−|∼|〜|～|÷)';
const dayNumber = '(?:3[01]|[12]\\d|0?[1-9])';
const ordinalEnd = '(?:st|nd|rd|th|er|º|ª|-?(?:го|е|й))(?![\\p{L}\\p{N}])';
const season = 'spring|summer|autumn|fall|winter';

/** In this order: the first that matches at a place is taken. */
const kinds = {
	year_first: `(?<y1>[12]\\d{3})(?<s1>[-./])(?<m1>0?[1-9]|1[0-2])\\k<s1>(?<d1>${dayNumber})(?:T[\\d:.]+(?:Z|[+-]\\d\\d:?\\d\\d)?)?(?!\\d)`,
	day_first: `(?<d2>\\d{1,2})(?<s2>[./-])(?<m2>\\d{1,2})\\k<s2>(?<y2>(?:19|20)\\d\\d|(?<=\\d\\d.\\d\\d.)\\d\\d)(?![\\p{L}\\d]|[.,]\\d)`,
	day_month: `(?<d3>${dayNumber})\\.(?<m3>0?[1-9]|1[0-2])(?:\\.(?=\\s?(?:${dash}|[\\p{L}]))|(?=\\s?${dash}\\s?\\d{1,2}\\.\\d{1,2}\\.\\d{4}))`,
	han_date: `(?:(?<y4>[12]\\d{3})\\s?[年년]\\s?)?(?<m4>1[0-2]|0?[1-9])\\s?[月월]\\s?(?<d4>${dayNumber})\\s?[日号號일]`,
	han_month: `(?<y5>[12]\\d{3})\\s?[年년]\\s?(?<m5>1[0-2]|0?[1-9])\\s?[月월]`,
	han_day: `(?<d5>${dayNumber})\\s?[日号號일]`,
	han_range: '[至到]|から|부터|まで|까지',
	military: `(?<d6>${dayNumber})(?:[01]\\d|2[0-3])[0-5]\\d(?:[A-Z](?![A-Za-z])|[A-Z]?(?=\\s?(?:${englishMonth})))`,
	clock: `(?:[01]?\\d|2[0-4])[:.][0-5]\\d(?::[0-5]\\d)?\\s?(?:[ap]\\.?m\\b\\.?|hours|hrs|h\\b|GMT|UTC|Z\\b|local\\stime)|(?:[01]?\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d)?|\\d{1,2}\\s?[ap]\\.?m\\b\\.?|[0-2]\\d[0-5]\\d\\s?(?:hours|hrs|h|GMT|UTC|Z|local)\\b|[01]\\d[0-5]\\d(?=\\s(?:on\\s)?\\d{1,2}\\s(?:${englishMonth}))`,
	amount: '[$€£¥]\\s?\\d[\\d,.]*|\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+\\.\\d+|\\d+\\s?%',
	fiscal: `FY\\s?[’']?(?:\\d{4}|\\d\\d)(?:[-/–]\\d{2,4})?(?!\\d)|(?:(?:fiscal|financial)(?:\\syear)?|(?:budget|academic|school|training)\\syear)\\s\\d{4}(?:[-/–]\\d{2,4})?(?!\\d)`,
	quarters: '(?:the\\s)?(?:first|second|third|fourth)\\s(?:and|to|or)\\s(?:the\\s)?(?:second|third|fourth|last)\\squarters?',
	quarter: `Q[1-4](?!\\d)|[1-4]Q(?!\\p{L})|(?:the\\s)?(?:first|second|third|fourth|last|final|1st|2nd|3rd|4th)\\squarter`,
	years: '(?<y7>(?:19|20)\\d\\d)(?<s7>\\s?[-–/]\\s?)(?<e7>\\d\\d)(?![\\p{L}\\d])',
	year: `[12]\\d{3}(?![\\d\\p{L}]|[.,:]\\d)|[12]\\d{3}(?=Q[1-4])|[’'](?<y8>\\d\\d)(?![\\p{L}\\d]|\\s?(?:${anyMonth}|\\p{Pd}))`,
	day: `(?<d9>${dayNumber})(?:${ordinalEnd}|(?<dot9>\\.(?=\\s?${dash}|\\s?\\p{L}))|(?!\\d|(?!${anyMonth})\\p{L}))`,
	day_word: `(?<w9>${ordinalPattern})(?=\\sof\\s(?:${englishMonth}))`,
	number: '\\d+',
	named_day: `(?:${dateWords.namedDays.join('|')})\\s(?:${weekdayName})(?:,?\\s(?:of\\s)?(?:19|20)\\d\\d)?(?![\\p{L}’'])`,
	newspaper: `(?:Mail|Independent|Times|Post)\\son\\sSunday|(?:${weekdayName})\\s(?:${dateWords.newspapers.join('|')})(?!\\p{L})`,
	to: "up\\sto\\sand\\sincluding|(?:right\\s)?through\\s(?:to|till|until)|through\\sand\\sincluding|up\\s(?:until|till|to)|until\\sand\\sincluding|to\\sand\\sincluding|jusqu[’']au|t/m|bis\\szum",
	part: `(?:by\\s)?(?:the\\s)?(?:very\\s)?(?:beginning|start|middle|end|first\\shalf|second\\shalf|latter\\shalf)\\sof(?:\\sthe)?(?=\\s)|(?:early|mid|late)(?:\\s|-)?(?:to|or|/|-)(?:\\s|-)?(?:early|mid|late)[-\\s]|(?:early|mid|late)\\s?(?:-|\\s)\\s?(?:in\\s)?(?=${anyMonth}|\\d{4}|${season})|mid(?=(?:19|20)\\d\\d)`,
	around: `(?:the\\s)?(?:first|second|third|fourth|last|final|opening|closing)\\s(?:\\p{L}+\\s)?(?:weeks?|weekends?|days?|fortnight|${weekdayName})\\s(?:of|in)(?=\\s)|(?:the\\s)?(?:weeks?|weekend|fortnight)\\s(?:of|beginning|commencing|starting|ending)(?:\\son)?(?=\\s)|(?:on\\sor\\sabout|(?:on\\sor\\s)?around)(?=\\s)|approximately|circa|no\\s(?:later|earlier)\\sthan|not\\s(?:before|after|later\\sthan)`,
	word: `\\p{L}[\\p{L}\\p{M}\\p{N}]*(?:[-’'‐][\\p{L}\\p{N}]+)*`,
	dash,
	sign: `[,/&+.;:!?()]|${paragraphBreak}|\\S`,
} as const;

type Kind = keyof typeof kinds;
const pattern = new RegExp(
	Object.entries(kinds)
		.map(([kind, source]) => `(?<${kind}>(?:${source}))`)
		.join('|'),
	'giu',
);
const kindNames = Object.keys(kinds).filter((kind): kind is Kind => kind in kinds);
const partNames: Readonly<Record<string, Part>> = {
	early: 'early',
	beginning: 'early',
	start: 'early',
	mid: 'mid',
	middle: 'mid',
	late: 'late',
	end: 'late',
};

type Groups = Readonly<Record<string, string | undefined>>;
type Read = Omit<DateToken, 'start' | 'end' | 'text'>;

/** The tokens of a plain text, in order. */
export function dateTokens(text: string): DateToken[] {
	const tokens: DateToken[] = [];
	pattern.lastIndex = 0;
	for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
		const groups = match.groups ?? {};
		const found = kindNames.find((name) => groups[name] !== undefined) ?? 'sign';
		const kind = (found === 'newspaper' || found === 'named_day') && !isTitled(match[0]) ? 'word' : found;
		const printed = kind === 'word' ? withPoint(text, match.index, firstWord(match[0])) : match[0];
		pattern.lastIndex = match.index + printed.length;
		tokens.push({ ...tokenOf(kind, groups, printed), start: match.index, end: match.index + printed.trimEnd().length, text: printed });
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
		/^[Mmakg1]$/.test(dateWord(word)?.sort ?? '') &&
		/^\.(?:\s?[\d\p{Ll}'’(]|\s?\p{Pd}|,|\s\p{Lu}\p{Ll}+\.?\s\d)/u.test(text.slice(end, end + 20))
		? `${word}.`
		: word;
}

function tokenOf(kind: Kind, groups: Groups, printed: string): Read {
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
