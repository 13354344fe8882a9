import type { Exercise } from '../../exercises/exercise.js';
import { seriesKeyOf } from '../../exercises/names/name-mention.js';
import { exerciseKey, parseName } from '../../gazetteer/names.js';
import type { Library } from '../../library.js';
import type { Evidence, Reason } from '../answer.js';
import type { Explanation } from '../explain-question.js';
import type { Judged } from '../judging/judge.js';
import { namesIn } from '../judging/named-editions.js';
import type { NamedExercise } from '../question/named-exercises.js';
import { comparisonOf } from './comparison.js';
import { quotesOf } from './record.js';

const asksIfSame =
	/\b(?:same|identical|(?:an)?other name|(?:also|once|formerly|previously) (?:called|known|named)|aka|different)\b/i;

/** What the catalogue knows of two names that a question asks to be one. */
export type OneOrTwo =
	| { readonly exercise: Exercise; readonly reason: Reason; readonly evidence: readonly Evidence[] }
	| { readonly exercise: null; readonly reason: Reason };

/**
 * "Is A the same as B" of names that the catalogue knows: one exercise, in the quotes that its names stand in, or two,
 * to be compared. Null for any other question.
 */
export async function oneOrTwo(library: Library, { question, asked, judged }: Explanation): Promise<OneOrTwo | null> {
	const [one, other, third] = asked;
	if (!one || !other || third || !asksIfSame.test(question)) return null;
	const [a, b] = [one, other].map(({ ids }) => [...ids]);
	const [idA, idB] = [a?.[0], b?.[0]];
	if (idA === undefined || idB === undefined) return null;
	// "The former Cold Response": a document may say what the catalogue has apart.
	if (idA !== idB && judged.some((judgedOne) => saysOneIsOther(judgedOne, [one, other]))) return null;
	if (idA !== idB) return { exercise: null, reason: await comparisonOf(library, [idA, idB]) };
	const exercise = a?.length === 1 && b?.length === 1 ? await library.exercise(idA) : undefined;
	if (!exercise) return null;
	const keys = new Set([one, other].map(({ start, end }) => exerciseKey(question.slice(start, end))));
	const meant = exercise.names.filter(({ text }) => keys.has(exerciseKey(text)));
	const names = onceEach(wholeFirst(meant.length > 0 ? meant : exercise.names));
	const isByTheSeriesList = names.some(({ basis }) => basis === 'from the series list');
	return {
		exercise,
		reason: { why: 'one exercise', name: exercise.name, isByTheSeriesList },
		evidence: await quotesOf(library, names),
	};
}

const renames =
	/\b(?:former(?:ly)?|previously|once|now|re-?named|re-?branded|known as|(?:is|was|been) called|(?:new|old|other) name|successor|replaced|same)\b/i;

function saysOneIsOther({ document, sentence }: Judged, asked: readonly NamedExercise[]): boolean {
	const lines = new Set(namesIn(document, sentence).map(seriesKeyOf));
	return asked.every(({ line }) => lines.has(line)) && renames.test(document.text.slice(sentence.start, sentence.end));
}

/** Those with their year before those that leave it out. */
function wholeFirst(names: Exercise['names']): Exercise['names'] {
	const hasYear = (text: string): boolean => parseName(text).year !== null;
	return names.toSorted((a, b) => Number(hasYear(b.text)) - Number(hasYear(a.text)));
}

/** Each name once, the first of it. */
function onceEach(names: Exercise['names']): Exercise['names'] {
	const seen = new Set<string>();
	return names.filter(({ text }) => {
		const key = exerciseKey(text);
		const isNew = !seen.has(key);
		seen.add(key);
		return isNew;
	});
}
