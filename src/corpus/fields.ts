import { trimmed } from '../text/sentences.js';
import type { Span } from '../text/span.js';
import { eventLabels } from './publication-words.js';

const label = /^(?:[-*•]\s+)?(\p{L}[\p{L}\p{M} ’'()/-]{0,40}?)\s*[:：]\s*\S/u;
/** Lines of a box looked through on either side. */
const longestBox = 40;
const firstCell = /^\|?\s*([^|]{1,60}?)\s*\|/;

/** A row of a table, its cells parted by bars, or by tabs. */
export function isTableRow(line: string): boolean {
	return /^\|.*\|$/.test(line) || (line.match(/\s\|\s/g) ?? []).length >= 2 || (line.match(/\S\t+(?=\S)/g) ?? []).length >= 2;
}

/** The cells of a row, each without the blanks around it; an empty one begins and ends where it would stand. */
export function cellsOf(text: string, { start, end }: Span): Span[] {
	const line = text.slice(start, end);
	const parts = line.includes('|') ? /\|/g : /\t/g;
	const cuts = [...line.matchAll(parts)].map(({ index }) => index);
	const edges = [-1, ...cuts, line.length];
	const cells = edges.slice(1).map((edge, at) => trimmed(text, { start: start + (edges[at] ?? 0) + 1, end: start + edge }));
	const barred = line.startsWith('|');
	return cells.slice(barred ? 1 : 0, barred && line.endsWith('|') ? -1 : undefined);
}

/** "Location: Constanta": a short label of at most four words, and a value that is no sentence. */
export function isLabelled(line: string): boolean {
	const name = labelOf(line);
	return name !== undefined && name.split(/\s+/).length <= 4 && line.length <= 200;
}

/** Whether a line stands in a box about an event: it or one of the labelled lines around it names a place, a time or who takes part. */
export function isBoxed(lines: readonly string[], index: number): boolean {
	if (labelOf(lines[index] ?? '') === undefined) return false;
	return [-1, 1].some((step) => {
		for (let at = index; at >= 0 && at < lines.length && Math.abs(at - index) <= longestBox; at += step) {
			const name = labelOf(lines[at] ?? '');
			if (name === undefined) return false;
			if (eventLabels.has(name)) return true;
		}
		return false;
	});
}

/** The label of a line or of a table's row, in lower case. */
export function labelOf(line: string): string | undefined {
	return (label.exec(line) ?? (isTableRow(line) ? firstCell.exec(line) : null))?.[1]?.toLowerCase();
}
