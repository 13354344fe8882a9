import type { Claim } from '../exercises/exercise.js';
import { denialCue } from './cues.js';
import type { SentenceRead } from './evidence.js';
import { overlapsAny } from './overlap.js';
import type { Question } from './question.js';
import { matches } from './spans.js';
import { tuning } from './tuning.js';

/** A chosen sentence, and its side where the documents are of two minds. */
export interface Chosen {
	readonly read: SentenceRead;
	readonly side?: number;
}

/** Claims of the catalogue that contradict each other, one or more a side. */
export type Dispute = readonly Claim[];

const mostQuotes = 3;

/**
 * The sentences to show, best first: the best, then those nearly as good that stand elsewhere;
 * one a document for "which documents"; and where the catalogue knows a dispute, or one denies what another says, both, as sides.
 */
export function chooseQuotes(question: Question, eligible: readonly SentenceRead[], disputes: readonly Dispute[] = []): Chosen[] {
	const [best] = eligible;
	if (!best) return [];
	const chosen = [best];
	const other = otherSide(best, eligible, disputes) ?? opposing(best, eligible);
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

/** A sentence that holds another side of what the catalogue knows to be disputed in the best one. */
function otherSide(best: SentenceRead, eligible: readonly SentenceRead[], disputes: readonly Dispute[]): SentenceRead | undefined {
	const dispute = disputes.find((claims) => claims.some((claim) => holds(best, claim)));
	return dispute && eligible.find((read) => !overlaps(best, read) && dispute.some((claim) => !holds(best, claim) && holds(read, claim)));
}

function holds({ view }: SentenceRead, { quote, span }: Claim): boolean {
	return quote.documentId === view.document.id && span.start >= view.start && span.end <= view.end;
}

/** A sentence on the same things that denies what the best one says, or says what it denies. */
function opposing(best: SentenceRead, eligible: readonly SentenceRead[]): SentenceRead | undefined {
	const denies = isDenial(best);
	return eligible.find(
		(read) =>
			best.score - read.score < tuning.dispute &&
			isDenial(read) !== denies &&
			!overlaps(best, read) &&
			sharedWords(best, read) >= tuning.sameMatter,
	);
}

const isDenial = ({ view }: SentenceRead): boolean => matches(view, denialCue).length > 0;

/** Share of the words that the question names and both sentences say. */
function sharedWords(one: SentenceRead, other: SentenceRead): number {
	const units = one.units.filter(({ unit }) => !unit.light);
	const shared = units.filter(({ direct }, at) => direct > 0.5 && (other.units.filter(({ unit }) => !unit.light)[at]?.direct ?? 0) > 0.5);
	return units.length === 0 ? 0 : shared.length / units.length;
}
