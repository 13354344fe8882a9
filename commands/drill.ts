import type { Exercise } from '../src/exercises/exercise.js';
import { cardCitations, cardReply } from '../src/replies/card.js';
import { exerciseChoice, likenessNote } from '../src/replies/choice.js';
import { type Asked, type Command, hide } from '../src/replies/command.js';
import { exerciseExport } from '../src/replies/export.js';
import { cardContent, exerciseByKey, findExercise, placesOf } from '../src/replies/gather.js';
import { mapOf } from '../src/replies/pictures.js';
import { notice, type Reply } from '../src/replies/reply.js';

const definition = {
	name: 'drill',
	description: 'An exercise on one card: when, where, who takes part and why, each with its source',
	options: [
		{ type: 'text', name: 'name', description: 'The name of an exercise, with its year', required: true, autocomplete: true },
		hide,
	],
} as const;

export default {
	definition,
	isPure: true,

	async suggest({ library, typed }) {
		return (await library.suggest(typed)).map(({ id, name }) => ({ name, value: id }));
	},

	async answer({ options, ...asked }) {
		const resolution = await findExercise(asked.library, options.name);
		if (resolution.exercise) return card(resolution.exercise, asked, 0, likenessNote(options.name, resolution, asked.words));
		return exerciseChoice(options.name, resolution, asked.words, await asked.library.suggest(''));
	},

	async press({ state, ...asked }) {
		const exercise = await exerciseByKey(asked.library, state.exercise);
		if (!exercise) return notice(asked.words.miss.exerciseGone);
		if (state.to === 'drill.card') return card(exercise, asked, state.page);
		const content = await cardContent(asked.library, exercise);
		return state.to === 'drill.cite'
			? cardCitations(content, asked.words, state.page)
			: exerciseExport(exercise, content.documents, asked.words);
	},
} satisfies Command<typeof definition, 'drill'>;

/** The card, with the map on its first page. */
async function card(exercise: Exercise, { library, words, pictures }: Asked, page = 0, note = ''): Promise<Reply> {
	const content = await cardContent(library, exercise);
	const reply = cardReply(content, words, page, note);
	if (page > 0) return reply;
	const related = [...content.others.values()];
	const map = mapOf(exercise, related, await placesOf(library, [exercise, ...related]), words);
	return map ? { ...reply, picture: () => pictures.map(map) } : reply;
}
