import type { Span } from '../corpus/document.js';
import type { Place } from './gazetteer.js';

/** A place where an exercise is held, as printed. */
export interface LocationMention extends Span {
	/** Null for a proper name that the gazetteer lacks, and for what lies beside a country ("waters near Japan"). */
	readonly place: Place | null;
	/** The gazetteer's name, or the phrase as printed. */
	readonly name: string;
}
