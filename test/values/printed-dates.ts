import fc from 'fast-check';

/** A day of the calendar. */
export interface Day {
	readonly year: number;
	readonly month: number;
	readonly day: number;
}

export const months = 'January February March April May June July August September October November December'.split(' ');
export const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const dots = ['Jan.', 'Feb.', 'March', 'April', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'];

const isoOf = ({ year, month, day }: Day) => [year, `${month}`.padStart(2, '0'), `${day}`.padStart(2, '0')].join('-');
export const iso = isoOf;
const dateOf = ({ year, month, day }: Day) => new Date(Date.UTC(year, month - 1, day));
export const later = (from: Day, days: number): Day => {
	const date = new Date(dateOf(from).getTime() + days * 86_400_000);
	return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};
export const weekdayOf = (day: Day) => weekdays[dateOf(day).getUTCDay()] ?? '';
export const monthOf = ({ month }: Day) => months[month - 1] ?? '';
export const shortMonth = (day: Day) => monthOf(day).slice(0, 3);
export const dotted = ({ month }: Day) => dots[month - 1] ?? '';
export const th = ({ day }: Day) => `${day}${day > 3 && day < 21 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')}`;
export const two = (number: number) => `${number}`.padStart(2, '0');
export const roman = ({ month }: Day) => 'I II III IV V VI VII VIII IX X XI XII'.split(' ')[month - 1] ?? '';
/** A month as another language prints it beside a day. */
export const foreign = (locale: string, { month }: Day) =>
	new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', timeZone: 'UTC' })
		.formatToParts(new Date(Date.UTC(2024, month - 1, 14)))
		.find(({ type }) => type === 'month')?.value ?? '';

export const anyDay: fc.Arbitrary<Day> = fc
	.record({ year: fc.integer({ min: 2016, max: 2027 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
	.map((day) => day);
/** Two days of one month, the first before the last. */
export const daysOfMonth: fc.Arbitrary<readonly [Day, Day]> = fc
	.tuple(anyDay, fc.integer({ min: 1, max: 14 }))
	.filter(([from, length]) => from.day + length <= 28)
	.map(([from, length]) => [from, later(from, length)]);
/** Two days of two months of one year. */
export const daysOfTwoMonths: fc.Arbitrary<readonly [Day, Day]> = fc
	.tuple(anyDay, fc.integer({ min: 20, max: 40 }))
	.map(([from, length]): readonly [Day, Day] => [from, later(from, length)])
	.filter(([from, to]) => from.month < to.month);

export const rangesOfMonth: Readonly<Record<string, (from: Day, to: Day) => string>> = {
	'14 to 21 September 2024': (a, b) => `${a.day} to ${b.day} ${monthOf(a)} ${a.year}`,
	'from the 14th to the 21st of': (a, b) => `the ${th(a)} to the ${th(b)} of ${monthOf(a)} ${a.year}`,
	'14th to 21st': (a, b) => `${th(a)} to ${th(b)} ${monthOf(a)} ${a.year}`,
	hyphen: (a, b) => `${a.day}-${b.day} ${monthOf(a)} ${a.year}`,
	'en dash': (a, b) => `${a.day}–${b.day} ${monthOf(a)} ${a.year}`,
	'em dash': (a, b) => `${a.day}—${b.day} ${monthOf(a)} ${a.year}`,
	'figure dash': (a, b) => `${a.day}‒${b.day} ${monthOf(a)} ${a.year}`,
	'horizontal bar': (a, b) => `${a.day}―${b.day} ${monthOf(a)} ${a.year}`,
	'minus sign': (a, b) => `${a.day}−${b.day} ${monthOf(a)} ${a.year}`,
	'Unicode hyphen': (a, b) => `${a.day}‐${b.day} ${monthOf(a)} ${a.year}`,
	'non-breaking hyphen': (a, b) => `${a.day}‑${b.day} ${monthOf(a)} ${a.year}`,
	'full-width dash': (a, b) => `${a.day}－${b.day} ${monthOf(a)} ${a.year}`,
	'double hyphen': (a, b) => `${a.day}--${b.day} ${monthOf(a)} ${a.year}`,
	'spaced dash': (a, b) => `${a.day} – ${b.day} ${monthOf(a)} ${a.year}`,
	tilde: (a, b) => `${a.day}~${b.day} ${monthOf(a)} ${a.year}`,
	'wave dash': (a, b) => `${a.day}〜${b.day} ${monthOf(a)} ${a.year}`,
	'&ndash;': (a, b) => `${a.day}&ndash;${b.day} ${monthOf(a)} ${a.year}`,
	'&#8211;': (a, b) => `${a.day}&#8211;${b.day} ${monthOf(a)} ${a.year}`,
	'&nbsp;': (a, b) => `${a.day}&nbsp;to&nbsp;${b.day}&nbsp;${monthOf(a)}&nbsp;${a.year}`,
	thru: (a, b) => `${a.day} thru ${b.day} ${monthOf(a)} ${a.year}`,
	through: (a, b) => `${a.day} through ${b.day} ${monthOf(a)}, ${a.year}`,
	until: (a, b) => `${a.day} until ${b.day} ${monthOf(a)} ${a.year}`,
	till: (a, b) => `the ${th(a)} till the ${th(b)} of ${monthOf(a)}, ${a.year}`,
	'up to and including': (a, b) => `${a.day} up to and including ${b.day} ${monthOf(a)} ${a.year}`,
	inclusive: (a, b) => `${a.day} to ${b.day} ${monthOf(a)} ${a.year} inclusive`,
	'until the 21st': (a, b) => `${a.day} ${monthOf(a)} ${a.year} until the ${th(b)}`,
	'day and month twice': (a, b) => `${a.day} ${monthOf(a)} to ${b.day} ${monthOf(b)} ${a.year}`,
	'bold first day': (a, b) => `**${a.day}** to ${b.day} ${monthOf(a)} ${a.year}`,
	'bold both days': (a, b) => `**${a.day}** to **${b.day}** ${monthOf(a)} ${a.year}`,
	'italics over all': (a, b) => `_${a.day}–${b.day} ${monthOf(a)}_ ${a.year}`,
	'html bold': (a, b) => `<b>${a.day}</b> to <b>${b.day}</b> ${monthOf(a)} ${a.year}`,
	'raised endings': (a, b) => `${a.day}<sup>${th(a).slice(-2)}</sup> to ${b.day}<sup>${th(b).slice(-2)}</sup> ${monthOf(a)} ${a.year}`,
	'month first': (a, b) => `${monthOf(a)} ${a.day} to ${b.day}, ${a.year}`,
	'month first, dash': (a, b) => `${monthOf(a)} ${a.day}–${b.day}, ${a.year}`,
	'month first, endings': (a, b) => `${monthOf(a)} ${th(a)} through ${th(b)}, ${a.year}`,
	'month first, twice': (a, b) => `${monthOf(a)} ${a.day} to ${monthOf(b)} ${b.day}, ${a.year}`,
	'short month with a point': (a, b) => `${dotted(a)} ${a.day}-${b.day}, ${a.year}`,
	'short month': (a, b) => `${a.day}-${b.day} ${shortMonth(a)} ${a.year}`,
	capitals: (a, b) => `${a.day} TO ${b.day} ${monthOf(a).toUpperCase()} ${a.year}`,
	'lower case': (a, b) => `${a.day} to ${b.day} ${monthOf(a).toLowerCase()} ${a.year}`,
	military: (a, b) => `${two(a.day)}-${two(b.day)} ${shortMonth(a).toUpperCase()} ${two(a.year % 100)}`,
	'date-time groups': (a, b) =>
		`${two(a.day)}0600Z${shortMonth(a).toUpperCase()}${a.year % 100} - ${two(b.day)}1800Z${shortMonth(b).toUpperCase()}${b.year % 100}`,
	ISO: (a, b) => `${iso(a)} to ${iso(b)}`,
	'ISO interval': (a, b) => `${iso(a)}/${iso(b)}`,
	'year first': (a, b) => `${a.year} ${shortMonth(a)} ${a.day}–${b.day}`,
	'weekdays beside': (a, b) => `${weekdayOf(a)} ${a.day} to ${weekdayOf(b)} ${b.day} ${monthOf(a)} ${a.year}`,
	'weekdays beside, month first': (a, b) =>
		`${weekdayOf(a)}, ${monthOf(a)} ${a.day}, to ${weekdayOf(b)}, ${monthOf(b)} ${b.day}, ${a.year}`,
	'weekdays in brackets': (a, b) => `${a.day} (${weekdayOf(a)}) to ${b.day} (${weekdayOf(b)}) ${monthOf(a)} ${a.year}`,
	'times of day': (a, b) => `08:00 on ${a.day} ${monthOf(a)} to 18:00 on ${b.day} ${monthOf(b)} ${a.year}`,
	'dotted German': (a, b) => `${a.day}.–${b.day}.${two(a.month)}.${a.year}`,
	'dotted twice': (a, b) => `${two(a.day)}.${two(a.month)}.–${two(b.day)}.${two(b.month)}.${a.year}`,
	'German, dots': (a, b) => `${a.day}.-${b.day}. ${foreign('de', a)} ${a.year}`,
	'German, words': (a, b) => `vom ${a.day}. bis ${b.day}. ${foreign('de', a)} ${a.year}`,
	French: (a, b) => `du ${a.day} au ${b.day} ${foreign('fr', a)} ${a.year}`,
	Spanish: (a, b) => `del ${a.day} al ${b.day} de ${foreign('es', a)} de ${a.year}`,
	Russian: (a, b) => `с ${a.day} по ${b.day} ${foreign('ru', a)} ${a.year} года`,
	Ukrainian: (a, b) => `з ${a.day} по ${b.day} ${foreign('uk', a)} ${a.year} року`,
	'month in Roman numerals': (a, b) => `${a.day}–${b.day} ${roman(a)} ${a.year}`,
	'month in Roman numerals, twice': (a, b) => `${a.day}.${roman(a)}.–${b.day}.${roman(b)}.${b.year}`,
	Italian: (a, b) => `dal ${a.day} al ${b.day} ${foreign('it', a)} ${a.year}`,
	Chinese: (a, b) => `${a.year}年${a.month}月${a.day}日至${b.day}日`,
	Japanese: (a, b) => `${a.year}年${a.month}月${a.day}日から${b.month}月${b.day}日まで`,
	Korean: (a, b) => `${a.year}년 ${a.month}월 ${a.day}일부터 ${b.day}일까지`,
};

export const rangesOfTwoMonths: Readonly<Record<string, (from: Day, to: Day) => string>> = {
	'28 September to 3 October 2024': (a, b) => `${a.day} ${monthOf(a)} to ${b.day} ${monthOf(b)} ${b.year}`,
	'the 28th of September until the 3rd of October': (a, b) =>
		`the ${th(a)} of ${monthOf(a)} until the ${th(b)} of ${monthOf(b)}, ${b.year}`,
	'Sept. 28 - Oct. 3, 2024': (a, b) => `${dotted(a)} ${a.day} - ${dotted(b)} ${b.day}, ${b.year}`,
	'September 28 through October 3, 2024': (a, b) => `${monthOf(a)} ${a.day} through ${monthOf(b)} ${b.day}, ${b.year}`,
	'28 Sep 2024–3 Oct 2024': (a, b) => `${a.day} ${shortMonth(a)} ${a.year}–${b.day} ${shortMonth(b)} ${b.year}`,
	'28 SEP - 3 OCT 24': (a, b) =>
		`${two(a.day)} ${shortMonth(a).toUpperCase()} - ${two(b.day)} ${shortMonth(b).toUpperCase()} ${two(b.year % 100)}`,
	'28.09.–03.10.2024': (a, b) => `${two(a.day)}.${two(a.month)}.–${two(b.day)}.${two(b.month)}.${b.year}`,
	'2024-09-28 – 2024-10-03': (a, b) => `${iso(a)} – ${iso(b)}`,
};

/** How the lines of a text may lie. */
export const layouts: Readonly<Record<string, (text: string) => string>> = {
	'one line': (text) => text,
	'a line a word': (text) => text.replaceAll(' ', '\n'),
	'Windows line ends': (text) => text.replaceAll(' ', '\r\n'),
	'trailing blanks': (text) => text.replaceAll(' ', '  \n'),
	'quoted e-mail': (text) => text.replaceAll(' ', '\n> '),
	'quoted twice, Windows': (text) => text.replaceAll(' ', ' \r\n> > '),
	indented: (text) => text.replaceAll(' ', '\n    '),
	'double spaces': (text) => text.replaceAll(' ', '  '),
	'non-breaking spaces': (text) => text.replaceAll(' ', '\u00a0'),
	'&nbsp;': (text) => text.replaceAll(' ', '&nbsp;'),
	'line breaks of HTML': (text) => text.replaceAll(' ', '<br>'),
	'zero-width spaces': (text) => text.replaceAll(' ', ' \u200b'),
	'40 characters': (text) => wrapped(text, 40),
	'20 characters, Windows': (text) => wrapped(text, 20).replaceAll('\n', '\r\n'),
	'a hyphen at the line’s end': (text) => text.replace(/(\d)([-–—])(\d)/, '$1$2\n$3').replace(/\b([A-Z][a-z]{3})([a-z]{3,})\b/, '$1-\n$2'),
	'soft hyphens': (text) => text.replace(/([A-Z][a-z]{2})([a-z]{3,})/g, '$1\u00ad$2'),
	'bold over all': (text) => `**${text}**`,
};

export function wrapped(text: string, width: number): string {
	const lines = [''];
	for (const word of text.split(' ')) {
		const line = lines.at(-1) ?? '';
		if (line !== '' && line.length + word.length >= width) lines.push(word);
		else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
	}
	return lines.join('\n');
}
