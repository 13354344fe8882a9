/** Half-open range of UTF-16 code units in a text: `text.slice(start, end)`. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** True for spans that share a letter. */
export function overlaps(one: Span, other: Span): boolean {
	return one.start < other.end && other.start < one.end;
}
