import type { Series } from '../../gazetteer/series.js';
import type { Span } from '../../text/span.js';
import type { Basis } from '../../values/basis.js';
import type { NameForm } from './name-evidence.js';

/** A name of an exercise in a text. The span holds the name with its year, without quotation marks and without "Exercise" before it. */
export interface NameMention extends Span {
	/** Folded name without year and exercise words: mentions of one key are of one series. */
	readonly key: string;
	readonly series: Series | null;
	readonly year: number | null;
	/** `stated` for a year beside the name: "the 2024 edition of BALTOPS". */
	readonly yearBasis: Extract<Basis, 'from the name' | 'stated'> | null;
	/** What parts editions of one year or without one, as `parseName` gives it: `65`, `a`. */
	readonly edition: string | null;
	readonly quoted: boolean;
	readonly form: NameForm;
	readonly kind: 'exercise' | 'patrol' | 'competition' | 'operation';
	/** True when the words speak of all editions: "the MALABAR series of exercises". */
	readonly wholeSeries: boolean;
	/** For a translation in brackets: where the name begins that it translates. */
	readonly sameAs: number | null;
}
