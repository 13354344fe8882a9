import type { ReadFormat } from '../article.js';
import type { Format } from './kinds.js';
import { readMarkdown, readText } from './text.js';

/** The one table of formats. The libraries of a format are loaded with its first file. */
const readers: Readonly<Record<Format, () => ReadFormat | Promise<ReadFormat>>> = {
	text: () => readText,
	markdown: () => readMarkdown,
	html: async () => (await import('./html.js')).readHtml,
	pdf: async () => (await import('./pdf.js')).readPdf,
	docx: async () => (await import('./docx.js')).readDocx,
	eml: async () => (await import('./eml.js')).readEml,
	feed: async () => (await import('./feed.js')).readFeed,
	csv: async () => (await import('./csv.js')).readCsv,
	jsonl: async () => (await import('./jsonl.js')).readJsonl,
};

/** Formats that are read where they are loaded: nothing in them can hang or grow. */
export const isPlain = (format: Format): boolean => format === 'text' || format === 'markdown';

export async function readerOf(format: Format): Promise<ReadFormat> {
	return readers[format]();
}
