import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.js';

/** One file of a multipart request: `files[0]` has the number "0". */
export interface Upload {
	number: string;
	filename: string;
	contentType: string;
	bytes: Buffer;
}

export interface Body {
	json: unknown;
	uploads: Upload[];
}

const MEBIBYTE = 1_048_576;
const FILE_BYTES = 10 * MEBIBYTE;
const REQUEST_BYTES = 25 * MEBIBYTE;

/**
 * Reads a request's JSON or multipart body (`payload_json` and `files[n]`).
 * @throws Refusal 40005 over 25 MiB or with a file over 10 MiB, 50109 when it is not JSON.
 */
export async function readBody(request: IncomingMessage): Promise<Body> {
	const bytes = await readBytes(request);
	const type = request.headers['content-type'] ?? '';
	if (!type.startsWith('multipart/form-data')) return { json: bytes.length > 0 ? parseJson(bytes.toString()) : undefined, uploads: [] };
	const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData().catch(() => {
		throw new Refusal('notJson');
	});
	const uploads: Upload[] = [];
	for (const [name, part] of form) {
		const number = /^files\[(\d+)\]$/.exec(name)?.[1];
		if (typeof part === 'string' || number === undefined) continue;
		if (part.size > FILE_BYTES) throw new Refusal('tooLarge');
		const contentType = part.type || 'application/octet-stream';
		uploads.push({ number, filename: part.name, contentType, bytes: Buffer.from(await part.arrayBuffer()) });
	}
	const json = form.get('payload_json');
	return { json: typeof json === 'string' ? parseJson(json) : {}, uploads };
}

/** The whole request is taken in even when it is too long: a client that is still sending would not read the refusal. */
async function readBytes(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of request) {
		length += chunk.length;
		if (length <= REQUEST_BYTES) chunks.push(chunk);
	}
	if (length > REQUEST_BYTES) throw new Refusal('tooLarge');
	return Buffer.concat(chunks);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new Refusal('notJson');
	}
}
