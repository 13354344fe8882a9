import type { Place } from '../../gazetteer/gazetteer.js';
import type { Span } from '../../text/span.js';

/** A place where an exercise is held, as printed. */
export interface LocationMention extends Span {
	/** Null for a proper name that the gazetteer lacks, and for what lies beside a country ("waters near Japan"). */
	readonly place: Place | null;
	/** The gazetteer's name, or the phrase as printed. */
	readonly name: string;
	/** The point meant, where it is not the place's own: "200 km east of" one. */
	readonly at?: { readonly lat: number; readonly lon: number };
}
