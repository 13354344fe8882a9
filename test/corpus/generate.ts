/** Numbers from 0 to 1, the same every time: the variations of a test must not change between runs. */
export function drawing(seed: number): <T>(from: readonly T[]) => T {
	let state = seed;
	return (from) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		const drawn = from[Math.floor((state / 2 ** 32) * from.length)];
		if (drawn === undefined) throw new RangeError('There is nothing to draw from');
		return drawn;
	};
}

/** A day of the last years: its ISO form and its parts. */
export interface Day {
	readonly iso: string;
	readonly year: number;
	readonly month: number;
	readonly day: number;
	readonly at: Date;
}

/** Days whose number cannot be a month, and some that can. */
export const days: readonly Day[] = [
	...[13, 14, 17, 21, 22, 23, 25, 28, 30].flatMap((day, index) => [
		dayOf(2012 + index, ((index * 5) % 12) + 1, day),
		dayOf(2024, index + 1, day > 28 ? 28 : day),
	]),
	...[1, 3, 9, 11, 12].flatMap((day, index) => [dayOf(2020 + index, 12 - index, day), dayOf(2010 + index, index + 5, day)]),
];

function dayOf(year: number, month: number, day: number): Day {
	const at = new Date(Date.UTC(year, month - 1, day));
	return { iso: at.toISOString().slice(0, 10), year, month, day, at };
}

const two = (value: number): string => String(value).padStart(2, '0');
const ordinal = (value: number): string =>
	`${value}${value % 10 === 1 && value !== 11 ? 'st' : value % 10 === 2 && value !== 12 ? 'nd' : value % 10 === 3 && value !== 13 ? 'rd' : 'th'}`;
const named = (language: string, options: Intl.DateTimeFormatOptions, { at }: Day): string =>
	new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }).format(at);
const month = (day: Day, length: 'long' | 'short' = 'long') => named('en', { month: length }, day);

/** How English texts print a day. */
export const englishForms: readonly ((day: Day) => string)[] = [
	(day) => `${day.day} ${month(day)} ${day.year}`,
	(day) => `${month(day)} ${day.day}, ${day.year}`,
	(day) => `${month(day)} ${ordinal(day.day)}, ${day.year}`,
	(day) => `${month(day, 'short')} ${ordinal(day.day)} ${day.year}`,
	(day) => `${month(day, 'short')}. ${day.day}, ${day.year}`,
	(day) => `${ordinal(day.day)} ${month(day)} ${day.year}`,
	(day) => `${ordinal(day.day)} of ${month(day)}, ${day.year}`,
	(day) => `the ${ordinal(day.day)} of ${month(day)} ${day.year}`,
	(day) => `${two(day.day)} ${month(day, 'short').toUpperCase()} ${day.year}`,
	(day) => `${two(day.day)}-${month(day, 'short')}-${day.year}`,
	(day) => day.iso,
	(day) => day.iso.replaceAll('-', '/'),
	(day) => `${two(day.day)}.${two(day.at.getUTCMonth() + 1)}.${two(day.year % 100)}`,
	(day) => `${day.day} ${'I II III IV V VI VII VIII IX X XI XII'.split(' ')[day.month - 1]} ${day.year}`,
	(day) => `${named('en', { weekday: 'long' }, day)}, ${month(day)} ${day.day}, ${day.year}`,
	(day) => `${named('en', { weekday: 'short' }, day)} ${day.day} ${month(day, 'short')} ${day.year}`,
	(day) => `${named('en', { weekday: 'long' }, day)} ${day.day} ${month(day)}, ${day.year}`,
];

/** A day as a language's own texts print it. */
export function localForm(language: string): (day: Day) => string {
	return (day) => named(language, { dateStyle: 'long' }, day);
}

/** A rate for people, printed beside the test, and the first misses. */
export function tell(what: string, tried: number, misses: readonly string[]): number {
	const rate = (tried - misses.length) / tried;
	process.stdout.write(`${what}: ${tried - misses.length} of ${tried} (${(rate * 100).toFixed(1)} %)\n`);
	for (const miss of misses.slice(0, 25)) process.stdout.write(`  missed: ${miss}\n`);
	return rate;
}
