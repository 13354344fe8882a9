import { exerciseChoice, likenessNote } from '../src/replies/choice.js';
import { value } from '../src/replies/claims.js';
import { type Asked, type Command, hide } from '../src/replies/command.js';
import { compareReply } from '../src/replies/compare.js';
import { cardContent, findExercise } from '../src/replies/gather.js';
import { notice, type Reply } from '../src/replies/reply.js';
import { fill } from '../src/replies/words.js';

const name = { type: 'text', description: 'The name of an exercise, with its year', required: true, autocomplete: true } as const;
const definition = {
	name: 'compare',
	description: 'Two exercises field by field',
	options: [{ ...name, name: 'a' }, { ...name, name: 'b' }, hide],
} as const;

export default {
	definition,
	isPure: true,

	async suggest({ library, typed }) {
		return (await library.suggest(typed)).map((found) => ({ name: found.name, value: found.id }));
	},

	async answer({ options, ...asked }) {
		return compare(options.a, options.b, asked);
	},

	async press({ state, ...asked }) {
		return compare(state.exercise, state.other, asked, state.page);
	},
} satisfies Command<typeof definition, 'compare'>;

/** Takes names that were typed, or ids. */
async function compare(nameA: string, nameB: string, { library, words }: Asked, page = 0): Promise<Reply> {
	const [a, b] = await Promise.all([findExercise(library, nameA), findExercise(library, nameB)]);
	if (!a.exercise) return exerciseChoice(nameA, a, words, await library.suggest(''));
	if (!b.exercise) return exerciseChoice(nameB, b, words, await library.suggest(''));
	if (a.exercise.id === b.exercise.id)
		return notice(`${fill(words.miss.sameExercise, { name: value(a.exercise.name) })} ${words.miss.chooseTwo}`);
	const notes = [likenessNote(nameA, a, words), likenessNote(nameB, b, words)].filter(Boolean);
	return compareReply(await cardContent(library, a.exercise), await cardContent(library, b.exercise), words, page, notes);
}
