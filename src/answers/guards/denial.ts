import type { Exercise } from '../../exercises/exercise.js';
import { termsOf } from '../../text/analyse.js';
import type { Judged } from '../judging/judge.js';
import type { AskedKind } from '../question/question.js';

/** Somebody disputes something: "disputed land" and "a border dispute" are no denial. */
const disputing =
	'disput(?:e|es|ed)(?=\\s(?:th(?:e|at|is|ese|ose)|its?|his|her|their|any|all|claims?|reports?|figures?)\\b)';
const untrue =
	'(?:absurd|baseless|exaggerated|fabricated|fak(?:e|ed)|false|inflated|invented|a lie|lies|nonsense|unfounded|untrue|wrong)';
const denial = new RegExp(
	`\\b(?:den(?:y|ies|ied|ying|ials?)|refut(?:e|es|ed)|reject(?:s|ed)|dismiss(?:es|ed)|contradict(?:s|ed)?|${disputing}|call(?:s|ed|ing)?\\s(?:\\S+\\s){0,3}?["“]?${untrue})\\b`,
	'i',
);

/** Likelier than this, a sentence is on the matter of the best one. */
const onTheMatter = 0.12;

/** What documents may disagree on, by what a question asks for: on the rest it is not asked. */
const disputed: Readonly<Record<AskedKind, readonly string[]>> = {
	time: ['dates'],
	place: ['locations'],
	number: ['ordinal', 'dates'],
	party: ['organiser'],
	'yes-no': ['dates', 'locations', 'ordinal', 'organiser'],
};

/**
 * The other side of what the best sentence says, so that a claim is not shown without its denial nor one document
 * without the one that contradicts it: a sentence with the opposing value by the catalogue, or one that denies what the
 * other states.
 */
export function otherSide(
	asked: AskedKind | null,
	best: Judged,
	judged: readonly Judged[],
	exercises: readonly Exercise[],
): Judged | undefined {
	return (
		judged.find(
			(other) =>
				!isSame(best, other) && other.probability >= onTheMatter / 2 && contradict(asked, best, other, exercises),
		) ??
		judged.find(
			(other) =>
				!isSame(best, other) &&
				other.probability >= onTheMatter &&
				denies(other) !== denies(best) &&
				isOfMatter(asked, best, other),
		)
	);
}

function isSame(one: Judged, other: Judged): boolean {
	return one.document === other.document && one.sentence.start === other.sentence.start;
}

/** Whether a sentence denies something: its words are then what is denied, and answer nothing. */
export function denies(judged: Judged): boolean {
	return denial.test(textOf(judged));
}

/** So many words in common are the same matter. */
const wordsShared = 3;

/**
 * What denies the word of somebody, or is denied by it, beside it in the document and of the same matter: whose word is
 * asked for is not given without it, however little it answers by itself.
 */
export function contradicted(best: Judged, judged: readonly Judged[]): Judged | undefined {
	return judged.find(
		(other) =>
			other.document === best.document &&
			!isSame(best, other) &&
			denies(other) !== denies(best) &&
			isBeside(best, other) &&
			sharedTerms(best, other) >= wordsShared,
	);
}

function termsIn(judged: Judged): string[] {
	return termsOf(textOf(judged));
}

/** What every sentence on exercises may say tells no matter. */
const general = new Set(termsOf('exercise drill war game say said'));

function sharedTerms(one: Judged, other: Judged): number {
	const terms = new Set(termsIn(one));
	return new Set(termsIn(other).filter((term) => terms.has(term) && !general.has(term))).size;
}

function isBeside(one: Judged, other: Judged): boolean {
	return Math.abs(one.sentence.paragraph - other.sentence.paragraph) <= 1;
}

/** "Disputed the number": the figure itself need not be said again. */
const ofNumber = /\b(?:numbers?|figures?|counts?|totals?|estimates?|tall(?:y|ies))\b/i;

/**
 * Whether a denial is of what the other sentence says, and not of anything else in its document: it says the same
 * things, the fewer the nearer it stands.
 */
function isOfMatter(asked: AskedKind | null, one: Judged, other: Judged): boolean {
	const shared = sharedTerms(one, other);
	if (one.document !== other.document) return shared >= wordsShared;
	if (Math.abs(one.sentence.paragraph - other.sentence.paragraph) > 2) return false;
	if (shared >= (isBeside(one, other) ? 1 : 2)) return true;
	const [denying] = [one, other].filter(denies);
	return asked === 'number' && denying !== undefined && ofNumber.test(textOf(denying));
}

function textOf({ document, sentence }: Judged): string {
	return document.text.slice(sentence.start, sentence.end);
}

function contradict(asked: AskedKind | null, best: Judged, other: Judged, exercises: readonly Exercise[]): boolean {
	const fields = asked === null ? [] : disputed[asked];
	return exercises.some(({ disagreements }) =>
		disagreements.some((claim) => {
			if (!fields.includes(claim.field)) return false;
			const sides = [claim, ...claim.against];
			const own = sides.filter((side) => holds(best, side));
			return own.length > 0 && sides.some((side) => !own.includes(side) && holds(other, side));
		}),
	);
}

function holds({ document, sentence }: Judged, { quote, span }: Exercise['names'][number]): boolean {
	return quote.documentId === document.id && span.start >= sentence.start && span.end <= sentence.end;
}
