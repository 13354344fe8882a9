import { datable, type PrintedDate, printedDates, printedMonth } from './calendar.js';
import type { Publication } from './document.js';
import { anyOf, weekdays } from './months.js';
import { otherDays, ownWords, particles, publicationWords, signers } from './publication-words.js';

/**
 * What makes a dated line one of publishing: a word of it (`original`, `published`, `updated`); "Date:" (`dated`);
 * or nothing but the date (`bare`), perhaps beside who signed it (`signed`) or a place or a name (`placed`).
 */
export type Says = 'original' | 'published' | 'updated' | 'dated' | 'bare' | 'signed' | 'placed';

export interface DatedLine {
	readonly date: PrintedDate;
	readonly says: Says;
}

/** A publication date and what makes it one; `agency` is the dateline of a first sentence. */
export interface Statement extends Publication {
	readonly says: Says | 'agency';
}

const longestLine = 220;
const labels: readonly (readonly [Says, RegExp])[] = (['original', 'published', 'updated'] as const).map((says) => [
	says,
	new RegExp(String.raw`(?<![\p{L}\p{N}])${anyOf(publicationWords[says])}(?![\p{L}\p{M}])`, 'giu'),
]);
const datedLabel = new RegExp(String.raw`^[^\p{L}\p{N}]*${anyOf(publicationWords.dated)}(?:\s*[:：|–—-]+|\s)[\s,]*(?:the\s+)?$`, 'iu');

const clockTime = String.raw`\d{1,2}\s?(?::|\.|h|ч)\s?\d{2}(?::\d{2}(?:[.,]\d+)?)?`;
const half = String.raw`(?:\s?[ap]\.?\s?m\b\.?)`;
const clock = new RegExp(
	String.raw`(?<![\p{L}\d])(?:T?${clockTime}${half}?(?:\s?(?:Uhr|hrs?|hours|h|ч)(?!\p{L}))?|\d{1,2}${half}|\d{1,2}\s?(?:Uhr|h)(?!\p{L})|\d{4}\s?(?:hrs|hours|(?=GMT|UTC|[A-Z]{3}\b)))|T\d{2}:\d{2}\S*|[上下]午\s?\d{1,2}[:：]\d{2}`,
	'giu',
);
const zone =
	/(?<![\p{L}\d])\(?(?:GMT|UTC|BST|CES?T|EES?T|WES?T|ES?T|E[DS]T|C[DS]?T|M[DS]?T|P[DS]?T|MSK|JST|KST|IST|SGT|HKT|PHT|WIB|A[CEW][DS]T|NZ[DS]T|[EWC]AT|SAST|PKT|TRT|Z|local time|(?:Eastern|Central|Mountain|Pacific)(?: (?:Daylight|Standard))? Time)\)?(?:\s?[+-]\d{1,2}(?::?\d{2})?)?(?![\p{L}\d])|(?<!\d)[+-]\d{2}(?::?\d{2})?(?!\d)/gu;
/** A time from … to is that of an event. */
const clockRange = new RegExp(String.raw`${clockTime}${half}?\s?(?:[-–—]|to|until|bis)\s?${clockTime}`, 'iu');
const counted =
	/\d+[\d.,]*\s?(?:min(?:s|ute|utes)?(?:\sread)?|comments?|replies|views?|hits|reads?|words|shares?|likes?|мин|분|分钟?)(?!\p{L})(?:\s(?:read|ago|lesezeit))?|(?<!\p{L})(?:hits|views|comments):\s?\d[\d.,]*/giu;
/** Where in a series or a paper something stands: "No. 41", "Vol. 3", "Section B, page 4", "Ref AB-2024-3". */
const numbering =
	/(?<![\p{L}\d])(?:(?:no|nr|nº|issue|number|vol|volume|part|page|pages|pp?|ref|reference|advisory|serial)(?!\p{L})\.?:?\s?#?(?:\p{Lu}{1,4}[-/.])*\d[\d./-]*|[#№]\s?\d+|section\s\p{L}(?!\p{L}))/giu;
/** "Source: Reuters Editor: linmei". */
const source = /(?<!\p{L})(?:source|editor|author|writer|来源|编辑|责编|작성자|автор|источник)\s?[:：]\s?\p{L}[\p{L}\p{M}'’.-]*/giu;
/** "Explained by our defence desk", at a line's end. */
const credit = /[.,;|·–—/(\s]+(?:written|compiled|reported|explained|edited|told)\sby\s[^.,;|]{2,60}\W*$/iu;
const separator = /[|·•∙●▪»›>/\\()[\]{}–—;,:：]|\s-+\s|(?<=\p{L}{3})\.(?=\s|$)/u;
const strongSeparator = /[|·•∙●▪»›>/()]/u;
const token = /[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’&@_-]*/gu;
const byline = /^\W*(?:(?:words|story|text|reporting|written|posted)\s+)?(?:by|par|por|von|di|автор)\s*:?\s+\S/iu;

/** A line that is a date of the text's own: of its publishing, or a date and no more; undefined for dates of other things. */
export function datedLine(line: string, context: string): DatedLine | undefined {
	if (line.length > longestLine || !datable.test(line)) return undefined;
	const dates = datesOf(line, context);
	const last = dates.at(-1);
	if (!last || clockRange.test(line)) return undefined;
	const readings = dates.map((date, index) => {
		const says = saysBefore(line.slice(dates[index - 1]?.end ?? 0, date.start), index > 0);
		return says && { date, says };
	});
	const stated = (['original', 'published', 'updated'] as const).flatMap(
		(says) => readings.find((reading) => reading?.says === says) ?? [],
	);
	const [first] = stated;
	const told = /^\W*(?:this|the (?:article|story))\s/i.test(line) && first !== undefined;
	if (!told && !isSignedBehind(withoutTimes(line.slice(last.end).replace(credit, '')))) return undefined;
	const [only, other] = readings;
	if (first?.says === 'updated' && only?.says !== 'updated' && other === first) return only ?? first;
	if (first) return first;
	if (!only || readings.some((reading) => !reading) || (other && other.date.on !== only.date.on)) return undefined;
	return only;
}

/** DVIDS, the service of the American forces' public affairs offices, prints "Date Posted: 09.18.2024", the month first. */
const monthFirst = /\bdate (?:posted|taken)\b/i;

function datesOf(line: string, context: string): PrintedDate[] {
	const dayFirst = monthFirst.test(line) ? line.replace(/\b(\d\d)\.(\d\d)\.(?=(?:19|20)\d\d)/g, '$2.$1.') : line;
	const whole = printedDates(dayFirst, context);
	if (whole.length > 0) return whole;
	const month = printedMonth(line);
	if (month) return [month];
	const year = /(?<![\p{L}\p{N}-])(?:19|20)\d\d(?![\p{L}\p{N}-])/u.exec(line);
	const labelled = year && labels.some(([, pattern]) => line.slice(0, year.index).search(pattern) >= 0);
	return year && labelled ? [{ start: year.index, end: year.index + 4, on: year[0], precision: 'year' }] : [];
}

/** What the words before a date say of it; undefined when they make it the date of something else. */
function saysBefore(lead: string, follows: boolean): Says | undefined {
	const words = withoutTimes(lead);
	const labelled = labelIn(words);
	if (labelled) return labelled;
	if (!follows && datedLabel.test(words)) return 'dated';
	const tokens = tokensOf(words);
	if (tokens.length === 0) return /\d/.test(words) || (!follows && /[:：]\s*$/.test(words)) ? undefined : 'bare';
	return /[:：]\s*$/.test(words) || !isSignature(words) ? undefined : signatureBefore(words, tokens);
}

/** What a name, a place or a publisher before a date says of it. */
function signatureBefore(words: string, tokens: readonly string[]): Says | undefined {
	const said = words.split(separator).map(tokensOf);
	if (tokens.every((word) => particles.has(word.toLowerCase())))
		return tokens.length <= 2 && !/^(?:as|of|in|at|online)$/i.test(tokens[0] ?? '') ? 'bare' : undefined;
	if (byline.test(words) && !/\bby\W*$/i.test(words)) return 'signed';
	// Another label: "Photo: Jane Doe, 3 October 2024".
	if (/\p{L}\s*[:：]/u.test(words)) return undefined;
	const capitals = tokens.every((word) => word === word.toUpperCase() && word !== word.toLowerCase());
	const beside = said.at(-1) ?? [];
	const names = beside.some((word) => !particles.has(word.toLowerCase()) && !/^\p{Lo}/u.test(word));
	// Nothing parts the words from the date: "Deadline 3 October 2024", "RSVP by 3 October 2024".
	if ((names && !capitals) || /\bby\s*$/i.test(words)) return undefined;
	if (said.some((part) => part.length === 1 && /ed$/i.test(part[0] ?? ''))) return undefined;
	return capitals || strongSeparator.test(words) ? 'signed' : 'placed';
}

/** The word of publishing nearest before a date, where all words around it go with it. */
function labelIn(words: string): Says | undefined {
	let nearest: { says: Says; start: number; end: number } | undefined;
	for (const [says, pattern] of labels) {
		pattern.lastIndex = 0;
		for (let match = pattern.exec(words); match; match = pattern.exec(words)) {
			const end = match.index + match[0].length;
			if (!nearest || end > nearest.end || (end === nearest.end && match.index < nearest.start))
				nearest = { says, start: match.index, end };
		}
	}
	if (!nearest) return undefined;
	const after = tokensOf(words.slice(nearest.end)).filter((word, at, all) => !isUser(all, at) && !ownWords.has(word.toLowerCase()));
	if (!isSignature(after.join(' ')) || /[:：].*[:：]/.test(words.slice(nearest.end))) return undefined;
	const parts = words.slice(0, nearest.start).split(separator);
	const beside = parts.pop() ?? '';
	if (!parts.every(isSignature)) return undefined;
	const own = tokensOf(beside).every((word) => ownWords.has(word.toLowerCase()) || signers.has(word.toLowerCase()));
	const names = tokensOf(beside).length > 1 && isSignature(beside) && /^\W*\p{Lu}/u.test(beside);
	return own || names ? nearest.says : undefined;
}

function withoutTimes(words: string): string {
	const untimed = words.replace(numbering, ' ').replace(clock, ' ').replace(zone, ' ').replace(counted, ' ').replace(source, ' | ');
	return untimed.replace(/(?<![\p{L}\p{N}])[\p{L}\p{M}]+(?:\.(?=[\s,]|$))?/gu, (word) =>
		weekdays.has(word.toLowerCase().replace(/\.$/, '')) ? ' ' : word,
	);
}

/** Names of people, outlets and sections, and the small words between them: nothing that makes a sentence, or another thing's date. */
function isSignature(words: string): boolean {
	const tokens = tokensOf(words);
	return (
		tokens.length <= 16 &&
		tokens.every((word, at) => {
			const lower = word.toLowerCase();
			if (isUser(tokens, at)) return true;
			if (otherDays.has(lower) || /\d/.test(word)) return false;
			return /^[\p{Lu}\p{Lo}]/u.test(word) || signers.has(lower) || particles.has(lower) || word.includes('@');
		})
	);
}

/** The name under which somebody posts, which may be in any letters: "by gustav_v". */
function isUser(tokens: readonly string[], at: number): boolean {
	const [before, by] = [tokens[at - 2]?.toLowerCase(), tokens[at - 1]?.toLowerCase()];
	const isCredit = before === undefined || before === 'posted' || before === 'written';
	return by === 'by' && isCredit && !otherDays.has(tokens[at]?.toLowerCase() ?? '');
}

/** Behind a date: who signs it, and behind a bar the name of a section, in any letters. */
function isSignedBehind(words: string): boolean {
	const [first = '', ...sections] = words.split(/[|·•]/u);
	return isSignature(first) && sections.every((section) => isSignature(section) || isSection(section));
}

const longestSection = 3;

function isSection(words: string): boolean {
	const tokens = tokensOf(words);
	return tokens.length <= longestSection && tokens.every((word) => !/\d/.test(word) && !otherDays.has(word.toLowerCase()));
}

function tokensOf(words: string): string[] {
	return [...(words.match(token) ?? [])].map((word) => word.replace(/[.'’&_-]+$/, '')).filter((word) => word !== '');
}
