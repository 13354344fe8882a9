import type { Span } from '../corpus/document.js';
import { verbPattern } from './verbs.js';

const verbs = new RegExp(`\\b(?:(?<report>${verbPattern('report', 'watch')})|${verbPattern('hold', 'happen', 'act')})\\b`, 'g');
const founded =
	/\bfirst\stime\s$|\bfirst\s(?:held|conducted|staged|launched|took\splace|organi[sz]ed|hosted|run)\s|\b(?:from|than)\s[\d,.]+\s$|\b(?:initiated|inaugurated|established|founded|conceived|revived|dating|dates|first\sheld|signed|invaded|annexed|annexation|invasion|commissioned|decommissioned)\s[^,;.]{0,30}$/i;
const otherClause = /\b(?:since|when|after|before|as\s(?:it|they|in)|than)\s[^,;]{4,}$/i;
/** "crashed on Sunday during Exercise X": the day of the crash. */
const meanwhile = /\bduring\s(?:the\s)?(?:[Ee]xercises?\s)?[“"‘']?$/;
const opening = /^[“"‘'\s]*(?:(?:on|in|earlier|late|early)\s)?$/i;

/** Whether a date is that of an announcement, of a founding or of another event, and so not the exercise's own (invariant 5 of DESIGN.md). */
export function isOtherDate(text: string, sentence: Span, date: Span, mention: Span): boolean {
	const before = text.slice(sentence.start, date.start);
	if (founded.test(before)) return true;
	if (date.end <= mention.start && meanwhile.test(text.slice(date.end, mention.start))) return true;
	const clause = otherClause.exec(before);
	if (clause && sentence.start + clause.index > mention.end) return true;
	const last = [...before.matchAll(verbs)].at(-1);
	if (last) return last.groups?.['report'] !== undefined;
	if (!opening.test(before.slice(before.search(/[:;]\s[^:;]*$/) + 1))) return false;
	const [next] = text.slice(date.end, sentence.end).matchAll(verbs);
	return next?.groups?.['report'] !== undefined;
}
