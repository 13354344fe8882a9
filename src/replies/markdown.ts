import type { Span } from '../text/span.js';

/**
 * Text of a document (or typed by a member) as Discord must show it: word for word. Every character that could begin markup, a mention,
 * a timestamp, an emoji, a heading, a list or a link gets a backslash, which Discord does not show; discord.js' `escapeMarkdown` leaves
 * links, headings, quotes and mentions alone.
 */
export function escapeText(text: string): string {
	return escapeLineStarts(escapeInside(text));
}

function escapeInside(text: string): string {
	return visible(text)
		.replace(/[\\`*_~|[\]<>#@]/g, '\\$&')
		.replace(/:(?=\/\/)/g, '\\:')
		.replace(/(discord[\w.]{0,12})\//gi, '$1\\/');
}

function escapeLineStarts(text: string): string {
	return text.replace(/^(\s*)([-+])/gm, '$1\\$2').replace(/^(\s*\d+)([.)])/gm, '$1\\$2');
}

/** The same on one line, for a title, a value or a label. */
export function escapeLine(text: string): string {
	return escapeText(oneLine(text));
}

/** White space folded, so that a text stands on one line. */
export function oneLine(text: string): string {
	return visible(text).replace(/\s+/g, ' ').trim();
}

/** Line ends as Discord writes them; control characters and halves of surrogate pairs, which it refuses, as "�". */
function visible(text: string): string {
	return (
		text
			.replace(/\r\n?|[\u2028\u2029]/g, '\n')
			// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
			.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '�')
			.replace(/\p{Surrogate}/gu, '�')
	);
}

/**
 * Puts right-to-left text (and whatever could turn the line around) between isolates, so that the marks after it stay where they are.
 * @see https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */
export function isolate(line: string): string {
	return /[\u0590-\u08ff\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/.test(line)
		? `\u2068${line.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')}\u2069`
		: line;
}

/**
 * A slice of a text as an escaped block quote, line for line, with the `highlights` (spans of `text`) in bold.
 * Bold begins and ends in each line anew: one that ran over two lines of a quote would not be drawn everywhere.
 */
export function blockQuote(text: string, { start, end }: Span, highlights: readonly Span[] = [], before = '', after = ''): string {
	const lines: string[] = [];
	let offset = start;
	for (const line of text.slice(start, end).split(/\r\n?|[\n\u2028\u2029]/)) {
		const lineEnd = offset + line.length;
		lines.push(emphasised(text, { start: offset, end: lineEnd }, highlights));
		offset = lineEnd + (text.startsWith('\r\n', lineEnd) ? 2 : 1);
	}
	return `${before}${lines.join('\n')}${after}`.replace(/^/gm, '> ');
}

/** One line escaped, with the parts of it that lie in `highlights` in bold. */
function emphasised(text: string, span: Span, highlights: readonly Span[]): string {
	let written = '';
	let offset = span.start;
	for (const highlight of united(highlights)) {
		const part = trimmed(text, { start: Math.max(highlight.start, offset), end: Math.min(highlight.end, span.end) });
		if (part.end <= part.start) continue;
		written += `${escapeInside(text.slice(offset, part.start))}**${escapeInside(text.slice(part.start, part.end))}**`;
		offset = part.end;
	}
	return escapeLineStarts(written + escapeInside(text.slice(offset, span.end)));
}

/** Spans in order, those that touch or overlap made one. */
function united(spans: readonly Span[]): Span[] {
	const all: Span[] = [];
	for (const span of spans.toSorted((a, b) => a.start - b.start)) {
		const last = all.at(-1);
		if (last && span.start <= last.end) all[all.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
		else all.push(span);
	}
	return all;
}

function trimmed(text: string, { start, end }: Span): Span {
	const words = text.slice(start, end);
	return { start: start + (words.length - words.trimStart().length), end: start + words.trimEnd().length };
}
