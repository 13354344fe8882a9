import type { Span } from '../text/span.js';
import type { Place } from './gazetteer.js';

/** A place that a text speaks of. */
export interface PlaceMention extends Span {
	readonly place: Place;
	/** `demonym`: "Chinese"; `government`: a capital or seat of government that acts for its country, no place on the map. */
	readonly how: 'name' | 'demonym' | 'government';
}
