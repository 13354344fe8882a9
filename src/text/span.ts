/** Half-open range of UTF-16 code units in a text: `text.slice(start, end)`. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** True for spans that share a letter. */
export function overlaps(one: Span, other: Span): boolean {
	return one.start < other.end && other.start < one.end;
}

/** True for a span that lies in another, or is the same. */
export function isWithin(inner: Span, outer: Span): boolean {
	return outer.start <= inner.start && inner.end <= outer.end;
}

/** A text with a space in the place of each of some spans of it, which do not overlap. */
export function withoutSpans(text: string, spans: readonly Span[]): string {
	return spans.toSorted((a, b) => b.start - a.start).reduce((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text);
}
