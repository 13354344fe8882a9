import type { Span } from '../text/span.js';
import type { Tense } from '../values/dates.js';
import { verbPattern } from './verbs.js';

const future =
	/\b(?:will|would|shall|won['’]t|upcoming|forthcoming|about\sto|going\sto|poised\sto|to\sbe\s\w+(?:ed|ld)|(?:is|are|was|were)\s(?:also\s|expected|set|due|scheduled|slated|planned|planning|preparing|likely|poised|about)*\s?to\s\w+|(?:set|plans?|planned|planning|expected|slated|scheduled|due|intends?|preparing|ready)\s(?:to|for|on)\b|(?:is|are)\s(?:planned|scheduled|expected)|have\snot\syet)\b/i;
const past = new RegExp(
	`\\b(?<!-)(?:was|were|had|has\\s(?:been\\s)?\\w+ed|have\\s(?:been\\s)?\\w+ed|took|came|saw|flew|sent|began|ran|led|held|met|sailed|${verbPattern('hold', 'happen', 'act')}(?<=ed|ld|nt|ew|ok|an))\\b`,
	'i',
);
const headline = new RegExp(`\\bto\\s${verbPattern('hold', 'happen', 'act')}\\b`, 'i');

/** Whether a stretch of text tells of what was, is, or will be. In a headline "to hold" is the future. */
export function tenseOf(text: string, { start, end }: Span, inHeadline = false): Tense {
	const slice = text.slice(start, end);
	if (future.test(slice) || (inHeadline && headline.test(slice))) return 'future';
	return past.test(slice) ? 'past' : 'present';
}
