import type { Document } from '../../src/corpus/document.js';
import { type Claim, type DateClaim, type Exercise, claimsIn as ownClaims } from '../../src/exercises/exercise.js';

/** Every claim of a record, those of its relations and disagreements too. */
export function claimsIn(exercise: Exercise): Claim[] {
	return [...ownClaims(exercise), ...exercise.related, ...exercise.disagreements.flatMap((side) => [side, ...side.against])];
}

/** What stands in a record without standing in its quote, or without the rule that its basis names; one line each. */
export function unprovenClaims(documents: readonly Document[], exercises: readonly Exercise[]): string[] {
	return exercises.flatMap((exercise) => [
		...claimsIn(exercise).flatMap((claim) => problemOf(claim, documents).map((problem) => `${exercise.id}: "${claim.text}" ${problem}`)),
		...exercise.dates.flatMap((date) =>
			dateProblem(date, exercise, documents).map((problem) => `${exercise.id}: "${date.text}" ${problem}`),
		),
		...yearProblem(exercise).map((problem) => `${exercise.id}: ${problem}`),
	]);
}

function problemOf({ text, span, quote }: Claim, documents: readonly Document[]): string[] {
	const document = documents.find(({ id }) => id === quote.documentId);
	if (document?.text.slice(span.start, span.end) !== text) return ['is no slice of its document'];
	if (document.text.slice(quote.start, quote.end) !== quote.text) return ['has a quote that its document does not hold'];
	if (span.start < quote.start || span.end > quote.end) return ['stands outside its quote'];
	const sentence = document.paragraphs.flatMap(({ sentences }) => sentences).find(({ start }) => start === quote.start);
	return sentence && !['link', 'post', 'byline', 'dateline'].includes(sentence.kind)
		? []
		: [`is read from a ${sentence?.kind ?? 'part of a sentence'}`];
}

function dateProblem({ from, to, basis, quote }: DateClaim, { names }: Exercise, documents: readonly Document[]): string[] {
	const day = from ?? to;
	if (day === null) return [];
	const document = documents.find(({ id }) => id === quote.documentId);
	const section = document?.sections.find(({ start, end }) => quote.start >= start && quote.start < end);
	if (basis === 'from the publication date') return section?.publishedOn ? [] : ['is computed although its section states no date'];
	if (basis === 'from the name') return names.some(({ text }) => text.includes(day.slice(2, 4))) ? [] : ['has a year that no name states'];
	return quote.text.includes((to ?? day).slice(0, 4)) ? [] : ['has a year that its quote does not state'];
}

function yearProblem({ year, yearBasis, names, dates }: Exercise): string[] {
	if (year === null) return yearBasis === null ? [] : ['no year, but a basis for one'];
	if (yearBasis === 'from the name')
		return names.some(({ text }) => text.includes(String(year).slice(2))) ? [] : [`no name states ${year}`];
	const dated = dates.some(({ from, to }) => (from ?? to ?? '').startsWith(String(year)));
	const printed = names.some(({ quote }) => quote.text.includes(String(year)));
	return dated || printed ? [] : [`nothing states ${year}`];
}
