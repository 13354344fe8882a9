import type { Span } from '../../text/span.js';
import type { Basis } from '../../values/basis.js';
import type { Claim, ClaimsByField, Exercise, RelatedClaim } from '../exercise.js';

/** A relation to another draft of the same section, by its place in the extract. */
export interface DraftRelation {
	readonly to: number;
	readonly relation: RelatedClaim['relation'];
	readonly claim: Claim;
}

/** One exercise as one section of one document tells of it. */
export interface Draft {
	readonly document: string;
	readonly file: string;
	/** The day that its document states for itself, as far as it does. */
	readonly toldOn: string | null;
	/** Id of a listed series. */
	readonly series: string | null;
	/** The series' id, or the folded name of an unlisted one; null for an unnamed exercise. */
	readonly seriesKey: string | null;
	readonly year: number | null;
	readonly yearBasis: Basis | null;
	/** What parts editions of one year: "a", "lxv". */
	readonly edition: string | null;
	readonly kind: Exercise['kind'];
	/** For an unnamed exercise: its descriptive phrase, as printed. */
	readonly description: string;
	/** Months (1–12) that the text states, with or without their year. */
	readonly months: readonly number[];
	/** The named exercise that the section is mainly about: its place in the extract, or null. */
	readonly main: number | null;
	/** Where its names stand, or the words that describe it. */
	readonly mentions: readonly Span[];
	/** The sentences that speak of it, by the reader. */
	readonly spokenOf: readonly Span[];
	readonly claims: ClaimsByField;
	readonly related: readonly DraftRelation[];
}

/** What one document says of exercises. Depends on the document alone, so it can be kept while the document does not change. */
export interface DocumentExtract {
	readonly documentId: string;
	readonly file: string;
	readonly drafts: readonly Draft[];
}
