import type { Exercise } from '../../exercises/exercise.js';
import { termsOf } from '../../text/analyse.js';
import type { Judged } from '../judging/judge.js';
import type { AskedKind } from '../question/question.js';

const denial =
	/\b(?:den(?:y|ies|ied|ying|ials?)|refut(?:e|es|ed)|reject(?:s|ed)|dismiss(?:es|ed)|disput(?:e|es|ed)|contradict(?:s|ed)?)\b/i;

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
				isNear(best, other),
		)
	);
}

function isSame(one: Judged, other: Judged): boolean {
	return one.document === other.document && one.sentence.start === other.sentence.start;
}

/** Whether a sentence denies something: its words are then what is denied, and answer nothing. */
export function denies({ document, sentence }: Judged): boolean {
	return denial.test(document.text.slice(sentence.start, sentence.end));
}

/** So many words in common are the same matter. */
const wordsShared = 3;

/**
 * What denies the word of somebody, or is denied by it, beside it in the document and of the same matter: whose word is
 * asked for is not given without it, however little it answers by itself.
 */
export function contradicted(best: Judged, judged: readonly Judged[]): Judged | undefined {
	const terms = new Set(termsIn(best));
	return judged.find(
		(other) =>
			other.document === best.document &&
			!isSame(best, other) &&
			denies(other) !== denies(best) &&
			Math.abs(best.sentence.paragraph - other.sentence.paragraph) <= 1 &&
			new Set(termsIn(other).filter((term) => terms.has(term))).size >= wordsShared,
	);
}

function termsIn({ document, sentence }: Judged): string[] {
	return termsOf(document.text.slice(sentence.start, sentence.end));
}

/** What is denied stands in the sentences just before or after. */
function isNear(one: Judged, other: Judged): boolean {
	return one.document !== other.document || Math.abs(one.sentence.paragraph - other.sentence.paragraph) <= 2;
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
