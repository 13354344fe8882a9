import type { ShelfState, Taken } from '../import/shelf.js';
import { Citations, cutEscaped, type Documents } from './citations.js';
import { disagreementItems, value } from './claims.js';
import { button, buttonRow, exerciseMenu } from './controls.js';
import { cutEnd } from './cut.js';
import { type Block, layOut } from './layout.js';
import { EMBED_TITLE } from './limits.js';
import { isolate } from './markdown.js';
import { COLOURS, notice, type Reply } from './reply.js';
import { fill, type Words } from './words.js';

/** Files, documents and exercises named in one reply; the others are counted in the list of documents. */
const SHOWN = 15;

/**
 * What was read of a document, which exercises are new by it, and what it disputes; or why nothing was kept. For the
 * asker alone.
 * @param offered what it is called, for the sentence on why it was not kept
 */
export function takenReply(taken: Taken, documents: Documents, words: Words, offered = ''): Reply {
	const { manage } = words;
	if ('refused' in taken) return notice(fill(manage.notKept, { why: value(`${offered} ${taken.refused}`.trim(), 300) }));
	const { fresh, known, disputed } = taken;
	const names = (exercises: typeof fresh): Block['items'] =>
		exercises.slice(0, SHOWN).map(({ name }) => ({ text: isolate(value(name)), quotes: [] }));
	const blocks: Block[] = [
		{ label: manage.newExercises, style: 'row', items: names(fresh) },
		{ label: manage.knownExercises, style: 'row', items: names(known) },
		...disputed.map((exercise): Block => {
			const items = disagreementItems(exercise, words);
			return { label: `${manage.disagrees}: ${value(exercise.name)}`, style: 'lines', items };
		}),
	];
	const [page] = layOut(blocks, new Citations(documents, words), words, SHOWN);
	const lines = taken.documents
		.slice(0, SHOWN)
		.map(({ title, file }) => `**${isolate(cutEscaped(title || file, 140))}**\n${keptAs(file, words)}`);
	const notes = [
		...(taken.isWhole ? [] : [manage.stillReading]),
		...(taken.isWhole && fresh.length + known.length === 0 ? [manage.noExercise] : []),
	];
	const [first] = taken.documents;
	return {
		embeds: [
			{
				title: cutEnd(fill(manage.added, { title: cutEscaped(first?.title || first?.file || '', 200) }), EMBED_TITLE),
				description: [...lines, ...notes].join('\n'),
				color: COLOURS.plain,
				fields: [...(page?.fields ?? [])],
			},
		],
		components: exerciseMenu('exercises', words.button.chooseExercise, [...fresh, ...known]),
		isPrivate: true,
	};
}

function keptAs(file: string, { manage }: Words): string {
	return fill(manage.keptAs, { file: isolate(cutEscaped(file, 120)) });
}

export function removedReply(file: string, wasThere: boolean, { manage }: Words): Reply {
	return notice(fill(wasThere ? manage.removed : manage.notAdded, { file: value(file) }), wasThere ? COLOURS.plain : COLOURS.miss);
}

/** How far the documents are read, and which files are not. */
export function shelfStateReply({ reading, documents, problems }: ShelfState, words: Words): Reply {
	const { manage, say } = words;
	const items = problems.map(({ file, problem }) => ({ text: `${isolate(value(file, 120))} ${value(problem, 200)}`, quotes: [] }));
	const [page] = layOut(
		[{ label: `${manage.notRead} (${problems.length})`, style: 'lines', items }],
		new Citations(new Map(), words),
		words,
		SHOWN,
	);
	const read = reading ? fill(manage.status, { read: reading.read, of: reading.of }) : manage.statusWhole;
	return {
		embeds: [
			{
				description: [fill(say.documents, { n: documents }), read].join('\n'),
				color: COLOURS.plain,
				fields: [...(page?.fields ?? [])],
			},
		],
		components: buttonRow(button(words.button.sources, { to: 'sources.page', how: 'open', page: 0 })),
		isPrivate: true,
	};
}
