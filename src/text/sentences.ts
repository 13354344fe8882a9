import type { Span } from './span.js';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

const title =
	/(?:^|[\s"“‘'(])(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Cmdr|Cdr|Adm|Sgt|Brig|Pres|Hon|Rev|Jr|Sr|Vice Adm|Rear Adm)\.\s*$/;
const shortened =
	/(?:^|[\s(])(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|vs|cf|e\.g|i\.e|Inc|Corp|Ltd|Fig|Art|Mt|Ft|dept|est)\.\s*$/i;
const initial = /(?:^|[\s"“‘'(.])\p{Lu}\.\s*$/u;
const numbered = /(?:^|[\s(])(?:No|Nos|Art|Sec|Vol|pp?)\.\s*$/i;
const country = /(?:^|[\s"“‘'(])(?:U\.S|U\.K|U\.N|E\.U|D\.C|U\.S\.A|P\.R\.C|R\.O\.K|D\.P\.R\.K)\.\s*$/;
const freshStart =
	/^["“‘']?(?:The|They|It|He|She|We|In|On|At|But|And|However|This|These|Those|That|A|An|Both|Its|Their|As|For|While|When)\b/;
const direction = /(?:^|[\s"“‘'(])(?:North|South|East|West|Northern|Southern|Eastern|Western|Central)\.\s*$/;
const openedQuote = /[“‘«"][^”’»".!?]{1,40}\.\s*$/;
/** "17.–28. Juni 2024", "am 3. Mai": the point of an ordinal in other languages. */
const ordinalPoint = /(?:^|[\s(–—-])\d{1,2}\.\s*$/;
const germanMonth = /^(?:Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember)\b/;
const monthOfBoth = /^(?:April|August|September|November)\b/;
const germanDay = /\b(?:am|vom|bis|dem|zum)\s\d{1,2}\.\s*$|\d\.\s?[–—-]\s?\d{1,2}\.\s*$/;
const clockTime = /\b[ap]\.m\.\s*$/;

/** "May 14. September was wet" ends a sentence in English, "17.–28. September" none. */
function isOrdinal(before: string, after: string): boolean {
	return ordinalPoint.test(before) && (germanMonth.test(after) || (monthOfBoth.test(after) && germanDay.test(before)));
}

/** Whether a full stop at the end of `before` is part of a name or a short form, so that `after` goes on the sentence. */
function goesOn(before: string, after: string): boolean {
	if (/^\p{Ll}/u.test(after)) return true;
	if (title.test(before) || shortened.test(before)) return true;
	if (country.test(before)) return !freshStart.test(after);
	if (clockTime.test(before)) return !freshStart.test(after);
	if (initial.test(before) || isOrdinal(before, after)) return true;
	if (numbered.test(before)) return /^\d/.test(after);
	// A full stop inside a name: "North. Interaction-2023".
	return (direction.test(before) || openedQuote.test(before)) && /^\p{Lu}[\p{L}/]*[-–\s]?\d/u.test(after);
}

/**
 * Sentences of one paragraph as spans of the whole text, without the white space between them.
 * ICU's boundaries (Unicode Standard Annex 29) joined where a full stop does not end a sentence.
 */
export function sentencesIn(text: string, paragraph: Span): Span[] {
	const sentences: Span[] = [];
	let pending: Span | undefined;
	// ICU ends a sentence at every line break; a paragraph that holds one is a hard-wrapped block.
	const oneLine = text.slice(paragraph.start, paragraph.end).replace(/[\r\n]/g, ' ');
	for (const { segment, index } of segmenter.segment(oneLine)) {
		const start = paragraph.start + index;
		const end = start + segment.length;
		if (pending && goesOn(text.slice(Math.max(pending.start, pending.end - 60), pending.end), segment)) {
			pending = { start: pending.start, end };
			continue;
		}
		if (pending) sentences.push(pending);
		pending = { start, end };
	}
	if (pending) sentences.push(pending);
	return sentences.map((sentence) => trimmed(text, sentence)).filter(({ start, end }) => end > start);
}

/** The span without white space at its ends. */
export function trimmed(text: string, span: Span): Span {
	const slice = text.slice(span.start, span.end);
	return {
		start: span.start + (slice.length - slice.trimStart().length),
		end: span.end - (slice.length - slice.trimEnd().length),
	};
}
