import { matchesOf } from '../../text/matches.js';
import type { Span } from '../../text/span.js';
import type { DateMention } from '../../values/date-mentions.js';
import { verbPattern } from '../sentences/verbs.js';

/**
 * Characters that may part an exercise from a clause about it: "the drills with Russia in the Gulf of Oman, which …".
 */
const LONGEST_NOUN = 60;
const verbs = new RegExp(
	`\\b(?:(?<report>${verbPattern('report', 'watch')})|${verbPattern('hold', 'happen', 'act')})\\b`,
	'g',
);
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
/** "Planning for the exercise began on 3 January": the day of its planning. */
const preparing =
	/\b(?:planning|preparations?|preparing|registration|recruitment|work|talks|negotiations|discussions|invitations?|sales?|applications?)\s(?:(?:for|on|to|of|about)\s(?:[^.;]{0,60}\s)?)?(?:began|begun|begins?|started|starts|opened|opens|ended|ends|closed|closes|concluded|were\ssent|was\sheld|were\sheld)\s(?:out\s)?(?:on|in)\s$/i;
/** What an exercise's own days may be the days of. */
const ownNoun =
	/^(?:exercis\w*|drills?|man(?:oeu|eu)v(?:re|er)s?|war-?games?|games?|edition|iteration|phase|stage|part|portion|leg|round|period|window|dates?|days?|weeks?|weekends?|fortnight|months?|morning|afternoon|evening|nights?|hours|dawn|start|end|beginning|close|opening|middle|half|course|conduct|training|patrols?|schedule|quarter|season|all|most|out)$/i;
/** What is told of by its own day, and of which there are laws, treaties and wars. */
const otherNoun =
	'(?:battle|war|siege|raid|attack|bombing|massacre|uprising|revolt|revolution|coup|armistice|cease-?fire|surrender|landings?|invasion|victory|defeat|sinking|earthquake|tsunami|disaster|explosion|decree|order|directive|law|act|bill|resolution|agreement|accord|treaty|pact|protocol|memorandum|declaration|communiqu[eé]|statement|decision|ruling|referendum|elections?|summit|meeting|speech|letter|anniversary|incident|collision|crash)s?';
const ofNoun = /([\p{L}\p{N}’'-]+)\sof\s(?:the\s)?$/iu;
/** "the attack on 8 July"; "began landing on 8 July" and "a landing on 8 July" may be of the exercise. */
const ofOtherNoun = new RegExp(
	`\\b(?:the|an?)\\s(?:[\\p{L}-]+\\s){0,2}(?!landing)${otherNoun}\\s(?:on|in)\\s(?:the\\s)?$`,
	'iu',
);
const beforeOtherNoun = new RegExp(`^\\s(?:\\p{L}+\\s)?${otherNoun}\\b`, 'iu');
/** "those who fell on", "commemorating the victory on" */
const recalls =
	/\b(?:fought|died|fell|killed|born|perished|passed|adopted|approved|ratified|enacted|agreed|decreed|ordered|issued|anniversary|commemorat\w+|celebrat\w+|memory|in\shonou?r|recall\w*|remember\w*|mark(?:s|ed|ing))\b(?:(?!\b(?:held|began|started|opened|took|place|ran|runs|from|conducted|staged)\b)[^,;.]){0,50}$/i;
/** "cancelled in June", "put off on Monday": the day of the decision; "put off until June" tells when it is held. */
const calledOff =
	/\b(?:cancell?ed|called\soff|scrapped|shelved|axed|abandoned|suspended|postponed|put\soff|deferred)\s(?:(?:on|in|late|early|earlier)\s)*$/i;
/** "cancelled in 2020": the edition of that year. */
const bareYear = /^(?:in\s)?(?:19|20)\d\d$/i;
const opening = /^[“"‘'\s]*(?:(?:on|in|earlier|late|early)\s)?$/i;

/**
 * Whether a date is that of an announcement, of a founding or of another event, and so not the exercise's own
 * (invariant 5 of the README).
 */
export function isOtherDate(text: string, sentence: Span, date: Span, mention: Span): boolean {
	const before = text.slice(sentence.start, date.start);
	if (dateline.test(before) && /^\s?(?:\([^)]{1,30}\)\s?)?[-–—]{1,2}\s/.test(text.slice(date.end, sentence.end)))
		return true;
	if (
		founded.test(before) ||
		(calledOff.test(before) && !bareYear.test(text.slice(date.start, date.end))) ||
		otherOccasion.test(before) ||
		isOfOtherThing(text, before, sentence, date, mention)
	)
		return true;
	if (preparing.test(before) && before.search(preparing) <= Math.max(0, mention.start - sentence.start)) return true;
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

/** "the battle of 8 July 1770", "a decree of 12 May", "the 12 May decree": days of history and of the law. */
function isOfOtherThing(text: string, before: string, sentence: Span, date: Span, mention: Span): boolean {
	const printed = text.slice(date.start, date.end);
	const noun = ofNoun.exec(before);
	if (noun && /\d(?!\d{3})/.test(printed.replace(/\b\d{4}\b/g, ''))) {
		const at = sentence.start + noun.index;
		const inMention = mention.start <= at && at < mention.end && /exercise|drill|man/i.test(noun[1] ?? '');
		if (!inMention && !ownNoun.test(noun[1] ?? '') && !/^\p{Lu}/u.test(noun[1] ?? '')) return true;
	}
	if (ofOtherNoun.test(before) || (recalls.test(before) && before.search(recalls) > mention.end - sentence.start))
		return true;
	return /\b(?:the|a|an|its|their)\s$/i.test(before) && beforeOtherNoun.test(text.slice(date.end, sentence.end));
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
	return (
		(at >= mention.start && end <= mention.end) ||
		/^\s(?:the\s)?[“"‘']?$/.test(text.slice(end, Math.max(end, mention.start)))
	);
}

/** "called the exercise a threat": somebody's word for it, and no name. */
function isSpokenOf(text: string, { start, end }: Span): boolean {
	return /^(?:the|this|these|those)\s/i.test(text.slice(start, end));
}

/** "It began in 2005 as …", told with a year alone: when a series began. */
export function isFounding(text: string, { start, precision }: DateMention): boolean {
	return (
		precision === 'year' &&
		/\b(?:beg[au]n|started|launched|introduced|goes\sback|go\sback|dates\sback)\s(?:life\s|to\s)?$/.test(
			text.slice(Math.max(0, start - 30), start),
		)
	);
}
