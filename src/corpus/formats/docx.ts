import mammoth from 'mammoth';
import type { FileContents } from '../article.js';
import { UnreadableFile } from '../decode.js';
import { checkMarkup } from './markup-limits.js';
import { linesOfHtml } from './markup-lines.js';
import { checkPackage } from './zip-limits.js';

const styleMap = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh", "p[style-name='Caption'] => p.caption:fresh"];

/** A document of a word processor. Its properties name its machine's user and the day it was typed: no author and no date of it. */
export async function readDocx(bytes: Uint8Array): Promise<FileContents> {
	checkPackage(bytes, 'word/document.xml', (part) => checkMarkup(part, { isXml: true, mostElements: 3_000_000 }));
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
	const { value } = await mammoth.convertToHtml({ buffer }, { styleMap, convertImage, externalFileAccess: false });
	const { text, captions } = linesOfHtml(value);
	if (text === '') throw new UnreadableFile('holds no text');
	return { articles: [{ fields: {}, text, captions }], problems: [] };
}
