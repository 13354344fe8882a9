import { Quote } from '../src/corpus/quote.js';
import { documentChoice } from '../src/replies/choice.js';
import { matching } from '../src/replies/choices.js';
import { citeReply } from '../src/replies/cite.js';
import { type Command, hide } from '../src/replies/command.js';
import { exercisesIn } from '../src/replies/gather.js';
import { notice } from '../src/replies/reply.js';
import { quoteSpot, sourceReply } from '../src/replies/source.js';
import { fill } from '../src/replies/words.js';

const definition = {
	name: 'source',
	description: 'The text of a document around a paragraph',
	options: [
		{ type: 'text', name: 'document', description: 'A title or a file name', required: true, autocomplete: true },
		{ type: 'number', name: 'paragraph', description: 'Its number; 1 is the first', min: 1 },
		hide,
	],
} as const;

export default {
	definition,
	isPure: true,

	async suggest({ library, typed }) {
		const documents = new Map((await library.documents()).map(({ file, title }) => [`${title} · ${file}`, file]));
		return matching(typed, [...documents.keys()]).map((name) => ({ name, value: documents.get(name) ?? name }));
	},

	async answer({ library, words, options: { document: file, paragraph = 1 } }) {
		const document = await library.document(file);
		if (!document) return documentChoice(file, await library.documents(), words);
		const last = document.paragraphs.length;
		if (paragraph > last) return notice(fill(words.miss.noParagraph, { of: last }));
		return sourceReply({ document, paragraph, exercises: await exercisesIn(library, document) }, words);
	},

	async press({ library, words, state }) {
		const document = await library.document(state.document);
		if (!document) return notice(words.miss.documentGone);
		const hasChanged = document.version !== state.version;
		if (state.to === 'source.cite' && !hasChanged) {
			return citeReply([Quote.of(document, { start: state.start, end: state.end })], new Map([[document.id, document]]), words);
		}
		const exercises = await exercisesIn(library, document);
		const spot = state.to === 'source.paragraph' ? { document, paragraph: state.paragraph } : quoteSpot(document, state, hasChanged);
		return sourceReply({ ...spot, exercises, hasChanged }, words);
	},
} satisfies Command<typeof definition, 'source'>;
