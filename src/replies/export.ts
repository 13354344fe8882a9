import type { Document } from '../corpus/document.js';
import { Quote, quoteKey } from '../corpus/quote.js';
import { type MergedClaims, mergedClaims } from '../exercises/catalogue/merged-claims.js';
import type { Claim, Exercise } from '../exercises/exercise.js';
import type { DocumentSummary } from '../library.js';
import type { Documents } from './citations.js';
import { sourceFacts } from './cite.js';
import { claimFields } from './claims.js';
import { cutEnd } from './cut.js';
import { ATTACHMENT_BYTES } from './limits.js';
import { escapeLine } from './markdown.js';
import { LONE_LINK, quoteLink } from './quote-link.js';
import { COLOURS, type Reply, type ReplyFile } from './reply.js';
import type { Words } from './words.js';

/** The record of an exercise as Markdown, CSV and JSON, every value with its source as a newsroom prints it; for the asker alone. */
export function exerciseExport(exercise: Exercise, documents: Documents, words: Words): Reply {
	const record = { ...exercise, sources: [...documents.values()].map(sourceOf) };
	const markdown = exerciseMarkdown(exercise, documents, words);
	return exportReply(fileName(exercise.name), markdown, exerciseTable(exercise, documents), record, words);
}

function sourceOf({ file, publisher, author, publishedOn, title, url }: Document) {
	return { document: file, publisher, author, published: publishedOn?.on ?? null, title, url };
}

/** The list of documents as Markdown, CSV and JSON. */
export function sourcesExport(documents: readonly DocumentSummary[], words: Words): Reply {
	const rows = documents.map(({ file, title, publishedOn, publisher, passages, exercises }) => [
		file,
		title,
		publishedOn?.on ?? '',
		publisher ?? '',
		passages,
		exercises,
	]);
	const header = ['document', 'title', 'published', 'publisher', 'passages', 'exercises'];
	const markdown = rows.map(
		([file, title, published]) => `- ${escapeLine(`${title}`)} · ${published || words.say.undated} · ${escapeLine(`${file}`)}`,
	);
	return exportReply('sources', `# ${words.say.sources}\n\n${markdown.join('\n')}\n`, [header, ...rows], documents, words);
}

type Row = readonly (string | number)[];

function exportReply(name: string, markdown: string, table: readonly Row[], record: unknown, words: Words): Reply {
	const json = `${JSON.stringify(record, plainly, '\t')}\n`;
	const files = [
		{ name: `${name}.md`, data: Buffer.from(markdown) },
		{ name: `${name}.csv`, data: Buffer.from(csv(table)) },
		{ name: `${name}.json`, data: Buffer.from(json) },
	].filter(({ data }: ReplyFile) => data.length <= ATTACHMENT_BYTES);
	return { embeds: [{ description: words.say.exportReady, color: COLOURS.plain }], components: [], files, isPrivate: true };
}

/** Quotes as the terminal prints them; a claim's span says no more than its quote's. */
function plainly(key: string, value: unknown): unknown {
	if (value instanceof Quote) {
		const { document, paragraph, start, end, text } = value;
		return { document, paragraph, start, end, text };
	}
	return key === 'span' ? undefined : value;
}

function exerciseTable(exercise: Exercise, documents: Documents): Row[] {
	const rows = claimFields(exercise).flatMap(([field, claims]) =>
		claims.map(({ value, text, basis, quote }) => {
			const document = documents.get(quote.documentId);
			const { publisher, author, published, title, url } = document ? sourceOf(document) : noSource;
			const link = document ? quoteLink(document, quote, LONE_LINK) : null;
			const source = [publisher ?? '', author ?? '', published ?? '', title, link ?? url ?? ''];
			return [field, value, text, basis, quote.document, quote.paragraph, quote.start, quote.end, quote.text, ...source];
		}),
	);
	const header = ['field', 'value', 'text', 'basis', 'document', 'paragraph', 'start', 'end', 'quote'];
	return [[...header, 'publisher', 'author', 'published', 'title', 'link'], ...rows];
}

const noSource = { publisher: null, author: null, published: null, title: '', url: null };

/** The values by field with the numbers of their quotes, then each quote once with its source. */
function exerciseMarkdown(exercise: Exercise, documents: Documents, words: Words): string {
	const numbers = new Map<string, number>();
	const quotes: Quote[] = [];
	const numberOf = (quote: Quote) => {
		const key = quoteKey(quote);
		const number = numbers.get(key) ?? numbers.size + 1;
		if (!numbers.has(key)) quotes.push(quote);
		numbers.set(key, number);
		return number;
	};
	const line = (claims: MergedClaims<Claim>) => {
		const marks = new Set(claims.map(({ quote }) => `[${numberOf(quote)}]`));
		return `- **${escapeLine(claims[0].value)}** (${claims[0].basis}) ${[...marks].join('')}`;
	};
	const sections = claimFields(exercise)
		.filter(([, claims]) => claims.length > 0)
		.map(([field, claims]) => `## ${field}\n\n${mergedClaims(claims).map(line).join('\n')}`);
	const sources = quotes.map((quote, index) => {
		const document = documents.get(quote.documentId);
		const source = document ? sourceFacts(document, quote, words) : `${quote.document}, ¶ ${quote.paragraph}`;
		return `[${index + 1}] ${escapeLine(source)}\n> ${escapeLine(quote.text)}`;
	});
	return `# ${escapeLine(exercise.name)}\n\n${[...sections, `## ${words.say.quotes}`, ...sources].join('\n\n')}\n`;
}

/**
 * Rows as CSV (RFC 4180), with the mark that makes spreadsheets read UTF-8. A cell that a spreadsheet would run as a formula gets an
 * apostrophe before it: texts come from documents that nobody here wrote.
 */
function csv(rows: readonly Row[]): string {
	const cell = (value: string | number) => {
		const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : `${value}`;
		return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
	};
	return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A name as a file's: letters and digits of any script, hyphens between. */
function fileName(name: string): string {
	return (
		cutEnd(
			name
				.normalize('NFC')
				.replace(/[^\p{L}\p{N}]+/gu, '-')
				.replace(/^-|-$/g, ''),
			60,
		).replace('…', '') || 'exercise'
	);
}
