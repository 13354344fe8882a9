import { spelling, tellingScale } from '../../exercises/catalogue/merged-claims.js';
import { monthOfEdition } from '../../exercises/catalogue/short-names.js';
import { type Claim, type DateClaim, type Exercise, NOT_DISCLOSED } from '../../exercises/exercise.js';
import { seriesKeyOf } from '../../exercises/names/name-mention.js';
import { countriesNamed } from '../../gazetteer/country-mentions.js';
import type { Library } from '../../library.js';
import { isSaid, termsOf } from '../../text/analyse.js';
import type { Evidence } from '../answer.js';
import { saysRole } from '../guards/roles.js';
import { claimsAffirming } from '../guards/yes-no.js';
import { namesIn, yearMeant } from '../judging/named-editions.js';
import { plainField, thingCounted } from '../question/asked-field.js';
import type { NamedExercise } from '../question/named-exercises.js';
import { kindAsked } from '../question/question.js';
import { quotesOf, statedIn, statedOf } from './record.js';

/** What a record has for a plain question. */
export interface PlainAnswer {
	readonly told: readonly Evidence[];
	/** What stands in the record on too weak a ground to be an answer. */
	readonly near: readonly Evidence[];
}

/**
 * What the record of an exercise says to a plain question on one of its fields, on a number of its scale, or on whether a country is in it. A date or a number answers only
 * where the document surely speaks of this exercise, and a date only with its year.
 */
export async function plainAnswer(
	library: Library,
	exercise: Exercise,
	question: string,
	asked: readonly NamedExercise[],
): Promise<PlainAnswer> {
	const affirming = kindAsked(question) === 'yes-no' ? claimsAffirming(question, asked, exercise) : [];
	const affirmed = await quotesOf(library, affirming);
	if (affirmed.length > 0) return { told: affirmed.map((evidence) => ({ ...evidence, highlights: [] })), near: [] };
	const field = plainField(question, asked);
	if (field !== null && field !== 'dates') {
		const stated = await quotesOf(library, statedIn(exercise, field));
		// Who "did not come, not even as an observer" may stand in the record as one.
		const isTold = ({ quote }: Evidence): boolean => field !== 'observers' || saysRole(question, asked, quote.text);
		return { told: stated.filter(isTold), near: [] };
	}
	const dates = field === 'dates' ? statedOf(exercise.dates) : [];
	const claims: readonly Claim[] = field === 'dates' ? dates : numbersOf(exercise, question, asked);
	const undated = new Set<Claim>(dates.filter((date) => !hasYear(date, exercise)));
	const own = await Promise.all(claims.map((claim) => isSurelyOf(library, exercise, claim, asked)));
	const firm = claims.filter((claim, at) => own[at] && !undated.has(claim));
	return { told: await quotesOf(library, firm), near: firm.length > 0 ? [] : await quotesOf(library, claims) };
}

function hasYear(claim: DateClaim, exercise: Exercise): boolean {
	return (
		claim.from !== null ||
		claim.to !== null ||
		claim.value === NOT_DISCLOSED ||
		monthOfEdition(claim, exercise) !== null
	);
}

/** Whether the sentence of a claim names the exercise, or its document tells of no other. */
async function isSurelyOf(
	library: Library,
	{ year }: Exercise,
	{ quote }: Claim,
	asked: readonly NamedExercise[],
): Promise<boolean> {
	const document = await library.document(quote.documentId);
	if (!document) return false;
	const named = namesIn(document, quote).some(
		(name) =>
			asked.some(({ line }) => line === seriesKeyOf(name)) && (year === null || yearMeant(document, name) === year),
	);
	return named || (await library.exercises({ documents: [document.file] })).length === 1;
}

/** The one number that a record has of the thing counted: none where it has several, or only that of one country's part. */
export function numbersOf(exercise: Exercise, question: string, asked: readonly NamedExercise[]): readonly Claim[] {
	const thing = thingCounted(question, asked);
	if (thing === null) return [];
	const counting = tellingScale(exercise).filter(({ text, basis }) => {
		const said = new Set(termsOf(text));
		return basis === 'stated' && thing.every((term) => isSaid(term, said));
	});
	const countries = countriesNamed(question);
	const isOfAll = counting.every(({ text }) => [...countriesNamed(text)].every((country) => countries.has(country)));
	return isOfAll && new Set(counting.map(({ text }) => spelling(text))).size === 1 ? counting : [];
}

/** Whether a sentence says anything of the thing that a question asks the number of. */
export function saysThingCounted(question: string, asked: readonly NamedExercise[], sentence: string): boolean {
	const said = new Set(termsOf(sentence));
	return thingCounted(question, asked)?.some((term) => isSaid(term, said)) ?? true;
}
