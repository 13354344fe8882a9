/** Why a file was left out, in words for people: "is empty". */
export class UnreadableFile extends Error {}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Text of a UTF-8 file, without its byte order mark; everything else stays as it is.
 * @throws UnreadableFile when the bytes are not UTF-8 text or hold nothing but white space.
 */
export function decode(bytes: Uint8Array): string {
	let text: string;
	try {
		text = utf8.decode(bytes);
	} catch {
		throw new UnreadableFile('is not UTF-8 text: save it as UTF-8');
	}
	if (text.includes('\0')) throw new UnreadableFile('is not text: it holds NUL characters');
	if (text.trim() === '') throw new UnreadableFile('is empty');
	return text;
}
