import type { Span } from '../corpus/document.js';
import type { ExercisePhrase } from './exercise-phrases.js';
import type { SentenceReading } from './read-sentence.js';
import { tenseOf } from './tense.js';
import { verbPattern } from './verbs.js';

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

/** Whether the sentence says that this exercise was, is or will be held; a passing remark about exercises is no event. */
export function isEvent(text: string, reading: SentenceReading, phrase: ExercisePhrase): boolean {
	const { sentence } = reading;
	if (!isAnchored(reading)) return false;
	const before = text.slice(Math.max(sentence.start, phrase.start - hypotheticalReach), phrase.start);
	if (hypothetical.test(before)) return false;
	if (held.test(before)) return true;
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
		dates.some(({ says }) => says.kind !== 'duration' && says.kind !== 'vague')
	);
}

const sent =
	/^(?:\s(?:will|also|has|have|had|is|are|to|plans?|set|expected|both|jointly|soon|already|recently))*\s(?:send|sends|sent|deploy|deploys|deployed|mobili[sz]ed?|contribut\w+|dispatch(?:es|ed)?|field(?:s|ed)?|commit(?:s|ted)?|provid(?:es?|ed))\b/i;
const did = new RegExp(
	`^(?:\\s(?:(?:of|from)\\s[^.;]{3,160}?|will|also|then|has|have|had|been|is|are|was|were|be|to|both|jointly|later|only|not|the|among|those|due|set|expected|scheduled|slated))*\\s${verbPattern('act')}\\b`,
	'i',
);
const focusOn =
	/^(?:the|their|its)\s(?:\w+\s){0,2}(?:focus|thrust|emphasis|phase|stage|scenario|opening\sceremony|manoeuvres|maneuvers)\b/i;
const tookPart = /\b(?:participated|participating|participates|(?:takes?|took|taking|taken)\spart)\b/i;
const takers =
	/\bparticipating\s(?:nations|countries|forces|navies|militaries|states)\b|\bparticipants\s(?:are|include|come|were)\b|\bas\s(?:an\s)?observers?\b/i;

/**
 * Whether a sentence without any word for an exercise goes on about the one before it: its forces do something.
 * @param next the sentence before spoke of the exercise
 * @param only the section speaks of one exercise alone, so that who sends what may stand further off
 */
export function isContinuation(text: string, reading: SentenceReading, next: boolean, only: boolean): boolean {
	const { sentence } = reading;
	const slice = text.slice(sentence.start, sentence.end);
	if (focusOn.test(slice)) return next;
	if (takers.test(slice)) return next || only;
	if (!acted.test(slice)) return false;
	if (next && tookPart.test(slice)) return true;
	const subject = subjectOf(text, reading);
	if (!subject) return false;
	const rest = text.slice(subject.end, sentence.end);
	if (only && sent.test(rest)) return true;
	return next && did.test(rest) && (tenseOf(text, sentence) !== 'present' || /\b(?:is|are)\s(?:\w+\s){0,2}\w+ing\b/.test(rest));
}

const introduction =
	/^[“"‘'’”\s]*(?:This\s(?:year|time)\s|(?:On|In|At|Over|During|Earlier|Later|Last|Meanwhile|Then|This|For)\b[^,]{0,60},\s)?(?:(?:the|an?|both|some|about|more\sthan|over|its)\s)*$/i;

/** The force or the countries that a sentence begins with. */
function subjectOf(text: string, { sentence, places, actors, forces }: SentenceReading): Span | undefined {
	const starts = [...forces, ...actors, ...places.filter(({ place }) => place.kind === 'country')];
	const first = starts
		.filter(({ start }) => introduction.test(text.slice(sentence.start, start)))
		.toSorted((a, b) => a.start - b.start || b.end - a.end)[0];
	if (!first) return undefined;
	let { end } = first;
	for (const other of starts.toSorted((a, b) => a.start - b.start)) {
		if (other.start >= end && /^(?:,|\s|and|\([^)]*\)|the)*$/.test(text.slice(end, other.start))) end = other.end;
	}
	const side = /^\s(?:side|navy|army|military|contingent)\b/.exec(text.slice(end, sentence.end));
	end += side?.[0].length ?? 0;
	const bracket = /^\s\([^)]*\)/.exec(text.slice(end, sentence.end));
	return { start: first.start, end: end + (bracket?.[0].length ?? 0) };
}
