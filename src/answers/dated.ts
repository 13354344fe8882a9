import type { DateMention } from '../values/date-mentions.js';
import { countPattern } from '../values/number-words.js';
import { overlapsAny } from './overlap.js';
import type { SentenceView } from './sentence-view.js';
import { type AnswerSpan, type Asked, matches, newOnes } from './spans.js';
import { tuning } from './tuning.js';

const tellingVerb = /^(?:announc|said|say|stat|report|declar|confirm|publish|post|tweet|tell|told|reveal|releas|warn)/i;
const toldBefore =
	/\b(?:said|announced|stated|reported|told|declared|added|confirmed|noted|denounced|statement|posted|published|called|condemned|criticised|criticized|warned|dismissed|described)\b[^.;,]{0,45}$/i;
const asksEnd = /\b(?:until|till|end|ends|ended|ending|finish\w*|conclud\w*|clos\w+|over|wrap\w*)\b/i;
const asksStart = /\b(?:start\w*|begins?|began|begun|kick\w*|launch\w*|open\w*|commenc\w*)\b/i;
const endBefore = /\b(?:until|till|through|to|by|ends?|ended|ending|conclud\w+|finish\w+|up|over)\b[^.;,]{0,14}$/i;
const startBefore = /\b(?:from|start\w*|begins?|began|kick\w*|launch\w*|open\w*|commenc\w*|between)\b[^.;,]{0,40}$/i;

/** Days, months and years, as fine as they are asked for. */
export function datesAsked(asked: Asked): AnswerSpan[] {
	const { question, view } = asked;
	// The day an article was written is not that of what it tells.
	if (view.kind === 'dateline' || view.kind === 'byline') return [];
	const ofKind = (fits: (date: DateMention) => boolean) => newOnes(asked, view.dates.filter(fits));
	switch (question.kind) {
		case 'weekday':
			return ofKind(({ says }) => says.kind === 'weekday');
		case 'month':
			return ofKind(
				({ says }) => (says.kind === 'calendar' && says.from.month !== null) || (says.kind === 'relative' && says.unit === 'month'),
			);
		case 'year':
			return yearsIn(asked);
		default:
			return view.dates
				.filter(
					(date) =>
						date.says.kind !== 'duration' &&
						date.says.kind !== 'vague' &&
						(date.says.kind !== 'since' || /\b(?:since|first)\b/i.test(question.text)) &&
						!isTelling(asked, date) &&
						!isBehind(question.text, date),
				)
				.flatMap((date) =>
					newOnes(asked, [date], phaseStrength(question.text, view, date) * (view.kind === 'caption' ? tuning.captionDate : 1)),
				);
	}
}

const printedYear = /\b(?:19|20)\d\d\b/g;
const firstTold =
	/\b(?:since|first (?:held|conducted|staged|took|run|ran|organi[sz]ed)|for the first time|(?:was|were) first|inaugural|maiden|initiated|establish\w+|launch\w+|began|begun|start\w*|inception|founded|instituted|conceived|dat(?:es|ing) (?:back|from)|back to|origins?)\b/i;

/** Years, those printed in an exercise's name last. */
function yearsIn(asked: Asked): AnswerSpan[] {
	const { view } = asked;
	const names = view.names.filter(({ year }) => year !== null);
	const years = matches(view, printedYear).filter((span) => !overlapsAny(span, names));
	const isBeginning = asksStart.test(asked.question.text);
	return [
		...years.flatMap((span) => newOnes(asked, [span], isBeginning && !firstTold.test(view.text) ? tuning.looseDate : 1)),
		...newOnes(asked, names, tuning.looseDate),
	];
}

/** The day of an announcement ("announced on Saturday") is told only to those who ask when something was announced. */
function isTelling({ question, view }: Asked, { start }: DateMention): boolean {
	const isPosting = view.kind === 'post' && /\bago\b/i.test(view.text.slice(start - view.start, start - view.start + 16));
	return (isPosting || toldBefore.test(textBefore(view, start))) && !question.units.some(({ text }) => tellingVerb.test(text));
}

/** "Last month" is no answer to when the next one is. */
function isBehind(question: string, { says }: DateMention): boolean {
	return /\b(?:next|upcoming|future)\b/i.test(question) && says.kind === 'relative' && (says.shift < 0 || says.side === 'earlier');
}

/** Whoever asks for the end wants "until March 10", not the day it began. */
function phaseStrength(question: string, view: SentenceView, date: DateMention): number {
	if (isRange(date)) return 1;
	return firmness(date) * phaseCue(question, view, date);
}

/** "on Monday" and "this week" tell less than a day of the calendar. */
function firmness({ says }: DateMention): number {
	return says.kind === 'calendar' ? 1 : tuning.looseDate;
}

function phaseCue(question: string, view: SentenceView, date: DateMention): number {
	const before = textBefore(view, date.start);
	if (asksEnd.test(question)) return endBefore.test(before) ? 1 : 0.5;
	if (asksStart.test(question)) return startBefore.test(before) ? 1 : endBefore.test(before) ? 0.4 : 0.8;
	return endBefore.test(before) || startBefore.test(before) ? tuning.phaseOnly : 1;
}

function textBefore(view: SentenceView, start: number): string {
	return view.document.text.slice(Math.max(view.start, start - 50), start);
}

const withinADay = new RegExp(`\\b${countPattern}[\\s-](?:hours?|minutes?|seconds?)\\b`, 'giu');

/** Lengths of time, and ranges of days that give one. */
export function durationsIn(asked: Asked): AnswerSpan[] {
	const lengths = asked.view.dates.filter(({ says }) => says.kind === 'duration');
	const short = matches(asked.view, withinADay).filter((span) => !overlapsAny(span, lengths));
	return [...newOnes(asked, [...lengths, ...short]), ...newOnes(asked, asked.view.dates.filter(isRange), 0.6)];
}

function isRange({ says }: DateMention): boolean {
	return says.kind === 'calendar' && (says.from.day !== says.to.day || says.from.month !== says.to.month);
}
