import { type Asked, type Command, hide } from '../src/replies/command.js';
import { helpReply } from '../src/replies/help.js';
import type { Reply } from '../src/replies/reply.js';

const definition = { name: 'help', description: 'What the bot does, what its documents hold, and how to ask', options: [hide] } as const;

export default {
	definition,
	isPure: true,
	answer: ({ listens = true, ...asked }) => help(asked, listens),
	press: (asked) => help(asked, false),
} satisfies Command<typeof definition, 'help'>;

async function help({ library, words }: Asked, listens: boolean): Promise<Reply> {
	const documents = await library.documents();
	const exercises = (await library.entries()).toSorted(
		(a, b) => Number(b.named) - Number(a.named) || b.documents.length - a.documents.length,
	);
	const [first] = await library.places('', 1);
	return helpReply({ documents: documents.length, exercises, place: first?.place.name, listens }, words);
}
