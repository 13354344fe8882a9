import { datedPoints, isConsecutive, spanning } from './calendar-points.js';
import type { DateToken } from './date-tokens.js';
import { dateWords } from './date-words.js';
import type { CalendarPoint, Part, Precision, Saying } from './saying.js';

/** What a match of a form holds: its tokens by the name of their group, all of them, and those beside it. */
export interface Matched {
	readonly named: Readonly<Record<string, DateToken | undefined>>;
	readonly all: readonly DateToken[];
	readonly before: DateToken | undefined;
	readonly after: DateToken | undefined;
}

/** One way to print a date: a pattern over the sorts of tokens, and what it means; null where it is not that after all. */
export interface DateForm {
	readonly pattern: RegExp;
	readonly precision: Precision;
	readonly read: (matched: Matched) => Saying | null;
}

const weekdayBefore = '(?:s?[Wa][e(,o1h]*)?';
const timeBefore = '(?:[eh]o*)*';
const weekdayAfter = '(?:[,(]*[o1]*[Wa]e?\\(?)?';
const away = '(?:o*(?<years>s)g)?';
const inclusive = '(?:[,(]*i\\(?)?';
const sep = `[,(]?i?[-t1]i?[,(]?o*${timeBefore}`;
const anySep = '[,(]*i?[-t1&|/,][,&|]?o*';

const year = (side: string) => `(?:[-/,(]?o*(?<${side}Year>[Yy])g?)?`;
const shapes = {
	d: (side: string) => `${weekdayBefore}(?<${side}Day>D)${weekdayAfter}`,
	dy: (side: string) => `${weekdayBefore}(?<${side}Day>D)${year(side)}${weekdayAfter}`,
	dm: (side: string) => `${weekdayBefore}(?<${side}Day>D)${weekdayAfter}[-/o]*(?<${side}Month>[Mm])${year(side)}${weekdayAfter}`,
	md: (side: string) => `${weekdayBefore}(?<${side}Month>[Mm])[-o]*(?<${side}Day>D)(?!o?[Mm])${year(side)}${weekdayAfter}`,
	ymd: (side: string) => `(?<${side}Year>Y),?(?<${side}Month>[Mm])[-o]*(?<${side}Day>D)`,
	point: (side: string) => `${weekdayBefore}(?<${side}Point>[PpC])${weekdayAfter}`,
	whole: (side: string) => `${weekdayBefore}(?<${side}Point>[PC])${weekdayAfter}`,
} as const;
type Shape = keyof typeof shapes;

/** First and last day of a range: how each may be printed. */
const ranges: readonly (readonly [Shape, Shape])[] = [
	['d', 'dm'],
	['dm', 'dm'],
	['md', 'md'],
	['md', 'dy'],
	['d', 'md'],
	['dm', 'md'],
	['md', 'dm'],
	['ymd', 'md'],
	['ymd', 'd'],
	['ymd', 'ymd'],
	['dm', 'dy'],
	['point', 'whole'],
	['point', 'd'],
	['d', 'whole'],
];

const form = (precision: Precision, source: string, read: DateForm['read']): DateForm => ({
	precision,
	pattern: new RegExp(source, 'dy'),
	read,
});
const printed = (source: string): DateForm => form('unknown', source, () => ({ kind: 'printed' }));
/** Days of one list. Without an end, a text of nothing but numbers would be read anew from each of them. */
const more = '{0,40}';
const item = `${weekdayBefore}D(?:[-o]*[Mm])?`;

/** Every form of a date that is known. The longest match is taken, of two as long the first. */
export const dateForms: readonly DateForm[] = [
	// "from the 14th to the 21st of September 2024", "Sept. 28 – Oct. 3, 2024", "14.–21.09.2024"
	...ranges.flatMap(([left, right]) => [
		form('day', `${timeBefore}${shapes[left]('from')}${sep}${shapes[right]('to')}${inclusive}${away}`, readRange),
		form('day', `(?<=bo*)${shapes[left]('from')},?&o*${shapes[right]('to')}${inclusive}${away}`, readRange),
	]),
	form('day', `${shapes.whole('from')}/${shapes.whole('to')}`, readRange),
	// "3, 4 and 5 May 2024", "May 14 & 15", "14/15 September"
	form('day', `${item}(?:,${item})${more}(?:,?&|,|/)${weekdayBefore}D[-o]*[Mm]${year('to')}${inclusive}${away}`, readList),
	form(
		'day',
		`${weekdayBefore}[Mm]o*D(?:,(?:[Mm]o*)?D)${more}(?:,?&|/)${weekdayBefore}(?:[Mm]o*)?D${year('to')}${inclusive}${away}`,
		readList,
	),
	form('day', `[Mm]o*D,D(?:,D)${more},o*(?<toYear>Y)`, readList),
	// "Friday, the 13th of September 2024", "September 13", "2024 Sep 13", "14 SEP 24"
	form('day', shapes.dm('from') + away, readDay),
	form('day', shapes.md('from') + away, readDay),
	form('day', shapes.ymd('from'), readDay),
	form('day', shapes.whole('from'), readDay),
	// Days that do not follow each other, or of which one is meant
	printed(`${item}(?:${anySep}${item})${more}${anySep}${weekdayBefore}D[-o]*[Mm]${year('to')}`),
	printed(`${weekdayBefore}[Mm]o*D(?:,D)${more}(?:[(]*i?[-t1&|/]o*${weekdayBefore}(?:[Mm]o*)?D){1,40}${year('to')}`),
	printed(`D${anySep}P|P(?:${anySep}[PDp]){1,40}|A(?:${anySep}[APD])${more}|D${anySep}A`),
	// A day at one end only: "mid-July to 3 August", "Monday to 3 August"
	printed(`(?:q?[Mm]|s?W)(?:[,o]*Y)?${sep}(?:${weekdayBefore}D[-o]*[Mm]|[Mm]o*D)${year('to')}`),
	printed(`(?:D[-o]*[Mm]|[Mm]o*D)(?:[,o]*Y)?${sep}(?:q?[Mm](?!-?o*D)|sW|W(?!,?[oD]))(?:[,o]*Y)?`),
	// "late August to early September 2024", "June, July and August 2024", "2024 Aug", "2024-09"
	form('part', `(?<part>q)o*(?<fromMonth>[Mm])${year('from')}${away}`, readMonths),
	form('part', `(?<part>q)o*(?<fromMonth>[Mm])${year('from')}${sep}(?<toPart>q)?(?<toMonth>[Mm])${year('to')}${away}`, readMonths),
	form('part', `(?<fromMonth>[Mm])${year('from')}${sep}(?<toPart>q)(?<toMonth>[Mm])${year('to')}${away}`, readMonths),
	form('part', `(?<part>q)o*(?<fromYear>Y)`, readMonths),
	form('month', `(?<fromMonth>[Mm])${year('from')}${sep}(?<toMonth>[Mm])${year('to')}(?!-?D)${away}`, readMonths),
	form('month', `(?<=bo*)(?<fromMonth>[Mm])${year('from')},?&o*(?<toMonth>[Mm])${year('to')}(?!-?D)${away}`, readMonths),
	form('month', `(?<fromMonth>[Mm])(?:,[Mm])${more}(?:,?&|/)o*(?<toMonth>[Mm])${year('to')}(?!-?D)${away}`, readMonthList),
	form('month', `(?<fromMonth>[Mm])[-/,(]?o*(?<fromYear>Y)g?`, (matched) =>
		matched.named['fromMonth']?.text === 'Mars' ? null : readMonths(matched),
	),
	form('month', `(?<fromYear>Y)(?<fromMonth>[Mm])(?!-?o*D)`, (matched) => (isVerb(matched) ? null : readMonths(matched))),
	form('month', `(?<=^|[nNftb(]o*)(?<fromPoint>R)(?:${sep}(?<toPoint>R))?`, readMonths),
	form('month', `(?:(?<years>s)|n)o*(?<fromMonth>M)${away.replace('years', 'yearsAfter')}(?!-?D|[o,]*Y|,?[-t1&/|,]o*q?[Mm])`, readMonths),
	form('month', `(?<=To*)(?<fromMonth>M)${away}(?!-?D|[o,]*Y)`, readMonths),
	form('month', `n(?<fromMonth>M)(?=Dx)`, (matched) => (/^(?:in|during)$/i.test(matched.all[0]?.text ?? '') ? readMonths(matched) : null)),
	form('month', `xN(?<fromMonth>M)${away}(?!-?D|[o,]*Y)`, ({ all, ...matched }) =>
		/^(?:planned|scheduled|set|due|expected|slated)$/i.test(all[0]?.text ?? '') ? readMonths({ all, ...matched }) : null,
	),
	printed('q[Mm]?(?:&|\\||/)q?[Mm](?:o*Y)?'),
	// "Q3 2024", "the third quarter of 2024"; fiscal years begin on different days
	form('part', '(?<quarter>Q)[-/,(]?o*(?<fromYear>Y)', readQuarter),
	form('part', '(?<fromYear>Y)[-/]?(?<quarter>Q)', readQuarter),
	form('part', '(?<quarter>Q)(?:-|t|&)(?<toQuarter>Q),?o*(?<fromYear>Y)', readQuarter),
	printed('(?:[Qq]o*)?Fo*Y?|Q(?:[-t&/]Q)?(?:o*S)?'),
	// "the winter of 2023/24", "last summer", "in spring"
	form('season', `no?(?<season>z)[-,]?o*(?<fromYear>[YS])`, (matched) => (isIn(matched) ? readSeason(matched) : null)),
	form('season', `o?(?<season>z)[-,]?o*(?<fromYear>[YS])`, readSeason),
	form('season', `(?<years>s)(?<season>z)`, readSeason),
	form('season', `no?(?<season>z)(?!Y|oY)`, (matched) => (isIn(matched) ? readSeason(matched) : null)),
	printed('(?:no?)?z(?:-|t|&|/|\\|)o*z(?:,?o*[YS])?'),
	// "in 2023-24", "from 2022 to 2024", "in 2019"
	form('year', `[nN](?:og)?(?<fromYear>Y)(?![MQ])`, (matched) =>
		isCounted(matched) || /^(?:by|within)$/i.test(matched.all[0]?.text ?? '') ? null : readMonths(matched),
	),
	form('year', `(?:[nN](?:og)?|(?<=[fb]o*))(?<fromYear>Y)(?:[-t/]|&)(?<toYear>Y)`, readYears),
	form('year', `(?:[nN](?:og)?|(?<=fo*))(?<years>S)`, readYears),
	// "next Monday", "from Monday to Friday", "Saturday next week"
	form('day', '(?<shift>s)?(?<weekday>W)', readWeekday),
	form('day', '(?<weekday>W)e?,?o*(?<week>s)u', readWeekday),
	form('day', `(?<shift>s)?(?<weekday>W)e?(?:[-t]|&|,?&)o*(?<to>W)`, readWeekday),
	// "every Tuesday in September", "on Fridays", "Good Friday", "either Saturday or Sunday"
	printed(`E[WVa](?:[,&|]+[WVa])*(?:[no]*[Mm](?:o*Y)?)?|V(?:[,&|-]+V)*(?:[no]*[Mm](?:o*Y)?)?|W(?:,W)*(?:\\||,?&|,|/)W|G(?:[-t]G)?`),
	printed(`W[,(]?oo?D(?!o?[Mm])`),
	// "the first week of September", "every 14 September"
	printed(`[KE]o*(?:(?:${item}${anySep})?${weekdayBefore}(?:D[-/o]*[Mm]|[Mm]o*D(?:-D)?)|[Mm]|D-D[-o]*[Mm])${year('to')}`),
];

function readRange({ named, all }: Matched): Saying | null {
	const [from, to] = [pointOf(named, 'from'), pointOf(named, 'to')];
	// "14 September to 21 ships" is no range: a day without a month says that it is one
	if (named['fromMonth'] && !named['toMonth'] && named['toDay'] && !isPlainlyDay(named, all)) return null;
	return spanning(from, to, yearsOf(named)) ?? { kind: 'printed' };
}

function isPlainlyDay(named: Matched['named'], all: readonly DateToken[]): boolean {
	const { fromMonth, fromDay, fromYear, toDay, toYear } = named;
	if (!toDay || !fromMonth || !fromDay) return false;
	const ordinal =
		!/^\d+$/.test(toDay.text) || all.some(({ sort, end }) => sort === 'o' && end < toDay.start && end > fromMonth.end && end > fromDay.end);
	const yearBetween = fromYear !== undefined && fromYear.start > fromDay.start;
	return ordinal || toYear !== undefined || (fromMonth.start < fromDay.start && !yearBetween);
}

function readList({ named, all }: Matched): Saying | null {
	const points = datedPoints(all);
	const [first, last] = [points[0], points.at(-1)];
	if (!first || !last) return null;
	return isConsecutive(points) ? spanning(first, last, yearsOf(named)) : { kind: 'printed' };
}

function readDay({ named, all, before, after }: Matched): Saying | null {
	const { fromMonth, fromDay, fromYear } = named;
	// "In May 14 ships sailed"
	if (
		fromMonth &&
		fromDay &&
		fromMonth.start < fromDay.start &&
		!fromYear &&
		/^\d+$/.test(fromDay.text) &&
		before &&
		all[0] === fromMonth
	) {
		if (/^(?:in|during)$/i.test(before.text) && after?.sort === 'x' && /^\p{Ll}/u.test(after.text)) return null;
		if (after?.text.startsWith('%')) return null;
	}
	const point = pointOf(named, 'from');
	// "31 June 2024" is no day, and no month either.
	return spanning(point, point, yearsOf(named)) ?? (fromYear ? { kind: 'printed' } : null);
}

function readMonths({ named }: Matched): Saying | null {
	const [from, to] = [pointOf(named, 'from'), pointOf(named, 'to')];
	const lone = !named['toMonth'] && !named['toPoint'];
	const part: Part = named['part']?.parts?.[0] ?? 'whole';
	const toPart: Part = (lone ? named['part']?.parts?.[1] : named['toPart']?.parts?.[0]) ?? 'whole';
	const says = spanning(from, lone ? from : to, yearsOf(named));
	if (says?.kind !== 'calendar') return { kind: 'printed' };
	return toPart === part ? { ...says, part } : { ...says, part, toPart };
}

function readMonthList(matched: Matched): Saying | null {
	const months = matched.all.filter(({ sort }) => /[Mm]/.test(sort)).map(({ value }) => value);
	return months.every((month, index) => index === 0 || month === ((months[index - 1] ?? 0) % 12) + 1)
		? readMonths(matched)
		: { kind: 'printed' };
}

function readQuarter({ named }: Matched): Saying {
	const first = named['quarter']?.value ?? 1;
	const last = named['toQuarter']?.value ?? first;
	const calendar = spanning(
		{ year: named['fromYear']?.value ?? null, month: first * 3 - 2, day: null },
		{ year: named['fromYear']?.value ?? null, month: last * 3, day: null },
		null,
	);
	return calendar ?? { kind: 'printed' };
}

function readSeason({ named }: Matched): Saying {
	const { season, fromYear } = named;
	const name = season?.text.toLowerCase() ?? '';
	if (fromYear?.sort === 'S' && name !== 'winter') return { kind: 'printed' };
	return { kind: 'season', season: name, year: fromYear?.value ?? null, years: yearsOf(named) };
}

function readYears({ named, all, before }: Matched): Saying {
	const span = named['years'];
	const from = span ? span.value : (named['fromYear']?.value ?? null);
	const to = span ? (span.point?.year ?? null) : (named['toYear']?.value ?? null);
	if (from === null || to === null || from >= to || (all.some(({ sort }) => sort === '&') && to !== from + 1 && before?.sort !== 'b')) {
		return { kind: 'printed' };
	}
	return spanning({ year: from, month: null, day: null }, { year: to, month: null, day: null }, null) ?? { kind: 'printed' };
}

function readWeekday({ named, all }: Matched): Saying | null {
	const { weekday, to, shift, week } = named;
	if (!weekday) return null;
	if (to && all.some(({ sort }) => sort === '&') && to.value !== (weekday.value + 1) % 7) return { kind: 'printed' };
	return {
		kind: 'weekday',
		weekday: weekday.value,
		shift: shift?.value ?? null,
		...(to ? { to: to.value } : {}),
		...(week ? { week: week.value } : {}),
	};
}

/** "Exercise 2024 May be held" */
function isVerb({ named, after }: Matched): boolean {
	return (
		named['fromMonth']?.text === 'May' && after !== undefined && /^(?!(?:in|at|off|near|on|with|under|for|and|to)$)\p{Ll}/u.test(after.text)
	);
}

function isIn({ all }: Matched): boolean {
	return /^in$/i.test(all[0]?.text ?? '');
}

function isCounted({ after }: Matched): boolean {
	return after !== undefined && dateWords.counted.includes(after.text.toLowerCase());
}

function yearsOf(named: Matched['named']): number | null {
	return named['years']?.value ?? named['yearsAfter']?.value ?? null;
}

function pointOf(named: Matched['named'], side: 'from' | 'to'): CalendarPoint {
	const value = (name: string) => named[`${side}${name}`]?.value ?? null;
	return named[`${side}Point`]?.point ?? { year: value('Year'), month: value('Month'), day: value('Day') };
}
