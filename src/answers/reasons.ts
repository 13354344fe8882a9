import { namesOf } from '../exercises/name-mentions.js';
import type { Library } from '../library.js';
import type { Reason } from './answer.js';
import type { SentenceRead } from './evidence.js';
import { lineOf, type NamedExercise } from './exercise-focus.js';
import type { Question, Unit } from './question.js';
import { tuning } from './tuning.js';

const mostEditions = 10;

/** Why nothing answers a question, by what the nearest sentences lack. */
export async function reasonFor(library: Library, question: Question, sentences: readonly SentenceRead[]): Promise<Reason> {
	if (question.units.length === 0) return { why: 'empty' };
	for (const [at, { kind, exercise, text }] of question.units.entries()) {
		if (kind !== 'exercise' || !exercise || sentences.some(({ units }) => (units[at]?.share ?? 0) >= tuning.named)) continue;
		const editions = await editionsOf(library, exercise, text, sentences);
		if (exercise.year === null || editions.length === 0) return { why: 'unknown exercise', name: text };
		return { why: 'absent year', name: withoutYear(text), year: exercise.year, editions };
	}
	const isNamed = ({ kind }: Unit) => kind !== 'word' && kind !== 'edition' && kind !== 'date' && kind !== 'ordinal';
	const isHeard = (at: number) => sentences.some(({ units }) => (units[at]?.direct ?? 0) >= tuning.predicate);
	const heard = question.units.filter((unit, at) => isNamed(unit) && isHeard(at));
	if (question.units.some((unit, at) => isNamed(unit) && unit.kind !== 'exercise' && !isHeard(at))) return { why: 'nothing' };
	const about = (heard.find(({ kind }) => kind === 'exercise') ?? heard[0])?.text ?? null;
	const isPremise =
		question.kind === 'yes-no' || (question.kind === 'why' && sentences[0]?.units.some(({ unit, unheard }) => unheard && !unit.light));
	if (isPremise && about !== null) return { why: 'premise', asked: question.text };
	const nearest = Math.max(0, ...sentences.map(({ features }) => features['coverage'] ?? 0));
	return about === null && nearest < tuning.aboutIt ? { why: 'nothing' } : { why: 'no such fact', asked: askedWords(question.text), about };
}

/** Names of the editions that there are: the catalogue's, else those printed in the documents that were searched. */
async function editionsOf(library: Library, { line }: NamedExercise, text: string, sentences: readonly SentenceRead[]): Promise<string[]> {
	const { absentYear, suggestions } = await library.resolve(text);
	if (absentYear !== null && suggestions.length > 0) return suggestions.map(({ name }) => name);
	const printed = [...new Set(sentences.map(({ view }) => view.document))].flatMap((document) =>
		namesOf(document)
			.filter((name) => lineOf(name) === line && name.year !== null)
			.map(({ start, end }) => document.text.slice(start, end)),
	);
	return [...new Set(printed)].slice(0, mostEditions);
}

function withoutYear(name: string): string {
	return name.replace(/[\s/.–-]*(?:19|20)?\d\d$/, '');
}

/** "how many Iranian ships" of "How many Iranian ships were in …": what was asked, in the asker's words. */
function askedWords(text: string): string {
	const phrase =
		/\b(?:who|whom|when|where|why|whose)\b|\b(?:which|what|how (?:many|much|long|often))\b.*?(?=\s(?:did|does|do|is|are|was|were|will|has|have|had|can|could|would|took|take|in|at|of)\b|$)/i.exec(
			text,
		);
	return phrase?.[0] || text;
}
