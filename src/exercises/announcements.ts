import { matchesOf } from '../text/matches.js';
import type { Span } from '../text/span.js';
import { verbPattern } from './verbs.js';

/** Characters that may part an exercise from a clause about it: "the drills with Russia in the Gulf of Oman, which …". */
const LONGEST_NOUN = 60;
const verbs = new RegExp(`\\b(?:(?<report>${verbPattern('report', 'watch')})|${verbPattern('hold', 'happen', 'act')})\\b`, 'g');
const founded =
	/\bfirst\stime\s$|\bfirst\s(?:held|conducted|staged|launched|took\splace|organi[sz]ed|hosted|run)\s|\b(?:from|than)\s[\d,.]+\s$|\b(?:initiated|inaugurated|established|founded|conceived|revived|dating|dates|first\sheld|signed|invaded|annexed|annexation|invasion|commissioned|decommissioned)\s[^,;.]{0,30}$/i;
const otherClause = /\b(?:since|when|after|before|as\s(?:it|they|in)|than)\s[^,;]{4,}$/i;
/** "crashed on Sunday during Exercise X": the day of the crash. */
const meanwhile = /\bduring\s(?:the\s)?(?:[Ee]xercises?\s)?[“"‘']?$/;
/** "Addressing the press conference on 28 January": the day of the conference. */
const otherOccasion =
	/\b(?:conference|briefing|interview|statement|release|notice|message|letter|call|visit|transit|meeting|talks|summit|article|crash|accident)\s(?:issued\s|held\s|released\s)?(?:on|in)\s$/i;
/** "Algeria, which cut its ties last August, …" */
const relativeClause =
	/(?:,\s(?:which|who|whose|where)|\b(?:pact|treaty|agreement|law|accord|deal|doctrine|plan)\s(?:that|which))\s[^,;]*$/;
/** "The embassy last week called on …": at once followed by the verb that it goes with. */
const nextReport = new RegExp(`^\\s(?:\\w+ly\\s)?${verbPattern('report', 'watch')}\\b`);
/** "TALLINN, 3 May - Troops of …" */
const dateline = /^\p{Lu}[\p{Lu}\s'’.-]{2,}(?:,\s\p{Lu}[\p{L}\s.]+)?,\s$/u;
const opening = /^[“"‘'\s]*(?:(?:on|in|earlier|late|early)\s)?$/i;

/** Whether a date is that of an announcement, of a founding or of another event, and so not the exercise's own (invariant 5 of the README). */
export function isOtherDate(text: string, sentence: Span, date: Span, mention: Span): boolean {
	const before = text.slice(sentence.start, date.start);
	if (dateline.test(before) && /^\s?(?:\([^)]{1,30}\)\s?)?[-–—]{1,2}\s/.test(text.slice(date.end, sentence.end))) return true;
	if (founded.test(before) || otherOccasion.test(before)) return true;
	if (isInOtherClause(before, sentence, mention)) return true;
	if (date.end <= mention.start && meanwhile.test(text.slice(date.end, mention.start))) return true;
	const clause = otherClause.exec(before);
	if (clause && sentence.start + clause.index > mention.end) return true;
	const last = matchesOf(before.charAt(0).toLowerCase() + before.slice(1), verbs).findLast(
		({ index, 0: verb }) => !isNaming(text, sentence.start + index, verb, mention),
	);
	if (last) return last.groups?.['report'] !== undefined;
	if (nextReport.test(text.slice(date.end, sentence.end))) return true;
	if (!opening.test(before.slice(before.search(/[:;]\s[^:;]*$/) + 1))) return false;
	const [next] = matchesOf(text.slice(date.end, sentence.end), verbs);
	return next?.groups?.['report'] !== undefined;
}

/** What a relative clause tells is of the noun before it. */
function isInOtherClause(before: string, sentence: Span, mention: Span): boolean {
	const clause = relativeClause.exec(before);
	if (!clause) return false;
	const at = sentence.start + clause.index;
	return mention.start > at || (mention.end < at && at - mention.end > LONGEST_NOUN);
}

/** "an exercise called Iron Wolf": no word of who says it. */
function isNaming(text: string, at: number, verb: string, mention: Span): boolean {
	if (verb !== 'called' || isSpokenOf(text, mention)) return false;
	const end = at + verb.length;
	return (at >= mention.start && end <= mention.end) || /^\s(?:the\s)?[“"‘']?$/.test(text.slice(end, Math.max(end, mention.start)));
}

/** "called the exercise a threat": somebody's word for it, and no name. */
function isSpokenOf(text: string, { start, end }: Span): boolean {
	return /^(?:the|this|these|those)\s/i.test(text.slice(start, end));
}
