import type { Pieces } from '../taking-turns.js';
import { sentencesIn, trimmed } from '../text/sentences.js';
import type { Span } from '../text/span.js';
import { blocksOf } from './blocks.js';
import { agencyDatelineOf, headedLine, publicationAt } from './datelines.js';
import type { Paragraph, Sentence, TextKind } from './document.js';
import { isBoxed, isLabelled, isTableRow } from './fields.js';
import { type DatedLine, datedLine, type Statement } from './publication-lines.js';

/** A paragraph with the publication date that it states, if it does. */
export interface Block extends Paragraph {
	readonly states?: Statement;
}

const terminal = /[.!?…:;,]["'”’»)\]]*$/;
const linkLine =
	/^(?:\W{0,3})(?:read (?:more|also|next|the full \w+)|see also|also read|more on this|related(?: (?:articles?|stor(?:y|ies)|news|links?))?|recommended|further reading|watch(?: (?:also|more|now))?|listen)\s*[:：|–—-]|^https?:\/\/\S+$/i;
const captionMark =
	/\((?:L[-–]R|left to right|pictured|file)\b[^)]*\)|\bpictured(?: (?:right|left|above|below|centre|center))?\b\s*[:,)]|,\s*pictured (?:right|left|above|below|here)|^(?:photo|image|picture|pictured|photograph|caption|file photo)\b[^.]{0,20}[:.]|\bhandout (?:photo|image)\b|\((?:photo|image)\b[^)]*\)|\bgetty images\b/i;
const postAttribution = /^(?:[—–-]{1,2}|―)\s*.{0,80}?\(@\w{1,30}\)/u;
const postMark = /\bpic\.(?:twitter|x)\.com\/|\bt\.co\/|(?:#[\p{L}\p{N}_]+\s*){3,}/u;
const signature =
	/^(?:by|story by|written by|words by|reporting by|edited by|author)\s*:?\s+\p{Lu}|^(?:with )?(?:additional )?reporting by\b|^\((?:reporting|writing|editing) by\b/iu;
/** "By NATO's estimate 40,000 troops …": whose figure it is, and nobody's line. */
const reckoned = /^by [^,.:;\n]{2,50}['’]s? (?:own )?(?:counts?|estimates?|reckoning|account|figures|tally|calculations?)\b/i;
const personalName = /^\p{Lu}\p{Ll}[\p{L}'’-]*(?: (?:\p{Lu}\.|\p{Lu}\p{Ll}[\p{L}'’-]*|(?:de|van|von|bin|al|da|el))){1,3}$/u;
const heading = /^(#{1,6})\s+/;
const listItem = /^(?:[-*•]|\d{1,2}[.)])\s+/;

const noLines: ReadonlySet<string> = new Set();

/**
 * Paragraphs of a document, piece by piece, each with its kind and its sentences; every character of a sentence stands in the text.
 * @param titled true when the front matter gives the title, so that the first line need not be one
 * @param captions lines that the file's own markup calls captions
 */
export function* structureOf(text: string, titled: boolean, captions = noLines): Pieces<Block[]> {
	const spans = blocksOf(text);
	yield;
	const lines = spans.map(({ start, end }) => text.slice(start, end));
	const dated: (DatedLine | undefined)[] = [];
	for (const line of lines) {
		dated.push(datedLine(line, text));
		yield;
	}
	const kinds = kindsOf(text, lines, dated, titled, captions);
	const blocks: Block[] = [];
	for (const [index, span] of spans.entries()) {
		yield;
		blocks.push(blockOf(text, span, index, lines, kinds, dated[index]));
	}
	return blocks;
}

function blockOf(text: string, span: Span, index: number, lines: readonly string[], kinds: readonly TextKind[], dated?: DatedLine): Block {
	const line = lines[index] ?? '';
	const kind = kinds[index] ?? 'prose';
	const number = index + 1;
	const at = (part: Span, partKind: TextKind): Sentence => ({
		...trimmed(text, { start: span.start + part.start, end: span.start + part.end }),
		kind: partKind,
		paragraph: number,
	});
	const whole = { start: 0, end: line.length };
	const headed = kind === 'title' ? headedLine(line, text) : undefined;
	if (headed) {
		const sentences = [
			...(headed.before ? [at(headed.before, 'dateline')] : []),
			at(headed.headline, 'title'),
			...(headed.after ? [at(headed.after, 'dateline')] : []),
		];
		return { ...span, number, kind, sentences, states: { ...publicationAt(headed.date, span.start), says: 'bare' } };
	}
	if (kind === 'title') return { ...span, number, kind, sentences: [at(withoutMark(line), kind)] };
	if (kind === 'dateline') {
		const states = dated ? { states: { ...publicationAt(dated.date, span.start), says: dated.says } } : {};
		return { ...span, number, kind, sentences: [at(withoutMark(line), kind)], ...states };
	}
	if (isTableRow(line)) return { ...span, number, kind, sentences: [at(whole, kind)] };
	if (kind === 'heading' || kind === 'byline') return { ...span, number, kind, sentences: [at(withoutMark(line), kind)] };
	if (kind === 'post') {
		const attribution = postAttribution.test(line) ? index : index + 1;
		const signed = spanOfLine(text, span, attribution - index, lines[attribution]);
		return { ...span, number, kind, sentences: split(text, span, number, kind), ...(signed ? { attribution: signed } : {}) };
	}
	const agency = kind === 'prose' ? agencyDatelineOf(line, text) : undefined;
	if (agency && agency.end < whole.end) {
		const rest = { start: span.start + agency.end, end: span.end };
		const states: Pick<Block, 'states'> = agency.date ? { states: { ...publicationAt(agency.date, span.start), says: agency.says } } : {};
		return {
			...span,
			number,
			kind,
			sentences: [at({ start: 0, end: agency.end }, 'dateline'), ...split(text, rest, number, kind)],
			...states,
		};
	}
	return { ...span, number, kind, sentences: split(text, span, number, kind) };
}

/** A post's attribution line: the paragraph itself, or the next one where that signs it. */
function spanOfLine(text: string, span: Span, ahead: number, line: string | undefined): Span | undefined {
	if (!line || !postAttribution.test(line)) return undefined;
	const start = ahead === 0 ? span.start : text.indexOf(line, span.end);
	return { start, end: start + line.length };
}

function split(text: string, span: Span, paragraph: number, kind: TextKind): Sentence[] {
	return sentencesIn(text, span).map((sentence) => ({ ...sentence, kind, paragraph }));
}

function withoutMark(line: string): Span {
	return { start: heading.exec(line)?.[0].length ?? 0, end: line.length };
}

function kindsOf(
	text: string,
	lines: readonly string[],
	dated: readonly (DatedLine | undefined)[],
	titled: boolean,
	captions: ReadonlySet<string>,
): TextKind[] {
	const punctuates = mostlyPunctuated(lines);
	const kinds: TextKind[] = [];
	let onlyDatesBefore = true;
	for (const [index, line] of lines.entries()) {
		const kind = kindOf(line, index);
		kinds.push(kind);
		onlyDatesBefore &&= kind === 'dateline' || kind === 'byline';
	}
	return kinds;

	function kindOf(line: string, index: number): TextKind {
		const next = lines[index + 1];
		const head = onlyDatesBefore;
		if (captions.has(line)) return 'caption';
		if (linkLine.test(line)) return 'link';
		if (postAttribution.test(line) || (next !== undefined && postAttribution.test(next)) || postMark.test(line)) return 'post';
		if (isDateline(index, head)) return 'dateline';
		if (isTableRow(line)) return 'prose';
		if (head && !titled && isTitle(line, next, index)) return 'title';
		if (heading.test(line)) return head && !titled ? 'title' : 'heading';
		if (isByline(line, index, lines.length)) return 'byline';
		if (captionMark.test(line)) return 'caption';
		if (isLabelled(line)) return 'prose';
		const bare = !terminal.test(line) && !listItem.test(line) && next !== undefined;
		const dates = isDateline(index + 1, false);
		if (bare && wordsIn(line) <= 14 && (line.length <= 90 || dates)) return 'heading';
		// In an article that ends its sentences, a line that does not end is the caption of a photograph.
		if (bare && punctuates && !dates) return 'caption';
		return bare && dates ? 'heading' : 'prose';
	}

	/** A month alone or "Date: …" dates the text only at its head; a name and a date in the very first line is a title. */
	function isDateline(index: number, head: boolean): boolean {
		const line = dated[index];
		if (!line) return false;
		const first = head || kinds.length <= 3;
		if (line.says === 'dated') return first && !isBoxed(lines, index);
		if (line.date.precision === 'month' && line.says === 'bare') return first;
		return line.says !== 'placed' || index > 0 || titled;
	}

	function isTitle(line: string, next: string | undefined, index: number): boolean {
		if (next === undefined || line.length > 400 || isBoxed(lines, index)) return false;
		if (headedLine(line, text)) return true;
		const short = line.length <= 200 && wordsIn(line) <= 30;
		return short && (!/[.…:;,]["'”’»)\]]*$/.test(line) || isDateline(index + 1, true));
	}
}

function isByline(line: string, index: number, count: number): boolean {
	if (reckoned.test(line)) return false;
	if (line.length > 120) return false;
	if (signature.test(line)) return true;
	return (index === count - 1 || index <= 2) && index > 0 && personalName.test(line);
}

function mostlyPunctuated(lines: readonly string[]): boolean {
	const long = lines.filter((line) => wordsIn(line) >= 15);
	return long.length >= 3 && long.filter((line) => terminal.test(line)).length >= long.length * 0.6;
}

function wordsIn(line: string): number {
	return line.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
