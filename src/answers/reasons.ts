import type { Exercise } from '../exercises/exercise.js';
import type { Library } from '../library.js';
import type { Reason } from './answer.js';
import { questionTerms } from './features.js';
import type { Judged } from './judge.js';
import type { NamedExercise } from './named-exercises.js';
import { kindAsked } from './question.js';

const mostEditions = 10;
/** A passage that says less of a question's words is not about it. */
const aboutIt = 0.34;

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
	const about = asked[0] ? question.slice(asked[0].start, asked[0].end) : null;
	if (about === null && Math.max(0, ...judged.map(({ features }) => features.near)) < aboutIt) return { why: 'nothing' };
	if (about !== null && kindAsked(question) === 'yes-no') return { why: 'premise', asked: question };
	return { why: 'no such fact', asked: askedWords(question), about };
}

async function absenceOf(library: Library, name: string, { year, lineIds }: NamedExercise): Promise<Reason> {
	const editions = (await library.exercises()).filter(({ id }) => lineIds.has(id)).sort(byYear);
	if (year === null || editions.length === 0) return { why: 'unknown exercise', name };
	return { why: 'absent year', name: withoutYear(name), year, editions: editions.slice(0, mostEditions).map((edition) => edition.name) };
}

function byYear(one: Exercise, other: Exercise): number {
	return (one.year ?? 0) - (other.year ?? 0);
}

function withoutYear(name: string): string {
	return name.replace(/[\s/.–-]*(?:19|20)?\d\d$/, '').replace(/^(?:19|20)\d\d\s+/, '');
}

/** "how many Iranian ships" of "How many Iranian ships were in …": what was asked, in the asker's words. */
function askedWords(text: string): string {
	const phrase =
		/\b(?:who|whom|when|where|why|whose)\b|\b(?:which|what|how (?:many|much|long|often))\b.*?(?=\s(?:did|does|do|is|are|was|were|will|has|have|had|can|could|would|took|take|in|at|of)\b|$)/i.exec(
			text,
		);
	return phrase?.[0] || text;
}
