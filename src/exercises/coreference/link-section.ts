import type { Sentence } from '../../corpus/document.js';
import { matchesOf } from '../../text/matches.js';
import type { Span } from '../../text/span.js';
import { type Fields, noFields } from '../layout/tables.js';
import { exerciseMentionsOf } from '../sentences/exercise-mentions.js';
import type { SentenceReading } from '../sentences/sentence-reading.js';
import { type Continuation, continuationOf } from './continuation.js';
import { ofItsEdition } from './editions.js';
import { FieldLinks } from './field-links.js';
import { alsoNew, type Focus } from './focus.js';
import type { Link } from './link.js';
import { circumstancesOf, isOfEarlierYear, learn, type Referent, yearOf } from './referents.js';
import { referentOf } from './resolve-mention.js';
import { type Resolved, segmentsOf, subordinate } from './segments.js';

const told = new Set(['prose', 'title', 'heading', 'caption']);
const inPassing =
	/^[“"‘]?(?:additionally|in\saddition|moreover|furthermore|besides|separately|meanwhile|previously|notably|similarly|likewise)\b/i;
const backReference =
	/^(?:\p{Lu}\p{Ll}+(?:ed|ld|un|n)\s(?:jointly\s)?(?:by|in|at|on|from|since|under|for|as|every)\s[^,;.]{3,80},\s)?(?<pronoun>these|they|it|this(?:\syear['’]s)?)\s+(?:(?:will|also|was|were|are|is|to|be|both|has|have|been|then|later|eventually|finally|did|not|never|may|might)\s){0,4}(?:organi[sz]ed|hosted|led|cancell?ed|called\soff|postponed|put\soff|delayed|rescheduled|scrapped|shelved|go|went|took|take|takes|run|runs|ran|last|lasts|lasted|continue|continues|held|conducted|involved?|involves?|included?|includes?|began|begins?|starte?d?|starts|opens?|opened|closes?|closed|concludes?|concluded|kick(?:s|ed)?\soff|wrap(?:s|ped)?\sup|got\sunder\s?way|gathers?|gathered|brings?|brought|features?|featured|end(?:s|ed)?|aim(?:s|ed)?)\b/iu;

/** "It is led by the Navy, while its sister exercise, X, …": of the exercise that the sentence before spoke of. */
const itself =
	/^(?<pronoun>it)\s(?:(?:(?:is|was)|(?:will|is\sto|was\sto|has|had)\s(?:also\s)?be(?:en)?)\s(?:also\s|now\s)?(?:organi[sz]ed|hosted|led|held|conducted|directed|planned|run|staged)|(?:will\s|also\s){0,2}(?:takes?\splace|took\splace|lasts?|lasted|runs?\s(?:from|until|through)|ran\s(?:from|until|through)|begins?|began|ends|ended|builds?\son|built\son|follows?|followed|precedes?|preceded))\b/i;

/**
 * "The Harbour Phase, from 7 to 9 February, …", "The closing parade will be …": a part of the exercise that the section
 * tells of.
 */
const phase =
	/^(?:(?:the|its)\s(?:[\w.-]+\s){0,3}?(?:phase|stage|portion|leg|closing\s(?:ceremony|parade|day)|opening\s(?:ceremony|day)|final\sday|biennial)|(?:live[-\s]fire|long-range|(?:live|missile|gunnery))[\s-](?:[\w-]+\s){0,2}?(?:shooting|firings?|landings?|drills?))\b/i;

/**
 * Reads a section's sentences in order and says which exercise each speaks of. Nothing is linked over a section's
 * border.
 */
export function linkSection(
	text: string,
	readings: readonly SentenceReading[],
	publishedYear: number | null,
	fields: Fields = noFields,
): { referents: Referent[]; links: Link[] } {
	const focus: Focus = {
		referents: [],
		editions: [],
		subject: null,
		current: null,
		last: null,
		since: 0,
		publishedYear,
	};
	const links: Link[] = [];
	const tables = new FieldLinks(text, fields);
	const lead: SentenceReading[] = [];
	let paragraph = 0;
	for (const reading of readings) {
		if (!told.has(reading.sentence.kind) || isQuestion(text, reading)) continue;
		if (reading.sentence.paragraph !== paragraph) returnToSubject(focus, reading, readings);
		paragraph = reading.sentence.paragraph;
		const found = tables.linksOf(reading, focus) ?? linkSentence(text, reading, focus);
		focus.since = found.some(({ loose }) => !loose) ? 0 : focus.since + 1;
		if (focus.referents.length === 0) lead.push(reading);
		else if (lead.length > 0) links.push(...leadLinks(text, lead.splice(0), focus, tables));
		links.push(...found);
	}
	return { referents: [...focus.referents, ...focus.editions], links };
}

/** News may begin with who does what and name the exercise only then; a lead is no longer than this, in sentences. */
const longestLead = 6;

/** What the sentences before the first word for an exercise tell of it. */
function leadLinks(
	text: string,
	readings: readonly SentenceReading[],
	{ referents: [referent], publishedYear }: Focus,
	tables: FieldLinks,
): Link[] {
	if (!referent || referent.aside || referent.kind === 'operation' || readings.length > longestLead) return [];
	return readings.flatMap((reading) => {
		const focus: Focus = {
			referents: [referent],
			editions: [],
			subject: null,
			current: referent,
			last: referent,
			since: 0,
			publishedYear,
		};
		const inField = tables.linksOf(reading, focus);
		if (inField) return inField;
		const ahead = exerciseMentionsOf(text, reading).filter(
			({ phrase }) => phrase && phrase.kind === 'exercise' && phrase.reference === 'indefinite' && !phrase.generic,
		);
		const [mention, another] = ahead;
		if (!mention || another) return continuedLinks(text, reading, focus);
		const clause = clauseAround(text, reading.sentence, mention);
		return linksOf(text, reading, focus, [{ mention, referent }]).map((link) => ({ ...link, ...clause }));
	});
}

/** "A patrol was held near X, as Y pressed ahead with a drill": each clause of a lead may tell of another thing. */
function clauseAround(text: string, sentence: Span, mention: Span): Span {
	const cuts = matchesOf(
		text.slice(sentence.start, sentence.end),
		/,\s(?=(?:as|while|when|after|amid|even\sas)\s)/g,
	).map(({ index }) => sentence.start + index);
	return {
		start: cuts.findLast((cut) => cut < mention.start) ?? sentence.start,
		end: cuts.find((cut) => cut >= mention.end) ?? sentence.end,
	};
}

/**
 * A paragraph that begins after what was told of another exercise in one paragraph is of the headline's own exercise
 * again.
 */
function returnToSubject(focus: Focus, { sentence }: SentenceReading, readings: readonly SentenceReading[]): void {
	const { subject, current } = focus;
	if (!subject || !current || current === subject || new Set(current.paragraphs).size > 1) return;
	const [own = 0] = current.paragraphs;
	const between = readings.filter((other) => other.sentence.paragraph >= own && other.sentence.start < sentence.start);
	if (between.length < 2) return;
	focus.current = subject;
	focus.last = null;
	focus.since = 0;
}

/** "Will there be another in 2027?" tells nothing. */
const isQuestion = (text: string, { sentence }: SentenceReading): boolean =>
	sentence.kind === 'prose' && text.charAt(sentence.end - 1) === '?';

function linkSentence(text: string, reading: SentenceReading, focus: Focus): Link[] {
	const mentions = exerciseMentionsOf(text, reading);
	if (mentions.length === 0) return continuedLinks(text, reading, focus);
	const said = circumstancesOf(text, reading, mentions[0] ?? reading.sentence);
	const pronoun = itself.exec(text.slice(reading.sentence.start, mentions[0]?.start))?.groups?.['pronoun'];
	const aside = inPassing.test(text.slice(reading.sentence.start, reading.sentence.end));
	const resolved: Resolved[] = [];
	if (pronoun && focus.last) {
		const span = { start: reading.sentence.start, end: reading.sentence.start + pronoun.length };
		resolved.push({ mention: { ...span, name: null, phrase: null, parts: [span] }, referent: focus.last });
	}
	for (const mention of mentions) {
		const referent = referentOf({ text, reading, said, aside }, mention, focus, resolved.at(-1)?.referent ?? null);
		if (referent) resolved.push({ mention, referent });
	}
	if (resolved.length === 0) return continuedLinks(text, reading, focus);
	moveFocus(text, reading.sentence, resolved, focus, aside);
	return linksOf(text, reading, focus, resolved);
}

function linksOf(text: string, reading: SentenceReading, focus: Focus, resolved: readonly Resolved[]): Link[] {
	const { kind, paragraph } = reading.sentence;
	return segmentsOf(text, reading.sentence, resolved).map(({ mentions: own, ...segment }) => {
		const wholeSeries = own.some(({ name }) => name?.wholeSeries ?? false);
		const mentions = own.flatMap(({ parts }) => parts);
		const told = { ...segment, reading, mention: own[0] ?? null, mentions, wholeSeries, loose: false };
		const link = ofItsEdition(text, told, focus);
		learn(link.referent, circumstancesOf(text, reading, segment));
		if (kind === 'title') focus.subject ??= link.referent;
		else if (kind === 'prose') link.referent.paragraphs.push(paragraph);
		return link;
	});
}

function moveFocus(
	text: string,
	sentence: Sentence,
	resolved: readonly Resolved[],
	focus: Focus,
	aside: boolean,
): void {
	const main = resolved.find(({ mention }) => !subordinate.test(text.slice(sentence.start, mention.start)));
	if (!main) {
		focus.current ??= resolved[0]?.referent ?? null;
		focus.last ??= focus.current;
		return;
	}
	focus.last = main.referent;
	if (focus.current && (main.referent.kind === 'operation' || main.referent.aside || isBygone(main.referent, focus)))
		return;
	if (focus.current === null || !(aside || alsoNew.test(text.slice(sentence.start, main.mention.start))))
		focus.current = main.referent;
}

/** A sentence that goes on about the exercise in focus without a word for it, or with a pronoun alone. */
function continuedLinks(text: string, reading: SentenceReading, focus: Focus): Link[] {
	const { kind, start, end } = reading.sentence;
	const slice = text.slice(start, end);
	const part = phase.exec(slice)?.[0];
	const back = part === undefined ? backReference.exec(slice) : null;
	const pronoun = part ?? back?.groups?.['pronoun'];
	const told = kind === 'caption' || kind === 'heading';
	const referent = told ? null : part ? (focus.last ?? focus.current) : goneOnAbout(focus, pronoun !== undefined);
	const how = referent && (part || (pronoun && focus.last) ? 'told' : howContinued(text, reading, focus, referent));
	if (how !== 'loose') focus.last = how ? referent : null;
	if (!referent || !how) return [];
	const at = start + (back?.[0].indexOf(pronoun ?? '') ?? 0);
	const mention = pronoun ? { start: at, end: at + pronoun.length } : null;
	const mentions = mention ? [mention] : [];
	const link = { start, end, reading, referent, mention, mentions, wholeSeries: false, loose: how === 'loose' };
	return [ofItsEdition(text, link, focus)];
}

/** An exercise of a year before the article's, in an article that tells of one of its own year. */
function isBygone(referent: Referent, { publishedYear, current }: Focus): boolean {
	if (current === null || referent === current || !isOfEarlierYear(referent, publishedYear)) return false;
	return !isOfEarlierYear(current, publishedYear);
}

/** Named once and of another year, or of none: the section is not about it. */
function isNamedOnce(referent: Referent, { publishedYear, current }: Focus): boolean {
	return (
		referent !== current &&
		referent.names.length === 1 &&
		referent.phrase === null &&
		yearOf(referent) !== publishedYear
	);
}

/** An event of its own beside an exercise: "a routine patrol", but no patrol ship. */
const patrol = /\b(?:an?|the)\s(?:[\w-]+\s){0,4}patrol\b(?!\s(?:ship|vessel|boat|aircraft|squadron|plane|craft))/i;
/** So many sentences on, ships and soldiers are still those of the exercise. */
const nearby = 3;

/** What a sentence without a word for an exercise would be about. */
function goneOnAbout(focus: Focus, pronoun: boolean): Referent | null {
	return focus.last && (pronoun || !isBygone(focus.last, focus)) ? focus.last : focus.current;
}

function howContinued(text: string, reading: SentenceReading, focus: Focus, referent: Referent): Continuation | null {
	const { start, end, paragraph } = reading.sentence;
	if (referent.kind !== 'patrol' && patrol.test(text.slice(start, end))) return null;
	// What has no name and is not what the article begins with is told of in its own paragraph.
	const begins = referent === focus.subject || referent === focus.referents[0];
	if (!begins && referent.names.length === 0 && referent.paragraphs.at(-1) !== paragraph) return null;
	const only = focus.referents.every(
		(other) => other === referent || other.aside || other.kind === 'operation' || isNamedOnce(other, focus),
	);
	return continuationOf(text, reading, { next: focus.last === referent, near: focus.since < nearby, only });
}
