import type { Span } from '../../text/span.js';

const named = String.raw`(?:the\s)?\p{Lu}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]*)*`;
/** What "but not", "except" and the like leave out, with what is listed behind them. */
const leftOut = new RegExp(
	String.raw`\b(?:but\snot|not|[Ww]ithout|[Ee]xcept(?:\sfor)?|excluding|other\sthan|rather\sthan|instead\sof)\s(?:${named}(?:,\s|,?\s(?:and|or|nor)\s))*(?:the\s)?$`,
	'u',
);
/** "Unlike Denmark and Finland, Poland …": the list ends with its comma. */
const unlike = new RegExp(String.raw`\b[Uu]nlike\s(?:${named}(?:\s(?:and|or)\s))*(?:the\s)?$`, 'u');

/** True for words that their sentence names in order to leave them out: "Sweden, but not Norway". */
export function isExcluded(text: string, { start }: Span, sentence: Span): boolean {
	const before = text.slice(Math.max(sentence.start, start - 120), start);
	return leftOut.test(before) || unlike.test(before);
}
