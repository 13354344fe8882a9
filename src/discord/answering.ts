import type { Library } from '../library.js';
import type { Asked, Command } from '../replies/command.js';
import { withProgress } from '../replies/progress.js';
import { notice, type Reply } from '../replies/reply.js';
import { createKnownReplies } from './known-replies.js';
import type { Queue } from './queue.js';

type Question = Parameters<Command['answer']>[0];
type Press = Parameters<NonNullable<Command['press']>>[0];

/** What commands say: at once where it is known, else when its turn has come. Undefined: too many wait already. */
export interface Answering {
	/** To a question, and how far the documents are read while they still are. */
	toQuestion(command: Command, question: Question): Promise<Reply> | undefined;
	/** To a button or a menu entry. */
	toPress(command: Command, press: Press): Promise<Reply> | undefined;
}

export function createAnswering(queue: Queue): Answering {
	const known = createKnownReplies();
	const worked = (command: Command, { library, words }: Asked, asked: object, work: () => Promise<Reply>) => {
		const key = { locale: words.locale, ...asked };
		return known.find(library, command, key) ?? queue.add(() => known.make(library, command, key, work));
	};
	return {
		toQuestion(command, question) {
			const { subcommand, message, listens, about, previous } = question;
			const { hide, ...options }: Readonly<Record<string, unknown>> = question.options;
			const asked = { options, subcommand, message, listens, about, previous };
			const reply = worked(command, question, asked, () => command.answer(question));
			return reply && withReading(reply, question.library, question);
		},
		toPress: (command, press) =>
			worked(command, press, { state: press.state }, async () => command.press?.(press) ?? notice(press.words.miss.oldButton)),
	};
}

async function withReading(work: Promise<Reply>, library: Library, { words }: Asked): Promise<Reply> {
	const [reply, reading] = await Promise.all([work, library.reading()]);
	return withProgress(reply, reading, words);
}
