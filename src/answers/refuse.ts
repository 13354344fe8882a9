import { isNarrow } from './narrow.js';
import type { Question, Unit } from './question.js';
import type { AnswerSpan } from './spans.js';
import { tuning } from './tuning.js';
import type { UnitRead } from './weighing.js';

/** What a sentence lacks to answer a question. */
export type Lack =
	| { readonly what: 'unit'; readonly text: string; readonly kind: Unit['kind'] }
	| { readonly what: 'answer' }
	| { readonly what: 'coverage' }
	| { readonly what: 'words' };

/** What keeps a sentence from answering, whatever else it says: somebody or something that the question names and it does not. */
export function lackAmong(question: Question, reads: readonly UnitRead[]): Lack | null {
	for (const { unit, share, direct, unheard } of reads) {
		if (unit.head) continue;
		if (unit.kind === 'edition' && unheard) return lackOf(unit);
		const lacking =
			(unit.predicate && !unit.light && direct < tuning.predicate) ||
			(isSpeaker(question, unit) && share < tuning.predicate) ||
			(question.kind === 'role' && isParty(unit) && direct < tuning.predicate) ||
			(unit.kind !== 'word' && unit.kind !== 'edition' && share < tuning.named);
		if (lacking) return lackOf(unit);
	}
	return null;
}

/** What a sentence lacks that speaks of all the question names: the asked noun, words of the kind asked for, enough of the question. */
export function lackOfAnswer(
	question: Question,
	reads: readonly UnitRead[],
	answers: readonly AnswerSpan[] | null,
	features: { readonly answer: number; readonly coverage: number; readonly words: number },
): Lack | null {
	const head = reads.find(({ unit }) => unit.head);
	if (head && isHeadLacking(question, head, answers)) return lackOf(head.unit);
	const least = question.kind === 'why' && features.coverage >= tuning.unstatedReason ? 0 : tuning.answer;
	if (answers !== null && features.answer < least) return { what: 'answer' };
	if (features.coverage < threshold(tuning.coverage, question)) return { what: 'coverage' };
	return features.words < threshold(tuning.words, question) ? { what: 'words' } : null;
}

function isHeadLacking(question: Question, { unit, unheard, share, direct }: UnitRead, answers: readonly AnswerSpan[] | null): boolean {
	if (answers === null && question.plural && direct < tuning.pluralHead) return true;
	if (answers !== null && answers.length > 0) return isNarrow(question) && direct < tuning.named;
	return unit.kind === 'word' ? unheard && !unit.light : share < tuning.named;
}

function lackOf({ text, kind }: Unit): Lack {
	return { what: 'unit', text, kind };
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
