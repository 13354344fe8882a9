import type { Document, Section, Sentence } from '../../corpus/document.js';
import type { Exercise } from '../../exercises/exercise.js';
import type { Library } from '../../library.js';
import { memoised } from '../../memoised.js';
import type { Span } from '../../text/span.js';
import { exercisesToldIn, focusOn } from '../guards/exercise.js';
import type { NamedExercise } from '../question/named-exercises.js';
import { type Story, storiesOf, twinOf } from './same-story.js';

/** A run of whole sentences of one article, about as long as those that the reader was trained on. */
export interface DocumentStretch {
	readonly document: Document;
	readonly section: Section;
	readonly sentences: readonly Sentence[];
	/** How well the search liked it, 1 for the best. */
	readonly rank: number;
	/** Where other documents print the same story. */
	readonly story?: Story | undefined;
}

type Tile = Omit<DocumentStretch, 'rank' | 'story'>;

const wordsInTile = 95;
const longestTile = wordsInTile * 1.3;
/** A rest of so few words goes with the tile before. */
const smallRest = 20;

/** A document cut into stretches, always at the same places: an equal question on it is read once. */
const tilesOf = memoised((document: Document): readonly Tile[] =>
	document.sections.flatMap((section) => {
		const sentences = document.paragraphs.flatMap((paragraph) =>
			paragraph.sentences.filter(({ start }) => start >= section.start && start < section.end),
		);
		return runsOf(
			sentences.map((sentence) => ({ sentence, words: wordCount(document.text.slice(sentence.start, sentence.end)) })),
		).map((run) => ({ document, section, sentences: run }));
	}),
);

function runsOf(counted: readonly { readonly sentence: Sentence; readonly words: number }[]): Sentence[][] {
	const runs: { sentences: Sentence[]; words: number }[] = [];
	let open: (typeof runs)[number] | undefined;
	for (const { sentence, words } of counted) {
		if (!open || open.words >= wordsInTile || open.words + words > longestTile) {
			open = { sentences: [], words: 0 };
			runs.push(open);
		}
		open.sentences.push(sentence);
		open.words += words;
	}
	const last = runs.at(-1);
	const before = runs.at(-2);
	if (last && before && last.words < smallRest && before.words + last.words < wordsInTile * 1.5) {
		before.sentences.push(...last.sentences);
		runs.pop();
	}
	return runs.map(({ sentences }) => sentences);
}

function wordCount(text: string): number {
	return text.split(/\s+/).length;
}

const passagesSearched = 50;

/** The stretches to be read for a question, and the exercises that the documents found for it tell of. */
interface Found {
	readonly stretches: readonly DocumentStretch[];
	readonly catalogue: readonly Exercise[];
}

/**
 * The stretches that the search finds for a question, best first; of those none in which no sentence may answer, for
 * they would be read in vain. Where it finds fewer, the text around what it finds is read too, and the whole of a small
 * library: a question in wholly other words than the text's finds nothing. What several documents print is read in one
 * of them; what one of them alone says is read too.
 */
export async function stretchesFor(
	library: Library,
	question: string,
	asked: readonly NamedExercise[],
	atMost: number,
): Promise<Found> {
	const hits = await library.search(question, passagesSearched);
	const top = hits[0]?.score ?? 1;
	const hitDocuments = await Promise.all(hits.map(({ passage }) => library.document(passage.documentId)));
	const documents = await orFirst(library, new Set(hitDocuments.filter((document) => document !== undefined)));
	const catalogue = asked.length > 0 ? await exercisesToldIn(library, [...documents]) : [];
	const stories = await storiesOf([...documents]);
	const found = new Map<Tile, DocumentStretch>();
	const add = (tile: Tile, rank: number) => {
		const { document, section, sentences } = tile;
		if (found.size >= atMost || found.has(tile)) return;
		if (sentences.every((sentence) => focusOn(asked, catalogue, document, section, sentence) === null)) return;
		found.set(tile, { ...tile, rank, story: stories.get(document) });
	};
	const told = new Set(hits.length > 0 ? [] : documents);
	for (const [index, { passage, score }] of hits.entries()) {
		if (found.size >= atMost) break;
		const document = hitDocuments[index];
		if (!document) continue;
		const tiles = toldIn(document, passage, stories.get(document));
		for (const tile of tiles) told.add(tile.document);
		for (const tile of tiles) add(tile, score / top);
	}
	for (const document of told) if (found.size < atMost) for (const tile of tilesOf(document)) add(tile, 0);
	return { stretches: [...found.values()], catalogue };
}

/**
 * The tiles that a passage lies in: for sentences that the document shown for the story has too, its tiles; a
 * correction has the last word.
 */
function toldIn(document: Document, passage: Span, story: Story | undefined): Tile[] {
	const isIn = ({ start, end }: Span) => start < passage.end && end > passage.start;
	const own = tilesOf(document).filter((tile) => tile.sentences.some(isIn));
	if (!story || story.shown === document) return own;
	const sentences = own.flatMap((tile) => tile.sentences).filter(isIn);
	const twins = sentences.map((sentence) => twinOf(document, sentence, story.shown));
	const shown = tilesOf(story.shown).filter((tile) => tile.sentences.some((sentence) => twins.includes(sentence)));
	const isOwn = sentences.some((_, at) => twins[at] === undefined) && !story.superseded.includes(document);
	return isOwn ? [...shown, ...own] : shown;
}

const smallLibrary = 3;

/** What was found, or the first documents of the library where nothing was. */
async function orFirst(library: Library, found: ReadonlySet<Document>): Promise<ReadonlySet<Document>> {
	if (found.size > 0) return found;
	const summaries = await library.documents(smallLibrary);
	const first = await Promise.all(summaries.map(({ id }) => library.document(id)));
	return new Set(first.filter((document) => document !== undefined));
}
