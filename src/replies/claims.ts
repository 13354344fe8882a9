import type { Document } from '../corpus/document.js';
import { type Quote, quoteKey } from '../corpus/quote.js';
import { saidByOf } from '../exercises/catalogue/attribution.js';
import { mergedClaims, spelling } from '../exercises/catalogue/merged-claims.js';
import { monthOfEdition } from '../exercises/catalogue/short-names.js';
import { type Claim, type DateClaim, type Exercise, NOT_DISCLOSED, type PlaceClaim, type RelatedClaim } from '../exercises/exercise.js';
import type { Span } from '../text/span.js';
import { cutEscaped, type Documents } from './citations.js';
import { computedDate, isoDate } from './dates.js';
import type { Item } from './layout.js';
import { ITEM } from './limits.js';
import { isolate, oneLine } from './markdown.js';
import { quotation, quoteItem } from './quotation.js';
import { fill, type Words, wordFor } from './words.js';

/** A value as it may stand in a row; what is longer is cut at its end. */
const VALUE = 160;
/** Different printed forms shown beside one value. */
const FORMS = 2;

/** Text of a document as a value: on one line, escaped, cut at its end. */
export function value(text: string, limit = VALUE): string {
	return isolate(cutEscaped(oneLine(text), limit));
}

export function printed(text: string): string {
	return inMarks(text);
}

function inMarks(text: string, limit = VALUE): string {
	return `“${value(text, limit)}”`;
}

/** The claims of an exercise by field, in the order in which the card shows them. */
export function claimFields(exercise: Exercise): [field: string, claims: readonly Claim[]][] {
	const { names, status, dates, locations, participants, observers, organiser, forces, disagreements, ...rest } = exercise;
	const { aims, activities, scale, ordinal, related, reactions } = rest;
	return [
		...Object.entries({ names, status, dates, locations, participants, observers, organiser, forces }),
		...Object.entries({ aims, activities, scale, ordinal, related, reactions }),
		['disagreements', disagreements.flatMap((disagreement) => [disagreement, ...disagreement.against])],
	];
}

/** Every claim of an exercise, in the same order. */
export function claimsOf(exercise: Exercise): Claim[] {
	return claimFields(exercise).flatMap(([, claims]) => claims);
}

/** Every quote that an exercise rests on. */
export function quotesOf(exercise: Exercise): Quote[] {
	return claimsOf(exercise).map((claim) => claim.quote);
}

/** Claims of the same value as one item, "China [1][3]"; with `show`, the words for a value. */
export function valueItems(claims: readonly Claim[], words: Words, show: (value: string) => string = value): Item[] {
	return mergedClaims(claims).map((group) => ({
		text: `${show(group[0].value)}${basisNote(group[0], words)}`,
		quotes: group.map((claim) => claim.quote),
	}));
}

/** The same, each with whose word it is where that is not the article's own: "five missiles (according to Tokyo) [1]". */
export function sourcedItems(claims: readonly Claim[], words: Words, show: (value: string) => string = value): Item[] {
	return mergedClaims(claims).map((group) => {
		const who = saidByOf(group);
		const said = who === null ? '' : ` (${fill(words.say.saidBy, { who: value(who) })})`;
		return { text: `${show(group[0].value)}${said}${basisNote(group[0], words)}`, quotes: group.map((claim) => claim.quote) };
	});
}

/** Places by their names, and how they are printed where that is more than the name: "Sea of Japan (“central part of the Sea of Japan”) [1]". */
export function placeItems(claims: readonly PlaceClaim[], words: Words): Item[] {
	return mergedClaims(claims, (claim) => claim.placeId ?? claim.value).map((group) => {
		const [first] = group;
		const forms = [...new Set(group.map((claim) => oneLine(claim.text)))].filter(
			(form) => form.toLowerCase() !== first.value.toLowerCase(),
		);
		const shown = forms.slice(0, FORMS).map(printed).join(', ');
		return {
			text: `${value(first.value)}${shown ? ` (${shown})` : ''}${basisNote(first, words)}`,
			quotes: group.map((claim) => claim.quote),
		};
	});
}

/** Dates as printed, and the days they come to where those can be known: "“later this month” = September 2024 (from …) [1]". */
export function dateItems(exercise: DatedExercise, words: Words, limit = VALUE): Item[] {
	const daysFirst = exercise.dates.toSorted((a, b) => worthOf(b) - worthOf(a));
	return mergedClaims(daysFirst, keyOfDate).map((group) => {
		const [first] = group;
		const quotes = group.map((claim) => claim.quote);
		if (first.value === NOT_DISCLOSED) return { text: words.say.notDisclosed, quotes };
		const month = monthOfEdition(first, exercise);
		const basis = month ? 'from the name' : first.basis;
		const computed = month ? isoDate(month, words) : computedDate(first, words);
		const forms = [...new Map(group.map(({ text }) => [spelling(text), inMarks(text, limit)])).values()].slice(0, FORMS);
		const days = computed && computed !== first.text ? ` = ${computed}` : '';
		return { text: `${forms.join(', ')}${days}${basisNote({ basis }, words)}`, quotes };
	});
}

/** What is needed of an exercise to tell its dates. */
export type DatedExercise = Pick<Exercise, 'dates' | 'year' | 'yearBasis'>;

/** Days before what is printed alone, and that last which says that there is a date and not which. */
function worthOf({ from, value }: DateClaim): number {
	return value === NOT_DISCLOSED ? -1 : Number(from !== null);
}

function keyOfDate({ text, from, to, value }: DateClaim): string {
	if (value === NOT_DISCLOSED) return value;
	return from ? `${from}\n${to}` : spelling(text);
}

/** Words as printed as block quotes, for what is read whole: aims. The same words printed by several documents stand once. */
export function passageItems(claims: readonly Claim[], documents: Documents, limit = ITEM): Item[] {
	return mergedClaims(claims, (claim) => spelling(claim.text)).map((group) => {
		const [first] = group;
		const document = documents.get(first.quote.documentId);
		return {
			text: document ? slice(document, first.span, limit) : quotation(first.quote, [], limit),
			quotes: group.map((claim) => claim.quote),
		};
	});
}

function slice(document: Document, span: Span, limit: number): string {
	const text = document.text.slice(span.start, span.end);
	return quotation({ text, start: span.start }, [], limit);
}

export function relatedItems(claims: readonly RelatedClaim[], exercises: ReadonlyMap<string, Exercise>, words: Words): Item[] {
	const closer = new Set(claims.flatMap(({ id, relation }) => (isLoose(relation) ? [] : [id])));
	const telling = claims.filter(({ id, relation }) => !isLoose(relation) || !closer.has(id));
	return mergedClaims(telling, (claim) => `${claim.relation}\n${claim.id}`).map((group) => {
		const [first] = group;
		const name = exercises.get(first.id)?.name ?? first.value;
		return {
			text: `${words.relation[first.relation]}: ${value(name)}${basisNote(first, words)}`,
			quotes: group.map((claim) => claim.quote),
		};
	});
}

/** Beside an exercise, or of its series: what "part of" and "after" say already. */
function isLoose(relation: RelatedClaim['relation']): boolean {
	return relation === 'beside' || relation === 'same series';
}

/** Both sides of what the documents disagree on, each with its own marks, a line each. */
export function disagreementItems({ disagreements }: Exercise, words: Words): Item[] {
	return disagreements.flatMap((disagreement, index) =>
		[disagreement, ...disagreement.against].map((side, number) => ({
			text: `${number === 0 ? `${index > 0 ? '\n' : ''}**${wordFor(words.field, disagreement.field)}**\n` : ''}${number + 1}. ${sideText(side, words)}`,
			quotes: [side.quote],
		})),
	);
}

function sideText(side: Claim, words: Words): string {
	const shown = wordFor(words.status, side.value);
	const text = oneLine(side.text);
	return shown === text ? printed(text) : `${value(shown)} (${printed(text)})`;
}

/** Who said something of the exercise, and what, as printed. */
export function reactionItems(claims: readonly Claim[], words: Words): Item[] {
	return mergedClaims(claims, (claim) => `${claim.value}\n${claim.quote.start}\n${claim.quote.documentId}`).map(([first]) => ({
		text: `${value(first.value)}${oneLine(first.text) === first.value ? '' : `: ${printed(first.text)}`}${basisNote(first, words)}`,
		quotes: [first.quote],
	}));
}

/** Each quote once, with all that was read from it in bold. */
export function quoteItems(claims: readonly Claim[], documents: Documents, words: Words): Item[] {
	return mergedClaims(claims, ({ quote }) => quoteKey(quote)).map((group) =>
		quoteItem(
			group[0].quote,
			group.map((claim) => claim.span),
			documents.get(group[0].quote.documentId),
			words,
		),
	);
}

/** " (from the publication date)": what a value that is not stated was derived from. */
export function basisNote({ basis }: Pick<Claim, 'basis'>, words: Words): string {
	return basis === 'stated' ? '' : ` (${words.basis[basis]})`;
}
