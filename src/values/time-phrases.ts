import { anyMonth } from './date-words.js';
import { count, countPattern } from './number-words.js';
import type { Precision, Saying } from './saying.js';

type Groups = Readonly<Record<string, string | undefined>>;

/** A phrase that is read as a whole: it has no order of parts to speak of. */
export interface TimePhrase {
	readonly pattern: RegExp;
	readonly precision: Precision;
	readonly read: (groups: Groups) => Saying;
}

const year = '(?:19|20)\\d\\d';
const vague = (): Saying => ({ kind: 'vague' });
const undisclosed = (): Saying => ({ kind: 'undisclosed' });

/** That a date is not known. */
export const unknownDates: readonly TimePhrase[] = [
	{
		pattern:
			/(?:\b(?:the\s)?(?:exact|specific|precise)\s)?\b(?:dates?|timings?|schedules?)\b[^.;,"”]{0,70}?\b(?:has|have|had|was|were|is|are)(?:\snot|n['’]t|\syet\sto)(?:\syet)?(?:\s(?:be|been))?\s(?:disclosed|announced|given|published|revealed|released|set|fixed|specified|confirmed|made\spublic)\b/gi,
		precision: 'unknown',
		read: undisclosed,
	},
	{
		pattern:
			/\b(?:without|not)\s(?:giving|specifying|disclosing|announcing|revealing|give|specify|disclose|announce|reveal)\s(?:(?:the|a|an|any|exact|specific|precise)\s)*dates?\b/gi,
		precision: 'unknown',
		read: undisclosed,
	},
	{ pattern: /\b(?:on|at)\s(?:an?\s)?(?:undisclosed|unspecified)\sdates?\b/gi, precision: 'unknown', read: undisclosed },
	{ pattern: new RegExp(`\\b${anyMonth}\\sof\\s(?:that|the\\ssame)\\syear\\b`, 'gi'), precision: 'month', read: vague },
];

/** Time as it lies from the day of publication, and lengths of time. */
export const timePhrases: readonly TimePhrase[] = [
	{
		pattern:
			/\b(?:(?<side>earlier|later|early|late)\s)?(?<shift>this|last|next|(?:the\s)?(?:previous|following|coming|past))\s(?<unit>week(?:end)?|month|year)\b(?!['’]s)/gi,
		precision: 'part',
		read: relative,
	},
	{ pattern: /\bover\sthe\s(?<unit>weekend)\b/gi, precision: 'day', read: relative },
	{ pattern: /\b(?<shift>today|yesterday|tomorrow|tonight)\b(?!['’]s)/gi, precision: 'day', read: relative },
	{
		pattern: /\b(?:in|for)\sthe\s(?:very\s)?(?:near|coming|foreseeable|not\stoo\sdistant)\s(?:future|days|weeks|months)\b/gi,
		precision: 'unknown',
		read: vague,
	},
	{
		pattern: new RegExp(
			`\\b(?:(?<length>${countPattern})[-\\s](?<unit>day|week|month)(?:[-\\s]long)?\\b(?!\\s(?:ago|later|earlier|before|after))|(?<unitLong>day|week|month)-?long\\b)`,
			'gi',
		),
		precision: 'duration',
		read: duration,
	},
	{
		pattern: new RegExp(
			`\\b(?:(?:run|running|runs|last|lasting|lasts|lasted|continue|continues|ran)\\s)?(?:for|over)?\\s?(?<length>${countPattern})\\s(?<unit>day|week|month)s\\b(?!\\s(?:ago|after|before|later|earlier|prior|from))`,
			'gi',
		),
		precision: 'duration',
		read: duration,
	},
];

/** "since 2019", "since June 2019" */
export const beginnings: readonly TimePhrase[] = [
	{
		pattern: new RegExp(`\\bsince\\s(?:at\\sleast\\s)?(?:${anyMonth}\\s)?(?<since>${year})\\b(?!-\\d)`, 'gi'),
		precision: 'year',
		read: ({ since }) => ({ kind: 'since', year: Number(since) }),
	},
];

function relative({ unit, side, shift }: Groups): Saying {
	const known = unit?.toLowerCase();
	return {
		kind: 'relative',
		unit: known === 'week' || known === 'weekend' || known === 'month' || known === 'year' ? known : 'day',
		shift: shiftOf(shift ?? 'this'),
		side: side?.toLowerCase().startsWith('ear') ? 'earlier' : side ? 'later' : null,
	};
}

function duration({ unit, unitLong, length }: Groups): Saying {
	const named = (unit ?? unitLong ?? 'day').toLowerCase();
	const known = named === 'week' || named === 'month' ? named : 'day';
	return { kind: 'duration', days: (length ? (count(length) ?? 1) : 1) * { day: 1, week: 7, month: 30 }[known], unit: known };
}

function shiftOf(word: string): number {
	if (/last|previous|past|yesterday/i.test(word)) return -1;
	return /next|following|coming|tomorrow/i.test(word) ? 1 : 0;
}
