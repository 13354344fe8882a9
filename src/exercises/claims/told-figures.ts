import { matchesOf } from '../../text/matches.js';
import type { Span } from '../../text/span.js';
import { oneOf } from '../../text/word-pattern.js';
import { quantityPattern } from '../../values/quantities.js';
import { forceWords } from '../sentences/force-mentions.js';

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
const counted = new RegExp(
	`${another}(?:the\\s)?[^,;.\\d]{2,60}?\\s(?:${tells}\\s${theFigure}|(?:said|says?)\\s${figureIs})(?<figure>${quantityPattern})${ends}`,
	'giu',
);
const unitBehind = new RegExp(`^[-\\s](?:[\\p{L}-]+\\s){0,2}?(?<unit>${people})\\b`, 'iu');
const anyFigure = new RegExp(quantityPattern, 'giu');

/** What one side claims and what another counts, where only one of the two figures says of whom. */
export function findToldFigures(text: string, { start, end }: Span): ToldFigure[] {
	const slice = text.slice(start, end);
	if (!/\d/.test(slice)) return [];
	const told = matchesOf(slice, putAt).map((match) => figureOf(match, start, match.groups?.['unit'] ?? ''));
	const unit = told[0]?.unit ?? unitIn(slice);
	if (unit === undefined) return told;
	const first = told[0]?.start ?? start + slice.search(/\d/);
	return [
		...told,
		...matchesOf(slice, counted)
			.map((match) => figureOf(match, start, unit))
			.filter((figure) => figure.start > first),
	];
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
