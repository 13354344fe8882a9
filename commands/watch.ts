import { suggestTopics, topicKey, topicOf } from '../src/alerts/topic.js';
import { matching } from '../src/replies/choices.js';
import type { Command } from '../src/replies/command.js';
import { CHOICES } from '../src/replies/limits.js';
import { notice } from '../src/replies/reply.js';
import { topicName, unknownTopic, watchAdded, watchList, watchRemoved } from '../src/replies/watches.js';

const topic = {
	type: 'text',
	name: 'topic',
	description: 'An exercise, series, country or place',
	required: true,
	autocomplete: true,
	maxLength: 200,
} as const;

const definition = {
	name: 'watch',
	description: 'Posts the quote in this channel when a new document speaks of something',
	isForManagers: true,
	needs: 'watches',
	subcommands: [
		{ name: 'add', description: 'Watch it in this channel', options: [topic] },
		{ name: 'list', description: 'What this server watches' },
		{ name: 'remove', description: 'Watch it no longer', options: [topic] },
	],
} as const;

export default {
	definition,

	async suggest({ library, words, watches, server, channel, subcommand, typed }) {
		if (subcommand === 'add') {
			const topics = await suggestTopics(library, typed, CHOICES);
			return topics.map((found) => ({ name: topicName(found, words), value: topicKey(found) }));
		}
		const watched = new Map<string, string>();
		for (const watch of watches?.ofServer(server ?? '') ?? []) {
			const name = topicName(watch.topic, words);
			watched.set(watch.channel === channel ? name : `${name} · ${watch.channel}`, watch.id);
		}
		return matching(typed, [...watched.keys()]).map((name) => ({ name, value: watched.get(name) ?? name }));
	},

	async answer({ library, words, watches, server, channel, subcommand, options: { topic: typed = '' } }) {
		if (!watches || !server || !channel) return notice(words.manage.managersOnly);
		const of = watches.perServer;
		if (subcommand === 'list') return watchList(watches.ofServer(server), of, words);
		if (subcommand === 'remove') return watchRemoved(await watches.remove(server, await watchMeant()), words);
		const found = await topicOf(library, typed);
		if (!found.topic) return unknownTopic(typed, found.near, words);
		const outcome = await watches.add({ server, channel, topic: found.topic });
		return watchAdded(outcome, found.topic, { n: watches.ofServer(server).length, of, isKnown: found.isKnown }, words);

		/** The id that was chosen, or the watch of what was typed: in this channel before another. */
		async function watchMeant(): Promise<string> {
			const own = watches?.ofServer(server ?? '') ?? [];
			const meant = (await topicOf(library, typed)).topic;
			const fitting = own.filter((watch) => meant && topicKey(watch.topic) === topicKey(meant));
			return (own.find(({ id }) => id === typed) ?? fitting.find((watch) => watch.channel === channel) ?? fitting[0])?.id ?? '';
		}
	},
} satisfies Command<typeof definition>;
