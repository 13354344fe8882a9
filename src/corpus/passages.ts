import type { Span } from '../text/span.js';
import type { Document } from './document.js';

/** A run of whole sentences of one paragraph: what the index finds. */
export interface Passage extends Span {
	/** Changes with the document's text: `documentId:version:start`. */
	readonly id: string;
	readonly documentId: string;
	readonly paragraph: number;
}

/** Longest passage, in UTF-16 code units: about a long newspaper paragraph. */
export const longestPassage = 1_200;

/** The passages of a document, in order; together they hold all of its paragraphs' text. */
export function passagesOf(document: Document): Passage[] {
	const passages: Passage[] = [];
	for (const paragraph of document.paragraphs) {
		for (const { start, end } of packed(paragraph.sentences.flatMap((sentence) => cutToFit(document.text, sentence)))) {
			passages.push({
				id: `${document.id}:${document.version}:${start}`,
				documentId: document.id,
				paragraph: paragraph.number,
				start,
				end,
			});
		}
	}
	rememberPassageCount(document, passages.length);
	return passages;
}

/** How many passages a document has: known without its text once it was cut into them. */
export function passageCount(document: Document): number {
	const count = counts.get(document) ?? passagesOf(document).length;
	counts.set(document, count);
	return count;
}

const counts = new WeakMap<Document, number>();

/** What is known of a document from before. */
export function rememberPassageCount(document: Document, count: number): void {
	counts.set(document, count);
}

/** Neighbouring spans joined into runs no longer than a passage may be. */
function packed(spans: readonly Span[]): Span[] {
	const runs: Span[] = [];
	for (const span of spans) {
		const run = runs.at(-1);
		if (run && span.end - run.start <= longestPassage) runs[runs.length - 1] = { start: run.start, end: span.end };
		else runs.push(span);
	}
	return runs;
}

/** A span too long for a passage, cut at white space where there is some, never inside a surrogate pair. */
function cutToFit(text: string, span: Span): Span[] {
	const pieces: Span[] = [];
	let { start } = span;
	while (span.end - start > longestPassage) {
		const space = text.lastIndexOf(' ', start + longestPassage);
		let end = space > start ? space : start + longestPassage;
		if (/[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end -= 1;
		pieces.push({ start, end });
		start = end;
		while (start < span.end && /\s/.test(text.charAt(start))) start += 1;
	}
	if (span.end > start) pieces.push({ start, end: span.end });
	return pieces;
}
