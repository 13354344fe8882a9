import type { Sentence } from '../../corpus/document.js';
import { matchesOf } from '../../text/matches.js';
import type { Span } from '../../text/span.js';
import { type Fields, noFields } from '../layout/tables.js';
import { pointersOf } from '../sentences/exercise-mentions.js';
import type { SentenceReading } from '../sentences/sentence-reading.js';
import { type Continuation, continuationOf } from './continuation.js';
import { FieldLinks } from './field-links.js';
import type { Link } from './link.js';
import { circumstancesOf, isOfEarlierYear, learn, type Strand, yearOf } from './referents.js';
import { alsoNew, type Focus, strandOf } from './resolve-mention.js';
import { type Resolved, segmentsOf, subordinate } from './segments.js';

const told = new Set(['prose', 'title', 'heading', 'caption']);
const inPassing =
	/^[“"‘]?(?:additionally|in\saddition|moreover|furthermore|besides|separately|meanwhile|previously|notably|similarly|likewise)\b/i;
const backReference =
	/^(?:\p{Lu}\p{Ll}+(?:ed|ld|un|n)\s(?:jointly\s)?(?:by|in|at|on|from|since|under|for|as|every)\s[^,;.]{3,80},\s)?(?<pronoun>these|they|it|this(?:\syear['’]s)?)\s+(?:(?:will|also|was|were|are|is|to|be|both|has|have|been|then|later|eventually|finally|did|not|never|may|might)\s){0,4}(?:organi[sz]ed|hosted|led|cancell?ed|called\soff|postponed|put\soff|delayed|rescheduled|scrapped|shelved|go|went|took|take|takes|run|runs|ran|last|lasts|lasted|continue|continues|held|conducted|involved?|involves?|included?|includes?|began|begins?|starte?d?|starts|opens?|opened|closes?|closed|concludes?|concluded|kick(?:s|ed)?\soff|wrap(?:s|ped)?\sup|got\sunder\s?way|gathers?|gathered|brings?|brought|features?|featured|end(?:s|ed)?|aim(?:s|ed)?)\b/iu;

/** "It is led by the Navy, while its sister exercise, X, …": of the exercise that the sentence before spoke of. */
const itself =
	/^(?<pronoun>it)\s(?:(?:(?:is|was)|(?:will|is\sto|was\sto|has|had)\s(?:also\s)?be(?:en)?)\s(?:also\s|now\s)?(?:organi[sz]ed|hosted|led|held|conducted|directed|planned|run|staged)|(?:will\s|also\s){0,2}(?:takes?\splace|took\splace|lasts?|lasted|runs?\s(?:from|until|through)|ran\s(?:from|until|through)|begins?|began|ends|ended|builds?\son|built\son|follows?|followed|precedes?|preceded))\b/i;

/** "The Harbour Phase, from 7 to 9 February, …", "The closing parade will be …": a part of the exercise that the section tells of. */
const phase =
	/^(?:(?:the|its)\s(?:[\w.-]+\s){0,3}?(?:phase|stage|portion|leg|closing\s(?:ceremony|parade|day)|opening\s(?:ceremony|day)|final\sday|biennial)|(?:live[-\s]fire|long-range|(?:live|missile|gunnery))[\s-](?:[\w-]+\s){0,2}?(?:shooting|firings?|landings?|drills?))\b/i;

/** Reads a section's sentences in order and says which exercise each speaks of. Nothing is linked over a section's border. */
export function linkSection(
	text: string,
	readings: readonly SentenceReading[],
	publishedYear: number | null,
	fields: Fields = noFields,
): { strands: Strand[]; links: Link[] } {
	const focus: Focus = { strands: [], subject: null, current: null, last: null, since: 0, publishedYear };
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
		if (focus.strands.length === 0) lead.push(reading);
		else if (lead.length > 0) links.push(...leadLinks(text, lead.splice(0), focus, tables));
		links.push(...found);
	}
	return { strands: focus.strands, links };
}

/** News may begin with who does what and name the exercise only then; a lead is no longer than this, in sentences. */
const longestLead = 6;

/** What the sentences before the first word for an exercise tell of it. */
function leadLinks(
	text: string,
	readings: readonly SentenceReading[],
	{ strands: [strand], publishedYear }: Focus,
	tables: FieldLinks,
): Link[] {
	if (!strand || strand.aside || strand.kind === 'operation' || readings.length > longestLead) return [];
	return readings.flatMap((reading) => {
		const focus: Focus = { strands: [strand], subject: null, current: strand, last: strand, since: 0, publishedYear };
		const inField = tables.linksOf(reading, focus);
		if (inField) return inField;
		const ahead = pointersOf(text, reading).filter(
			({ phrase }) => phrase && phrase.kind === 'exercise' && phrase.reference === 'indefinite' && !phrase.generic,
		);
		const [pointer, another] = ahead;
		if (!pointer || another) return continuedLinks(text, reading, focus);
		const clause = clauseAround(text, reading.sentence, pointer);
		return linksOf(text, reading, focus, [{ pointer, strand }]).map((link) => ({ ...link, ...clause }));
	});
}

/** "A patrol was held near X, as Y pressed ahead with a drill": each clause of a lead may tell of another thing. */
function clauseAround(text: string, sentence: Span, pointer: Span): Span {
	const cuts = matchesOf(text.slice(sentence.start, sentence.end), /,\s(?=(?:as|while|when|after|amid|even\sas)\s)/g).map(
		({ index }) => sentence.start + index,
	);
	return {
		start: cuts.findLast((cut) => cut < pointer.start) ?? sentence.start,
		end: cuts.find((cut) => cut >= pointer.end) ?? sentence.end,
	};
}

/** A paragraph that begins after what was told of another exercise in one paragraph is of the headline's own exercise again. */
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
	const pointers = pointersOf(text, reading);
	if (pointers.length === 0) return continuedLinks(text, reading, focus);
	const said = circumstancesOf(text, reading, pointers[0] ?? reading.sentence);
	const pronoun = itself.exec(text.slice(reading.sentence.start, pointers[0]?.start))?.groups?.['pronoun'];
	const aside = inPassing.test(text.slice(reading.sentence.start, reading.sentence.end));
	const resolved: Resolved[] = [];
	if (pronoun && focus.last) {
		const span = { start: reading.sentence.start, end: reading.sentence.start + pronoun.length };
		resolved.push({ pointer: { ...span, name: null, phrase: null, parts: [span] }, strand: focus.last });
	}
	for (const pointer of pointers) {
		const strand = strandOf({ text, reading, said, aside }, pointer, focus, resolved.at(-1)?.strand ?? null);
		if (strand) resolved.push({ pointer, strand });
	}
	if (resolved.length === 0) return continuedLinks(text, reading, focus);
	moveFocus(text, reading.sentence, resolved, focus, aside);
	return linksOf(text, reading, focus, resolved);
}

function linksOf(text: string, reading: SentenceReading, focus: Focus, resolved: readonly Resolved[]): Link[] {
	const { kind, paragraph } = reading.sentence;
	return segmentsOf(text, reading.sentence, resolved).map(({ pointers: own, ...segment }) => {
		learn(segment.strand, circumstancesOf(text, reading, segment));
		if (kind === 'title') focus.subject ??= segment.strand;
		else if (kind === 'prose') segment.strand.paragraphs.push(paragraph);
		const wholeSeries = own.some(({ name }) => name?.wholeSeries ?? false);
		return { ...segment, reading, mention: own[0] ?? null, pointers: own.flatMap(({ parts }) => parts), wholeSeries, loose: false };
	});
}

function moveFocus(text: string, sentence: Sentence, resolved: readonly Resolved[], focus: Focus, aside: boolean): void {
	const main = resolved.find(({ pointer }) => !subordinate.test(text.slice(sentence.start, pointer.start)));
	if (!main) {
		focus.current ??= resolved[0]?.strand ?? null;
		focus.last ??= focus.current;
		return;
	}
	focus.last = main.strand;
	if (focus.current && (main.strand.kind === 'operation' || main.strand.aside || isBygone(main.strand, focus))) return;
	if (focus.current === null || !(aside || alsoNew.test(text.slice(sentence.start, main.pointer.start)))) focus.current = main.strand;
}

/** A sentence that goes on about the exercise in focus without a word for it, or with a pronoun alone. */
function continuedLinks(text: string, reading: SentenceReading, focus: Focus): Link[] {
	const { kind, start, end } = reading.sentence;
	const slice = text.slice(start, end);
	const part = phase.exec(slice)?.[0];
	const back = part === undefined ? backReference.exec(slice) : null;
	const pronoun = part ?? back?.groups?.['pronoun'];
	const told = kind === 'caption' || kind === 'heading';
	const strand = told ? null : part ? (focus.last ?? focus.current) : goneOnAbout(focus, pronoun !== undefined);
	const how = strand && (part || (pronoun && focus.last) ? 'told' : howContinued(text, reading, focus, strand));
	if (how !== 'loose') focus.last = how ? strand : null;
	if (!strand || !how) return [];
	const at = start + (back?.[0].indexOf(pronoun ?? '') ?? 0);
	const mention = pronoun ? { start: at, end: at + pronoun.length } : null;
	const pointers = mention ? [mention] : [];
	return [{ start, end, reading, strand, mention, pointers, wholeSeries: false, loose: how === 'loose' }];
}

/** An exercise of a year before the article's, in an article that tells of one of its own year. */
function isBygone(strand: Strand, { publishedYear, current }: Focus): boolean {
	if (current === null || strand === current || !isOfEarlierYear(strand, publishedYear)) return false;
	return !isOfEarlierYear(current, publishedYear);
}

/** Named once and of another year, or of none: the section is not about it. */
function isNamedOnce(strand: Strand, { publishedYear, current }: Focus): boolean {
	return strand !== current && strand.names.length === 1 && strand.phrase === null && yearOf(strand) !== publishedYear;
}

/** An event of its own beside an exercise: "a routine patrol", but no patrol ship. */
const patrol = /\b(?:an?|the)\s(?:[\w-]+\s){0,4}patrol\b(?!\s(?:ship|vessel|boat|aircraft|squadron|plane|craft))/i;
/** So many sentences on, ships and soldiers are still those of the exercise. */
const nearby = 3;

/** What a sentence without a word for an exercise would be about. */
function goneOnAbout(focus: Focus, pronoun: boolean): Strand | null {
	return focus.last && (pronoun || !isBygone(focus.last, focus)) ? focus.last : focus.current;
}

function howContinued(text: string, reading: SentenceReading, focus: Focus, strand: Strand): Continuation | null {
	const { start, end, paragraph } = reading.sentence;
	if (strand.kind !== 'patrol' && patrol.test(text.slice(start, end))) return null;
	// What has no name and is not what the article begins with is told of in its own paragraph.
	const begins = strand === focus.subject || strand === focus.strands[0];
	if (!begins && strand.names.length === 0 && strand.paragraphs.at(-1) !== paragraph) return null;
	const only = focus.strands.every((other) => other === strand || other.aside || other.kind === 'operation' || isNamedOnce(other, focus));
	return continuationOf(text, reading, { next: focus.last === strand, near: focus.since < nearby, only });
}
