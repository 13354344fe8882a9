import { parseHTML } from 'linkedom';
import { checkMarkup } from './markup-limits.js';
import type { MarkupElement, MarkupNode } from './markup-tree.js';

/** The text of a piece of a page, a line a block, and which of the lines are captions. */
export interface MarkupLines {
	readonly text: string;
	readonly captions: readonly string[];
}

const unseen = new Set(
	'SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH IFRAME OBJECT EMBED CANVAS AUDIO VIDEO BUTTON INPUT SELECT TEXTAREA HEAD TITLE'.split(' '),
);
const blocks = new Set(
	`ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM
	H1 H2 H3 H4 H5 H6 HEADER HR HTML LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL`.split(/\s+/),
);
const textNode = 3;
const elementNode = 1;

/** Lines of a fragment of HTML. */
export function linesOfHtml(html: string): MarkupLines {
	checkMarkup(html);
	return linesOf(parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body);
}

/** Whether a text is HTML: it has a tag that ends a block or a line. */
export function isHtml(text: string): boolean {
	return /<\/(?:p|div|h[1-6]|li|ul|table|blockquote|a|b|em|strong|span)>|<(?:br|p|img|hr)\b[^<>]*>/i.test(text);
}

/** Headings, paragraphs, items, rows and captions of an element, each on a line of its own. */
export function linesOf(root: MarkupNode): MarkupLines {
	const lines: string[] = [];
	const captions: string[] = [];
	let line = '';
	let mark = '';

	function end(isCaption = false): void {
		const text = line.replace(/[ \t]*\n[ \t]*/g, '\n').trim();
		line = '';
		if (text === '') return;
		lines.push(mark + text);
		if (isCaption) captions.push(...text.split('\n'));
		mark = '';
	}

	function walk(node: MarkupNode): void {
		if (node.nodeType === textNode) {
			line += (node.textContent ?? '').replace(/[ \t\n\r\f]+/g, ' ');
			return;
		}
		if (!isElement(node) || isUnseen(node)) return;
		const name = node.tagName.toUpperCase();
		if (name === 'BR') line += '\n';
		else if (name === 'TR' && isRow(node)) row(node);
		else if (!blocks.has(name)) walkAll(node);
		else {
			end();
			mark = markOf(name);
			if (name === 'PRE') line = node.textContent ?? '';
			else walkAll(node);
			end(isCaption(node, name));
			mark = '';
		}
	}

	function walkAll(parent: MarkupNode): void {
		for (const child of parent.childNodes) walk(child);
	}

	function row(element: MarkupElement): void {
		end();
		const cells = [...element.children].map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim());
		line = `| ${cells.join(' | ')} |`;
		end();
	}

	walk(root);
	end();
	return { text: lines.join('\n\n'), captions };
}

function isElement(node: MarkupNode): node is MarkupElement {
	return node.nodeType === elementNode;
}

function isUnseen(element: MarkupElement): boolean {
	if (unseen.has(element.tagName.toUpperCase()) || element.hasAttribute('hidden')) return true;
	return /display\s*:\s*none/i.test(element.getAttribute('style') ?? '');
}

function markOf(name: string): string {
	if (name === 'LI') return '- ';
	return /^H[1-6]$/.test(name) ? `${'#'.repeat(Number(name.charAt(1)))} ` : '';
}

function isCaption(element: MarkupElement, name: string): boolean {
	return name === 'FIGCAPTION' || (/^(?:P|DIV|DD)$/.test(name) && /\bcaption\b|-caption-text\b/i.test(element.getAttribute('class') ?? ''));
}

/** A row of a table that shows values; the tables that pages are laid out with hold blocks. */
function isRow(element: MarkupElement): boolean {
	const cells = [...element.children];
	return cells.length > 1 && !cells.some((cell) => cell.querySelector('p + p, div, table, ul, ol, h1, h2, h3, h4'));
}
