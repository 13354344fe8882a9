import { type Document, pageAt, paragraphAt } from '../corpus/document.js';
import { Quote } from '../corpus/quote.js';
import type { Exercise } from '../exercises/exercise.js';
import type { Span } from '../text/span.js';
import { cutEscaped, placeOf } from './citations.js';
import { button, buttonRow, exerciseMenu } from './controls.js';
import type { State } from './custom-id.js';
import { cutEnd } from './cut.js';
import { EMBED_TITLE, FIELD_NAME } from './limits.js';
import { oneLine } from './markdown.js';
import { kindNote, quotation } from './quotation.js';
import { LONE_LINK, linkTarget, quoteLink } from './quote-link.js';
import { COLOURS, type Reply } from './reply.js';
import { fill, type Words } from './words.js';

/** Of the paragraph that was asked for, and of the ones beside it. */
const MAIN_TEXT = 1_000;
const BESIDE_TEXT = 600;

/** Where in a document to look: a paragraph (from 1), and the stretch to mark if there is one. */
interface Spot {
	readonly document: Document;
	readonly paragraph: number;
	readonly marked?: Span;
}

interface SourceContent extends Spot {
	/** Exercises that the document speaks of. */
	readonly exercises: readonly Exercise[];
	/** The document is another than the one the button was made for. */
	readonly hasChanged?: boolean;
}

/** The paragraph of a quote. In a document that has changed the offsets mean nothing any more: then it is opened at its beginning. */
export function quoteSpot(document: Document, quote: Span, hasChanged: boolean): Spot {
	const paragraph = hasChanged ? undefined : paragraphAt(document, quote.start);
	return paragraph ? { document, paragraph: paragraph.number, marked: quote } : { document, paragraph: 1 };
}

/** A paragraph with the one before and the one after it, word for word; the marked words are in bold. */
export function sourceReply({ document, paragraph, marked, exercises, hasChanged = false }: SourceContent, words: Words): Reply {
	const last = document.paragraphs.length;
	const at = Math.min(Math.max(1, paragraph), last);
	const shown = document.paragraphs[at - 1];
	const spot = marked ?? shown;
	const address = spot ? quoteLink(document, spot, LONE_LINK) : linkTarget(document.url);
	const to = (number: number): State => {
		return { to: 'source.paragraph', how: 'turn', document: document.id, version: document.version, paragraph: number };
	};
	return {
		embeds: [
			{
				title: cutEscaped(document.title || document.file, EMBED_TITLE),
				...(hasChanged ? { description: words.say.changed } : {}),
				...(address ? { url: address } : {}),
				color: COLOURS.plain,
				fields: document.paragraphs
					.filter(({ number }) => Math.abs(number - at) <= 1)
					.map((part) => ({
						name: heading(document, part, part.number === at, words),
						value: quotation(Quote.of(document, part), marked ? [marked] : [], part.number === at ? MAIN_TEXT : BESIDE_TEXT),
					})),
				footer: { text: `${fill(words.say.paragraph, { n: at, of: last })} · ${cutEnd(oneLine(document.file), 200)}` },
			},
		],
		components: [
			...(last > 1
				? buttonRow([
						...button(words.button.earlier, to(Math.max(1, at - 1)), at <= 1),
						...button(words.button.later, to(Math.min(last, at + 1)), at >= last),
					])
				: []),
			...buttonRow([
				...button(words.button.cite, {
					to: 'source.cite',
					document: document.id,
					version: document.version,
					...quoted(document, at, marked),
				}),
			]),
			...exerciseMenu('exercises', words.button.chooseExercise, exercises),
		],
	};
}

/** What is cited: the stretch that is marked, else the paragraph. */
function quoted({ paragraphs }: Document, paragraph: number, marked: Span | undefined): Span {
	const { start, end } = marked ?? paragraphs[paragraph - 1] ?? { start: 0, end: 0 };
	return { start, end };
}

function heading(document: Document, part: Span & { number: number }, isMain: boolean, words: Words): string {
	const note = kindNote(document, part, words);
	const place = placeOf({ page: pageAt(document, part.start), paragraph: part.number }, words);
	return cutEnd(`${isMain ? '▸ ' : ''}${place}${note ? ` · ${note}` : ''}`, FIELD_NAME);
}
