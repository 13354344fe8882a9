import type { Article } from '../corpus/article.js';
import { decodeMarkup } from '../corpus/formats/decode-markup.js';
import { readFormat } from '../corpus/formats/read-format.js';

/** Something that holds no article, in words for people. */
export class NoArticle extends Error {}

/** Entries taken of one feed: more than one holds. */
const mostEntries = 200;

/** Whether a text is a feed of articles. */
export function isFeed(text: string): boolean {
	return /<(?:rss|feed|rdf:RDF)[\s>]/.test(text.slice(0, 2_000));
}

/**
 * Text of a page or feed that was fetched: in the encoding that its server names, else as a file of the folder is
 * read.
 */
export function fetchedText(bytes: Uint8Array, charset: string | undefined): string {
	try {
		if (charset) return new TextDecoder(charset).decode(bytes);
	} catch {
		// A name of no encoding.
	}
	return decodeMarkup(bytes);
}

/**
 * The entries of a feed, read as the corpus reads one in the folder. Each is to be a file of its own: a feed forgets,
 * and the folder does not.
 * @throws UnreadableFile
 */
export async function entriesOf(feed: string): Promise<Article[]> {
	const { articles } = await readFormat('feed', Buffer.from(feed));
	return articles.slice(0, mostEntries).filter(({ text }) => text.trim() !== '');
}

/**
 * The article of a page, and the page with the note that browsers leave in one that they save: the corpus reads its
 * address there.
 */
export async function pageOf(source: string, address: string): Promise<{ article: Article; page: string }> {
	const page = `<!-- saved from url=(${String(address.length).padStart(4, '0')})${address} -->\n${source}`;
	const [article] = (await readFormat('html', Buffer.from(page))).articles;
	if (!article) throw new NoArticle('holds no article');
	return { article, page };
}
