import type { Span } from '../../text/span.js';
import type { NameMention } from '../names/name-mention.js';
import { seriesKeyOf } from '../names/name-mention.js';
import type { ExerciseMention } from '../sentences/exercise-mentions.js';
import type { ExercisePhrase } from '../sentences/exercise-phrases.js';
import type { SentenceReading } from '../sentences/sentence-reading.js';
import { verbPattern } from '../sentences/verbs.js';
import { isEvent, isHabit } from './events.js';
import {
	type Circumstances,
	editionOf,
	isCompatible,
	isCorroborated,
	isOfEarlierYear,
	type Referent,
	yearOf,
	yearsOf,
} from './referents.js';
import { subordinate } from './segments.js';

/** What a section has told of so far. */
export interface Focus {
	readonly referents: Referent[];
	/** The exercise that the headline tells of. */
	subject: Referent | null;
	/** The exercise that the section is telling of. */
	current: Referent | null;
	/** What the sentence before spoke of. */
	last: Referent | null;
	/** Sentences since one that spoke of an exercise. */
	since: number;
	/** Of the section, where it states one. */
	readonly publishedYear: number | null;
}

/** The sentence that a mention stands in. */
export interface MentionContext {
	readonly text: string;
	readonly reading: SentenceReading;
	readonly said: Circumstances;
	/** It begins with "Additionally", "Meanwhile" or the like. */
	readonly aside: boolean;
}

/** "The exercise was previously known as X": another name of the one in focus. */
const alias =
	/\b(?:call|calls|called|dub|dubs|dubbed|labels?|labelled)\s(?:it|them)\s(?:the\s)?[“"‘']?$|\b(?:exercises?|drills?|it|which|and)\s(?:is\s|was\s|were\s|are\s)?(?:previously|formerly|also|once|earlier|originally)\s(?:known\sas|called|named|dubbed)\s(?:the\s)?[“"‘']?(?:exercise\s)?$/i;
/** "Formerly known as X, it was renamed": another name of what the sentence before spoke of. */
const renamed = /^(?:previously|formerly|once|originally)\s(?:known\sas|called|named|dubbed)\s(?:the\s)?[“"‘']?(?:exercise\s)?$/i;
/** Between a name and a date of its own: "X, from April 8 to 10, 2023". */
const beforeOwnDate = /^[”"’']?,?\s(?:which\s)?(?:was\s)?(?:held\s|conducted\s)?(?:(?:from|on|in|of|during)\s)?$/i;
const earlierName = /\b(?:original|first(?:[-\s]ever)?|previous|earlier|inaugural)\s(?:edition\sof\s)?(?:the\s)?(?:exercise\s)?[“"‘']?$/i;
const lastYears = /\b(?:last|previous)\syear['’]s\s(?:exercise\s)?[“"‘']?$/i;
const earlierEdition = /^(?:previous|last|earlier|past|first)$/;
/** Words that bring in another exercise. */
export const alsoNew = /\b(?:also|another|separate(?:ly)?|in\saddition)\b/i;
/** "as part of X, a series of airborne drills": only a part of what was told of is of that one. */
const partOf = /\bpart\sof\s(?:the\s)?(?:exercise\s)?[“"‘']?$/i;
/** "They include a command post exercise and a field exercise": its parts. */
const within =
	/\b(?:they|it|which|exercises?|drills?|programme|program|activities|training|event)\s(?:also\s|will\s){0,2}(?:include|includes|included|feature|features|featured|comprises?|comprised)\b[^.;]*$/i;
const longList = 3;
const tells = new RegExp(`\\b${verbPattern('hold', 'act')}\\b`, 'i');
const apart = /^(?:separate|parallel|simultaneous|concurrent)$/;

/** The exercise that a mention means, a new one where none told of before fits; null for talk of exercises in general. */
export function referentOf(context: MentionContext, mention: ExerciseMention, focus: Focus, previous: Referent | null): Referent | null {
	if (mention.name) return referentNamed(context, mention, mention.name, focus);
	const { phrase } = mention;
	if (!phrase) return null;
	const event = isEvent(context.text, context.reading, phrase);
	const beside = phrase.modifiers.some((modifier) => apart.test(modifier));
	if (isOtherEdition(phrase, previous ?? focus.current, focus)) return untracked(phrase);
	if (isAnaphor(phrase) && !(event && isRestricted(context, phrase))) {
		return phrase.generic ? previous : antecedentOf(context, phrase, focus, previous);
	}
	if (isFirstOfItsKind(context, phrase) && event)
		return sameEvent(context, phrase, focus) ?? openReferent(focus, { phrase, kind: 'exercise', aside: beside });
	if (phrase.reference === 'possessive' && phrase.generic && previous) return previous;
	const told = toldByName(context, previous ?? focus.current);
	if (told) return told;
	if (previous === null && focus.current && within.test(before(context, phrase))) return null;
	if (
		phrase.generic ||
		!event ||
		isHabit(context.text, context.reading) ||
		(phrase.reference === 'definite' && !isRestricted(context, phrase))
	)
		return null;
	return (
		sameEvent(context, phrase, focus) ??
		openReferent(focus, { phrase, kind: phrase.kind === 'patrol' ? 'patrol' : 'exercise', aside: beside })
	);
}

/** A headline that has named an exercise, and a photograph's caption, speak of no second one without a name. */
function toldByName({ reading }: MentionContext, known: Referent | null): Referent | null {
	const { kind } = reading.sentence;
	return kind === 'caption' || (kind === 'title' && known?.seriesKey != null) ? known : null;
}

function isAnaphor(phrase: ExercisePhrase): boolean {
	return (
		(phrase.reference === 'demonstrative' || phrase.reference === 'definite') &&
		!phrase.modifiers.some((modifier) => modifier === 'first' || modifier === 'last')
	);
}

/** "the recent joint air patrols conducted over the East China Sea" brings its own place and needs none before it. */
function isRestricted({ text, reading }: MentionContext, phrase: ExercisePhrase): boolean {
	if (phrase.reference !== 'definite') return false;
	return /^\s(?:conducted|held|staged|carried\sout|launched|(?:with|between)\s[^,.;]{2,40},\swhich)\b/.test(
		text.slice(phrase.end, reading.sentence.end),
	);
}

/** "in the first full-scale exercise among the four countries". */
function isFirstOfItsKind({ text, reading }: MentionContext, { modifiers, reference, kind, end }: ExercisePhrase): boolean {
	if (kind !== 'exercise' || reference !== 'definite' || modifiers[0] !== 'first') return false;
	return /^\s(?:among|between|with|by|of\sits\skind|involving)\b/.test(text.slice(end, reading.sentence.end));
}

function antecedentOf({ reading }: MentionContext, phrase: ExercisePhrase, focus: Focus, previous: Referent | null): Referent | null {
	const fits = (referent: Referent | null): referent is Referent =>
		referent !== null && (phrase.kind === 'patrol') === (referent.kind === 'patrol') && referent.kind !== 'operation';
	if (phrase.kind === 'operation')
		return phrase.reference === 'demonstrative' ? focus.last : (focus.referents.findLast(({ kind }) => kind === 'operation') ?? null);
	if (fits(previous)) return previous;
	const { last } = focus;
	if (fits(last) && last.paragraphs.at(-1) === reading.sentence.paragraph) return last;
	if (fits(focus.current)) return focus.current;
	const known = focus.referents.filter((referent) => fits(referent) && !referent.aside);
	return known.at(-1) ?? focus.referents.findLast(fits) ?? null;
}

function referentNamed(context: MentionContext, mention: ExerciseMention, name: NameMention, focus: Focus): Referent {
	if (isEarlierUndated(context, name, focus) || isRotation(context, name)) return untracked(null);
	const inPassing = context.aside || subordinate.test(before(context, mention));
	const added = alsoNew.test(before(context, mention)) || (mention.phrase?.modifiers.some((modifier) => apart.test(modifier)) ?? false);
	const referent =
		referentOfName(context, mention, name, focus, inPassing) ??
		(inPassing || added ? null : namelessReferent(context, mention, focus)) ??
		openReferent(focus, { phrase: null, kind: name.kind === 'competition' ? 'exercise' : name.kind, aside: false });
	referent.seriesKey ??= seriesKeyOf(name);
	referent.names.push(name);
	if (inPassing) referent.aside ||= referent.names.length === 1 && referent.phrase === null;
	else referent.aside = false;
	return referent;
}

/** "Last year's X", "the previous X", with nothing that tells which year that was. */
function isEarlierUndated(context: MentionContext, name: NameMention, { publishedYear, referents }: Focus): boolean {
	if (name.year !== null || !referents.some(({ seriesKey }) => seriesKey === seriesKeyOf(name))) return false;
	const words = before(context, name);
	if (lastYears.test(words)) return context.said.times.length === 0;
	return (
		earlierName.test(words) &&
		publishedYear === null &&
		!context.reading.dates.some(({ says }) => says.kind === 'calendar' && says.to.year !== null)
	);
}

/** "Under the rotation of X, Y and Z": series named in one breath, of which no edition is told. */
function isRotation({ text, reading }: MentionContext, name: NameMention): boolean {
	const bare = reading.names.filter(({ year, edition }) => year === null && edition === null);
	const [first] = bare;
	if (bare.length < longList || !first || !bare.includes(name)) return false;
	const gaps = bare.slice(1).map((other, index) => text.slice(bare[index]?.end, other.start));
	return (
		gaps.every((gap) => /^[”"’'*]?,?\s(?:and\s|or\s)?[“"‘'*]?$/.test(gap)) && !tells.test(text.slice(reading.sentence.start, first.start))
	);
}

/** The exercise of that name that was told of before: the same edition, or one whose year was not said yet. */
function referentOfName(
	context: MentionContext,
	mention: ExerciseMention,
	name: NameMention,
	focus: Focus,
	inPassing: boolean,
): Referent | null {
	const translated =
		name.sameAs === null ? undefined : focus.referents.find((referent) => referent.names.some(({ start }) => start === name.sameAs));
	if (translated) return translated;
	if (renamed.test(before(context, name))) return focus.last ?? focus.current;
	if (focus.current && alias.test(before(context, name))) return focus.current;
	if (name.year === null && earlierName.test(before(context, name))) return null;
	const relatives = focus.referents.filter((referent) => referent.seriesKey === seriesKeyOf(name) && isSameEdition(referent, name));
	if (name.year === null && isOfOtherYear(context, name, relatives)) return null;
	if (name.year === null)
		return (
			relatives.find((referent) => referent === focus.current) ??
			relatives.find((referent) => !(referent.aside && isOfEarlierYear(referent, focus.publishedYear))) ??
			null
		);
	const same = relatives.find((referent) => yearOf(referent) === name.year);
	if (same || inPassing || mention.phrase?.modifiers.some((modifier) => earlierEdition.test(modifier))) return same ?? null;
	const { year } = name;
	return (
		relatives.find((referent) => yearOf(referent) === null && mayBeOf(referent, year, focus) && isCompatible(referent, context.said)) ??
		null
	);
}

/** An article tells of this year's exercise by its name alone, and of an earlier edition by its year: the two are not one. */
function mayBeOf(referent: Referent, year: number, { publishedYear }: Focus): boolean {
	return publishedYear === null || year >= publishedYear || referent.years.includes(year);
}

/** A date of its own behind the name tells that it is of another year than all told of before. */
function isOfOtherYear({ text, reading }: MentionContext, name: NameMention, relatives: readonly Referent[]): boolean {
	const date = reading.dates.find(({ start }) => start >= name.end && beforeOwnDate.test(text.slice(name.end, start)));
	const [own] = date ? yearsOf([date]) : [];
	return own !== undefined && relatives.every((referent) => yearOf(referent) !== null && yearOf(referent) !== own);
}

function isSameEdition(referent: Referent, name: NameMention): boolean {
	const edition = editionOf(referent);
	return edition === null || name.edition === null || edition === name.edition;
}

/** An exercise told of without a name, which this name is of: "… joint drills in the Sea of Japan. The “X-2023” exercise …". */
function namelessReferent(context: MentionContext, mention: ExerciseMention, focus: Focus): Referent | null {
	const { said } = context;
	// An article that opens with an unnamed exercise and names one in the same breath tells of one.
	const referent =
		focus.current ?? (focus.referents.length === 1 && context.reading.sentence.kind === 'prose' ? focus.referents[0] : undefined);
	if (!referent || referent.seriesKey !== null || mention.name?.kind === 'operation') return null;
	if (mention.phrase?.reference === 'indefinite' && partOf.test(before(context, mention))) return null;
	if (referent.kind === 'patrol' && mention.name?.kind !== 'patrol' && mention.phrase?.kind !== 'patrol') return null;
	const past = focus.publishedYear !== null && (mention.name?.year ?? focus.publishedYear) < focus.publishedYear;
	if (past && referent.years.length === 0) return null;
	if (mention.phrase && isAnaphor(mention.phrase)) return referent;
	// News describe an exercise first and name it then; that one has begun and will go on does not make two of it.
	const alone = focus.referents.length === 1 && mention.name?.year === null;
	return isCompatible(referent, alone ? { ...said, tense: 'present' } : said) ? referent : null;
}

/** A new mention may tell again of an exercise already told of. */
function sameEvent({ text, reading, said }: MentionContext, phrase: ExercisePhrase, focus: Focus): Referent | null {
	if (alsoNew.test(text.slice(Math.max(reading.sentence.start, phrase.start - 60), phrase.start)) && focus.current?.kind !== 'patrol')
		return null;
	if (phrase.modifiers.some((modifier) => modifier === 'another' || apart.test(modifier))) return null;
	const kind = phrase.kind === 'patrol' ? 'patrol' : 'exercise';
	return (
		focus.referents.findLast((referent) => {
			if (referent.kind !== kind || referent.aside || !isCompatible(referent, said)) return false;
			return referent.seriesKey === null || isCorroborated(referent, said) || (referent === focus.current && !referent.inProse);
		}) ?? null
	);
}

function openReferent(focus: Focus, { phrase, kind, aside }: Pick<Referent, 'phrase' | 'kind' | 'aside'>): Referent {
	const referent: Referent = { ...untracked(phrase), kind, aside };
	focus.referents.push(referent);
	return referent;
}

/** "the 2022 edition", where the exercise told of is that of another year. */
function isOtherEdition({ modifiers, reference }: ExercisePhrase, referent: Referent | null, { publishedYear }: Focus): boolean {
	const year = modifiers.find((modifier) => /^(?:19|20)\d\d$/.test(modifier));
	const own = (referent && yearOf(referent)) ?? publishedYear;
	return reference === 'definite' && referent?.seriesKey != null && year !== undefined && own !== null && Number(year) !== own;
}

/** An edition spoken of in passing: nothing that is said of it is said of the one told of, and no record is made of it. */
function untracked(phrase: ExercisePhrase | null): Referent {
	return {
		seriesKey: null,
		names: [],
		phrase,
		kind: 'exercise',
		tense: null,
		places: [],
		times: [],
		years: [],
		paragraphs: [],
		inProse: false,
		aside: true,
	};
}

function before({ text, reading }: MentionContext, { start }: Span): string {
	return text.slice(reading.sentence.start, start);
}
