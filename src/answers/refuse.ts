import type { SentenceRead } from './evidence.js';
import { isNarrow } from './narrow.js';
import type { Question } from './question.js';
import { tuning } from './tuning.js';

/** What a sentence lacks to answer a question. */
export type Lack =
	| { readonly what: 'unit'; readonly text: string; readonly kind: string }
	| { readonly what: 'answer' }
	| { readonly what: 'coverage' }
	| { readonly what: 'words' };

/** What a sentence lacks to answer; null when it may. */
export function lackOf(question: Question, { units, answers, features }: SentenceRead): Lack | null {
	for (const { unit, share, direct } of units) {
		if (unit.head && answers === null && question.plural && direct < tuning.pluralHead)
			return { what: 'unit', text: unit.text, kind: unit.kind };
		if (unit.head && answers !== null && answers.length > 0) {
			if (direct < tuning.named && isNarrow(question)) return { what: 'unit', text: unit.text, kind: unit.kind };
			continue;
		}
		if (unit.predicate && !unit.light && direct < tuning.predicate) return { what: 'unit', text: unit.text, kind: unit.kind };
		const named = unit.kind !== 'word';
		if (named ? share < tuning.named : unit.unheard && !unit.light) return { what: 'unit', text: unit.text, kind: unit.kind };
	}
	if (answers !== null && (features['answer'] ?? 0) < tuning.answer) return { what: 'answer' };
	if ((features['coverage'] ?? 0) < threshold(tuning.coverage, question)) return { what: 'coverage' };
	return (features['words'] ?? 0) < threshold(tuning.words, question) ? { what: 'words' } : null;
}

function threshold(table: Readonly<Record<string, number>>, { kind }: Question): number {
	return table[kind] ?? table['default'] ?? 0;
}
