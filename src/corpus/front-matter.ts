import { parse } from 'yaml';
import { z } from 'zod';
import { UnreadableFile } from './decode.js';

const field = z.coerce.string().trim().min(1).optional();
const frontMatterSchema = z.object({ title: field, published: field, publisher: field, author: field, url: field });
export type FrontMatter = z.output<typeof frontMatterSchema>;

const fence = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/**
 * Splits a file into its front matter (YAML between two `---` lines at the very top) and its body.
 * @throws UnreadableFile when the front matter is not valid YAML, or not a list of `name: value`.
 */
export function splitFrontMatter(source: string): { facts: FrontMatter; body: string } {
	const match = fence.exec(source);
	if (!match) return { facts: {}, body: source };
	const body = source.slice(match[0].length);
	if (body.trim() === '') throw new UnreadableFile('holds front matter and no text');
	let facts: unknown;
	try {
		// "failsafe" keeps a date as it is printed; the alias limit stops a small file from growing without end.
		facts = parse(match[1] ?? '', { schema: 'failsafe', maxAliasCount: 10 }) ?? {};
	} catch {
		throw new UnreadableFile('has front matter that is not valid YAML');
	}
	const parsed = frontMatterSchema.safeParse(facts);
	if (!parsed.success) throw new UnreadableFile('has front matter that is not a list of "name: value"');
	return { facts: parsed.data, body };
}
