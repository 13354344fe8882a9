import { createHash } from 'node:crypto';
import { atOnce, type Pieces } from '../taking-turns.js';
import type { Span } from '../text/span.js';
import type { Article } from './article.js';
import { UnreadableFile } from './decode.js';
import type { Document, Paragraph, Publication, Section } from './document.js';
import { readTextArticle } from './formats/text.js';
import { factsOf } from './head-facts.js';
import { normalised } from './normalise.js';
import { pageStarts } from './pages.js';
import { publicationOf } from './published.js';
import { type Block, structureOf } from './structure.js';

/** Longest title made of a first sentence, in UTF-16 code units. */
const longestMadeTitle = 90;

/** A document, and what of its file could not be read, in words for people: "has a …". */
export interface ReadFile {
	readonly document: Document;
	readonly problems: readonly string[];
}

/**
 * One `.txt` or `.md` file as a document.
 * @param file path inside the documents folder, with forward slashes
 * @throws UnreadableFile with what is wrong, in words for people
 */
export function readDocument(file: string, bytes: Uint8Array): Document {
	return readWithProblems(file, bytes).document;
}

/** Like `readDocument`, with what had to be left out of the file's head. */
export function readWithProblems(file: string, bytes: Uint8Array): ReadFile {
	const { article, problems } = readTextArticle(bytes, /\.(?:md|markdown)$/i.test(file));
	const read = atOnce(readArticle(file, article));
	return { document: read.document, problems: [...problems, ...read.problems] };
}

/**
 * One article of a file as a document, piece by piece: a file may hold a hundred thousand paragraphs.
 * @throws UnreadableFile when it holds no text
 */
export function* readArticle(file: string, article: Article): Pieces<ReadFile> {
	const { facts, problems } = factsOf(article.fields);
	const isMarkdown = article.markdown === true;
	const text = normalised(article.text, isMarkdown);
	yield;
	const captions = new Set(article.captions?.map((line) => normalised(line, isMarkdown).trim()));
	const blocks = yield* structureOf(text, facts.title !== undefined, captions);
	if (blocks.length === 0) throw new UnreadableFile('holds no text');
	const stated = facts.published ?? null;
	const sections = sectionsOf(text, blocks, stated);
	const byline = blocks.find((block) => block.kind === 'byline');
	const document = {
		id: shortHash(article.entry ? `${file}#${article.entry.key}` : file),
		version: shortHash(text),
		file: article.entry ? `${file}#${article.entry.number}` : file,
		title: facts.title ?? titleOf(text, blocks),
		text,
		paragraphs: blocks.map(withoutDate),
		sections,
		publishedOn: stated ?? (sections.length === 1 ? (sections[0]?.publishedOn ?? null) : null),
		url: facts.url ?? null,
		publisher: facts.publisher ?? null,
		author: facts.author ?? (byline ? text.slice(byline.start, byline.end).replace(/^by:?\s+/i, '') : null),
		...(article.pages ? { pages: pageStarts(text, article.pages) } : {}),
	};
	return { document, problems };
}

function withoutDate({ states: _, ...paragraph }: Block): Paragraph {
	return paragraph;
}

function shortHash(value: string): string {
	return createHash('sha256').update(value).digest('base64url').slice(0, 8);
}

function titleOf(text: string, blocks: readonly Block[]): string {
	const sentences = blocks.flatMap((block) => block.sentences);
	const title = sentences.find((sentence) => sentence.kind === 'title');
	if (title) return folded(text, title);
	const first = sentences.find((sentence) => sentence.kind === 'prose') ?? sentences[0];
	return first ? cutTitle(folded(text, first)) : '';
}

function folded(text: string, { start, end }: Span): string {
	return text.slice(start, end).replace(/\s+/g, ' ');
}

function cutTitle(sentence: string): string {
	if (sentence.length <= longestMadeTitle) return sentence;
	const space = sentence.lastIndexOf(' ', longestMadeTitle - 1);
	const end = space > 0 ? space : longestMadeTitle - 1;
	return `${sentence.slice(0, /[\uD800-\uDBFF]/.test(sentence.charAt(end - 1)) ? end - 1 : end)}…`;
}

/**
 * A document is one section, unless headings with a date line below each make it a news feed: then each is an article of its own.
 */
function sectionsOf(text: string, blocks: readonly Block[], stated: Publication | null): Section[] {
	const dated = blocks.filter(
		(block, index) => blocks[index + 1]?.kind === 'dateline' && (block.kind === 'heading' || block.kind === 'title'),
	);
	const starts = dated.length > 1 ? dated.map((block) => block.start) : [];
	if (starts[0] !== 0) starts.unshift(0);
	return starts.map((start, index) => {
		const end = starts[index + 1] ?? text.length;
		const inside = blocks.filter((block) => block.start >= start && block.start < end);
		const title = inside
			.flatMap((block) => block.sentences)
			.find(({ kind }) => kind === 'title' || (kind === 'heading' && dated.length > 1));
		const printed = publicationOf(text, inside);
		return {
			start,
			end,
			title: title ? { start: title.start, end: title.end } : null,
			publishedOn: starts.length > 1 ? printed : (stated ?? printed),
		};
	});
}
