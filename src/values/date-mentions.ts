import { monthNumbers, monthPattern } from '../corpus/calendar.js';
import { matchesOf } from '../text/matches.js';
import type { Span } from '../text/span.js';
import { count, countPattern } from './number-words.js';

/** How closely a phrase tells the time. */
export type Precision = 'day' | 'month' | 'part' | 'season' | 'year' | 'duration' | 'unknown';

/** A calendar point as far as it is printed: `{ year: null, month: 7, day: null }` for "July". */
export interface CalendarPoint {
	readonly year: number | null;
	readonly month: number | null;
	readonly day: number | null;
}

/** What a date phrase says, before anything is computed from it. */
export type Saying =
	| {
			readonly kind: 'calendar';
			readonly from: CalendarPoint;
			readonly to: CalendarPoint;
			readonly part: Part;
			readonly years: number | null;
	  }
	| { readonly kind: 'season'; readonly season: string; readonly year: number | null; readonly years: number | null }
	/** "later this month", "last week": a unit, moved by so many from the day of publication. */
	| { readonly kind: 'relative'; readonly unit: Unit; readonly shift: number; readonly side: 'earlier' | 'later' | null }
	/** 0 is Sunday. */
	| { readonly kind: 'weekday'; readonly weekday: number; readonly shift: number | null }
	| { readonly kind: 'duration'; readonly days: number }
	/** "since 2019": when a series began, not when an edition takes place. */
	| { readonly kind: 'since'; readonly year: number }
	/** "in the near future", "dates have not been disclosed": kept as printed. */
	| { readonly kind: 'vague' };

export type Unit = 'day' | 'week' | 'weekend' | 'month' | 'year';
type Part = 'whole' | 'early' | 'mid' | 'late' | 'by the end' | 'first half' | 'second half';

/** A phrase that says when, how long, or that the date is not known. */
export interface DateMention extends Span {
	readonly says: Saying;
	readonly precision: Precision;
}

const year = '(?:19|20)\\d\\d';
const day = (name: string) => `(?<${name}>[0-3]?\\d)(?:st|nd|rd|th)?`;
const month = (name: string) => `(?<${name}>${monthPattern})`;
const commaYear = (name: string) => `(?:,?\\s(?:of\\s)?(?<${name}>${year})\\b)?`;
const dash = '\\s?(?:-|–|—|\\b(?:to|through|until|till|and)\\b)\\s?';
const yearsAway = "(?:\\s(?:of\\s)?(?<years>this|last|next)\\syear\\b(?![’']s))?";
const weekdayName = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const seasonName = '(?<season>spring|summer|autumn|fall|winter)';

type Groups = Readonly<Record<string, string | undefined>>;
interface Pattern {
	/** The pattern matches nowhere without it: looked for first, and once for all that need it. */
	readonly needs: RegExp;
	readonly pattern: RegExp;
	readonly precision: Precision;
	readonly read: (groups: Groups) => Saying;
}

const words = {
	schedule: /date|timing|schedule/i,
	year: /(?:19|20)\d\d/,
	month: /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i,
	season: /spring|summer|autumn|fall|winter/i,
	unit: /week|month|year/i,
	length: /day|week|month/i,
	day: /day|tomorrow|tonight/i,
	future: /future|days|weeks|months/i,
};

/** Earlier patterns win where two overlap. */
const patterns: readonly Pattern[] = [
	{
		needs: words.schedule,
		pattern:
			/(?:\b(?:the\s)?(?:exact|specific|precise)\s)?\b(?:dates?|timings?|schedules?)\b[^.;,"”]{0,70}?\b(?:has|have|had|was|were|is|are)(?:\snot|n['’]t|\syet\sto)(?:\syet)?(?:\s(?:be|been))?\s(?:disclosed|announced|given|published|revealed|released|set|fixed|specified|confirmed|made\spublic)\b/gi,
		precision: 'unknown',
		read: () => ({ kind: 'vague' }),
	},
	{
		needs: words.schedule,
		pattern:
			/\b(?:without|not)\s(?:giving|specifying|disclosing|announcing|revealing|give|specify|disclose|announce|reveal)\s(?:(?:the|a|an|any|exact|specific|precise)\s)*dates?\b/gi,
		precision: 'unknown',
		read: () => ({ kind: 'vague' }),
	},
	{
		needs: words.year,
		pattern: new RegExp(
			`\\b(?<fromYear>${year})-(?<fromNumber>[01]\\d)-${day('fromDay')}(?:${dash}(?<toYear>${year})-(?<toNumber>[01]\\d)-${day('toDay')})?\\b`,
			'g',
		),
		precision: 'day',
		read: calendar,
	},
	{
		needs: words.month,
		pattern: new RegExp(`\\b${day('fromDay')}${dash}${day('toDay')}\\s(?:of\\s)?${month('toMonth')}${commaYear('toYear')}`, 'g'),
		precision: 'day',
		read: calendar,
	},
	{
		needs: words.month,
		pattern: new RegExp(
			`\\b${day('fromDay')}\\s(?:of\\s)?${month('fromMonth')}${commaYear('fromYear')}${dash}${day('toDay')}\\s(?:of\\s)?${month('toMonth')}${commaYear('toYear')}`,
			'g',
		),
		precision: 'day',
		read: calendar,
	},
	{
		needs: words.month,
		pattern: new RegExp(
			`\\b${month('fromMonth')}\\s${day('fromDay')}${dash}(?:${month('toMonth')}\\s)?${day('toDay')}(?!\\d)${commaYear('toYear')}`,
			'g',
		),
		precision: 'day',
		read: calendar,
	},
	{
		needs: words.month,
		pattern: new RegExp(
			`(?:\\b${weekdayName},?\\s)?\\b${day('fromDay')}\\s(?:of\\s)?${month('fromMonth')}\\b${commaYear('fromYear')}${yearsAway}`,
			'g',
		),
		precision: 'day',
		read: calendar,
	},
	{
		needs: words.month,
		pattern: new RegExp(
			`(?:\\b${weekdayName},?\\s)?\\b${month('fromMonth')}\\s${day('fromDay')}(?![\\d%])${commaYear('fromYear')}${yearsAway}`,
			'g',
		),
		precision: 'day',
		read: calendar,
	},
	{
		needs: words.year,
		pattern: new RegExp(`\\b(?<fromDay>[0-3]?\\d)\\.(?<fromNumber>[01]?\\d)\\.(?<fromYear>${year})\\b`, 'g'),
		precision: 'day',
		read: calendar,
	},
	{
		needs: words.month,
		pattern: new RegExp(
			`\\b(?<part>early|mid|late|(?:by\\s)?(?:the\\s)?(?:beginning|start|middle|end|first\\shalf|second\\shalf)\\sof)[-\\s](?:in\\s)?${month('fromMonth')}\\b${commaYear('fromYear')}${yearsAway}`,
			'gi',
		),
		precision: 'part',
		read: calendar,
	},
	{
		needs: words.year,
		pattern: new RegExp(
			`\\b(?<part>early|mid|late|(?:by\\s)?(?:the\\s)?(?:beginning|start|middle|end|first\\shalf|second\\shalf)\\sof)[-\\s](?:in\\s)?(?<fromYear>${year})\\b`,
			'gi',
		),
		precision: 'part',
		read: calendar,
	},
	{
		needs: words.month,
		pattern: new RegExp(`\\b${month('fromMonth')}${commaYear('fromYear')}${dash}${month('toMonth')}${commaYear('toYear')}`, 'g'),
		precision: 'month',
		read: calendar,
	},
	{
		needs: words.month,
		pattern: new RegExp(`\\b${month('fromMonth')},?\\s(?:of\\s)?(?<fromYear>${year})\\b`, 'g'),
		precision: 'month',
		read: calendar,
	},
	{
		needs: words.month,
		pattern: new RegExp(`\\b${month('fromMonth')}\\sof\\s(?:that|the\\ssame)\\syear\\b`, 'g'),
		precision: 'month',
		read: () => ({ kind: 'vague' }),
	},
	{
		needs: words.month,
		pattern: new RegExp(
			`\\b(?:(?<years>[Ll]ast|[Nn]ext|[Tt]his)|[Ii]n|[Dd]uring|[Bb]y|(?:planned|scheduled|set|due|expected|slated)\\sfor|[Ii]n\\s(?:early|late))\\s${month('fromMonth')}\\b(?!\\s\\d)${yearsAway.replace('years', 'yearsAfter')}`,
			'g',
		),
		precision: 'month',
		read: calendar,
	},
	{
		needs: words.season,
		pattern: new RegExp(
			`\\b(?:(?<years>this|last|next)\\s${seasonName}|(?:in\\s)?(?:the\\s)?${seasonName.replace('season', 'datedSeason')}\\s(?:of\\s)?(?<fromYear>${year})|in\\s(?:the\\s)?${seasonName.replace('season', 'bareSeason')})\\b`,
			'gi',
		),
		precision: 'season',
		read: season,
	},
	{
		needs: words.unit,
		pattern:
			/\b(?:(?<side>earlier|later|early|late)\s)?(?<shift>this|last|next|(?:the\s)?(?:previous|following|coming|past))\s(?<unit>week(?:end)?|month|year)\b(?!['’]s)/gi,
		precision: 'part',
		read: relative,
	},
	{ needs: words.unit, pattern: /\bover\sthe\s(?<unit>weekend)\b/gi, precision: 'day', read: relative },
	{ needs: words.day, pattern: /\b(?<shift>today|yesterday|tomorrow|tonight)\b(?!['’]s)/gi, precision: 'day', read: relative },
	{
		needs: words.day,
		pattern: new RegExp(`\\b(?:(?<shift>last|next|this)\\s)?(?<weekday>${weekdayName})\\b(?!['’]s)`, 'g'),
		precision: 'day',
		read: (groups) => ({
			kind: 'weekday',
			weekday: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(groups['weekday']?.slice(0, 3) ?? ''),
			shift: groups['shift'] ? shiftOf(groups['shift']) : null,
		}),
	},
	{
		needs: words.future,
		pattern: /\b(?:in|for)\sthe\s(?:very\s)?(?:near|coming|foreseeable|not\stoo\sdistant)\s(?:future|days|weeks|months)\b/gi,
		precision: 'unknown',
		read: () => ({ kind: 'vague' }),
	},
	{
		needs: words.length,
		pattern: new RegExp(
			`\\b(?:(?<length>${countPattern})[-\\s](?<unit>day|week|month)(?:[-\\s]long)?\\b(?!\\s(?:ago|later|earlier|before|after))|(?<unitLong>day|week|month)-?long\\b)`,
			'gi',
		),
		precision: 'duration',
		read: duration,
	},
	{
		needs: words.length,
		pattern: new RegExp(
			`\\b(?:(?:run|running|runs|last|lasting|lasts|lasted|continue|continues|ran)\\s)?(?:for|over)?\\s?(?<length>${countPattern})\\s(?<unit>day|week|month)s\\b(?!\\s(?:ago|after|before|later|earlier|prior|from))`,
			'gi',
		),
		precision: 'duration',
		read: duration,
	},
	{
		needs: words.year,
		pattern: new RegExp(`\\bsince\\s(?:at\\sleast\\s)?(?:(?:${monthPattern})\\s)?(?<fromYear>${year})\\b`, 'gi'),
		precision: 'year',
		read: (groups) => ({ kind: 'since', year: Number(groups['fromYear']) }),
	},
	{
		needs: words.year,
		pattern: new RegExp(
			`\\b(?:in|during|throughout|for)\\s(?:the\\syear\\s)?(?<fromYear>${year})\\b(?!\\s(?:troops|soldiers|personnel|ships|members))`,
			'gi',
		),
		precision: 'year',
		read: calendar,
	},
];

/** Date phrases of a span of text, in order, none overlapping. */
export function findDates(text: string, { start, end }: Span): DateMention[] {
	const slice = text.slice(start, end);
	const given = new Set(Object.values(words).filter((word) => word.test(slice)));
	const found: DateMention[] = [];
	for (const { needs, pattern, precision, read } of patterns) {
		if (!given.has(needs)) continue;
		for (const match of matchesOf(slice, pattern)) {
			const lead = /^\s*/.exec(match[0])?.[0].length ?? 0;
			const span = { start: start + match.index + lead, end: start + match.index + match[0].length };
			if (found.some((other) => other.start < span.end && span.start < other.end)) continue;
			found.push({ ...span, precision, says: read(match.groups ?? {}) });
		}
	}
	return found.sort((a, b) => a.start - b.start);
}

function calendar(groups: Groups): Saying {
	const toYear = numberOf(groups['toYear']) ?? numberOf(groups['fromYear']);
	const toMonth = monthOf(groups['toMonth'], groups['toNumber']) ?? monthOf(groups['fromMonth'], groups['fromNumber']);
	const fromMonth = monthOf(groups['fromMonth'], groups['fromNumber']) ?? toMonth;
	const fromDay = numberOf(groups['fromDay']);
	const years = groups['years'] ?? groups['yearsAfter'];
	return {
		kind: 'calendar',
		from: { year: numberOf(groups['fromYear']), month: fromMonth, day: fromDay },
		to: { year: toYear, month: toMonth, day: numberOf(groups['toDay']) ?? fromDay },
		part: partOf(groups['part']),
		years: years ? shiftOf(years) : null,
	};
}

function partOf(printed: string | undefined): Part {
	if (!printed) return 'whole';
	if (/first\shalf/i.test(printed)) return 'first half';
	if (/second\shalf/i.test(printed)) return 'second half';
	if (/^by\s/i.test(printed)) return 'by the end';
	if (/early|beginning|start/i.test(printed)) return 'early';
	return /mid/i.test(printed) ? 'mid' : 'late';
}

function season(groups: Groups): Saying {
	const name = groups['season'] ?? groups['datedSeason'] ?? groups['bareSeason'] ?? '';
	return {
		kind: 'season',
		season: name.toLowerCase(),
		year: numberOf(groups['fromYear']),
		years: groups['years'] ? shiftOf(groups['years']) : null,
	};
}

function relative(groups: Groups): Saying {
	const unit = groups['unit']?.toLowerCase();
	const side = groups['side']?.toLowerCase();
	return {
		kind: 'relative',
		unit: unit === 'week' || unit === 'weekend' || unit === 'month' || unit === 'year' ? unit : 'day',
		shift: shiftOf(groups['shift'] ?? 'this'),
		side: side?.startsWith('ear') ? 'earlier' : side ? 'later' : null,
	};
}

function duration(groups: Groups): Saying {
	const unit = (groups['unit'] ?? groups['unitLong'] ?? 'day').toLowerCase();
	const lengths: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30 };
	return { kind: 'duration', days: (groups['length'] ? (count(groups['length']) ?? 1) : 1) * (lengths[unit] ?? 1) };
}

function shiftOf(word: string): number {
	if (/last|previous|past|yesterday/i.test(word)) return -1;
	return /next|following|coming|tomorrow/i.test(word) ? 1 : 0;
}

function numberOf(digits: string | undefined): number | null {
	return digits === undefined ? null : Number(digits);
}

function monthOf(name: string | undefined, digits: string | undefined): number | null {
	return name ? (monthNumbers[name.slice(0, 3).toLowerCase()] ?? null) : numberOf(digits);
}
