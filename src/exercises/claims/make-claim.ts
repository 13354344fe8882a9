import { type Document, type Section, sentenceAt } from '../../corpus/document.js';
import { Quote } from '../../corpus/quote.js';
import type { Span } from '../../text/span.js';
import type { Basis } from '../../values/basis.js';
import type { Claim } from '../exercise.js';
import type { LinkReading } from './link-reading.js';

export interface ClaimContext {
	readonly document: Document;
	readonly section: Section;
	/** The year that the exercise's name states. */
	readonly editionYear: number | null;
	/** The year that it is of, by its name or by its dates: what is told of another year is of another edition. */
	readonly ownYear: number | null;
	readonly links: readonly LinkReading[];
}

/** A claim on words of a document, beside a quote that they stand in. */
export function claimBeside(document: Document, quote: Quote, { start, end }: Span, value?: string, basis: Basis = 'stated'): Claim {
	const text = document.text.slice(start, end);
	return { value: value ?? text.replace(/\s+/g, ' '), text, span: { start, end }, quote, basis };
}

/** A claim on words of a link, beside the sentence that they stand in. */
export function claim({ document }: ClaimContext, { link }: LinkReading, span: Span, value?: string, basis: Basis = 'stated'): Claim {
	return claimBeside(document, sentenceQuote(document, link.reading.sentence), span, value, basis);
}

/** The whole sentence, also where a long one was read in pieces: a quote does not begin inside a sentence. */
export function sentenceQuote(document: Document, piece: Span): Quote {
	return Quote.of(document, sentenceAt(document, piece.start) ?? piece);
}

/** One claim for each value: the first. */
export function distinct<Made extends Claim>(claims: readonly Made[], keyOf: (made: Made) => string = ({ value }) => value): Made[] {
	const seen = new Set<string>();
	return claims.filter((made) => {
		const key = keyOf(made).toLowerCase();
		return !seen.has(key) && seen.add(key);
	});
}
