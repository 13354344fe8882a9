import { anyMonth, dateWords, englishMonth, weekdayName } from './date-words.js';
import { ordinalPattern } from './number-words.js';
import { paragraphBreak } from './plain-text.js';

const lower = (words: readonly string[]) => words.join('|').toLowerCase();
const dash = '(?:--+|\\.\\.+|…|→|~|\\p{Pd}|−|∼|〜|～|÷)';
const dayNumber = '(?:3[01]|[12]\\d|0?[1-9])';
const ordinalEnd = '(?:st|nd|rd|th|er|º|ª|-?(?:го|е|й))(?![\\p{L}\\p{N}])';
const season = 'spring|summer|autumn|fall|winter';

/** What begins with a digit or the sign before one. In this order: the first that matches at a place is taken. */
const numbers = {
	year_first: `(?<y1>[12]\\d{3})(?<s1>[-./])(?<m1>0?[1-9]|1[0-2])\\k<s1>(?<d1>${dayNumber})(?:t[\\d:.]+(?:z|[+-]\\d\\d:?\\d\\d)?)?(?!\\d)`,
	day_first: `(?<d2>\\d{1,2})(?<s2>[./-])(?<m2>\\d{1,2})\\k<s2>(?<y2>(?:19|20)\\d\\d|(?<=\\d\\d.\\d\\d.)\\d\\d)(?![\\p{L}\\d]|[.,]\\d)`,
	day_month: `(?<d3>${dayNumber})\\.(?<m3>0?[1-9]|1[0-2])(?:\\.(?=\\s?(?:${dash}|[\\p{L}]))|(?=\\s?${dash}\\s?\\d{1,2}\\.\\d{1,2}\\.\\d{4}))`,
	han_date: `(?:(?<y4>[12]\\d{3})\\s?[年년]\\s?)?(?<m4>1[0-2]|0?[1-9])\\s?[月월]\\s?(?<d4>${dayNumber})\\s?[日号號일]`,
	han_month: `(?<y5>[12]\\d{3})\\s?[年년]\\s?(?<m5>1[0-2]|0?[1-9])\\s?[月월]`,
	han_day: `(?<d5>${dayNumber})\\s?[日号號일]`,
	military: `(?<d6>${dayNumber})(?:[01]\\d|2[0-3])[0-5]\\d(?:[a-z](?![a-z])|[a-z]?(?=\\s?(?:${englishMonth})))`,
	clock: `(?:[01]?\\d|2[0-4])[:.][0-5]\\d(?::[0-5]\\d)?\\s?(?:[ap]\\.?m\\b\\.?|hours|hrs|h\\b|gmt|utc|z\\b|local\\stime)|(?:[01]?\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d)?|\\d{1,2}\\s?[ap]\\.?m\\b\\.?|[0-2]\\d[0-5]\\d\\s?(?:hours|hrs|h|gmt|utc|z|local)\\b|[01]\\d[0-5]\\d(?=\\s(?:on\\s)?\\d{1,2}\\s(?:${englishMonth}))`,
	amount: '[$€£¥]\\s?\\d[\\d,.]*|\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+\\.\\d+|\\d+\\s?%',
	quarter: '[1-4]q(?!\\p{L})|(?:1st|2nd|3rd|4th)\\squarter',
	years: `(?<y7>(?:19|20)\\d\\d)(?<s7>\\s?[-–/]\\s?)(?<e7>\\d\\d)(?![\\p{L}\\d]|\\.?\\s?(?:${anyMonth}|\\d))`,
	year: `[12]\\d{3}(?![\\d\\p{L}]|[.,:]\\d)|[12]\\d{3}(?=q[1-4])|[’'](?<y8>\\d\\d)(?![\\p{L}\\d]|\\s?(?:${anyMonth}|\\p{Pd}))`,
	day: `(?<d9>${dayNumber})(?:${ordinalEnd}|(?<dot9>\\.(?=\\s?${dash}|\\s?\\p{L}))|(?!\\d|(?!${anyMonth})\\p{L}))`,
	number: '\\d+',
} as const;

/** What begins with a word and is read as a whole. */
const phrases = {
	fiscal: `fy\\s?[’']?(?:\\d{4}|\\d\\d)(?:[-/–]\\d{2,4})?(?!\\d)|(?:(?:fiscal|financial)(?:\\syear)?|(?:budget|academic|school|training)\\syear)\\s\\d{4}(?:[-/–]\\d{2,4})?(?!\\d)`,
	quarters: '(?:the\\s)?(?:first|second|third|fourth)\\s(?:and|to|or)\\s(?:the\\s)?(?:second|third|fourth|last)\\squarters?',
	quarter: 'q[1-4](?!\\d)|(?:the\\s)?(?:first|second|third|fourth|last|final)\\squarter',
	day_word: `(?<w9>${ordinalPattern})(?=\\sof\\s(?:${englishMonth}))`,
	named_day: `(?:${lower(dateWords.namedDays)})\\s(?:${weekdayName})(?:,?\\s(?:of\\s)?(?:19|20)\\d\\d)?(?![\\p{L}’'])`,
	newspaper: `(?:mail|independent|times|post)\\son\\ssunday|(?:${weekdayName})\\s(?:${lower(dateWords.newspapers)})(?!\\p{L})`,
	to: "up\\sto\\sand\\sincluding|(?:right\\s)?through\\s(?:to|till|until)|through\\sand\\sincluding|up\\s(?:until|till|to)|until\\sand\\sincluding|to\\sand\\sincluding|jusqu[’']au|t/m|bis\\szum",
	part: `(?:by\\s)?(?:the\\s)?(?:very\\s)?(?:beginning|start|middle|end|first\\shalf|second\\shalf|latter\\shalf)\\sof(?:\\sthe)?(?=\\s)|(?:early|mid|late)(?:\\s|-)?(?:to|or|/|-)(?:\\s|-)?(?:early|mid|late)[-\\s]|(?:early|mid|late)\\s?(?:-|\\s)\\s?(?:in\\s)?(?=${anyMonth}|\\d{4}|${season})|mid(?=(?:19|20)\\d\\d)`,
	around: `(?:the\\s)?(?:first|second|third|fourth|last|final|opening|closing)\\s(?:\\p{L}+\\s)?(?:weeks?|weekends?|days?|fortnight|${weekdayName})\\s(?:of|in)(?=\\s)|(?:the\\s)?(?:weeks?|weekend|fortnight)\\sof(?=\\s)|(?<!\\b(?:a|one)\\s)(?:the\\s)?(?:week|weekend|fortnight)\\s(?:beginning|commencing|starting|ending)(?:\\son)?(?=\\s)|(?:on\\sor\\sabout|(?:on\\sor\\s)?around)(?=\\s)|approximately|circa|no\\s(?:later|earlier)\\sthan|not\\s(?:before|after|later\\sthan)`,
} as const;

const signs = {
	han_range: '[至到]|から|부터|まで|까지',
	dash,
	sign: `[,/&+.;:!?()]|${paragraphBreak}|\\S`,
} as const;

type Kind = keyof typeof numbers | keyof typeof phrases | keyof typeof signs | 'word';

/** A stretch of text that is one token, with the parts that its pattern names. */
export interface Lexeme {
	readonly kind: Kind;
	readonly printed: string;
	readonly groups: Readonly<Record<string, string | undefined>>;
}

interface Group {
	readonly kinds: readonly Kind[];
	readonly pattern: RegExp;
}

function groupOf(sources: Readonly<Partial<Record<Kind, string>>>, kinds: readonly Kind[]): Group {
	return { kinds, pattern: new RegExp(kinds.map((kind) => `(?<${kind}>(?:${sources[kind] ?? ''}))`).join('|'), 'uy') };
}

function keysOf<Name extends string>(sources: Readonly<Record<Name, string>>): Name[] {
	return Object.keys(sources).filter((name): name is Name => name in sources);
}

const groups = {
	numbers: groupOf(numbers, keysOf(numbers)),
	phrases: groupOf(phrases, keysOf(phrases)),
	signs: groupOf(signs, keysOf(signs)),
};
const wordPattern = /\p{L}[\p{L}\p{M}\p{N}]*(?:[-’'‐][\p{L}\p{N}]+)*/uy;
const startsNumber = /[\d’'$€£¥]/;
const startsHanRange = /[至到か부ま까]/;
const blank = /\s/;

/** The words that a phrase may begin with: no other word is tried for one. */
const openers = new Set(
	`fy fiscal financial budget academic school training the first second third fourth last final q mail independent times post
	up right through until to jusqu t bis by very beginning start middle end latter early mid late opening closing
	week weeks weekend fortnight on around approximately circa no not twenty thirty thirtieth twentieth
	fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth`
		.split(/\s+/)
		.concat(
			dateWords.weekdays,
			dateWords.namedDays.map((name) => name.toLowerCase().split(' ')[0] ?? ''),
		),
);

/** A text in lower case, each letter at its place. */
export function inLowerCase(text: string): string {
	const whole = text.toLowerCase();
	return whole.length === text.length
		? whole
		: text.replace(/\p{Lu}/gu, (letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter));
}

/** What stands at a place of a text in lower case; undefined for a blank. */
export function lexemeAt(text: string, at: number): Lexeme | undefined {
	const character = text.charAt(at);
	if (blank.test(character)) return undefined;
	if (startsNumber.test(character)) return matchAt(groups.numbers, text, at) ?? matchAt(groups.signs, text, at);
	if (startsHanRange.test(character)) return matchAt(groups.signs, text, at);
	wordPattern.lastIndex = at;
	const word = wordPattern.exec(text)?.[0];
	if (word === undefined) return matchAt(groups.signs, text, at);
	const [opener = ''] = /^\p{L}+/u.exec(word) ?? [];
	return (openers.has(opener) ? matchAt(groups.phrases, text, at) : undefined) ?? wordAt(text, at, word);
}

/** The word at a place, and no phrase. */
export function wordAt(text: string, at: number, word?: string): Lexeme {
	wordPattern.lastIndex = at;
	return { kind: 'word', printed: word ?? wordPattern.exec(text)?.[0] ?? text.charAt(at), groups: {} };
}

function matchAt({ kinds, pattern }: Group, text: string, at: number): Lexeme | undefined {
	pattern.lastIndex = at;
	const match = pattern.exec(text);
	if (!match) return undefined;
	const named = match.groups ?? {};
	return { kind: kinds.find((kind) => named[kind] !== undefined) ?? 'sign', printed: match[0], groups: named };
}
