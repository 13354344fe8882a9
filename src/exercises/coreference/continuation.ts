import type { Span } from '../../text/span.js';
import { oneOf } from '../../text/word-pattern.js';
import { countPattern } from '../../values/number-words.js';
import { countriesOf } from '../sentences/country-groups.js';
import { forceWords } from '../sentences/force-mentions.js';
import { ownForces, roleWords } from '../sentences/role-words.js';
import { hasRoster } from '../sentences/rosters.js';
import type { SentenceReading } from '../sentences/sentence-reading.js';
import { tenseOf } from '../sentences/tense.js';
import { verbPattern } from '../sentences/verbs.js';

const acted = new RegExp(`\\b${verbPattern('act', 'hold')}\\b`, 'i');
/** What may stand between a subject and its verb: ", which are no members,", " (JMSDF)". */
const inserted = '(?:,\\s(?:which|who|whose|both|neither|each|all)\\b[^,;.]{3,90},)?';
const sent = new RegExp(
	`^${inserted}(?:\\s(?:will|shall|also|has|have|had|is|are|to|plans?|set|expected|both|jointly|soon|already|recently|each|all))*\\s(?:sen[dt]s?|sending|deploy(?:s|ed|ing)?|mobili[sz](?:ed?|ing)|contribut\\w+|dispatch(?:es|ed|ing)?|field(?:s|ed|ing)?|commit(?:s|ted|ting)?|provid(?:es?|ed|ing))\\b`,
	'i',
);
const did = new RegExp(
	`^${inserted}(?:\\s(?:(?:of|from)\\s[^.;]{3,160}?|will|shall|also|then|has|have|had|been|is|are|was|were|be|to|both|jointly|later|only|not|the|among|those|due|set|expected|scheduled|slated))*\\s${verbPattern('act')}\\b`,
	'i',
);
const attended = /\b(?:observers?|contingents?)\b/i;
const tookPart =
	/\b(?:(?:takes?|took|taking|taken)\spart|participat(?:es?|ed|ing)|confirmed\s(?:(?:their|its)\s)?participation|(?:among|are|were)\sthe\sparticipants|(?:is|are|was|were|been)\s(?:also\s)?joined\sby|joined\s(?:in|as|for|this|too)|completed?s?\sthe\slist|(?:ships|vessels|warships|troops|forces|soldiers|aircraft|jets|personnel|units|contingents|delegations|teams)\s(?:also\s)?(?:came|come|arrived|hailed?|joined)\b)/i;
/** "took part in the talks": of something else, as long as nothing tells that it is a part of the exercise. */
const elsewhere =
	/\b(?:part|participat\w+)\sin\s(?!(?:it|them|all|both)\b|(?:the|this|these|those|its|their)\s(?:[\w-]+\s){0,2}(?:phases?|stages?|events?|serials?|activit|trainings?|games?|fields?|ceremon|manoeuv|maneuv|landings?|shoot))/i;
/** "Four countries came with aircraft – A, B, C and D" */
const parties = new RegExp(
	`\\b${countPattern}\\s(?:[\\w-]+\\s){0,2}(?:nations|countries|states|allies|partners|navies|militaries)\\b`,
	'i',
);
const participantsFrom = new RegExp(
	`\\b${oneOf([forceWords.people, forceWords.ships, forceWords.aircraft, forceWords.formations].flat())}\\b[^.;]{0,20}\\sfrom\\s`,
	'i',
);
/** "a joint team from Latvia and Canada" */
const participantsOf = new RegExp(`\\b${roleWords.participants}\\s(?:from|of)\\s(?:the\\s)?\\p{Lu}`, 'u');
/** "Norway acts as host", "Uganda, as host, …" */
const hosted =
	/\b(?:act(?:s|ed|ing)?\sas|serv(?:es?|ed|ing)\sas|is|are|was|will\sbe|as|play(?:s|ed|ing)?)\s(?:the\s|joint\s)?hosts?(?:\s(?:nation|country))?\b(?!\sto\s(?:talks|a\ssummit))/i;
/** "he said it was meant to …", "adding that the aim is to …" */
const aimOf =
	/\b(?:(?:it|they)\s(?:is|are|was|were)\s(?:intended|meant|aimed|designed)|(?:the|its|their)\s(?:\w+\s)?(?:aim|purpose|objective|goal)s?\s(?:is|are|was|were))\b/i;
const gathering =
	/\b(?:part|participat\w+)\sin\s[^.;,]{0,40}\b(?:summit|talks|conference|meetings?|forum|wars?|negotiations|invasion|fighting|expo|exhibition|peacekeeping\smission)\b/i;

/** "China has decried the intrusion of US warships": of what somebody's forces do elsewhere. */
const accused =
	/\b(?:decr(?:y|ies|ied)|condemn\w*|denounc\w*|accus\w*|protested|provocati\w*|intru\w+|violat\w+|invasion|annex\w+|missile\stests?|ballistic)\b/i;

/** "sent a unit to the previous edition", "pulled out a year ago": of an edition that nothing else is told of. */
const bygone = new RegExp(
	`\\b(?:(?:last|previous|earlier|past)\\s(?:year(?:['’]s)?|years|time|editions?|iterations?|exercises?|drills?)|(?:first|second|third|inaugural|maiden)\\s(?:edition|iteration)|(?:an?|${countPattern})\\s(?:years?|decades?)\\s(?:ago|before|earlier))\\b`,
	'i',
);

/** What comes or went in another month is no part of what is going on. */
const otherTime = /\b(?:last|next)\s(?:month|year|spring|summer|autumn|fall|winter)\b/i;

/** How far a sentence is from one that speaks of the exercise. */
export interface Distance {
	/** The sentence before spoke of it. */
	readonly next: boolean;
	/** One of the sentences before did, and none of another. */
	readonly near: boolean;
	/** The section speaks of one exercise alone, so that who sends what may stand further off. */
	readonly only: boolean;
}

/** How a sentence goes on about an exercise: `told` by its words, `loose` by nothing but the forces in it. */
export type Continuation = 'told' | 'loose';

/**
 * Whether a sentence without any word for an exercise goes on about the one before it: somebody takes part, or its
 * forces do something.
 */
export function continuationOf(
	text: string,
	reading: SentenceReading,
	{ next, near, only }: Distance,
): Continuation | null {
	const { start, end } = reading.sentence;
	const slice = text.slice(start, end);
	if (gathering.test(slice) || bygone.test(slice)) return null;
	if (isTold(text, reading, next, only)) return 'told';
	if (hasRoster(reading)) return 'loose';
	if (!(next || near || only) || accused.test(slice) || otherTime.test(slice)) return null;
	// A ship's name alone is the remains of a caption.
	return /[.!?…][”"’')]*$/.test(slice) &&
		(reading.forces.some(({ materiel }) => materiel) ||
			participantsOf.test(slice) ||
			(near && only && acted.test(slice) && hasVenue(reading, slice)))
		? 'loose'
		: null;
}

function isTold(text: string, reading: SentenceReading, next: boolean, only: boolean): boolean {
	const { sentence } = reading;
	const slice = text.slice(sentence.start, sentence.end);
	if (attended.test(slice)) return next || only;
	if (tookPart.test(slice) && (next || (!elsewhere.test(slice) && namesParticipants(reading)))) return true;
	if ((next || only) && hosted.test(slice) && namesParticipants(reading)) return true;
	if (next && aimOf.test(slice)) return true;
	if (next && participantsFrom.test(slice) && nationsOf(reading, sentence).size > 1) return true;
	if ((next || only) && parties.test(slice) && nationsOf(reading, sentence).size > 1) return true;
	if (!acted.test(slice)) return false;
	const subject = subjectOf(text, reading);
	if (!subject) return false;
	const rest = text.slice(subject.end, sentence.end);
	if (only && sent.test(rest)) return true;
	return (
		(next || (only && nationsOf(reading, subject).size > 1)) &&
		did.test(rest) &&
		(tenseOf(text, sentence) !== 'present' || /\b(?:is|are)\s(?:\w+\s){0,2}\w+ing\b/.test(rest))
	);
}

function namesParticipants({ places, actors, forces }: SentenceReading): boolean {
	return forces.length > 0 || actors.length > 0 || places.some(({ place }) => place.kind === 'country');
}

function nationsOf(reading: SentenceReading, { start, end }: Span): Set<string> {
	return new Set(
		countriesOf(reading).flatMap((mention) =>
			mention.start >= start && mention.start < end ? [mention.country.id] : [],
		),
	);
}

const introduction =
	/^[“"‘'’”\s]*(?:This\s(?:year|time)\s|(?:On|In|At|Over|During|Earlier|Later|Last|Meanwhile|Then|This|For)\b[^,]{0,60},\s)?(?:(?:the|an?|both|some|about|more\sthan|over|its)\s)*(?:(?:[\w-]+\s){0,2}(?:troops|marines|soldiers|sailors|commandos|paratroopers|personnel|crews|ships|warships|vessels|aircraft|jets|units)\s(?:from|of)\s(?:both\s|the\s)?)?$/i;

/** The force or the countries that a sentence begins with. */
function subjectOf(text: string, { sentence, places, actors, forces }: SentenceReading): Span | undefined {
	const starts = [...forces, ...actors, ...places.filter(({ place }) => place.kind === 'country')];
	const first = starts
		.filter(({ start }) => introduction.test(text.slice(sentence.start, start)))
		.toSorted((a, b) => a.start - b.start || b.end - a.end)[0];
	if (!first) return undefined;
	let { end } = first;
	for (const other of starts.toSorted((a, b) => a.start - b.start)) {
		if (other.start >= end && /^(?:,|\s|and|\([^)]*\)|the)*$/.test(text.slice(end, other.start))) end = other.end;
	}
	end += ownForces.exec(text.slice(end, sentence.end))?.[0].length ?? 0;
	const bracket = /^\s\([^)]*\)/.exec(text.slice(end, sentence.end));
	return { start: first.start, end: end + (bracket?.[0].length ?? 0) };
}

const reports = new RegExp(`\\b${verbPattern('report', 'watch')}\\b|^[“"‘']`, 'i');

/** Something is done at a place, and nobody says anything: there is nothing else that it could belong to. */
function hasVenue({ places }: SentenceReading, slice: string): boolean {
	return (
		places.some(({ how, place }) => how === 'name' && place.kind !== 'country' && place.kind !== 'continent') &&
		!reports.test(slice)
	);
}
