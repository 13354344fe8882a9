import { answerQuestion } from '../src/answers/answer-question.js';
import { answerReply } from '../src/replies/answer.js';
import type { Command } from '../src/replies/command.js';
import { answerContent } from '../src/replies/gather.js';
import { notice } from '../src/replies/reply.js';

const definition = { name: 'Look this up', kind: 'message menu' } as const;

export default {
	definition,
	isPure: true,
	async answer({ library, words, message = '' }) {
		if (!message.trim()) return notice(words.miss.noText);
		return answerReply(await answerContent(library, await answerQuestion(library, message)), words);
	},
} satisfies Command<typeof definition>;
