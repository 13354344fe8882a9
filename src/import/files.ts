import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decode } from '../corpus/decode.js';
import { writeWhole } from '../write-whole.js';
import { type Article, articlesOf, isFeed, NoArticle } from './articles.js';

/** Something to be taken into the documents: a file by its name, or a page by its address. */
export interface Given {
	/** Of a file; decides its kind. */
	readonly name?: string | undefined;
	readonly address?: string | undefined;
	/** Media type of a page. */
	readonly type?: string | undefined;
	readonly bytes: Uint8Array;
}

/** A file as it is to stand in the documents folder. */
export interface NewFile {
	/** Its name alone, safe on every system. */
	readonly name: string;
	readonly data: Uint8Array | string;
}

/** Kinds of files that the documents folder is read for, and that are kept as they came. */
const kept = /\.(?:txt|md)$/i;
const pages = /\.(?:html?|xhtml|rss|atom|xml)$/i;

/**
 * What was given, as files for the documents folder: texts as they came, pages and feeds as a text each with what they state of it.
 * @throws NoArticle, or UnreadableFile, with the reason in words for people
 */
export function filesOf({ name, address, type, bytes }: Given): NewFile[] {
	if (name !== undefined && kept.test(name)) return [{ name: fileName(name.replace(kept, ''), bytes, kept.exec(name)?.[0]), data: bytes }];
	if (name !== undefined && !pages.test(name)) throw new NoArticle('is of a kind that is not read');
	const source = decode(bytes);
	if (name === undefined && type !== undefined && /^text\/(?:plain|markdown)$/.test(type) && !isFeed(source)) {
		const article = { fields: { ...(address ? { url: address } : {}) }, text: source };
		return [articleFile(article)];
	}
	return articlesOf(source, address ?? null).map(articleFile);
}

/** An article as a text with a head. The same address gives the same name, so that a corrected article takes the place of the old one. */
export function articleFile({ fields, text }: Article): NewFile {
	const head = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
	const data = head.length > 0 ? `---\n${head.join('\n')}\n---\n\n${text}\n` : `${text}\n`;
	return { name: fileName(fields['title'] ?? text.slice(0, 80), fields['url'] ?? data), data };
}

/** A name made of ASCII letters, digits and hyphens alone, whatever was given; told from others of that beginning by a hash. */
function fileName(title: string, of: string | Uint8Array, ending = '.txt'): string {
	const words = title
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 60)
		.replace(/^-+|-+$/g, '');
	return `${words || 'article'}-${createHash('sha256').update(of).digest('hex').slice(0, 8)}${ending.toLowerCase()}`;
}

/** What stood there before: null where nothing did. */
export interface Saved {
	readonly file: string;
	readonly before: Uint8Array | null;
	readonly isChanged: boolean;
}

/** Writes a file into a folder inside the documents, whole or not at all; one that stands there already with the same words is left. */
export async function saveFile(documents: string, folder: string, { name, data }: NewFile): Promise<Saved> {
	const path = join(documents, folder, name);
	const before = await readFile(path).catch(() => null);
	const isChanged = before === null || !before.equals(Buffer.from(data));
	if (isChanged) await writeWhole(path, data);
	return { file: `${folder}/${name}`, before, isChanged };
}
