import { DOMParser } from 'linkedom';
import type { Article, FileContents } from '../article.js';
import { UnreadableFile } from '../decode.js';
import { decodeMarkup } from './decode-markup.js';
import { numbered } from './entries.js';
import { checkMarkup } from './markup-limits.js';
import { linesOfHtml } from './markup-lines.js';
import type { MarkupElement } from './markup-tree.js';

/** A feed of articles, RSS or Atom: each entry is an article. */
export function readFeed(bytes: Uint8Array): FileContents {
	const source = decodeMarkup(bytes);
	checkMarkup(source, { isXml: true });
	const root = new DOMParser().parseFromString(source, 'text/xml').documentElement;
	if (!root || !/^(?:rss|rdf:rdf|feed)$/i.test(root.nodeName)) throw new UnreadableFile('is XML, but no feed of articles (RSS or Atom)');
	const outlet = textUnder(childrenOf(root.querySelector('channel') ?? root), 'title');
	const entries = [...root.querySelectorAll('item, entry')].map((entry) => articleOf(childrenOf(entry), outlet));
	if (entries.length === 0) throw new UnreadableFile('is a feed without an entry');
	return { articles: numbered(entries), problems: [] };
}

type Children = ReadonlyMap<string, MarkupElement>;

function articleOf(children: Children, outlet: string | undefined): Article & { id: string | undefined } {
	const text = (name: string) => textUnder(children, name);
	const link = text('link') || children.get('link')?.getAttribute('href') || undefined;
	const guid = text('guid') ?? text('id');
	const author = children.get('author');
	const given: Record<string, string | undefined> = {
		title: plain(text('title')),
		published: text('published') ?? text('pubDate'),
		date: text('dc:date'),
		updated: text('updated'),
		author: text('dc:creator') ?? (author ? (textUnder(childrenOf(author), 'name') ?? author.textContent?.trim()) : undefined),
		publisher: plain(outlet),
		url: link,
		permalink: guid,
	};
	const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''));
	// Only an id that is an address is one.
	if (guid === undefined || !/^https?:/i.test(guid)) delete fields['permalink'];
	const body = text('content:encoded') ?? text('content') ?? text('description') ?? text('summary') ?? '';
	return { fields, ...linesOfHtml(body), id: guid ?? link };
}

/** Children by their names, the first of each. */
function childrenOf(element: MarkupElement): Children {
	const children = new Map<string, MarkupElement>();
	for (const child of element.children) if (!children.has(child.nodeName)) children.set(child.nodeName, child);
	return children;
}

function textUnder(children: Children, name: string): string | undefined {
	const element = children.get(name);
	if (!element) return undefined;
	const isXhtml = element.getAttribute('type') === 'xhtml';
	return (isXhtml ? element.innerHTML : (element.textContent ?? '')).trim() || undefined;
}

/** A title may be written as HTML. */
function plain(html: string | undefined): string | undefined {
	return html === undefined ? undefined : linesOfHtml(html).text.replace(/\s+/g, ' ');
}
