import type { Spoken } from '../alerts/spoken.js';
import type { Topic } from '../alerts/topic.js';
import type { Added, Watch } from '../alerts/watches.js';
import type { Exercise, Suggestion } from '../exercises/exercise.js';
import { answerReply } from './answer.js';
import { cutEscaped } from './citations.js';
import { value } from './claims.js';
import { exerciseMenu } from './controls.js';
import { cutEnd } from './cut.js';
import { EMBED_TITLE } from './limits.js';
import { isolate } from './markdown.js';
import { COLOURS, notice, type Reply } from './reply.js';
import { fill, type Words } from './words.js';

/** A topic as it is shown and chosen: "Vostok, every edition". As plain text. */
export function topicName({ kind, name }: Topic, { watch }: Words): string {
	return kind === 'series' ? fill(watch.everyEdition, { name }) : name;
}

function shown(topic: Topic, words: Words): string {
	return isolate(value(topicName(topic, words)));
}

/** What came of adding a topic. */
export function watchAdded(
	outcome: Added,
	topic: Topic,
	{ n, of, isKnown }: { n: number; of: number; isKnown: boolean },
	words: Words,
): Reply {
	const { watch } = words;
	const said = fill(watch[outcome], { topic: shown(topic, words), n, of });
	return notice(outcome === 'added' && !isKnown ? `${said} ${watch.unknownYet}` : said, COLOURS.plain);
}

/** For a topic that is none: the nearest names are offered, never taken. */
export function unknownTopic(typed: string, near: readonly Suggestion[], words: Words): Reply {
	const said = fill(words.watch.unknown, { name: value(typed) });
	return {
		...notice(near.length > 0 ? `${said} ${words.miss.nearestNames}` : said),
		components: exerciseMenu('choice', words.button.chooseExercise, near),
	};
}

export function watchRemoved(watch: Watch | undefined, words: Words): Reply {
	if (!watch) return notice(words.watch.notWatched);
	return notice(fill(words.watch.removed, { topic: shown(watch.topic, words), channel: `<#${watch.channel}>` }), COLOURS.plain);
}

/** Every watch of a server, by channel. */
export function watchList(watches: readonly Watch[], of: number, words: Words): Reply {
	if (watches.length === 0) return notice(words.watch.none);
	const lines = watches.map(({ channel, topic }) => `- ${shown(topic, words)} · <#${channel}>`);
	const [reply] = [notice(lines.join('\n'), COLOURS.plain)];
	return { ...reply, embeds: reply.embeds.map((embed) => ({ ...embed, title: fill(words.watch.list, { n: watches.length, of }) })) };
}

/** What an alert quotes, with what is shown beside it. */
interface AlertContent {
	readonly topic: Topic;
	readonly spoken: Pick<Spoken, 'document' | 'quote' | 'highlight' | 'kind'>;
	readonly exercise: Exercise | undefined;
	/** Further new documents on it that are not quoted. */
	readonly more: number;
}

/** The quote that a new document has on a watched topic, with its source and the buttons of an answer. */
export function alertReply({ topic, spoken, exercise, more }: AlertContent, words: Words): Reply {
	const { document, quote, highlight, kind } = spoken;
	const highlights = highlight.end > highlight.start ? [highlight] : [];
	const reply = answerReply(
		{
			answer: {
				question: '',
				answered: true,
				confidence: 1,
				answer: null,
				evidence: [{ quote, highlights, kind }],
				exercise: exercise?.id ?? null,
				reason: null,
			},
			documents: new Map([[document.id, document]]),
			exercise,
			offered: [],
		},
		words,
	);
	const title = cutEnd(fill(words.watch.found, { topic: cutEscaped(topicName(topic, words), 200) }), EMBED_TITLE);
	const footer = more > 0 ? { footer: { text: fill(words.watch.more, { n: more }) } } : {};
	return { ...reply, embeds: reply.embeds.map((embed) => ({ ...embed, title, ...footer })) };
}
