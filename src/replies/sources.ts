import type { Document } from '../corpus/document.js';
import { Quote } from '../corpus/quote.js';
import type { Exercise } from '../exercises/exercise.js';
import type { DocumentSummary } from '../library.js';
import { documentMenu } from './choice.js';
import { cutEscaped, linkTarget } from './citations.js';
import { button, buttonRow, exerciseMenu, pageButtons } from './controls.js';
import { cutEnd } from './cut.js';
import { publicationDate } from './dates.js';
import { EMBED_TITLE, ITEM } from './limits.js';
import { isolate, oneLine } from './markdown.js';
import { kindNote, quotation } from './quotation.js';
import { COLOURS, notice, type Reply } from './reply.js';
import { fill, type Words } from './words.js';

const PER_PAGE = 10;

/** The documents, each with its date, passages and exercises, ten to a page. With an exercise: those that speak of it. */
export function sourcesReply(documents: readonly DocumentSummary[], words: Words, page = 0, exercise?: Exercise): Reply {
	if (documents.length === 0) return notice(words.miss.noDocuments);
	const pages = Math.ceil(documents.length / PER_PAGE);
	const at = Math.min(page, pages - 1);
	const shown = documents.slice(at * PER_PAGE, (at + 1) * PER_PAGE);
	const count = fill(words.say.documents, { n: documents.length });
	return {
		embeds: [
			{
				title: exercise ? cutEscaped(`${words.say.sources}: ${exercise.name}`, EMBED_TITLE) : words.say.sources,
				description: shown.map((document) => documentLine(document, words)).join('\n\n'),
				color: COLOURS.plain,
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

/** Where in a document to look: a paragraph, with the stretch to mark if there is one. */
export interface Spot {
	readonly document: Document;
	/** 1-based. */
	readonly paragraph: number;
	readonly marked?: { readonly start: number; readonly end: number };
	/** Exercises read out of the document, for the menu. */
	readonly exercises: readonly Exercise[];
}

/** A paragraph with the one before and the one after it, word for word; the marked words are in bold. */
export function sourceReply({ document, paragraph, marked, exercises }: Spot, words: Words): Reply {
	const around = document.paragraphs.filter(({ number }) => Math.abs(number - paragraph) <= 1);
	const address = linkTarget(document.url);
	const to = (number: number) =>
		({ to: 'source.paragraph', how: 'turn', document: document.id, version: document.version, paragraph: number }) as const;
	const last = document.paragraphs.length;
	return {
		embeds: [
			{
				title: cutEscaped(document.title || document.file, EMBED_TITLE),
				...(address ? { url: address } : {}),
				color: COLOURS.plain,
				fields: around.map((part) => {
					const quote = Quote.of(document, part);
					const note = kindNote(document, part, words, part.kind);
					return {
						name: `${part.number === paragraph ? '▸ ' : ''}¶ ${part.number}${note ? ` · ${note}` : ''}`,
						value: quotation(quote, marked ? [marked] : [], part.number === paragraph ? ITEM + 300 : ITEM),
					};
				}),
				footer: { text: [fill(words.say.paragraph, { n: paragraph, of: last }), cutEnd(oneLine(document.file), 200)].join(' · ') },
			},
		],
		components: [
			...buttonRow([
				...(last > 1 ? button(words.button.earlier, to(Math.max(1, paragraph - 1)), paragraph <= 1) : []),
				...(last > 1 ? button(words.button.later, to(Math.min(last, paragraph + 1)), paragraph >= last) : []),
			]),
			...exerciseMenu('exercises', words.button.chooseExercise, exercises),
		],
	};
}
