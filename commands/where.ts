import { exercisesAt, type PlaceFinding } from '../src/answers/from-catalogue/exercises-at.js';
import { quotesAt } from '../src/answers/from-catalogue/place-quotes.js';
import { placeChoice } from '../src/replies/choice.js';
import { citedDocuments } from '../src/replies/citations.js';
import { type Asked, type Command, hide } from '../src/replies/command.js';
import { placesOf } from '../src/replies/gather.js';
import { placeMapOf } from '../src/replies/pictures.js';
import { placeReply } from '../src/replies/place.js';
import type { Reply } from '../src/replies/reply.js';
import { inTurns } from '../src/taking-turns.js';

const definition = {
	name: 'where',
	description: 'The exercises at a place, quoted and on a map',
	options: [{ type: 'text', name: 'place', description: 'A sea, strait, country, port …', required: true, autocomplete: true }, hide],
} as const;

export default {
	definition,
	isPure: true,

	async suggest({ library, typed }) {
		return (await library.places(typed)).map(({ place }) => ({ name: place.name, value: place.name }));
	},

	async answer({ options, ...asked }) {
		const found = await exercisesAt(asked.library, options.place);
		if (found && found.exercises.length + found.passages.length > 0) return place(found, asked);
		const places = [...(await asked.library.places(options.place)), ...(await asked.library.places())];
		const near = [...new Set(places.map((summary) => summary.place))];
		return placeChoice(options.place, found?.place, near, asked.words);
	},

	async press({ state, ...asked }) {
		const found = await exercisesAt(asked.library, state.scope === 'widely' ? `anywhere in ${state.place}` : state.place);
		return found ? place(found, asked, state.page) : placeChoice(state.place, undefined, [], asked.words);
	},
} satisfies Command<typeof definition, 'where'>;

/** The exercises at a place, with the map on the first page. */
async function place(found: PlaceFinding, { library, words, pictures }: Asked, page = 0): Promise<Reply> {
	const quotes = quotesAt(found).flatMap((group) => group.quotes);
	const exercises = found.exercises.map(({ exercise }) => exercise);
	const content = { found, places: await placesOf(library, exercises), documents: await citedDocuments(library, quotes) };
	const reply = await inTurns(placeReply(content, words, page));
	const map = page === 0 ? placeMapOf(content, words) : null;
	return map ? { ...reply, picture: () => pictures.map(map) } : reply;
}
