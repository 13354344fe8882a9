import { value } from './claims.js';
import { localName } from './command-json.js';
import { button, buttonRow, exerciseMenu } from './controls.js';
import { COLOURS, type Reply } from './reply.js';
import { fill, type Words } from './words.js';

/** What the documents hold, for the examples. */
export interface Holdings {
	readonly documents: number;
	readonly exercises: readonly { readonly id: string; readonly name: string }[];
	/** A place at which there is an exercise. */
	readonly place: string | undefined;
}

/** What the bot does, what its documents hold, and every command with an example that works on them. */
export function helpReply({ documents, exercises, place }: Holdings, { help, button: labels, miss, locale }: Words): Reply {
	const [first, second = first] = exercises;
	const example = (name: string, options: string) => `\`/${localName(name, locale)}\` ${options}`.trim();
	const exercise = first ? value(first.name) : '…';
	const lines = [
		[example('ask', ''), help.ask],
		[example('drill', exercise), help.drill],
		[example('where', place ? value(place) : '…'), help.where],
		[example('timeline', ''), help.timeline],
		[example('compare', first && second ? `${exercise} · ${value(second.name)}` : '…'), help.compare],
		[example('sources', ''), help.sources],
		[example('source', ''), help.source],
	];
	return {
		embeds: [
			{
				title: help.title,
				description: [
					help.what,
					documents === 0 ? miss.noDocuments : fill(help.holds, { documents, exercises: exercises.length }),
					lines.map(([command, does]) => `${command}\n${does}`).join('\n'),
					[help.mention, help.menu, help.hide].join('\n'),
				].join('\n\n'),
				color: COLOURS.plain,
			},
		],
		components: [
			...buttonRow([
				...button(labels.sources, { to: 'sources.page', how: 'open', page: 0 }),
				...button(labels.timeline, { to: 'timeline.page', how: 'open', page: 0, country: '', place: '', from: null, until: null }),
			]),
			...exerciseMenu('exercises', labels.chooseExercise, exercises),
		],
	};
}
