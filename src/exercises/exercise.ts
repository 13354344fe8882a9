import type { Quote } from '../corpus/quote.js';
import type { Span } from '../text/span.js';
import type { Basis } from '../values/basis.js';
import type { Precision } from '../values/date-mentions.js';

/** One value read from a document, beside the quote that it was read from. */
export interface Claim {
	/** Canonical form, e.g. "China" where the text says "Beijing's navy"; else the words as printed, white space folded. */
	readonly value: string;
	/** The words as printed that say so: always a slice that lies inside `quote`. */
	readonly text: string;
	/** Where `text` stands in the document. */
	readonly span: Span;
	/** The sentence (or sentences) that it stands in. */
	readonly quote: Quote;
	readonly basis: Basis;
}

/** The value of a date that a document says is not told. */
export const NOT_DISCLOSED = 'not disclosed';

export interface DateClaim extends Claim {
	/** ISO days, inclusive; null where the document does not let one compute them. */
	readonly from: string | null;
	readonly to: string | null;
	readonly precision: Precision;
}

export interface PlaceClaim extends Claim {
	/** Gazetteer id; null for a place that the gazetteer lacks. */
	readonly placeId: string | null;
	readonly lat: number | null;
	readonly lon: number | null;
}

export interface RelatedClaim extends Claim {
	/** The related exercise's id. */
	readonly id: string;
	readonly relation: 'part of' | 'includes' | 'follows' | 'precedes' | 'beside' | 'same series';
}

/** One field on which the documents (or parts of one) say different things, each side with its quote. */
export interface Disagreement extends Claim {
	/** The field's name in the record, e.g. `dates`. */
	readonly field: string;
	/** The other sides. */
	readonly against: readonly Claim[];
}

/** Where an exercise stands by what is told of it. */
export type Status = 'announced' | 'possible' | 'ongoing' | 'held' | 'postponed' | 'cancelled' | 'series' | 'reported';

/** The fields of a record that hold claims, in the order in which they are told: the one list of them. */
export const claimFields = [
	/** Every surface form of the name. */
	'names',
	/** value: a `Status`. One claim a document. */
	'status',
	'dates',
	'locations',
	/** value: country names. */
	'participants',
	/** Who watches, shadows, intercepts or observes. value: country names. */
	'observers',
	'forces',
	/** value: who organises, leads or hosts. */
	'organiser',
	'aims',
	'activities',
	/** Numbers of troops, ships, aircraft, nations, days. */
	'scale',
	/** Its number in a series ("sixth such exercise since 2019"). */
	'ordinal',
	/** What others said of it: value is who said it. */
	'reactions',
] as const;
export type ClaimField = (typeof claimFields)[number];

interface ClaimKinds {
	readonly dates: DateClaim;
	readonly locations: PlaceClaim;
}
export type ClaimOf<Field extends ClaimField> = Field extends keyof ClaimKinds ? ClaimKinds[Field] : Claim;
export type ClaimsByField = { readonly [Field in ClaimField]: readonly ClaimOf<Field>[] };

/** Every claim of a record's own fields. */
export function claimsIn(claims: ClaimsByField): Claim[] {
	return claimFields.flatMap((field): readonly Claim[] => claims[field]);
}

/** One exercise, merged over the documents. Every value shown has a quote. */
export interface Exercise extends ClaimsByField {
	/** Stable: made of series and year, or of its first name; never of its position. */
	readonly id: string;
	/** The commonest printed form; for an unnamed exercise a short one, made of its kind, place and month. */
	readonly name: string;
	/** False for an exercise that no document names: `name` then describes it, and `names` holds the words for it as printed. */
	readonly named: boolean;
	/** Series id of the series list, or null. */
	readonly series: string | null;
	readonly year: number | null;
	readonly yearBasis: Basis | null;
	readonly kind: 'exercise' | 'patrol' | 'operation' | 'series' | 'programme';
	/** File names, sorted. */
	readonly documents: readonly string[];
	/** The sentences that speak of it, by the reader. */
	readonly spokenOf: readonly (Span & { readonly documentId: string })[];
	readonly related: readonly RelatedClaim[];
	readonly disagreements: readonly Disagreement[];
}

export type Match = 'exact' | 'alias' | 'fuzzy' | 'none' | 'ambiguous';

export interface Suggestion {
	readonly id: string;
	readonly name: string;
}

/** What a typed name means: one exercise, or the nearest ones to choose from. */
export interface Resolution {
	readonly match: Match;
	readonly exercise: Exercise | null;
	readonly suggestions: readonly Suggestion[];
	/** Set when the series is known to the documents but not in the year asked for. */
	readonly absentYear: number | null;
}
