import { monthsByName, weekdays } from './months.js';

/**
 * Words of dates, each list by the letter that the table is written with; besides them are D a day of the month, Y a
 * year, P a date in numbers, n any other number, - a dash or its like, x any other word, and other signs as themselves.
 */
const words: readonly (readonly [sort: string, words: Iterable<string>])[] = [
	['w', weekdays],
	['t', 'to through thru until till and or up inclusive including bis au al a по до и und et'.split(' ')],
	['o', 'the of de del di den le el'.split(' ')],
	['f', 'on from between since before after by vom zum du dal с з held'.split(' ')],
	['M', monthsByName.keys()],
];
const sorts: ReadonlyMap<string, string> = new Map(words.flatMap(([sort, list]) => [...list].map((word) => [word, sort])));

const token =
	/(?<P>(?:19|20)\d\d-\d\d-\d\d|\d\d?\.\d\d?\.(?:\d{4})?|\d{6}z?\p{L}{3}\d\d)|(?<x>\d+(?:[.,:]\d+)+)|(?<Y>(?:19|20)\d\d(?!\d))|(?<D>(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|er|º|-?го)?(?![\p{L}\d])\.?)|(?<n>\d+)|(?<dash>\p{Pd}+|[~〜−…&/])|(?<word>\p{L}[\p{L}\p{M}]*)\.?|\S/giu;

const weekday = '(?:[,(]*w[,)]*)*';
const lead = '[ow,()]*';
const dated = `(?:P|D${weekday}o*M|MD|D)(?:,?o*Y)?${weekday}`;

/** How a line may end, and how the next then begins, where one date stands on both. */
const breaks: readonly (readonly [end: string, beginning: string])[] = [
	// "14 to | 21 September", "14 September 2024 – | Friday, 3 October"
	[`${dated}[-t]+o*`, `${lead}[DMP]`],
	// "14 September 2024 | to the 21st"
	[dated, `${weekday}[-t]+${lead}[DMP]`],
	// "the 14th | of September"; behind a name's number another date may begin: "RIMPAC 26 | July 14, 2026"
	[`D${weekday}o*`, `${weekday}o*M(?!D)`],
	// "in September | 14–21", "September | 14, 2024"
	['.M', 'o*D,?(?:Y|[-t])'],
	// "14–21 September, | 2024", "14 SEP | 24"
	['(?:Do*M|MD|.M|D,),?o*', 'Y'],
	['DM', '[Dn](?![-tM])'],
	// "2024 | Sep 14"
	['Y', 'MD(?!,?Y)'],
	// "on Friday, | 14 September", "from | 14 to 21"
	['.[ftow],?', `${lead}${dated}`],
];
const ofSorts = new RegExp(breaks.map(([end, beginning]) => `${end}\\n${beginning}`).join('|'));
/** "14. | 09.2024", "14.09. | 2024", "9月 | 14日" */
const inNumbers = /\d[./]\n(?:\d\d?[./])?(?:19|20)\d\d(?!\d)|\d\s?(?:[年月년월]|[日号일]?(?:から|부터|[至到]))\n\d/u;
/** How much of a line a date may take. */
const longest = 60;

/** Whether one date stands on two lines: at the end of the one and at the beginning of the other. */
export function breaksDate(line: string, next: string): boolean {
	const [end, beginning] = [line.slice(-longest), next.slice(0, longest)];
	// Every row of the table has a number.
	if (!/\d/.test(end) && !/\d/.test(beginning)) return false;
	return ofSorts.test(`${sortsOf(end)}\n${sortsOf(beginning)}`) || inNumbers.test(`${end}\n${beginning}`);
}

function sortsOf(text: string): string {
	return [...text.matchAll(token)].map(({ 0: printed, groups = {} }) => sortOf(printed, groups)).join('');
}

function sortOf(printed: string, { word, dash, ...numbers }: Readonly<Record<string, string | undefined>>): string {
	if (word !== undefined) return isTitled(word) ? 'x' : (sorts.get(word.toLowerCase()) ?? 'x');
	if (dash !== undefined) return '-';
	return Object.keys(numbers).find((sort) => numbers[sort] !== undefined) ?? printed;
}

/** "… Amid a Build-Up": a heading goes on in no date. */
function isTitled(word: string): boolean {
	return /^\p{Lu}\p{Ll}/u.test(word) && /[tof]/.test(sorts.get(word.toLowerCase()) ?? '');
}
