import type { Span } from '../corpus/document.js';
import type { SentenceReading } from './read-sentence.js';
import { tenseOf } from './tense.js';
import { verbPattern } from './verbs.js';

const acted = new RegExp(`\\b${verbPattern('act', 'hold')}\\b`, 'i');
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
