import type { Claim, Exercise } from '../exercises/exercise.js';
import { exerciseKey } from '../gazetteer/names.js';
import { hostingCue, watchingCue } from './cues.js';
import type { Question } from './question.js';
import type { SentenceView } from './sentence-view.js';

const fields = [
	'dates',
	'locations',
	'participants',
	'observers',
	'forces',
	'organiser',
	'aims',
	'activities',
	'scale',
	'ordinal',
	'reactions',
] as const;
type Field = (typeof fields)[number];

/** A claim of the catalogue, at the sentence that it was read from. */
export interface ClaimHere {
	readonly exercise: string;
	/** What its editions share, as `lineOf` tells it; null for one without a name. */
	readonly line: string | null;
	readonly field: Field;
	readonly claim: Claim;
}

type ClaimsByDocument = ReadonlyMap<string, readonly ClaimHere[]>;

const known = new WeakMap<readonly Exercise[], ClaimsByDocument>();

/** The catalogue's claims by the document that they stand in; made once for a catalogue. */
export function claimsByDocument(catalogue: readonly Exercise[]): ClaimsByDocument {
	const already = known.get(catalogue);
	if (already) return already;
	const byDocument = new Map<string, ClaimHere[]>();
	for (const exercise of catalogue) {
		const line = exercise.named ? (exercise.series ?? exerciseKey(exercise.name)) : null;
		for (const field of fields) {
			for (const claim of exercise[field]) {
				// What the series list alone tells, no sentence says.
				if (claim.basis === 'from the series list') continue;
				const here = { exercise: exercise.id, line, field, claim };
				const list = byDocument.get(claim.quote.documentId);
				if (list) list.push(here);
				else byDocument.set(claim.quote.documentId, [here]);
			}
		}
	}
	known.set(catalogue, byDocument);
	return byDocument;
}

/** Claims that were read from a sentence. */
export function claimsIn(view: SentenceView, claims: ClaimsByDocument): ClaimHere[] {
	return (claims.get(view.document.id) ?? []).filter(({ claim: { span } }) => span.start >= view.start && span.end <= view.end);
}

/** What the catalogue has read of some exercises for what a question asks. */
export function claimsAsked(question: Question, exercises: readonly Exercise[]): Claim[] {
	return fieldsAsked(question).flatMap((field) => exercises.flatMap((exercise): readonly Claim[] => exercise[field]));
}

/** What documents contradict each other on, of what a question asks about some exercises: the claims of each, side by side. */
export function disputesAsked(question: Question, exercises: readonly Exercise[]): Claim[][] {
	const asked: readonly string[] = fieldsAsked(question);
	const disagreements = exercises.flatMap((exercise) => exercise.disagreements);
	return disagreements.filter(({ field }) => asked.includes(field)).map((claim) => [claim, ...claim.against]);
}

/** The fields of a record that hold what a question asks for. */
export function fieldsAsked({ kind, sort, text }: Question): readonly Field[] {
	switch (kind) {
		case 'when':
		case 'weekday':
		case 'month':
		case 'year':
		case 'duration':
			return ['dates'];
		case 'where':
			return ['locations'];
		case 'why':
			return ['aims'];
		case 'number':
			return ['scale'];
		case 'ordinal':
			return ['ordinal'];
		case 'who':
			return partyFields(text);
		case 'speaker':
		case 'statement':
			return ['reactions'];
		case 'which':
			if (sort === 'country') return partyFields(text);
			if (sort === 'place') return ['locations'];
			return sort === 'ship' || sort === 'aircraft' || sort === 'organisation' ? ['forces', 'organiser'] : [];
		case 'about':
			return ['dates', 'locations', 'participants', 'aims'];
		default:
			return [];
	}
}

/** Those that hold the exercise, look on, or take part, by the verb that asks for them. */
function partyFields(question: string): readonly Field[] {
	if (watchingCue.test(question)) return ['observers'];
	return hostingCue.test(question) ? ['organiser'] : ['participants'];
}
