import { sectionAt } from '../corpus/document.js';
import { contains, gazetteer, type Place } from '../gazetteer/gazetteer.js';
import { termOf } from '../text/analyse.js';
import type { Span } from '../text/span.js';
import { slips } from '../text/spelling.js';
import { ordinal } from '../values/number-words.js';
import { expansionsOf } from './abbreviations.js';
import { editionShare, lastNamed, lineOf, mainExercise, type NamedExercise } from './exercise-focus.js';
import { paraphrasesOf } from './paraphrases.js';
import type { Unit } from './question.js';
import type { SentenceView } from './sentence-view.js';
import { matches, printedAt } from './spans.js';
import { tuning } from './tuning.js';

/** How far a sentence speaks of a unit, 0 to 1, and the words that do. */
export interface UnitMatch {
	readonly share: number;
	readonly spans: readonly Span[];
}

const noMatch: UnitMatch = { share: 0, spans: [] };
const { match: shares } = tuning;

const known = new WeakMap<Unit, Map<SentenceView, UnitMatch>>();

/** How far the sentence itself speaks of a unit of the question. Asked often of the same two, so kept as long as the unit. */
export function matchUnit(unit: Unit, view: SentenceView): UnitMatch {
	const matches = known.get(unit) ?? new Map<SentenceView, UnitMatch>();
	known.set(unit, matches);
	const already = matches.get(view);
	if (already) return already;
	const match = readMatch(unit, view);
	matches.set(view, match);
	return match;
}

function readMatch(unit: Unit, view: SentenceView): UnitMatch {
	switch (unit.kind) {
		case 'country':
			// "Korea" alone does not make a North Korean minister a South Korean one.
			return unit.terms.length === 1 ? best(matchCountry(unit, view), matchTerms(unit, view)) : matchCountry(unit, view);
		case 'place':
			return best(matchPlace(unit, view), matchPhrase(unit, view));
		case 'actor':
			return best(matchActor(unit, view), matchTerms(unit, view));
		case 'exercise':
			return matchExercise(unit, view);
		case 'ordinal':
			return matchOrdinal(unit, view);
		case 'date':
			return matchDate(unit, view);
		case 'phrase':
		case 'name':
			return matchName(unit, view);
		default:
			return matchTerms(unit, view);
	}
}

function best(one: UnitMatch, other: UnitMatch): UnitMatch {
	return one.share >= other.share ? one : other;
}

function matchExercise(unit: Unit, view: SentenceView): UnitMatch {
	const { exercise } = unit;
	if (!exercise) return noMatch;
	const printed = matchPhrase(unit, view);
	if (printed.share === 1) return printed;
	let share = 0;
	const spans: Span[] = [];
	for (const name of view.names) {
		const edition = editionShare(exercise, name, view.document);
		if (edition > 0) spans.push(name);
		share = Math.max(share, edition * (name.key === exercise.key ? 1 : shares.otherName));
	}
	if (share === 0 && exercise.year !== null && isEditionByYear(exercise, view)) return { share: shares.editionByYear, spans: [] };
	return { share, spans };
}

const editionNouns = '(?:edition|iteration|version|event|exercise|drill|war game|game|man(?:o|oe)uvre|maneuver)s?';

const anyEdition = new RegExp(`\\b(?:19|20)\\d\\d\\s${editionNouns}|${editionNouns}\\s(?:of|in)\\s(?:19|20)\\d\\d\\b`, 'gi');

/** The editions that a sentence tells of by their year, as printed. */
function editionsIn(view: SentenceView): string[] {
	return view.years.length > 0 ? matches(view, anyEdition).map((span) => printedAt(view, span)) : [];
}

/** "The 2020 edition was cancelled" in an article that speaks of the exercise, where the sentence names no other. */
function isEditionByYear({ line, year }: NamedExercise, view: SentenceView): boolean {
	if (view.names.length > 0 || !editionsIn(view).some((told) => told.includes(String(year)))) return false;
	const last = lastNamed(view.document, view);
	return last !== undefined && lineOf(last) === line;
}

/** "The 2021 edition" is no sentence on that of 2023. */
function isOtherEdition({ exercise }: Unit, view: SentenceView): boolean {
	if (exercise?.year == null) return false;
	const [told] = editionsIn(view);
	return told !== undefined && !told.includes(String(exercise.year));
}

/** How far the exercise named last before a sentence that names none is the one asked about. */
export function matchLastNamed(unit: Unit, view: SentenceView): number {
	const { exercise } = unit;
	const last = exercise && view.names.length === 0 ? lastNamed(view.document, view) : undefined;
	return exercise && last && !isOtherEdition(unit, view) ? editionShare(exercise, last, view.document) : 0;
}

/** How far the article as a whole speaks of an exercise or a year, where the sentence names no other. */
export function matchArticle(unit: Unit, view: SentenceView): number {
	const main = mainExercise(view.document, view);
	if (!main || view.names.length > 0 || isOtherEdition(unit, view)) return 0;
	const { exercise } = unit;
	const share = exercise
		? Math.max(...main.mentions.map((mention) => editionShare(exercise, { ...mention, year: null }, view.document)))
		: Number(unit.kind === 'date' && main.mentions.some(({ year }) => String(year) === unit.text));
	return share * main.share;
}

function matchCountry(unit: Unit, view: SentenceView): UnitMatch {
	if (!unit.ids.some((id) => view.countries.has(id))) return noMatch;
	const named = view.places.filter(({ place }) => unit.ids.includes(place.id));
	return {
		share: 1,
		spans: named.length > 0 ? named : view.actors.filter(({ countries }) => countries.some(({ id }) => unit.ids.includes(id))),
	};
}

function matchPlace(unit: Unit, view: SentenceView): UnitMatch {
	const same = view.places.filter(({ place }) => unit.ids.includes(place.id));
	if (same.length > 0) return { share: 1, spans: same };
	const asked = unit.ids.flatMap((id) => gazetteer.place(id) ?? []);
	const within = view.places.filter(({ place }) => asked.some((outer) => contains(outer, place, { widely: isWide(outer) })));
	return within.length > 0 ? { share: shares.placeWithin, spans: within } : noMatch;
}

/** "European countries" are named by their names. */
function isWide({ kind }: Place): boolean {
	return kind === 'continent' || kind === 'region';
}

function matchActor(unit: Unit, view: SentenceView): UnitMatch {
	const same = view.actors.filter(({ actor }) => unit.ids.includes(actor.id));
	if (same.length > 0) return { share: 1, spans: same };
	const countries = unit.ids.flatMap((id) => gazetteer.actor(id)?.countries ?? []);
	const spans = view.places.filter(({ place }) => countries.includes(place.id));
	return spans.length > 0 ? { share: shares.actorByCountry, spans } : noMatch;
}

function matchOrdinal(unit: Unit, view: SentenceView): UnitMatch {
	const asked = ordinal(unit.text);
	const isOrdinal = (said: string) => (!/^\d+$/.test(said) && ordinal(said) === asked) || (asked === 1 && /^inaugural$/i.test(said));
	const spans = view.tokens.filter((token) => isOrdinal(view.document.text.slice(token.start, token.end)));
	return spans.length > 0 ? { share: 1, spans } : noMatch;
}

/** A date's words all stand in the sentence, or its article was published then and the sentence names no other year. */
function matchDate(unit: Unit, view: SentenceView): UnitMatch {
	const asked = unit.terms.filter((term) => !/^\p{L}+\d+$/u.test(term));
	const spans: Span[] = asked.flatMap((term) => spansOf(view, term));
	const edition = view.names.filter(({ year }) => String(year) === unit.text);
	if (edition.length > 0) return { share: 1, spans };
	if (asked.every((term) => view.terms.has(term))) return { share: 1, spans };
	const published = sectionAt(view.document, view.start)?.publishedOn?.on;
	if (!published || view.years.length > 0) return noMatch;
	const words = wordsOfDay(published);
	const stated = unit.text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
	return stated.every((word) => words.includes(word)) ? { share: shares.datedThen, spans: [] } : noMatch;
}

const daysKnown = new Map<string, readonly string[]>();

/** The words that may say a day: its year, its number, its month. Kept, since the calendar's names are slow to come by. */
function wordsOfDay(iso: string): readonly string[] {
	const already = daysKnown.get(iso);
	if (already) return already;
	const day = new Date(`${iso}T00:00:00Z`);
	const words = Number.isNaN(day.getTime())
		? [iso]
		: [iso.slice(0, 4), String(day.getUTCDate()), day.toLocaleString('en', { month: 'long', timeZone: 'UTC' }).toLowerCase()];
	daysKnown.set(iso, words);
	return words;
}

/** A name of several words; its last word alone may stand for it ("Polonchuk"). */
function matchName(unit: Unit, view: SentenceView): UnitMatch {
	const found = unit.terms.filter((term) => view.terms.has(term));
	if (found.length === unit.terms.length) return { share: 1, spans: found.flatMap((term) => spansOf(view, term)) };
	if (unit.terms.length === 1) return matchTerms(unit, view);
	const last = unit.terms.at(-1);
	const isPrinted = last !== undefined && spansOf(view, last).some((span) => /\p{Lu}/u.test(printedAt(view, span)));
	const share = isPrinted ? Math.max(shares.lastName, found.length / unit.terms.length) : found.length / unit.terms.length / 2;
	return { share, spans: found.flatMap((term) => spansOf(view, term)) };
}

function matchPhrase(unit: Unit, view: SentenceView): UnitMatch {
	const spans = unit.terms.flatMap((term) => spansOf(view, term));
	return unit.terms.every((term) => view.terms.has(term)) ? { share: 1, spans } : noMatch;
}

function matchTerms(unit: Unit, view: SentenceView): UnitMatch {
	let sum = 0;
	const spans: Span[] = [];
	for (const term of unit.terms) {
		const { share, terms } = matchTerm(term, view);
		sum += share;
		for (const matched of terms) spans.push(...spansOf(view, matched));
	}
	return sum === 0 ? noMatch : { share: sum / unit.terms.length, spans };
}

/** What an embedded post is without saying so. */
const postTerms = new Set(['tweet', 'post', 'account', 'share', 'publish', 'social', 'media'].map(termOf));

interface TermMatch {
	readonly share: number;
	readonly terms: readonly string[];
}

const noTerm: TermMatch = { share: 0, terms: [] };

function matchTerm(term: string, view: SentenceView): TermMatch {
	if (view.terms.has(term)) return { share: 1, terms: [term] };
	if (view.kind === 'post' && postTerms.has(term)) return { share: shares.post, terms: [] };
	const paraphrases: string[] = [];
	for (const other of paraphrasesOf(term)) if (view.terms.has(other)) paraphrases.push(other);
	const inFull = expansionsOf(term).find((terms) => terms.every((other) => view.terms.has(other)));
	if (inFull) return { share: shares.expansion, terms: inFull };
	if (paraphrases.length > 0) return { share: shares.paraphrase, terms: paraphrases };
	const derived = term.length >= 5 && !/\d/.test(term) ? view.longTerms.filter((other) => isDerived(term, other)) : [];
	if (derived.length > 0) return { share: shares.derived, terms: derived };
	return noTerm;
}

/** "announc" and "announcement", "strength" and "strengthen": one begins the other, but for a short ending. */
function isDerived(term: string, other: string): boolean {
	const [short, long] = term.length < other.length ? [term, other] : [other, term];
	return long.startsWith(short) && long.length - short.length <= 4;
}

/** A misspelt word and a document's: one slip in a word of four letters, two in one of eight. */
export function isMisspelt(term: string, other: string): boolean {
	if (term.length < 4 || /\d/.test(term) || Math.abs(term.length - other.length) > 2 || term.charAt(0) !== other.charAt(0)) return false;
	return slips(term, other) <= (term.length >= 8 ? 2 : 1);
}

function spansOf(view: SentenceView, term: string): Span[] {
	return (view.terms.get(term) ?? []).flatMap((at) => view.tokens[at] ?? []);
}
