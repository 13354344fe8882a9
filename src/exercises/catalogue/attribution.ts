import type { Quote } from '../../corpus/quote.js';
import { matchesOf } from '../../text/matches.js';
import type { Span } from '../../text/span.js';
import { reckoner, reckoning } from '../claims/reckonings.js';
import type { Claim } from '../exercise.js';

const who = '(?<who>(?:the\\s)?\\p{Lu}[^,;:."“”()]{1,50}?)';
/** "Belarus on Tuesday denied": the day is not whose word it is. */
const onDay = '(?:\\s(?:on|late\\son)\\s\\p{Lu}\\p{Ll}+day)?';
const claiming = [
	'said|says|saying|claimed|claims|claiming|alleged|alleges|alleging|stated|asserted|estimated|estimates',
	'reported|reports|reporting|counted|counts|put|puts|believes|believe|believed|assessed|assesses|spoke\\sof|speaks\\sof',
].join('|');
/** "according to Tokyo", wherever it stands in the sentence. */
const accordingTo = new RegExp(
	`\\b[Aa]ccording\\sto\\s${who}(?=[,;:."“”()]|$|\\s(?:that|who|which|as|and|but|some|about|up|\\d)\\b)`,
	'gu',
);
/** "by Ukraine's count", "in the Swedish army's estimate"; of a second one the noun is left out: "but 11,000 by Poland's". */
const byCount = `(?:[Bb]y|[Oo]n|[Ii]n)\\s(?<who>${reckoner})(?:['’]s?)(?:\\s${reckoning}\\b|(?=[.,;)]|$))`;
/** The noun counted, and nothing else, may part a figure from whose it is. */
const countBehind = new RegExp(
	`^(?:(?!\\s(?:and|or|but|while)\\s|\\s(?:and|or|but),)[^,;()\\d]){0,40}?,?\\s\\(?(?:${byCount}|according\\sto\\s${who.replace('who', 'other')}(?=[,;:."“”()]|$|\\s(?:and|or)\\b)|(?<=,\\s)(?<sayer>${reckoner})\\s(?:says?|said|claims?|claimed)(?=[.,;)]|$))`,
	'u',
);
const countsBefore = new RegExp(`\\b${byCount}`, 'gu');
const clauseStart = '^|[,;]\\s|\\b(?:with|and|but|while|though)\\s';
const clauseStarts = new RegExp(clauseStart, 'g');
/** "with Tokyo saying that …", before what is said. */
const leading = new RegExp(
	`(?:${clauseStart})["“]?${who}${onDay}\\s(?:has\\s|have\\s|had\\s)?(?:${claiming})\\b[^;“"]*$`,
	'u',
);
/** "…, Tokyo said", behind it. */
const trailing = new RegExp(`^[^;]*?,["”]?\\s${who}${onDay}\\s(?:has\\s|have\\s|had\\s)?(?:${claiming})\\b`, 'u');

/**
 * Whose word a sentence gives for what stands at a span of it: "Tokyo" of "with Tokyo saying five missiles landed";
 * null where the article says it.
 */
function sayerOf({ text, start }: Pick<Quote, 'text' | 'start'>, span: Span): string | null {
	const before = text.slice(0, span.start - start);
	const after = text.slice(span.end - start);
	const found =
		countBehind.exec(after) ??
		matchesOf(before, countsBefore).findLast(({ index, 0: printed }) =>
			/^,?\s[^;\d]*$/.test(before.slice(index + printed.length)),
		) ??
		leadingBefore(before) ??
		trailing.exec(after) ??
		matchesOf(before, accordingTo).at(-1) ??
		matchesOf(after, accordingTo).find(({ index }) => !ofOwnFigure.test(after.slice(0, index)));
	const sayer = ['who', 'other', 'sayer'].map((name) => found?.groups?.[name]).find((name) => name !== undefined);
	return sayer?.replace(/\s+/g, ' ') ?? null;
}

/** "(14,000, according to Tokyo)": what is told of one figure is not told of those before it. */
const ofOwnFigure = /\d,?\s$/;

/** The nearest of those who say something before it: "Moscow claimed …, but NATO counted 60,000". */
function leadingBefore(before: string): RegExpExecArray | null {
	for (const { index } of matchesOf(before, clauseStarts).reverse()) {
		const found = leading.exec(before.slice(index));
		if (found) return found;
	}
	return null;
}

const denying =
	'denied|denies|denying|rejected|rejects|rejecting|refuted|refutes|dismissed|dismisses|disputed|disputes';
const denied = new RegExp(
	`(?:^|[,;]\\s|\\b(?:with|and|but|while)\\s)["“]?${who}${onDay}\\s(?:has\\s|have\\s|had\\s)?(?:${denying})\\b`,
	'u',
);

/** Who takes the side that a sentence tells of: who denies something there, else whose word it gives for it. */
export function sideTakenBy(quote: Quote, span: Span): string | null {
	const denier = denied.exec(quote.text)?.groups?.['who'];
	return denier?.replace(/\s+/g, ' ') ?? sayerOf(quote, span);
}

/** Whose word alone a value rests on; null where any of its claims is the article's own. */
export function saidByOf(claims: readonly Pick<Claim, 'quote' | 'span'>[]): string | null {
	const sayers = claims.map(({ quote, span }) => sayerOf(quote, span));
	return sayers.includes(null) ? null : (sayers[0] ?? null);
}
