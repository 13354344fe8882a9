import { matchesOf } from '../text/matches.js';
import type { Span } from '../text/span.js';
import { type DateForm, dateForms, type Matched } from './date-forms.js';
import { type DateToken, dateTokens } from './date-tokens.js';
import { leadsToOldDate, withMoves } from './moves.js';
import { periodsAt, withYearsBehind } from './periods.js';
import { plainText } from './plain-text.js';
import type { DateMention } from './saying.js';
import { beginnings, type TimePhrase, timePhrases, unknownDates } from './time-phrases.js';
import { inContext, withoutAsides } from './token-context.js';

export type { CalendarPoint, DateMention, Precision, Saying, Unit } from './saying.js';

type Found = Omit<DateMention, 'phrase'>;

/** A sentence without any of these holds no date. */
const telling =
	/\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter|date|timing|schedule|tomorrow|tonight|future|last|next|this)|day|week|month|year|quarter/i;

/** And one without any of these holds no form of the table. */
const partsOfDates =
	/\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter|mid)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|quarter/i;

/** Date phrases of a span of text, in order, none overlapping. What is told only to say that it holds no more is left out. */
export function findDates(text: string, span: Span): DateMention[] {
	const slice = text.slice(span.start, span.end);
	if (!telling.test(slice)) return [];
	const plain = plainText(slice);
	const { tokens, old } = withMoves(inContext(withoutAsides(partsOfDates.test(slice) ? dateTokens(plain.text) : [])));
	const found: Found[] = [];
	take(found, phrasesIn(plain.text, unknownDates));
	take(found, formsIn(tokens));
	take(found, phrasesIn(plain.text, beginnings));
	take(found, phrasesIn(plain.text, timePhrases));
	const isOld = ({ start, end }: Span): boolean =>
		old.some((stretch) => stretch.start <= start && end <= stretch.end) ||
		leadsToOldDate(plain.text.slice(0, start), plain.text.slice(end));
	const inOrder = withYearsBehind(
		plain.text,
		found.sort((a, b) => a.start - b.start),
	);
	const current = inOrder.filter((one) => ['vague', 'undisclosed', 'duration'].includes(one.says.kind) || !isOld(one));
	return current.map((mention) => {
		const printed = plain.printed(mention);
		return {
			...mention,
			phrase: plain.text.slice(mention.start, mention.end),
			start: span.start + printed.start,
			end: span.start + printed.end,
		};
	});
}

/** Adds what overlaps nothing that was found before. */
function take(found: Found[], more: readonly Found[]): void {
	for (const one of more) if (!found.some((other) => other.start < one.end && one.start < other.end)) found.push(one);
}

function phrasesIn(text: string, phrases: readonly TimePhrase[]): Found[] {
	return phrases.flatMap(({ pattern, precision, read }) =>
		matchesOf(text, pattern).map((match) => {
			const lead = /^\s*/.exec(match[0])?.[0].length ?? 0;
			return { start: match.index + lead, end: match.index + match[0].length, precision, says: read(match.groups ?? {}) };
		}),
	);
}

/** No form begins with one of these. */
const noStart = /[.,(t1T&|/\-fbigu]/;
/** Every form holds one of these near its beginning. */
const dated = /[DMmYPpCRASWVGEQFzK]/;

const beginsDay = /[DMmWa]/;

/** The longest form that fits, at each place in turn. */
function formsIn(tokens: readonly DateToken[]): Found[] {
	const sorts = tokens.map(({ sort }) => sort).join('');
	const found: Found[] = [];
	for (let at = 0; at < tokens.length; ) {
		const several = beginsDay.test(sorts.charAt(at)) ? periodsAt(tokens, sorts, at) : null;
		if (several && !leftAfter.test(sorts.slice(several.end)) && !leftBefore.test(sorts.slice(0, at))) {
			found.push(...several.periods);
			at = several.end;
			continue;
		}
		const match = noStart.test(sorts.charAt(at)) || !dated.test(sorts.slice(at, at + 5)) ? undefined : longestAt(tokens, sorts, at);
		if (match) found.push(mentionOf(tokens, sorts, at, match));
		at = match ? match.end : at + 1;
	}
	return found;
}

interface Fit {
	/** Number of the token after it. */
	readonly end: number;
	readonly precision: DateForm['precision'];
	readonly says: DateMention['says'];
}

function longestAt(tokens: readonly DateToken[], sorts: string, at: number): Fit | undefined {
	const fits: { form: DateForm; match: RegExpExecArray }[] = [];
	for (const form of dateForms) {
		form.pattern.lastIndex = at;
		const match = form.pattern.exec(sorts);
		if (match) fits.push({ form, match });
	}
	fits.sort((a, b) => b.match[0].length - a.match[0].length);
	for (const { form, match } of fits) {
		const end = at + match[0].length;
		const says = form.read(matchedOf(tokens, match, end));
		if (says) return { end, precision: says.kind === 'printed' ? 'unknown' : form.precision, says };
	}
	return undefined;
}

function matchedOf(tokens: readonly DateToken[], match: RegExpExecArray, end: number): Matched {
	const places = Object.entries(match.indices?.groups ?? {});
	return {
		named: Object.fromEntries(places.map(([name, place]) => [name, place ? tokens[place[0]] : undefined])),
		all: tokens.slice(match.index, end),
		before: tokens[match.index - 1],
		after: tokens[end],
	};
}

/** A number and a range's sign beside a date that are no part of any form: the whole is kept as printed, never its half alone. */
const leftBefore = /D[,(]?[-t1&|/][o,]*$|[KE]o*$/;
const leftAfter = /^[,(]?[-t1|/]o*D(?![\dx])|^[,(]?[-t1|/]o*D$/;

function mentionOf(tokens: readonly DateToken[], sorts: string, at: number, { end, precision, says }: Fit): Found {
	const before = says.kind === 'calendar' && says.from.day !== null ? leftBefore.exec(sorts.slice(0, at)) : null;
	const after = says.kind === 'calendar' && says.from.day !== null ? leftAfter.exec(sorts.slice(end)) : null;
	const first = before ? before.index : at;
	const last = after ? end + after[0].length - 1 : end - 1;
	const closing = tokens.slice(first, last + 1).some(({ text }) => text === '(') && tokens[last + 1]?.text === ')' ? 1 : 0;
	const span = { start: tokens[first]?.start ?? 0, end: tokens[last + closing]?.end ?? 0 };
	return before || after ? { ...span, precision: 'unknown', says: { kind: 'printed' } } : { ...span, precision, says };
}
