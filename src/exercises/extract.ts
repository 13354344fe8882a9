import type { Document } from '../corpus/document.js';
import { gazetteer } from '../gazetteer/gazetteer.js';
import type { Reader } from '../reader/reader.js';
import type { DocumentExtract, Draft } from './drafts/draft.js';
import { draftsOf } from './drafts/draft-section.js';
import { proposalsOf } from './evidence/proposals.js';
import { readRecords } from './evidence/record-reading.js';
import { inquiriesOf, withReading } from './evidence/weighing.js';
import { namesOf, rememberNames } from './names/find-names.js';
import { namesConfirmed, readNames } from './names/reader-names.js';
import { readSentences } from './sentences/sentence-reading.js';

/** All that a document says of exercises, by the rules and the reader together. */
export async function readExercises(document: Document, reader: Reader): Promise<DocumentExtract> {
	rememberNames(document, namesConfirmed(document, await readNames(reader, document)));
	const extracted = extract(document);
	const readings = await readRecords(reader, document, extracted.drafts);
	const drafts = inquiriesOf(document, extracted.drafts, readings).map((inquiry) =>
		withReading(inquiry, proposalsOf(document, inquiry.draft, inquiry.reading.marks)),
	);
	return { ...extracted, drafts };
}

/**
 * Reads what the rules tell of a document's exercises. Pure: depends on the document and the data files alone; time
 * linear in its length.
 */
export function extract(document: Document): DocumentExtract {
	const whole = gazetteer.names.find(document.text);
	const names = namesOf(document, whole);
	const readings = readSentences(
		document.text,
		document.paragraphs.flatMap((paragraph) => paragraph.sentences),
		names,
		whole,
	);
	const drafts: Draft[] = [];
	let next = 0;
	for (const section of document.sections) {
		const from = next;
		while ((readings[next]?.sentence.start ?? Number.POSITIVE_INFINITY) < section.end) next++;
		drafts.push(...draftsOf(document, section, readings.slice(from, next), drafts.length));
	}
	return { documentId: document.id, file: document.file, drafts };
}
