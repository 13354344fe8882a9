import type { Library } from '../library.js';
import type { Reason } from './answer.js';
import type { SentenceRead } from './evidence.js';
import type { Question } from './question.js';
import { tuning } from './tuning.js';

/** Why nothing answers a question, by what the nearest sentences lack. */
export async function reasonFor(library: Library, question: Question, reads: readonly SentenceRead[]): Promise<Reason> {
	if (question.units.length === 0) return { why: 'empty' };
	for (const [at, { kind, exercise, text }] of question.units.entries()) {
		if (kind !== 'exercise' || !exercise || reads.some(({ units }) => (units[at]?.share ?? 0) >= tuning.named)) continue;
		const { absentYear, suggestions } = await library.resolve(text);
		if (absentYear === null) return { why: 'unknown exercise', name: text };
		return { why: 'absent year', name: withoutYear(text), year: absentYear, editions: suggestions.map(({ name }) => name) };
	}
	const heard = question.units.filter((unit, at) => unit.kind !== 'word' && reads.some(({ units }) => (units[at]?.direct ?? 0) >= 0.5));
	const missing = question.units.some(
		(unit, at) => unit.kind !== 'word' && unit.kind !== 'exercise' && !reads.some(({ units }) => (units[at]?.direct ?? 0) >= 0.5),
	);
	const about = (heard.find(({ kind }) => kind === 'exercise') ?? heard[0])?.text ?? null;
	if (missing || about === null) return { why: 'nothing' };
	if (question.kind === 'yes-no') return { why: 'premise', asked: question.text };
	return { why: 'no such fact', asked: askedWords(question.text), about };
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
