import type { Article, FileContents } from '../article.js';
import { decode } from '../decode.js';
import { splitHead } from '../front-matter.js';
import { plainLines } from '../normalise.js';

/** A plain text or Markdown, with or without a head. */
export function readTextArticle(bytes: Uint8Array, isMarkdown: boolean): { article: Article; problems: readonly string[] } {
	const { fields, body, problems } = splitHead(plainLines(decode(bytes)));
	return { article: { fields, text: body, ...(isMarkdown ? { markdown: true } : {}) }, problems };
}

export function readText(bytes: Uint8Array): FileContents {
	const { article, problems } = readTextArticle(bytes, false);
	return { articles: [article], problems };
}

export function readMarkdown(bytes: Uint8Array): FileContents {
	const { article, problems } = readTextArticle(bytes, true);
	return { articles: [article], problems };
}
