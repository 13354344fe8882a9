import { sentenceAt } from '../../corpus/document.js';
import type { Quote } from '../../corpus/quote.js';
import { mergedClaims } from '../../exercises/catalogue/merged-claims.js';
import { type Claim, type Exercise, NOT_DISCLOSED } from '../../exercises/exercise.js';
import type { Library } from '../../library.js';
import type { Evidence } from '../answer.js';
import { namesSeveral } from '../judging/named-editions.js';
import type { AskedField } from '../question/asked-field.js';
import type { NamedExercise } from '../question/named-exercises.js';

const mostQuotes = 3;

/** The one exercise that a question names, where the documents have just one of that name and year. */
export async function exerciseMeant(library: Library, [named, other]: readonly NamedExercise[]): Promise<Exercise | undefined> {
	const [id, another] = named?.ids ?? [];
	return other || another !== undefined || id === undefined ? undefined : library.exercise(id);
}

/** What the record of an exercise says of a field, in the quotes that it was read from. */
export function toldByRecord(library: Library, exercise: Exercise, field: AskedField): Promise<Evidence[]> {
	return quotesOf(library, statedIn(exercise, field));
}

/** Each value once, in the quotes that it was read from; those left out that speak of another exercise as well. */
export async function quotesOf(library: Library, claims: readonly Claim[]): Promise<Evidence[]> {
	const quotes = new Map<string, [Claim, ...Claim[]]>();
	for (const [claim] of mergedClaims(claims)) {
		const key = `${claim.quote.documentId} ${claim.quote.start}`;
		const before = quotes.get(key);
		if (before) before.push(claim);
		else quotes.set(key, [claim]);
	}
	const told = await Promise.all(
		[...quotes.values()].map(async (ofQuote): Promise<Evidence[]> => {
			const [{ quote }] = ofQuote;
			const document = await library.document(quote.documentId);
			const sentence = document && sentenceAt(document, quote.start);
			if (document && sentence && namesSeveral(document, sentence)) return [];
			return [{ quote, highlights: apart(ofQuote), kind: sentence?.kind ?? 'prose' }];
		}),
	);
	return told.flat().slice(0, mostQuotes);
}

/** What a document says in so many words; that something is not told is said where nothing is. */
export function statedOf<C extends Claim>(claims: readonly C[]): readonly C[] {
	const stated = claims.filter(({ basis }) => basis !== 'from the series list' && basis !== 'inferred');
	const told = stated.filter(({ value }) => value !== NOT_DISCLOSED);
	return told.length > 0 ? told : stated;
}

export function statedIn(exercise: Exercise, field: AskedField): readonly Claim[] {
	return statedOf<Claim>(exercise[field]);
}

/** The words of claims that stand in a quote. */
export function wordsOf(claims: readonly Claim[], { documentId, start, end }: Quote): Claim['span'][] {
	return apart(claims.filter(({ quote, span }) => quote.documentId === documentId && span.start >= start && span.end <= end));
}

/** The words of claims in order, none within another's. */
function apart(claims: readonly Claim[]): Claim['span'][] {
	const spans: Claim['span'][] = [];
	for (const { span } of claims.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
		if (span.start >= (spans.at(-1)?.end ?? 0)) spans.push(span);
	}
	return spans;
}
