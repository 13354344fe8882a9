import { trimmed } from '../text/sentences.js';
import type { Span } from '../text/span.js';
import { isTableRow, labelOf } from './fields.js';
import { datedLine } from './publication-lines.js';

const terminal = /[.!?:;"'”’»)\]]$/;
/** A line's last word that another must follow. */
const goesOn = /(?:^|\s)(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|until|till|through|between|near|off|its|their|his|her)$/i;
const itemOrHeading = /^(?:[-*•]\s|\d{1,2}[.)]\s|#{1,6}\s)/;

/**
 * Paragraphs of a text as spans: every line that is not blank, and a hard-wrapped block of lines as one.
 * (Articles saved from the web have a paragraph a line; plain-text e-mail and reports are wrapped at a column.)
 * A row of a table, an item of a list and a line of a box each begin anew.
 */
export function blocksOf(text: string): Span[] {
	const blocks: Span[] = [];
	let lines: Span[] = [];
	const add = () => {
		const parts = blocks.length < longestHead ? datedParts(text, lines) : [lines];
		blocks.push(...parts.flatMap((part) => partsOf(text, part)).flatMap((part) => joinedIfWrapped(text, part)));
	};
	for (const line of linesOf(text)) {
		if (line.end > line.start) lines.push(line);
		else {
			add();
			lines = [];
		}
	}
	add();
	return blocks;
}

function* linesOf(text: string): Generator<Span> {
	let start = 0;
	while (start <= text.length) {
		const newline = text.indexOf('\n', start);
		const end = newline < 0 ? text.length : newline;
		yield trimmed(text, { start, end });
		start = end + 1;
	}
}

/** In so many paragraphs a text says who published it, and when. */
const longestHead = 4;

/** The lines at the head of a text, cut around those that date it. */
function datedParts(text: string, lines: readonly Span[]): Span[][] {
	const parts: Span[][] = [];
	let wasDated = true;
	for (const line of lines) {
		const isDated = datedLine(text.slice(line.start, line.end), text) !== undefined;
		if (isDated || wasDated) parts.push([line]);
		else parts.at(-1)?.push(line);
		wasDated = isDated;
	}
	return parts;
}

/** A run of lines cut where a line begins something of its own. */
function partsOf(text: string, lines: readonly Span[]): Span[][] {
	const printed = lines.map(({ start, end }) => text.slice(start, end));
	const boxed = printed.filter((line) => labelOf(line) !== undefined).length > 1;
	const parts: Span[][] = [];
	for (const [index, span] of lines.entries()) {
		const line = printed[index] ?? '';
		const before = printed[index - 1];
		const anew =
			before === undefined || isTableRow(line) || isTableRow(before) || itemOrHeading.test(line) || (boxed && labelOf(line) !== undefined);
		if (anew) parts.push([span]);
		else parts.at(-1)?.push(span);
	}
	return parts;
}

function joinedIfWrapped(text: string, lines: readonly Span[]): readonly Span[] {
	const first = lines[0];
	const last = lines.at(-1);
	return first && last && isWrapped(text, lines) ? [{ start: first.start, end: last.end }] : lines;
}

/** Lines that break off inside a sentence: of a like length near a page's width, or each as long as its next word allows. */
function isWrapped(text: string, lines: readonly Span[]): boolean {
	const full = lines.slice(0, -1);
	if (full.length === 0) return false;
	const longest = Math.max(...lines.map(({ start, end }) => end - start));
	if (longest < 24 || longest > 120) return false;
	const brokenOff = full.filter(({ start, end }) => !terminal.test(text.slice(start, end)));
	const nearFull = full.filter(({ start, end }) => end - start >= longest * 0.7);
	const even = full.length > 1 && longest >= 50 && brokenOff.length > full.length / 2 && nearFull.length > full.length * 0.7;
	return even || breaksForWidth(text, lines, longest);
}

/** Whether every line is as long as the longest allows, and most run on into the next. */
function breaksForWidth(text: string, lines: readonly Span[], longest: number): boolean {
	let runsOn = 0;
	for (const [index, { start, end }] of lines.slice(0, -1).entries()) {
		const next = lines[index + 1];
		const following = next ? text.slice(next.start, next.end) : '';
		if (end - start + 1 + (/^\S+/.exec(following)?.[0].length ?? 0) < longest) return false;
		if (/^["“‘'(]?\p{Ll}/u.test(following) || goesOn.test(text.slice(start, end))) runsOn++;
	}
	return runsOn > (lines.length - 1) * (lines.length > 4 ? 0.4 : 0.6);
}
