import PostalMime from 'postal-mime';
import type { FileContents } from '../article.js';
import { UnreadableFile } from '../decode.js';
import { linesOfHtml } from './markup-lines.js';

const limits = { maxNestingDepth: 32, maxHeadersSize: 1024 * 1024 };

/** A mail: its subject, its day as its sender's clock had it, who sent it, and its text. */
export async function readEml(bytes: Uint8Array): Promise<FileContents> {
	const mail = await PostalMime.parse(bytes, limits);
	if (!mail.headers.some(({ key }) => /^(?:from|subject|date|to|message-id)$/.test(key))) throw new UnreadableFile('is no mail');
	const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
	const given = { subject: mail.subject, date: header('date'), author: mail.from?.name || mail.from?.address };
	const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''));
	const plain = mail.text?.trim() ?? '';
	const { text, captions } = plain === '' ? linesOfHtml(mail.html ?? '') : { text: plain, captions: [] };
	if (text.trim() === '') throw new UnreadableFile('is a mail without text');
	return { articles: [{ fields, text, captions }], problems: [] };
}
