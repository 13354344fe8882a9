import { oneOf } from '../text/word-pattern.js';

const units = [
	'zero',
	'one',
	'two',
	'three',
	'four',
	'five',
	'six',
	'seven',
	'eight',
	'nine',
	'ten',
	'eleven',
	'twelve',
	'thirteen',
	'fourteen',
	'fifteen',
	'sixteen',
	'seventeen',
	'eighteen',
	'nineteen',
];
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ordinals: Readonly<Record<string, number>> = {
	first: 1,
	second: 2,
	third: 3,
	fourth: 4,
	fifth: 5,
	sixth: 6,
	seventh: 7,
	eighth: 8,
	ninth: 9,
	tenth: 10,
	eleventh: 11,
	twelfth: 12,
	thirteenth: 13,
	fourteenth: 14,
	fifteenth: 15,
	sixteenth: 16,
	seventeenth: 17,
	eighteenth: 18,
	nineteenth: 19,
	twentieth: 20,
	thirtieth: 30,
};

const tensPattern = oneOf(tens.slice(2));
const unitsPattern = oneOf(units.slice(1));

const below100 = `(?:${tensPattern}(?:[-\\s]${unitsPattern})?|${unitsPattern})`;
/** " hundred and fifty", " thousand, eight"; never "hundred and two" of "between one hundred and two hundred". Kept short: many patterns hold it, and each is compiled when first used. */
const scaled = `\\s(?:hundred(?:\\s(?:and\\s)?${below100}(?!\\shundred))?|thousand(?:,?\\s(?:and\\s)?${below100})?)`;
const inLetters = `(?:(?:${below100}|a)(?:${scaled})*(?<!\\ba)|(?:a\\s)?dozen)`;

/** Source of a pattern that matches a number in digits ("13,000", "1 500") or in words ("twenty-one", "two thousand eight hundred"). */
export const countPattern = `(?:\\d{1,3}(?:[,\\u00a0\\u202f]\\d{3})+|\\d+|${inLetters})`;

/** Source of a pattern that matches what any number in letters begins with. */
export const numberWord = oneOf([...tens.slice(2), ...units.slice(1), 'a hundred', 'a thousand', 'a dozen', 'dozen']);

/** Source of a pattern that matches an ordinal: "21st", "sixth", "twenty-first". */
export const ordinalPattern = `(?:\\d+(?:st|nd|rd|th)|(?:${tensPattern}[-\\s])?${oneOf(Object.keys(ordinals))})`;

/** The number that a match of `countPattern` means, or undefined. */
export function count(printed: string): number | undefined {
	const digits = printed.replace(/[,\u00a0\u202f]/g, '');
	if (/^\d+$/.test(digits)) return Number(digits);
	const words = printed.toLowerCase();
	return words.endsWith('dozen') ? 12 : inWords(words.split(/[-,\s]+/).filter((word) => word !== 'and'));
}

/** ["two", "thousand", "eight", "hundred"] is 2,800; undefined for what is no number. */
function inWords(words: readonly string[]): number | undefined {
	let sum = 0;
	let last = 0;
	for (const word of words) {
		if (word === 'thousand') [sum, last] = [1000 * Math.max(1, last), 0];
		else if (word === 'hundred') last = 100 * Math.max(1, last);
		else if (units.includes(word)) last += units.indexOf(word);
		else if (tens.includes(word)) last += tens.indexOf(word) * 10;
		else if (word !== 'a') return undefined;
	}
	return sum + last;
}

/** The number that a match of `ordinalPattern` means, or undefined. */
export function ordinal(printed: string): number | undefined {
	const digits = /^\d+/.exec(printed);
	if (digits) return Number(digits[0]);
	const [first = '', second] = printed.toLowerCase().split(/[-\s]/);
	return second === undefined ? ordinals[first] : tens.indexOf(first) * 10 + (ordinals[second] ?? 0);
}
