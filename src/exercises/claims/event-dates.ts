import type { Publication } from '../../corpus/document.js';
import { matchesOf } from '../../text/matches.js';
import type { DateMention, Saying } from '../../values/date-mentions.js';
import { type Anchor, type DateRange, daysAfter, resolveDate } from '../../values/dates.js';
import type { Link } from '../coreference/link.js';
import type { DateClaim } from '../exercise.js';
import { tenseOf } from '../sentences/tense.js';

const starts =
	/\b(?:kick(?:s|ed)?\soff|beg[aiu]n|begins?|starts?|started|starting|beginning|opens?|opened|opening\sceremony|launch(?:es|ed)?|commenc\w+|start\sof|g[eo]t(?:s|ting)?\sunder\s?way|were\soperating)\b[^.;]*$/i;
/** "from Monday", with no end beside it */
const fromOnly = /\b(?:from|as\sof|starting)\s$/i;
/** It has begun, whatever the sentence goes on to say of what is to come. */
const begun =
	/\b(?<!\b(?:not|yet)\s)(?:kicked\soff|began|begun|started|opened|commenced|launched|got\sunder\s?way)\b(?:(?!\b(?:will|and)\b)[^,.;]){0,60}(?:,\s(?:on\s)?)?$/;
const startsAfter = /^\s(?:(?:as|when)\s[^,.;]{0,60}\s)?(?:began|started|kicked\soff|launched|opened)\b/;
/** "On Monday, the exercise begins": the day it opens, and not all of it. */
const opensOn = /^,?\s[^.;,]{0,60}\b(?:begins|starts|kicks\soff|opens|commences|gets\sunder\s?way)\b/;
const ends =
	/\b(?:until|till|through|runs?\sto|running\sto|(?:ends?|ending|ended|concludes?|concluded|finish(?:es|ed|ing)?|closes?|(?<!\b(?:was|were|is|are|be|been|being|remained?)\s)closed|wraps?\sup|wrapped\sup|wind(?:s|ing)?\sup|wound\sup|closing\s(?:ceremony|parade|day)\s(?:is|was|will\sbe)(?:\sheld)?)(?:\s(?:in|at|off|near)\s[\p{Lu}][^,.;]{0,40}?)?(?:\son)?)\s(?:the\s)?$/iu;
/** "put off until the spring of 2025": when it is held, and no end. */
const putOff =
	/\b(?:put\s(?:off|back)|postpon(?:e[ds]?|ing)|delay(?:s|ed|ing)?|defer(?:s|red|ring)?|pushed\s(?:back|out)|held\sover|adjourn(?:s|ed)?|suspended|moved|re-?scheduled)\s(?:[^.;,\d]{0,60}\s)?(?:until|till)\s(?:the\s|at\sleast\s)?$/i;
/** "has moved the exercise to November": told before it is held, whatever the tense. */
const movedTo =
	/\b(?:postpon(?:e[ds]?|ing)|put\soff|delay(?:s|ed|ing)?|defer(?:s|red|ring)?|push(?:ed|es)?\s(?:[^.;,\d]{0,60}\s)?back|mov(?:e[sd]?|ing)|shift(?:s|ed|ing)?|re-?schedul(?:e[sd]?|ing))\b[^.;]{0,80}\s(?:to|until|till)\s(?:the\s|late\s|early\s|mid-?)?$/i;
const goesOn = /\b(?:runs?|lasts?|continues?|ends|concludes?|closes?|goes\son|will)\s[^.;]{0,40}$/;
const between = /\b(?:through|until|till|to|end|ends|conclude|concludes|finish)\b/i;

/**
 * The days that one of the dates of a stretch of text means; an opening runs to the end that the stretch tells, and an
 * end has no start.
 */
export function eventRange(
	text: string,
	link: Link,
	date: DateMention,
	next: DateMention | undefined,
	{ publishedOn, editionYear }: { readonly publishedOn: Publication | null; readonly editionYear: number | null },
): DateRange {
	const { sentence } = link.reading;
	const before = text.slice(Math.max(link.start, date.start - 120), date.start);
	const anchor: Anchor = {
		publishedOn,
		tense:
			movedTo.test(before) || (ends.test(before) && goesOn.test(before))
				? 'future'
				: begun.test(before)
					? 'past'
					: tenseOf(text, link, sentence.kind !== 'prose'),
		editionYear,
		printedYear: yearBefore(text, link, date.start),
	};
	const range = withinTime(date, anchor, begun.test(before));
	if (ends.test(before) && !putOff.test(before)) return { ...range, from: null };
	const after = text.slice(date.end, link.end);
	const began = starts.test(before) || fromOnly.test(before) || startsAfter.test(after) || opensOn.test(after);
	if (range.from === null || !began || date.precision !== 'day' || range.from !== range.to) return range;
	return { ...range, to: next ? endAfter(range.from, next, anchor, text.slice(date.end, next.start)) : null };
}

/** What had begun by the day of publication did not begin in the later year that the edition's name states. */
function withinTime({ says }: DateMention, anchor: Anchor, hasBegun: boolean): DateRange {
	const range = resolveDate(says, anchor);
	const published = anchor.publishedOn;
	const isLater = published?.precision === 'day' && (range.from ?? '') > published.on;
	return hasBegun && isLater && range.basis === 'from the name'
		? resolveDate(says, { ...anchor, editionYear: null })
		: range;
}

/** The last year that the sentence prints before a date, but for those in names. */
function yearBefore(text: string, { reading: { sentence, names } }: Link, end: number): number | null {
	const inName = (at: number) => names.some((name) => name.start <= at && at < name.end);
	const years = matchesOf(text.slice(sentence.start, end), /\b(?:19|20)\d\d\b/g);
	const last = years.findLast(({ index }) => !inName(sentence.start + index));
	return last ? Number(last[0]) : null;
}

/** "began on June 23rd and will continue through the end of July"; "kick off on Friday and run for two weeks". */
function endAfter(from: string, next: DateMention, anchor: Anchor, gap: string): string | null {
	if (next.says.kind === 'duration') return daysAfter(from, daysToLast(next.says) ?? next.says.days);
	if (!between.test(gap)) return null;
	const { to } = resolveDate(next.says, anchor);
	return to !== null && to < from ? resolveDate(next.says, { ...anchor, tense: 'future' }).to : to;
}

/**
 * A start and an end that two sentences tell: "It began on Monday. … The drills run through Aug. 31", or how long it
 * is: "The 12-day drills".
 */
export function withEnds(claims: readonly DateClaim[], lengths: readonly number[]): DateClaim[] {
	const nearer = claims.map((claim) => nearestEnd(claim, claims));
	const closing = nearer.filter(({ from, to }) => from === null && to !== null);
	const [end, another] = closing;
	const [days, other] = new Set(lengths);
	return nearer.map((claim) => {
		if (claim.from === null || claim.to !== null || another) return claim;
		if (end?.to) return claim.from <= end.to ? { ...claim, to: end.to } : claim;
		const counted = claim.precision === 'day' && days !== undefined && other === undefined && days < longestRun;
		return counted ? { ...claim, to: daysAfter(claim.from, days) } : claim;
	});
}

/**
 * "It began on 6 May 2024. … It will run until 17 May": an end whose year nobody prints is the next after the start
 * that is told.
 */
function nearestEnd(claim: DateClaim, claims: readonly DateClaim[]): DateClaim {
	const start = claims.find(
		({ from, to, text }) => from !== null && to === null && /\b(?:19|20)\d\d\b/.test(text),
	)?.from;
	if (!start || claim.from !== null || claim.to === null || claim.precision !== 'day' || /\d{4}/.test(claim.text))
		return claim;
	const inYear = `${start.slice(0, 4)}${claim.to.slice(4)}`;
	return inYear >= start ? { ...claim, to: inYear } : claim;
}

const longestRun = 60;

/**
 * From the first day to the last: seven days from the 5th end on the 11th. Weeks and months are told in round numbers:
 * of "the two-week drill" no last day is computed, and one that kicks off on a Friday "and runs for two weeks" ends on
 * a Friday.
 */
export function daysToLast({ days, unit }: Extract<Saying, { kind: 'duration' }>): number | null {
	return unit === 'day' ? days - 1 : null;
}
