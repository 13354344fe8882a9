import { denialCue } from './cues.js';
import type { SentenceRead } from './evidence.js';
import type { Question } from './question.js';
import { overlapsAny } from './spans.js';
import { tuning } from './tuning.js';

/** A chosen sentence, and its side where the documents are of two minds. */
export interface Chosen {
	readonly read: SentenceRead;
	readonly side?: number;
}

const mostQuotes = 3;

/**
 * The sentences to show, best first: the best, then those nearly as good that stand elsewhere;
 * one a document for "which documents"; and where one denies what another says, both, as sides.
 */
export function chooseQuotes(question: Question, eligible: readonly SentenceRead[]): Chosen[] {
	const [best] = eligible;
	if (!best) return [];
	const chosen = [best];
	const other = opposing(best, eligible);
	if (other) chosen.push(other);
	for (const read of eligible) {
		if (chosen.length === mostQuotes || best.score - read.score > tuning.margin) break;
		if (chosen.some((one) => overlaps(one, read))) continue;
		if (question.kind === 'documents' && chosen.some(({ view }) => view.document === read.view.document)) continue;
		chosen.push(read);
	}
	return other ? chosen.map((read, at) => (at < 2 ? { read, side: at + 1 } : { read })) : chosen.map((read) => ({ read }));
}

function overlaps(one: SentenceRead, other: SentenceRead): boolean {
	return one.view.document === other.view.document && overlapsAny(one.view, [other.view]);
}

/** A sentence on the same things that denies what the best one says, or says what it denies. */
function opposing(best: SentenceRead, eligible: readonly SentenceRead[]): SentenceRead | undefined {
	const denies = denialCue.test(best.view.text);
	return eligible.find(
		(read) =>
			best.score - read.score < tuning.dispute &&
			denialCue.test(read.view.text) !== denies &&
			!overlaps(best, read) &&
			sharedWords(best, read) >= tuning.sameMatter,
	);
}

/** Share of the words that the question names and both sentences say. */
function sharedWords(one: SentenceRead, other: SentenceRead): number {
	const units = one.units.filter(({ unit }) => !unit.light);
	const shared = units.filter(({ direct }, at) => direct > 0.5 && (other.units.filter(({ unit }) => !unit.light)[at]?.direct ?? 0) > 0.5);
	return units.length === 0 ? 0 : shared.length / units.length;
}
