import type { Document } from '../corpus/document.js';
import type { Span } from '../text/span.js';

/** Words at either end of a quote that a browser is given to find it by. */
const fewestWords = 3;
const mostWords = 8;
/** A link in a list of sources, where every sign is one less for what is quoted. */
export const LISTED_LINK = 220;
/** A link that stands alone; Discord takes no longer one than 512. */
export const LONE_LINK = 480;

/** An address that may stand in a link: http or https, short, and without a bracket that would end it. */
export function linkTarget(url: string | null): string | null {
	if (!url || !URL.canParse(url)) return null;
	const { protocol, href } = new URL(url);
	const address = href.replace(/\(/g, '%28').replace(/\)/g, '%29');
	return /^https?:$/.test(protocol) && address.length <= 120 ? address : null;
}

/**
 * The document's address, opened at a quote: by a text fragment of its first and last words. Where the link would be too long, the address
 * alone.
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function quoteLink(document: Document, quote: Span, longest: number): string | null {
	const address = linkTarget(document.url);
	if (!address || address.includes(':~:')) return address;
	const mark = address.includes('#') ? ':~:text=' : '#:~:text=';
	const fitting = fragments(document.text, quote).filter((fragment) => address.length + mark.length + fragment.text.length <= longest);
	const fragment = fitting.find(({ isFirst }) => isFirst) ?? fitting.at(-1);
	return fragment ? `${address}${mark}${fragment.text}` : address;
}

/** Ways to tell a browser where a quote stands, from short to long; and whether the words that it begins with stand nowhere before. */
function fragments(text: string, { start, end }: Span): { readonly text: string; readonly isFirst: boolean }[] {
	const lines = text.slice(start, end).split('\n');
	const [first, last] = [wordsOf(lines[0] ?? ''), wordsOf(lines.at(-1) ?? '')];
	if (first.length === 0 || last.length === 0) return [];
	const folded = text.toLowerCase();
	const ways = [];
	for (let words = fewestWords; words <= mostWords; words++) {
		const isWhole = lines.length === 1 && first.length <= 2 * words;
		const begin = (isWhole ? first : first.slice(0, words)).join(' ');
		const parts = isWhole ? [begin] : [begin, last.slice(-words).join(' ')];
		const isFirst = folded.indexOf(begin.toLowerCase()) >= start;
		ways.push({ text: parts.map(encoded).join(','), isFirst });
		if (isWhole) break;
	}
	return ways;
}

function wordsOf(line: string): string[] {
	return line.split(/\s+/).filter((word) => word !== '');
}

/** Percent-encoded; "-", "," and "&" have a meaning in a fragment, and brackets and marks of emphasis one in Markdown. */
function encoded(text: string): string {
	const whole = text.replace(/\p{Surrogate}/gu, '');
	return encodeURIComponent(whole).replace(/[-!'()*~_]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
