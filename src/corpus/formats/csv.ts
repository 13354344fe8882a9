import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { FileContents } from '../article.js';
import { decode, UnreadableFile } from '../decode.js';
import { numbered } from './entries.js';
import { articleOfRecord, hasTextName } from './records.js';

const rows = z.array(z.array(z.string()));
/** No article is longer; a quotation mark that is not closed would make the rest of the file one field. */
const longestField = 5_000_000;

/** A table of articles: a line of names first, then a row an article. */
export function readCsv(bytes: Uint8Array): FileContents {
	const source = decode(bytes).replace(/^\uFEFF/, '');
	const [names = [], ...table] = rowsOf(source, separatorOf(source));
	if (!hasTextName(names)) throw new UnreadableFile('has no column of text: name one "text", "body" or "content" in its first line');
	const records = table.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])));
	if (records.length === 0) throw new UnreadableFile('is a table without a row');
	return { articles: numbered(records.map(articleOfRecord)), problems: [] };
}

/** The sign that parts the names of the first line. */
function separatorOf(source: string): string {
	const [line = ''] = source.split('\n', 1);
	const count = (sign: string) => line.split(sign).length;
	return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function rowsOf(source: string, delimiter: string): string[][] {
	try {
		return rows.parse(
			parse(source, {
				delimiter,
				relax_quotes: true,
				relax_column_count: true,
				skip_empty_lines: true,
				max_record_size: longestField,
			}),
		);
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED';
		throw new UnreadableFile(isOpen ? 'has a quotation mark that is not closed' : 'is no table that can be read');
	}
}
