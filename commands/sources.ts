import type { Library } from '../src/library.js';
import { type Command, hide } from '../src/replies/command.js';
import { sourcesExport } from '../src/replies/export.js';
import { exerciseByKey } from '../src/replies/gather.js';
import { notice } from '../src/replies/reply.js';
import { sourcesReply } from '../src/replies/sources.js';

const definition = { name: 'sources', description: 'The documents, with what is read out of each', options: [hide] } as const;

export default {
	definition,
	isPure: true,

	async answer({ library, words }) {
		return sourcesReply(await library.documents(), words, 0, undefined, await filesNotRead(library));
	},

	async press({ library, words, state }) {
		const documents = await library.documents();
		if (state.to === 'sources.export') return sourcesExport(documents, words);
		if (state.to === 'sources.page') return sourcesReply(documents, words, state.page, undefined, await filesNotRead(library));
		const exercise = await exerciseByKey(library, state.exercise);
		if (!exercise) return notice(words.miss.exerciseGone);
		const cited = documents.filter(({ file }) => exercise.documents.includes(file));
		return sourcesReply(cited, words, state.page, exercise);
	},
} satisfies Command<typeof definition, 'sources'>;

/** The files of the folder that are left out. */
async function filesNotRead(library: Library): Promise<string[]> {
	return (await library.problems()).flatMap(({ file, loaded }) => (loaded ? [] : [file]));
}
