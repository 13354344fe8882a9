import type { Span } from '../../text/span.js';
import type { NameMention } from '../names/name-mention.js';
import { seriesKeyOf } from '../names/name-mention.js';
import type { Pointer } from '../sentences/exercise-mentions.js';
import type { ExercisePhrase } from '../sentences/exercise-phrases.js';
import type { SentenceReading } from '../sentences/sentence-reading.js';
import { verbPattern } from '../sentences/verbs.js';
import { isEvent, isHabit } from './events.js';
import { type Circumstances, editionOf, isCompatible, isCorroborated, isOfEarlierYear, type Strand, yearOf, yearsOf } from './referents.js';
import { subordinate } from './segments.js';

/** What a section has told of so far. */
export interface Focus {
	readonly strands: Strand[];
	/** The exercise that the headline tells of. */
	subject: Strand | null;
	/** The exercise that the section is telling of. */
	current: Strand | null;
	/** What the sentence before spoke of. */
	last: Strand | null;
	/** Sentences since one that spoke of an exercise. */
	since: number;
	/** Of the section, where it states one. */
	readonly publishedYear: number | null;
}

/** The sentence that a pointer stands in. */
export interface Here {
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

/** The exercise that a pointer means, a new one where none told of before fits; null for talk of exercises in general. */
export function strandOf(here: Here, pointer: Pointer, focus: Focus, previous: Strand | null): Strand | null {
	if (pointer.name) return strandNamed(here, pointer, pointer.name, focus);
	const { phrase } = pointer;
	if (!phrase) return null;
	const event = isEvent(here.text, here.reading, phrase);
	const beside = phrase.modifiers.some((modifier) => apart.test(modifier));
	if (isOtherEdition(phrase, previous ?? focus.current, focus)) return unfollowed(phrase);
	if (isAnaphor(phrase) && !(event && isRestricted(here, phrase))) {
		return phrase.generic ? previous : anaphorOf(here, phrase, focus, previous);
	}
	if (isFirstOfItsKind(here, phrase) && event)
		return sameEvent(here, phrase, focus) ?? open(focus, { phrase, kind: 'exercise', aside: beside });
	if (phrase.reference === 'possessive' && phrase.generic && previous) return previous;
	const told = toldByName(here, previous ?? focus.current);
	if (told) return told;
	if (previous === null && focus.current && within.test(before(here, phrase))) return null;
	if (phrase.generic || !event || isHabit(here.text, here.reading) || (phrase.reference === 'definite' && !isRestricted(here, phrase)))
		return null;
	return sameEvent(here, phrase, focus) ?? open(focus, { phrase, kind: phrase.kind === 'patrol' ? 'patrol' : 'exercise', aside: beside });
}

/** A headline that has named an exercise, and a photograph's caption, speak of no second one without a name. */
function toldByName({ reading }: Here, known: Strand | null): Strand | null {
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
function isRestricted({ text, reading }: Here, phrase: ExercisePhrase): boolean {
	if (phrase.reference !== 'definite') return false;
	return /^\s(?:conducted|held|staged|carried\sout|launched|(?:with|between)\s[^,.;]{2,40},\swhich)\b/.test(
		text.slice(phrase.end, reading.sentence.end),
	);
}

/** "in the first full-scale exercise among the four countries". */
function isFirstOfItsKind({ text, reading }: Here, { modifiers, reference, kind, end }: ExercisePhrase): boolean {
	if (kind !== 'exercise' || reference !== 'definite' || modifiers[0] !== 'first') return false;
	return /^\s(?:among|between|with|by|of\sits\skind|involving)\b/.test(text.slice(end, reading.sentence.end));
}

function anaphorOf({ reading }: Here, phrase: ExercisePhrase, focus: Focus, previous: Strand | null): Strand | null {
	const fits = (strand: Strand | null): strand is Strand =>
		strand !== null && (phrase.kind === 'patrol') === (strand.kind === 'patrol') && strand.kind !== 'operation';
	if (phrase.kind === 'operation')
		return phrase.reference === 'demonstrative' ? focus.last : (focus.strands.findLast(({ kind }) => kind === 'operation') ?? null);
	if (fits(previous)) return previous;
	const { last } = focus;
	if (fits(last) && last.paragraphs.at(-1) === reading.sentence.paragraph) return last;
	if (fits(focus.current)) return focus.current;
	const known = focus.strands.filter((strand) => fits(strand) && !strand.aside);
	return known.at(-1) ?? focus.strands.findLast(fits) ?? null;
}

function strandNamed(here: Here, pointer: Pointer, name: NameMention, focus: Focus): Strand {
	if (isEarlierUndated(here, name, focus) || isRotation(here, name)) return unfollowed(null);
	const inPassing = here.aside || subordinate.test(before(here, pointer));
	const added = alsoNew.test(before(here, pointer)) || (pointer.phrase?.modifiers.some((modifier) => apart.test(modifier)) ?? false);
	const strand =
		known(here, pointer, name, focus, inPassing) ??
		(inPassing || added ? null : adoptable(here, pointer, focus)) ??
		open(focus, { phrase: null, kind: name.kind === 'competition' ? 'exercise' : name.kind, aside: false });
	strand.seriesKey ??= seriesKeyOf(name);
	strand.names.push(name);
	if (inPassing) strand.aside ||= strand.names.length === 1 && strand.phrase === null;
	else strand.aside = false;
	return strand;
}

/** "Last year's X", "the previous X", with nothing that tells which year that was. */
function isEarlierUndated(here: Here, name: NameMention, { publishedYear, strands }: Focus): boolean {
	if (name.year !== null || !strands.some(({ seriesKey }) => seriesKey === seriesKeyOf(name))) return false;
	const words = before(here, name);
	if (lastYears.test(words)) return here.said.times.length === 0;
	return (
		earlierName.test(words) &&
		publishedYear === null &&
		!here.reading.dates.some(({ says }) => says.kind === 'calendar' && says.to.year !== null)
	);
}

/** "Under the rotation of X, Y and Z": series named in one breath, of which no edition is told. */
function isRotation({ text, reading }: Here, name: NameMention): boolean {
	const bare = reading.names.filter(({ year, edition }) => year === null && edition === null);
	const [first] = bare;
	if (bare.length < longList || !first || !bare.includes(name)) return false;
	const gaps = bare.slice(1).map((other, index) => text.slice(bare[index]?.end, other.start));
	return (
		gaps.every((gap) => /^[”"’'*]?,?\s(?:and\s|or\s)?[“"‘'*]?$/.test(gap)) && !tells.test(text.slice(reading.sentence.start, first.start))
	);
}

/** The exercise of that name that was told of before: the same edition, or one whose year was not said yet. */
function known(here: Here, pointer: Pointer, name: NameMention, focus: Focus, inPassing: boolean): Strand | null {
	const translated =
		name.sameAs === null ? undefined : focus.strands.find((strand) => strand.names.some(({ start }) => start === name.sameAs));
	if (translated) return translated;
	if (renamed.test(before(here, name))) return focus.last ?? focus.current;
	if (focus.current && alias.test(before(here, name))) return focus.current;
	if (name.year === null && earlierName.test(before(here, name))) return null;
	const relatives = focus.strands.filter((strand) => strand.seriesKey === seriesKeyOf(name) && isSameEdition(strand, name));
	if (name.year === null && isOfOtherYear(here, name, relatives)) return null;
	if (name.year === null)
		return (
			relatives.find((strand) => strand === focus.current) ??
			relatives.find((strand) => !(strand.aside && isOfEarlierYear(strand, focus.publishedYear))) ??
			null
		);
	const same = relatives.find((strand) => yearOf(strand) === name.year);
	if (same || inPassing || pointer.phrase?.modifiers.some((modifier) => earlierEdition.test(modifier))) return same ?? null;
	const { year } = name;
	return relatives.find((strand) => yearOf(strand) === null && mayBeOf(strand, year, focus) && isCompatible(strand, here.said)) ?? null;
}

/** An article tells of this year's exercise by its name alone, and of an earlier edition by its year: the two are not one. */
function mayBeOf(strand: Strand, year: number, { publishedYear }: Focus): boolean {
	return publishedYear === null || year >= publishedYear || strand.years.includes(year);
}

/** A date of its own behind the name tells that it is of another year than all told of before. */
function isOfOtherYear({ text, reading }: Here, name: NameMention, relatives: readonly Strand[]): boolean {
	const date = reading.dates.find(({ start }) => start >= name.end && beforeOwnDate.test(text.slice(name.end, start)));
	const [own] = date ? yearsOf([date]) : [];
	return own !== undefined && relatives.every((strand) => yearOf(strand) !== null && yearOf(strand) !== own);
}

function isSameEdition(strand: Strand, name: NameMention): boolean {
	const edition = editionOf(strand);
	return edition === null || name.edition === null || edition === name.edition;
}

/** An exercise told of without a name, which this name is of: "… joint drills in the Sea of Japan. The “X-2023” exercise …". */
function adoptable(here: Here, pointer: Pointer, focus: Focus): Strand | null {
	const { said } = here;
	// An article that opens with an unnamed exercise and names one in the same breath tells of one.
	const strand = focus.current ?? (focus.strands.length === 1 && here.reading.sentence.kind === 'prose' ? focus.strands[0] : undefined);
	if (!strand || strand.seriesKey !== null || pointer.name?.kind === 'operation') return null;
	if (pointer.phrase?.reference === 'indefinite' && partOf.test(before(here, pointer))) return null;
	if (strand.kind === 'patrol' && pointer.name?.kind !== 'patrol' && pointer.phrase?.kind !== 'patrol') return null;
	const past = focus.publishedYear !== null && (pointer.name?.year ?? focus.publishedYear) < focus.publishedYear;
	if (past && strand.years.length === 0) return null;
	if (pointer.phrase && isAnaphor(pointer.phrase)) return strand;
	// News describe an exercise first and name it then; that one has begun and will go on does not make two of it.
	const alone = focus.strands.length === 1 && pointer.name?.year === null;
	return isCompatible(strand, alone ? { ...said, tense: 'present' } : said) ? strand : null;
}

/** A new mention may tell again of an exercise already told of. */
function sameEvent({ text, reading, said }: Here, phrase: ExercisePhrase, focus: Focus): Strand | null {
	if (alsoNew.test(text.slice(Math.max(reading.sentence.start, phrase.start - 60), phrase.start)) && focus.current?.kind !== 'patrol')
		return null;
	if (phrase.modifiers.some((modifier) => modifier === 'another' || apart.test(modifier))) return null;
	const kind = phrase.kind === 'patrol' ? 'patrol' : 'exercise';
	return (
		focus.strands.findLast((strand) => {
			if (strand.kind !== kind || strand.aside || !isCompatible(strand, said)) return false;
			return strand.seriesKey === null || isCorroborated(strand, said) || (strand === focus.current && !strand.inProse);
		}) ?? null
	);
}

function open(focus: Focus, { phrase, kind, aside }: Pick<Strand, 'phrase' | 'kind' | 'aside'>): Strand {
	const strand: Strand = { ...unfollowed(phrase), kind, aside };
	focus.strands.push(strand);
	return strand;
}

/** "the 2022 edition", where the exercise told of is that of another year. */
function isOtherEdition({ modifiers, reference }: ExercisePhrase, strand: Strand | null, { publishedYear }: Focus): boolean {
	const year = modifiers.find((modifier) => /^(?:19|20)\d\d$/.test(modifier));
	const own = (strand && yearOf(strand)) ?? publishedYear;
	return reference === 'definite' && strand?.seriesKey != null && year !== undefined && own !== null && Number(year) !== own;
}

/** An edition spoken of in passing: nothing that is said of it is said of the one told of, and no record is made of it. */
function unfollowed(phrase: ExercisePhrase | null): Strand {
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

function before({ text, reading }: Here, { start }: Span): string {
	return text.slice(reading.sentence.start, start);
}
