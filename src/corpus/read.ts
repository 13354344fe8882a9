import { createHash } from 'node:crypto';
import type { Span } from '../text/span.js';
import { printedDates } from './calendar.js';
import { decode, UnreadableFile } from './decode.js';
import type { Document, Paragraph, Publication, Section } from './document.js';
import { splitFrontMatter } from './front-matter.js';
import { type Block, structureOf } from './structure.js';

/** Longest title made of a first sentence, in UTF-16 code units. */
const longestMadeTitle = 90;

/**
 * One file as a document.
 * @param file path inside the documents folder, with forward slashes
 * @throws UnreadableFile with what is wrong, in words for people
 */
export function readDocument(file: string, bytes: Uint8Array): Document {
	const { facts, body: text } = splitFrontMatter(decode(bytes));
	const blocks = structureOf(text, facts.title !== undefined);
	if (blocks.length === 0) throw new UnreadableFile('holds no text');
	const stated = facts.published ? frontMatterDate(facts.published) : null;
	const sections = sectionsOf(text, blocks, stated);
	const byline = blocks.find((block) => block.kind === 'byline');
	return {
		id: shortHash(file),
		version: shortHash(text),
		file,
		title: facts.title ?? titleOf(text, blocks),
		text,
		paragraphs: blocks.map(withoutDate),
		sections,
		publishedOn: stated ?? (sections.length === 1 ? (sections[0]?.publishedOn ?? null) : null),
		url: facts.url ?? null,
		publisher: facts.publisher ?? null,
		author: facts.author ?? (byline ? text.slice(byline.start, byline.end).replace(/^by:?\s+/i, '') : null),
	};
}

function withoutDate({ states: _, ...paragraph }: Block): Paragraph {
	return paragraph;
}

function shortHash(value: string): string {
	return createHash('sha256').update(value).digest('base64url').slice(0, 8);
}

function frontMatterDate(published: string): Publication | null {
	const [date] = printedDates(published);
	if (date) return { on: date.on, precision: date.precision, span: null };
	const coarse = /^((?:19|20)\d\d)(?:-(0[1-9]|1[0-2]))?$/.exec(published);
	if (!coarse) throw new UnreadableFile(`has a "published" date that cannot be read (${published}): write it like 2024-09-09`);
	return { on: published, precision: coarse[2] ? 'month' : 'year', span: null };
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
		const printed = inside.find((block) => block.states)?.states ?? null;
		return {
			start,
			end,
			title: title ? { start: title.start, end: title.end } : null,
			publishedOn: starts.length > 1 ? printed : (stated ?? printed),
		};
	});
}
