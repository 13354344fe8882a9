import type { Document } from '../../corpus/document.js';
import type { ExerciseEntry } from '../../exercises/exercise-entry.js';
import { findActors } from '../../gazetteer/actor-mentions.js';
import { findPlaces } from '../../gazetteer/place-mentions.js';
import type { Library } from '../../library.js';
import { analyse } from '../../text/analyse.js';
import { overlaps } from '../../text/span.js';
import type { Reason } from '../answer.js';
import { focusShare, questionTerms } from '../judging/features.js';
import type { Judged } from '../judging/judge.js';
import type { NamedExercise } from '../question/named-exercises.js';
import { kindAsked } from '../question/question.js';

const mostEditions = 10;
/** A passage that says less of a question's words is not about it, nor is one that says but one of several. */
const aboutIt = 0.34;
const fewestWords = 2;

/** Why nothing answers a question. */
export async function reasonFor(
	library: Library,
	question: string,
	asked: readonly NamedExercise[],
	judged: readonly Judged[],
): Promise<Reason> {
	if (questionTerms(question).length === 0) return { why: 'empty' };
	const absent = judged.length === 0 ? asked.find(({ ids }) => ids.size === 0) : undefined;
	if (absent) return absenceOf(library, question.slice(absent.start, absent.end), absent);
	const known = asked.find(({ ids }) => ids.size > 0);
	const near = nearTo(question, asked, judged);
	if (!known && near.length === 0) return { why: 'nothing' };
	if (kindAsked(question) === 'yes-no' && near.length > 0) return { why: 'neither said' };
	return { why: 'no sure answer', about: known ? question.slice(known.start, known.end) : null };
}

/** The sentences that speak of what is asked, though they do not surely answer it, best first. */
export function nearTo(
	question: string,
	asked: readonly NamedExercise[],
	judged: readonly Judged[],
): readonly Judged[] {
	const words = questionTerms(question).length;
	const isAbout = (share: number): boolean =>
		share >= aboutIt && Math.round(share * words) >= Math.min(words, fewestWords);
	const found = judged.filter((one) => {
		const { aside, another, near, said } = one.features;
		const speaksOfIt = (said > 0 && isAbout(near)) || saysName(question, one);
		return aside === 0 && (asked.length > 0 ? another === 0 : speaksOfIt);
	});
	// Where some surely speak of the exercise, what only stands in the same article is not near it.
	const own = asked.length > 0 ? found.filter(({ features }) => features.exercise > focusShare.somewhere) : [];
	return own.length > 0 ? own : found;
}

/**
 * Whether a sentence has a name that the question says, other than that of a place or of somebody's government: of a
 * person, of a thing.
 */
function saysName(question: string, { document: { text }, sentence }: Judged): boolean {
	const asked = new Set(questionTerms(question));
	const known = [...findPlaces(text, sentence), ...findActors(text, sentence)];
	return analyse(text.slice(sentence.start, sentence.end)).some(({ term, start, end }) => {
		const span = { start: sentence.start + start, end: sentence.start + end };
		const isName = start > 0 && term.length > 3 && /^\p{Lu}\p{Ll}/u.test(text.slice(span.start, span.end));
		return isName && asked.has(term) && !known.some((one) => overlaps(one, span));
	});
}

async function absenceOf(library: Library, name: string, { year, lineIds }: NamedExercise): Promise<Reason> {
	const editions = (await library.entries()).filter(({ id }) => lineIds.has(id)).sort(byYear);
	if (editions.length === 0 && (await documentsPrinting(library, withoutYear(name))).length > 0)
		return { why: 'no sure answer', about: name };
	if (year === null || editions.length === 0) return { why: 'unknown exercise', name };
	return {
		why: 'absent year',
		name: withoutYear(name),
		year,
		editions: [...new Set(editions.map((edition) => edition.name))].slice(0, mostEditions),
	};
}

function byYear(one: ExerciseEntry, other: ExerciseEntry): number {
	return (one.year ?? 0) - (other.year ?? 0);
}

/** Documents that print some words, whatever they mean there. */
export async function documentsPrinting(library: Library, words: string): Promise<Document[]> {
	const hits = await library.search(words, 5);
	const found = await Promise.all(hits.map(({ passage }) => library.document(passage.documentId)));
	const isPrinted = ({ text }: Document): boolean => text.toLowerCase().includes(words.toLowerCase());
	return [...new Set(found)].filter((document) => document !== undefined).filter(isPrinted);
}

/** "Cold Response" of "Cold Response 2022". */
export function withoutYear(name: string): string {
	return name.replace(/[\s/.–-]*(?:19|20)?\d\d$/, '').replace(/^(?:19|20)\d\d\s+/, '');
}
