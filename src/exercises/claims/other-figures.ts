import type { Span } from '../../text/span.js';

/** "up from 3,000", "compared with 3,000", "twice as many as the 4,000": what the exercise's own figure is set against. */
const setAgainst =
	/\b(?:(?:up|down|increase|rise|drop|fall)\sfrom|compared\s(?:with|to)|(?:more|fewer|less|larger|smaller|bigger)\sthan\s(?:last|the)|(?:as\s(?:many|large|big)(?:\s\p{L}+)?|same)\sas|against|instead\sof|rather\sthan|not)\s(?:the\s|some\s|about\s|around\s|only\s)?$/iu;
/** "3,000 in 2023", "the 4,000 of last year": of another edition. */
const ofOtherEdition =
	/^(?:\s\p{L}+){0,2}\s(?:of|in|at|from|during)\s(?:the\s)?(?:last|previous|earlier|past)\s(?:year|time|edition|one|exercise|drill)/iu;
/** "The army has 30,000 troops": all that there are. */
const strengthOf =
	/\b(?:army|navy|air\sforce|forces?|corps|country|nation|state|military|fleet|service|alliance|militia|guard)\s(?:has|have|had|numbers?|numbered|counts?|boasts?|fields?|maintains?|employs?|consists?\sof|is\smade\sup\sof)\s(?:(?:about|around|some|more\sthan|over|nearly|almost|only|up\sto)\s)?$/iu;
const leftOut = /\b(?:without|minus|excluding|not\scounting)\s(?:the\s)?$/i;

/** True for a number that its sentence tells of something other than the exercise. */
export function isOtherFigure(text: string, { start, end }: Span, sentence: Span): boolean {
	// A range may begin with "from", and so may a comparison.
	const own = /^from\s/i.exec(text.slice(start, end))?.[0].length ?? 0;
	const before = text.slice(sentence.start, start + own);
	return setAgainst.test(before) || strengthOf.test(before) || leftOut.test(before) || ofOtherEdition.test(text.slice(end, sentence.end));
}
