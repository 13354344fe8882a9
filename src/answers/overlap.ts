import type { Span } from '../text/span.js';

export function overlapsAny(span: Span, others: readonly Span[]): boolean {
	return others.some((other) => other.start < span.end && span.start < other.end);
}
