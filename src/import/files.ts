import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../corpus/article.js';
import { formatOf, kindOf } from '../corpus/formats/kinds.js';
import { removeParts, writeWhole } from '../write-whole.js';
import { entriesOf, fetchedText, isFeed, NoArticle, pageOf } from './articles.js';
import type { Fetched } from './fetch-page.js';

/** A file as it is to stand in the documents folder. */
export interface NewFile {
	/** Its name alone, safe on every system. */
	readonly name: string;
	readonly data: Uint8Array | string;
}

/**
 * A file of a kind that the folder is read for: kept as it came, under a safe name.
 * @throws NoArticle for another kind
 */
export function fileGiven(name: string, bytes: Uint8Array): NewFile {
	if (!formatOf(name)) throw new NoArticle('is of a kind that is not read');
	const ending = kindOf(name);
	return { name: fileName(name.slice(0, -ending.length), bytes, ending), data: bytes };
}

/**
 * What was fetched, as files: a page as a browser saves it, a feed as a text for each entry, other kinds as they came.
 * @throws NoArticle, or UnreadableFile, with the reason in words for people
 */
export async function filesFetched({ address, type, charset, bytes }: Fetched): Promise<NewFile[]> {
	const { pathname } = new URL(address);
	if (type === 'application/pdf') return [{ name: fileName(pathname, address, '.pdf'), data: bytes }];
	if (/^application\/(?:json|octet-stream)$/.test(type)) return [fileGiven(pathname, bytes)];
	const source = fetchedText(bytes, charset);
	if (isFeed(source)) return (await entriesOf(source)).map(articleFile);
	if (/^text\/(?:plain|markdown)$/.test(type)) return [articleFile({ fields: { url: address }, text: source })];
	const { article, page } = await pageOf(source, address);
	const { url, canonical, title } = article.fields;
	return [{ name: fileName(asText(title) ?? pathname, asText(url) ?? asText(canonical) ?? address, '.html'), data: page }];
}

/**
 * An article as a text with a head. The same address gives the same name, so that a corrected article takes the place
 * of the old one.
 */
export function articleFile({ fields, text, captions = [] }: Article): NewFile {
	const head = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
	// A text cannot mark what is a caption, and a caption must not be read as a sentence.
	const lines = text.split('\n').filter((line) => !captions.includes(line.trim()));
	const body = `${lines.join('\n').trim()}\n`;
	const data = head.length > 0 ? `---\n${head.join('\n')}\n---\n\n${body}` : body;
	return { name: fileName(asText(fields['title']) ?? text.slice(0, 80), asText(fields['url']) ?? data, '.txt'), data };
}

function asText(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * A name made of ASCII letters, digits and hyphens alone, whatever was given; told from others of that beginning by a
 * hash.
 */
function fileName(title: string, of: string | Uint8Array, ending: string): string {
	const words = title
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+/, '')
		.slice(0, 60)
		.replace(/-+$/, '');
	return `${words || 'article'}-${createHash('sha256').update(of).digest('hex').slice(0, 8)}${ending}`;
}

/** What stood there before: null where nothing did. */
export interface Saved {
	readonly file: string;
	readonly before: Uint8Array | null;
	readonly isChanged: boolean;
}

/**
 * Writes a file into a folder inside the documents, whole or not at all; one that stands there already with the same
 * words is left.
 */
export async function saveFile(documents: string, folder: string, { name, data }: NewFile): Promise<Saved> {
	const path = join(documents, folder, name);
	const before = await readFile(path).catch(() => null);
	const isChanged = before === null || !before.equals(Buffer.from(data));
	if (isChanged) {
		await removeParts(join(documents, folder), (part) => part === name);
		await writeWhole(path, data);
	}
	return { file: `${folder}/${name}`, before, isChanged };
}
