import { trimmed } from '../text/sentences.js';
import type { Span } from '../text/span.js';
import { breaksDate } from './broken-dates.js';
import { isTableRow, labelOf } from './fields.js';
import { datedLine } from './publication-lines.js';

const terminal = /[.!?:;"'”’»)\]]$/;
/** A line's last word that another must follow. */
const goesOn =
	/(?:^|\s)(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|until|till|through|between|near|off|its|their|his|her|is|are|was|were|be|been|has|have|had|will|would|held|than|about|around|some|nearly|almost|rund|etwa|quelque|environ|около|более)$/i;
/** A line's first word that goes on with the line before. */
const followsOn =
	/^(?:of|to|in|on|at|by|for|from|with|until|till|through|between|near|off|and|or|but|than|which|who|whose|that|where|when|while|is|are|was|were|be|been|has|have|had|will|would)\s/;
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
	const printed = lines.map(({ start, end }) => text.slice(start, end));
	for (const [index, line] of lines.entries()) {
		const own = printed[index] ?? '';
		const [before, next] = [printed[index - 1], printed[index + 1]];
		const isInside = (before !== undefined && breaksPhrase(before, own)) || (next !== undefined && breaksPhrase(own, next));
		const isDated = !isInside && datedLine(own, text) !== undefined;
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
			before === undefined ||
			isTableRow(line) ||
			isTableRow(before) ||
			(itemOrHeading.test(line) && (itemOrHeading.test(before) || !breaksDate(before, line))) ||
			(boxed && labelOf(line) !== undefined);
		if (anew) parts.push([span]);
		else parts.at(-1)?.push(span);
	}
	return parts;
}

function joinedIfWrapped(text: string, lines: readonly Span[]): readonly Span[] {
	const first = lines[0];
	const last = lines.at(-1);
	if (first && last && isWrapped(text, lines)) return [{ start: first.start, end: last.end }];
	const parts: Span[] = [];
	for (const line of lines) {
		const before = parts.at(-1);
		// Only its end is looked at, however many lines it holds.
		const end = before && text.slice(Math.max(before.start, before.end - widest), before.end);
		const goes = end !== undefined && breaksPhrase(end, text.slice(line.start, line.end));
		if (before && goes) parts[parts.length - 1] = { start: before.start, end: line.end };
		else parts.push(line);
	}
	return parts;
}

const widest = 120;

/** Whether a phrase surely stands on two lines. */
function breaksPhrase(line: string, next: string): boolean {
	return (!terminal.test(line) && (goesOn.test(line) || followsOn.test(next))) || breaksDate(line, next);
}

/** Whether half the lines or more that end no sentence surely go on in the next, one of them in the middle of a phrase. */
function runsOn(lines: readonly string[]): boolean {
	const open = lines.slice(0, -1).flatMap((line, index) => (terminal.test(line) ? [] : [{ line, next: lines[index + 1] ?? '' }]));
	const inPhrase = open.filter(({ line, next }) => breaksPhrase(line, next));
	const sure = open.filter((one) => inPhrase.includes(one) || /,$/.test(one.line) || /^\p{Ll}/u.test(one.next));
	const isSentence = sure.length === open.length && terminal.test(lines.at(-1) ?? '');
	return isSentence ? open.length > 0 : inPhrase.length > 0 && sure.length * 2 >= open.length;
}

/** Lines that break off inside a sentence: of a like length near a page's width, or each as long as its next word allows. */
function isWrapped(text: string, lines: readonly Span[]): boolean {
	const full = lines.slice(0, -1);
	if (full.length === 0) return false;
	const longest = Math.max(...lines.map(({ start, end }) => end - start));
	if (longest > widest) return false;
	if (runsOn(lines.map(({ start, end }) => text.slice(start, end)))) return true;
	if (longest < 24) return false;
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
