import { getDocumentProxy } from 'unpdf';
import type { FileContents } from '../article.js';
import { UnreadableFile } from '../decode.js';
import { type PrintedLine, textsOfPages, wholeText } from './pdf-pages.js';

type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>;

const mostPages = 3_000;
/** What programs write for a title when nobody gave one. */
const noTitle = /^(?:microsoft word\b|untitled|document\d*$|slide \d|powerpoint)|\.(?:docx?|odt|rtf|pdf|indd|qxp|pptx?|html?)$/i;

/** A document of pages. Its properties name its machine's user and the day it was typeset: no author and no date of it. */
export async function readPdf(bytes: Uint8Array): Promise<FileContents> {
	if (!Buffer.from(bytes.subarray(0, 1_024)).includes('%PDF-')) throw new UnreadableFile('is no PDF');
	const pdf = await opened(bytes);
	if (pdf.numPages > mostPages) throw new UnreadableFile(`has more than ${mostPages.toLocaleString('en')} pages`);
	const read: PrintedLine[][] = [];
	for (let number = 1; number <= pdf.numPages; number++) read.push(await linesOfPage(pdf, number));
	const pages = textsOfPages(read);
	const text = wholeText(pages);
	if (text.trim() === '') throw new UnreadableFile('holds no text: its pages are pictures');
	const title = await titleOf(pdf);
	return { articles: [{ fields: title === undefined ? {} : { title }, text, pages }], problems: [] };
}

async function opened(bytes: Uint8Array): Promise<Proxy> {
	try {
		// A copy: the library keeps the bytes that it is given.
		return await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, useSystemFonts: false, verbosity: 0 });
	} catch (error) {
		const isLocked = error instanceof Error && error.name === 'PasswordException';
		throw new UnreadableFile(isLocked ? 'is locked with a password' : 'is damaged: it is no PDF that can be read');
	}
}

const noLine: PrintedLine = { text: '', size: 0, at: 0, left: 0, right: 0 };

/** A damaged page costs that page alone. */
async function linesOfPage(pdf: Proxy, number: number): Promise<PrintedLine[]> {
	const page = await pdf.getPage(number).catch(() => undefined);
	const content = await page?.getTextContent().catch(() => undefined);
	const lines: PrintedLine[] = [];
	let line = noLine;
	for (const item of content?.items ?? []) {
		if (!('str' in item)) continue;
		const part = { text: item.str, size: item.height, ...placeOf(item.transform, item.width) };
		if (!isOnLine(line, part)) {
			lines.push(line);
			line = noLine;
		}
		line = withPart(line, part);
		if (item.hasEOL) {
			lines.push(line);
			line = noLine;
		}
	}
	page?.cleanup();
	return [...lines, line].filter(({ text }) => text.trim() !== '').map((whole) => ({ ...whole, text: whole.text.trim() }));
}

function placeOf(transform: readonly unknown[], width: number): Pick<PrintedLine, 'at' | 'left' | 'right'> {
	const left = Number(transform[4]) || 0;
	return { at: Number(transform[5]) || 0, left, right: left + width };
}

const isBlank = ({ text }: PrintedLine): boolean => text.trim() === '';

function isOnLine(line: PrintedLine, part: PrintedLine): boolean {
	return isBlank(line) || isBlank(part) || Math.abs(part.at - line.at) <= Math.max(line.size, part.size) * 0.6;
}

function withPart(line: PrintedLine, part: PrintedLine): PrintedLine {
	if (isBlank(line)) return part;
	const text = line.text + part.text;
	if (isBlank(part)) return { ...line, text };
	return { ...line, text, size: Math.max(line.size, part.size), right: Math.max(line.right, part.right) };
}

async function titleOf(pdf: Proxy): Promise<string | undefined> {
	const metadata = await pdf.getMetadata().catch(() => undefined);
	const title: unknown = metadata && 'Title' in metadata.info ? metadata.info.Title : undefined;
	return typeof title === 'string' && title.trim() !== '' && !noTitle.test(title.trim()) ? title.trim() : undefined;
}
