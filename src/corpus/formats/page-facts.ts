import { z } from 'zod';
import type { MarkupDocument } from './markup-tree.js';

const record = z.record(z.string(), z.unknown());
const list = z.array(z.unknown());

/**
 * What a page of the web states of its article, in the fields of a head: from JSON-LD, Open Graph and other metadata, and from
 * the note that a browser leaves in a page that it saves. Each source has a name of its own, so that a bad one is passed over.
 */
export function pageFacts(document: MarkupDocument, source: string): Record<string, unknown> {
	const meta = metaOf(document);
	const article = linkedData(document);
	const siteName = meta('og:site_name', 'application-name');
	const title = textOf(article['headline']) ?? meta('og:title', 'twitter:title', 'dc.title') ?? headlineOf(document);
	return defined({
		title: title === undefined ? undefined : withoutSite(title, siteName),
		published: textOf(article['datePublished']),
		publishedTime: meta('article:published_time', 'og:published_time', 'og:article:published_time'),
		datePublished: meta('datepublished') ?? itemOf(document, 'datePublished'),
		publicationDate: meta('publication_date', 'citation_publication_date', 'parsely-pub-date', 'sailthru.date', 'pubdate', 'publishdate'),
		date: meta('dc.date.issued', 'dc.date', 'dcterms.created', 'date') ?? onlyTimeOf(document),
		modified: textOf(article['dateModified']) ?? meta('article:modified_time', 'og:updated_time'),
		publisher: nameOf(article['publisher']) ?? siteName ?? meta('dc.publisher'),
		author: namesOf(article['author']) ?? meta('author', 'parsely-author', 'dc.creator', 'byl') ?? itemOf(document, 'author'),
		url: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined,
		canonical: meta('og:url') ?? textOf(article['url']) ?? textOf(article['mainEntityOfPage']),
		originalUrl: /<!-- saved from url=\(\d{1,5}\)(https?:\/\/\S{1,2000}) -->/.exec(source.slice(0, 4_096))?.[1],
	});
}

function defined(fields: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));
}

function metaOf(document: MarkupDocument): (...names: string[]) => string | undefined {
	const found = new Map<string, string>();
	for (const element of document.querySelectorAll('meta[content]')) {
		const name = element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop') ?? '';
		const content = element.getAttribute('content')?.trim() ?? '';
		if (content !== '' && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), content);
	}
	return (...names) => names.map((name) => found.get(name)).find((content) => content !== undefined);
}

/** The article among the page's linked data; a page has several: its outlet, its trail of crumbs, its pictures. */
function linkedData(document: MarkupDocument): Record<string, unknown> {
	const things = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap(({ textContent }) => {
		try {
			return thingsIn(JSON.parse(textContent ?? ''), 0);
		} catch {
			return [];
		}
	});
	const isOf = (kind: RegExp) => (thing: Record<string, unknown>) => kind.test(JSON.stringify(thing['@type'] ?? ''));
	return things.find(isOf(/Article|Posting|Report"/)) ?? things.find(isOf(/WebPage/)) ?? {};
}

function thingsIn(value: unknown, depth: number): Record<string, unknown>[] {
	if (depth > 3) return [];
	const many = list.safeParse(value);
	if (many.success) return many.data.flatMap((part) => thingsIn(part, depth + 1));
	const one = record.safeParse(value);
	return one.success ? [one.data, ...thingsIn(one.data['@graph'] ?? [], depth + 1)] : [];
}

function textOf(value: unknown): string | undefined {
	if (typeof value === 'string') return value.trim() || undefined;
	const one = record.safeParse(value);
	return one.success && typeof one.data['@id'] === 'string' ? one.data['@id'] : undefined;
}

function nameOf(value: unknown): string | undefined {
	if (typeof value === 'string') return value.trim() || undefined;
	const one = record.safeParse(Array.isArray(value) ? value[0] : value);
	return one.success && typeof one.data['name'] === 'string' ? one.data['name'] : undefined;
}

function namesOf(value: unknown): string | undefined {
	const many = list.safeParse(value);
	const names = (many.success ? many.data : [value]).map(nameOf).filter((name) => name !== undefined && !/^https?:/i.test(name));
	return names.join(', ') || undefined;
}

function itemOf(document: MarkupDocument, property: string): string | undefined {
	const element = document.querySelector(`[itemprop="${property}"]`);
	return element?.getAttribute('datetime') ?? element?.getAttribute('content') ?? undefined;
}

/** The time that the article itself names, where it names just one: with more, one may be another story's. */
function onlyTimeOf(document: MarkupDocument): string | undefined {
	const times = [...document.querySelectorAll('article time[datetime], main time[datetime]')];
	const days = new Set(times.map((time) => time.getAttribute('datetime')?.slice(0, 10)));
	return days.size === 1 ? (times[0]?.getAttribute('datetime') ?? undefined) : undefined;
}

function headlineOf(document: MarkupDocument): string | undefined {
	const [headline, ...more] = document.querySelectorAll('h1');
	const text = more.length === 0 ? headline?.textContent : undefined;
	return (text?.trim() || document.querySelector('title')?.textContent?.trim()) ?? undefined;
}

/** "Fleet sails | The Paper" without the outlet's name. */
function withoutSite(title: string, siteName: string | undefined): string {
	if (siteName === undefined || !title.toLowerCase().endsWith(siteName.toLowerCase())) return title;
	return title.slice(0, -siteName.length).replace(/\s*[|–—:·»-]\s*$/, '') || title;
}
