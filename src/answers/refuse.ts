import type { SentenceRead } from './evidence.js';
import { isNarrow } from './narrow.js';
import type { Question, Unit } from './question.js';
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
		if (isSpeaker(question, unit) && share < tuning.predicate) return { what: 'unit', text: unit.text, kind: unit.kind };
		if (question.kind === 'role' && isParty(unit) && direct < tuning.predicate) return { what: 'unit', text: unit.text, kind: unit.kind };
		if (named ? share < tuning.named : unit.unheard && !unit.light) return { what: 'unit', text: unit.text, kind: unit.kind };
	}
	if (answers !== null && (features['answer'] ?? 0) < tuning.answer) return { what: 'answer' };
	if ((features['coverage'] ?? 0) < threshold(tuning.coverage, question)) return { what: 'coverage' };
	return (features['words'] ?? 0) < threshold(tuning.words, question) ? { what: 'words' } : null;
}

/** Whose minister it is has to be said beside the minister. */
function isParty({ kind }: Unit): boolean {
	return kind === 'country' || kind === 'actor' || kind === 'name';
}

/** What "what did … say" asks about has to be said by them. */
function isSpeaker({ kind, speaker }: Question, unit: Unit): boolean {
	return kind === 'statement' && speaker !== null && !unit.light && speaker.includes(unit.text.toLowerCase());
}

function threshold(table: Readonly<Record<string, number>>, { kind }: Question): number {
	return table[kind] ?? table['default'] ?? 0;
}
