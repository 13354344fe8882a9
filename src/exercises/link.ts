import type { Sentence, Span } from '../corpus/document.js';
import { isContinuation, isEvent, isHabit } from './events.js';
import type { ExercisePhrase } from './exercise-phrases.js';
import type { Place } from './gazetteer.js';
import type { NameMention } from './name-mentions.js';
import { type Pointer, pointersOf } from './pointers.js';
import type { SentenceReading } from './read-sentence.js';
import { type Resolved, segmentsOf, subordinate } from './segments.js';
import {
	type Circumstances,
	editionOf,
	isCompatible,
	isCorroborated,
	learn,
	type Strand,
	seriesKeyOf,
	timesOf,
	yearOf,
	yearsOf,
} from './strands.js';
import { tenseOf } from './tense.js';

/** A stretch of a sentence that speaks of an exercise. */
export interface Link extends Span {
	readonly reading: SentenceReading;
	readonly strand: Strand;
	/** The words that first point at the exercise; null for a sentence that goes on about it without naming it. */
	readonly mention: Span | null;
	/** All words of the stretch that point at it. */
	readonly pointers: readonly Span[];
	/** True when the mention is of the whole series, so that dates and places are not those of an edition. */
	readonly wholeSeries: boolean;
}

interface Focus {
	readonly strands: Strand[];
	/** The exercise that the section is telling of. */
	current: Strand | null;
	/** What the sentence before spoke of. */
	last: Strand | null;
	/** Of the section, where it states one. */
	readonly publishedYear: number | null;
}

const told = new Set(['prose', 'title', 'heading', 'caption']);
const inPassing =
	/^[“"‘]?(?:additionally|in\saddition|moreover|furthermore|besides|separately|meanwhile|previously|notably|similarly|likewise)\b/i;
/** "The exercise was previously known as X": another name of the one in focus. */
const alias =
	/\b(?:exercises?|drills?|it|which|and)\s(?:is\s|was\s|were\s|are\s)?(?:previously|formerly|also|once|earlier|originally)\s(?:known\sas|called|named|dubbed)\s(?:the\s)?[“"‘']?(?:exercise\s)?$/i;
const earlierName = /\b(?:first(?:[-\s]ever)?|previous|earlier|inaugural)\s(?:edition\sof\s)?(?:the\s)?(?:exercise\s)?[“"‘']?$/i;
const earlierEdition = /^(?:previous|last|earlier|past|first)$/;
const alsoNew = /\b(?:also|another|separate(?:ly)?|in\saddition)\b/i;
const backReference =
	/^(?<pronoun>these|they|it|this)\s+(?:(?:will|also|was|were|are|is|to|be|both)\s){0,3}(?:organi[sz]ed|hosted|led|took|take|takes|run|runs|last|lasts|lasted|continue|continues|held|conducted|involved?|involves?|included?|includes?|began|started|end(?:ed)?|aim(?:s|ed)?)\b/i;
/** Reads a section's sentences in order and says which exercise each speaks of. Nothing is linked over a section's border. */
export function linkSection(
	text: string,
	readings: readonly SentenceReading[],
	publishedYear: number | null,
): { strands: Strand[]; links: Link[] } {
	const focus: Focus = { strands: [], current: null, last: null, publishedYear };
	const links: Link[] = [];
	for (const reading of readings) if (told.has(reading.sentence.kind)) links.push(...linkSentence(text, reading, focus));
	return { strands: focus.strands, links };
}

function linkSentence(text: string, reading: SentenceReading, focus: Focus): Link[] {
	const pointers = pointersOf(text, reading);
	if (pointers.length === 0) return continuedLinks(text, reading, focus);
	const said = circumstancesOf(text, reading, pointers[0] ?? reading.sentence);
	const aside = inPassing.test(text.slice(reading.sentence.start, reading.sentence.end));
	const resolved: Resolved[] = [];
	for (const pointer of pointers) {
		const strand = resolve(text, reading, pointer, focus, said, resolved.at(-1)?.strand ?? null, aside);
		if (strand) resolved.push({ pointer, strand });
	}
	if (resolved.length === 0) return continuedLinks(text, reading, focus);
	moveFocus(text, reading.sentence, resolved, focus, aside);
	return segmentsOf(text, reading.sentence, resolved).map(({ pointers: own, ...segment }) => {
		learn(segment.strand, circumstancesOf(text, reading, segment));
		const wholeSeries = own.some(({ name }) => name?.wholeSeries ?? false);
		return { ...segment, reading, mention: own[0] ?? null, pointers: own.flatMap(({ parts }) => parts), wholeSeries };
	});
}

function circumstancesOf(text: string, reading: SentenceReading, span: Span): Circumstances {
	const inside = (mention: Span) => span.start === reading.sentence.start || mention.start >= span.start - 120;
	const places = reading.places.filter((mention) => mention.how === 'name' && inside(mention)).map(({ place }) => place);
	return {
		tense: tenseOf(text, reading.sentence, reading.sentence.kind === 'title' || reading.sentence.kind === 'heading'),
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

function resolve(
	text: string,
	reading: SentenceReading,
	pointer: Pointer,
	focus: Focus,
	said: Circumstances,
	previous: Strand | null,
	aside: boolean,
): Strand | null {
	if (pointer.name) return resolveName(text, reading, pointer, pointer.name, focus, said, aside);
	const { phrase } = pointer;
	if (!phrase) return null;
	const event = isEvent(text, reading, phrase);
	const beside = phrase.modifiers.some((modifier) => /^(?:separate|parallel|simultaneous|concurrent)$/.test(modifier));
	if (isAnaphor(phrase) && !(event && isRestricted(text, reading, phrase))) {
		return phrase.generic ? previous : anaphorOf(phrase, focus, previous);
	}
	if (phrase.reference === 'possessive' && phrase.generic && previous) return previous;
	if (phrase.generic || !event || isHabit(text, reading) || (phrase.reference === 'definite' && !isRestricted(text, reading, phrase)))
		return null;
	return (
		sameEvent(text, reading, phrase, focus, said) ??
		open(focus, { phrase, kind: phrase.kind === 'patrol' ? 'patrol' : 'exercise', aside: beside })
	);
}

function isAnaphor(phrase: ExercisePhrase): boolean {
	return (
		(phrase.reference === 'demonstrative' || phrase.reference === 'definite') &&
		!phrase.modifiers.some((modifier) => modifier === 'first' || modifier === 'last')
	);
}

/** "the recent joint air patrols conducted over the East China Sea" brings its own place and needs none before it. */
function isRestricted(text: string, reading: SentenceReading, phrase: ExercisePhrase): boolean {
	if (phrase.reference !== 'definite') return false;
	return /^\s(?:conducted|held|staged|carried\sout|launched)\b/.test(text.slice(phrase.end, reading.sentence.end));
}

function anaphorOf(phrase: ExercisePhrase, focus: Focus, previous: Strand | null): Strand | null {
	const fits = (strand: Strand | null): strand is Strand =>
		strand !== null && (phrase.kind === 'patrol') === (strand.kind === 'patrol') && strand.kind !== 'operation';
	if (phrase.kind === 'operation')
		return phrase.reference === 'demonstrative' ? focus.last : (focus.strands.findLast(({ kind }) => kind === 'operation') ?? null);
	if (fits(previous)) return previous;
	if (fits(focus.current)) return focus.current;
	const known = focus.strands.filter((strand) => fits(strand) && !strand.aside);
	return known.at(-1) ?? focus.strands.findLast(fits) ?? null;
}

function resolveName(
	text: string,
	reading: SentenceReading,
	pointer: Pointer,
	name: NameMention,
	focus: Focus,
	said: Circumstances,
	aside: boolean,
): Strand {
	const subordinated = subordinate.test(text.slice(reading.sentence.start, pointer.start));
	const inPassingBy = aside || subordinated;
	const strand =
		known(text, reading, pointer, name, focus, said, inPassingBy) ??
		(inPassingBy ? null : adoptable(pointer, focus, said)) ??
		open(focus, { phrase: null, kind: name.kind === 'competition' ? 'exercise' : name.kind, aside: false });
	strand.seriesKey ??= seriesKeyOf(name);
	strand.names.push(name);
	if (inPassingBy) strand.aside ||= strand.names.length === 1 && strand.phrase === null;
	else strand.aside = false;
	return strand;
}

/** The exercise of that name that was told of before: the same edition, or one whose year was not said yet. */
function known(
	text: string,
	reading: SentenceReading,
	pointer: Pointer,
	name: NameMention,
	focus: Focus,
	said: Circumstances,
	inPassingBy: boolean,
): Strand | null {
	const translated =
		name.sameAs === null ? undefined : focus.strands.find((strand) => strand.names.some(({ start }) => start === name.sameAs));
	if (translated) return translated;
	if (focus.current && alias.test(text.slice(reading.sentence.start, name.start))) return focus.current;
	if (name.year === null && earlierName.test(text.slice(reading.sentence.start, name.start))) return null;
	const relatives = focus.strands.filter((strand) => strand.seriesKey === seriesKeyOf(name) && isSameEdition(strand, name));
	if (name.year === null) return relatives.find((strand) => strand === focus.current) ?? relatives[0] ?? null;
	const same = relatives.find((strand) => yearOf(strand) === name.year);
	if (same || inPassingBy || pointer.phrase?.modifiers.some((modifier) => earlierEdition.test(modifier))) return same ?? null;
	return relatives.find((strand) => yearOf(strand) === null && isCompatible(strand, said)) ?? null;
}

function isSameEdition(strand: Strand, name: NameMention): boolean {
	const edition = editionOf(strand);
	return edition === null || name.edition === null || edition === name.edition;
}

/** An exercise told of without a name, which this name is of: "… joint drills in the Sea of Japan. The “X-2023” exercise …". */
function adoptable(pointer: Pointer, focus: Focus, said: Circumstances): Strand | null {
	const strand = focus.current;
	if (!strand || strand.seriesKey !== null || pointer.name?.kind === 'operation') return null;
	if (strand.kind === 'patrol' && pointer.name?.kind !== 'patrol' && pointer.phrase?.kind !== 'patrol') return null;
	const past = focus.publishedYear !== null && (pointer.name?.year ?? focus.publishedYear) < focus.publishedYear;
	if (past && strand.years.length === 0) return null;
	if (pointer.phrase && isAnaphor(pointer.phrase)) return strand;
	return isCompatible(strand, said) ? strand : null;
}

/** A new mention may tell again of an exercise already told of. */
function sameEvent(text: string, reading: SentenceReading, phrase: ExercisePhrase, focus: Focus, said: Circumstances): Strand | null {
	if (alsoNew.test(text.slice(Math.max(reading.sentence.start, phrase.start - 60), phrase.start)) && focus.current?.kind !== 'patrol')
		return null;
	if (phrase.modifiers.some((modifier) => /^(?:another|separate|parallel|simultaneous|concurrent)$/.test(modifier))) return null;
	const kind = phrase.kind === 'patrol' ? 'patrol' : 'exercise';
	return (
		focus.strands.findLast((strand) => {
			if (strand.kind !== kind || strand.aside || !isCompatible(strand, said)) return false;
			return strand.seriesKey === null || isCorroborated(strand, said) || (strand === focus.current && !strand.inProse);
		}) ?? null
	);
}

function open(focus: Focus, { phrase, kind, aside }: Pick<Strand, 'phrase' | 'kind' | 'aside'>): Strand {
	const strand: Strand = { seriesKey: null, names: [], phrase, kind, tense: null, places: [], times: [], years: [], inProse: false, aside };
	focus.strands.push(strand);
	return strand;
}

function moveFocus(text: string, sentence: Sentence, resolved: readonly Resolved[], focus: Focus, aside: boolean): void {
	const main = resolved.find(({ pointer }) => !subordinate.test(text.slice(sentence.start, pointer.start)));
	focus.last = (main ?? resolved.at(-1))?.strand ?? null;
	if (!main) {
		focus.current ??= resolved[0]?.strand ?? null;
		return;
	}
	if (focus.current && (main.strand.kind === 'operation' || main.strand.aside)) return;
	if (focus.current === null || !(aside || alsoNew.test(text.slice(sentence.start, main.pointer.start)))) focus.current = main.strand;
}

/** A sentence that goes on about the exercise in focus without a word for it, or with a pronoun alone. */
function continuedLinks(text: string, reading: SentenceReading, focus: Focus): Link[] {
	const { kind, start, end } = reading.sentence;
	const pronoun = backReference.exec(text.slice(start, end))?.groups?.['pronoun'];
	const strand = kind === 'caption' || kind === 'heading' ? null : continued(text, reading, focus, pronoun !== undefined);
	focus.last = strand;
	if (!strand) return [];
	const mention = pronoun ? { start, end: start + pronoun.length } : null;
	return [{ start, end, reading, strand, mention, pointers: mention ? [mention] : [], wholeSeries: false }];
}

function continued(text: string, reading: SentenceReading, focus: Focus, pronoun: boolean): Strand | null {
	const strand = focus.last ?? focus.current;
	if (!strand) return null;
	if (focus.last && pronoun) return focus.last;
	const only = focus.strands.filter((other) => !other.aside && other.kind !== 'operation').length === 1;
	return isContinuation(text, reading, focus.last !== null, only) ? strand : null;
}
