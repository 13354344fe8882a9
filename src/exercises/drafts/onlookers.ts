import { countriesOf } from '../sentences/country-groups.js';
import type { SentenceReading } from '../sentences/sentence-reading.js';
import { verbPattern } from '../sentences/verbs.js';

/** "China has already reacted", "the Russian embassy in Washington called for …", "Chinese drones were spotted". */
const against = new RegExp(
	`^[^.;,]{0,60}?\\b(?:${verbPattern('watch')}|followed|react\\w*|condemn\\w*|denounc\\w*|criticis\\w*|criticiz\\w*|protest\\w*|warn\\w*|slam\\w*|accus\\w*|object\\w*|retaliat\\w*|respond\\w*|answered|lodged|called\\s(?:for|on|the|it)|embassy)\\b`,
	'i',
);
const irritated = /\b(?:irritation|anger|unease|protests?|criticism|reactions?|alarm|objections)\s(?:in|from|of)\s(?:the\s)?$/i;

/** Countries, by id, that watch or speak against what a section tells of: their own forces are not those of the exercise. */
export function rivalsIn(readings: readonly SentenceReading[]): ReadonlySet<string> {
	return new Set(
		readings.flatMap((reading) => {
			const { text, sentence } = reading;
			return countriesOf(reading).flatMap(({ start, end, country }) =>
				against.test(text.slice(end, sentence.end)) || irritated.test(text.slice(sentence.start, start)) ? [country.id] : [],
			);
		}),
	);
}
