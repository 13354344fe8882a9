import { decodeLegacy } from './encodings.js';

/** Why a file was left out, in words for people: "is empty". */
export class UnreadableFile extends Error {}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Text of a file in UTF-8, in UTF-16 with its mark, or in an older encoding that is sure; without its byte order mark.
 * @throws UnreadableFile when the encoding is not sure, or the bytes are no text or nothing but white space
 */
export function decode(bytes: Uint8Array): string {
	const text = decodeUnicode(bytes) ?? decodeLegacy(bytes);
	if (text === undefined) throw new UnreadableFile('is not UTF-8 text: save it as UTF-8');
	if (text.includes('\0')) throw new UnreadableFile('is not text: it holds NUL characters');
	if (text.trim() === '') throw new UnreadableFile('is empty');
	return text;
}

/** Text in UTF-8 or marked UTF-16; undefined where it is neither. */
export function decodeUnicode(bytes: Uint8Array): string | undefined {
	try {
		const [first, second] = bytes;
		if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le', { fatal: true }).decode(bytes);
		if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be', { fatal: true }).decode(bytes);
		return utf8.decode(bytes);
	} catch {
		return undefined;
	}
}
