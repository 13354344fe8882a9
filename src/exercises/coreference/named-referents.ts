import type { NameMention } from '../names/name-mention.js';
import { seriesKeyOf } from '../names/name-mention.js';
import type { ExerciseMention } from '../sentences/exercise-mentions.js';
import {
	alsoNew,
	apart,
	before,
	type Focus,
	isAnaphor,
	type MentionContext,
	openReferent,
	untracked,
} from './focus.js';
import { editionOf, isCompatible, isOfEarlierYear, type Referent, yearOf } from './referents.js';
import { subordinate } from './segments.js';

/** "The exercise was previously known as X": another name of the one in focus. */
const alias =
	/\b(?:call|calls|called|dub|dubs|dubbed|labels?|labelled)\s(?:it|them)\s(?:the\s)?[“"‘']?$|\b(?:exercises?|drills?|it|which|and)\s(?:is\s|was\s|were\s|are\s)?(?:previously|formerly|also|once|earlier|originally)\s(?:known\sas|called|named|dubbed)\s(?:the\s)?[“"‘']?(?:exercise\s)?$/i;
/** "Formerly known as X, it was renamed": another name of what the sentence before spoke of. */
const renamed =
	/^(?:previously|formerly|once|originally)\s(?:known\sas|called|named|dubbed)\s(?:the\s)?[“"‘']?(?:exercise\s)?$/i;
const earlierName =
	/\b(?:original|first(?:[-\s]ever)?|previous|earlier|inaugural)\s(?:edition\sof\s)?(?:the\s)?(?:exercise\s)?[“"‘']?$/i;
/** "as part of X, a series of airborne drills": only a part of what was told of is of that one. */
const partOf = /\bpart\sof\s(?:the\s)?(?:exercise\s)?[“"‘']?$/i;

/** The exercise that a name means: one told of before by that name or without any, else a new one. */
export function referentNamed(
	context: MentionContext,
	mention: ExerciseMention,
	name: NameMention,
	focus: Focus,
): Referent {
	if (isEarlierUndated(context, name, focus)) return untracked(null);
	const inPassing = context.aside || subordinate.test(before(context, mention));
	const added =
		alsoNew.test(before(context, mention)) ||
		(mention.phrase?.modifiers.some((modifier) => apart.test(modifier)) ?? false);
	const referent =
		referentOfName(context, name, focus, inPassing) ??
		(inPassing || added ? null : namelessReferent(context, mention, focus)) ??
		openReferent(focus, { phrase: null, kind: name.kind === 'competition' ? 'exercise' : name.kind, aside: false });
	referent.seriesKey ??= seriesKeyOf(name);
	referent.names.push(name);
	if (inPassing) referent.aside ||= referent.names.length === 1 && referent.phrase === null;
	else referent.aside = false;
	return referent;
}

/** "The previous X", with nothing that tells which year that was. */
function isEarlierUndated(context: MentionContext, name: NameMention, { publishedYear, referents }: Focus): boolean {
	if (name.year !== null || !referents.some(({ seriesKey }) => seriesKey === seriesKeyOf(name))) return false;
	return (
		earlierName.test(before(context, name)) &&
		publishedYear === null &&
		!context.reading.dates.some(({ says }) => says.kind === 'calendar' && says.to.year !== null)
	);
}

/** The exercise of that name that was told of before: the same edition, or one whose year was not said yet. */
function referentOfName(context: MentionContext, name: NameMention, focus: Focus, inPassing: boolean): Referent | null {
	const translated =
		name.sameAs === null
			? undefined
			: focus.referents.find((referent) => referent.names.some(({ start }) => start === name.sameAs));
	if (translated) return translated;
	if (renamed.test(before(context, name))) return focus.last ?? focus.current;
	if (focus.current && alias.test(before(context, name))) return focus.current;
	if (name.year === null && earlierName.test(before(context, name))) return null;
	const relatives = focus.referents.filter(
		(referent) => referent.seriesKey === seriesKeyOf(name) && isSameEdition(referent, name),
	);
	if (name.year === null)
		return (
			relatives.find((referent) => referent === focus.current) ??
			relatives.find((referent) => !(referent.aside && isOfEarlierYear(referent, focus.publishedYear))) ??
			null
		);
	const same = relatives.find((referent) => yearOf(referent) === name.year);
	if (same || inPassing) return same ?? null;
	const { year } = name;
	return (
		relatives.find(
			(referent) => yearOf(referent) === null && mayBeOf(referent, year, focus) && isCompatible(referent, context.said),
		) ?? null
	);
}

/**
 * An article tells of this year's exercise by its name alone, and of an earlier edition by its year: the two are not
 * one.
 */
function mayBeOf(referent: Referent, year: number, { publishedYear }: Focus): boolean {
	return publishedYear === null || year >= publishedYear || referent.years.includes(year);
}

function isSameEdition(referent: Referent, name: NameMention): boolean {
	const edition = editionOf(referent);
	return edition === null || name.edition === null || edition === name.edition;
}

/**
 * An exercise told of without a name, which this name is of: "… joint drills in the Sea of Japan. The “X-2023” exercise
 * …".
 */
function namelessReferent(context: MentionContext, mention: ExerciseMention, focus: Focus): Referent | null {
	const { said } = context;
	// An article that opens with an unnamed exercise and names one in the same breath tells of one.
	const referent =
		focus.current ??
		(focus.referents.length === 1 && context.reading.sentence.kind === 'prose' ? focus.referents[0] : undefined);
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
