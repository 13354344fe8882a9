import type { PlaceFinding } from '../answers/from-catalogue/exercises-at.js';
import { type PlaceQuotes, quotesAt } from '../answers/from-catalogue/place-quotes.js';
import type { PlaceClaim } from '../exercises/exercise.js';
import type { Place } from '../gazetteer/gazetteer.js';
import type { Pieces } from '../taking-turns.js';
import { Citations, cutEscaped, type Documents } from './citations.js';
import { printed, value } from './claims.js';
import { button, buttonRow, contextMenu, exerciseMenu, pageButtons, reportButton } from './controls.js';
import type { State } from './custom-id.js';
import { type Block, layingOut } from './layout.js';
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

export interface PlaceContent {
	readonly found: PlaceFinding;
	/** Gazetteer entries of the places and countries that the exercises speak of, by id. */
	readonly places: ReadonlyMap<string, Place>;
	readonly documents: Documents;
}

/**
 * The exercises at a place, each with the quotes that put it there, those in a place inside it labelled with that one's name; then
 * passages that only name the place, those of an exercise under its name. A quote on several stands once, under all of their names.
 */
export function* placeReply({ found, documents }: PlaceContent, words: Words, page = 0): Pieces<Reply> {
	const { place, exercises, widely } = found;
	const groups = quotesAt(found);
	const blocks: Block[] = [];
	for (const group of groups) {
		blocks.push(blockOf(group, place, documents, words));
		yield;
	}
	const pages = yield* layingOut(blocks, new Citations(documents, words), words, FIRST_QUOTES);
	const at = Math.min(page, pages.length - 1);
	const { fields = [], citations = [] } = pages[at] ?? {};
	const turned = pageButtons(at, pages.length, words, (next) => {
		return { to: 'where.page', how: 'turn', place: place.id, scope: widely ? 'widely' : 'there', page: next };
	});
	const inIt: State = { to: 'where.page', how: 'open', place: place.id, scope: 'widely', page: 0 };
	const offered = [
		...new Map(
			[...exercises.map(({ exercise }) => exercise), ...groups.flatMap((group) => group.exercises)].map((one) => [one.id, one]),
		).values(),
	];
	// A reply to a list of several is about none of them.
	const [only, other] = offered;
	const reported = reportButton({ exercise: other ? undefined : only, quote: citations[0]?.quote, documents }, words);
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
			...exerciseMenu('exercises', words.button.chooseExercise, offered),
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

function blockOf({ exercises, areThere, claims, quotes }: PlaceQuotes, place: Place, documents: Documents, words: Words): Block {
	const inside = claims.some(({ placeId }) => placeId === place.id) ? undefined : claims[0]?.value;
	const names = cutEscaped(exercises.map(({ name }) => name).join('; '), EXERCISE_NAME);
	const within = inside ? fill(words.say.within, { place: cutEscaped(inside, 60) }) : '';
	return {
		label: [areThere ? '' : words.say.passages, names, within].filter(Boolean).join(' · '),
		style: 'lines',
		items: quotes.map((quote) => {
			const marked = claims.filter((claim) => claim.quote.documentId === quote.documentId).map(({ span }) => span);
			return quoteItem(quote, marked, documents.get(quote.documentId), words);
		}),
		...(areThere ? {} : { isLast: true }),
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
