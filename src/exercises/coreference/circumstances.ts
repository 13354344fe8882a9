import type { Place } from '../../gazetteer/gazetteer.js';
import type { Span } from '../../text/span.js';
import type { SentenceReading } from '../sentences/sentence-reading.js';
import { type Circumstances, timesOf, yearsOf } from './referents.js';

/** What a stretch of a sentence says of the exercise that it speaks of. */
export function circumstancesOf(text: string, reading: SentenceReading, span: Span): Circumstances {
	const inside = (mention: Span) => span.start === reading.sentence.start || mention.start >= span.start - 120;
	const places = reading.places.filter((mention) => mention.how === 'name' && inside(mention)).map(({ place }) => place);
	return {
		tense: reading.tense,
		places: places.filter(isScene),
		times: timesOf(text, reading.dates.filter(inside)),
		years: yearsOf(reading.dates.filter(inside)),
		inProse: reading.sentence.kind === 'prose',
	};
}

/** Countries take part more often than they are the scene. */
function isScene(place: Place): boolean {
	return place.kind !== 'country';
}
