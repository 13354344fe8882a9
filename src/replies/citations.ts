import { type Document, sectionAt } from '../corpus/document.js';
import type { Quote } from '../corpus/quote.js';
import type { Library } from '../library.js';
import { cutEnd } from './cut.js';
import { publicationDate } from './dates.js';
import { ITEM_MARKS, SOURCE_CREDIT, SOURCE_LINES, SOURCE_TITLE } from './limits.js';
import { escapeLine, isolate } from './markdown.js';
import { LISTED_LINK, quoteLink } from './quote-link.js';
import { fill, type Words } from './words.js';

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
	/** The article that it stands in, told from others. */
	readonly source: string;
	/** Its title, after its publisher and author where they are stated, as Markdown. */
	readonly title: string;
	readonly date: string;
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
		const citation = { number: this.cited.size + 1, quote, ...this.source(quote) };
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

	/**
	 * The list of sources, a line a document: `[1] publisher, author · title · ¶ 3 · date`, the title a link to the quote where the document
	 * states its address, and behind it the other paragraphs of the same document: ` · [4] ¶ 7`.
	 */
	list(citations: readonly Citation[]): string[] {
		const lines = new Map<string, string[]>();
		for (const { number, quote, source, title, date } of citations.toSorted((a, b) => a.number - b.number)) {
			const line = lines.get(source);
			const place = placeOf(quote, this.words);
			if (line) line.push(`[${number}] ${place}`);
			else lines.set(source, [`[${number}] ${title} · ${place} · ${date}`]);
		}
		return [...lines.values()].flatMap((parts) => joined(parts, SOURCE_LINES));
	}

	/** Title and date of the article that a quote stands in. */
	private source(quote: Quote): Pick<Citation, 'source' | 'title' | 'date'> {
		const document = this.documents.get(quote.documentId);
		if (!document) return { source: quote.document, title: cutEscaped(quote.document, SOURCE_TITLE), date: this.words.say.undated };
		const title = isolate(cutEscaped(titleAt(document, quote.start) || document.file, SOURCE_TITLE));
		const address = quoteLink(document, quote, LISTED_LINK);
		const published = sectionAt(document, quote.start)?.publishedOn ?? document.publishedOn;
		const by = [document.publisher, document.author].filter((name) => name !== null).join(', ');
		const credit = by ? `${isolate(cutEscaped(by, SOURCE_CREDIT))} · ` : '';
		const date = publicationDate(published, this.words);
		const source = [document.url, credit, title, date].join('\n');
		return { source, title: `${credit}${address ? `[${title}](${address})` : title}`, date };
	}
}

/** Where in its document a quote stands: its paragraph, and its page where it has pages. */
export function placeOf({ page, paragraph }: Pick<Quote, 'page' | 'paragraph'>, words: Words): string {
	return page === undefined ? `¶ ${paragraph}` : `${fill(words.say.onPage, { n: page })}, ¶ ${paragraph}`;
}

/** Parts with " · " between them, on as few lines of at most `limit` as will do. */
function joined(parts: readonly string[], limit: number): string[] {
	const lines: string[] = [];
	for (const part of parts) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + 3 + part.length <= limit) lines[lines.length - 1] = `${last} · ${part}`;
		else lines.push(part);
	}
	return lines;
}

/** The headline over an offset: of its section in a feed of several articles, else of the document. */
export function titleAt(document: Document, offset: number): string {
	const section = document.sections.length > 1 ? sectionAt(document, offset) : undefined;
	return section?.title ? document.text.slice(section.title.start, section.title.end) : document.title;
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
