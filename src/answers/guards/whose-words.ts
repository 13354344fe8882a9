import { seriesKeyOf } from '../../exercises/names/name-mention.js';
import { openReader } from '../../reader/reader.js';
import type { RecordRead } from '../../reader/reading.js';
import type { Span } from '../../text/span.js';
import type { Judged } from '../judging/judge.js';
import { namesIn, yearMeant } from '../judging/named-editions.js';
import type { NamedExercise } from '../question/named-exercises.js';

/** The words must be told of the exercise asked about by so much more than of the other. */
const clearly = 0.1;

/**
 * Whether the answering words of a sentence on two exercises are told of the one asked about: the reader is asked what
 * the sentence says of each. True for a sentence that names no other.
 */
export async function areOwnWords(
	{ document, sentence, words, stretch }: Judged,
	question: string,
	[asked]: readonly NamedExercise[],
): Promise<boolean> {
	if (!asked) return true;
	const names = namesIn(document, sentence);
	const isAsked = (name: (typeof names)[number]): boolean =>
		seriesKeyOf(name) === asked.line && (asked.year === null || yearMeant(document, name) === asked.year);
	const own = names.find(isAsked);
	const others = names.filter((name) => !isAsked(name));
	if (others.length === 0) return true;
	const at = stretch.indexOf(sentence);
	const sentences = stretch.map(({ start, end }) => document.text.slice(start, end));
	const queryOf = ({ start, end }: Span, text: string): string => text.slice(start, end);
	const ownQuery = own ? queryOf(own, document.text) : queryOf(asked, question);
	const queries = [...new Set([ownQuery, ...others.map((name) => queryOf(name, document.text))])];
	const reader = await openReader();
	const read = await reader.record(
		queries.map((query) => ({ query, title: document.title, sentences, anchors: new Set([at]) })),
	);
	const span = { start: words.start - sentence.start, end: words.end - sentence.start };
	const [ofOwn = 0, ...ofOthers] = read.map((record) => toldOf(record[at], span));
	return ofOwn >= Math.max(0, ...ofOthers) + clearly;
}

/** How strongly a sentence tells some words of the exercise that it was asked about. */
function toldOf(read: RecordRead[number] | undefined, { start, end }: Span): number {
	if (!read) return 0;
	return (
		read.about *
		Math.max(0, ...read.marks.filter((mark) => mark.start < end && start < mark.end).map(({ sureness }) => sureness))
	);
}
