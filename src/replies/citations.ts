import { type Document, sectionAt } from '../corpus/document.js';
import type { Quote } from '../corpus/quote.js';
import type { Library } from '../library.js';
import { cutEnd } from './cut.js';
import { publicationDate } from './dates.js';
import { ITEM_MARKS, SOURCE_LINE } from './limits.js';
import { escapeLine, isolate } from './markdown.js';
import type { Words } from './words.js';

/** Documents by id: those that the quotes of a reply come from. */
export type Documents = ReadonlyMap<string, Document>;

/** Fetches the documents that quotes come from; one that has gone in the meantime is left out. */
export async function citedDocuments(library: Library, quotes: Iterable<Quote>): Promise<Documents> {
	const ids = [...new Set(Array.from(quotes, (quote) => quote.documentId))];
	const documents = await Promise.all(ids.map((id) => library.document(id)));
	return new Map(documents.flatMap((document) => (document ? [[document.id, document]] : [])));
}

/** A numbered source: one paragraph of one document. */
export interface Citation {
	readonly number: number;
	/** The first quote that was taken from the paragraph. */
	readonly quote: Quote;
}

/** Numbers the paragraphs that are quoted, in the order in which they are first cited. */
export class Citations {
	private readonly cited = new Map<string, Citation>();

	constructor(
		private readonly documents: Documents,
		private readonly words: Words,
	) {}

	cite(quote: Quote): Citation {
		const key = `${quote.documentId}:${quote.paragraph}`;
		const known = this.cited.get(key);
		if (known) return known;
		const citation = { number: this.cited.size + 1, quote };
		this.cited.set(key, citation);
		return citation;
	}

	/** The different citations of some quotes, in number order, at most {@link ITEM_MARKS} of them. */
	of(quotes: readonly Quote[]): Citation[] {
		const shown = new Map(
			distinct(quotes)
				.slice(0, ITEM_MARKS)
				.map((quote) => [this.cite(quote).number, this.cite(quote)]),
		);
		return [...shown.values()].sort((a, b) => a.number - b.number);
	}

	/** `[1][4]`, and `+3` for those that are not shown. */
	marks(quotes: readonly Quote[]): string {
		const left = distinct(quotes).length - ITEM_MARKS;
		const marks = this.of(quotes).map(({ number }) => `[${number}]`);
		return left > 0 ? `${marks.join('')} +${left}` : marks.join('');
	}

	/** `[1] title · ¶ 3 · date`, the title a link where the document states its address. */
	line({ number, quote }: Citation): string {
		const document = this.documents.get(quote.documentId);
		const title = document ? titleAt(document, quote.start) : quote.document;
		const published = document ? (sectionAt(document, quote.start)?.publishedOn ?? document.publishedOn) : null;
		const rest = ` · ¶ ${quote.paragraph} · ${publicationDate(published, this.words)}`;
		const address = document && linkTarget(document.url);
		const room = SOURCE_LINE - rest.length - 10 - (address ? address.length + 4 : 0);
		const shown = isolate(cutEscaped(title, room));
		return `[${number}] ${address ? `[${shown}](${address})` : shown}${rest}`;
	}
}

/** The headline over an offset: of its section in a feed of several articles, else of the document. */
export function titleAt(document: Document, offset: number): string {
	const section = document.sections.length > 1 ? sectionAt(document, offset) : undefined;
	return section?.title ? document.text.slice(section.title.start, section.title.end) : document.title;
}

/** An address that may stand in a link: http or https, short, and without a bracket that would end it. */
export function linkTarget(url: string | null): string | null {
	if (!url || !URL.canParse(url)) return null;
	const { protocol, href } = new URL(url);
	const address = href.replace(/\(/g, '%28').replace(/\)/g, '%29');
	return /^https?:$/.test(protocol) && address.length <= 120 ? address : null;
}

/** A line escaped and cut at its end so that the escapes too fit into `limit`. */
export function cutEscaped(text: string, limit: number): string {
	let room = limit;
	let written = escapeLine(cutEnd(text, room));
	while (written.length > limit && room > 1) {
		room = Math.min(room - 1, Math.floor((room * limit) / written.length));
		written = escapeLine(cutEnd(text, room));
	}
	return written;
}

function distinct(quotes: readonly Quote[]): Quote[] {
	return [...new Map(quotes.map((quote) => [`${quote.documentId}:${quote.paragraph}`, quote])).values()];
}
