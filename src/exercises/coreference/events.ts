import type { ExercisePhrase } from '../sentences/exercise-phrases.js';
import type { SentenceReading } from '../sentences/sentence-reading.js';
import { tenseOf } from '../sentences/tense.js';
import { verbPattern } from '../sentences/verbs.js';

const adverbs = '(?:\\s(?:also|jointly|recently|successfully|again|their|its|the|a|an|with\\s[A-Z]\\w+))*';
const held = new RegExp(`\\b${verbPattern('hold')}${adverbs}[\\s“"‘']*$`, 'i');
const within = /\b(?:as\spart\sof|part\sof|in|during|for|include|includes|feature|features)\s*$/i;
const acted = new RegExp(`\\b${verbPattern('act', 'hold')}\\b`, 'i');
const happens = new RegExp(
	`^[”"’']?(?:\\s(?!(?:that|which|to|and|or)\\b)[^\\s,.;]+){0,5}?,?\\s(?:(?:was|were|will|would|has|have|had|is\\sto|are\\sto|to\\sbe|been|being|be|is|also|set\\sto|due\\sto|expected\\sto|planned\\sto|scheduled\\sto)\\s)*${verbPattern('happen')}\\b`,
	'i',
);
const habitual =
	/\b(?:every\s(?:year|month|summer|spring|two\syears)|annually|regularly|often|usually|routinely|frequently|typically|each\syear|in\srecent\syears|over\sthe\s(?:last|past)\s(?:few|several|two|three|five|ten|decade)|are\s(?:now\s)?(?:held|conducted|increasing|expanding|becoming))\b/i;
const hypothetical = new RegExp(`\\b${verbPattern('hypothetical')}\\b[^,;]{0,80}$`, 'i');
const parallel = /^(?:parallel|separate|simultaneous|concurrent)$/;
const hypotheticalReach = 100;

/**
 * Whether the sentence says that this exercise was, is or will be held; a passing remark about exercises is no event.
 */
export function isEvent(text: string, reading: SentenceReading, phrase: ExercisePhrase): boolean {
	const { sentence } = reading;
	if (!isAnchored(reading)) return false;
	const before = text.slice(Math.max(sentence.start, phrase.start - hypotheticalReach), phrase.start);
	if (hypothetical.test(before)) return false;
	if (held.test(before)) return true;
	if (/\b(?:on|with)\s$/.test(before) && phrase.reference === 'indefinite') return false;
	if (happens.test(text.slice(phrase.end, sentence.end)))
		return !/^\s(?:are|is)\s(?:now\s)?(?:held|conducted|staged)\b/.test(text.slice(phrase.end));
	if (phrase.modifiers.some((modifier) => parallel.test(modifier))) return /^\sin\s/.test(text.slice(phrase.end));
	const inProgress = tenseOf(text, sentence) !== 'present' || /\b(?:includes?|features?)\s*$/.test(before);
	return within.test(before) && phrase.reference !== 'bare'
		? acted.test(before) || inProgress
		: within.test(before) && phrase.kind === 'patrol' && inProgress;
}

/** "held regularly", "every year": of a habit, not of one exercise. */
export function isHabit(text: string, { sentence }: SentenceReading): boolean {
	return habitual.test(text.slice(sentence.start, sentence.end));
}

/** A place, a time or a country: without any, nobody could tell which exercise it was. */
function isAnchored({ places, actors, dates, sentence }: SentenceReading): boolean {
	return (
		sentence.kind === 'title' ||
		places.length > 0 ||
		actors.length > 0 ||
		dates.some(({ says }) => !['duration', 'vague', 'undisclosed'].includes(says.kind))
	);
}
