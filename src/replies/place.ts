import type { PlaceFinding } from '../answers/from-catalogue/exercises-at.js';
import type { PlaceClaim } from '../exercises/exercise.js';
import type { Place } from '../gazetteer/gazetteer.js';
import { Citations, cutEscaped, type Documents } from './citations.js';
import { printed, value } from './claims.js';
import { button, buttonRow, contextMenu, exerciseMenu, pageButtons, reportButton } from './controls.js';
import type { State } from './custom-id.js';
import { type Block, layOut } from './layout.js';
import { EMBED_TITLE } from './limits.js';
import { oneLine } from './markdown.js';
import { quoteItem } from './quotation.js';
import { COLOURS, type Reply } from './reply.js';
import { fill, type Words } from './words.js';

/** Quotes of one exercise before the others have had their turn. */
const FIRST_QUOTES = 3;
const EXERCISE_NAME = 140;
const NAMES = 5;
/** Kinds of places whose seas and countries count only when they are asked for. */
export const WIDE: ReadonlySet<Place['kind']> = new Set(['ocean', 'continent']);

type ExerciseThere = PlaceFinding['exercises'][number];

export interface PlaceContent {
	readonly found: PlaceFinding;
	/** Gazetteer entries of the places and countries that the exercises speak of, by id. */
	readonly places: ReadonlyMap<string, Place>;
	readonly documents: Documents;
}

/**
 * The exercises at a place, each with the quotes that put it there, those in a place inside it labelled with that one's name; then
 * passages that name the place without an exercise.
 */
export function placeReply({ found, documents }: PlaceContent, words: Words, page = 0): Reply {
	const { place, exercises, passages, widely } = found;
	const blocks = exercises.map((there) => blockOf(there, place, documents, words));
	const named = passages.map((quote) => quoteItem(quote, [], documents.get(quote.documentId), words));
	if (named.length > 0) blocks.push({ label: words.say.passages, style: 'lines', items: named, isLast: true });
	const pages = layOut(blocks, new Citations(documents, words), words, FIRST_QUOTES);
	const at = Math.min(page, pages.length - 1);
	const { fields = [], citations = [] } = pages[at] ?? {};
	const turned = pageButtons(at, pages.length, words, (next) => {
		return { to: 'where.page', how: 'turn', place: place.id, scope: widely ? 'widely' : 'there', page: next };
	});
	const inIt: State = { to: 'where.page', how: 'open', place: place.id, scope: 'widely', page: 0 };
	// A reply to a list of several is about none of them.
	const [only, other] = exercises;
	const reported = reportButton({ exercise: other ? undefined : only?.exercise, quote: citations[0]?.quote }, words);
	return {
		embeds: [
			{
				title: cutEscaped(place.name, EMBED_TITLE),
				...describe(found, words),
				color: COLOURS.plain,
				fields: [...fields],
				...(pages.length > 1 ? { footer: { text: fill(words.say.page, { n: at + 1, of: pages.length }) } } : {}),
			},
		],
		components: [
			...buttonRow([...turned, ...(widely || !WIDE.has(place.kind) ? [] : button(words.button.widely, inIt)), ...reported]),
			...contextMenu(citations, documents, words),
			...exerciseMenu(
				'exercises',
				words.button.chooseExercise,
				exercises.map(({ exercise }) => exercise),
			),
		],
	};
}

/** The other names that the documents print for it; or that there is no exercise. */
function describe({ place, exercises }: PlaceFinding, words: Words): { description?: string } {
	if (exercises.length === 0) return { description: fill(words.miss.noExerciseThere, { place: value(place.name) }) };
	const claims = exercises.flatMap((there) => there.claims);
	const names = otherNames(place, claims).slice(0, NAMES).map(printed).join(', ');
	return names ? { description: fill(words.say.alsoPrinted, { names }) } : {};
}

function blockOf({ exercise, claims }: ExerciseThere, place: Place, documents: Documents, words: Words): Block {
	const inside = claims.some(({ placeId }) => placeId === place.id) ? undefined : claims[0]?.value;
	const quotes = new Map(claims.map(({ quote }) => [`${quote.documentId}:${quote.start}:${quote.end}`, quote]));
	const name = cutEscaped(exercise.name, EXERCISE_NAME);
	return {
		label: inside ? `${name} · ${fill(words.say.within, { place: cutEscaped(inside, 60) })}` : name,
		style: 'lines',
		items: [...quotes.values()].map((quote) => {
			const marked = claims.filter((claim) => claim.quote.documentId === quote.documentId).map(({ span }) => span);
			return quoteItem(quote, marked, documents.get(quote.documentId), words);
		}),
	};
}

/**
 * A place's other names among the words that claims print for it: both names of a sea whose name is disputed. A shorter form of the same
 * name ("Pacific" for "Pacific Ocean") is none.
 */
export function otherNames({ id, name, aliases }: Place, claims: readonly PlaceClaim[]): string[] {
	const texts = claims.filter(({ placeId }) => placeId === id).map(({ text }) => oneLine(text).toLowerCase());
	const known = name.toLowerCase();
	return aliases.filter((alias) => {
		const other = alias.toLowerCase();
		return !known.includes(other) && !other.includes(known) && texts.some((text) => text.includes(other));
	});
}
