import { decode, decodeUnicode, UnreadableFile } from '../decode.js';
import { decodeAs } from '../encodings.js';

const namedInHtml = /<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w-]{2,30})/i;
const namedInXml = /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w-]{2,30})/i;

/** Text of a page or feed: UTF-8, or in the encoding that it names, or in one that is sure. */
export function decodeMarkup(bytes: Uint8Array): string {
	const text = decodeUnicode(bytes);
	if (text !== undefined) return notEmpty(text);
	const head = Buffer.from(bytes.subarray(0, 4_096)).toString('latin1');
	const label = (namedInXml.exec(head) ?? namedInHtml.exec(head))?.[1];
	const named = label === undefined ? undefined : decodeAs(label, bytes);
	if (named === undefined) return notEmpty(decode(bytes));
	const unknown = named.match(/\uFFFD/g)?.length ?? 0;
	if (unknown > named.length * 0.01) throw new UnreadableFile(`is not in the encoding that it names (${label})`);
	return notEmpty(named);
}

function notEmpty(text: string): string {
	const marks = text.replace(/\0/g, '');
	if (marks.trim() === '') throw new UnreadableFile('is empty');
	return marks;
}
