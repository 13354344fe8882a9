import type { Exercise, PlaceClaim } from '../exercises/exercise.js';
import type { Place } from '../exercises/gazetteer.js';
import { Citations, cutEscaped, type Documents } from './citations.js';
import { printed } from './claims.js';
import { buttonRow, contextMenu, exerciseMenu, pageButtons } from './controls.js';
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

/** An exercise and the claims that put it at a place or in it. */
export interface ExerciseThere {
	readonly exercise: Exercise;
	readonly claims: readonly PlaceClaim[];
}

export interface PlaceContent {
	readonly place: Place;
	readonly there: readonly ExerciseThere[];
	/** Gazetteer entries of the places and countries that the exercises speak of, by id. */
	readonly places: ReadonlyMap<string, Place>;
	readonly documents: Documents;
}

/** The exercises at a place, each with the quotes that put it there; those in a place inside it are labelled with that one's name. */
export function placeReply({ place, there, documents }: PlaceContent, words: Words, page = 0): Reply {
	const blocks = there.map((found) => blockOf(found, place, documents, words));
	const pages = layOut(blocks, new Citations(documents, words), words, FIRST_QUOTES);
	const at = Math.min(page, pages.length - 1);
	const { fields = [], citations = [] } = pages[at] ?? {};
	const names = otherNames(place, there).slice(0, NAMES).map(printed).join(', ');
	return {
		embeds: [
			{
				title: cutEscaped(place.name, EMBED_TITLE),
				...(names ? { description: fill(words.say.alsoPrinted, { names }) } : {}),
				color: COLOURS.plain,
				fields: [...fields],
				...(pages.length > 1 ? { footer: { text: fill(words.say.page, { n: at + 1, of: pages.length }) } } : {}),
			},
		],
		components: [
			...buttonRow(pageButtons(at, pages.length, words, (next) => ({ to: 'where.page', how: 'turn', place: place.id, page: next }))),
			...contextMenu(citations, documents, words),
			...exerciseMenu(
				'exercises',
				words.button.chooseExercise,
				there.map(({ exercise }) => exercise),
			),
		],
	};
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

/** The place's other names among the words that the documents print for it: both names of a sea whose name is disputed. */
export function otherNames(place: Place, there: readonly ExerciseThere[]): string[] {
	const claims = there.flatMap((found) => found.claims).filter(({ placeId }) => placeId === place.id);
	const texts = claims.map(({ text }) => oneLine(text).toLowerCase());
	return place.aliases.filter((alias) => texts.some((text) => text.includes(alias.toLowerCase())));
}
