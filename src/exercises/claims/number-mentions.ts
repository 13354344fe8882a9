import { matchesOf } from '../../text/matches.js';
import type { Span } from '../../text/span.js';
import { oneOf } from '../../text/word-pattern.js';
import { numberWord, ordinal, ordinalPattern } from '../../values/number-words.js';
import { amountOf, quantityPattern } from '../../values/quantities.js';
import type { Link } from '../coreference/link.js';
import { forceWords } from '../sentences/force-mentions.js';
import { isOtherFigure } from './other-figures.js';

/** A number with its unit: "more than 1500 sailors", "14 nations". */
export interface NumberMention extends Span {
	readonly value: number;
	/** The noun counted, in lower case. */
	readonly unit: string;
}

/** A number in a series: "their sixth such exercise since 2019". */
export interface OrdinalMention extends Span {
	readonly value: number;
}

const unitNouns = [
	...forceWords.people,
	...forceWords.ships,
	...forceWords.aircraft,
	...forceWords.vehicles,
	...forceWords.formations,
	...forceWords.parties,
	...forceWords.events,
	'fleet',
	'members',
	'military aircraft',
];
const units = oneOf(unitNouns);
const between = `(?!(?:to|of|in|on|for|from|with|by|and|or|that|which|who|were|was|are|is|have|has|had|the|as|at|into|when|while|its|their|a|an|this|after|before|during|since|until|jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b)`;
const many = '(?:tens\\sof\\s|hundreds\\sof\\s)?(?:dozens|scores|hundreds|thousands)\\sof';
const numbers = new RegExp(
	`(?:${quantityPattern}|\\b(?:(?:more|fewer|less)\\sthan\\s|(?:at\\sleast|up\\sto|about|around|over|nearly|almost|some)\\s)?(?<many>${many}))[-\\s](?:${between}(?:(?<=\\btype\\s)|(?!\\d[\\d.,'’]*k?\\s))\\(?[\\p{L}\\p{N}’'/-]+\\)?\\s){0,5}?(?<unit>${units})(?![\\p{L}\\p{N}])(?:\\s(?:fleet|flotilla|force|formation|group|contingent)\\b|\\sand\\s(?:${units})\\b)?`,
	'giu',
);

/** Without one of these nothing is counted. */
const anyNumber = new RegExp(`\\d|\\b(?:${numberWord}|dozens|scores|hundreds|thousands)\\b`, 'i');

/** Thresholds and limits are not sizes of the exercise. */
const threshold = /\b(?:thresholds?|limits?|ceilings?|cap)\b|\bor\smore\b/i;
/** Nor are those that were only planned. */
const plannedBehind =
	/^\s(?:(?:originally|first|initially)\s)?(?:planned|expected|invited|promised|registered|foreseen|announced)\b/i;

/** Those killed are no size of the exercise either. */
const casualty = /\b(?:kill\w*|injur\w*|wound\w*)\s(?:at\sleast\s|all\s)?$/i;
const casualtyAfter =
	/^\s(?:(?:has|have|had|was|were|are)\s)?(?:been\s)?(?:killed|died|injured|wounded|dead|missing)\b/i;

/** Counted people, ships, aircraft, vehicles, units and nations of a span of text. */
export function findNumbers(text: string, { start, end }: Span): NumberMention[] {
	const slice = text.slice(start, end);
	if (!anyNumber.test(slice) || threshold.test(slice)) return [];
	return matchesOf(slice, numbers).flatMap((match) => {
		const value = sizeOf(match.groups ?? {});
		const unit = (match.groups?.['unit'] ?? '').toLowerCase();
		const known = parties.has(unit) && /\b(?:the|both|these|those|all|our)\s$/i.test(slice.slice(0, match.index));
		const model =
			/^\d(?!\d{0,2}[,.\s]\d{3})/.test(match[0]) &&
			afterName.test(slice.slice(Math.max(0, match.index - longestName), match.index));
		const lost =
			casualty.test(slice.slice(0, match.index)) || casualtyAfter.test(slice.slice(match.index + match[0].length));
		const planned = plannedBehind.test(slice.slice(match.index + match[0].length));
		const at = { start: start + match.index, end: start + match.index + match[0].length };
		if (
			known ||
			lost ||
			model ||
			planned ||
			isOtherFigure(text, at, { start, end }) ||
			(value !== 1 && singularFormations.has(unit))
		)
			return [];
		return [{ ...at, value, unit }];
	});
}

/** "the two countries" counts nobody new; the 2 of "Challenger 2 tanks" counts nothing. */
const parties = new Set(forceWords.parties);

const longestName = 60;
const afterName = /(?:\S\s+|[^\s\w])\p{Lu}\p{L}+\s$/u;

/** "16 Air Assault Brigade" is a name: the number counts nothing. */
const singularFormations = new Set(forceWords.formations.filter((noun) => !/(?:s|es|corps)$/.test(noun)));

function sizeOf(groups: Readonly<Record<string, string | undefined>>): number {
	const many: Readonly<Record<string, number>> = { dozens: 12, scores: 20, hundreds: 100, thousands: 1000 };
	if (groups['many']) return many[/\w+(?=\sof$)/.exec(groups['many'].toLowerCase())?.[0] ?? ''] ?? 1;
	// A form of number that is not understood is shown whole, and is more than one.
	return amountOf(groups['number'] ?? '') ?? Number.NaN;
}

const counted =
	'(?:exercises?|drills?|war\\sgames?|patrols?|editions?|iterations?|instances?|install?ments?|rounds?|man(?:o|oe)uvers?|manoeuvres?)';
const kinds =
	'(?:such|annual|consecutive|joint|bilateral|multilateral|multinational|trilateral|biennial|naval|air|military|maritime|large-scale|strategic|combined|ever)';
const ofWhat =
	'\\sof\\s(?:[Tt]he\\s|this\\s|its\\s|their\\s)?(?:exercise|drills?|series|(?:\\p{L}+\\s){0,2}cooperation|\\p{Lu}[\\p{L}-]*(?:\\s\\p{Lu}[\\p{L}-]*)*)';
const ordinals = new RegExp(
	`\\b(?:(?:[Tt]he|[Ii]ts|[Tt]heir|[Tt]his)\\s)?(?<ordinal>${ordinalPattern})[-\\s](?:${kinds}\\s){0,5}${counted}\\b(?:${ofWhat})?(?:\\ssince\\s(?:19|20)\\d\\d\\b)?`,
	'gu',
);

const times = `for\\s(?:the|its)\\s(?<ordinal>${ordinalPattern})\\s(?:(?:consecutive|straight|successive|annual)\\s)?(?:time|year)\\b`;
/** "is being held for the fifth time": told of the exercise itself, not of one who takes part. */
const heldAgain = new RegExp(
	`\\b(?:(?:held|conducted|staged|hosted|organi[sz]ed|run|mounted)|(?:takes?|took|taking|taken)\\splace|(?:returns?|returned))\\b[^,;.]{0,40}?\\s(?<words>${times})`,
	'giu',
);
/** "For the ninth time, Exercise X …" */
const againAhead = new RegExp(`^[“"]?(?<words>${times})(?=,?\\s(?:(?:the|exercise)\\s){0,2}[“"]?$)`, 'iu');

/** Places in a series. */
export function findOrdinals(text: string, link: Span & Partial<Pick<Link, 'mention'>>): OrdinalMention[] {
	const { start, end } = link;
	const slice = text.slice(start, end);
	const ahead = againAhead.exec(text.slice(start, link.mention?.start ?? start));
	const matches = [...matchesOf(slice, ordinals), ...matchesOf(slice, heldAgain), ...(ahead ? [ahead] : [])];
	return matches.flatMap((match) => {
		const value = ordinal(match.groups?.['ordinal'] ?? '');
		const printed = match.groups?.['words'] ?? match[0];
		const at = start + match.index + match[0].indexOf(printed);
		return value === undefined ? [] : [{ start: at, end: at + printed.length, value }];
	});
}
