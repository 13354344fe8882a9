import { matchesOf } from '../../text/matches.js';
import type { Span } from '../../text/span.js';
import { oneOf } from '../../text/word-pattern.js';
import { type CountryGroup, namedGroups } from './country-groups.js';
import { forceWords } from './force-mentions.js';
import type { SentenceReading } from './sentence-reading.js';
import { verbPattern } from './verbs.js';

/** So many countries in one breath, in an article on an exercise, are those that take part, whatever the verb. */
const longEnough = 3;

const nouns = oneOf(
	[
		forceWords.people,
		forceWords.ships,
		forceWords.aircraft,
		forceWords.formations,
		forceWords.services,
		forceWords.parties,
	].flat(),
);
/** Before a list that is none of participants: places, what something is of, and what is only like them. */
const locative =
	/\b(?:in|into|to|for|over|across|near|off|on|at|around|against|through|throughout|towards?|than|about|as|like|outside|inside|along|visit\w*)\s(?:the\s)?(?:[\w-]+\s(?:of|in)\s(?:the\s)?)?$/i;
const ofForces = new RegExp(`\\b(?:${nouns}|ministers|chiefs)\\s(?:of|from|in)\\s(?:both\\s|the\\s)?$`, 'i');
/** Words in the list's own clause that tell of something else than taking part. */
const contrary = new RegExp(
	`\\b(?:${verbPattern('watch')}|observers?|invit\\w+|declin\\w+|refus\\w+|absent|missing|stay(?:ed|s|ing)?\\saway|not|nor|never|without|withdr[ae]w\\w*|none|at\\sleast\\sone|pulled\\sout|skip\\w*|boycott\\w*|neighbou?r\\w*|borders?|condemn\\w*|criticis\\w*|criticiz\\w*|protest\\w*|denounc\\w*|accus\\w*|sanction\\w*|talks|summit|treat(?:y|ies)|pact|alliance|membership|tensions?|wars?|claim\\w*|disput\\w*|previous\\w*|earlier|ago|last\\syear|last\\syear['’]s|would|could|might)\\b`,
	'i',
);
/** "Nine nations were invited to watch. A, B and C …" */
const invited = new RegExp(`\\b(?:invit\\w+|observers?|${verbPattern('watch')})\\b`, 'i');
const longestBefore = 300;
const clauseBreak = /[;:–—]\s|,\s(?:which|who|whose|where|while|whereas|but|as|after|before|because)\s/g;

/** "A, B and C": no other sentence need be looked at closely. */
const list = /,\s(?:the\s)?\p{Lu}[^.;]{0,200}?\s(?:and|&)\s(?:the\s)?\p{Lu}/u;

/** Whether a sentence lists nations that take part. */
export function hasRoster(reading: SentenceReading): boolean {
	const { text, sentence } = reading;
	return (
		list.test(text.slice(sentence.start, sentence.end)) &&
		namedGroups(reading).some((group) => isRoster(reading, group))
	);
}

/**
 * A list of three or more countries or of their forces, in a sentence that tells of an exercise, with no sign to the
 * contrary.
 */
export function isRoster({ text, sentence }: SentenceReading, group: CountryGroup): boolean {
	if (group.anaphoric || new Set(group.members.map(({ country }) => country.id)).size < longEnough) return false;
	const before = text.slice(sentence.start, group.start);
	const after = text.slice(group.end, sentence.end);
	if (invited.test(sentenceBefore(text, sentence.start))) return false;
	if (!ofForces.test(before) && locative.test(before)) return false;
	if (/^['’]s?\s(?!(?:own\s)?(?:armed|navy|navies|army|armies|air|forces|ships|troops|military)\b)/.test(after))
		return false;
	return !isContradicted(text, sentence, group) && !said.test(after);
}

/** Something in the clause around it tells that those named there take no part. */
export function isContradicted(text: string, sentence: Span, { start, end }: Span): boolean {
	const before = text.slice(sentence.start, start);
	const after = text.slice(end, sentence.end);
	const from = matchesOf(before, clauseBreak).at(-1)?.index ?? 0;
	const [next] = matchesOf(after, clauseBreak);
	return contrary.test(before.slice(from)) || contrary.test(after.slice(0, next?.index ?? after.length));
}

/** The sentence before one, in its paragraph. */
function sentenceBefore(text: string, start: number): string {
	const paragraph =
		text
			.slice(Math.max(0, start - longestBefore), start)
			.split('\n')
			.at(-1) ?? '';
	return (
		paragraph
			.trimEnd()
			.split(/[.!?]["”’']?\s/)
			.at(-1) ?? ''
	);
}

const said = new RegExp(`^\\s(?:(?:have|has|had|all|also|both)\\s)*${verbPattern('report')}\\b`);
