import { matchesOf } from '../text/matches.js';
import type { Span } from '../text/span.js';
import { count, countPattern, numberWord } from './number-words.js';

const months =
	'(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** "13,000", "1,23,000", "2.300", "2'300", "2 300", "12.5", "20"; each as a whole, never the end of a longer one. */
const digits =
	"(?:\\d{1,2}(?:,\\d{2})+,\\d{3}|\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?:\\.\\d{3})+|\\d{1,3}(?:['’ʼ]\\d{3})+|\\d{1,3}(?:[\\s\\u00a0\\u202f\\u2009]\\d{3})+|\\d+[.,]\\d{1,2}|\\d+)(?![\\d]|[.,'’]\\d)";
const scale = '(?:\\s?(?:thousand|hundred|million|lakhs?|crores?|тыс\\.?|тысяч|тис\\.?|tausend|k|mln)(?![\\p{L}\\d]))';
const number = `(?:${digits}|${countPattern}(?![\\d.,]\\d))${scale}?`;
/** "(and) a half" of "one and a half thousand". */
const half = '(?:\\sand\\sa\\shalf(?:\\s(?:thousand|hundred|million))?)?';
const to =
	'(?:\\s?(?:[-–—‒−~]|\\.\\.)\\s?|\\s(?:to|or|and|through)\\s(?:up\\sto\\s|as\\smany\\sas\\s)?|\\sbut\\s(?=(?:no|not|fewer|less|under|below|at\\smost)\\s))';

/** The same in French, German, Spanish, Russian and Ukrainian. */
const otherLimits =
	"quelque|environ|près\\sde|plus\\sde|moins\\sde|jusqu['’]à|rund|etwa|über|knapp|mehr\\sals|weniger\\sals|bis\\szu|unos|cerca\\sde|más\\sde|menos\\sde|hasta|около|более|менее|свыше|почти|до|понад|близько|майже|більше";
/** What a number is a limit of, or how near it comes. */
const limit = `(?:(?:${otherLimits}|(?:no|not)\\s(?:more|fewer|less|larger|greater)\\sthan|(?:(?:slightly|far|many|a\\slittle|much|considerably|significantly)\\s)?(?:more|fewer|less)\\sthan|at\\s(?:least|most|the\\smost|the\\sleast)|(?:a\\s)?(?:maximum|minimum|total|combined\\stotal)\\sof|up\\sto|upwards?\\sof|in\\sexcess\\sof|as\\s(?:many|few)\\sas|an\\s(?:estimated|unprecedented|additional)|estimated|closer?\\sto|about|around|(?:well|just|slightly|little)\\s(?:over|under|above|below)|over|under|above|below|nearly|almost|some|roughly|approximately|approx\\.?|circa|ca?\\.|only|just|barely|exactly)\\s|[~≈><≥≤]\\s?)`;
/** "half of the", "6,000 of the planned": a part of what is counted. */
const share = `(?:(?:\\d+/\\d+|\\d+(?:\\.\\d+)?\\s?(?:%|percent|per\\scent)|half|most|many|few|several|none|all|(?:a|one|two|three)[-\\s](?:third|quarter|half|thirds|quarters)|${number})\\s(?:out\\s)?of\\s(?:(?:the|its|their|an?|some|these|those)\\s)?(?:[\\p{L}-]+['’]s?\\s)?(?:[\\p{L}-]+(?:ed|ted|ned|al|n)\\s)?)`;

/**
 * Source of a pattern that matches a quantity with its limits, its range and what it is a part of, as a whole: "fewer than 13,000",
 * "20-25,000", "between 5,000 and 6,000", "6,000 of the planned 20,000", "13,000+". The group `number` is its first number.
 */
export const quantityPattern = `(?<![\\p{L}\\d$£€#]|\\d[.,'’/\\s]|[.,'’/-]|(?<!\\p{L})${months}\\s)(?:${limit}){0,2}(?:${share})?(?:${limit})?(?:(?:between|from)\\s)?(?:${limit})?(?<number>${number})${half}(?:${to}(?:${limit})?${number})?(?:\\+|[-\\s]plus(?!\\p{L}))?`;

const quantity = new RegExp(quantityPattern, 'giu');
const anyNumber = new RegExp(`\\d|\\b${numberWord}\\b`, 'i');

/** The quantities of a stretch of text, in order. */
export function quantitiesIn(text: string, { start, end }: Span): Span[] {
	const slice = text.slice(start, end);
	if (!anyNumber.test(slice)) return [];
	return matchesOf(slice, quantity).map(({ index, 0: printed }) => ({ start: start + index, end: start + index + printed.length }));
}

const scales: Readonly<Record<string, number>> = {
	hundred: 100,
	thousand: 1000,
	k: 1000,
	million: 1_000_000,
	mln: 1_000_000,
	lakh: 100_000,
	crore: 10_000_000,
	тыс: 1000,
	тис: 1000,
	tausend: 1000,
};

/** The number that the group `number` of `quantityPattern` means; undefined where its form means different things to different readers. */
export function amountOf(printed: string): number | undefined {
	const plain = count(printed);
	if (plain !== undefined) return plain;
	const [, digits = '', scale] = /^(.*?)\s?(thousand|hundred|million|lakh|crore|тыс|тис|tausend|k|mln)?(?:s|яч|\.)?$/i.exec(printed) ?? [];
	if (/^\d{1,3}(?:\.\d{3})+$/.test(digits)) return undefined;
	const base = /^\d+[.,]\d{1,2}$/.test(digits) ? Number(digits.replace(',', '.')) : count(digits.replace(/(?<=\d)[,\s'’ʼ](?=\d)/gu, ''));
	return base === undefined ? undefined : Math.round(base * (scales[scale?.toLowerCase() ?? ''] ?? 1));
}
