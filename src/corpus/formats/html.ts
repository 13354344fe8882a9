import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { FileContents } from '../article.js';
import { UnreadableFile } from '../decode.js';
import { decodeMarkup } from './decode-markup.js';
import { checkMarkup } from './markup-limits.js';
import { linesOf, type MarkupLines } from './markup-lines.js';
import type { MarkupDocument, MarkupNode } from './markup-tree.js';
import { pageFacts } from './page-facts.js';

/** Less text than this is no article: then the whole page is taken, without what surrounds an article. */
const shortestArticle = 200;
/** Classes of what stands in an article's midst and is no part of it. */
const aside = /(?:^|[\s_-])(?:ads?|advert\w*|sponsor\w*|newsletter\w*|promo\w*|related\w*|share\w*|social|cookies?|paywall)(?:[\s_-]|$)/i;
const around = 'nav, header, footer, aside, form, dialog, [role=navigation], [role=banner], [role=contentinfo], [role=complementary]';

/** A saved page of the web: its facts from its metadata, its text without menus and advertising. */
export function readHtml(bytes: Uint8Array): FileContents {
	const source = decodeMarkup(bytes);
	checkMarkup(source);
	const { document } = parseHTML(/<html\b/i.test(source) ? source : `<!doctype html><html><body>${source}</body></html>`);
	const fields = pageFacts(document, source);
	const { text, captions } = articleOf(document);
	if (text === '') throw new UnreadableFile('holds no text');
	return { articles: [{ fields, text, captions }], problems: [] };
}

function articleOf(document: MarkupDocument): MarkupLines {
	// Readability takes the page apart: what it reads is a copy.
	const { document: copy } = parseHTML(document.toString());
	removeAdvertising(copy);
	const parsed = new Readability(copy, { keepClasses: true, serializer: (node: MarkupNode) => node }).parse();
	const lines = parsed?.content ? linesOf(parsed.content) : undefined;
	if (lines && lines.text.length >= shortestArticle) return lines;
	for (const element of document.querySelectorAll(around)) element.remove();
	const whole = linesOf(document.body);
	return whole.text.length > (lines?.text.length ?? 0) ? whole : (lines ?? whole);
}

/** What fills most of a page is its article, whatever its class says. */
function removeAdvertising(document: MarkupDocument): void {
	const most = (document.body.textContent ?? '').length / 3;
	for (const element of document.querySelectorAll('body div, body section, body ul, body aside, body p')) {
		const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
		if (aside.test(names) && (element.textContent ?? '').length < most) element.remove();
	}
}
