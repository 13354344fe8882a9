import type { Span } from '../text/span.js';
import { type Document, pageAt, paragraphAt } from './document.js';

/**
 * A contiguous slice of a document: the only way that document text reaches a reply.
 * Made by `Quote.of` alone, so its words are always those that stand in the document.
 */
export class Quote implements Span {
	private constructor(
		/** The document's id. */
		readonly documentId: string,
		/** The document's file name, for people. */
		readonly document: string,
		/** 1-based number of the paragraph that it begins in. */
		readonly paragraph: number,
		readonly start: number,
		readonly end: number,
		readonly text: string,
		/** The page, from 1, that it begins on, where the document has pages. */
		readonly page?: number | undefined,
	) {}

	/** @throws RangeError when the span is empty or lies outside the document's paragraphs. */
	static of(document: Document, { start, end }: Span): Quote {
		const paragraph = paragraphAt(document, start);
		if (!paragraph || end <= start || end > document.text.length) {
			throw new RangeError(`No text of ${document.file} stands at ${start}–${end}`);
		}
		const text = document.text.slice(start, end);
		return new Quote(document.id, document.file, paragraph.number, start, end, text, pageAt(document, start));
	}
}

/** What quotes of the same words of the same document share. */
export function quoteKey({ documentId, start, end }: Pick<Quote, 'documentId' | 'start' | 'end'>): string {
	return `${documentId}:${start}:${end}`;
}
