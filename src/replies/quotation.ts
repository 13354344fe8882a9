import { type Document, paragraphAt, type TextKind } from '../corpus/document.js';
import type { Quote } from '../corpus/quote.js';
import type { Span } from '../text/span.js';
import { cutEscaped } from './citations.js';
import { windowAround } from './cut.js';
import type { Item } from './layout.js';
import { ITEM } from './limits.js';
import { blockQuote, isolate } from './markdown.js';
import { fill, type Words } from './words.js';

/**
 * A quote as a block quote, word for word, the `highlights` (spans of the document) in bold. One that is too long is cut at its ends,
 * with "…", around the first highlight.
 */
export function quotation(quote: Pick<Quote, 'text' | 'start'>, highlights: readonly Span[], limit = ITEM): string {
	const marked = highlights
		.map(({ start, end }) => ({ start: Math.max(0, start - quote.start), end: Math.min(quote.text.length, end - quote.start) }))
		.filter(({ start, end }) => start < end)
		.sort((a, b) => a.start - b.start);
	let room = limit;
	for (;;) {
		const part = windowAround(quote.text, { start: 0, end: quote.text.length }, marked[0], room);
		const written = blockQuote(quote.text, part, marked, part.cutBefore ? '…' : '', part.cutAfter ? '…' : '');
		if (written.length <= limit || room <= 1) return written;
		room = Math.max(1, Math.min(room - 1, Math.floor((room * limit) / written.length)));
	}
}

/** A quote with its marks below it and a word on what it is, where it is not a sentence of the article itself. */
export function quoteItem(quote: Quote, highlights: readonly Span[], document: Document | undefined, words: Words, kind?: TextKind): Item {
	const note = document && kindNote(document, quote, words, kind);
	return { text: quotation(quote, highlights), quotes: [quote], ...(note ? { note } : {}) };
}

/** "photo caption", "post by …": what the text at a quote is, or null for a sentence of the article. */
export function kindNote(document: Document, { start }: Span, words: Words, known?: TextKind): string | null {
	const paragraph = paragraphAt(document, start);
	const sentence = paragraph?.sentences.find((candidate) => start >= candidate.start && start < candidate.end);
	const kind = known ?? sentence?.kind ?? paragraph?.kind ?? 'prose';
	if (kind === 'prose') return null;
	if (kind === 'post' && paragraph?.attribution) {
		const who = document.text.slice(paragraph.attribution.start, paragraph.attribution.end).replace(/^[\s—–-]+/, '');
		return fill(words.kind.postBy, { who: isolate(cutEscaped(who, 80)) });
	}
	return words.kind[kind];
}
