import { matchesOf } from '../../text/matches.js';
import type { Span } from '../../text/span.js';
import { oneOf } from '../../text/word-pattern.js';
import { quantityPattern } from '../../values/quantities.js';
import { forceWords } from '../sentences/force-mentions.js';
import { reckoner, reckoning } from './reckonings.js';

/** A figure that its sentence gives without the noun counted, and that noun: "60,000" of "NATO counted 60,000". */
export interface ToldFigure extends Span {
	readonly unit: string;
}

const people = oneOf([...forceWords.people, 'participants', 'people', 'men']);
const tells =
	'(?:count(?:s|ed)?|estimat(?:es?|ed)|puts?|believ(?:es?|ed)|assess(?:es|ed)?|claim(?:s|ed)?|reckon(?:s|ed)?|spoke\\sof|speaks?\\sof)';
const noun = '(?:the|their)\\s(?:(?:real|true|actual)\\s)?(?:figure|number|total|strength)';
const figureIs = `(?:that\\s)?${noun}\\s(?:was|is|were)\\s`;
const theFigure = `(?:(?:that\\s)?(?:it|${noun})\\s(?:at|was|is|to\\sbe|to|were)\\s)?`;
const ends = '(?=\\s?(?:[.;,)]|$))';
/** "Moscow put the number of troops in X at 12,700" */
const putAt = new RegExp(
	`\\b(?:number|total|strength)\\sof\\s(?:[\\p{L}-]+\\s){0,2}?(?<unit>${people})\\b[^,;.]{0,70}?\\s(?:at|was|is)\\s(?<figure>${quantityPattern})${ends}`,
	'giu',
);
const another = '(?:[,;]\\s(?:(?:but|and|while|though|whereas)\\s)?|\\sbut\\s|\\swhile\\s)';
/** "; Western officials counted about 75,000", "but NATO estimated 60,000" */
const estimated = new RegExp(
	`${another}(?:the\\s)?[^,;.\\d]{2,60}?\\s(?:${tells}\\s${theFigure}|(?:said|says?)\\s${figureIs})(?<figure>${quantityPattern})${ends}`,
	'giu',
);
const figure = `(?<figure>${quantityPattern})`;
const clauseEnds = `(?=\\s?(?:[.;)]|$)|,\\s(?:and|but|while|or|though)\\b|\\s(?:and|or|but|against)\\s(?=\\D{0,12}\\d)|,?\\s(?:${people})\\b)`;
/** "or 20,000 by Ukraine's count", "but 11,000 by Poland's", "(14,000, according to Tokyo)" */
const attributedBehind = new RegExp(
	`(?:[,;(]\\s?|\\s)(?:(?:or|but|and|while|though|against)\\s)?${figure},?\\s\\(?(?:(?:by|on|in)\\s${reckoner}['’]s?(?:\\s${reckoning})?|according\\sto\\s${reckoner}|${reckoner}\\s(?:says?|said|claims?|claimed))\\)?${clauseEnds}`,
	'gu',
);
/** "involved 50,000, according to Minsk, or 20,000, according to Kyiv": nothing else is counted so. */
const takesPart =
	/\b(?:involv\w+|dr[ae]w\w*|br(?:ings|ought)|gather\w+|attract\w+|mobili[sz]\w+|number(?:s|ed)|compris\w+|t(?:akes?|ook)\spart)\b/i;
/** "; according to Lithuania, up to 100,000 did", "and, in Sweden's estimate, as many as 70,000" */
const attributedBefore = new RegExp(
	`(?:[Aa]ccording\\sto\\s${reckoner}|\\b(?:[Bb]y|[Oo]n|[Ii]n)\\s${reckoner}['’]s?\\s${reckoning}),?\\s(?:it\\swas\\s|there\\swere\\s)?${figure}(?:\\s(?:did|were|took\\spart|joined|came))?${ends}`,
	'gu',
);
/** "5,000, or 20,000 by Ukraine's count, troops": the noun follows both. */
const firstOfTwo = new RegExp(
	`${figure}(?=,?\\s(?:\\(|(?:or|but)\\s)(?:or\\s|but\\s)?(?:${quantityPattern.replace('?<number>', '?:')}),?\\s)`,
	'giu',
);
const unitBehindBoth = new RegExp(`^[,)]{0,2}\\s(?:[\\p{L}-]+\\s){0,2}?(?<unit>${people})\\b`, 'iu');
const unitBehind = new RegExp(`^[-\\s](?:[\\p{L}-]+\\s){0,2}?(?<unit>${people})\\b`, 'iu');
const anyFigure = new RegExp(quantityPattern, 'giu');

/** What one side claims and what another counts, where only one of the two figures says of whom. */
export function findToldFigures(text: string, { start, end }: Span): ToldFigure[] {
	const slice = text.slice(start, end);
	if (!/\d/.test(slice)) return [];
	const told = matchesOf(slice, putAt).map((match) => figureOf(match, start, match.groups?.['unit'] ?? ''));
	const attributed = [...matchesOf(slice, attributedBehind), ...matchesOf(slice, attributedBefore)];
	const shared = sharedUnit(slice, attributed);
	const counted = told[0]?.unit ?? unitIn(slice) ?? shared?.unit;
	const unit = counted ?? (attributed.length > 1 && takesPart.test(slice) ? 'troops' : undefined);
	if (unit === undefined) return told;
	const first = counted === undefined ? -1 : (told[0]?.start ?? start + slice.search(/\d/));
	const ofTwo = shared ? matchesOf(slice, firstOfTwo).filter(({ index }) => index < shared.at) : [];
	return [
		...told,
		...ofTwo.slice(-1).map((match) => figureOf(match, start, unit)),
		...[...matchesOf(slice, estimated), ...attributed]
			.map((match) => figureOf(match, start, unit))
			.filter((figure) => figure.start > first),
	];
}

/** The noun behind a figure and whose it is, where no figure has one of its own. */
function sharedUnit(
	slice: string,
	attributed: readonly RegExpExecArray[],
): { readonly unit: string; readonly at: number } | undefined {
	for (const { 0: printed, index } of attributed) {
		const unit = unitBehindBoth.exec(slice.slice(index + printed.length))?.groups?.['unit'];
		if (unit) return { unit: unit.toLowerCase(), at: index };
	}
	return undefined;
}

/** The noun that the first figure with one counts. */
function unitIn(slice: string): string | undefined {
	for (const match of matchesOf(slice, anyFigure)) {
		const unit = unitBehind.exec(slice.slice(match.index + match[0].length))?.groups?.['unit'];
		if (unit) return unit.toLowerCase();
	}
	return undefined;
}

function figureOf(match: RegExpMatchArray & { index: number }, start: number, unit: string): ToldFigure {
	const figure = match.groups?.['figure'] ?? '';
	const at = start + match.index + match[0].lastIndexOf(figure);
	return { start: at, end: at + figure.length, unit: unit.toLowerCase() };
}
