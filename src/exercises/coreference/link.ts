import { isWithin, type Span } from '../../text/span.js';
import type { DateMention } from '../../values/date-mentions.js';
import type { Field } from '../layout/tables.js';
import type { SentenceReading } from '../sentences/sentence-reading.js';
import type { Referent } from './referents.js';

/** A stretch of a sentence that speaks of an exercise. */
export interface Link extends Span {
	readonly reading: SentenceReading;
	readonly referent: Referent;
	/** The words that first point at the exercise; null for a sentence that goes on about it without naming it. */
	readonly mention: Span | null;
	/** All words of the stretch that point at it. */
	readonly mentions: readonly Span[];
	/** True when the mention is of the whole series, so that dates and places are not those of an edition. */
	readonly wholeSeries: boolean;
	/** Nothing but the forces in it ties it to the exercise: who takes part is read there, other things with care. */
	readonly loose: boolean;
	/** The cell of a table or the line of a box that it is: nothing else is read there. */
	readonly field?: Field;
}

/** The dates that a link tells. */
export function datesIn(link: Link): DateMention[] {
	return link.reading.dates.filter((date) => isWithin(date, link));
}
