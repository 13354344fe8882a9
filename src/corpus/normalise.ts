import { blocksOf } from './blocks.js';
import { withoutEntities } from './entities.js';
import { withoutMarkup } from './markup.js';

const lineEnd = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Soft hyphens, zero-width spaces and joiners, marks of direction, byte order marks, control characters. */
const invisible = /(?![\t\n]|\u200C|\u200D|[\u0600-\u0605\u06DD\u070F]|[\u{E0020}-\u{E007F}])[\p{Cc}\p{Cf}]|\u034F/gu;
/** Joiners shape the letters of some scripts and hold an emoji together: there they stay. */
const joiner =
	/(?<![\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Kannada}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]/gu;
const space = /[\u00A0\u2000-\u200A\u202F\u205F]/g;
const softlyCut = /\u00AD[ \t]*\n[ \t]*([\p{L}\p{N}][^\s]*)[ \t]*\n?/gu;
const cut = /([\p{L}\p{M}\p{N}]+)([-\u2010\u2011])[ \t]*\n[ \t]*(?=[\p{L}\p{N}])([\p{L}\p{M}\p{N}]+)([^\s]*)[ \t]*\n?/gu;
/** Ends of words that are no words: what they follow was one word. */
const wordEnd =
	/^(?:[ct]ions?|[st]ional(?:ly)?|sions?|ments?|mental|cis(?:e|es|ed|ing)|ings?|tary|taries|tory|tories|tive(?:ly)?|sive(?:ly)?|tures?|eral|erals|ical(?:ly)?|ness|ities|ity|ern|eign|ence|ances?|ously|ous|vres?|vers?|ted|ting|ters?|nal|nally|rity|tance|tain|rines?|gate|gates|rily)$/u;
const quoted = /^[ \t]*(?:>[ \t]?)+/;

/**
 * The text that everything is read from and quoted from, made once: line ends, invisible characters, hard spaces, entities,
 * hard-wrapped
 * lines, words cut at a line's end and marks of emphasis are as a reader takes them. Every offset points into it; the file stays as it is.
 */
export function normalised(source: string, markdown: boolean): string {
	const lines = withoutQuoteMarks(source.replace(lineEnd, '\n'), markdown);
	const words = withoutEntities(withoutMarkup(withoutInvisible(lines), markdown));
	return unwrapped(withWordsWhole(withoutInvisible(words).replace(space, ' '))).normalize('NFC');
}

/** One value of a head: as `normalised`, on one line. */
export function normalisedLine(value: string): string {
	return normalised(value, true).replace(/\s+/g, ' ').trim();
}

/** A file's text with plain line ends and no byte order mark: what a head is looked for in. */
export function plainLines(source: string): string {
	return source.replace(/^\uFEFF+/, '').replace(lineEnd, '\n');
}

function withoutInvisible(text: string): string {
	return text.replace(softlyCut, '$1\n').replace(invisible, '').replace(joiner, '');
}

/**
 * Without the ">" of quoted lines. In a plain text a lone line with one before a number may say "more than".
 */
function withoutQuoteMarks(text: string, markdown: boolean): string {
	if (!text.includes('>')) return text;
	const lines = text.split('\n');
	return lines
		.map((line, index) => {
			const mark = quoted.exec(line)?.[0];
			if (mark === undefined) return line;
			const rest = line.slice(mark.length);
			const beside = quoted.test(lines[index - 1] ?? '') || quoted.test(lines[index + 1] ?? '');
			return markdown || beside || !/^\d/.test(rest) ? rest : line;
		})
		.join('\n');
}

/**
 * Joins what a line's end cut, and moves the rest of the word up, so that the lines stay about as long.
 * The hyphen goes only where the word surely has none: where the text has it whole, or what follows is no word.
 */
export function withWordsWhole(text: string): string {
	if (!/[-\u2010\u2011][ \t]*\n/.test(text)) return text;
	let known: ReadonlySet<string> | undefined;
	return text.replace(cut, (_, before: string, hyphen: string, after: string, rest: string) => {
		known ??= new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu));
		const lower = /^\p{Ll}/u.test(after) && /\p{L}$/u.test(before);
		const whole = lower && (wordEnd.test(after) || known.has(`${before}${after}`.toLowerCase()));
		return `${before}${whole ? '' : hyphen}${after}${rest}\n`;
	});
}

/** Each hard-wrapped block on one line: its line ends were the page's, not the author's. */
function unwrapped(text: string): string {
	const parts: string[] = [];
	let from = 0;
	for (const { start, end } of blocksOf(text)) {
		const block = text.slice(start, end);
		if (!block.includes('\n')) continue;
		parts.push(text.slice(from, start), block.replace(/[ \t]*\n[ \t]*/g, ' '));
		from = end;
	}
	return parts.length === 0 ? text : parts.join('') + text.slice(from);
}
