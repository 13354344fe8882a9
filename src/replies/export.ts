import { Quote } from '../corpus/quote.js';
import type { Claim, Exercise } from '../exercises/exercise.js';
import type { DocumentSummary } from '../library.js';
import { claimFields } from './claims.js';
import { cutEnd } from './cut.js';
import { ATTACHMENT_BYTES } from './limits.js';
import { escapeLine } from './markdown.js';
import { COLOURS, type Reply, type ReplyFile } from './reply.js';
import type { Words } from './words.js';

/** The record of an exercise as Markdown, CSV and JSON, every value with its quote; for the asker alone. */
export function exerciseExport(exercise: Exercise, words: Words): Reply {
	return exportReply(fileName(exercise.name), exerciseMarkdown(exercise), exerciseTable(exercise), exercise, words);
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

function exerciseTable(exercise: Exercise): Row[] {
	const rows = claimFields(exercise).flatMap(([field, claims]) =>
		claims.map(({ value, text, basis, quote }) => [
			field,
			value,
			text,
			basis,
			quote.document,
			quote.paragraph,
			quote.start,
			quote.end,
			quote.text,
		]),
	);
	return [['field', 'value', 'text', 'basis', 'document', 'paragraph', 'start', 'end', 'quote'], ...rows];
}

function exerciseMarkdown(exercise: Exercise): string {
	const sections = claimFields(exercise).filter(([, claims]) => claims.length > 0);
	const line = ({ value, basis, quote }: Claim) =>
		`- **${escapeLine(value)}** (${basis})\n  > ${escapeLine(quote.text)}\n  >\n  > ${escapeLine(quote.document)}, ¶ ${quote.paragraph}`;
	return `# ${escapeLine(exercise.name)}\n\n${sections.map(([field, claims]) => `## ${field}\n\n${claims.map(line).join('\n')}`).join('\n\n')}\n`;
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
