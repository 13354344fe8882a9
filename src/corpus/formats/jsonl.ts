import { z } from 'zod';
import type { FileContents } from '../article.js';
import { decode, UnreadableFile } from '../decode.js';
import { numbered } from './entries.js';
import { articleOfRecord, hasTextName } from './records.js';

const record = z.record(z.string(), z.unknown());

/** A JSON object a line, each an article. */
export function readJsonl(bytes: Uint8Array): FileContents {
	const lines = decode(bytes)
		.split('\n')
		.filter((line) => line.trim() !== '');
	const records = lines.map(recordIn).filter((one) => one !== undefined);
	if (records.length === 0) throw new UnreadableFile('has no line that is a JSON object');
	if (!records.some((one) => hasTextName(Object.keys(one)))) {
		throw new UnreadableFile('has no field of text: name one "text", "body" or "content"');
	}
	const bad = lines.length - records.length;
	const problems = bad === 0 ? [] : [`has ${bad} of ${lines.length} lines that are no JSON objects: they are left out`];
	return { articles: numbered(records.map(articleOfRecord)), problems };
}

function recordIn(line: string): Record<string, unknown> | undefined {
	try {
		return record.safeParse(JSON.parse(line)).data;
	} catch {
		return undefined;
	}
}
