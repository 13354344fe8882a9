import type { Span } from '../text/span.js';
import type { DateToken } from './date-tokens.js';
import type { DateMention } from './saying.js';

type Found = Omit<DateMention, 'phrase'>;

const newLine = '[^\\S\\n]*\\n[^\\S\\n]*(?:>[^\\S\\n]*)*';
const rangeWord = '(?:[-–—−~&]|(?<!\\p{L})(?:to|through|thru|until|till|and|up\\sto|bis|au|al|по)(?!\\p{L}))';
const dayNumber = '\\b[0-3]?\\d(?:st|nd|rd|th)?\\.?';
/** The line before ends with a day, or a day and a range's word. */
const openBefore = new RegExp(`${dayNumber}(?:\\s\\p{L}{3,9}\\.?)?\\s?(?<sign>${rangeWord})?(?:\\sthe)?${newLine}$`, 'iu');
/** The line after goes on with a range's word, or with a day. */
const goesOnAfter = new RegExp(`^${newLine}(?<sign>${rangeWord})?\\s?(?:the\\s)?(?:\\p{L}{3,9}\\.?\\s)?${dayNumber}`, 'iu');

/** A range that is cut by the end of a line, where each line is read by itself: its half is kept as printed. */
export function brokenAtEdges(text: string, { start, end }: Span, tokens: readonly DateToken[], found: readonly Found[]): Found[] {
	const first = tokens.findIndex(({ sort }) => !/[ob]/.test(sort));
	const opens = openBefore.exec(text.slice(Math.max(0, start - 40), start));
	const leads = opens && (opens.groups?.['sign'] !== undefined || /[-t1&]/.test(tokens[first]?.sort ?? ''));
	const lastSort = tokens.at(-1)?.sort ?? '';
	const follows = goesOnAfter.exec(text.slice(end, end + 40));
	const trails = follows && (follows.groups?.['sign'] !== undefined || /[-t1&]/.test(lastSort));
	const firstEnd = tokens[first + (/[-t1&]/.test(tokens[first]?.sort ?? '') ? 2 : 0)]?.end ?? -1;
	const lastStart = (/[-t1&]/.test(lastSort) ? tokens.at(-2) : tokens.at(-1))?.start ?? Number.POSITIVE_INFINITY;
	return found.map((mention) => {
		const cut = (leads && mention.start < firstEnd) || (trails && mention.end > lastStart);
		return cut && mention.says.kind === 'calendar' ? { ...mention, precision: 'unknown', says: { kind: 'printed' } } : mention;
	});
}
