import { withoutEntities } from '../corpus/entities.js';
import { withoutMarkup } from '../corpus/markup.js';
import { inside, stretches, without } from './tags.js';

/** What is to be kept as one document: facts for its head, and its text. */
export interface Article {
	readonly fields: Readonly<Record<string, string>>;
	readonly text: string;
}

/** Something that holds no article, in words for people. */
export class NoArticle extends Error {}

/** Longest page that is searched for its article, in UTF-16 code units: the patterns below are linear, and a page is not a book. */
const longest = 3_000_000;
const mostEntries = 200;
const aside = ['script', 'style', 'noscript', 'template', 'svg', 'nav', 'header', 'footer', 'aside', 'form', 'iframe', 'button'];
const blocks = /<\/?(?:p|div|li|ul|ol|h[1-6]|blockquote|figcaption|figure|table|tr|section|article|main|pre)\b[^<>]*>|<br\s*\/?>/gi;

/** Whether a text is a feed of articles. */
export function isFeed(text: string): boolean {
	return /<(?:rss|feed|rdf:RDF)[\s>]/.test(text.slice(0, 2_000));
}

/**
 * The article of a web page, or the articles of a feed: the one place that takes pages apart. `src/corpus/formats` does it better for files
 * of a folder; where that reads pages and feeds, this function hands them over to it.
 * @param address where it was found
 * @throws NoArticle
 */
export function articlesOf(source: string, address: string | null): Article[] {
	const text = source.slice(0, longest);
	const articles = isFeed(text) ? feedEntries(text) : [pageArticle(text)];
	const own = isFeed(text) ? {} : address ? { url: address } : {};
	const found = articles
		.filter(({ text: words }) => words !== '')
		.map((article) => ({ ...article, fields: { ...own, ...article.fields } }));
	if (found.length === 0) throw new NoArticle('holds no article');
	return found;
}

function pageArticle(page: string): Article {
	const head = metaOf(page);
	const body = inside(page, 'article') ?? inside(page, 'main') ?? inside(page, 'body') ?? page;
	const title = head.get('og:title') ?? plain(inside(page, 'title') ?? '');
	const canonical = /<link\b[^<>]*\brel=["']?canonical\b[^<>]*>/i.exec(page)?.[0];
	const fields = given({
		title,
		published: dayOf(head.get('article:published_time') ?? head.get('date') ?? head.get('datepublished')),
		publisher: head.get('og:site_name'),
		author: head.get('author'),
		url: webAddress(canonical && attribute(canonical, 'href')),
	});
	return { fields, text: wordsOf(without(body, aside)) };
}

/** The `content` of a page's `meta`, by name. */
function metaOf(page: string): Map<string, string> {
	const found = new Map<string, string>();
	for (const [tag] of page.matchAll(/<meta\b[^<>]{1,2000}>/gi)) {
		const name = (attribute(tag, 'property') ?? attribute(tag, 'name') ?? attribute(tag, 'itemprop') ?? '').toLowerCase();
		const content = attribute(tag, 'content');
		if (name && content && !found.has(name)) found.set(name, plain(content));
	}
	return found;
}

function attribute(tag: string, name: string): string | undefined {
	const found = new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`, 'i').exec(tag);
	const value = found?.[1] ?? found?.[2] ?? found?.[3];
	return value === undefined ? undefined : withoutEntities(value).trim();
}

/** The entries of an RSS or Atom feed, as the feed prints them. */
function feedEntries(feed: string): Article[] {
	const [start = ''] = feed.split(/<(?:item|entry)\b/i, 1);
	const publisher = plain(element(start, 'title') ?? '');
	return stretches(feed, ['item', 'entry'])
		.slice(0, mostEntries)
		.map(({ inside: entry }) => {
			const link = element(entry, 'link') ?? attribute(/<link\b[^<>]*>/i.exec(entry)?.[0] ?? '', 'href');
			const body = ['content:encoded', 'content', 'description', 'summary'].map((name) => element(entry, name)).find(Boolean) ?? '';
			const author = element(entry, 'dc:creator') ?? element(element(entry, 'author') ?? '', 'name');
			const fields = given({
				title: plain(element(entry, 'title') ?? ''),
				published: dayOf(['pubDate', 'published', 'dc:date', 'updated'].map((name) => element(entry, name)).find(Boolean)),
				publisher,
				author: author && plain(author),
				url: webAddress(link),
			});
			return { fields, text: wordsOf(body) };
		});
}

/** What stands in the first element of a name: CDATA as it is, else with its entities read. */
function element(xml: string, name: string): string | undefined {
	const found = inside(xml, name)?.trim();
	if (!found) return undefined;
	const literal = /^<!\[CDATA\[([\s\S]*?)\]\]>$/.exec(found)?.[1];
	return literal?.trim() ?? withoutEntities(found);
}

/** HTML as lines of plain text, a paragraph each. */
function wordsOf(html: string): string {
	const lines = without(html, aside)
		.replace(/\s+/g, ' ')
		.replace(blocks, '\n\n')
		.replace(/<[^<>]*>/g, '');
	const plainLines = withoutEntities(lines)
		.split('\n')
		.map((line) => line.replace(/\s+/g, ' ').trim());
	return plainLines.filter(Boolean).join('\n\n');
}

function plain(html: string): string {
	return withoutEntities(withoutMarkup(html, false).replace(/<[^<>]*>/g, ''))
		.replace(/\s+/g, ' ')
		.trim();
}

/** The day as printed there, whatever the time zone: ISO 8601, or "Mon, 09 Sep 2024 …" of RFC 822. */
function dayOf(time: string | undefined): string | undefined {
	const iso = /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/.exec(time ?? '')?.[1];
	const printed = /\b(\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{4})\b/.exec(time ?? '');
	return iso ?? printed?.slice(1, 4).join(' ');
}

function webAddress(url: string | undefined): string | undefined {
	return url && /^https?:\/\//i.test(url.trim()) && URL.canParse(url.trim()) ? url.trim() : undefined;
}

function given(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
	return Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value] as const] : [])));
}
