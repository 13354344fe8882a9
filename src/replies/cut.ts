import type { Span } from '../text/span.js';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Longer than any letter with its marks that people type; what is longer is cut inside. */
const LONGEST_GRAPHEME = 64;
/** How far back a cut looks for a space, so that words stay whole. */
const LONGEST_WORD = 32;

/**
 * Cuts a text at its end, with "…", to at most `limit` UTF-16 code units; never inside a letter, and between words where one ends near.
 */
export function cutEnd(text: string, limit: number): string {
	if (text.length <= limit) return text;
	return `${text.slice(0, lastBreak(text, Math.max(0, limit - 1))).trimEnd()}…`;
}

/** The part of a text to show, and whether something before or after it is left out. */
interface Window extends Span {
	readonly cutBefore: boolean;
	readonly cutAfter: boolean;
}

/**
 * The stretch of `span` that is shown when it is longer than `limit`: it holds the beginning of `focus` (the answering words) and is cut
 * at its ends only, so that what is shown stays one contiguous slice.
 */
export function windowAround(text: string, span: Span, focus: Span | undefined, limit: number): Window {
	if (span.end - span.start <= limit) return { start: span.start, end: span.end, cutBefore: false, cutAfter: false };
	const centre = focus ? focus.start + Math.min(focus.end - focus.start, limit) / 2 : span.start;
	const latest = span.end - limit;
	const wanted = Math.max(span.start, Math.min(Math.floor(centre - limit / 2), focus?.start ?? span.start, latest));
	const start = wanted <= span.start ? span.start : firstBreak(text, wanted, Math.min(span.end, focus?.start ?? span.end));
	const end = start + limit >= span.end ? span.end : lastBreak(text, start + limit, start);
	return { start, end: Math.max(end, start + 1), cutBefore: start > span.start, cutAfter: end < span.end };
}

/** The last place at or before `index` where a text may be cut: after a word where one ends near, else between two letters. */
function lastBreak(text: string, index: number, from = 0): number {
	const near = Math.max(from, index - LONGEST_WORD);
	const space = text.slice(near, index + 1).search(/\s\S*$/);
	if (space > 0) return near + space;
	return letterStart(text, index, from);
}

/** The first place at or after `index` where a text may begin: before a word where one begins near (and before `until`). */
function firstBreak(text: string, index: number, until: number): number {
	const gap = /\s(?=\S)/.exec(text.slice(index, Math.min(index + LONGEST_WORD, until)));
	if (gap) return index + gap.index + 1;
	return letterStart(text, index, 0);
}

/** The beginning of the letter (grapheme) that stands at `index`. */
function letterStart(text: string, index: number, from: number): number {
	const start = Math.max(from, index - LONGEST_GRAPHEME);
	const letter = graphemes.segment(text.slice(start, index + LONGEST_GRAPHEME)).containing(index - start);
	const found = start + (letter?.index ?? index - start);
	return found > from ? found : wholeUnit(text, index);
}

/** Steps back from the middle of a surrogate pair. */
function wholeUnit(text: string, index: number): number {
	const unit = text.charCodeAt(index);
	return unit >= 0xdc00 && unit <= 0xdfff ? index - 1 : index;
}
