import type { Span } from './span.js';

/** Without the half of a pair of brackets that stands alone, and what it cuts off: of "eFP) battle group" the group. */
export function balanced(text: string, { start, end }: Span): Span {
	const slice = text.slice(start, end);
	const [open, close] = [slice.indexOf('('), slice.indexOf(')')];
	if (close >= 0 && (open < 0 || close < open)) return trimmed(text, start + close + 1, end);
	return open >= 0 && close < 0 ? trimmed(text, start, start + open) : { start, end };
}

function trimmed(text: string, start: number, end: number): Span {
	const slice = text.slice(start, end);
	const left = slice.length - slice.trimStart().length;
	return slice.trim() === '' ? { start, end: start } : { start: start + left, end: start + slice.trimEnd().length };
}
