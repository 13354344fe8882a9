import { type Document, type Sentence, sectionAt } from '../../corpus/document.js';
import type { Span } from '../../text/span.js';

/** Sentences of a section in windows of about so many words, one sentence shared by neighbours, so that what goes on across a cut is seen. */
const wordsInWindow = 150;
const longestShared = 50;
const ofDrills = /exercis|drill|war ?game|manoeuv|maneuv|patrol|training/i;

/** Whether a sentence holds a word of drills: windows without one are not read. */
export function saysDrills({ text }: Document, { start, end }: Span): boolean {
	return ofDrills.test(text.slice(start, end));
}

/** Sentences of the section of an offset, in windows. */
export function windowsAt(document: Document, offset: number): Sentence[][] {
	const section = sectionAt(document, offset);
	if (!section) return [];
	const sentences = document.paragraphs.flatMap((paragraph) =>
		paragraph.sentences.filter(({ start }) => start >= section.start && start < section.end),
	);
	const words = (sentence: Sentence) => document.text.slice(sentence.start, sentence.end).split(/\s+/).length;
	const windows: Sentence[][] = [];
	let open: Sentence[] = [];
	let count = 0;
	for (const sentence of sentences) {
		const length = words(sentence);
		if (open.length > 0 && count + length > wordsInWindow) {
			windows.push(open);
			const last = open.at(-1);
			open = last && open.length > 1 && words(last) < longestShared ? [last] : [];
			count = open.reduce((sum, one) => sum + words(one), 0);
		}
		open.push(sentence);
		count += length;
	}
	return open.length > 0 ? [...windows, open] : windows;
}
