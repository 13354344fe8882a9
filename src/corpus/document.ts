import { memoised } from '../memoised.js';
import type { Span } from '../text/span.js';

/**
 * What a stretch of text is. Only `prose` is a sentence of the article itself; the rest is kept, typed, and labelled when shown:
 * `title` and `heading` head it, `dateline` dates it, `byline` signs it, `link` points to another story,
 * `caption` describes a photograph, `post` is somebody's embedded post.
 */
export type TextKind = 'prose' | 'title' | 'heading' | 'dateline' | 'byline' | 'link' | 'caption' | 'post';

/** One sentence, or one stretch of another kind; never crosses a paragraph. */
export interface Sentence extends Span {
	readonly kind: TextKind;
	/** 1-based number of its paragraph. */
	readonly paragraph: number;
}

/** One block of text: a line, or the lines of a hard-wrapped block. */
export interface Paragraph extends Span {
	/** 1-based, in reading order. */
	readonly number: number;
	readonly kind: TextKind;
	readonly sentences: readonly Sentence[];
	/** For a `post`: who posted it and when, as printed, where the document says so. */
	readonly attribution?: Span;
}

/** A publication date that the document itself states. */
export interface Publication {
	/** ISO 8601: `2024-09-09`, `2024-09` or `2024`. */
	readonly on: string;
	readonly precision: 'day' | 'month' | 'year';
	/** Where it was read; null when it stands in the front matter. */
	readonly span: Span | null;
}

/** One article of a document: most documents are one section, a news feed is several with a date each. */
export interface Section extends Span {
	readonly title: Span | null;
	readonly publishedOn: Publication | null;
}

/** One file of the folder, read whole. Every offset in the project points into `text`. */
export interface Document {
	/** Stable: made of the file's name alone, so the same documents get the same ids whatever their order. */
	readonly id: string;
	/** Short hash of the text: tells whether a document has changed since an id was handed out. */
	readonly version: string;
	/** Path inside the documents folder, with forward slashes. */
	readonly file: string;
	/** The headline where there is one; else the beginning of the first sentence, cut with "…". */
	readonly title: string;
	readonly text: string;
	readonly paragraphs: readonly Paragraph[];
	readonly sections: readonly Section[];
	/** Null for a news feed, whose sections have a date each. */
	readonly publishedOn: Publication | null;
	readonly url: string | null;
	readonly publisher: string | null;
	readonly author: string | null;
	/** Where each printed page begins in the text, the first at 0; only where the file has pages. */
	readonly pages?: readonly number[];
}

/** The section that an offset lies in: the one whose publication date anchors "this month" there. */
export function sectionAt(document: Document, offset: number): Section | undefined {
	return spanAt(document.sections, offset);
}

/** Changes with everything that decides what a document says. */
export const contentKey = memoised(({ id, file, version, title, publishedOn, sections }: Document): string =>
	JSON.stringify([id, file, version, title, publishedOn, sections]),
);

/** What a section is about: its own first line where it has one, else the document's title. */
export function titleOf(document: Document, section: Section | undefined): string {
	return section?.title ? document.text.slice(section.title.start, section.title.end) : document.title;
}

/** The paragraph that an offset lies in. */
export function paragraphAt(document: Document, offset: number): Paragraph | undefined {
	return spanAt(document.paragraphs, offset);
}

/** The page, from 1, that an offset lies on; undefined where the document has no pages. */
export function pageAt({ pages }: Document, offset: number): number | undefined {
	if (!pages) return undefined;
	const next = pages.findIndex((start) => start > offset);
	return next < 0 ? pages.length : Math.max(1, next);
}

/** The sentence that an offset lies in. */
export function sentenceAt(document: Document, offset: number): Sentence | undefined {
	const paragraph = paragraphAt(document, offset);
	return paragraph && spanAt(paragraph.sentences, offset);
}

/** Binary search in spans that stand in order and do not overlap. */
function spanAt<S extends Span>(spans: readonly S[], offset: number): S | undefined {
	let low = 0;
	let high = spans.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const span = spans[middle];
		if (span && span.end <= offset) low = middle + 1;
		else high = middle;
	}
	const span = spans[low];
	return span && span.start <= offset ? span : undefined;
}
