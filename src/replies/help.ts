import { cutEscaped } from './citations.js';
import { localName } from './command-json.js';
import { button, buttonRow, exerciseMenu } from './controls.js';
import { cutEnd } from './cut.js';
import { FIELD_NAME } from './limits.js';
import { COLOURS, type Reply } from './reply.js';
import { fill, type Words } from './words.js';

/** What the documents hold, for the examples. */
interface Holdings {
	readonly documents: number;
	readonly exercises: readonly { readonly id: string; readonly name: string }[];
	/** A place at which there is an exercise. */
	readonly place: string | undefined;
	/** Whether the bot hears a mention where it is asked. */
	readonly listens: boolean;
}

/** What the bot does, what its documents hold, and every command with an example that works on them. */
export function helpReply({ documents, exercises, place, listens }: Holdings, { help, button: labels, miss, locale }: Words): Reply {
	const [first, second = first] = exercises;
	const example = (name: string, options: string) => `\`/${localName(name, locale)}\` ${options}`.trim();
	const exercise = first ? cutEscaped(first.name, 80) : '';
	const commands = [
		[example('ask', ''), help.ask],
		[example('drill', exercise), help.drill],
		[example('where', place ? cutEscaped(place, 80) : ''), help.where],
		[example('timeline', ''), help.timeline],
		[example('compare', first && second ? `${exercise} · ${cutEscaped(second.name, 80)}` : ''), help.compare],
		[example('sources', ''), help.sources],
		[example('source', ''), help.source],
		[example('watch', ''), help.watch],
	] as const;
	const held = documents === 0 ? miss.noDocuments : fill(help.holds, { documents, exercises: exercises.length });
	return {
		embeds: [
			{
				title: help.title,
				description: `${help.what}\n\n${held}`,
				color: COLOURS.plain,
				fields: [
					...commands.map(([command, does]) => ({ name: cutEnd(command, FIELD_NAME), value: does })),
					{ name: '\u200b', value: [...(listens ? [help.mention] : []), help.menu, help.hide].join('\n') },
				],
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
