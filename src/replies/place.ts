import type { Exercise, PlaceClaim } from '../exercises/exercise.js';
import type { Place } from '../exercises/gazetteer.js';
import { Citations, cutEscaped, type Documents } from './citations.js';
import { printed, value } from './claims.js';
import { buttonRow, contextMenu, exerciseMenu, pageButtons } from './controls.js';
import { type Block, layOut } from './layout.js';
import { EMBED_TITLE, FIELD_NAME } from './limits.js';
import { oneLine } from './markdown.js';
import { quoteItem } from './quotation.js';
import { COLOURS, type Reply } from './reply.js';
import { fill, type Words } from './words.js';

/** An exercise and the claims that put it at a place. */
export interface ExerciseThere {
	readonly exercise: Exercise;
	readonly claims: readonly PlaceClaim[];
	/** The place itself, or the one inside it that the claims name. */
	readonly place: Place;
}

export interface PlaceContent {
	readonly place: Place;
	/** First those at the place itself, then those in places that lie in it. */
	readonly there: readonly ExerciseThere[];
	readonly documents: Documents;
}

/** The exercises at a place, each with the quotes that put it there; those inside it are labelled with their own place. */
export function placeReply({ place, there, documents }: PlaceContent, words: Words, page = 0): Reply {
	const pages = layOut(
		there.map((found) => blockOf(found, place, documents, words)),
		new Citations(documents, words),
		words,
		3,
	);
	const at = Math.min(page, pages.length - 1);
	const { fields = [], citations = [] } = pages[at] ?? {};
	const names = otherNames(place, there);
	return {
		embeds: [
			{
				title: cutEscaped(place.name, EMBED_TITLE),
				...(names.length > 0 ? { description: fill(words.say.alsoPrinted, { names: names.slice(0, 5).map(printed).join(', ') }) } : {}),
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

function blockOf({ exercise, claims, place: exact }: ExerciseThere, place: Place, documents: Documents, words: Words): Block {
	const quotes = new Map(claims.map(({ quote }) => [`${quote.documentId}:${quote.start}:${quote.end}`, quote]));
	const inside = exact.id === place.id ? '' : ` · ${fill(words.say.within, { place: value(exact.name) })}`;
	return {
		label: cutEscaped(exercise.name, FIELD_NAME - inside.length - 40) + inside,
		style: 'lines',
		items: [...quotes.values()].map((quote) => {
			const highlights = claims.filter((claim) => claim.quote.documentId === quote.documentId).map(({ span }) => span);
			return quoteItem(quote, highlights, documents.get(quote.documentId), words);
		}),
	};
}

/** The place's other names among the words that the documents print for it: both names of a sea whose name is disputed. */
export function otherNames(place: Place, there: readonly ExerciseThere[]): string[] {
	const texts = there
		.filter((found) => found.place.id === place.id)
		.flatMap(({ claims }) => claims.map(({ text }) => oneLine(text).toLowerCase()));
	return place.aliases.filter((alias) => texts.some((text) => text.includes(alias.toLowerCase())));
}
