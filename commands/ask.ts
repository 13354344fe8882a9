import { answerQuestion } from '../src/answers/answer-question.js';
import { answerReply } from '../src/replies/answer.js';
import { type Command, hide } from '../src/replies/command.js';
import { answerContent, exerciseByKey } from '../src/replies/gather.js';

const definition = {
	name: 'ask',
	description: 'Answers a question in quotes from the documents',
	options: [{ type: 'text', name: 'question', description: 'In your own words: who hosted Vostok 2022?', required: true }, hide],
} as const;

export default {
	definition,
	isPure: true,
	async answer({ library, words, options, about, previous }) {
		const exercise = about ? await exerciseByKey(library, about) : undefined;
		const answer = await answerQuestion(library, options.question, {
			...(exercise ? { exercise: exercise.id } : {}),
			...(previous ? { previous } : {}),
		});
		return answerReply(await answerContent(library, answer), words);
	},
} satisfies Command<typeof definition>;
