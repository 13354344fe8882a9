import { LRUCache } from 'lru-cache';
import type { Library } from '../library.js';
import type { Command } from '../replies/command.js';
import type { Reply } from '../replies/reply.js';

/** Replies kept of a library: some tens of kilobytes each. One with files may be larger, and is not kept. */
const MOST = 256;

/** What was said of a library is said again, as long as it is the one that is asked; what is being worked out, to all who wait for it. */
export interface KnownReplies {
	/** @param asked all that the reply depends on beside the library; it is told apart by its JSON */
	find(library: Library, command: Command, asked: object): Promise<Reply> | undefined;
	/** Works a reply out where it is not known; one that fails, or is of a command that may say something else next time, is not kept. */
	make(library: Library, command: Command, asked: object, work: () => Promise<Reply>): Promise<Reply>;
}

export function createKnownReplies(): KnownReplies {
	const byLibrary = new WeakMap<Library, LRUCache<string, Promise<Reply>>>();
	const keyOf = ({ definition }: Command, asked: object) => JSON.stringify([definition.name, asked]);
	return {
		find: (library, command, asked) => (command.isPure ? byLibrary.get(library)?.get(keyOf(command, asked)) : undefined),
		make(library, command, asked, work) {
			if (!command.isPure) return work();
			const known = byLibrary.get(library) ?? new LRUCache<string, Promise<Reply>>({ max: MOST });
			byLibrary.set(library, known);
			const key = keyOf(command, asked);
			const reply = known.get(key) ?? work();
			known.set(key, reply);
			reply.then(
				({ files }) => files && known.delete(key),
				() => known.delete(key),
			);
			return reply;
		},
	};
}
