import { type Document, sectionAt } from '../../corpus/document.js';
import { Quote } from '../../corpus/quote.js';
import { gazetteer } from '../../gazetteer/gazetteer.js';
import { placesAmong } from '../../gazetteer/place-mentions.js';
import { balanced } from '../../text/brackets.js';
import { overlaps, type Span, withoutSpans } from '../../text/span.js';
import { toWholeWords } from '../../text/whole-words.js';
import { findDates } from '../../values/date-mentions.js';
import { resolveDate } from '../../values/dates.js';
import { countPattern } from '../../values/number-words.js';
import { quantitiesIn } from '../../values/quantities.js';
import { countriesIn } from '../claims/country-claims.js';
import { claimBeside } from '../claims/make-claim.js';
import type { Draft } from '../drafts/draft.js';
import type { Claim, ClaimsByField, DateClaim, PlaceClaim } from '../exercise.js';
import { namesOf } from '../names/find-names.js';
import { functionWords } from '../sentences/force-mentions.js';
import { tenseOf } from '../sentences/tense.js';
import type { Mark } from './record-reading.js';

/** The fields whose values the rules and the reader both propose, with the reader's name for each. */
export const proposedFields = {
	participants: 'participant',
	observers: 'observer',
	locations: 'place',
	dates: 'date',
	organiser: 'organiser',
	forces: 'force',
	aims: 'aim',
} as const satisfies Partial<Record<keyof ClaimsByField, Mark['field']>>;
export type ProposedField = keyof typeof proposedFields;
export const proposedFieldNames: readonly ProposedField[] = [
	'participants',
	'observers',
	'locations',
	'dates',
	'organiser',
	'forces',
	'aims',
];

/** Claims of the fields that are proposed. */
export type Proposals = Pick<ClaimsByField, ProposedField>;

/**
 * What the reader's marks say, as typed claims; marks whose words no value reader understands are left as printed, or
 * out.
 */
export function proposalsOf(document: Document, draft: Draft, marks: readonly Mark[]): Proposals {
	const of = (field: Mark['field']) => marks.filter((mark) => mark.field === field);
	return {
		participants: of('participant').flatMap((mark) => countriesIn(document, mark)),
		observers: of('observer').flatMap((mark) => countriesIn(document, mark)),
		organiser: of('organiser').flatMap((mark) => countriesIn(document, mark).slice(0, 1)),
		locations: of('place').flatMap((mark) => placesIn(document, mark)),
		dates: of('date').flatMap((mark) => datesIn(document, draft, mark)),
		forces: forcesIn(document, of('force')),
		aims: of('aim').map((mark) => claimOn(document, mark, trimmed(document.text, mark))),
	};
}

function claimOn(document: Document, { sentence }: Mark, span: Span, value?: string): Claim {
	return claimBeside(document, Quote.of(document, sentence), span, value);
}

/**
 * What may stand between pieces of one phrase that the reader marks one by one: "a task group", "around", "the newest
 * frigate".
 */
const betweenPieces = /^\s*(?:(?:by|its|their|his|her|the|of)\s+)*$/i;

const counted = new RegExp(`^${countPattern}$`, 'i');
/** Pieces that the reader is less sure of are not joined to others. */
const surePiece = 0.2;

/** Forces as phrases: pieces that belong together as one, and nothing that has no word for a force. */
function forcesIn(document: Document, marks: readonly Mark[]): Claim[] {
	const { text } = document;
	const pieces: Mark[] = [];
	for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
		const last = pieces.at(-1);
		const joins =
			last &&
			Math.min(last.sureness, mark.sureness) >= surePiece &&
			last.sentence.start === mark.sentence.start &&
			betweenPieces.test(text.slice(last.end, Math.max(last.end, mark.start)));
		if (joins)
			pieces[pieces.length - 1] = {
				...last,
				end: Math.max(last.end, mark.end),
				sureness: Math.min(last.sureness, mark.sureness),
			};
		else pieces.push(mark);
	}
	return pieces
		.map((mark) => claimOn(document, mark, balanced(text, withWholeNumber(text, mark, trimmed(text, mark)))))
		.filter((claim) =>
			(
				withoutQuantities(claim.text)
					.toLowerCase()
					.match(/\p{L}[\p{L}\p{N}'’-]*/gu) ?? []
			).some((word) => !functionWords.has(word) && !counted.test(word)),
		);
}

/** "350 members" of "the 350 members of the". */
function withoutFunctionWords(text: string, { start, end }: Span): Span {
	const words = [...text.slice(start, end).matchAll(/[\p{L}\p{N}'’-]+/gu)];
	const isTelling = ([word]: RegExpMatchArray): boolean => !functionWords.has(word.toLowerCase());
	const [first, last] = [words.find(isTelling), words.findLast(isTelling)];
	return first && last
		? { start: start + first.index, end: last === words.at(-1) ? end : start + last.index + last[0].length }
		: { start, end };
}

/** With the whole of the number that its words begin with: "over a thousand" and not its "thousand" alone. */
function withWholeNumber(text: string, { sentence }: Mark, span: Span): Span {
	const words = withoutFunctionWords(text, span);
	const number = quantitiesIn(text, sentence).find(
		({ start, end }) => start < words.start && (end > words.start || /^\s?$/.test(text.slice(end, words.start))),
	);
	return number && number.end < words.end ? { start: number.start, end: words.end } : words;
}

const withoutQuantities = (printed: string): string =>
	withoutSpans(printed, quantitiesIn(printed, { start: 0, end: printed.length }));

/** Whole words, without marks and blanks at their ends. */
function trimmed(text: string, mark: Mark): Span {
	const { start, end } = toWholeWords(text, mark, mark.sentence);
	const slice = text.slice(start, end);
	const from = start + (slice.length - slice.replace(/^[\s\p{P}]+/u, '').length);
	const to = end - (slice.length - slice.replace(/[\s,;:.“”"'’]+$/u, '').length);
	return from < to ? { start: from, end: to } : { start, end };
}

const capitalBefore = /(?:\p{Lu}[\p{L}\p{M}\p{N}’'-]+\s)+$/u;
const capitalBehind = /^(?:\s\p{Lu}[\p{L}\p{M}\p{N}’'-]+)+/u;

/** The whole name that marked words are of, "Camp Oulad" for its "Oulad"; undefined for no name, or an exercise's. */
function wholeName(document: Document, mark: Mark): Span | undefined {
	const { text } = document;
	const { start, end } = withoutFunctionWords(text, trimmed(text, mark));
	if (!/\p{Lu}/u.test(text.slice(start, end))) return undefined;
	const before = capitalBefore.exec(text.slice(mark.sentence.start, start))?.[0] ?? '';
	const behind = capitalBehind.exec(text.slice(end, mark.sentence.end))?.[0] ?? '';
	const whole = withoutFunctionWords(text, { start: start - before.length, end: end + behind.length });
	return namesOf(document).some((name) => overlaps(name, whole)) ? undefined : whole;
}

/** Places of the gazetteer; where it knows none, the words as printed. */
function placesIn(document: Document, mark: Mark): PlaceClaim[] {
	const found = placesAmong(gazetteer.names.find(document.text, mark.sentence), gazetteer);
	const places = found.filter((place) => place.how === 'name' && overlaps(place, mark));
	if (places.length === 0) {
		const whole = wholeName(document, mark);
		return whole ? [{ ...claimOn(document, mark, whole), placeId: null, lat: null, lon: null }] : [];
	}
	return places.map((mention) => ({
		...claimOn(document, mark, mention, mention.place.name),
		placeId: mention.place.id,
		lat: mention.place.lat,
		lon: mention.place.lon,
	}));
}

function datesIn(document: Document, { year }: Draft, mark: Mark): DateClaim[] {
	const { text } = document;
	const { sentence } = mark;
	return findDates(text, sentence)
		.filter(({ start, end, says }) => start < mark.end && end > mark.start && says.kind !== 'since')
		.map((date) => {
			const printedYear = text
				.slice(sentence.start, date.start)
				.match(/\b(?:19|20)\d\d\b/g)
				?.at(-1);
			const range = resolveDate(date.says, {
				publishedOn: sectionAt(document, date.start)?.publishedOn ?? null,
				tense: tenseOf(text, sentence, sentence.kind !== 'prose'),
				editionYear: year,
				printedYear: printedYear === undefined ? null : Number(printedYear),
			});
			return {
				...claimOn(document, mark, date),
				basis: range.basis,
				from: range.from,
				to: range.to,
				precision: date.precision,
			};
		});
}
