import type { Exercise } from '../exercises/exercise.js';
import type { DocumentSummary } from '../library.js';
import { documentMenu } from './choice.js';
import { cutEscaped } from './citations.js';
import { button, buttonRow, pageButtons } from './controls.js';
import { publicationDate } from './dates.js';
import { EMBED_TITLE } from './limits.js';
import { isolate } from './markdown.js';
import { COLOURS, notice, type Reply } from './reply.js';
import { fill, type Words } from './words.js';

const PER_PAGE = 10;

/** Files named as not read; of more, how many. */
const NOT_READ = 5;

/**
 * The documents, each with its date, passages and exercises, ten to a page, and the files that are not read. With an exercise: those that
 * speak of it.
 */
export function sourcesReply(
	documents: readonly DocumentSummary[],
	words: Words,
	page = 0,
	exercise?: Exercise,
	notRead: readonly string[] = [],
): Reply {
	if (documents.length === 0 && notRead.length === 0) return notice(words.miss.noDocuments);
	const pages = Math.max(1, Math.ceil(documents.length / PER_PAGE));
	const at = Math.min(page, pages - 1);
	const shown = documents.slice(at * PER_PAGE, (at + 1) * PER_PAGE);
	const count = fill(words.say.documents, { n: documents.length });
	return {
		embeds: [
			{
				title: exercise ? cutEscaped(`${words.say.sources}: ${exercise.name}`, EMBED_TITLE) : words.say.sources,
				description: shown.map((document) => documentLine(document, words)).join('\n\n') || words.miss.noDocuments,
				color: COLOURS.plain,
				...(notRead.length > 0 ? { fields: [{ name: words.say.notRead, value: fileNames(notRead) }] } : {}),
				footer: { text: pages > 1 ? `${count} · ${fill(words.say.page, { n: at + 1, of: pages })}` : count },
			},
		],
		components: [
			...buttonRow([
				...pageButtons(at, pages, words, (next) =>
					exercise ? { to: 'sources.of', how: 'turn', exercise: exercise.id, page: next } : { to: 'sources.page', how: 'turn', page: next },
				),
				...button(words.button.export, exercise ? { to: 'drill.export', exercise: exercise.id } : { to: 'sources.export' }),
			]),
			...documentMenu(shown, words),
		],
	};
}

function documentLine({ title, file, publishedOn, publisher, passages, exercises }: DocumentSummary, words: Words): string {
	const facts = [
		publicationDate(publishedOn, words),
		publisher ? isolate(cutEscaped(publisher, 60)) : '',
		fill(words.say.passageCount, { n: passages }),
		fill(words.say.exerciseCount, { n: exercises }),
		isolate(cutEscaped(file, 90)),
	];
	return `**${isolate(cutEscaped(title || file, 140))}**\n${facts.filter(Boolean).join(' · ')}`;
}

function fileNames(files: readonly string[]): string {
	const named = files.slice(0, NOT_READ).map((file) => isolate(cutEscaped(file, 90)));
	return [...named, ...(files.length > NOT_READ ? [`… (+${files.length - NOT_READ})`] : [])].join(' · ');
}
