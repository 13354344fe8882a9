import { type Document, type Sentence, sectionAt, titleOf } from '../../corpus/document.js';
import type { Reader } from '../../reader/reader.js';
import type { Field } from '../../reader/reading.js';
import type { Span } from '../../text/span.js';
import type { Draft } from '../drafts/draft.js';
import { saysDrills, windowsAt } from '../layout/windows.js';

/** Words that the reader takes for a value of an exercise, in the document. */
export interface Mark extends Span {
	readonly field: Exclude<Field, 'name'>;
	/** How sure the reader is of the words, 0 to 1. */
	readonly sureness: number;
	readonly sentence: Sentence;
}

/** What the reader finds of one exercise in its section. */
export interface RecordReading {
	/**
	 * How likely each sentence speaks of it, by where the sentence starts. Sentences that were not read are not among
	 * them.
	 */
	readonly about: ReadonlyMap<number, number>;
	readonly marks: readonly Mark[];
}

/** Nothing read. */
export const unread: RecordReading = { about: new Map(), marks: [] };

/** Windows read for one exercise: a round-up has many, and few of them speak of it. */
const mostWindows = 10;

/**
 * Asks the reader what a document says of an exercise: in the windows that name it, and for the one that its section is
 * mainly about in all that hold a word of drills.
 */
async function readRecord(reader: Reader, document: Document, draft: Draft, isMain: boolean): Promise<RecordReading> {
	const [first] = draft.mentions;
	if (!first) return unread;
	const isAnchor = ({ start, end }: Sentence): boolean =>
		draft.mentions.some((mention) => mention.start >= start && mention.end <= end);
	const windows = windowsAt(document, first.start)
		.filter((window) => window.some((sentence) => isAnchor(sentence) || (isMain && saysDrills(document, sentence))))
		.sort((a, b) => Number(b.some(isAnchor)) - Number(a.some(isAnchor)))
		.slice(0, mostWindows);
	const read = await reader.record(
		windows.map((window) => ({
			query: draft.description,
			title: titleOf(document, sectionAt(document, first.start)),
			sentences: window.map(({ start, end }) => document.text.slice(start, end)),
			anchors: new Set(window.flatMap((sentence, at) => (isAnchor(sentence) ? [at] : []))),
		})),
	);
	const about = new Map<number, number>();
	const marks: Mark[] = [];
	for (const [at, window] of windows.entries()) {
		for (const [index, sentence] of window.entries()) {
			const told = read[at]?.[index];
			if (!told) continue;
			about.set(sentence.start, Math.max(about.get(sentence.start) ?? 0, told.about));
			for (const { field, start, end, sureness } of told.marks)
				marks.push({ field, start: sentence.start + start, end: sentence.start + end, sureness, sentence });
		}
	}
	return { about, marks };
}

/** What the reader finds of each of a document's exercises, in their order. */
export function readRecords(reader: Reader, document: Document, drafts: readonly Draft[]): Promise<RecordReading[]> {
	return Promise.all(
		drafts.map((draft, at) => readRecord(reader, document, draft, draft.main === null || draft.main === at)),
	);
}
