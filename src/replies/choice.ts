import type { Exercise, Resolution, Suggestion } from '../exercises/exercise.js';
import type { Place } from '../gazetteer/gazetteer.js';
import type { DocumentSummary } from '../library.js';
import { absentYear } from './answer.js';
import { value } from './claims.js';
import { exerciseMenu, menu } from './controls.js';
import { COLOURS, type Reply } from './reply.js';
import { fill, type Words } from './words.js';

/** Names written out, and the room of each. */
const NAMED = 5;
const NAME = 80;

/**
 * For a name that means no exercise, or more than one: says so and offers the nearest, for the asker alone; never a guess.
 * @param all what may be opened instead where no name is near
 */
export function exerciseChoice(
	typed: string,
	{ match, suggestions, absentYear: year }: Resolution,
	words: Words,
	all: readonly Suggestion[] = [],
): Reply {
	return {
		embeds: [{ description: choiceText(typed, match, suggestions, year, words), color: COLOURS.miss }],
		components: exerciseMenu('choice', words.button.chooseExercise, suggestions.length > 0 ? suggestions : all),
		isPrivate: true,
	};
}

/** Over an exercise that is shown for a name that is only like its own: that none has the name, and which is shown. Nothing for its own. */
export function likenessNote(typed: string, { match, exercise }: Resolution, { miss }: Words): string {
	if (match !== 'fuzzy' || !exercise) return '';
	return `${fill(miss.unknownExercise, { name: value(typed) })} ${miss.nearestNames} ${value(exercise.name)}`;
}

function choiceText(
	typed: string,
	match: Resolution['match'],
	near: readonly Pick<Exercise, 'name'>[],
	year: number | null,
	words: Words,
): string {
	const { miss } = words;
	if (year !== null)
		return absentYear(
			typed.replace(`${year}`, '').trim() || typed,
			year,
			near.map(({ name }) => name),
			words,
		);
	if (match === 'ambiguous') return fill(miss.ambiguous, { name: value(typed) });
	const unknown = fill(miss.unknownExercise, { name: value(typed) });
	return near.length > 0 ? `${unknown} ${miss.nearestNames} ${listOf(near)}` : unknown;
}

/** The first names, before the menu that has them all. */
function listOf(near: readonly { readonly name: string }[]): string {
	const names = near.slice(0, NAMED).map(({ name }) => value(name, NAME));
	return names.join(', ') + (near.length > NAMED ? ', …' : '');
}

/** For a place that the gazetteer lacks or where no document puts an exercise. */
export function placeChoice(typed: string, place: Place | undefined, near: readonly Place[], words: Words): Reply {
	const { miss } = words;
	const said = place ? fill(miss.noExerciseThere, { place: value(place.name) }) : fill(miss.unknownPlace, { place: value(typed) });
	return {
		embeds: [{ description: near.length > 0 ? `${said} ${miss.nearestPlaces} ${listOf(near)}` : said, color: COLOURS.miss }],
		components: menu(
			'places',
			words.button.choosePlace,
			near.map(({ id, name }) => ({ label: name, state: { to: 'where.page', how: 'open', place: id, scope: 'there', page: 0 } })),
		),
		isPrivate: true,
	};
}

/** For a document that is not in the folder. */
export function documentChoice(typed: string, near: readonly DocumentSummary[], words: Words): Reply {
	return {
		embeds: [{ description: fill(words.miss.unknownDocument, { name: value(typed) }), color: COLOURS.miss }],
		components: documentMenu(near, words),
		isPrivate: true,
	};
}

/** A menu of documents: each opens at its first paragraph. */
export function documentMenu(documents: readonly DocumentSummary[], words: Words) {
	return menu(
		'documents',
		words.button.openDocument,
		documents.map(({ id, version, title, file }) => ({
			label: title || file,
			description: file,
			state: { to: 'source.paragraph', how: 'open', document: id, version, paragraph: 1 },
		})),
	);
}
