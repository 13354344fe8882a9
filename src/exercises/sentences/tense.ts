import type { Span } from '../../text/span.js';
import type { Tense } from '../../values/dates.js';
import { verbPattern } from './verbs.js';

const future =
	/\b(?:will|would|shall|won['’]t|upcoming|forthcoming|about\sto|going\sto|poised\sto|to\sbe\s\w+(?:ed|ld)|(?:is|are|was|were)\s(?:also\s|expected|set|due|scheduled|slated|planned|planning|preparing|likely|poised|about)*\s?to\s\w+|(?:set|plans?|planned|planning|expected|slated|scheduled|due|intends?|preparing|ready)\s(?:to|for|on)\b|(?:is|are)\s(?:planned|scheduled|expected)|have\snot\syet)\b/i;
const soon =
	"(?:(?:(?:this|next|coming)\\s)*(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b(?![’']s)|tomorrow\\b|next\\s(?:week|month|year)\\b)";
const startsOrEnds =
	'(?:starts?|begins?|opens?|kicks?\\soff|commences?|gets?\\sunder\\s?way|gets?\\sgoing|goes\\sahead|resumes?|ends?|concludes?|finish(?:es)?|closes?|wraps?\\sup|runs?|lasts?|continues?|takes?\\splace|(?:is|are)(?:\\sheld)?|sails?|departs?|arrives?)';
/** "starts in Bergen on Saturday": the present of a timetable. */
const timetable = new RegExp(
	`\\b${startsOrEnds}(?:\\s(?:in|at|off|near|with|around|across|along|early|late)\\b[^.;,]{0,40}?)?\\s(?:(?:on|from|until|till|through|by|the|for)\\s)*${soon}`,
	'i',
);
/** "On Saturday the exercise begins"; a headline may tell of what has been in this way. */
const timetableAfter = new RegExp(
	`\\b${soon}[^.;]{0,60}\\b(?:starts?|begins?|opens|kicks?\\soff|commences?|gets?\\sunder\\s?way)\\b|\\b(?:starts|begins|kicks\\soff|opens|launches)\\b[^.;]{0,60}\\b(?:on\\s|from\\s)?${soon}`,
	'i',
);
const startingSoon = new RegExp(
	`\\b(?:starting|beginning|opening|kicking\\soff|commencing|from|until|by|due|coming)\\s(?:in\\s[^.;,]{0,40}\\s)?(?:on\\s)?${soon}`,
	'i',
);
const past = new RegExp(
	`\\b(?<!-)(?:was|were|had|has\\s(?:been\\s)?\\w+ed|have\\s(?:been\\s)?\\w+ed|took|came|saw|flew|sent|began|ran|led|held|met|sailed|resumed|wrapped\\sup|carried\\sout|${verbPattern('hold', 'happen', 'act')}(?<=ed|ld|nt|ew|ok|an))\\b`,
	'i',
);
const headline = new RegExp(`\\bto\\s${verbPattern('hold', 'happen', 'act')}\\b`, 'i');

/** Whether a stretch of text tells of what was, is, or will be. In a headline "to hold" is the future. */
export function tenseOf(text: string, { start, end }: Span, inHeadline = false): Tense {
	const slice = text.slice(start, end);
	if (future.test(slice) || timetable.test(slice) || (inHeadline && headline.test(slice))) return 'future';
	if (past.test(slice)) return 'past';
	return startingSoon.test(slice) || (!inHeadline && timetableAfter.test(slice)) ? 'future' : 'present';
}
