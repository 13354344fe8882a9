import type { Span } from '../text/span.js';

/** A stretch of text as a reader sees it, on one line. */
export interface PlainText {
	readonly text: string;
	/** The printed span that a span of `text` was made of. */
	readonly printed: (span: Span) => Span;
}

/** Stands for a blank line: no phrase goes on over it. */
export const paragraphBreak = '¶';

const entities: Readonly<Record<string, string>> = {
	nbsp: ' ',
	thinsp: ' ',
	ensp: ' ',
	emsp: ' ',
	ndash: '–',
	mdash: '—',
	minus: '−',
	horbar: '―',
	hyphen: '‐',
	dash: '‐',
	amp: '&',
	sim: '~',
	rsquo: '’',
	apos: "'",
	shy: '',
	zwsp: '',
	zwnj: '',
	zwj: '',
};

const changed = new RegExp(
	[
		/(?<blankLine>\s*\n[^\S\n]*(?:>[^\S\n]*)*(?:\n[^\S\n]*(?:>[^\S\n]*)*)+)/,
		/(?<lineEnd>\s*\n[^\S\n]*(?:>[^\S\n]*)*|<br\s*\/?>)/,
		/(?<gone>[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]+|<\/?[a-zA-Z][^<>\n]{0,80}>|\[\d{1,3}\]|~~|\*+|`+|_+)/,
		/&(?:#(?<decimal>\d{1,6})|#x(?<hex>[\da-f]{1,5})|(?<named>[a-z]{2,6}));/,
		/(?<blank>\s\s+|[^\S ])/,
	]
		.map(({ source }) => source)
		.join('|'),
	'giu',
);

/** Most sentences hold nothing of the kind. */
const marked = /[^\S ]|\s\s|[&<*`_[~]|[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/;

/** Line breaks (Windows' too, and those of quoted e-mail), runs of blanks, emphasis, tags, entities and invisible characters read as they look. */
export function plainText(printed: string): PlainText {
	if (!marked.test(printed)) return { text: printed, printed: (span) => span };
	let text = '';
	const starts: number[] = [];
	const add = (piece: string, at: number, step: 0 | 1) => {
		for (let index = 0; index < piece.length; index++) starts.push(at + step * index);
		text += piece;
	};
	let last = 0;
	changed.lastIndex = 0;
	for (let match = changed.exec(printed); match; match = changed.exec(printed)) {
		add(printed.slice(last, match.index), last, 1);
		add(replacement(match, text, printed), match.index, 0);
		last = match.index + match[0].length;
	}
	add(printed.slice(last), last, 1);
	return { text, printed: ({ start, end }) => printedSpan(printed, starts, start, end) };
}

function printedSpan(printed: string, starts: readonly number[], start: number, end: number): Span {
	const from = starts[start] ?? printed.length;
	const last = starts[end - 1] ?? printed.length - 1;
	return { start: from, end: Math.max(from, last + 1) };
}

function replacement(match: RegExpExecArray, before: string, printed: string): string {
	const { blankLine, lineEnd, gone, decimal, hex, named } = match.groups ?? {};
	if (blankLine !== undefined) return ` ${paragraphBreak} `;
	if (lineEnd !== undefined) return joinsLines(before, printed.slice(match.index + match[0].length)) || / $/.test(before) ? '' : ' ';
	if (gone !== undefined) return '';
	if (decimal ?? hex) return spaced(String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex ?? '20', 16)));
	if (named !== undefined) return entities[named.toLowerCase()] ?? match[0];
	return / $/.test(before) ? '' : ' ';
}

/** A hyphen at a line's end holds the two together. */
function joinsLines(before: string, after: string): boolean {
	return /[\p{L}\p{N}][-\u2010-\u2015]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after);
}

function spaced(character: string): string {
	return /[\s\u00ad]/.test(character) ? ' ' : character;
}
